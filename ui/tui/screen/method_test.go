package screen

import (
	"strings"
	"testing"

	"custseg/model"
	"custseg/seg"
	"custseg/ui/tui/golden"
)

// methodsOf is a host with customers of the columns, named by their roles, and the
// step Method drawn at a size.
func methodsOf(t testing.TB, w, h int, columns ...model.Column) (*fakeHost, *MethodList) {
	t.Helper()
	ids := make([]string, columns[0].Len())
	for i := range ids {
		ids[i] = string(rune('a' + i))
	}
	d := oneTable(t, append([]model.Column{model.TextsOf("id", ids)}, columns...)...)
	d.Guesses = append(d.Guesses, model.Guess{Column: 0, Role: model.CustomerID, Confidence: 1})
	for i, c := range columns {
		d.Guesses = append(d.Guesses, model.Guess{Column: i + 1, Role: model.Role(c.Name()), Confidence: 1})
	}
	host := newFakeHost()
	host.open(t, d)
	s := NewMethod(host)
	s.SetSize(w, h)
	s.Refresh()
	return host, s
}

// peopleColumns are measures of a few customers.
func peopleColumns() []model.Column {
	return []model.Column{
		model.NewNumbers("recency", []float64{1, 20, 300, 4, 50}), model.NewNumbers("frequency", []float64{9, 2, 1, 7, 3}),
		model.NewNumbers("monetary", []float64{900, 40, 10, 650, 80}), model.TextsOf("gender", []string{"F", "M", "F", "F", "M"}),
	}
}

func TestMethodGoldens(t *testing.T) {
	for _, size := range []struct {
		name string
		w, h int
	}{{"80x20", 80, 20}, {"120x32", 120, 32}, {"200x46", 200, 46}} {
		host, s := methodsOf(t, size.w, size.h, peopleColumns()...)
		host.session.Propose(host.session.Recipe.WithMethod("abc"), "method abc")
		for look, theme := range themes() {
			golden.View(t, "method-"+look+"-"+size.name, s.View(theme), size.w, size.h)
		}
		press(t, s, "/")
		typed(t, s, "pyramid")
		golden.View(t, "method-search-"+size.name, s.View(themes()["mono"]), size.w, size.h)
		press(t, s, "esc", "G", "tab", "G")
		golden.View(t, "method-read-"+size.name, s.View(themes()["mono"]), size.w, size.h)
	}
}

// Every method is found by its id, and by its name; one that is not there leaves
// nothing to choose.
func TestMethodsAreFound(t *testing.T) {
	_, s := methodsOf(t, 120, 32, peopleColumns()...)
	for _, m := range seg.Catalogue() {
		for _, text := range []string{m.Spec().ID, strings.ToUpper(m.Spec().Name.Key)} {
			press(t, s, "/")
			typed(t, s, text)
			if e, ok := s.selected(); !ok || e.ID != m.Spec().ID {
				t.Errorf("%q finds %q", text, e.ID)
			}
			press(t, s, "esc")
			if e, _ := s.selected(); e.ID != m.Spec().ID || s.Typing() {
				t.Errorf("after the search for %q the pointer is on %s", text, e.ID)
			}
		}
	}
	press(t, s, "/")
	typed(t, s, "zzz")
	if _, ok := s.selected(); ok || s.whyNot() == "" {
		t.Error("what is not found can be chosen")
	}
}

func TestOnlyMethodsThatCanRun(t *testing.T) {
	host, s := methodsOf(t, 80, 20, peopleColumns()...)
	all := len(s.rows)
	press(t, s, "&")
	for _, r := range s.rows {
		if r.entry >= 0 && !s.entries[r.entry].can {
			t.Errorf("%s is listed", s.entries[r.entry].ID)
		}
	}
	if len(s.rows) == 0 || len(s.rows) >= all {
		t.Errorf("%d rows of %d", len(s.rows), all)
	}
	press(t, s, "&")
	if len(s.rows) != all {
		t.Errorf("%d rows and not %d again", len(s.rows), all)
	}
	press(t, s, "/")
	typed(t, s, "nps")
	press(t, s, "enter")
	if len(host.warned) != 1 || !strings.Contains(host.warned[0], "this data has no recommend") || len(host.went) != 0 {
		t.Errorf("warned %q, went %v", host.warned, host.went)
	}
}

// The pointer is on a method wherever keys take it, and the list shows it.
func TestThePointerIsOnAMethod(t *testing.T) {
	_, s := methodsOf(t, 80, 20, peopleColumns()...)
	mono := themes()["mono"]
	for _, key := range []string{"up", "down", "pgdown", "right", "right", "right", "right", "right", "right", "G", "down", "left", "pgup", "ctrl+d", "ctrl+u", "g", "up", "left"} {
		press(t, s, key)
		e, ok := s.selected()
		if !ok {
			t.Fatalf("after %s the pointer is on a heading", key)
		}
		if text := strings.Join(s.View(mono), "\n"); !strings.Contains(text, mono.Glyphs.Pointer) || !strings.Contains(text, e.ID) {
			t.Errorf("after %s the pointer is off the screen", key)
		}
	}
	if first, _ := s.selected(); first.ID != "rfm" {
		t.Errorf("the first is %s", first.ID)
	}
}

// What is told of every method is told to its end, at every width.
func TestEveryMethodIsToldToItsEnd(t *testing.T) {
	for _, w := range []int{60, 80, 200} {
		_, s := methodsOf(t, w, 16, peopleColumns()...)
		mono := themes()["mono"]
		for i, r := range s.rows {
			if r.entry < 0 {
				continue
			}
			s.pane = false
			s.point(i)
			golden.Size(t, s.entries[r.entry].ID, s.View(mono), w, 16)
			press(t, s, "tab", "G")
			text := strings.Join(strings.Fields(strings.ReplaceAll(strings.Join(s.View(mono), " "), "│", " ")), " ")
			source := strings.Fields(s.entries[r.entry].Source)
			if last := source[len(source)-1]; !strings.Contains(text, last) {
				t.Errorf("%s at %d cells does not end with %q", s.entries[r.entry].ID, w, last)
			}
		}
	}
}
