package screen

import (
	"slices"
	"strings"
)

// askColumn opens the text field for the name of a column to go to.
func (t *rowTable) askColumn() { t.ask(promptColumn, "") }

// columnsNamed returns the titles of the columns shown that hold a text in any
// case, those that begin with it first.
func (t *rowTable) columnsNamed(text string) []string {
	columns := t.source.Columns()
	var begin, hold []string
	for _, col := range t.grid.Shown() {
		title := columns[col].Title
		switch at := strings.Index(strings.ToLower(title), strings.ToLower(text)); {
		case at == 0:
			begin = append(begin, title)
		case at > 0:
			hold = append(hold, title)
		}
	}
	return append(begin, hold...)
}

// goToColumn puts the cursor on the column chosen in the text field.
func (t *rowTable) goToColumn() {
	p := &t.prompt
	if len(p.options.Options) == 0 {
		p.wrong = say(t.host.Printer(), "no column shown holds %q", p.line.Text())
		return
	}
	title := p.options.Options[p.chosen]
	t.closePrompt()
	columns := t.source.Columns()
	for _, col := range slices.Backward(t.grid.Shown()) { // the first of a name
		if columns[col].Title == title {
			t.grid.Goto(t.grid.Pos(), col)
		}
	}
}
