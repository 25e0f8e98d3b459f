package store

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// lay writes a file of a store as something went wrong with it.
func lay(t *testing.T, folder, name, text string) (path string) {
	t.Helper()
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(folder, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestDamagedFilesAreSetAside(t *testing.T) {
	s, f := kept(t)
	for n, damaged := range []string{`{"version":1,"sessions":[{`, "", `{"version":1,"sessions":5}`, `{"version":1,"sessions":[{"fils":[]}]}`} {
		path := lay(t, f.State, "sessions.json", damaged)
		if got := s.SetAside(false); len(got) > 0 {
			t.Fatalf("set aside unasked: %v", got)
		}
		got := s.SetAside(true)
		to := filepath.Join(f.State, "sessions-damaged-"+string(rune('1'+n))+".json")
		if len(got) != 1 || got[0].Path != path || got[0].To != to || got[0].Cause == nil {
			t.Fatalf("%q: %+v, want it at %s", damaged, got, to)
		}
		if b, err := os.ReadFile(to); err != nil || string(b) != damaged {
			t.Errorf("%q became %q, %v", damaged, b, err)
		}
		if err := s.KeepSession(Session{Files: []string{"/a.csv"}}); err != nil {
			t.Errorf("%q: no new file is begun: %v", damaged, err)
		}
		if got := s.SetAside(true); len(got) > 0 {
			t.Errorf("a sound file was set aside: %v", got)
		}
	}
}

func TestWhatPeopleWroteIsOnlySetAsideWhenItIsDamaged(t *testing.T) {
	s, f := kept(t)
	for _, name := range []string{"presets.json", "recipes.json"} {
		list := strings.TrimSuffix(name, ".json")
		path := lay(t, f.Config, name, `{"version":1,"`+list+`":[],"note":"mine"}`)
		if got := s.SetAside(true); len(got) > 0 {
			t.Errorf("set aside, though only a note is not known: %v", got)
		}
		lay(t, f.Config, name, `{"version":9,"`+list+`":[]}`)
		if got := s.SetAside(true); len(got) > 0 {
			t.Errorf("set aside, though only of another version: %v", got)
		}
		lay(t, f.Config, name, `{"version":1,"`+list+`":[{"name":`)
		got := s.SetAside(true)
		if len(got) != 1 || got[0].Path != path {
			t.Errorf("%v, want %s", got, path)
		}
	}
	if all, err := s.Presets(); err != nil || len(all) > 0 {
		t.Errorf("%v %v", all, err)
	}
	if err := s.SavePreset(Preset{Name: "a", Method: "rfm"}); err != nil {
		t.Error(err)
	}
}

// What cannot be renamed stays, and is refused as before.
func TestWhatCannotBeSetAsideIsRefused(t *testing.T) {
	s, f := kept(t)
	path := lay(t, f.State, "sessions.json", "{")
	if err := os.MkdirAll(filepath.Join(f.State, "sessions-damaged-1.json"), 0o700); err != nil {
		t.Fatal(err)
	}
	if got := s.SetAside(true); len(got) != 1 || filepath.Base(got[0].To) != "sessions-damaged-2.json" {
		t.Errorf("the name of another was taken: %v", got)
	}
	lay(t, f.State, "sessions.json", "{")
	if os.Geteuid() == 0 {
		t.Skip("the superuser may write everywhere")
	}
	if err := os.Chmod(f.State, 0o500); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(f.State, 0o700) })
	if got := s.SetAside(true); len(got) > 0 {
		t.Errorf("%v", got)
	}
	if err := s.KeepSession(Session{Files: []string{"/a.csv"}}); err == nil || !strings.Contains(err.Error(), path) {
		t.Errorf("%v", err)
	}
}

// Where nothing can be written the message names a remedy.
func TestWhatCannotBeWrittenNamesTheRemedy(t *testing.T) {
	file := lay(t, t.TempDir(), "file", "")
	s := New(Folders{Config: filepath.Join(file, "c"), State: filepath.Join(file, "s")})
	got := map[string]error{"XDG_CONFIG_HOME": s.SavePreset(Preset{Name: "a"}), "XDG_STATE_HOME": s.KeepSession(Session{Files: []string{"/a.csv"}})}
	for variable, err := range got {
		if err == nil || !strings.Contains(err.Error(), file) || !strings.Contains(err.Error(), variable) {
			t.Errorf("%v does not name %s and %s", err, file, variable)
		}
	}
	if got := s.SetAside(true); !reflect.DeepEqual(got, []Aside(nil)) {
		t.Errorf("%v", got)
	}
}
