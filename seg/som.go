package seg

import (
	"context"
	"math"
	"slices"

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
	fit.nodes = m.Nodes.Rows
	in.Params.settleNumber("nodes", float64(fit.nodes))
	fit.rule = func(means model.Phrase) model.Phrase {
		return model.P("at nodes of the map that are alike; means %s", means)
	}
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
