package tour

import (
	"strings"

	"golang.org/x/text/message"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/keys"
	"custseg/ui/tui/theme"
)

// Height returns how many lines the panel of a tour takes of a screen of w by h:
// enough for its longest step, so that what it speaks of does not jump from step
// to step, and for its first sentences where the screen has no more to give.
func Height(pr *message.Printer, w, h int) int {
	text := 0
	for _, s := range steps() {
		text = max(text, len(wrap(s.Look.In(pr), w-2)))
	}
	if h-text-2 < leastBelow {
		return leastText + 2
	}
	return text + 2
}

// leastText is how many lines of text a small screen has room for.
const leastText = 2

// leastBelow is how many lines the screen needs beside a panel with its text.
const leastBelow = 17

// Panel draws the panel as h lines of w cells: a rule with the step's title, what
// to look at, and what to press where the analyst is. Where the words have no
// room, they are the first sentences.
func (t *Tour) Panel(th *theme.Theme, pr *message.Printer, now State, w, h int) []string {
	s, number, of := t.Step()
	title := pr.Sprintf(" Tour %d of %d %s %s ", number, of, th.Glyphs.Dot, s.Title.In(pr))
	if t.Last() {
		title = " " + s.Title.In(pr) + " "
	}
	help := pr.Sprintf(" ctrl+n skip %s ctrl+g back %s Esc leave ", th.Glyphs.Dot, th.Glyphs.Dot)
	room := w - 2 - cell.Width(title)
	if cell.Width(help) > room {
		help = ""
	}
	line := func(n int) string { return th.Paint(th.Rule, strings.Repeat(th.Glyphs.HRule, max(0, n))) }
	out := []string{line(1) + th.Paint(th.Accent, cell.Fit(title, min(cell.Width(title), w-2), cell.Left)) +
		line(room-cell.Width(help)) + th.Paint(th.Faint, help) + line(1)}
	text := shortened(s.Look.In(pr), w-2, h-2)
	for i := range h - 2 {
		l := ""
		if i < len(text) {
			l = text[i]
		}
		out = append(out, cell.Pad(" "+l, w))
	}
	return append(out, s.press(th, pr, now, w))
}

// Show writes keys to be pressed one after the other as a reader knows them.
func Show(names []string) string {
	var out []string
	for _, n := range names {
		out = append(out, keys.Show(n))
	}
	return strings.Join(out, " ")
}

// press is the line that says what to press, or how to get to where the keys
// work.
func (s Step) press(th *theme.Theme, pr *message.Printer, now State, w int) string {
	label, press, does := pr.Sprintf("Press"), Show(s.Keys(now.Place)), s.Does.In(pr)
	if way := s.Way(now); way != nil {
		label, press, does = pr.Sprintf("First press"), Show(way), pr.Sprintf("leads to where this step is")
	}
	does = cell.Fit(does, max(0, w-4-cell.Width(label)-cell.Width(press)), cell.Left)
	return cell.Pad(" "+th.Paint(th.Accent, label)+" "+th.Paint(th.Cursor, press)+"  "+does, w)
}

// shortened breaks text into at most so many lines of w cells, and leaves out
// sentences at its end for that.
func shortened(text string, w, lines int) []string {
	for {
		out := wrap(text, w)
		end := strings.LastIndexAny(strings.TrimRight(text, ".?"), ".?")
		if len(out) <= lines || end < 0 {
			return out
		}
		text = text[:end+1]
	}
}

// wrap breaks text between words into lines of at most w cells, which no word of
// the tour is wider than.
func wrap(text string, w int) []string {
	var out []string
	for _, word := range strings.Fields(text) {
		if last := len(out) - 1; last >= 0 && cell.Width(out[last])+1+cell.Width(word) <= w {
			out[last] += " " + word
		} else {
			out = append(out, word)
		}
	}
	return out
}
