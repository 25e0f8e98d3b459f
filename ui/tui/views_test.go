package tui

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"custseg/ui/tui/golden"
	"custseg/ui/tui/store"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

// viewSizes are those that every screen must be useful at.
var viewSizes = [][2]int{{60, 16}, {80, 24}, {120, 36}, {200, 50}}

// viewModes are the terminals that every screen is drawn for.
var viewModes = []struct {
	name    string
	options theme.Options
}{
	{"no colour", theme.Options{}},
	{"dark", theme.Options{Color: true, Colors256: true}},
	{"light", theme.Options{Color: true, Colors256: true, Light: true}},
	{"16 colours", theme.Options{Color: true}},
	{"ascii", theme.Options{ASCII: true}},
}

// walks lead from the opened sample data to every screen and page. A word of
// several letters that names no key is typed.
var walks = []struct{ name, keys string }{
	{"data", ""},
	{"data-chart", "down down down F"},
	{"rows", "tab"},
	{"values", "tab right F"},
	{"columns", "tab I"},
	{"findings", "tab tab"},
	{"reading", "o"},
	{"roles", "2"},
	{"roles-picker", "2 enter"},
	{"method", "3"},
	{"method-blocked", "3 / technology"},
	{"segments", "3 enter"},
	{"segments-blank", "4"},
	{"parameter", "3 enter tab tab tab"},
	{"enlarged-histogram", "3 enter v z"},
	{"charts", "3 enter V"},
	{"figures", "3 enter t"},
	{"cut", "3 enter v down"},
	{"curve", "3 / abc enter z"},
	{"dendrogram", "3 / hierarchical enter z"},
	{"scatter", "3 / kmeans enter z"},
	{"bars", "3 / nps enter"},
	{"notes", "3 enter i"},
	{"presets", "3 enter p"},
	{"recipes", "3 enter ctrl+k"},
	{"segment", "3 enter enter"},
	{"segment-profile", "3 enter enter tab"},
	{"customer", "3 enter enter enter"},
	{"order", "3 enter enter enter enter"},
	{"compare", "3 enter 3 / kmeans enter 5"},
	{"dates", "3 enter 5 d"},
	{"palette", "3 enter ctrl+p"},
	{"help", "3 enter ?"},
}

// TestGoldenViews draws every screen at four sizes without colour, and at 80 by
// 24 in every mode.
func TestGoldenViews(t *testing.T) {
	for _, walk := range walks {
		t.Run(walk.name, func(t *testing.T) {
			p := playConfig(t, 120, 36, "mono", Config{Files: []string{"sample:shop"}, Store: store.New(store.Folders{})})
			for _, step := range strings.Fields(walk.keys) {
				if msg := keyMsg(step); len(step) > 1 && msg.Type == tea.KeyRunes {
					p.types(step)
				} else {
					p.press(step)
				}
			}
			golden.Text(t, "view-"+walk.name+".golden", p.views())
		})
	}
}

// views are the golden views of a screen, one after the other.
func (p *player) views() string {
	p.t.Helper()
	var b strings.Builder
	for _, size := range viewSizes {
		p.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		p.m.ran, p.m.message = lastRun{}, notice{} // how long it took is the machine's
		for i, mode := range viewModes {
			view := p.drawn(mode.options)
			name := fmt.Sprintf("%d×%d, %s", size[0], size[1], mode.name)
			golden.Size(p.t, name, strings.Split(view, "\n"), size[0], size[1])
			if mode.options.ASCII {
				p.ascii(name, view)
			}
			if i > 0 && size[0] != 80 {
				continue
			}
			b.WriteString("== " + name + "\n" + strings.ReplaceAll(view, "\x1b", "^[") + "\n")
		}
	}
	return b.String()
}

// drawn is the view on a terminal of some options.
func (p *player) drawn(o theme.Options) string {
	before := p.m.theme
	defer func() { p.m.theme = before }()
	p.m.theme = theme.New(term.Renderer(p.m.config.Out, term.Options{Options: o}), o)
	return p.m.View()
}

// ascii fails unless a view holds ASCII only, but for letters of the data.
func (p *player) ascii(name, view string) {
	p.t.Helper()
	for _, r := range ansi.Strip(view) {
		if r > '~' && !unicode.IsLetter(r) {
			p.t.Errorf("%s shows %q", name, r)
			return
		}
	}
}
