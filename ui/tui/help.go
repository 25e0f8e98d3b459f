package tui

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/bubbles/viewport"
	"github.com/charmbracelet/x/ansi"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/keys"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

// help lists the keys of the place one is in, made from the declared bindings.
type help struct {
	rows []helpRow
	keys int // cells of the widest keys
	port viewport.Model
}

// helpRow is a heading when it has no keys.
type helpRow struct{ keys, title string }

func newHelp(m *Model) *help {
	return newHelpOf(m.current().Place(), keys.Params, keys.Table, keys.Chart, keys.Anywhere)
}

// newHelpOf lists the keys of the places named.
func newHelpOf(places ...string) *help {
	h := &help{}
	last := ""
	for _, place := range places {
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
			h.keys = max(h.keys, cell.Width(strings.Join(names, " ")))
		}
	}
	h.rows = h.rows[1:] // no empty line at the top
	return h
}

func (h *help) typing() bool { return false }

func (h *help) hint() string {
	if below := h.port.TotalLineCount() - h.port.YOffset - h.port.Height; below > 0 {
		return fmt.Sprintf("%d more lines: down and up scroll, any other key closes", below)
	}
	return "up and down scroll, any other key closes"
}

func (h *help) setSize(w, height int) { h.port.Width, h.port.Height = w, height }

func (h *help) key(m *Model, k term.Key) {
	switch k.Name {
	case "down", "j":
		h.port.ScrollDown(1)
	case "up", "k":
		h.port.ScrollUp(1)
	case "pgdown", "ctrl+d", "space":
		h.port.HalfPageDown()
	case "pgup", "ctrl+u":
		h.port.HalfPageUp()
	default:
		m.hide()
	}
}

func (h *help) view(t *theme.Theme) []string {
	h.port.SetContent(strings.Join(h.lines(t), "\n"))
	return strings.Split(h.port.View(), "\n")
}

// columnWidth is the least width of a column of help; as many stand side by
// side as there is room for.
const columnWidth = 60

// lines lays the rows out in columns, read downwards.
func (h *help) lines(t *theme.Theme) []string {
	columns := max(1, h.port.Width/columnWidth)
	wide := h.port.Width / columns
	var all []string
	for _, r := range h.rows {
		all = append(all, h.row(t, r, wide)...)
	}
	n := (len(all) + columns - 1) / columns
	out := make([]string, n)
	for i, l := range all {
		out[i%n] += l
	}
	return out
}

// row draws a heading, or keys and what they do on as many lines as it takes.
func (h *help) row(t *theme.Theme, r helpRow, w int) []string {
	if r.keys == "" {
		return []string{t.Paint(t.Title, cell.Fit(" "+r.title, w, cell.Left))}
	}
	const gap = 2 // to what they do, and to the next column
	keysWidth := h.keys + gap
	room := max(1, w-keysWidth-2-gap)
	var out []string
	names := r.keys
	for _, l := range strings.Split(ansi.Wordwrap(r.title, room, ""), "\n") {
		out = append(out, "  "+t.Paint(t.Key, cell.Fit(names, keysWidth, cell.Left))+cell.Fit(l, room+gap, cell.Left))
		names = ""
	}
	return out
}
