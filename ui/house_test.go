// Package ui_test holds the house's import rules: main → ui → io, seg → model.
package ui_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// imports returns the packages of the module and what each imports, its tests
// left out.
func imports(t *testing.T) map[string][]string {
	t.Helper()
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", "custseg/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	all := map[string][]string{}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		all[fields[0]] = fields[1:]
	}
	if len(all) < 10 {
		t.Fatalf("go list found %d packages: is the test in the module?", len(all))
	}
	return all
}

// floor returns the part of the house a package is in: main, ui, io, seg or
// model.
func floor(path string) string {
	rest, ok := strings.CutPrefix(path, "custseg")
	switch {
	case !ok:
		return ""
	case rest == "":
		return "main"
	}
	name, _, _ := strings.Cut(rest[1:], "/")
	return name
}

func TestImportsRunOneWay(t *testing.T) {
	may := map[string][]string{
		"main":     {"ui"},
		"ui":       {"ui", "io", "seg", "model"},
		"io":       {"io", "model"},
		"seg":      {"seg", "model"},
		"model":    {"model"},
		"testdata": {"model"},
	}
	for path, imported := range imports(t) {
		for _, i := range imported {
			if to := floor(i); to != "" && !slices.Contains(may[floor(path)], to) {
				t.Errorf("%s imports %s: imports run main → ui → io, seg → model", path, i)
			}
		}
	}
}

// A library of the screen or of workbooks belongs to one floor.
func TestLibrariesKeepToTheirFloor(t *testing.T) {
	home := map[string]string{
		"github.com/charmbracelet/": "ui", "github.com/muesli/termenv": "ui", "github.com/mattn/go-runewidth": "ui",
		"github.com/spf13/cobra": "ui", "github.com/xuri/excelize": "io",
	}
	for path, imported := range imports(t) {
		for _, i := range imported {
			for library, floorOf := range home {
				if strings.HasPrefix(i, library) && floor(path) != floorOf {
					t.Errorf("%s imports %s: only %s may", path, i, floorOf)
				}
			}
		}
	}
}

// Bubble Tea's ways of starting a program and reading keys are known in one
// place, so that a later version changes one place.
func TestOnlyTheRootKnowsBubbleTea(t *testing.T) {
	known := []string{"custseg/ui/tui", "custseg/ui/tui/term"}
	for path, imported := range imports(t) {
		if slices.Contains(imported, "github.com/charmbracelet/bubbletea") && !slices.Contains(known, path) {
			t.Errorf("%s imports bubbletea: only %v may", path, known)
		}
	}
}
