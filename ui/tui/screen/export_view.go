package screen

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/theme"
)

// exportWide is the width from which the contents stand beside the form.
const exportWide = 72

// exportWidest is the width beyond which the contents would only drift apart.
const exportWidest = 80

// leastExportHelp are the lines that the help of a field takes in a low window.
const leastExportHelp = 2

// formWidth is the width of the pane with the form.
func (s *ExportView) formWidth() int {
	if s.w < exportWide {
		return s.w
	}
	return min(max(s.w*2/5, 40), 64)
}

// View implements [Screen].
func (s *ExportView) View(t *theme.Theme) []string {
	if s.before.shown() {
		return s.before.view(t, say(s.host.Printer(), "A workbook, CSV, JSON, a report or SQL of the segments is written here once a method is chosen."), s.w, s.h)
	}
	s.form.SetFields(s.fields()) // what runs may have ended since
	foot := s.status(t)
	h := max(s.h-len(foot), 0)
	w := s.formWidth()
	fields := len(s.fields())
	s.form.Title = ""
	if h < fields+leastExportHelp { // a title tells how many are out of sight
		s.form.Title = say(s.host.Printer(), "What is written")
	}
	out := sized(s.form.View(t, w, min(h, fields+5), true), w, h)
	if w < s.w {
		right := s.w - w - 1
		out = beside(t, out, sized(s.promise(t, min(right, exportWidest), h), right, h))
	}
	return sized(append(out, foot...), s.w, s.h)
}

// status says below both panes how far the file is, or how it ended.
func (s *ExportView) status(t *theme.Theme) []string {
	pr, w := s.host.Printer(), s.w-2
	var out []string
	line := func(ink theme.Ink, text string) {
		for _, l := range wrapped(text, w) {
			out = append(out, " "+inked(t, ink, l, s.w-1))
		}
	}
	var exists targetExists
	switch job := s.job; {
	case job == nil:
		if why := s.whyNot(); why != "" {
			line(t.Warn, "! "+why)
		}
	case job.running:
		text := say(pr, "Writing %s; Esc cancels", job.name)
		tw := min(cell.Width(text), max(w-24, w/2))
		out = append(out, " "+fitted(t, text, tw, cell.Left)+"  "+job.done.view(t, min(40, w-tw-2)))
	case errors.Is(job.trouble, context.Canceled):
		line(t.Warn, "! "+say(pr, "Cancelled: nothing was written."))
	case errors.As(job.trouble, &exists):
		line(t.Error, "! "+say(pr, "%s exists.", exists.path))
		line(t.Plain, say(pr, "Space switches overwrite on, then ctrl+s writes; or give another path."))
	default:
		for _, path := range job.written {
			text := say(pr, "Written: %s", path)
			if path == job.left {
				text = say(pr, "Written: %s, %d excluded rows", path, job.rows)
			}
			line(t.Good, t.Glyphs.Check+" "+text)
		}
		if job.trouble != nil {
			line(t.Error, "! "+job.trouble.Error())
		}
	}
	if out == nil {
		return nil
	}
	return append([]string{rule(t, s.w, map[int]string{s.formWidth(): t.Glyphs.TeeUp})}, out...)
}

// promise says what the file will hold, in h lines or less.
func (s *ExportView) promise(t *theme.Theme, w, h int) []string {
	c, pr := s.contents, s.host.Printer()
	if c == nil {
		return nil
	}
	if s.excludedWanted() == excludedAlone {
		return s.excludedPromise(t, w)
	}
	path := s.target()
	out := []string{inked(t, t.Header, " "+filepath.Base(path), w)}
	for _, l := range wrapped(say(pr, "in %s", filepath.Dir(path)), w-2) {
		out = append(out, inked(t, t.Faint, " "+l, w))
	}
	out = append(out, "")
	if len(c.methods) > 1 {
		for _, l := range wrapped(say(pr, "%d methods: %s, and how they agree", len(c.methods), strings.Join(c.methods, ", ")), w-2) {
			out = append(out, inked(t, t.Plain, " "+l, w))
		}
	}
	tail := append(s.part(t, w), s.privacyLines(t, w)...)
	if s.options.recipe {
		for _, l := range wrapped(say(pr, "%s beside it: the recipe, with the paths of the files read.", filepath.Base(recipePath(path))), w-2) {
			tail = append(tail, inked(t, t.Plain, " "+l, w))
		}
	}
	tail = append(tail, s.excludedPromise(t, w)...)
	switch s.options.format {
	case "xlsx":
		room := h - len(out) - len(tail)
		out = append(out, s.sheets(t, w, max(room-2, 5))...)
		out = append(out, "")
		out = append(out, s.columns(t, w, h-len(out)-len(tail))...)
	case "csv":
		out = append(out, inked(t, t.Plain, " "+say(pr, "a row per customer: %d rows", c.customers), w), "")
		out = append(out, s.columns(t, w, h-len(out)-len(tail))...)
	case "sql":
		out = append(out, s.queryPromise(t, w)...)
	default:
		out = append(out, s.partsPromise(t, w)...)
	}
	return append(out, tail...)
}

// partsPromise says what a file of the segments holds, as JSON or as a report.
func (s *ExportView) partsPromise(t *theme.Theme, w int) []string {
	c, pr := s.contents, s.host.Printer()
	var out []string
	paragraph := func(mark, text string) {
		for _, l := range wrapped(text, w-2-cell.Width(mark)) {
			out = append(out, inked(t, t.Plain, " "+mark+l, w))
			mark = strings.Repeat(" ", cell.Width(mark))
		}
	}
	begins, parts := "one object about %d segments of %d customers:", []string{"size, share, value, rule and advice of each", "cuts, measures of fit and notes", "what was read, used and left out", "the recipe"}
	if s.options.format == "md" {
		begins, parts = "a page about %d segments of %d customers:", []string{"a table with bars, and the charts of the method as text", "rule, what sets it apart, and advice of each", "cuts, measures of fit and notes", "what was read, used and left out"}
	}
	paragraph("", say(pr, begins, c.segments, c.customers))
	for _, part := range parts {
		paragraph(t.Glyphs.Dot+" ", say(pr, part))
	}
	return out
}

// queryPromise says what the query does, or why there is none.
func (s *ExportView) queryPromise(t *theme.Theme, w int) []string {
	pr, ink := s.host.Printer(), t.Plain
	text := say(pr, "A query in the words of %s that scores the same tables in a database: a row per customer with the segment and what it goes by.", s.options.dialect)
	if why := s.whyNoSQL(); why != "" {
		ink, text = t.Warn, "! "+why
	}
	var out []string
	for _, l := range wrapped(text, w-2) {
		out = append(out, inked(t, ink, " "+l, w))
	}
	return out
}

// sheets lists the sheets of a workbook in h lines; segments that have no line
// are counted.
func (s *ExportView) sheets(t *theme.Theme, w, h int) []string {
	c, pr := s.contents, s.host.Printer()
	const rows = 12
	line := func(mark, name, right string) string {
		return " " + mark + fitted(t, name, max(w-rows-4, 1), cell.Left) + fitted(t, right, rows, cell.Right) + " "
	}
	const unmarked = "  "
	out := []string{t.Paint(t.Header, line(unmarked, say(pr, "sheet"), say(pr, "rows")))}
	var segments, others []string
	for _, sheet := range c.sheets {
		name, right := sheet.name, ""
		if sheet.sheets > 1 {
			name = say(pr, "%s, on %d sheets", sheet.name, sheet.sheets)
		}
		if sheet.rows >= 0 {
			right = chart.Count(sheet.rows)
		}
		switch {
		case sheet.segment >= 0:
			segments = append(segments, line(t.Paint(t.Segment(sheet.segment), t.Glyphs.Swatch)+" ", name, right))
		case sheet.rows >= 0:
			out = append(out, line(unmarked, name, right))
		default:
			others = append(others, name)
		}
	}
	room := max(h-len(out)-1, 1)
	if c.skipped > 0 {
		room = max(room-1, 1)
	}
	if len(segments) > room {
		more := say(pr, "%s %d more segments", t.Glyphs.Ellipsis, len(segments)-room+1)
		segments = append(segments[:room-1], inked(t, t.Faint, "   "+more, w))
	}
	out = append(out, segments...)
	if c.skipped > 0 {
		out = append(out, inked(t, t.Warn, " ! "+say(pr, "%d segments get no sheet", c.skipped), w))
	}
	return append(out, inked(t, t.Plain, " "+unmarked+strings.Join(others, ", "), w))
}

// columns lists the columns of a table of customers in h lines at most.
func (s *ExportView) columns(t *theme.Theme, w, h int) []string {
	c, pr := s.contents, s.host.Printer()
	out := []string{inked(t, t.Header, " "+say(pr, "%d columns", c.columns()), w)}
	part := func(label string, names []string) {
		if len(names) == 0 {
			return
		}
		const lw = 11
		for i, l := range wrapped(strings.Join(names, ", "), w-lw-2) {
			if i > 0 {
				label = ""
			}
			out = append(out, " "+t.Paint(t.Faint, fitted(t, label, lw, cell.Left))+fitted(t, l, w-lw-1, cell.Left))
		}
	}
	part(say(pr, "who"), append(c.who(), "segment"))
	part(say(pr, "scores"), c.scores)
	part(say(pr, "measures"), c.measures)
	part(say(pr, "attributes"), c.about)
	if c.reasons {
		part(say(pr, "reason"), []string{"why_unclassified"})
	}
	if len(out) > max(h, 1) {
		out = out[:max(h, 1)]
		if h > 1 {
			out[h-1] = inked(t, t.Faint, " "+say(pr, "%s and more", t.Glyphs.Ellipsis), w)
		}
	}
	return out
}

// part says that the file is made of partial data, nothing when all was read.
func (s *ExportView) part(t *theme.Theme, w int) []string {
	d, pr := s.host.Session().Data(), s.host.Printer()
	if d == nil || !d.Partial {
		return nil
	}
	text := say(pr, "! Made of partial data: only the first %d rows were read. The file says so.", d.Taken)
	if s.options.format == "csv" {
		text = say(pr, "! Made of partial data: only the first %d rows were read. A CSV cannot say so: xlsx, md and json do.", d.Taken)
	}
	out := []string{""}
	for _, l := range wrapped(text, w-2) {
		out = append(out, " "+inked(t, t.Warn, l, w-1))
	}
	return out
}
