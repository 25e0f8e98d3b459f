package screen

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"custseg/io/export"
	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"
)

// askWrite opens the text field for the path of a file that the table is
// written to.
func (t *rowTable) askWrite() {
	d := t.host.Session().Data()
	word := fileWord(t.title)
	if len(d.Sources) == 1 && len(d.Tables) == 1 && t.title == d.Tables[0].Name {
		word = "rows" // the file's name says the rest
	}
	t.ask(promptWrite, defaultPath(d.Sources, word, "csv", d.Partial))
}

// fileWord makes a part of a file's name of a title.
func fileWord(title string) string {
	words := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return strings.Join(words, "-")
}

// writeHelp says what will be written.
func (t *rowTable) writeHelp(th *theme.Theme, w int) string {
	pr := t.host.Printer()
	box := th.Glyphs.Uncheck
	if t.prompt.mask {
		box = th.Glyphs.Check
	}
	hidden := ""
	for _, col := range t.grid.Shown() {
		if f, _ := t.fieldAt(col); f.hidden || f.standIn {
			hidden = say(pr, ", personal data left out (P shows it)")
		}
	}
	rows, columns := rowCount(pr, t.grid.Len()), columnCount(pr, len(t.grid.Shown()))
	text := say(pr, "   %s of %s%s, .csv or .xlsx   Tab %s mask: ids hashed, names hidden", rows, columns, hidden, box)
	if cell.Width(text) > w {
		text = say(pr, "   %s of %s%s   Tab %s mask", rows, columns, hidden, box)
	}
	return inked(th, th.Faint, text, w)
}

// write writes what is shown to a file, outside the update loop. One that exists
// is overwritten when the same path is given again.
func (t *rowTable) write(text string) {
	pr, p := t.host.Printer(), &t.prompt
	path, err := filepath.Abs(atHome(strings.TrimSpace(text)))
	switch {
	case strings.TrimSpace(text) == "":
		t.closePrompt()
		return
	case err != nil:
		p.wrong = err.Error()
		return
	}
	if _, err := os.Lstat(path); err == nil && p.replace != path {
		p.replace, p.wrong, p.at = path, say(pr, "%s exists; Enter again overwrites it", filepath.Base(path)), -1
		return
	}
	mask := p.mask
	list, o := t.listed(), export.Options{Force: p.replace == path, Privacy: model.MaskPersons(mask)}
	n := t.grid.Len()
	t.closePrompt()
	t.begin(Task{
		Name: "writing", Loses: writing(pr, path),
		Work: func(ctx context.Context, report func(float64)) error {
			return export.WriteList(ctx, path, list(), o, report)
		},
		Done: func(err error) {
			switch {
			case err == nil:
				t.host.Say(say(pr, "Written: %s, %d rows", path, n))
			case !errors.Is(err, context.Canceled):
				t.askAgain(text, mask, err)
			}
		},
	})
}

// askAgain opens the text field with a path that could not be written to and
// says why, unless something else is being typed.
func (t *rowTable) askAgain(text string, mask bool, err error) {
	if t.typing() {
		t.host.Warn(say(t.host.Printer(), "%s", err.Error()))
		return
	}
	t.ask(promptWrite, text)
	t.prompt.mask, t.prompt.wrong = mask, err.Error()
	t.setSize(t.w, t.h)
}

// listed returns what makes the list to write of what is shown now.
func (t *rowTable) listed() func() export.List {
	src, shown, rows, s := t.fields(), t.grid.Shown(), t.inOrder(), t.host.Session()
	out := export.List{Name: t.title, Dataset: s.Data(), Recipe: s.Recipe}
	if by := t.show.by; len(by) > 0 {
		out.Sorted = !src.field(by[0].Col).id
	}
	titles := src.Columns()
	return func() export.List {
		for _, row := range rows {
			out.Rows = append(out.Rows, int32(src.valueRow(int(row))))
		}
		for _, col := range shown {
			f := src.field(col)
			out.Columns = append(out.Columns, export.ListColumn{Values: f.values(), Header: titles[col].Title, Unit: f.unit, ID: f.id, Personal: f.personal, Hidden: f.hidden})
		}
		return out
	}
}
