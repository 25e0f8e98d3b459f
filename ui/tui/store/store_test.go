package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"custseg/model"
)

// kept is a store in folders of the test's own.
func kept(t *testing.T) (*Store, Folders) {
	t.Helper()
	f := Folders{Config: filepath.Join(t.TempDir(), "a", "custseg"), State: filepath.Join(t.TempDir(), "custseg")}
	return New(f), f
}

func TestFoldersFollowXDG(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("XDG is not of Windows")
	}
	for _, c := range []struct {
		env           map[string]string
		config, state string
	}{
		{map[string]string{"HOME": "/h"}, "/h/.config/custseg", "/h/.local/state/custseg"},
		{map[string]string{"HOME": "/h", "XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "/s"}, "/c/custseg", "/s/custseg"},
		{map[string]string{"HOME": "/h", "XDG_CONFIG_HOME": "relative"}, "/h/.config/custseg", "/h/.local/state/custseg"},
		{map[string]string{}, "", ""},
	} {
		got := FoldersOf(func(k string) string { return c.env[k] })
		if got.Config != c.config || got.State != c.state {
			t.Errorf("%v: %+v", c.env, got)
		}
	}
}

func TestPresetsComeBackAsTheyWereSaved(t *testing.T) {
	s, f := kept(t)
	cuts := model.CutsOf(map[string][]float64{"recency": {20, 45}})
	first := Preset{"spring", "rfm", model.Settings{"bins": model.Num(4), "cuts": cuts}}
	second := Preset{"顧客 \"five\"", "kmeans", model.Settings{"columns": model.Words("年齢", "Annual, Income"), "k": model.Num(5)}}
	for _, p := range []Preset{first, second} {
		if err := s.SavePreset(p); err != nil {
			t.Fatal(err)
		}
	}
	got, err := New(f).Presets()
	if err != nil || len(got) != 2 {
		t.Fatalf("%v %v", got, err)
	}
	for i, want := range []Preset{first, second} {
		if got[i].Name != want.Name || got[i].Method != want.Method || !got[i].Params.Equal(want.Params) {
			t.Errorf("preset %d is %+v, want %+v", i, got[i], want)
		}
	}
	b, err := os.ReadFile(filepath.Join(f.Config, "presets.json"))
	if err != nil || !strings.Contains(string(b), "\n      \"name\": \"spring\"") {
		t.Errorf("not written to be read: %v\n%s", err, b)
	}
}

func TestPresetsAreReplacedRenamedAndDeleted(t *testing.T) {
	s, _ := kept(t)
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	names := func() (out []string) {
		all, err := s.Presets()
		must(err)
		for _, p := range all {
			out = append(out, p.Name)
		}
		return out
	}
	must(s.SavePreset(Preset{Name: "a", Method: "rfm"}))
	must(s.SavePreset(Preset{Name: " b ", Method: "abc"}))
	must(s.SavePreset(Preset{Name: "a", Method: "kmeans"}))
	if all, _ := s.Presets(); len(all) != 2 || all[0].Method != "kmeans" {
		t.Errorf("%+v", all)
	}
	if err := s.RenamePreset("a", "b"); err == nil {
		t.Error("a took the name of b")
	}
	must(s.RenamePreset("b", "c"))
	if got := names(); !reflect.DeepEqual(got, []string{"a", "c"}) {
		t.Errorf("names %v", got)
	}
	must(s.DeletePreset("a"))
	if err := s.DeletePreset("a"); !errors.Is(err, ErrNoPreset) {
		t.Errorf("deleted twice: %v", err)
	}
	if err := s.SavePreset(Preset{Name: "  "}); err == nil {
		t.Error("a preset without a name was kept")
	}
	if got := names(); !reflect.DeepEqual(got, []string{"c"}) {
		t.Errorf("names %v", got)
	}
}

// A file that a person wrote wrong is told of and stays as it is.
func TestADamagedFileIsNotWrittenOver(t *testing.T) {
	for _, text := range []string{"{ \"version\": 1, \"presets\": [", `{"version":9,"presets":[]}`, `{"version":1,"presets":[],"note":"mine"}`} {
		s, f := kept(t)
		path := filepath.Join(f.Config, "presets.json")
		if err := os.MkdirAll(f.Config, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := s.SavePreset(Preset{Name: "a"}); err == nil || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: %v", text, err)
		}
		if b, _ := os.ReadFile(path); string(b) != text {
			t.Errorf("%s became %s", text, b)
		}
	}
}

func TestWithoutAFolderItIsSaid(t *testing.T) {
	s := New(Folders{})
	if err := s.SavePreset(Preset{Name: "a"}); !errors.Is(err, ErrNoFolder) {
		t.Errorf("%v", err)
	}
	if err := s.KeepSession(Session{Files: []string{"a.csv"}}); !errors.Is(err, ErrNoFolder) {
		t.Errorf("%v", err)
	}
	// A file where the folder should be: as read-only for the superuser too.
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	err := New(Folders{Config: filepath.Join(file, "custseg")}).SavePreset(Preset{Name: "a"})
	if err == nil || !strings.Contains(err.Error(), "cannot be") || strings.Count(err.Error(), file) != 1 {
		t.Errorf("%v", err)
	}
}

func TestSessionsAreKeptByTheirFiles(t *testing.T) {
	s, _ := kept(t)
	dir := t.TempDir()
	t.Chdir(dir)
	recipe := model.NewRecipe([]model.Source{{Path: "a.csv", Fingerprint: "f"}}, model.Reading{Encoding: "gb18030"}).WithMethod("rfm").WithParam("bins", model.Num(4))
	keep := func(files ...string) {
		t.Helper()
		if err := s.KeepSession(Session{Files: files, Recipe: recipe, Place: Place{Step: "segments", Segment: 2, Customer: 7}}); err != nil {
			t.Fatal(err)
		}
	}
	for _, n := range []string{"1.csv", "2.csv", "3.csv", "4.csv", "5.csv"} {
		keep(n)
	}
	keep("2.csv")
	keep("sample:shop", "book.xlsx#Sheet 1")
	all, err := s.Sessions()
	if err != nil || len(all) != mostSessions {
		t.Fatalf("%d sessions, %v", len(all), err)
	}
	if want := []string{"sample:shop", filepath.Join(dir, "book.xlsx#Sheet 1")}; !reflect.DeepEqual(all[0].Files, want) {
		t.Errorf("the newest is %v, want %v", all[0].Files, want)
	}
	if filepath.Base(all[1].Files[0]) != "2.csv" || filepath.Base(all[2].Files[0]) != "5.csv" {
		t.Errorf("then %v, %v", all[1].Files, all[2].Files)
	}
	if got := all[0]; !got.Recipe.Equal(recipe) || got.Place != (Place{Step: "segments", Segment: 2, Customer: 7}) {
		t.Errorf("%+v", got)
	}
	if CanResume([]string{"a.csv", "-"}) || CanResume(nil) || !CanResume([]string{"a.csv"}) {
		t.Error("what can be resumed is not told apart")
	}
}

// Nothing half-written stays beside the files.
func TestWritingLeavesOnlyTheFile(t *testing.T) {
	s, f := kept(t)
	for range 3 {
		if err := s.KeepSession(Session{Files: []string{"/a.csv"}, Recipe: model.NewRecipe(nil, model.Reading{})}); err != nil {
			t.Fatal(err)
		}
	}
	found, err := os.ReadDir(f.State)
	if err != nil || len(found) != 1 || found[0].Name() != "sessions.json" {
		t.Errorf("%v %v", found, err)
	}
}

func TestRecipesComeBackAsTheyWereSaved(t *testing.T) {
	s, f := kept(t)
	recipe := model.NewRecipe([]model.Source{{Path: "a.csv", Fingerprint: "f"}}, model.Reading{}).WithMethod("rfm").WithParam("bins", model.Num(4)).
		WithWhere("town = \"A & B\"").WithAlso(model.Choice{Method: "abc"})
	recipe.Snapshot = &model.Snapshot{Customers: 7}
	for _, name := range []string{"spring", " 顧客 ", "spring"} {
		if err := s.SaveRecipe(Recipe{name, recipe}); err != nil {
			t.Fatal(err)
		}
	}
	all, err := New(f).Recipes()
	if err != nil || len(all) != 2 || all[1].Name != "顧客" || !all[0].Recipe.Equal(recipe) || all[0].Recipe.Snapshot.Customers != 7 {
		t.Fatalf("%+v %v", all, err)
	}
	if err := s.SaveRecipe(Recipe{Name: " "}); err == nil {
		t.Error("a recipe without a name was kept")
	}
	if err := s.RenameRecipe("spring", "顧客"); err == nil {
		t.Error("a recipe took the name of another")
	}
	if err := s.RenameRecipe("spring", " summer "); err != nil {
		t.Error(err)
	}
	if err := s.DeleteRecipe("summer"); err != nil {
		t.Error(err)
	}
	if err := s.DeleteRecipe("spring"); !errors.Is(err, ErrNoRecipe) {
		t.Errorf("deleted twice: %v", err)
	}
	if all, _ := s.Recipes(); len(all) != 1 {
		t.Errorf("left are %+v", all)
	}
	path := filepath.Join(f.Config, "recipes.json")
	damaged := `{"version":1,"recipes":[{"name":"a","recipe":{"version":1,"metod":"rfm"}}]}`
	if err := os.WriteFile(path, []byte(damaged), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := s.SaveRecipe(Recipe{"b", recipe}); err == nil || !strings.Contains(err.Error(), `"metod" is not known`) {
		t.Errorf("err = %v", err)
	}
	if b, _ := os.ReadFile(path); string(b) != damaged {
		t.Error("a file that cannot be understood was written over")
	}
}

// The newest session is the one kept last, whatever the clock said then.
func TestSessionsStayInOrderWhenTheClockJumps(t *testing.T) {
	s, _ := kept(t)
	for i, left := range []time.Time{time.Unix(4e9, 0), time.Unix(-4e9, 0), time.Unix(0, 0), {}} {
		name := fmt.Sprintf("sample:%d", i)
		if err := s.KeepSession(Session{Files: []string{name}, Left: left}); err != nil {
			t.Fatal(err)
		}
		if all, err := s.Sessions(); err != nil || len(all) != i+1 || all[0].Files[0] != name || !all[0].Left.Equal(left) {
			t.Errorf("left %v: %+v, %v", left, all, err)
		}
	}
}
