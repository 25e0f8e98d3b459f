package theme_test

import (
	"reflect"
	"strings"
	"testing"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"

	"github.com/charmbracelet/lipgloss"
)

var (
	full  = theme.Options{Color: true, Colors256: true}
	ansi  = theme.Options{Color: true}
	mono  = theme.Options{}
	ascii = theme.Options{ASCII: true}
)

func TestPaint(t *testing.T) {
	for _, c := range []struct {
		name string
		o    theme.Options
		ink  theme.Ink
		want string
	}{
		{"plain", full, theme.Of(-1, -1), "a  b "},
		{"bold", full, theme.Ink{FG: -1, BG: -1, Bold: true}, "\x1b[1ma  b \x1b[0m"},
		{"spaces are underlined as well, in one run", full, theme.Ink{FG: -1, BG: -1, Underline: true}, "\x1b[4;4ma  b \x1b[0m"},
		{"256 colours", full, theme.Of(208, 17), "\x1b[38;5;208;48;5;17ma  b \x1b[0m"},
		{"16 colours", ansi, theme.Of(9, 4), "\x1b[91;44ma  b \x1b[0m"},
		{"no colour keeps attributes", mono, theme.Ink{FG: 1, BG: 2, Bold: true, Reverse: true}, "\x1b[1;7ma  b \x1b[0m"},
	} {
		t.Run(c.name, func(t *testing.T) {
			th := theme.New(nil, c.o)
			for range 2 { // the second time from the cache
				if got := th.Paint(c.ink, "a  b "); got != c.want {
					t.Errorf("got %q, want %q", got, c.want)
				}
			}
			if got := th.Paint(c.ink, ""); got != "" {
				t.Errorf("nothing painted as %q", got)
			}
		})
	}
}

// Chrome must follow the user's palette: the 16 ANSI colours, on the terminal's
// own background.
func TestChromeUsesAnsiOnDefaultBackground(t *testing.T) {
	v := reflect.ValueOf(theme.New(nil, full)).Elem()
	inks := 0
	for i := range v.NumField() {
		ink, ok := v.Field(i).Interface, v.Field(i).Type() == reflect.TypeFor[theme.Ink]()
		if !ok {
			continue
		}
		inks++
		if k := ink().(theme.Ink); k.FG > 15 || k.BG != -1 {
			t.Errorf("%s is %+v", v.Type().Field(i).Name, k)
		}
	}
	if inks < 14 {
		t.Errorf("only %d inks were looked at", inks)
	}
}

func TestCursorShowsWithoutColor(t *testing.T) {
	th := theme.New(nil, mono)
	seen := map[string]string{}
	for name, ink := range map[string]theme.Ink{"cursor": th.Cursor, "dim cursor": th.CursorDim, "selected": th.Selected, "plain": th.Plain} {
		p := th.Paint(ink, "x")
		if other := seen[p]; other != "" {
			t.Errorf("%s and %s look the same: %q", name, other, p)
		}
		seen[p] = name
	}
}

func TestSegmentsAndTags(t *testing.T) {
	for _, o := range []theme.Options{full, ansi} {
		th := theme.New(nil, o)
		seen := map[theme.Ink]bool{}
		for i := range 12 {
			ink := th.Segment(i)
			if seen[ink] || ink.BG != -1 || ink.FG < 0 {
				t.Errorf("%+v: segment %d is %+v", o, i, ink)
			}
			if !o.Colors256 && ink.FG > 15 {
				t.Errorf("segment %d needs 256 colours", i)
			}
			seen[ink] = true
		}
		if th.Segment(12) != th.Segment(0) {
			t.Error("the palette does not repeat")
		}
		if th.Segment(-1) != th.Plain {
			t.Error("no segment has a colour")
		}
	}
	th := theme.New(nil, mono)
	if th.Segment(3) != th.Plain {
		t.Error("a segment has a colour without colour")
	}
	seen := map[string]bool{}
	for i := range 62 {
		tag := th.Tag(i)
		if seen[tag] || len(tag) != 1 {
			t.Errorf("tag %d is %q", i, tag)
		}
		seen[tag] = true
	}
	if th.Tag(0) != "A" || th.Tag(27) != "b" || th.Tag(62) != "+" || th.Tag(-1) != " " {
		t.Error("tags changed")
	}
}

func TestHeat(t *testing.T) {
	for _, o := range []theme.Options{full, ansi, mono} {
		th := theme.New(nil, o)
		if th.Heat(0, 6) == th.Heat(5, 6) || th.Heat(-3, 6) != th.Heat(0, 6) || th.Heat(9, 6) != th.Heat(5, 6) {
			t.Errorf("%+v: ends of the ramp are wrong", o)
		}
		if th.Heat(0, 1) != th.Heat(0, 6) || th.Heat(0, 0) != th.Heat(0, 6) {
			t.Errorf("%+v: a ramp of one level is not its lightest", o)
		}
		steps := map[theme.Ink]bool{}
		for l := range 6 {
			ink := th.Heat(l, 6)
			steps[ink] = true
			if o.Color && l > 1 && (ink.FG < 0 || ink.BG < 0) {
				t.Errorf("%+v: level %d leaves a colour to the terminal: %+v", o, l, ink)
			}
		}
		if len(steps) < 4 {
			t.Errorf("%+v: only %d steps", o, len(steps))
		}
	}
}

func TestGlyphs(t *testing.T) {
	uni, asc := theme.New(nil, full).Glyphs, theme.New(nil, ascii).Glyphs
	wide := map[string]int{"Check": 3, "Uncheck": 3, "Ellipsis": 2}
	check := func(name, u, a string) {
		t.Helper()
		w := max(1, wide[name])
		if u == "" || a == "" || cell.Width(a) != w || name != "Ellipsis" && cell.Width(u) != w {
			t.Errorf("%s: %q and %q are not %d wide", name, u, a, w)
		}
		if strings.IndexFunc(a, func(r rune) bool { return r > '~' }) >= 0 {
			t.Errorf("%s: %q is not ASCII", name, a)
		}
		if lipgloss.Width(u) != cell.Width(u) || cell.Clean(u) != u {
			t.Errorf("%s: %q is not safe to show", name, u)
		}
	}
	u, a := reflect.ValueOf(uni), reflect.ValueOf(asc)
	for i := range u.NumField() {
		name := u.Type().Field(i).Name
		switch u.Field(i).Kind() {
		case reflect.String:
			check(name, u.Field(i).String(), a.Field(i).String())
		case reflect.Array:
			for j := range u.Field(i).Len() {
				check(name, u.Field(i).Index(j).String(), a.Field(i).Index(j).String())
			}
		}
	}
	if !uni.Braille || asc.Braille {
		t.Error("braille belongs to the unicode set only")
	}
}

func BenchmarkPaint(b *testing.B) {
	th := theme.New(nil, full)
	b.ReportAllocs()
	for b.Loop() {
		th.Paint(th.Cursor, "a row of a table that is about as wide as rows are")
	}
}

func TestSignsOfAsciiKeepTheWidth(t *testing.T) {
	const line = "a › b × c … d · 1 → 2, R² ≥ .5, 顾客"
	if got := theme.New(nil, ascii).Signs(line); got != "a > b x c . d . 1 > 2, R2 > .5, 顾客" || cell.Width(got) != cell.Width(line) {
		t.Errorf("%q", got)
	}
	if got := theme.New(nil, full).Signs(line); got != line {
		t.Errorf("%q", got)
	}
}
