package seg

import (
	"strconv"

	"custseg/model"
	"custseg/seg/cluster"
)

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
	o.express(s, f, segment)
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
