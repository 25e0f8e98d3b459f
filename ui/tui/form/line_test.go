package form_test

import (
	"testing"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/form"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

func TestLine(t *testing.T) {
	for _, c := range []struct {
		name, start string
		keys        []string
		want, view  string // the cursor is [ ] in the view
	}{
		{"typing", "", []string{"a", "space", "顧"}, "a 顧", "a 顧[ ]   "},
		{"in the middle", "ac", []string{"left", "b"}, "abc", "ab[c]     "},
		{"home and delete", "abc", []string{"home", "delete"}, "bc", "[b]c      "},
		{"end", "abc", []string{"ctrl+a", "right", "ctrl+e", "backspace"}, "ab", "ab[ ]     "},
		{"one grapheme goes at once", "xe\u0301👨\u200d👩", []string{"backspace", "backspace"}, "x", "x[ ]      "},
		{"marks stay with their letter", "e\u0301x", []string{"left", "left"}, "e\u0301x", "[é]x      "},
		{"words", "ab cd  ", []string{"ctrl+w"}, "ab ", "ab [ ]    "},
		{"first word", "ab", []string{"ctrl+w", "ctrl+w"}, "", "[ ]       "},
		{"to the end", "abcd", []string{"left", "left", "ctrl+k"}, "ab", "ab[ ]     "},
		{"to the start", "abcd", []string{"left", "ctrl+u"}, "d", "[d]       "},
		{"at the ends nothing goes", "a", []string{"delete", "right", "home", "left", "backspace"}, "a", "[a]       "},
		{"longer than its place", "abcdefghij", nil, "abcdefghij", "defghij[ ]"},
		{"wide and longer", "顧客一覧表", nil, "顧客一覧表", "一覧表[ ] "},
		{"cursor on a wide one", "顧客一覧表", []string{"left"}, "顧客一覧表", "客一覧[表]"},
		{"half-width with a mark", "ｶﾞ", nil, "ｶﾞ", "ガ[ ]     "},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := form.NewLine(c.start)
			for _, k := range c.keys {
				if !l.Key(term.KeyOf(k)) {
					t.Errorf("%s is not used", k)
				}
			}
			th := theme.New(nil, theme.Options{})
			th.Cursor = th.Plain
			view := l.View(th, 8, true)
			if l.Text() != c.want || cell.Width(view) != 8 {
				t.Errorf("text %q, want %q; view %q is %d wide", l.Text(), c.want, view, cell.Width(view))
			}
			th = theme.New(nil, theme.Options{})
			if got := bracket(l.View(th, 8, true)); got != c.view {
				t.Errorf("view %q, want %q", got, c.view)
			}
		})
	}
	l := form.NewLine("a longer text")
	th := theme.New(nil, theme.Options{})
	if got := l.View(th, 6, false); got != "a lon…" {
		t.Errorf("without the focus: %q", got)
	}
	if l.View(th, 0, true) != "" {
		t.Error("no room, yet something is drawn")
	}
	for _, k := range []string{"up", "enter", "tab", "esc", "ctrl+p"} {
		if l.Key(term.KeyOf(k)) {
			t.Errorf("%s is taken", k)
		}
	}
}
