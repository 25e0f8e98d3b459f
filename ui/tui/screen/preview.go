package screen

import (
	"context"
	"errors"

	"golang.org/x/text/message"

	"custseg/io/load"
	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/grid"
	"custseg/ui/tui/theme"
)

// preview is the first rows of files that are not read yet, or the trouble with
// them.
type preview struct {
	host    Host
	data    *model.Dataset
	grids   []*grid.Grid // by table
	at      int
	trouble error
	w, h    int
}

// take shows the first rows of data, or the trouble with them. A preview that
// was given up changes nothing.
func (p *preview) take(d *model.Dataset, err error) {
	if errors.Is(err, context.Canceled) {
		return
	}
	at, before := p.at, p.data
	p.data, p.trouble, p.grids, p.at = d, err, nil, 0
	if err != nil {
		return
	}
	if before != nil && at < len(d.Tables) && at < len(before.Tables) && d.Tables[at].Name == before.Tables[at].Name {
		p.at = at
	}
	roles, err := d.Assign(nil)
	if err != nil {
		roles = model.RoleMap{} // guesses that clash are told of when the files are read
	}
	names := newPersonalColumns(d)
	for i := range d.Tables {
		rows := newDataRows(p.host.Printer(), d, i, roles, names, p.host.Session().Personal, newStandIns(p.host, d, roles, names))
		g := grid.New(&previewRows{rows, p.host.Printer()})
		g.SetFrozen(rows.frozen(roles, i))
		p.grids = append(p.grids, g)
	}
	p.settle()
}

// clear shows nothing.
func (p *preview) clear() { p.data, p.trouble, p.grids, p.at = nil, nil, nil, 0 }

func (p *preview) setSize(w, h int) {
	first := p.h == 0
	p.w, p.h = w, h
	for _, g := range p.grids {
		g.SetSize(w, h)
	}
	if first {
		p.settle()
	}
}

// settle puts the cursors below the types, once there is a size: a table without
// one would scroll the types away for them.
func (p *preview) settle() {
	for _, g := range p.grids {
		if g.SetSize(p.w, p.h); p.h > 0 {
			g.SetCursor(1, 0)
		}
	}
}

// key moves in the rows.
func (p *preview) key(name string) bool { return len(p.grids) > 0 && p.grids[p.at].Key(name) }

// wheel scrolls the rows.
func (p *preview) wheel(rows int) {
	if len(p.grids) > 0 {
		p.grids[p.at].Wheel(rows)
	}
}

// next turns to the next table.
func (p *preview) next() {
	if n := len(p.grids); n > 0 {
		p.at = (p.at + 1) % n
	}
}

// whyNoNext is the reason that there is no other table.
func (p *preview) whyNoNext() string {
	switch len(p.grids) {
	case 0:
		return say(p.host.Printer(), "no rows are there yet")
	case 1:
		return say(p.host.Printer(), "there is only one table")
	}
	return ""
}

// title names the table shown, with its columns and its place among others.
func (p *preview) title(t *theme.Theme) string {
	pr := p.host.Printer()
	switch {
	case p.trouble != nil && !p.ofPipe():
		return say(pr, "Cannot be read")
	case len(p.grids) == 0:
		return say(pr, "First rows")
	}
	tab := p.data.Tables[p.at]
	dot := " " + t.Glyphs.Dot + " "
	title := say(pr, "First rows of %s", shortWord(t, tab.Name))
	if n := len(p.grids); n > 1 { // before what a narrow pane can do without
		title += dot + say(pr, "table %d of %d (T)", p.at+1, n)
	}
	title += dot + columnCount(pr, len(tab.Columns()))
	if n := len(tab.Origins); n > 1 {
		title += dot + origins(pr, tab)
	}
	return title
}

// view draws the rows, or why there are none, in its size.
func (p *preview) view(t *theme.Theme, focused bool) []string {
	pr := p.host.Printer()
	switch {
	case p.trouble != nil:
		return p.troubleView(t)
	case p.data != nil && len(p.grids) == 0:
		return sized([]string{inked(t, t.Faint, " "+say(pr, "there are no tables"), p.w)}, p.w, p.h)
	case p.data == nil:
		return sized([]string{inked(t, t.Faint, " "+t.Glyphs.Ellipsis, p.w)}, p.w, p.h)
	}
	return p.grids[p.at].View(t, focused)
}

// ofPipe reports whether there are no rows because they come by a pipe, which is
// no fault of it.
func (p *preview) ofPipe() bool { return errors.Is(p.trouble, load.ErrPipe) }

func (p *preview) troubleView(t *theme.Theme) []string {
	mark, ink := "! ", t.Error
	if p.ofPipe() {
		mark, ink = "  ", t.Faint
	}
	var out []string
	for _, l := range wrapped(p.trouble.Error(), p.w-4) {
		out = append(out, " "+inked(t, ink, mark+l, max(0, p.w-1)))
		mark = "  "
	}
	return sized(out, p.w, p.h)
}

// previewRows is the first rows of a table below a row of their types.
type previewRows struct {
	*dataRows
	pr *message.Printer
}

// Len, Text and Ink implement [grid.Source] and [grid.Inker].
func (r *previewRows) Len() int { return r.dataRows.Len() + 1 }

func (r *previewRows) Text(row, col int) string {
	if row > 0 {
		return r.dataRows.Text(row-1, col)
	}
	if values := r.columns[col].values; values != nil {
		return say(r.pr, values.Kind().String())
	}
	return say(r.pr, "type")
}

func (r *previewRows) Ink(row, _ int) (theme.Ink, bool) {
	return theme.Ink{FG: -1, BG: -1, Faint: true}, row == 0
}

// origins counts the files, or the sheets, that a table was put together from.
func origins(pr *message.Printer, t *model.Table) string {
	files := map[string]bool{}
	for _, o := range t.Origins {
		files[o.File] = true
	}
	if len(files) > 1 {
		return say(pr, "%d files", len(files))
	}
	return say(pr, "%d sheets", len(t.Origins))
}

// previewTitle is the rule above the rows with their title.
func previewTitle(t *theme.Theme, title string, focused bool, w int) string {
	ink, mark := t.Header, t.Glyphs.HRule
	if focused {
		ink, mark = t.Accent, t.Glyphs.Pointer
	}
	title = cell.Fitter{Ellipsis: t.Glyphs.Ellipsis}.Fit(title, max(0, min(cell.Width(title), w-4)), cell.Left)
	return t.Paint(t.Rule, mark) + " " + t.Paint(ink, title) + " " + rule(t, w-cell.Width(title)-3, nil)
}
