package screen

import (
	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"
)

// factPane shows facts in blocks below their headings, and scrolls.
type factPane struct {
	facts []fact
	lines []factLine
	top   int // the first line shown
	w, h  int
}

// factLine is one line of the pane: a fact, or what follows of its note.
type factLine struct {
	label, value, note     string
	labelWidth, valueWidth int // cells, valueWidth 0 for a block without values
	heading                bool
}

func (p *factPane) set(facts []fact) {
	p.facts = facts
	p.lay()
}

func (p *factPane) setSize(w, h int) {
	p.w, p.h = max(0, w), max(0, h)
	p.lay()
}

// window returns the first line shown, the one after the last, and how many
// there are.
func (p *factPane) window() (from, to, n int) {
	return p.top, min(p.top+p.h, len(p.lines)), len(p.lines)
}

func (p *factPane) scroll(d int) { p.top = max(0, min(p.top+d, len(p.lines)-p.h)) }

// key scrolls, and reports whether the key was used.
func (p *factPane) key(name string) bool {
	switch name {
	case "down", "j":
		p.scroll(1)
	case "up", "k":
		p.scroll(-1)
	case "pgdown":
		p.scroll(p.h - 1)
	case "pgup":
		p.scroll(1 - p.h)
	case "ctrl+d":
		p.scroll(p.h / 2)
	case "ctrl+u":
		p.scroll(-p.h / 2)
	case "g", "home":
		p.scroll(-len(p.lines))
	case "G", "end":
		p.scroll(len(p.lines))
	default:
		return false
	}
	return true
}

// lay makes the lines: each block has columns as wide as it needs.
func (p *factPane) lay() {
	p.lines = nil
	for from := 0; from < len(p.facts); {
		to := from + 1
		for to < len(p.facts) && !p.facts[to].heading {
			to++
		}
		p.block(p.facts[from:to])
		from = to
	}
	p.scroll(0)
}

// Blocks line up with each other where there is room for it.
const (
	roomy      = 60 // cells of a pane
	roomyLabel = 15
	roomyValue = 12
)

// block lays out a heading and the facts below it.
func (p *factPane) block(facts []fact) {
	label, value := 0, 0
	for _, f := range facts {
		if !f.heading {
			label, value = max(label, cell.Width(cell.Clean(f.label))), max(value, cell.Width(cell.Clean(f.value)))
		}
	}
	if p.w >= roomy {
		label = max(label, roomyLabel)
		if value > 0 {
			value = max(value, roomyValue)
		}
	}
	label = min(label, p.w/2)
	indent := 2 + label + 2
	if value > 0 {
		value = max(0, min(value, p.w-indent-1))
		indent += value + 1
	}
	room := p.w - indent
	brief := 0 // how short all notes of the block must be for each to fit
	for _, f := range facts {
		for brief < len(f.notes)-1 && cell.Width(cell.Clean(f.notes[brief])) > room {
			brief++
		}
	}
	for _, f := range facts {
		line := factLine{label: f.label, value: f.value, labelWidth: label, valueWidth: value, heading: f.heading}
		var rest []string
		if len(f.notes) > 0 {
			if words := wrapped(f.notes[min(brief, len(f.notes)-1)], room); len(words) > 0 {
				line.note, rest = words[0], words[1:]
			}
		}
		p.lines = append(p.lines, line)
		for _, words := range rest {
			p.lines = append(p.lines, factLine{note: words, labelWidth: label, valueWidth: value})
		}
	}
}

// view draws the lines shown.
func (p *factPane) view(t *theme.Theme, focused bool) []string {
	from, to, _ := p.window()
	var out []string
	for _, l := range p.lines[from:to] {
		out = append(out, l.draw(t, p.w, focused))
	}
	return out
}

func (l factLine) draw(t *theme.Theme, w int, focused bool) string {
	if l.heading {
		ink := t.Header
		if focused {
			ink = t.Accent
		}
		return " " + inked(t, ink, l.label, w-1)
	}
	out := "  " + inked(t, t.Faint, l.label, l.labelWidth)
	used := 2 + l.labelWidth
	if l.valueWidth > 0 {
		out += " " + fitted(t, l.value, l.valueWidth, cell.Right)
		used += 1 + l.valueWidth
	}
	return out + "  " + inked(t, t.Plain, l.note, max(0, w-used-2))
}
