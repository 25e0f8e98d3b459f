package form_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"custseg/ui/tui/form"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

func fields() []form.Field {
	return []form.Field{
		{ID: "bins", Label: "bins", Kind: form.Stepper, Value: "5", Min: 2, Max: 10, Help: "How many score levels each measure has."},
		{ID: "binning", Label: "binning", Kind: form.Choice, Value: "quantile", Changed: true,
			Choices: []form.Option{{ID: "quantile", Label: "quantile"}, {ID: "kmeans", Label: "k-means, one measure at a time"}, {ID: "fixed", Label: "fixed cuts"}},
			Help:    "Equal customers per bin; ties stay together."},
		{ID: "share", Label: "top share", Kind: form.Stepper, Value: "80%", Min: 0.5, Max: 0.95, Step: 0.05, Help: "Class A is the customers that make up this share of value."},
		{ID: "weights", Label: "weights", Kind: form.Weights, Value: "1,1,1", Choices: []form.Option{{ID: "r", Label: "R"}, {ID: "f", Label: "F"}, {ID: "m", Label: "M"}}},
		{ID: "asof", Label: "as of", Kind: form.Text, Value: "2011-12-10", Unit: "last + 1 day", Help: "The day from which recency counts."},
		{ID: "features", Label: "特徴量 columns", Kind: form.Columns, Value: "recency,monetary", Changed: true, Choices: columns(),
			Help: "What the clusters are made of. 顧客の特徴を選ぶ:数が多いほど解釈は難しくなる。A measure is taken from a column mapped to it, or else computed from orders; the screen says which of the two it was."},
		{ID: "log", Label: "log scale", Kind: form.Toggle, Value: "true", Help: "Take the logarithm of money first."},
		{ID: "k", Label: "clusters", Kind: form.Stepper, Value: "auto", Word: "auto", Min: 2, Step: 1, Unit: "clusters", Help: "Found by silhouette when auto."},
		{ID: "churn", Label: "churn after", Kind: form.Stepper, Value: "90", Min: 1, Max: 720, Step: 30, Unit: "days", Disabled: "Needs order dates: map one on step 2"},
	}
}

// lists are fields whose values are lists of parts.
func lists() []form.Field {
	return []form.Field{
		{ID: "tiers", Label: "tiers", Kind: form.Weights, Value: "20,30,50", Step: 5, Sum: 100, Choices: []form.Option{{Label: "Platinum"}, {Label: "Gold"}, {Label: "Silver"}}},
		{ID: "cuts", Label: "cuts", Kind: form.Cuts, Value: "recency:10,20;monetary:105", Help: "Where the levels part.",
			Choices: []form.Option{{ID: "recency", Label: "recency", Step: 1}, {ID: "monetary", Label: "monetary", Step: 10}, {ID: "地区", Label: "地区"}}},
		{ID: "lines", Label: "ranges", Kind: form.Lines, Value: "A 1/1;B 2/2"},
	}
}

func columns() []form.Option {
	return []form.Option{
		{ID: "recency", Label: "Recency"}, {ID: "frequency", Label: "Frequency"}, {ID: "monetary", Label: "Monetary"},
		{ID: "price, net", Label: "Price, net"}, {ID: "地区", Label: "地区"}, {ID: "ｶﾞｲﾄﾞ", Label: "ｶﾞｲﾄﾞ \x1b[2J bad"},
	}
}

func newForm() *form.Form {
	return check(form.New(fields(), form.English()))
}

// check refuses some values.
func check(f *form.Form) *form.Form {
	f.Validate = func(id, value string) error {
		if value == "bad" || id == "share" && value == "60%" {
			return errors.New("parameter " + id + ": " + value + " does not fit")
		}
		return nil
	}
	return f
}

// press types keys and returns the last change and whether all were used.
func press(f *form.Form, keys ...string) (form.Change, bool) {
	var last form.Change
	all := true
	for _, k := range keys {
		c, ok := f.Key(term.KeyOf(k))
		if c.ID != "" {
			last = c
		}
		all = all && ok
	}
	return last, all
}

func TestKeys(t *testing.T) {
	for _, c := range []struct {
		name, on string
		keys     []string
		want     form.Change
		editing  bool
	}{
		{"step up", "bins", []string{"right"}, form.Change{ID: "bins", Value: "6"}, false},
		{"step down as in vi", "bins", []string{"h"}, form.Change{ID: "bins", Value: "4"}, false},
		{"two steps in a burst", "bins", []string{"l", "l"}, form.Change{ID: "bins", Value: "7"}, false},
		{"ten steps stop at the end", "bins", []string{"shift+right"}, form.Change{ID: "bins", Value: "10"}, false},
		{"at the end", "bins", []string{"shift+left", "left"}, form.Change{ID: "bins", Value: "2"}, false},
		{"percent", "share", []string{"right"}, form.Change{ID: "share", Value: "85%"}, false},
		{"percent without a decimal tail", "share", []string{"left", "left", "left"}, form.Change{ID: "share", Value: "65%"}, false},
		{"a step that is not valid", "share", []string{"shift+left", "right", "right"}, form.Change{ID: "share", Value: "55%"}, false},
		{"from the word", "k", []string{"right"}, form.Change{ID: "k", Value: "2"}, false},
		{"to the word", "k", []string{"right", "right", "left", "left"}, form.Change{ID: "k", Value: "auto"}, false},
		{"the word is the end", "k", []string{"left"}, form.Change{}, false},
		{"next choice", "binning", []string{"right"}, form.Change{ID: "binning", Value: "kmeans"}, false},
		{"choices go round", "binning", []string{"left"}, form.Change{ID: "binning", Value: "fixed"}, false},
		{"toggle", "log", []string{"space"}, form.Change{ID: "log", Value: "false"}, false},
		{"toggle twice", "log", []string{"enter", "right"}, form.Change{ID: "log", Value: "true"}, false},
		{"default", "bins", []string{"backspace"}, form.Change{ID: "bins", Reset: true}, false},
		{"a digit types", "bins", []string{"7"}, form.Change{}, true},
		{"typed and taken", "bins", []string{"1", "0", "enter"}, form.Change{ID: "bins", Value: "10"}, false},
		{"typed and left", "bins", []string{"7", "esc"}, form.Change{}, false},
		{"typed as it was", "bins", []string{"5", "enter"}, form.Change{}, false},
		{"typed badly", "asof", []string{"enter", "ctrl+u", "b", "a", "d", "enter"}, form.Change{}, true},
		{"letters while typing", "asof", []string{"enter", "end", "j", "q", "enter"}, form.Change{ID: "asof", Value: "2011-12-10jq"}, false},
		{"typing replaces the value", "bins", []string{"enter", "9", "enter"}, form.Change{ID: "bins", Value: "9"}, false},
		{"an arrow keeps it", "asof", []string{"enter", "left", "1", "enter"}, form.Change{ID: "asof", Value: "12011-12-10"}, false},
		{"typed, then down", "bins", []string{"3", "down"}, form.Change{ID: "bins", Value: "3"}, false},
		{"weights", "weights", []string{"2", ",", "1", ",", ".", "5", "enter"}, form.Change{ID: "weights", Value: "2,1,.5"}, false},
		{"a weight steps", "weights", []string{"enter", "down", "right", "right"}, form.Change{ID: "weights", Value: "1,3,1"}, false},
		{"a weight is not below none", "weights", []string{"right", "shift+left", "left"}, form.Change{ID: "weights", Value: "0,1,1"}, false},
		{"a weight typed", "weights", []string{"right", "down", "enter", ".", "5", "enter", "esc"}, form.Change{ID: "weights", Value: "1,.5,1"}, false},
		{"weights are as many as they are", "weights", []string{"enter", "a", "x"}, form.Change{}, false},
		{"weights back to the default", "weights", []string{"enter", "backspace"}, form.Change{ID: "weights", Reset: true}, false},
		{"the others share what is left", "tiers", []string{"enter", "right"}, form.Change{ID: "tiers", Value: "25,28,47"}, false},
		{"and back", "tiers", []string{"enter", "right", "left"}, form.Change{ID: "tiers", Value: "20,30,50"}, false},
		{"all in one", "tiers", []string{"enter", "shift+right", "shift+right"}, form.Change{ID: "tiers", Value: "100,0,0"}, false},
		{"and out of it", "tiers", []string{"enter", "shift+right", "shift+right", "left"}, form.Change{ID: "tiers", Value: "95,2,3"}, false},
		{"a cut steps on its grid", "cuts", []string{"enter", "down", "down", "right"}, form.Change{ID: "cuts", Value: "recency:10,20;monetary:120"}, false},
		{"a cut between two", "cuts", []string{"enter", "a", "enter"}, form.Change{ID: "cuts", Value: "recency:10,15,20;monetary:105"}, false},
		{"a cut behind the last", "cuts", []string{"enter", "down", "down", "a", "enter"}, form.Change{ID: "cuts", Value: "recency:10,20;monetary:105,115"}, false},
		{"the first of a measure", "cuts", []string{"enter", "end", "a", "3", "enter"}, form.Change{ID: "cuts", Value: "recency:10,20;monetary:105;地区:3"}, false},
		{"a cut taken out", "cuts", []string{"enter", "x"}, form.Change{ID: "cuts", Value: "recency:20;monetary:105"}, false},
		{"all of a measure taken out", "cuts", []string{"enter", "x", "x"}, form.Change{ID: "cuts", Value: "monetary:105"}, false},
		{"a cut not added after all", "cuts", []string{"enter", "a", "esc", "esc"}, form.Change{}, false},
		{"a line is typed", "lines", []string{"enter", "down", "enter", "c", "enter"}, form.Change{ID: "lines", Value: "A 1/1;c"}, false},
		{"a line is added", "lines", []string{"enter", "a", "x", "enter"}, form.Change{ID: "lines", Value: "A 1/1;x;B 2/2"}, false},
		{"nothing on a disabled field", "churn", []string{"right", "enter", "5", "backspace"}, form.Change{}, false},
		{"pick one", "binning", []string{"enter", "down", "down", "enter"}, form.Change{ID: "binning", Value: "fixed"}, false},
		{"pick one by search", "binning", []string{"enter", "M", "E", "A", "enter"}, form.Change{ID: "binning", Value: "kmeans"}, false},
		{"search with a space", "binning", []string{"enter", "d", "space", "c", "enter"}, form.Change{ID: "binning", Value: "fixed"}, false},
		{"no match", "binning", []string{"enter", "z", "z", "enter"}, form.Change{}, true},
		{"picking left", "binning", []string{"enter", "down", "esc"}, form.Change{}, false},
		{"pick several", "features", []string{"enter", "down", "space", "enter"}, form.Change{ID: "features", Value: "recency,frequency,monetary"}, false},
		{"take one out", "features", []string{"enter", "space", "enter"}, form.Change{ID: "features", Value: "monetary"}, false},
		{"search, mark, search again", "features", []string{"enter", "p", "r", "i", "space", "ctrl+u", "地", "space", "enter"},
			form.Change{ID: "features", Value: `recency,monetary,"price, net",地区`}, false},
		{"pointer stops at the end", "features", []string{"enter", "pgdown", "down", "space", "pgup", "space", "enter"}, form.Change{ID: "features", Value: "monetary,ｶﾞｲﾄﾞ"}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := newForm()
			if !f.SetCursor(c.on) {
				f = check(form.New(lists(), form.English()))
			}
			if !f.SetCursor(c.on) {
				t.Fatal("no such field")
			}
			got, used := press(f, c.keys...)
			if got != c.want || f.Editing() != c.editing || !used {
				t.Errorf("got %+v, editing %v, used %v; want %+v, editing %v", got, f.Editing(), used, c.want, c.editing)
			}
		})
	}
}

func TestMoving(t *testing.T) {
	f := newForm()
	for _, c := range []struct{ key, at string }{
		{"up", "bins"}, {"down", "binning"}, {"j", "share"}, {"k", "binning"}, {"G", "churn"}, {"j", "churn"}, {"home", "bins"}, {"end", "churn"}, {"g", "bins"},
	} {
		if _, used := press(f, c.key); !used || f.Cursor() != c.at {
			t.Errorf("after %s at %s, used %v, want %s", c.key, f.Cursor(), used, c.at)
		}
	}
	press(f, "3", "down")
	if f.Cursor() != "binning" || f.Editing() {
		t.Errorf("down takes the value and moves: at %s, editing %v", f.Cursor(), f.Editing())
	}
	if f.SetCursor("none") || f.Cursor() != "binning" {
		t.Error("a field that is not there was found")
	}
}

// What a screen binds itself must come through.
func TestKeysLeftToTheScreen(t *testing.T) {
	f := newForm()
	for _, k := range []string{"esc", "q", "tab", "?", "ctrl+p", "u", "/", "space", "F"} {
		if _, used := press(f, k); used {
			t.Errorf("%s is taken", k)
		}
	}
	f.SetCursor("binning")
	if _, used := press(f, "3"); used {
		t.Error("a digit is taken on a choice, which cannot be typed")
	}
	if _, used := f.Key(term.Key{Name: "paste", Text: "7"}); used {
		t.Error("a paste acts as a key")
	}
	empty := form.New(nil, form.English())
	if _, used := press(empty, "down"); used || empty.Cursor() != "" || empty.Editing() {
		t.Error("a form without fields takes keys")
	}
}

func TestPasteIntoAField(t *testing.T) {
	f := newForm()
	f.SetCursor("asof")
	press(f, "enter", "ctrl+u")
	f.Key(term.Key{Name: "paste", Text: " 2012-01-01\r\n\x1b[31m"})
	if c, _ := press(f, "enter"); c.Value != "2012-01-01 [31m" {
		t.Errorf("pasted %q", c.Value)
	}
}

func TestSetFieldsKeepsThePlace(t *testing.T) {
	f := newForm()
	f.SetCursor("asof")
	press(f, "2", "0")
	next := fields()[2:]
	next[0].Value = "75%"
	f.SetFields(next)
	if f.Cursor() != "asof" || !f.Editing() {
		t.Fatalf("at %s, editing %v", f.Cursor(), f.Editing())
	}
	if c, _ := press(f, "enter"); c != (form.Change{ID: "asof", Value: "20"}) {
		t.Errorf("got %+v", c)
	}
	press(f, "2")
	f.SetFields(fields()[:3])
	if f.Editing() || f.Cursor() != "share" {
		t.Errorf("the field is gone: at %s, editing %v", f.Cursor(), f.Editing())
	}
	if c, _ := press(f, "right"); c.Value != "85%" {
		t.Errorf("the values given are not in force: %+v", c)
	}
	caller := fields()
	f.SetFields(caller)
	f.SetCursor("bins")
	press(f, "right")
	if caller[0].Value != "5" {
		t.Error("the caller's fields were changed")
	}
}

func TestListsRoundTrip(t *testing.T) {
	for _, c := range []struct {
		text  string
		parts []string
	}{
		{"", nil}, {"a", []string{"a"}}, {" a , b,,c ", []string{"a", "b", "c"}}, {`"a, b",c`, []string{"a, b", "c"}},
	} {
		got := form.Split(c.text)
		if len(got) != len(c.parts) {
			t.Errorf("Split(%q) = %q", c.text, got)
			continue
		}
		for i := range got {
			if got[i] != c.parts[i] {
				t.Errorf("Split(%q) = %q", c.text, got)
			}
		}
		if again := form.Split(form.Join(got)); len(again) != len(got) {
			t.Errorf("%q became %q", got, again)
		}
	}
}

// A column that the list does not offer, such as one that was typed on the
// command line, can be taken away on the screen.
func TestWhatIsNotOfferedCanBeTakenAway(t *testing.T) {
	x := fields()[5]
	x.Value = "gone,recency"
	f := form.New([]form.Field{x}, form.English())
	if c, _ := press(f, "/", "space", "enter"); c.Value != "recency" {
		t.Errorf("taken away: %q", c.Value)
	}
	f = form.New([]form.Field{x}, form.English())
	if c, _ := press(f, "enter", "down", "down", "space", "enter"); c.Value != "gone,recency,frequency" {
		t.Errorf("kept: %q", c.Value)
	}
}

func TestSlashOpensListsOnly(t *testing.T) {
	f := newForm()
	if _, used := press(f, "/"); used || f.Editing() {
		t.Error("a number has a list")
	}
	f.SetCursor("binning")
	if c, used := press(f, "/", "f", "i", "x", "enter"); !used || c.Value != "fixed" {
		t.Errorf("found %q", c.Value)
	}
}

// What is wrong is said while it is typed, and no longer once it is right.
func TestTypingIsCheckedAtOnce(t *testing.T) {
	th := theme.New(nil, theme.Options{})
	says := func(f *form.Form) bool {
		return strings.Contains(strings.Join(f.View(th, 60, 16, true), "\n"), "bad does not fit")
	}
	f := newForm()
	f.SetCursor("asof")
	press(f, "enter", "b", "a")
	if says(f) {
		t.Error("wrong before it is typed")
	}
	if press(f, "d"); !says(f) {
		t.Error("the reason is not told as typed")
	}
	if press(f, "backspace"); says(f) {
		t.Error("the reason stays")
	}
	if f.State() != form.Typing {
		t.Errorf("state %v", f.State())
	}
}

// The parts of a list stay open while other values come in, and letters that the
// list does not use are left to the screen.
func TestPartsFollowTheValue(t *testing.T) {
	f := check(form.New(lists(), form.English()))
	press(f, "enter", "down")
	if f.State() != form.Listing || f.Editing() {
		t.Fatalf("state %v, editing %v", f.State(), f.Editing())
	}
	if _, used := press(f, "u"); used {
		t.Error("undo is taken")
	}
	changed := lists()
	changed[0].Value = "10,40,50"
	f.SetFields(changed)
	if c, _ := press(f, "left"); c.Value != "11,35,54" {
		t.Errorf("stepped %+v", c)
	}
	f.SetFields(changed[1:])
	if f.State() != form.Moving {
		t.Error("the parts of a field that is gone are still shown")
	}
}

func TestStepsFromWhatTheWordCameTo(t *testing.T) {
	for _, c := range []struct {
		x    form.Field
		key  string
		want string
	}{
		{form.Field{Value: "auto", Word: "auto", Found: "3", Min: 1, Max: 20, Step: 1}, "right", "4"},
		{form.Field{Value: "auto", Word: "auto", Found: "3", Min: 1, Max: 20, Step: 1}, "left", "2"},
		{form.Field{Value: "auto", Word: "auto", Found: "419", Min: 1, Max: 600, Step: 10}, "right", "430"},
		{form.Field{Value: "auto", Word: "auto", Found: "78.6%", Min: 0, Max: .99, Step: .05}, "left", "75%"},
		{form.Field{Value: "auto", Word: "auto", Min: 2, Max: 20, Step: 1}, "right", "2"}, // nothing has run
	} {
		c.x.ID, c.x.Kind = "k", form.Stepper
		f := form.New([]form.Field{c.x}, form.English())
		if change, _ := press(f, c.key); change.Value != c.want {
			t.Errorf("%s from %s, which came to %q: %q, want %q", c.key, c.x.Value, c.x.Found, change.Value, c.want)
		}
	}
}

func TestManyAreMarkedAtOnce(t *testing.T) {
	features := slices.IndexFunc(fields(), func(x form.Field) bool { return x.ID == "features" })
	f := form.New(fields()[features:features+1], form.English())
	if c, _ := press(f, "enter", "ctrl+a", "enter"); c.Value != `recency,frequency,monetary,"price, net",地区,ｶﾞｲﾄﾞ` {
		t.Errorf("all: %q", c.Value)
	}
	f = form.New(fields()[features:features+1], form.English())
	if c, _ := press(f, "enter", "ctrl+a", "ctrl+a", "/", "t", "a", "r", "y", "ctrl+a", "enter"); c.Value != "monetary" {
		t.Errorf("none, then those that match: %q", c.Value)
	}
}
