package seg

import (
	"context"
	"math"
	"slices"
	"strconv"

	"custseg/model"
	"custseg/seg/cluster"
)

// som lays a grid over the customers and groups its nodes. Source: Kohonen
// (2001), Self-Organizing Maps; Vesanto & Alhoniemi (2000), Clustering of the
// self-organizing map.
type som struct{}

// trainingRows is the most rows that a map is trained on.
const trainingRows = 10_000

// Spec implements [Method].
func (som) Spec() Spec {
	return Spec{
		ID: "som", Name: model.P("Self-organizing map"), Family: Mining, Seeded: true,
		Summary: model.P("Lays a grid of nodes over the customers so that neighbours on the grid are alike, and groups the nodes: a map of the base, with its segments as countries."),
		Rule:    model.P("A customer belongs to the nearest node after scaling, and with it to the cluster of nodes that k-means makes. Quality over k is in the measures silhouette_k2 to silhouette_k10 and inertia_k2 to inertia_k10."),
		Needs:   []Need{{Why: model.P("at least one number column or measure: parameter columns")}},
		Params: slices.Concat([]Param{kParam(),
			{ID: "nodes", Label: model.P("nodes"), Kind: Int, Default: model.Word(autoWord), Min: 1, Max: 600, Step: 10, Auto: true,
				Help: model.P("About how many nodes the grid has; auto is five times the root of the number of customers.")},
			{ID: "epochs", Label: model.P("epochs"), Kind: Int, Default: model.Num(30), Min: 1, Max: 100, Step: 10,
				Help: model.P("Passes over the customers, in which the neighbourhood of a node narrows.")},
		}, featureParams(), []Param{stabilityParam()}),
		Source: "Kohonen (2001), Self-Organizing Maps; Vesanto & Alhoniemi (2000), Clustering of the self-organizing map",
	}
}

// Run implements [Method].
func (som) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	f, err := readFeatures(in)
	if err != nil {
		return nil, err
	}
	nodes := 0
	if !in.Params.Auto("nodes") {
		nodes = in.Params.Int("nodes")
	}
	m, err := organize(ctx, f.x, nodes, in.Params.Int("epochs"), in.Seed, func(done float64) { report(0.7 * done) })
	if err != nil {
		return nil, err
	}
	fit, err := wantedK(in.Params, tableFrom, tableTo).choose(ctx, f.x, m.group, in.Seed)
	if err != nil {
		return nil, err
	}
	again := refit{refitRows, func(ctx context.Context, x cluster.Matrix) ([]int32, error) {
		part, err := organize(ctx, x, nodes, in.Params.Int("epochs"), in.Seed, nil)
		if err != nil {
			return nil, err
		}
		results, err := part.group(ctx, []int{fit.kept.K})
		if err != nil {
			return nil, err
		}
		return results[0].Labels, nil
	}}
	s, err := fit.segmentation(ctx, in, f, again)
	if err != nil {
		return nil, err
	}
	m.describe(s, f)
	m.decide(s, f.frame(), fit.kept.Result.Labels)
	return s, nil
}

// organized is a map, and where on it the rows are.
type organized struct {
	cluster.Map
	x       cluster.Matrix
	trained int     // rows that the map was trained on
	at      []int32 // the node of each row
	used    []int32 // the nodes that rows are at, ascending
	seed    uint64
}

// organize trains a map of about so many nodes, 0 for five times the root of the
// rows it is trained on (Vesanto et al. 2000).
func organize(ctx context.Context, x cluster.Matrix, nodes, epochs int, seed uint64, report func(float64)) (organized, error) {
	o := organized{x: x, trained: min(x.Rows, trainingRows), seed: seed}
	if nodes == 0 {
		nodes = int(math.Ceil(5 * math.Sqrt(float64(o.trained))))
	}
	var err error
	if o.Map, err = cluster.SelfOrganize(ctx, x.Pick(spaced(x.Rows, o.trained)), cluster.MapSettings{Nodes: nodes, Epochs: epochs}, report); err != nil {
		return o, err
	}
	if o.at, err = o.Match(ctx, x); err != nil {
		return o, err
	}
	o.used = slices.Compact(slices.Sorted(slices.Values(o.at)))
	return o, nil
}

// group makes clusters of the nodes that rows are at, and of the rows with them.
func (o organized) group(ctx context.Context, ks []int) ([]cluster.Result, error) {
	nodes := o.Nodes.Pick(o.used)
	out := make([]cluster.Result, len(ks))
	for i, k := range ks {
		settings := cluster.DefaultSettings()
		settings.K, settings.Seed = k, o.seed
		found, err := cluster.KMeans(ctx, nodes, settings, nil)
		if err != nil {
			return nil, err
		}
		labels := make([]int32, len(o.at))
		for row, node := range o.at {
			place, _ := slices.BinarySearch(o.used, node)
			labels[row] = found.Labels[place]
		}
		out[i] = cluster.Grouped(o.x, labels)
	}
	return out, nil
}

// decide tells that customers belong to the segment of their nearest node, of one
// that nobody is at to that of the nearest to it.
func (o organized) decide(s *model.Segmentation, f frame, labels []int32) {
	segment := make([]int32, o.Nodes.Rows)
	for row, node := range o.at {
		segment[node] = labels[row]
	}
	for place, node := range cluster.Nearest(o.Nodes, o.Nodes.Pick(o.used)) {
		segment[place] = segment[o.used[node]]
	}
	grid := o.Map
	decide(s, func(w whatIf) int32 { return segment[grid.Nearest(f.row(w))] }, nil, f.columns...)
}

// describe reports the map: how well it fits, where on it each customer is, and
// how many are at each node.
func (o organized) describe(s *model.Segmentation, f *features) {
	s.Fit = append(s.Fit, model.Fit{Name: "nodes", Value: float64(o.Nodes.Rows)}, model.Fit{Name: "quantization_error", Value: o.Quantization},
		model.Fit{Name: "topographic_error", Value: o.Topographic})
	if o.trained < o.x.Rows {
		s.Notes = append(s.Notes, model.P("The map was trained on a sample of %d of %d customers; all belong to their nearest node", o.trained, o.x.Rows))
	}
	grid := &model.Grid{Title: model.P("Customers on the map"), RowTitle: model.P("row of the map"), ColTitle: model.P("column of the map"),
		Rows: counted(o.Height), Cols: counted(o.Width), Row: make([]int32, len(f.why)), Col: make([]int32, len(f.why))}
	for i := range grid.Row {
		grid.Row[i], grid.Col[i] = -1, -1
	}
	rows, columns := make([]float64, len(o.at)), make([]float64, len(o.at))
	for i, node := range o.at {
		row, column := int(node)/o.Width, int(node)%o.Width
		rows[i], columns[i] = float64(row+1), float64(column+1)
		grid.Row[f.rows[i]], grid.Col[f.rows[i]] = int32(row), int32(column)
	}
	s.Scores = append(s.Scores, model.NewNumbers("map_row", f.onAll(rows)), model.NewNumbers("map_column", f.onAll(columns)))
	s.Charts = append([]model.Chart{grid}, s.Charts...)
}

// counted writes the numbers from 1 to n.
func counted(n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = strconv.Itoa(i + 1)
	}
	return out
}
