package tui

import (
	"strings"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/keys"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

// help lists the keys of the place one is in, made from the declared bindings.
type help struct {
	rows []helpRow
	top  int
	w, h int
}

// helpRow is a heading when it has no keys.
type helpRow struct{ keys, title string }

func newHelp(m *Model) *help {
	h := &help{}
	last := ""
	for _, place := range []string{m.current().Place(), keys.Params, keys.Table, keys.Chart, keys.Anywhere} {
		for _, b := range keys.Of(place) {
			heading := b.Category
			if b.Moves {
				heading += " in " + b.Place
			}
			if heading != last {
				h.rows = append(h.rows, helpRow{}, helpRow{title: heading})
				last = heading
			}
			names := make([]string, len(b.Keys))
			for i, k := range b.Keys {
				names[i] = keys.Show(k)
			}
			h.rows = append(h.rows, helpRow{strings.Join(names, " "), b.Title})
		}
	}
	h.rows = h.rows[1:] // no empty line at the top
	return h
}

func (h *help) typing() bool { return false }
func (h *help) hint() string { return "up and down scroll, any other key closes" }

func (h *help) setSize(w, height int) { h.w, h.h = w, height; h.scroll(0) }

func (h *help) scroll(d int) { h.top = max(0, min(h.top+d, h.lines()-h.h)) }

// columns is how many columns of help stand side by side.
func (h *help) columns() int { return max(1, h.w/60) }

func (h *help) lines() int { return (len(h.rows) + h.columns() - 1) / h.columns() }

func (h *help) key(m *Model, k term.Key) {
	switch k.Name {
	case "down", "j":
		h.scroll(1)
	case "up", "k":
		h.scroll(-1)
	case "pgdown", "ctrl+d", "space":
		h.scroll(h.h / 2)
	case "pgup", "ctrl+u":
		h.scroll(-h.h / 2)
	default:
		m.hide()
	}
}

func (h *help) view(t *theme.Theme) []string {
	out := make([]string, h.h)
	wide, n := h.w/h.columns(), h.lines()
	for y := range out {
		line := ""
		for c := range h.columns() {
			i := c*n + h.top + y
			text := cell.Fit("", wide, cell.Left)
			if h.top+y < n && i < len(h.rows) {
				text = h.row(t, h.rows[i], wide)
			}
			line += text
		}
		out[y] = cell.Pad(line, h.w)
	}
	return out
}

const keysWidth = 20

func (h *help) row(t *theme.Theme, r helpRow, w int) string {
	if r.keys == "" {
		return t.Paint(t.Title, cell.Fit(" "+r.title, w, cell.Left))
	}
	return "  " + t.Paint(t.Key, cell.Fit(r.keys, keysWidth, cell.Left)) + cell.Fit(r.title, max(0, w-keysWidth-2), cell.Left)
}
