package term_test

import (
	"reflect"
	"strings"
	"testing"

	"custseg/ui/tui/term"

	tea "github.com/charmbracelet/bubbletea"
)

func runes(s string) tea.KeyMsg { return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(s)} }

func TestKeys(t *testing.T) {
	alt := func(m tea.KeyMsg) tea.KeyMsg { m.Alt = true; return m }
	j, esc := term.Key{Name: "j", Text: "j"}, term.Key{Name: "esc"}
	space := term.Key{Name: "space", Text: " "}
	for _, c := range []struct {
		name   string
		msg    tea.KeyMsg
		typing bool
		want   []term.Key
	}{
		{"one rune", runes("j"), false, []term.Key{j}},
		{"held key", runes("jjj"), false, []term.Key{j, j, j}},
		{"search typed ahead", runes("/顧G"), false, []term.Key{{Name: "/", Text: "/"}, {Name: "顧", Text: "顧"}, {Name: "G", Text: "G"}}},
		{"input method in a text field", runes("顧客"), true, []term.Key{{Name: "text", Text: "顧客"}}},
		{"a key's name typed at once", runes("enter"), true, []term.Key{{Name: "text", Text: "enter"}}},
		{"one rune in a text field", runes("j"), true, []term.Key{j}},
		{"space key", tea.KeyMsg{Type: tea.KeySpace, Runes: []rune(" ")}, false, []term.Key{space}},
		{"space rune", runes(" "), false, []term.Key{space}},
		{"space in a text field", tea.KeyMsg{Type: tea.KeySpace, Runes: []rune(" ")}, true, []term.Key{space}},
		{"paste", tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("q\nq"), Paste: true}, false, []term.Key{{Name: "paste", Text: "q\nq"}}},
		{"paste in a text field", tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("jj"), Paste: true}, true, []term.Key{{Name: "paste", Text: "jj"}}},
		{"esc then j", alt(runes("j")), false, []term.Key{esc, j}},
		{"esc then j in a text field", alt(runes("j")), true, []term.Key{esc, j}},
		{"esc then enter", alt(tea.KeyMsg{Type: tea.KeyEnter}), false, []term.Key{esc, {Name: "enter"}}},
		{"esc twice", alt(tea.KeyMsg{Type: tea.KeyEsc}), false, []term.Key{esc, esc}},
		{"esc then space", alt(tea.KeyMsg{Type: tea.KeySpace, Runes: []rune(" ")}), false, []term.Key{esc, space}},
		{"alt with an arrow", alt(tea.KeyMsg{Type: tea.KeyUp}), false, []term.Key{{Name: "alt+up"}}},
		{"enter", tea.KeyMsg{Type: tea.KeyEnter}, true, []term.Key{{Name: "enter"}}},
		{"ctrl-p", tea.KeyMsg{Type: tea.KeyCtrlP}, false, []term.Key{{Name: "ctrl+p"}}},
		{"tab", tea.KeyMsg{Type: tea.KeyTab}, false, []term.Key{{Name: "tab"}}},
		{"page down", tea.KeyMsg{Type: tea.KeyPgDown}, false, []term.Key{{Name: "pgdown"}}},
		{"backspace", tea.KeyMsg{Type: tea.KeyBackspace}, false, []term.Key{{Name: "backspace"}}},
		{"backspace as ctrl-h", tea.KeyMsg{Type: tea.KeyCtrlH}, true, []term.Key{{Name: "backspace"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := term.Keys(c.msg, c.typing); !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}

// FuzzKeys gives the keys of any message: what types is never taken for a key
// that does something, nothing typed is lost, and every key has a name.
func FuzzKeys(f *testing.F) {
	f.Add(int16(tea.KeyRunes), "enter", false, false, true)
	f.Add(int16(tea.KeyRunes), "jj顧 ", true, false, false)
	f.Add(int16(tea.KeyRunes), "q\x1b[2J\n", false, true, false)
	f.Add(int16(tea.KeySpace), " ", true, false, true)
	f.Add(int16(tea.KeyCtrlH), "", true, false, false)
	f.Fuzz(func(t *testing.T, kind int16, text string, alt, paste, typing bool) {
		msg := tea.KeyMsg{Type: tea.KeyType(kind), Alt: alt, Paste: paste}
		if msg.Type == tea.KeyRunes || msg.Type == tea.KeySpace {
			msg.Runes = []rune(text)
		}
		var typed strings.Builder
		for _, k := range term.Keys(msg, typing) {
			typed.WriteString(k.Text)
			switch {
			case k.Name == "" && msg.String() != "":
				t.Errorf("%+v: a key without a name", msg)
			case k.Paste() != (msg.Paste && msg.Type == tea.KeyRunes):
				t.Errorf("%+v: %+v", msg, k)
			case k.Text != "" && !k.Paste() && k.Name != "text" && k != term.KeyOf(k.Name):
				t.Errorf("%+v: %q is typed by a key called %q", msg, k.Text, k.Name)
			}
		}
		if msg.Type == tea.KeyRunes && typed.String() != string(msg.Runes) {
			t.Errorf("%q was typed as %q", string(msg.Runes), typed.String())
		}
	})
}

func TestKeyOfIsWhatArrives(t *testing.T) {
	for name, msg := range map[string]tea.KeyMsg{
		"j": runes("j"), "space": {Type: tea.KeySpace}, "顧": runes("顧"),
		"enter": {Type: tea.KeyEnter}, "ctrl+d": {Type: tea.KeyCtrlD}, "shift+tab": {Type: tea.KeyShiftTab},
	} {
		if got := term.Keys(msg, false); !reflect.DeepEqual(got, []term.Key{term.KeyOf(name)}) {
			t.Errorf("%s arrives as %+v", name, got)
		}
	}
	if (!term.Key{Name: "paste", Text: "x"}.Paste()) || term.KeyOf("x").Paste() {
		t.Error("only a paste is a paste")
	}
}

func TestMouseOf(t *testing.T) {
	for _, c := range []struct {
		name string
		msg  tea.MouseMsg
		want term.Mouse
	}{
		{"click", tea.MouseMsg{X: 3, Y: 4, Action: tea.MouseActionPress, Button: tea.MouseButtonLeft}, term.Mouse{X: 3, Y: 4, Button: term.LeftButton}},
		{"release", tea.MouseMsg{Action: tea.MouseActionRelease, Button: tea.MouseButtonRight}, term.Mouse{Action: term.Release, Button: term.RightButton}},
		{"drag", tea.MouseMsg{X: 9, Action: tea.MouseActionMotion, Button: tea.MouseButtonLeft}, term.Mouse{X: 9, Action: term.Motion, Button: term.LeftButton}},
		{"wheel", tea.MouseMsg{X: 1, Button: tea.MouseButtonWheelDown}, term.Mouse{X: 1, Action: term.Wheel, DY: 1}},
		{"wheel up", tea.MouseMsg{Button: tea.MouseButtonWheelUp}, term.Mouse{Action: term.Wheel, DY: -1}},
		{"wheel sideways", tea.MouseMsg{Button: tea.MouseButtonWheelRight}, term.Mouse{Action: term.Wheel, DX: 1}},
		{"wheel with shift", tea.MouseMsg{Button: tea.MouseButtonWheelUp, Shift: true}, term.Mouse{Action: term.Wheel, DX: -1}},
	} {
		if got := term.MouseOf(c.msg); got != c.want {
			t.Errorf("%s: got %+v, want %+v", c.name, got, c.want)
		}
	}
}
