package screen

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"custseg/model"
	"custseg/ui/tui/golden"
	"custseg/ui/tui/store"
)

// presetsOf is a host with a method in force and a store of its own, and the
// page of presets on it.
func presetsOf(t *testing.T) (*keptPage, *fakeHost, *store.Store) {
	t.Helper()
	host := newFakeHost()
	kept := store.New(store.Folders{Config: t.TempDir()})
	host.presets = NewPresets(kept)
	host.open(t, shopOrders(t, 60), "orders.csv")
	host.session.Propose(host.session.Recipe.WithMethod("rfm").WithParam("bins", model.Num(4)), "bins 4")
	host.settle()
	p := newPresetsPage(host, false)
	p.SetSize(80, 20)
	return p, host, kept
}

func TestAPresetIsSavedAndAppliedAgain(t *testing.T) {
	p, host, kept := presetsOf(t)
	press(t, p, "a")
	typed(t, p, "春 spring")
	press(t, p, "enter")
	if all, err := kept.Presets(); err != nil || len(all) != 1 || all[0].Name != "春 spring" || all[0].Method != "rfm" || all[0].Params["bins"].Number() != 4 {
		t.Fatalf("kept %+v, %v", all, err)
	}
	if text := seen(p); !strings.Contains(text, "春 spring") || !strings.Contains(text, "bins=4") {
		t.Errorf("not listed:\n%s", text)
	}
	host.session.Propose(host.session.Recipe.WithMethod("abc"), "method abc")
	press(t, p, "enter")
	if r := host.session.Recipe; r.Method != "rfm" || r.Params["bins"].Number() != 4 || host.session.UndoName() != "preset 春 spring" || host.backs != 1 {
		t.Errorf("applied %v %v, undo %q", r.Method, r.Params, host.session.UndoName())
	}
}

func TestSavingOverAPresetAsks(t *testing.T) {
	p, host, kept := presetsOf(t)
	press(t, p, "a")
	typed(t, p, "mine")
	press(t, p, "enter")
	host.session.Propose(host.session.Recipe.WithParam("bins", model.Num(7)), "bins 7")
	press(t, p, "a")
	typed(t, p, "mine")
	press(t, p, "enter")
	if text := seen(p); !strings.Contains(text, "Enter replaces it") {
		t.Fatalf("nothing is asked:\n%s", text)
	}
	if all, _ := kept.Presets(); all[0].Params["bins"].Number() != 4 {
		t.Fatal("replaced unasked")
	}
	press(t, p, "enter")
	if all, _ := kept.Presets(); len(all) != 1 || all[0].Params["bins"].Number() != 7 {
		t.Errorf("not replaced: %+v", all)
	}
}

func TestPresetsAreRenamedAndDeleted(t *testing.T) {
	p, _, kept := presetsOf(t)
	for _, n := range []string{"one", "two"} {
		press(t, p, "a")
		typed(t, p, n)
		press(t, p, "enter")
	}
	press(t, p, "r")
	typed(t, p, "!")
	press(t, p, "enter")
	if all, _ := kept.Presets(); all[1].Name != "two!" {
		t.Fatalf("%+v", all)
	}
	press(t, p, "d", "up", "d")
	if all, _ := kept.Presets(); len(all) != 2 {
		t.Fatal("deleted though another key came between")
	}
	press(t, p, "d")
	if all, _ := kept.Presets(); len(all) != 1 || all[0].Name != "two!" {
		t.Errorf("left are %+v", all)
	}
}

// A preset of another version says what is gone, and is not put in force.
func TestAPresetThatNoLongerFitsSaysSo(t *testing.T) {
	for why, preset := range map[string]store.Preset{
		"there is no method rfmm any more": {Name: "x", Method: "rfmm"},
		"rfm has none of this name":        {Name: "x", Method: "rfm", Params: model.Settings{"bins_r": model.Num(4)}},
		"bins: 40":                         {Name: "x", Method: "rfm", Params: model.Settings{"bins": model.Num(40)}},
		"not a column of these customers: 年齢": {Name: "x", Method: "kmeans",
			Params: model.Settings{"columns": model.Words("recency", "年齢")}},
	} {
		p, host, kept := presetsOf(t)
		if err := kept.SavePreset(preset); err != nil {
			t.Fatal(err)
		}
		before := host.session.Recipe
		host.presets.Load(host)
		if text := strings.Join(strings.Fields(seen(p)), " "); !strings.Contains(text, why) {
			t.Errorf("%s is not told:\n%s", why, seen(p))
		}
		press(t, p, "enter")
		if !host.session.Recipe.Equal(before) || len(host.warned) != 1 || host.backs != 0 {
			t.Errorf("%s: in force %v, warned %v", why, host.session.Recipe.Params, host.warned)
		}
	}
}

// Where nothing can be written it is said, and the name typed stays.
func TestNoPresetIsLostWhereNothingCanBeWritten(t *testing.T) {
	for name, folders := range map[string]store.Folders{"no HOME": {}, "a file in its place": {Config: filepath.Join(aFile(t), "custseg")}} {
		p, host, _ := presetsOf(t)
		host.presets = NewPresets(store.New(folders))
		p.of = presetShelf{host, host.presets}
		press(t, p, "a")
		typed(t, p, "mine")
		press(t, p, "enter")
		if len(host.warned) != 1 || !p.Typing() || p.name.Text() != "mine" {
			t.Errorf("%s: warned %v, typing %v %q", name, host.warned, p.Typing(), p.name.Text())
		}
	}
}

func aFile(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestPresetsGolden(t *testing.T) {
	p, host, kept := presetsOf(t)
	for _, preset := range []store.Preset{
		{Name: "春 spring", Method: "rfm", Params: model.Settings{"bins": model.Num(4), "map": model.Word("grid")}},
		{Name: "evil \x1b[2J", Method: "kmeans", Params: model.Settings{"k": model.Num(5), "columns": model.Words("recency", "年齢")}},
		{Name: "plain", Method: "abc"},
	} {
		if err := kept.SavePreset(preset); err != nil {
			t.Fatal(err)
		}
	}
	host.presets.Load(host)
	for look, th := range themes() {
		golden.View(t, "presets-"+look+"-80x20", p.View(th), 80, 20)
	}
	press(t, p, "down", "d")
	golden.View(t, "presets-delete-80x20", p.View(themes()["mono"]), 80, 20)
	press(t, p, "esc", "a")
	p.SetSize(60, 12)
	golden.View(t, "presets-save-60x12", p.View(themes()["mono"]), 60, 12)
}
