package tui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"custseg/ui/tui/screen"
	"custseg/ui/tui/store"
)

// storeOf is a store in folders of the test's own.
func storeOf(t *testing.T) *store.Store {
	t.Helper()
	return store.New(store.Folders{Config: t.TempDir(), State: t.TempDir()})
}

func TestASessionIsResumedWhereItWasLeft(t *testing.T) {
	kept, file := storeOf(t), orders(t)
	p := playWith(t, kept, false, file)
	p.press("3", "&", "enter", "shift+tab", "left", "tab", "down", "enter", "down", "down", "enter")
	p.shows("› Loyal › C0", "Why here")
	left := p.screen()
	p.press("Q")
	if !p.quit {
		t.Fatalf("what is kept is asked for before leaving:\n%s", p.screen())
	}

	p = playWith(t, kept, true)
	p.shows("› Loyal › C0", "Why here")
	if want := lineWith(left, "Why here"); !strings.Contains(p.screen(), want) {
		t.Errorf("resumed at\n%s\nleft at\n%s", p.screen(), left)
	}
	if got := p.m.session.Recipe.Params["bins"].Number(); got != 4 || p.m.session.Unsaved() {
		t.Errorf("bins %v, unsaved %v", got, p.m.session.Unsaved())
	}
	p.press("3")
	p.shows("only the")
}

func TestListsAreResumedAsTheyWereLeft(t *testing.T) {
	kept, file := storeOf(t), orders(t)
	p := playWith(t, kept, false, file)
	p.press("tab", "&")
	for _, r := range "amount > 50" {
		p.press(string(r))
	}
	p.press("enter", "3", "enter", "down", "down", "enter", "l", "]", "j", "j")
	p.shows("sorted")
	left := lineWith(p.screen(), "▶C0")
	p.press("Q")
	p = playWith(t, kept, true)
	p.shows("sorted", left)
	p.press("esc")
	if row, _ := currentTable(p); !strings.Contains(row, "Potential") {
		t.Errorf("the segments are at %q", row)
	}
	p.press("1")
	p.shows("amount > 50")
}

// lineWith returns the first line that holds a part.
func lineWith(text, part string) string {
	for l := range strings.Lines(text) {
		if strings.Contains(l, part) {
			return strings.TrimSpace(l)
		}
	}
	return part + " is missing"
}

func TestChangedAndMissingFilesAreTold(t *testing.T) {
	kept, file := storeOf(t), orders(t)
	p := playWith(t, kept, false, file)
	p.press("3", "enter", "enter", "Q")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, append(text, "C001,new,O9999,2024-12-30,10\n"...), 0o600); err != nil {
		t.Fatal(err)
	}
	p = playWith(t, kept, true)
	p.shows("4 SEGMENTS", "changed since: "+filepath.Base(file), "Champions")
	if n := len(p.m.stacks[screen.Segments]); n != 1 {
		t.Errorf("%d screens: a place of other data was opened", n)
	}
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	p = playWith(t, kept, true)
	p.shows("could not be opened", "▶", filepath.Base(file))
}

// The form of Export comes back as it was filled in, but for the consent to
// overwrite a file.
func TestTheFormOfExportIsResumed(t *testing.T) {
	kept, file := storeOf(t), orders(t)
	p := playWith(t, kept, false, file)
	to := func(field string) {
		t.Helper()
		for range 30 {
			if strings.Contains(lineWith(p.screen(), "▶"), field) {
				return
			}
			p.press("down")
		}
		t.Fatalf("the form has no field %s:\n%s", field, p.screen())
	}
	p.press("3", "enter", "6", "right", "down", "enter", "ctrl+u")
	for _, r := range "mine.csv" {
		p.press(string(r))
	}
	p.press("enter")
	to("byte order mark")
	p.press("right")
	to("persons")
	p.press("right", "right", "right")
	to("overwrite")
	p.press("right")
	to("save recipe")
	p.press("right", "up")
	left := p.screen()
	for _, want := range []string{"mine.csv", "byte order mark", "hash", "• overwrite", "• save recipe"} {
		if !strings.Contains(left, want) {
			t.Fatalf("the form does not show %q:\n%s", want, left)
		}
	}
	p.press("Q")
	p = playWith(t, kept, true)
	p.shows("6 EXPORT", "mine.csv")
	want := formLines(left)
	for i, l := range want {
		if strings.Contains(l, "overwrite") {
			want[i] = strings.NewReplacer("▶• overwrite", "▶  overwrite", "[x]", "[ ]").Replace(l)
		}
	}
	if got := formLines(p.screen()); !slices.Equal(got, want) {
		t.Errorf("resumed as\n%s\nleft as\n%s", strings.Join(got, "\n"), left)
	}
}

// formLines are the lines of a screen that hold a field.
func formLines(screen string) (out []string) {
	for l := range strings.Lines(screen) {
		if strings.Contains(l, "◂") || strings.Contains(l, "[ ]") || strings.Contains(l, "[x]") {
			field, _, _ := strings.Cut(l, "│")
			out = append(out, strings.TrimSpace(field))
		}
	}
	return out
}

func TestTheStartScreenOffersToResumeFirst(t *testing.T) {
	kept, file := storeOf(t), orders(t)
	p := playWith(t, kept, false, file)
	p.press("3", "enter", "5", "Q")
	p = playWith(t, kept, false)
	p.shows("▶resume 客户订单", "RFM, comp")
	p.press("enter")
	p.shows("5 COMPARE", "Resumed: 400 rows read")
}

func TestNothingIsKeptWhenItIsSwitchedOff(t *testing.T) {
	kept := storeOf(t)
	p := playConfig(t, 100, 30, "mono", Config{Files: []string{orders(t)}, Store: kept})
	p.press("3", "enter", "shift+tab", "left", "Q")
	p.shows("Leave without exporting")
	if all, err := kept.Sessions(); err != nil || len(all) != 0 {
		t.Errorf("kept %v, %v", all, err)
	}
	p = playWith(t, kept, true)
	p.shows("There is no session to resume")
}

// A session holds paths, the recipe and numbers: no name and no id of a customer.
func TestASessionHoldsNoCustomerData(t *testing.T) {
	folders := store.Folders{State: t.TempDir()}
	p := playWith(t, store.New(folders), false, orders(t))
	p.press("3", "enter", "enter", "enter")
	id := p.m.current().Crumb()
	p.m.keepLater()
	p.press("down") // until no task is under way
	b, err := os.ReadFile(filepath.Join(folders.State, "sessions.json"))
	if err != nil || !strings.Contains(string(b), `"customer": `) {
		t.Fatalf("%v\n%s", err, b)
	}
	for _, secret := range []string{id, "王小明", "Champions"} {
		if strings.Contains(string(b), secret) {
			t.Errorf("%s is in\n%s", secret, b)
		}
	}
}

// Where nothing can be kept, work to lose is asked for.
func TestWhatCannotBeKeptIsAskedFor(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	p := playWith(t, store.New(store.Folders{State: filepath.Join(file, "custseg")}), false, orders(t))
	p.press("3", "enter", "shift+tab", "left")
	p.m.keepLater()
	p.send(nil)
	p.shows("The session is not kept for --resume")
	p.press("Q")
	p.shows("Leave without exporting")
}

func TestPresetsAreCommandsOfThePalette(t *testing.T) {
	p := playWith(t, storeOf(t), false, orders(t))
	p.press("3", "enter", "shift+tab", "left", "s")
	for _, r := range "spring" {
		p.press(string(r))
	}
	p.press("enter", "esc")
	p.method("abc")
	p.press(":")
	for _, r := range "preset spring" {
		p.press(string(r))
	}
	p.shows("Preset spring")
	p.press("enter")
	p.shows("u undoes preset spring", "Champions")
	if got := p.m.session.Recipe.Params["bins"].Number(); got != 4 {
		t.Errorf("bins %v", got)
	}
}
