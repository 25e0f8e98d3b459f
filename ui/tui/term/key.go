package term

import (
	tea "github.com/charmbracelet/bubbletea"
)

// Key is one key press, or one paste.
type Key struct {
	// Name says which key: "enter", "esc", "tab", "shift+tab", "backspace",
	// "delete", "space", "up", "pgdown", "home", "ctrl+p", "f1", and for a key
	// that types, what it types: "j", "G", "?", "顧". A paste is "paste", several
	// runes that arrive in a text field at once are "text": under their own name a
	// word such as enter would be a key.
	Name string
	// Text is what the key types, nothing for keys that do not.
	Text string
}

// Paste reports whether the key is pasted text, which triggers no binding.
func (k Key) Paste() bool { return k.Name == "paste" }

// KeyOf makes the key of a name as tests and menus write it; a name that is
// one rune, and "space", types itself.
func KeyOf(name string) Key {
	k := Key{Name: name}
	if name == "space" {
		k.Text = " "
	} else if len([]rune(name)) == 1 {
		k.Text = name
	}
	return k
}

// Keys returns the keys of one message, in order. Bubble Tea delivers what
// arrives in one read as one message: held and typed-ahead keys come as
// several runes, which are taken apart unless a text field has the focus
// (typing); and Esc followed at once by another key comes as that key with
// alt, which becomes the two keys it was, since custseg binds none with alt.
func Keys(msg tea.KeyMsg, typing bool) []Key {
	if msg.Type == tea.KeyRunes && msg.Paste {
		return []Key{{Name: "paste", Text: string(msg.Runes)}}
	}
	var keys []Key
	if msg.Alt && (msg.Type == tea.KeyRunes || msg.Type == tea.KeySpace || isControl(msg.Type)) {
		keys = append(keys, Key{Name: "esc"})
		msg.Alt = false
		typing = false // Esc leaves the text field before the rest arrives
	}
	switch {
	case msg.Type == tea.KeySpace:
		return append(keys, KeyOf("space"))
	case msg.Type == tea.KeyCtrlH:
		return append(keys, Key{Name: "backspace"}) // what many terminals send for it
	case msg.Type != tea.KeyRunes:
		return append(keys, Key{Name: msg.String()})
	case typing && len(msg.Runes) > 1:
		return append(keys, Key{Name: "text", Text: string(msg.Runes)})
	}
	for _, r := range msg.Runes {
		if r == ' ' {
			keys = append(keys, KeyOf("space"))
		} else {
			keys = append(keys, Key{Name: string(r), Text: string(r)})
		}
	}
	return keys
}

// isControl reports whether the key is a C0 control character, which Esc in
// front of turns into an alt key; arrows and function keys are above them.
func isControl(t tea.KeyType) bool { return t >= 0 && (t < ' ' || t == tea.KeyBackspace) }
