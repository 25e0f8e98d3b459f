package tui

import (
	"time"

	"golang.org/x/text/message"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/screen"
)

// lastRun is what led to the result that is shown.
type lastRun struct {
	name string
	took time.Duration // of the method alone; 0 when its result was still there
}

// runName names what the run about to start follows from.
func (m *Model) runName() string {
	name := m.session.UndoName()
	if m.done != "" {
		name, m.done = m.done, ""
	}
	return cell.Clean(name)
}

// took says what the result shown follows from and how long the method took for
// it. What it follows from is left out where the footer has no room.
func (m *Model) took() string {
	if m.session.Result == nil || m.step != screen.Segments || len(m.stacks[m.step]) > 1 || m.ran.name == "" {
		return ""
	}
	pr := m.config.Printer
	time := tookText(pr, m.ran.took)
	if m.ran.took == 0 {
		time = pr.Sprintf("kept from before")
	}
	if text := m.ran.name + " " + m.theme.Glyphs.Dot + " " + time; cell.Width(text) <= m.w*2/5 && m.message.text == "" {
		return text
	}
	return time
}

// tookText writes a time in milliseconds, or in seconds from one on.
func tookText(pr *message.Printer, d time.Duration) string {
	if d >= time.Second {
		return pr.Sprintf("%.1f s", d.Seconds())
	}
	return pr.Sprintf("%.1f ms", float64(d.Microseconds())/1000)
}

// pauseAfter is how long the analyst looks at a result before the next step of
// the same parameter is a change of its own for undo.
const pauseAfter = 1500 * time.Millisecond

// hear notes that a key or a click came.
func (m *Model) hear() {
	now := time.Now()
	if now.Sub(m.heard) > pauseAfter {
		m.session.Pause()
	}
	m.heard = now
}
