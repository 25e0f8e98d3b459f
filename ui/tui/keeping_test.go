package tui

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"custseg/ui/tui/store"
)

// behind is what is told behind the screen.
func (p *player) behind() (out, trouble string) {
	var o, t bytes.Buffer
	p.m.farewell(&o, &t)
	return o.String(), t.String()
}

// A session that cannot be kept is told of on the screen, once, and behind it, with
// the file and the remedy, however soon the program is left.
func TestASessionThatCannotBeKeptIsTold(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	nowhere := store.New(store.Folders{State: filepath.Join(file, "custseg")})
	p := playWith(t, nowhere, false, orders(t))
	p.press("3", "enter", "Q")
	if !p.quit {
		t.Fatal("asked although nothing is lost that was not told")
	}
	want := "custseg: The session is not kept for --resume: " + filepath.Join(file, "custseg", "sessions.json")
	out, trouble := p.behind()
	if out != "" || !strings.HasPrefix(trouble, want) || !strings.Contains(trouble, "XDG_STATE_HOME") || strings.Count(trouble, "\n") != 1 {
		t.Errorf("behind the screen: %q, %q", out, trouble)
	}

	p = playWith(t, nowhere, false, orders(t))
	p.m.keepLater()
	p.send(nil)
	p.shows("The session is not kept for --resume")
	p.press("3")
	p.m.keepLater()
	p.send(nil)
	if strings.Contains(p.screen(), "is not kept") {
		t.Errorf("told twice:\n%s", p.screen())
	}
}

func TestNothingIsToldOfASessionThatIsKept(t *testing.T) {
	p := playWith(t, storeOf(t), false, orders(t))
	p.press("3", "enter", "Q")
	if out, trouble := p.behind(); out+trouble != "" {
		t.Errorf("behind the screen: %q, %q", out, trouble)
	}
	p = playWith(t, storeOf(t), false, orders(t))
	p.press("3", "enter", "shift+tab", "left", "Q")
	if out, trouble := p.behind(); !strings.Contains(out, "custseg --resume") || trouble != "" {
		t.Errorf("behind the screen: %q, %q", out, trouble)
	}
}

// Damaged files are set aside with a word, and the session is kept in a new one.
func TestDamagedFilesAreSetAsideWithAWord(t *testing.T) {
	folder := t.TempDir()
	kept := store.New(store.Folders{Config: folder, State: folder})
	damage := func(names ...string) {
		t.Helper()
		for _, name := range names {
			if err := os.WriteFile(filepath.Join(folder, name), []byte(`{"version":1,`), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	damage("sessions.json")
	p := playWith(t, kept, false, orders(t))
	p.shows("60 customers", "sessions.json is damaged: set aside as sessions-damaged-1.json, a new one begins")
	p.press("3", "enter", "Q")
	if all, err := kept.Sessions(); err != nil || len(all) != 1 {
		t.Errorf("kept are %v, %v", all, err)
	}
	_, trouble := p.behind()
	if want := "custseg: " + filepath.Join(folder, "sessions.json") + " is damaged"; !strings.HasPrefix(trouble, want) || !strings.Contains(trouble, "move it to its place") {
		t.Errorf("behind the screen: %q", trouble)
	}

	damage("presets.json", "sessions.json")
	p = playWith(t, kept, true)
	p.shows("There is no session to resume: sessions.json is damaged: set aside as sessions-damaged-2.json")
	if _, trouble := p.behind(); strings.Count(trouble, "is damaged") != 2 {
		t.Errorf("behind the screen: %q", trouble)
	}

	damage("sessions.json") // of no interest where none is kept
	p = playConfig(t, 120, 36, "mono", Config{Files: []string{orders(t)}, Store: kept})
	if out, trouble := p.behind(); out+trouble != "" || strings.Contains(p.screen(), "damaged") {
		t.Errorf("told without need: %q", trouble)
	}
}
