package screen

import (
	"context"

	"custseg/model/filter"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/form"
	"custseg/ui/tui/grid"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

// promptKind is what the text field below a table is for.
type promptKind uint8

const (
	noPrompt promptKind = iota
	promptSearch
	promptFilter
	promptMark
	promptWrite
	promptColumn
)

// tablePrompt is the text field below a table.
type tablePrompt struct {
	on      promptKind
	line    form.Line
	before  string // the text that it was opened with
	wrong   string // why the text cannot be taken
	at      int    // cells from the left to where it goes wrong, -1 for nowhere
	options filter.Completion
	chosen  int // of the options
	count   int // rows that pass what is typed, -1 while not known
	mask    bool
	replace string // the file that may be overwritten
}

// lines is how many of w cells the prompt takes: why a path cannot be written to
// is told in full.
func (p *tablePrompt) lines(w int) int {
	switch p.on {
	case noPrompt:
		return 0
	case promptSearch:
		return 1
	case promptWrite:
		return 1 + max(1, len(p.reason(w)))
	}
	return 2
}

// reason is why the text cannot be taken, in lines of w cells.
func (p *tablePrompt) reason(w int) []string {
	if p.wrong == "" {
		return nil
	}
	return wrapped("! "+p.wrong, w-1)
}

// ask opens the text field with a text in it.
func (t *rowTable) ask(kind promptKind, text string) {
	t.prompt = tablePrompt{on: kind, line: form.NewLine(text), at: -1, count: -1}
	t.prompt.before = t.prompt.line.Text()
	t.setSize(t.w, t.h)
	t.typed()
}

// askFilter opens the text field with the filter in force, to be changed.
func (t *rowTable) askFilter() {
	text := ""
	if t.show.where != nil {
		text = t.show.where.String()
	}
	t.ask(promptFilter, text)
}

func (t *rowTable) closePrompt() {
	t.prompt = tablePrompt{}
	t.setSize(t.w, t.h)
}

// promptKey types into the text field; Enter takes the text, Esc forgets it.
func (t *rowTable) promptKey(k term.Key) {
	p := &t.prompt
	switch k.Name {
	case "esc":
		t.closePrompt()
		return
	case "enter":
		t.submit(p.line.Text())
		return
	case "tab":
		t.complete()
	case "down":
		p.chosen = min(p.chosen+1, max(0, len(p.options.Options)-1))
		return
	case "up":
		p.chosen = max(0, p.chosen-1)
		return
	default:
		if before := p.line.Text(); !p.line.Key(k) || p.line.Text() == before {
			return
		}
	}
	t.typed()
}

// complete takes the option chosen; in a path Tab turns the mask on or off.
func (t *rowTable) complete() {
	p := &t.prompt
	switch {
	case p.on == promptWrite:
		p.mask = !p.mask
	case p.on == promptColumn:
	case p.chosen < len(p.options.Options):
		text := p.line.Text()[:p.options.From] + p.options.Options[p.chosen]
		if text[len(text)-1] != '(' {
			text += " "
		}
		p.line = form.NewLine(text)
	}
}

// submit does what the text field was opened for.
func (t *rowTable) submit(text string) {
	p := &t.prompt
	switch {
	case p.on == promptWrite:
		t.write(text)
		return
	case text == p.before && p.on != promptColumn: // the filter may hold what no line can
		t.closePrompt()
		return
	case text == "":
		kind := p.on
		t.closePrompt()
		if kind == promptFilter {
			t.filter(nil)
		}
		return
	case p.on == promptColumn:
		t.goToColumn()
		return
	case p.on == promptSearch:
		t.closePrompt()
		t.searched = text
		t.find(false)
		return
	}
	where, err := t.parse(text)
	if err != nil {
		p.wrong, p.at = err.Error(), -1
		if wrong, ok := filterError(err); ok {
			t.point(text, wrong)
		}
		return
	}
	kind := p.on
	t.closePrompt()
	if kind == promptMark {
		t.markWhere(where)
	} else {
		t.filter(where)
	}
}

const optionsOffered = 12

// typed follows a change of the text: how it may go on, and how many rows pass.
func (t *rowTable) typed() {
	p := &t.prompt
	p.wrong, p.at, p.chosen, p.count = "", -1, 0, -1
	text := p.line.Text()
	switch p.on {
	case promptColumn:
		p.options = filter.Completion{Options: t.columnsNamed(text)}
		return
	case promptFilter, promptMark:
	default:
		return
	}
	p.options = filter.Complete(text, typingColumns(t.fields()), optionsOffered)
	where, err := t.parse(text)
	if err != nil {
		t.tellEarly(text, err)
		return
	}
	source, marks := t.source, (*grid.Marks)(nil)
	trial := listing{only: t.show.only, where: where}
	var n int
	t.begin(Task{
		Name:  "counting",
		Quiet: true,
		Work: func(ctx context.Context, report func(float64)) error {
			rows, err := trial.pass(ctx, source, marks, report)
			n = len(rows)
			return err
		},
		Done: func(err error) {
			if err == nil && source == t.source && p.line.Text() == text {
				p.count = n
			}
		},
	})
}

// tellEarly says that a name or a value is wrong before Enter is pressed: once the
// text is a filter and nothing is offered that would complete it.
func (t *rowTable) tellEarly(text string, err error) {
	wrong, ok := filterError(err)
	if _, syntax := filter.Parse(text); ok && syntax == nil && len(t.prompt.options.Options) == 0 {
		t.point(text, wrong)
	}
}

// point says what is wrong with a filter, above the place.
func (t *rowTable) point(text string, wrong *filter.Error) {
	t.prompt.wrong, t.prompt.at = say(t.host.Printer(), "%s", wrong.Text), cell.Width(cell.Clean(text[:wrong.At]))
}

// typingColumns are the columns of a filter being typed: where finding the
// values takes long, the words they may be are enough.
func typingColumns(src fieldSource) []filter.Column {
	return filterColumnsOf(src, func(f tableField) tableField {
		if f.words != nil {
			f.values = f.wordsAlone
		}
		return f
	})
}

// promptLines draws the text field, and above it how it may go on.
func (t *rowTable) promptLines(th *theme.Theme, w int) []string {
	p := &t.prompt
	key := map[promptKind]string{promptSearch: " / ", promptFilter: " & ", promptMark: " | ", promptWrite: " " + say(t.host.Printer(), "write to") + " ",
		promptColumn: " " + say(t.host.Printer(), "column") + " "}[p.on]
	n := cell.Width(key)
	input := th.Paint(th.Key, key) + p.line.View(th, w-n, true)
	switch {
	case p.on == noPrompt:
		return nil
	case p.on == promptSearch:
		return []string{input}
	case p.on == promptWrite && p.wrong != "":
		var out []string
		for _, l := range p.reason(w) {
			out = append(out, inked(th, th.Error, l, w))
		}
		return append(out, input)
	}
	return []string{t.promptHelp(th, w, n), input}
}

// promptHints are the keys of the text field, nil while it is not open.
func (t *rowTable) promptHints() []Hint {
	leave := Hint{"esc", t.say("leave")}
	switch t.prompt.on {
	case promptSearch:
		return []Hint{{"enter", t.say("search")}, leave}
	case promptFilter:
		return []Hint{{"enter", t.say("filter")}, {"tab", t.say("complete")}, {"down", t.say("the next offer")}, leave}
	case promptMark:
		return []Hint{{"enter", t.say("mark")}, {"tab", t.say("complete")}, {"down", t.say("the next offer")}, leave}
	case promptColumn:
		return []Hint{{"enter", t.say("go to it")}, {"down", t.say("the next")}, leave}
	case promptWrite:
		return []Hint{{"enter", t.say("write")}, {"tab", t.say("mask")}, leave}
	}
	return nil
}

// promptHelp is the line above the text field.
func (t *rowTable) promptHelp(th *theme.Theme, w, indent int) string {
	p, pr := &t.prompt, t.host.Printer()
	switch {
	case p.wrong != "":
		text := say(pr, "! %s", p.wrong)
		if at := indent + p.at; p.at >= 0 && at+2+cell.Width(p.wrong) <= w { // above the place
			text = fitted(th, "", at, cell.Left) + th.Glyphs.Down + " " + p.wrong
		}
		return inked(th, th.Error, text, w)
	case p.on == promptWrite:
		return t.writeHelp(th, w)
	}
	count := ""
	if p.count > 0 || p.count == 0 && len(p.options.Options) == 0 { // a name half typed is a text that no row holds
		count = say(pr, "%d of %d rows", p.count, t.base()) + " "
	}
	room := w - cell.Width(count)
	line, used := "   ", 3
	first := 0
	if p.on == promptColumn { // there are as many as the table has
		first = p.chosen
	}
	for i, o := range p.options.Options[first:] {
		i += first
		o = shortWord(th, o)
		if used+cell.Width(o)+2 > room-4 {
			break
		}
		ink := th.Faint
		if i == p.chosen {
			ink = th.Key
		}
		line += th.Paint(ink, o) + "  "
		used += cell.Width(o) + 2
	}
	if p.on != promptColumn && len(p.options.Options) > 0 && used+4 < room {
		line += th.Paint(th.Faint, say(pr, "Tab"))
	}
	return cell.Pad(line, room) + th.Paint(th.Accent, count)
}

// base is how many rows there are to choose from.
func (t *rowTable) base() int {
	if t.show.only != nil {
		return len(t.show.only.rows)
	}
	return t.source.Len()
}
