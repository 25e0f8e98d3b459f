package screen

import (
	"math"
	"slices"
	"strconv"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/pipeline"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/grid"
	"custseg/ui/tui/theme"
)

// contenderRows is the table of a bake-off.
type contenderRows struct {
	pr     *message.Printer
	theme  *theme.Theme
	list   []*pipeline.Contender
	whole  bool   // all are judged
	method string // the one in force
}

// The first columns of the table; those after them are figures.
const (
	rankColumn = iota
	nameColumn
	scoreColumn
)

// bakeOffFigure is one column of figures.
type bakeOffFigure struct {
	criterion string // the id of what explains it
	title     model.Phrase
	value     func(c *pipeline.Contender) float64
	text      func(pr *message.Printer, v float64) string
}

// bakeOffFigures are the columns, from the score on.
func bakeOffFigures() []bakeOffFigure {
	decimals := func(key string) func(pr *message.Printer, v float64) string {
		return func(pr *message.Printer, v float64) string { return pr.Sprintf(key, v) }
	}
	share := func(pr *message.Printer, v float64) string { return pr.Sprintf("%.1f%%", 100*v) }
	return []bakeOffFigure{
		{"", model.P("Score"), func(c *pipeline.Contender) float64 { return c.Score }, decimals("%.1f")},
		{"gini", model.P("Money"), func(c *pipeline.Contender) float64 { return c.Gini }, decimals("%.3f")},
		{"auc", model.P("AUC"), func(c *pipeline.Contender) float64 { return c.AUC }, decimals("%.3f")},
		{"separation", model.P("Separation"), func(c *pipeline.Contender) float64 { return c.Separation }, decimals("%.2f")},
		{"stability", model.P("Stability"), func(c *pipeline.Contender) float64 { return c.Stability }, decimals("%.2f")},
		{"top20_share", model.P("Top 20%%"), func(c *pipeline.Contender) float64 { return c.TopShare }, share},
		{"lift", model.P("Lift"), func(c *pipeline.Contender) float64 { return c.Lift }, decimals("%.2f")},
		{"segments", model.P("Segments"), func(c *pipeline.Contender) float64 { return segmentsNumber(c) }, decimals("%.0f")},
		{"segments", model.P("Effective"), func(c *pipeline.Contender) float64 { return c.Effective }, decimals("%.1f")},
		{"shift", model.P("Shift"), func(c *pipeline.Contender) float64 { return c.Shift }, decimals("%.2f")},
		{"auc", model.P("AUC over sort"), func(c *pipeline.Contender) float64 { return c.AUCGain }, decimals("%+.3f")},
	}
}

// segmentsNumber is how many segments a contender has, NaN of one that has not
// been judged.
func segmentsNumber(c *pipeline.Contender) float64 {
	if c.Segments == 0 {
		return math.NaN()
	}
	return float64(c.Segments)
}

// place returns the row of a contender, -1 for none.
func (r *contenderRows) place(id string) int {
	return slices.IndexFunc(r.list, func(c *pipeline.Contender) bool { return c.ID == id })
}

// Len implements [grid.Source].
func (r *contenderRows) Len() int { return len(r.list) }

// Columns implements [grid.Source].
func (r *contenderRows) Columns() []grid.Column {
	out := []grid.Column{{Title: say(r.pr, "Rank"), Align: cell.Right}, {Title: say(r.pr, "Method"), Max: 26}}
	for i, f := range bakeOffFigures() {
		c := grid.Column{Title: say(r.pr, "%s", f.title), Align: cell.Right}
		if i == 0 {
			c.Bar = 8
		}
		out = append(out, c)
	}
	return out
}

// Text implements [grid.Source].
func (r *contenderRows) Text(row, col int) string {
	c := r.list[row]
	switch col {
	case rankColumn:
		return r.rank(c)
	case nameColumn:
		return r.name(c)
	}
	f := bakeOffFigures()[col-scoreColumn]
	if v := f.value(c); !math.IsNaN(v) {
		return f.text(r.pr, v)
	}
	return ""
}

// rank is the place among the methods that are ranked, or why there is none.
func (r *contenderRows) rank(c *pipeline.Contender) string {
	switch {
	case c.NotTold:
		return "≈ " + strconv.Itoa(c.Rank)
	case c.Rank > 0:
		return strconv.Itoa(c.Rank)
	case c.Baseline || c.Standing == pipeline.Ranked: // too little followed to rank by
		return ""
	case c.Standing == pipeline.Apart:
		return say(r.pr, "apart")
	case c.Standing == pipeline.Failed:
		return say(r.pr, "failed")
	}
	return say(r.pr, "unable")
}

// name is that of the method; a baseline's stands in brackets, and a star marks
// one that was judged without columns it reads.
func (r *contenderRows) name(c *pipeline.Contender) string {
	name := cell.Clean(c.Name.In(r.pr))
	switch {
	case c.Baseline:
		return "(" + name + ")"
	case c.Standing == pipeline.Ranked && len(c.Withheld) > 0:
		return name + " *"
	}
	return name
}

// Bar implements [grid.Barrer].
func (r *contenderRows) Bar(row, col int) (float64, bool) {
	v := r.list[row].Score
	return v / 100, col == scoreColumn && !math.IsNaN(v)
}

// Ink implements [grid.Inker]: the method in force stands out, what is not
// ranked steps back.
func (r *contenderRows) Ink(row, col int) (theme.Ink, bool) {
	c := r.list[row]
	switch {
	case r.theme == nil:
	case col == scoreColumn && c.Baseline:
		return r.theme.Faint, true
	case col == scoreColumn:
		return theme.Of(r.theme.Accent.FG, -1), true
	case c.ID == r.method:
		return r.theme.Selected, true
	case c.Baseline || c.Standing != pipeline.Ranked:
		return r.theme.Faint, true
	}
	return theme.Ink{}, false
}

// Numeric, Number and Text implement [grid.Sortable]. What is not ranked comes
// after what is, in the order of the table.
func (r *contenderRows) Numeric(col int) bool { return col != nameColumn }

// Number implements [grid.Sortable].
func (r *contenderRows) Number(row, col int) float64 {
	if col == rankColumn {
		return float64(row)
	}
	return bakeOffFigures()[col-scoreColumn].value(r.list[row])
}

// reason is what a contender has to say for the figure of a criterion, nothing
// where there is none.
func reason(c *pipeline.Contender, criterion string) (at int) {
	if len(c.Reasons) == 0 {
		return -1
	}
	order := []string{"gini"}
	if !math.IsNaN(c.AUC) {
		order = append(order, "auc")
	}
	if !math.IsNaN(c.Separation) {
		order = append(order, "separation")
	}
	order = append(order, "stability", "segments")
	switch criterion {
	case "top20_share", "lift":
		criterion = "gini"
	}
	return slices.Index(order, criterion)
}

// about says of the contender under the cursor what its figure in a column
// rests on, what the figure means, and then the rest.
func (r *contenderRows) about(c *pipeline.Contender, col int) (head string, lines []string) {
	head = say(r.pr, "%s", c.Name)
	switch {
	case c.Rank > 0 && r.whole:
		head = say(r.pr, "%s ranks %d", c.Name, c.Rank)
	case c.Rank > 0:
		head = say(r.pr, "%s ranks %d so far", c.Name, c.Rank)
	case c.Baseline:
		head = say(r.pr, "%s: what a method must beat to be worth its trouble", c.Name)
	case c.Standing == pipeline.Apart:
		head = say(r.pr, "%s is judged apart", c.Name)
	case c.Standing == pipeline.Failed:
		head = say(r.pr, "%s failed", c.Name)
	case c.Standing == pipeline.Unable:
		head = say(r.pr, "%s cannot run on this data", c.Name)
	}
	if !c.Why.Empty() {
		lines = append(lines, say(r.pr, "%s", c.Why))
	}
	criterion := ""
	if col >= scoreColumn {
		criterion = bakeOffFigures()[col-scoreColumn].criterion
	}
	own := reason(c, criterion)
	if own >= 0 {
		lines = append(lines, say(r.pr, "%s", c.Reasons[own]))
	}
	if col == scoreColumn {
		lines = append(lines, say(r.pr, "%s", pipeline.ScoreFormula()))
	}
	for _, k := range pipeline.Criteria() {
		if k.ID == criterion {
			lines = append(lines, say(r.pr, "%s", k.Why))
		}
	}
	for i, p := range c.Reasons {
		if i != own {
			lines = append(lines, say(r.pr, "%s", p))
		}
	}
	return head, lines
}
