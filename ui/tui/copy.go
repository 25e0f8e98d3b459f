package tui

import (
	"github.com/aymanbagabas/go-osc52/v2"
	tea "github.com/charmbracelet/bubbletea"
)

// clipped tells what became of a text that was copied beside the terminal.
type clipped struct {
	what, tool, file string
	err              error
}

// Copy implements [screen.Host]: it asks the terminal, which also works over
// ssh, to put text on the clipboard. Of a terminal that may not do so a tool is
// asked too, or the text is written to a file.
func (m *Model) Copy(text, what string) {
	out, clip := m.config.Out, m.config.Clip
	known := m.config.Term.OSC52 || clip == nil
	m.queue = append(m.queue, func() tea.Msg {
		osc52.New(text).WriteTo(out)
		if known {
			return nil
		}
		tool, file, err := clip(text)
		return clipped{what, tool, file, err}
	})
	if known {
		m.Say(m.config.Printer.Sprintf("Copied %s, if the terminal allows it (OSC 52)", what))
	}
}

// tellClipped says where a copied text is.
func (m *Model) tellClipped(c clipped) {
	pr := m.config.Printer
	switch {
	case c.err != nil:
		m.Warn(pr.Sprintf("Copied %s only if the terminal allows it (OSC 52): %s", c.what, c.err.Error()))
	case c.tool != "":
		m.Say(pr.Sprintf("Copied %s by %s", c.what, c.tool))
	default:
		m.Say(pr.Sprintf("Copied %s, if the terminal allows it (OSC 52); else it is in %s", c.what, c.file))
	}
}
