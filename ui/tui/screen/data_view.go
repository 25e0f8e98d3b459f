package screen

import (
	"slices"
	"strings"

	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/grid"
	"custseg/ui/tui/theme"
)

// listState is what the list of columns was last made for.
type listState struct {
	t     *theme.Theme
	table int
	known int // facts
	w     int
}

// View implements [Screen].
func (s *DataView) View(t *theme.Theme) []string {
	tab := s.table()
	if tab == nil {
		return sized([]string{"", inked(t, t.Faint, " "+say(s.host.Printer(), "no data is open"), s.w)}, s.w, s.h)
	}
	s.followPersonal()
	s.list(t)
	l := s.layout()
	drawn := s.chartLines(t, l.chart.w, l.chart.h)
	for i := range drawn {
		drawn[i] = " " + drawn[i]
	}
	var out []string
	switch {
	case l.columns.h == 0:
		out = append([]string{s.tabLine(t, "")}, drawn...)
	case l.chart.h == 0:
		out = append(out, s.tabLine(t, s.columnsShown()))
		out = append(out, tab.columns.grid.View(t, s.focus == paneColumns)...)
	case l.chart.y == l.columns.y:
		out = append(out, s.tabLine(t, s.columnsShown()))
		out = append(out, beside(t, tab.columns.grid.View(t, s.focus == paneColumns), drawn)...)
	default:
		out = append(out, s.tabLine(t, ""))
		out = append(out, tab.columns.grid.View(t, s.focus == paneColumns)...)
		out = append(out, endRule(t, s.columnsShown(), s.w))
		out = append(out, drawn...)
	}
	// Where the upright line beside the chart ends, the line below meets it.
	marks := map[int]string{}
	if l.columns.h > 0 && l.chart.y == l.columns.y {
		marks[l.columns.w] = t.Glyphs.TeeUp
	}
	if l.rows.h > 0 {
		out = append(out, s.paneTitle(t, paneRows, s.rowsTitle(t), marks))
		out = append(out, tab.below().grid.View(t, s.focus == paneRows)...)
		marks = nil
	}
	if l.findings.h > 0 {
		out = append(out, s.paneTitle(t, paneFindings, s.findingsTitle(t), marks))
		out = append(out, s.findingLines(t, s.w, l.findings.h)...)
	}
	out = sized(out, s.w, s.h)
	if asked := s.asked(); asked != nil {
		lines := asked.promptLines(t, s.w)
		copy(out[s.h-len(lines):], lines)
	}
	return out
}

// list makes the list of columns anew when its facts, its look or its width
// changed.
func (s *DataView) list(t *theme.Theme) {
	tab, w := s.table(), s.layout().columns.w
	now := listState{t, s.at, s.known.now(), w}
	if w == 0 || now == s.listed {
		return
	}
	s.listed = now
	src := s.newList(t, tab.place, w)
	tab.columns.replace(src, true)
	if by := tab.columns.grid.Sort(); len(by) > 0 {
		tab.columns.grid.SetRows(grid.Order(src, by))
	}
}

// newList lists the columns of a table, without what is not to be shown.
func (s *DataView) newList(t *theme.Theme, place, w int) *columnList {
	l := newColumnList(t, s.host.Printer(), s.data, place, s.roles, s.known, w)
	for i := range l.hidden {
		l.hidden[i] = s.hides(columnKey{place, i})
	}
	return l
}

// dataTab is a table in the first line.
type dataTab struct {
	table, x               int
	mark, name, size, warn string
}

func (d dataTab) width() int { return cell.Width(d.mark + d.name + " " + d.size + d.warn) }

const (
	tabGap  = 3
	tabMore = 2 // cells of the sign that there are more tables
)

// tabs places the tables in the first line, with how large each is and how many
// warnings it bears. Where not all fit, those before the one shown go.
func (s *DataView) tabs(t *theme.Theme) []dataTab {
	pr := s.host.Printer()
	var all []dataTab
	for i, tab := range s.tables {
		d := dataTab{table: i, mark: " ", name: shortWord(t, tab.table.Name)}
		rows, columns := chart.Count(tab.table.Rows()), chart.Count(len(tab.table.Columns()))
		d.size = rows + " x " + columns
		if len(s.tables) == 1 {
			d.size = say(pr, "%s, %s", rowCount(pr, tab.table.Rows()), columnCount(pr, len(tab.table.Columns())))
		} else if i == s.at {
			d.mark = t.Glyphs.Pointer
		}
		if len(tab.table.Origins) > 1 {
			d.size += ", " + origins(pr, tab.table)
		}
		if n := warnings(tab.findings); n > 0 {
			d.warn = " !" + chart.Count(n)
		}
		all = append(all, d)
	}
	first, room := s.at, s.w-2*tabMore
	for used := all[first].width(); first > 0; first-- {
		if used += tabGap + all[first-1].width(); used > room {
			break
		}
	}
	x := 0
	if first > 0 {
		x = tabMore
	}
	for i := range all[first:] {
		all[first+i].x = x
		x += all[first+i].width() + tabGap
	}
	return all[first:]
}

// columnsShown says which columns the list shows when it does not show all.
func (s *DataView) columnsShown() string {
	g := s.table().columns.grid
	first, end := g.Window()
	if end-first == g.Len() {
		return ""
	}
	return say(s.host.Printer(), "columns %d-%d of %d", first+1, end, g.Len())
}

// endRule is a rule with a note near its end.
func endRule(t *theme.Theme, note string, w int) string {
	n := cell.Width(note)
	if n == 0 || n+4 > w {
		return rule(t, w, nil)
	}
	return rule(t, w-n-3, nil) + t.Paint(t.Faint, " "+note+" ") + rule(t, 1, nil)
}

// tabLine draws the first line, with a note at its right where there is room.
func (s *DataView) tabLine(t *theme.Theme, note string) string {
	s.tabsDrawn = s.tabs(t)
	line, used := "", 0
	if s.tabsDrawn[0].table > 0 {
		line, used = t.Paint(t.Accent, t.Glyphs.Left)+" ", tabMore
	}
	for i, d := range s.tabsDrawn {
		room := s.w
		if d.table < len(s.tables)-1 {
			room -= tabMore
		}
		if d.x+d.width() > room && i > 0 {
			if used+tabMore <= s.w {
				line += " " + t.Paint(t.Accent, t.Glyphs.Right)
			}
			s.tabsDrawn = s.tabsDrawn[:i]
			break
		}
		ink := t.Plain
		if d.table == s.at {
			ink = t.Title
		}
		line += strings.Repeat(" ", d.x-used) + t.Paint(ink, d.mark+d.name) + " " + t.Paint(t.Faint, d.size) + t.Paint(t.Warn, d.warn)
		used = d.x + d.width()
	}
	if n := cell.Width(note); n > 0 && used+n+3 <= s.w {
		return cell.Pad(line, s.w-n-1) + t.Paint(t.Faint, note+" ")
	}
	return cell.Pad(line, s.w)
}

// paneTitle is the rule above a pane with its title; that of the pane with the
// focus has the pointer.
func (s *DataView) paneTitle(t *theme.Theme, p dataPane, title string, marks map[int]string) string {
	ink, mark := t.Header, t.Glyphs.HRule
	if s.focus == p {
		ink, mark = t.Accent, t.Glyphs.Pointer
	}
	title = strings.TrimRight(fitted(t, title, min(s.w-4, cell.Width(title)), cell.Left), " ")
	n := cell.Width(title) + 3
	rest := map[int]string{}
	for x, sign := range marks {
		rest[x-n] = sign
	}
	return t.Paint(t.Rule, mark) + " " + t.Paint(ink, title) + " " + rule(t, s.w-n, rest)
}

// rowsTitle says which rows are shown.
func (s *DataView) rowsTitle(t *theme.Theme) string {
	tab, pr := s.table(), s.host.Printer()
	v := tab.below()
	title := say(pr, "Rows")
	if tab.rejects != nil {
		title = say(pr, "Records")
	}
	parts := []string{title + " " + v.place()}
	if file := s.rowFile(); file != "" {
		parts = append(parts, file)
	}
	if v.show.only != nil {
		parts = append(parts, s.onlyShown(v))
	}
	parts = append(parts, v.statusParts(t)...)
	if s.focus == paneRows && (v.show.only != nil || v.show.filtered()) {
		parts = append(parts, say(pr, "Esc all rows"))
	}
	if sums := v.sumsText(t); sums != "" && s.focus == paneRows {
		parts = append(parts, sums)
	}
	return strings.Join(parts, " "+t.Glyphs.Dot+" ")
}

// rowFile names the file, or the sheet, of the row under the cursor and the row
// there, where the table was put together from several.
func (s *DataView) rowFile() string {
	tab := s.table()
	row, _ := tab.rows.grid.Cursor()
	if tab.rejects != nil || len(tab.table.Origins) < 2 || row < 0 {
		return ""
	}
	origin := tab.table.Origins[originOf(tab.table, int32(row))]
	return say(s.host.Printer(), "row %d of %s", tab.table.FileRow(int32(row)), cell.Clean(origin.Name))
}

// originOf returns which of the table's origins holds a data row.
func originOf(t *model.Table, row int32) int {
	after := slices.IndexFunc(t.Origins, func(o model.Origin) bool { return o.Data > row })
	if after < 0 {
		after = len(t.Origins)
	}
	return max(0, after-1)
}

// Selected returns the table and the column chosen in the list, column -1 for
// none.
func (s *DataView) Selected() (table, column int) {
	tab := s.table()
	if tab == nil || len(tab.table.Columns()) == 0 {
		return s.at, -1
	}
	return s.at, tab.column()
}

// whyNoData is the reason that nothing can be done without data.
func (s *DataView) whyNoData() string {
	if s.table() == nil {
		return say(s.host.Printer(), "no data is open")
	}
	return ""
}
