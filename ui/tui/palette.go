package tui

import (
	"cmp"
	"slices"
	"strings"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/keys"
	"custseg/ui/tui/screen"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

// palette lists every command that can be given here, with its key and, when it
// cannot be given now, the reason. Typing narrows the list.
type palette struct {
	all   []paletteEntry
	shown []paletteEntry
	typed string
	at    int
	w, h  int
}

type paletteEntry struct {
	keys.Binding
	why string
	do  func() // of what is no binding, nil for one
}

func newPalette(m *Model) *palette {
	p := &palette{}
	for _, place := range []string{m.current().Place(), keys.Anywhere} {
		for _, b := range keys.Of(place) {
			a, ok := m.action(b)
			if !ok {
				continue
			}
			e := paletteEntry{Binding: b}
			if a.Why != nil {
				e.why = a.Why()
			}
			p.all = append(p.all, e)
		}
	}
	p.all = append(append(p.all, m.presetEntries()...), m.recipeEntries()...)
	slices.SortStableFunc(p.all, func(a, b paletteEntry) int { return cmp.Compare(a.rank(), b.rank()) })
	p.narrow()
	return p
}

// rank puts what can be done before what cannot be now.
func (e paletteEntry) rank() int {
	if e.why != "" {
		return 1
	}
	return 0
}

// presetEntries are commands that put a preset in force.
func (m *Model) presetEntries() []paletteEntry {
	pr := m.config.Printer
	var out []paletteEntry
	for _, preset := range m.presets.All() {
		e := paletteEntry{Binding: keys.Binding{Category: "Presets", Title: pr.Sprintf("Preset %s", cell.Clean(preset.Name))}}
		e.why = m.whyNoFile()
		if e.why == "" {
			e.why = screen.Misfit(pr, preset, m.session.Customers)
		}
		e.do = func() {
			m.Go(screen.Segments)
			m.presets.Apply(m, preset)
		}
		out = append(out, e)
	}
	return out
}

func (p *palette) typing() bool     { return true }
func (p *palette) setSize(w, h int) { p.w, p.h = w, h }
func (p *palette) hint() string     { return "type to narrow  Enter runs  Esc closes" }

// narrow keeps the entries that hold every word typed.
func (p *palette) narrow() {
	p.shown, p.at = nil, 0
	for _, e := range p.all {
		text := strings.ToLower(e.Category + " " + e.Title)
		fits := true
		for _, word := range strings.Fields(strings.ToLower(p.typed)) {
			fits = fits && strings.Contains(text, word)
		}
		if fits {
			p.shown = append(p.shown, e)
		}
	}
}

func (p *palette) key(m *Model, k term.Key) {
	switch k.Name {
	case "esc", "ctrl+p":
		m.hide()
	case "enter":
		m.hide()
		if p.at < len(p.shown) {
			p.shown[p.at].run(m)
		}
	case "up":
		p.at = max(0, p.at-1)
	case "down":
		p.at = max(0, min(p.at+1, len(p.shown)-1))
	case "backspace":
		if r := []rune(p.typed); len(r) > 0 {
			p.typed = string(r[:len(r)-1])
			p.narrow()
		}
	default:
		if k.Text != "" {
			p.typed += cell.Clean(k.Text)
			p.narrow()
		}
	}
}

// run does what an entry stands for, or says why it cannot be done.
func (e paletteEntry) run(m *Model) {
	switch {
	case e.do == nil:
		m.act(e.Binding)
	case e.why != "":
		m.Say(e.Title + ": " + e.why)
	default:
		e.do()
	}
}

func (p *palette) view(t *theme.Theme) []string {
	out := blank(p.w, p.h)
	out[0] = " " + t.Paint(t.Key, ":") + " " + cell.Fit(p.typed+"_", p.w-3, cell.Left)
	room := p.h - 2
	top := max(0, p.at-room+1)
	for y := range room {
		i := top + y
		if i >= len(p.shown) {
			break
		}
		out[y+2] = p.row(t, p.shown[i], i == p.at)
	}
	if len(p.shown) == 0 && room > 0 {
		out[2] = t.Paint(t.Faint, cell.Fit("  no command is called so", p.w, cell.Left))
	}
	return out
}

func (p *palette) row(t *theme.Theme, e paletteEntry, here bool) string {
	pointer, ink := " ", t.Plain
	if here {
		pointer, ink = t.Glyphs.Pointer, t.Cursor
	}
	const keyWidth = 10
	key := ""
	if len(e.Keys) > 0 {
		key = keys.Show(e.Keys[0])
	}
	text := e.Title
	if e.why != "" {
		text += " (not now: " + e.why + ")"
		if !here {
			ink = t.Faint
		}
	}
	return pointer + t.Paint(ink, " "+cell.Fit(e.Category, keyWidth, cell.Left)+" "+cell.Fit(text, p.w-2*keyWidth-5, cell.Left)+
		cell.Fit(key, keyWidth, cell.Right)+"  ")
}
