package screen

import (
	"strings"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/grid"
)

// keyRows is the columns to choose from as rows of a grid.
type keyRows struct {
	ask    *KeyAsk
	facts  []*columnFacts // by candidate, nil while they are counted
	hidden []bool
}

// The columns of the list.
const (
	keyColumn = iota
	keyGuess
	keyValues
	keyFilled
	keyEach
	keyExamples
)

// Len, Columns and Text implement [grid.Source].
func (r keyRows) Len() int { return len(r.ask.ways) + len(r.facts) }

func (r keyRows) Columns() []grid.Column {
	pr := r.ask.host.Printer()
	name := max(14, r.ask.w/4)
	for _, way := range r.ask.ways {
		name = max(name, cell.Width(way.label))
	}
	return []grid.Column{
		keyColumn:   {Title: say(pr, "Column"), Max: name},
		keyGuess:    {Title: ""},
		keyValues:   {Title: say(pr, "Values"), Align: cell.Right},
		keyFilled:   {Title: say(pr, "Rows with one"), Align: cell.Right},
		keyEach:     {Title: say(pr, "Rows each"), Align: cell.Right},
		keyExamples: {Title: say(pr, "Examples")},
	}
}

func (r keyRows) Text(row, col int) string {
	if row -= len(r.ask.ways); row < 0 {
		return r.way(r.ask.ways[len(r.ask.ways)+row], col)
	}
	pr, f := r.ask.host.Printer(), r.facts[row]
	switch {
	case col == keyColumn:
		return r.ask.columnName(row)
	case col == keyGuess && row == 0 && len(r.ask.ways) == 0:
		return say(pr, "guessed")
	case col == keyGuess:
		return ""
	case f == nil:
		return "..."
	case col == keyValues:
		return chart.Count(f.Distinct)
	case col == keyFilled:
		return chart.Share(f.N, f.N+f.Missing)
	case col == keyEach && f.Distinct > 0:
		return pr.Sprintf("%.1f", float64(f.N)/float64(f.Distinct))
	case col == keyExamples:
		return r.examples(row)
	}
	return ""
}

// way writes what a way would mean: each row has a value of its own.
func (r keyRows) way(w keyWay, col int) string {
	switch col {
	case keyColumn:
		return w.label
	case keyValues:
		return chart.Count(r.ask.data.Tables[r.ask.choice.Table].Rows())
	case keyFilled:
		return chart.Share(1, 1)
	case keyEach:
		return r.ask.host.Printer().Sprintf("%.1f", 1.)
	}
	return ""
}

// examples are two values of a column, hidden where they name persons.
func (r keyRows) examples(row int) string {
	values := r.facts[row].Examples
	values = values[:min(2, len(values))]
	if r.hidden[row] && len(values) > 0 {
		return hiddenValue
	}
	return strings.Join(values, ", ")
}
