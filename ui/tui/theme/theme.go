// Package theme holds every look of the terminal UI: named inks, the colours of
// segments and of heat, and the glyphs. Chrome uses the 16 ANSI colours on the
// terminal's own background, so it follows the user's palette and needs no
// query of the background; only heat cells set both colours.
package theme

import (
	"io"
	"strconv"
	"strings"
	"sync"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
)

// Options says what the terminal can show.
type Options struct {
	Color     bool // false keeps bold, reverse and underline only
	Colors256 bool // false means the 16 ANSI colours
	ASCII     bool // glyphs from ASCII only
	Light     bool // the background is light
}

// Theme paints text. It may be used by several goroutines.
type Theme struct {
	Options
	Glyphs Glyphs

	Plain     Ink
	Title     Ink
	Faint     Ink
	Accent    Ink
	Cursor    Ink // the row or value that keys act on
	CursorDim Ink // the cursor of a pane without the focus
	Selected  Ink // a row that is marked
	Header    Ink
	Rule      Ink // lines between panes
	Key       Ink // the name of a key in a hint
	Good      Ink
	Warn      Ink
	Error     Ink
	Changed   Ink // a parameter that is not at its default

	renderer *lipgloss.Renderer
	grey     int // the segment that is drawn in grey, -1 for none
	mu       sync.RWMutex
	wraps    map[Ink]wrap
	greyed   map[int]*Theme
	plain    *strings.Replacer
}

// wrap is the escape sequence before and after painted text.
type wrap struct{ before, after string }

// New makes the theme of a renderer. A nil renderer means one of its own with
// the colour profile of the options.
func New(r *lipgloss.Renderer, o Options) *Theme {
	if r == nil {
		r = lipgloss.NewRenderer(io.Discard)
		r.SetColorProfile(Profile(o))
	}
	words := wordColours(o)
	t := &Theme{
		Options:   o,
		Glyphs:    glyphs(o.ASCII),
		Plain:     Of(-1, -1),
		Title:     Ink{FG: -1, BG: -1, Bold: true},
		Faint:     Ink{FG: -1, BG: -1, Faint: true},
		Accent:    Ink{FG: words.accent, BG: -1, Bold: true},
		Cursor:    Ink{FG: -1, BG: -1, Reverse: true},
		CursorDim: Ink{FG: -1, BG: -1, Underline: true},
		Selected:  Ink{FG: words.accent, BG: -1, Bold: true},
		Header:    Ink{FG: -1, BG: -1, Bold: true},
		Rule:      Ink{FG: -1, BG: -1, Faint: true},
		Key:       Ink{FG: words.accent, BG: -1},
		Good:      Of(words.good, -1),
		Warn:      Ink{FG: words.warn, BG: -1, Bold: true},
		Error:     Ink{FG: words.err, BG: -1, Bold: true},
		Changed:   Ink{FG: words.changed, BG: -1, Bold: true},
		renderer:  r,
		grey:      -1,
		wraps:     map[Ink]wrap{},
		greyed:    map[int]*Theme{},
		plain:     plainSigns(),
	}
	return t
}

// Greying returns the same theme with one segment in grey, -1 for none: that of
// customers whom a method cannot classify.
func (t *Theme) Greying(segment int) *Theme {
	if segment == t.grey {
		return t
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	out, ok := t.greyed[segment]
	if !ok {
		out = New(t.renderer, t.Options)
		out.grey = segment
		t.greyed[segment] = out
	}
	return out
}

// Signs returns a drawn view with signs of ASCII only, where the theme has only
// these; letters of the data stay.
func (t *Theme) Signs(view string) string {
	if !t.ASCII {
		return view
	}
	return t.plain.Replace(view)
}

// Profile returns the colour profile a renderer needs for the options. Without
// colour it is still ANSI: the profile without colour would drop bold and
// reverse too, and the cursor with them.
func Profile(o Options) termenv.Profile {
	if o.Color && o.Colors256 {
		return termenv.ANSI256
	}
	return termenv.ANSI
}

// Paint returns s in an ink. It leaves spaces and width as they are; s is one
// line and holds no escape sequence.
func (t *Theme) Paint(i Ink, s string) string {
	if s == "" {
		return ""
	}
	if !t.Color {
		i = i.uncoloured()
	}
	t.mu.RLock()
	w, ok := t.wraps[i]
	t.mu.RUnlock()
	if !ok {
		w = t.wrap(i)
		t.mu.Lock()
		t.wraps[i] = w
		t.mu.Unlock()
	}
	return w.before + s + w.after
}

// wrap asks lipgloss once how an ink looks; painting is then joining strings,
// at a fifth of the cost of rendering every cell.
func (t *Theme) wrap(i Ink) wrap {
	st := t.renderer.NewStyle().Bold(i.Bold).Faint(i.Faint).Reverse(i.Reverse).Underline(i.Underline)
	if i.FG >= 0 {
		st = st.Foreground(lipgloss.Color(strconv.Itoa(i.FG)))
	}
	if i.BG >= 0 {
		st = st.Background(lipgloss.Color(strconv.Itoa(i.BG)))
	}
	before, after, _ := strings.Cut(st.Render("x"), "x")
	return wrap{before, after}
}
