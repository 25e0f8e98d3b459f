package cli

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"custseg/seg"
	"custseg/ui/tui/cell"
)

// wantNarrow fails the test where a line is wider than a terminal of 80 cells.
func wantNarrow(t *testing.T, what, text string) {
	t.Helper()
	for line := range strings.Lines(text) {
		if line = strings.TrimRight(line, "\n"); cell.Width(line) > printWidth {
			t.Errorf("%s: %d cells: %s", what, cell.Width(line), line)
		}
	}
}

func TestMethodsAreListedByFamily(t *testing.T) {
	t.Parallel()
	o := custseg(t, "methods")
	wantNarrow(t, "methods", o.out)
	for _, m := range seg.Catalogue() {
		s := m.Spec()
		_, of, ok := strings.Cut(o.out, strings.ToUpper(string(s.Family))+"\n")
		if of, _, _ = strings.Cut(of, "\n\n"); !ok || !strings.Contains(of, "\n  "+s.ID+" ") && !strings.HasPrefix(of, "  "+s.ID+" ") {
			t.Errorf("%s is not listed under %s", s.ID, s.Family)
		}
		wantNarrow(t, s.ID, custseg(t, "methods", s.ID).out)
	}
}

func TestMethodsTellInputsOfWhichAnyWillDo(t *testing.T) {
	text := custseg(t, "methods", "pyramid").out
	if !strings.Contains(text, "profit or monetary") {
		t.Errorf("pyramid: %s", text)
	}
	if text := custseg(t, "methods", "lca").out; !strings.Contains(text, "2 columns of words or answers") || !strings.Contains(text, "--seed") {
		t.Errorf("lca: %s", text)
	}
	var m methodJSON
	if err := json.Unmarshal([]byte(custseg(t, "methods", "pyramid", "--json").out), &m); err != nil {
		t.Fatal(err)
	}
	if m.Needs[0].Measure != "profit" || !slices.Equal(m.Needs[0].Or, []string{"monetary"}) || m.CanRun != nil || m.Seeded {
		t.Errorf("%+v", m)
	}
	m = methodJSON{}
	if err := json.Unmarshal([]byte(custseg(t, "methods", "lca", "--json").out), &m); err != nil {
		t.Fatal(err)
	}
	if m.Needs[0].Categories != 2 || !m.Seeded {
		t.Errorf("%+v", m)
	}
}

func TestMethodsSayWhatCanRunOnData(t *testing.T) {
	t.Parallel()
	file := write(t, "o.csv", "customer_id,order_date,amount\na,2024-01-01,5\nb,2024-02-02,7\na,2024-03-02,9\n")
	o := custseg(t, "methods", "--data", file)
	wantNarrow(t, "methods --data", o.out)
	for _, want := range []string{"[x] rfm ", "[ ] nps ", "Lacks recommend.", "of 48 can run on this data"} {
		if text := strings.Join(strings.Fields(o.out), " "); !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, o.out)
		}
	}
	if o := custseg(t, "methods", "nps", "--data", file); !strings.Contains(o.out, "[ ] recommend") {
		t.Errorf("nps: %s", o.out)
	}
	answers := write(t, "a.csv", "customer_id,how likely\na,9\nb,3\n")
	if o := custseg(t, "methods", "nps", "--data", answers, "--map", "recommend=how likely"); !strings.Contains(o.out, "[x] recommend") {
		t.Errorf("nps, mapped: %s", o.out)
	}
	var m methodJSON
	if err := json.Unmarshal([]byte(custseg(t, "methods", "nps", "--json", "--data", file).out), &m); err != nil {
		t.Fatal(err)
	}
	if m.CanRun == nil || *m.CanRun || m.Needs[0].Met == nil || *m.Needs[0].Met {
		t.Errorf("%+v", m)
	}
	if o := custseg(t, "methods", "--map", "recommend=amount"); o.code != exitUsage || !strings.Contains(o.err, "--data FILE") {
		t.Errorf("exit %d: %s", o.code, o.err)
	}
}
