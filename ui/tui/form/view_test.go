package form_test

import (
	"fmt"
	"strings"
	"testing"

	"custseg/ui/tui/form"
	"custseg/ui/tui/golden"
	"custseg/ui/tui/theme"

	"github.com/charmbracelet/x/ansi"
)

var looks = map[string]theme.Options{
	"color": {Color: true, Colors256: true},
	"mono":  {},
	"ascii": {Color: true, ASCII: true},
}

// bracket writes reversed text in brackets.
func bracket(s string) string {
	return strings.NewReplacer("\x1b[7m", "[", "\x1b[0m", "]").Replace(s)
}

func TestGolden(t *testing.T) {
	for name, o := range looks {
		th := theme.New(nil, o)
		for _, w := range []int{40, 80, 120} {
			view := func(state, on string, h int, focused bool, keys ...string) {
				t.Helper()
				f := newForm()
				f.SetCursor(on)
				press(f, keys...)
				golden.View(t, fmt.Sprintf("%s-%s-%d", state, name, w), f.View(th, w, h, focused), w, h)
			}
			view("list", "bins", 14, true)
			view("unfocused", "features", 14, false)
			view("typing-badly", "asof", 14, true, "enter", "ctrl+u", "b", "a", "d", "enter")
			view("disabled", "churn", 6, true, "right")
			view("pick-many", "features", 10, true, "enter", "down", "down", "down", "space")
			view("pick-one", "binning", 8, true, "enter", "c")
			parts := func(state, on string, h int, keys ...string) {
				t.Helper()
				f := check(form.New(lists(), form.English()))
				f.Title = "Parameters"
				f.SetCursor(on)
				press(f, keys...)
				golden.View(t, fmt.Sprintf("%s-%s-%d", state, name, w), f.View(th, w, h, true), w, h)
			}
			parts("weights", "tiers", 9, "enter", "right", "down")
			parts("cuts", "cuts", 11, "enter", "down", "a")
		}
	}
}

// Every size is filled exactly, in every state, and shows the pointer.
func TestExactAtEverySize(t *testing.T) {
	th := theme.New(nil, theme.Options{})
	states := map[string][]string{
		"list": nil, "typing": {"G", "k", "enter", "1", "2"}, "picking": {"j", "enter"}, "many": {"j", "j", "j", "j", "j", "enter", "end"}, "no match": {"j", "enter", "z"},
		"parts": {"j", "j", "j", "enter", "down"}, "typed part": {"j", "j", "j", "enter", "down", "enter", "7"},
	}
	for name, keys := range states {
		f := newForm()
		f.Title = "Parameters"
		press(f, keys...)
		for w := range 90 {
			for h := range 16 {
				view := f.View(th, w, h, true)
				golden.Size(t, fmt.Sprintf("%s %dx%d", name, w, h), view, w, h)
				if name != "no match" && w > 3 && h > 2 && !strings.Contains(strings.Join(view, ""), "▶") {
					t.Fatalf("%s %dx%d: no pointer in %q", name, w, h, view)
				}
			}
		}
	}
	golden.Size(t, "empty", form.New(nil, form.English()).View(th, 20, 5, true), 20, 5)
}

func TestScrollsToThePointer(t *testing.T) {
	th := theme.New(nil, theme.Options{})
	f := newForm()
	for range 9 {
		view := strings.Join(f.View(th, 60, 5, true), "\n")
		if !strings.Contains(ansi.Strip(view), "▶") {
			t.Errorf("at %s no pointer:\n%s", f.Cursor(), view)
		}
		press(f, "down")
	}
}

func TestMouse(t *testing.T) {
	th := theme.New(nil, theme.Options{})
	f := newForm()
	at := func(line int, sign string) (x, y int) {
		t.Helper()
		text := ansi.Strip(f.View(th, 80, 14, true)[line])
		i := strings.Index(text, sign)
		if i < 0 {
			t.Fatalf("no %s in %q", sign, text)
		}
		return ansi.StringWidth(text[:i]), line
	}
	x, y := at(0, "▸")
	if c, ok := f.Click(x, y); !ok || c != (form.Change{ID: "bins", Value: "6"}) {
		t.Errorf("the arrow up: %+v, %v", c, ok)
	}
	x, y = at(2, "◂")
	if c, ok := f.Click(x, y); !ok || c != (form.Change{ID: "share", Value: "75%"}) || f.Cursor() != "share" {
		t.Errorf("the arrow down: %+v, %v, at %s", c, ok, f.Cursor())
	}
	if c, ok := f.Click(5, 4); !ok || c.ID != "" || f.Cursor() != "asof" {
		t.Errorf("a label: %+v, %v, at %s", c, ok, f.Cursor())
	}
	x, y = at(6, "[x]")
	if c, ok := f.Click(x, y); !ok || c != (form.Change{ID: "log", Value: "false"}) {
		t.Errorf("a toggle: %+v, %v", c, ok)
	}
	for _, p := range [][2]int{{3, -1}, {3, 11}, {-1, 0}, {3, 99}} {
		if _, ok := f.Click(p[0], p[1]); ok {
			t.Errorf("something at %v", p)
		}
	}
	f.SetCursor("binning")
	press(f, "enter")
	f.View(th, 80, 14, true)
	if _, ok := f.Click(4, 0); ok {
		t.Error("the search takes a click")
	}
	if c, ok := f.Click(4, 3); !ok || c != (form.Change{ID: "binning", Value: "fixed"}) || f.Editing() {
		t.Errorf("a choice: %+v, %v", c, ok)
	}
	f.SetCursor("features")
	press(f, "enter")
	f.View(th, 80, 14, true)
	f.Click(4, 2)
	f.Wheel(-9)
	if c, _ := press(f, "space", "enter"); c.Value != "frequency,monetary" {
		t.Errorf("marked %+v", c)
	}
	f.Wheel(3)
	if f.Cursor() != "churn" {
		t.Errorf("the wheel went to %s", f.Cursor())
	}
}

func BenchmarkView(b *testing.B) {
	th := theme.New(nil, looks["color"])
	f := newForm()
	b.ReportAllocs()
	for b.Loop() {
		f.View(th, 45, 14, true)
	}
}
