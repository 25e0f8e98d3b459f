package tui

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/golden"
	"custseg/ui/tui/keys"
	"custseg/ui/tui/screen"
)

// orders writes a small file of orders with names that are hard to draw.
func orders(t testing.TB) string {
	t.Helper()
	names := []string{"王小明", "ｱﾊﾟｰﾄ ｶﾞｲﾄﾞ", "Zoë 🇯🇵", "evil \x1b[2J name", "=1+1", "Ünal ✔️", "김민준", "हिन्दी"}
	var b strings.Builder
	b.WriteString("customer_id,customer_name,order_id,order_date,amount\n")
	rnd := rand.New(rand.NewPCG(3, 4))
	for i := range 400 {
		c := rnd.IntN(60)
		fmt.Fprintf(&b, "C%03d,%s,O%d,2024-%02d-%02d,%.2f\n", c, names[c%len(names)], i, 1+rnd.IntN(12), 1+rnd.IntN(28), 5+rnd.ExpFloat64()*80)
	}
	path := filepath.Join(t.TempDir(), "客户订单.csv")
	if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestFromFileToSegmentsToCustomerAndBack(t *testing.T) {
	p := play(t, 100, 30, "mono", orders(t))
	p.shows("客户订单.csv", "1 DATA")
	p.press("3", "enter")
	p.shows("4 SEGMENTS", "Champions", "Recency s")
	p.press("down", "enter")
	p.shows("› Loyal", "What sets them apart", "Upsell")
	p.press("enter")
	p.shows("› Loyal › C0", "Why here", "orders, 2024-")
	p.press("esc", "esc")
	p.shows("4 SEGMENTS", "Champions")
	if row, _ := currentTable(p); !strings.Contains(row, "Loyal") {
		t.Errorf("came back to %q", row)
	}
}

func TestAColumnLeadsToItsRoleAndToItsRows(t *testing.T) {
	p := play(t, 100, 30, "mono", orders(t))
	p.press("down", "down", "enter")
	p.shows("1 DATA", "Rows 1-23", "O9 ")
	p.press("esc", "s")
	p.shows("2 ROLES", "▶order_id")
}

// currentTable returns the line with the pointer in the segments' table.
func currentTable(p *player) (line string, ok bool) {
	for l := range strings.Lines(p.screen()) {
		if _, right, found := strings.Cut(l, "│▶"); found {
			return right, true
		}
	}
	return "", false
}

func TestTuningFollowsEveryKeyAndUndoes(t *testing.T) {
	p := play(t, 120, 36, "mono", orders(t))
	p.press("3", "enter", "shift+tab") // to the parameters
	p.press("left")
	if got := p.m.session.Recipe.Params["bins"].Number(); got != 4 {
		t.Fatalf("bins %v", got)
	}
	p.shows("u undoes bins 4", "• bins", "change", "change: by bins 4", "bins 4 · ")
	p.pause()
	// A burst of keys in one message is as many keys, and one change.
	p.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("ll")})
	if got := p.m.session.Recipe.Params["bins"].Number(); got != 6 {
		t.Fatalf("after a burst: bins %v", got)
	}
	p.shows("u undoes bins 6", "change: by bins 6")
	p.press("u")
	if got := p.m.session.Recipe.Params["bins"].Number(); got != 4 {
		t.Fatalf("after undo: bins %v", got)
	}
	p.shows("Undone: bins 6")
	p.press("ctrl+r", "backspace")
	if _, set := p.m.session.Recipe.Params["bins"]; set {
		t.Error("backspace did not go back to the default")
	}
	if !p.m.session.Result.Recipe.Equal(p.m.session.Recipe) {
		t.Error("the result does not follow the recipe")
	}
}

// A page that lies over the segments follows when the recipe changes under it.
func TestDrillDownsFollowTheRecipe(t *testing.T) {
	p := play(t, 120, 36, "mono", orders(t))
	p.press("3", "enter", "shift+tab", "left", "tab", "enter") // bins 4, then Champions
	p.shows("› Champions")
	before := strings.Split(p.screen(), "\n")[3]
	p.press("u")
	if after := strings.Split(p.screen(), "\n")[3]; after == before {
		t.Errorf("the page still says %s", before)
	}
	p.press("enter")
	p.shows("rfm", "Why here")
	p.press("ctrl+r")
	p.shows("Why here")
	p.press("esc")
	if again := strings.Split(p.screen(), "\n")[3]; again != before {
		t.Errorf("redone, the page says %s and not %s", again, before)
	}
}

func TestCutsMoveOnTheHistogram(t *testing.T) {
	p := play(t, 120, 36, "mono", orders(t))
	p.press("3", "enter", "v") // the histogram of recency has the focus
	p.press("down", "right")
	params := p.m.session.Recipe.Params
	if params["binning"].Word() != "fixed" || len(params["cuts"].Cuts()["recency"]) == 0 {
		t.Fatalf("params %v", params)
	}
	before := params["cuts"].Cuts()["recency"][0]
	p.press("right", "right")
	if after := p.m.session.Recipe.Params["cuts"].Cuts()["recency"][0]; after <= before {
		t.Errorf("the cut went from %v to %v", before, after)
	}
	p.shows("recency cut 1")
}

func TestTroubleIsShownAndWorkGoesOn(t *testing.T) {
	p := play(t, 100, 30, "mono", filepath.Join(t.TempDir(), "missing.csv"))
	p.shows("missing.csv could not be opened", "▶missing.csv", "Enter tries again")
	p = play(t, 100, 30, "mono", orders(t))
	p.method("abc")
	p.press("shift+tab", "enter")
	p.send(keyMsg("ctrl+u"))
	p.press("9", "9", "%", "enter")
	p.shows("above b")
	p.press("u")
	if p.m.session.Failed != nil {
		t.Error(p.m.session.Failed)
	}
}

// What is shown is of the method in force, or nothing.
func TestNoResultUnderAnotherMethodsName(t *testing.T) {
	file := filepath.Join(t.TempDir(), "plain.csv")
	if err := os.WriteFile(file, []byte("customer_id,age,height\na,30,1.7\nb,40,1.8\nc,50,1.6\nd,60,1.9\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	p := play(t, 120, 36, "mono", file)
	p.method("kmeans")
	p.shows("A 1 · ")
	p.press("3", "/", "a", "b", "c")
	p.shows("Choose measure")
	p.press("enter") // ABC has no money to share out
	p.shows("this data has no monetary")
	if strings.Contains(p.screen(), "A 1 · ") {
		t.Errorf("the clusters stand under ABC:\n%s", p.screen())
	}
	p.press("u", "u", "enter", "5", "6")
	if strings.Contains(p.screen(), "A 1 · ") {
		t.Errorf("the clusters outlive their method:\n%s", p.screen())
	}
}

func TestWithoutCustomersTheWayOutIsTold(t *testing.T) {
	file := filepath.Join(t.TempDir(), "noid.csv")
	if err := os.WriteFile(file, []byte("milk,bread\n1.5,2\n2.5,3\n3.5,3\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	p := play(t, 120, 36, "mono", file)
	p.shows("Who is a customer", "each row is a customer")
	p.press("esc", "3", "enter")
	p.shows("0 of 48 can run", "No column says who the customer is")
	for _, step := range []string{"4", "5", "6"} {
		p.press(step)
		p.shows("No column says who the customer is", "R each row is a customer")
	}
	p.press("R")
	p.shows("3 customers", "Suits this data", "k-means", "u takes it back")
	p.press("u")
	p.shows("No column says who the customer is")
	p.press("2", "R", "3", "G")
	p.shows("yes")
	p.method("kmeans")
	p.shows("A 1 · ")
}

// Opening a file whose rows are nobody's asks who they are, and the answer is
// one key.
func TestWhoIsACustomerIsAsked(t *testing.T) {
	file := filepath.Join(t.TempDir(), "noid.csv")
	if err := os.WriteFile(file, []byte("milk,bread\n1.5,2\n2.5,3\n3.5,3\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	p := play(t, 100, 30, "mono", file)
	p.press("enter")
	p.shows("3 customers")
	p.press("u")
	p.shows("3 rows")
	if p.m.modal != nil || p.m.session.Customers != nil {
		t.Error("the question comes again after it was answered and taken back")
	}
	p = play(t, 100, 30, "mono", file)
	p.press("down", "enter")
	if got := p.m.session.Customers.Len(); got != 3 {
		t.Errorf("by a column: %d customers", got)
	}
}

func TestEscNeverQuits(t *testing.T) {
	p := play(t, 100, 30, "mono", orders(t))
	p.press("3", "enter", "enter", "esc", "esc", "esc")
	if p.quit {
		t.Fatal("Esc quit")
	}
	p.shows("Q quits")
	p.press("q")
	if !p.quit {
		t.Error("q at the bottom of a step does not quit")
	}
}

func TestQuitAsksOnlyForLostWork(t *testing.T) {
	p := play(t, 100, 30, "mono", orders(t))
	p.press("3", "enter", "Q")
	if !p.quit {
		t.Error("asked although nothing would be lost")
	}
	p = play(t, 100, 30, "mono", orders(t))
	p.press("3", "enter", "shift+tab", "left", "Q")
	p.shows("without exporting")
	p.press("n")
	p.shows("Champions")
	p.press("ctrl+c", "y")
	if !p.quit {
		t.Error("did not quit")
	}
}

func TestHelpAndPaletteComeFromTheBindings(t *testing.T) {
	p := play(t, 120, 40, "mono", orders(t))
	p.press("?")
	p.shows("Set the column's role", "Moving in chart")
	p.press("pgdown")
	p.shows("Undo the last change")
	p.press("esc", "ctrl+p")
	for _, r := range "redo" {
		p.press(string(r))
	}
	p.shows("Redo what was undone (not now: nothing to redo)")
	p.press("esc", "ctrl+p")
	possible := true
	for _, e := range p.m.modal.(*palette).all {
		if e.why == "" && !possible {
			t.Errorf("%s can be done and comes after what cannot", e.Title)
		}
		possible = e.why == ""
	}
	for _, r := range "expo" {
		p.press(string(r))
	}
	p.press("enter")
	p.shows("6 EXPORT")
}

// Every binding of a screen does something there, and every action is declared.
func TestEveryBindingHasItsAction(t *testing.T) {
	p := play(t, 120, 40, "mono", orders(t))
	places := map[string]map[string]screen.Action{}
	visit := func(s screen.Screen) { places[s.Place()] = s.Actions() }
	visit(p.m.start)
	for _, stack := range p.m.stacks {
		visit(stack[0])
	}
	p.press("3", "enter", "i")
	visit(p.m.current())
	p.press("esc", "V")
	visit(p.m.current())
	p.press("esc", "p")
	visit(p.m.current())
	p.press("esc", "enter")
	visit(p.m.current())
	p.press("F")
	visit(p.m.current())
	p.press("esc", "I")
	visit(p.m.current())
	p.press("esc", "enter")
	visit(p.m.current())
	p.press("enter")
	visit(p.m.current())
	p.press("esc", "ctrl+k")
	visit(p.m.current())
	visit(screen.NewMembers(p.m, "all", []int32{0, 1}))
	visit(screen.NewLoading(p.m, nil, model.Reading{}, screen.LoadingKeys{}))
	visit(screen.NewReadingView(p.m))
	p.press("5", "w")
	visit(p.m.current())
	p.press("esc", "d")
	visit(p.m.current())
	p.press("b")
	visit(p.m.current())
	p.press("enter")
	visit(p.m.current())
	p.press("1", "tab")
	visit(p.m.current())
	declared := map[string]bool{}
	for _, b := range keys.All() {
		if b.Moves {
			continue
		}
		actions := p.m.actions()
		if b.Place != keys.Anywhere {
			var ok bool
			if actions, ok = places[b.Place]; !ok {
				t.Errorf("%s: no screen is the place %s", b.ID, b.Place)
				continue
			}
		}
		declared[b.ID] = true
		if _, ok := actions[b.ID]; !ok {
			t.Errorf("%s has no action", b.ID)
		}
	}
	for place, actions := range places {
		for id := range actions {
			if !declared[id] {
				t.Errorf("%s does %s, which is not declared", place, id)
			}
		}
	}
}

func TestKeysOfAPlaceAreDistinct(t *testing.T) {
	seen := map[string]string{}
	for _, b := range keys.All() {
		if b.Moves {
			continue
		}
		for _, k := range b.Keys {
			at := b.Place + " " + k
			if other, ok := seen[at]; ok {
				t.Errorf("%s: both %s and %s", at, other, b.ID)
			}
			seen[at] = b.ID
		}
	}
}

// Whatever the size and the screen, the view is as large as the terminal, no
// line wraps, and nothing of a file reaches the terminal raw.
func TestViewFitsEverySizeAndIsSafe(t *testing.T) {
	p := play(t, 80, 24, "colour", orders(t))
	p.press("3", "enter")
	walk := []string{"1", "2", "3", "4", "tab", "v", "z", "z", "enter", "esc", "enter", "enter", "P", "esc", "esc", "5", "6", "?", "esc"}
	sizes := [][2]int{{80, 24}, {60, 16}, {61, 17}, {100, 30}, {120, 36}, {200, 50}, {300, 80}, {59, 20}, {10, 3}, {80, 24}}
	for i, key := range walk {
		p.press(key)
		size := sizes[i%len(sizes)]
		p.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		checkFrame(t, p, size[0], size[1], key)
	}
}

func checkFrame(t *testing.T, p *player, w, h int, after string) {
	t.Helper()
	view := p.m.View()
	if strings.Contains(view, "\x1b[2J") {
		t.Fatalf("after %s: an escape sequence of the file is on the screen", after)
	}
	if w < leastWidth || h < leastHeight {
		return
	}
	lines := strings.Split(view, "\n")
	if len(lines) != h {
		t.Errorf("after %s at %dx%d: %d lines", after, w, h, len(lines))
	}
	for i, l := range lines {
		if got := cell.Width(l); got != w {
			t.Errorf("after %s at %dx%d: line %d is %d wide: %q", after, w, h, i, got, l)
			return
		}
	}
}

func TestGoldenSegments(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 36}, {200, 50}} {
		for look := range looks {
			if look != "mono" && size[0] != 80 {
				continue
			}
			p := play(t, size[0], size[1], look, orders(t))
			for _, method := range []string{"rfm", "abc", "kmeans"} {
				p.method(method)
				p.m.ran = lastRun{} // how long it took is the machine's
				golden.View(t, fmt.Sprintf("segments-%s-%dx%d-%s", method, size[0], size[1], look), strings.Split(p.m.View(), "\n"), size[0], size[1])
			}
		}
	}
}

func TestGoldenSegmentAndCustomer(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 36}, {200, 50}} {
		p := play(t, size[0], size[1], "mono", orders(t))
		p.press("3", "enter", "enter")
		p.m.ran = lastRun{}
		golden.View(t, fmt.Sprintf("segment-%dx%d", size[0], size[1]), strings.Split(p.m.View(), "\n"), size[0], size[1])
		p.press("enter", "P")
		golden.View(t, fmt.Sprintf("customer-%dx%d", size[0], size[1]), strings.Split(p.m.View(), "\n"), size[0], size[1])
	}
}

// Random keys and sizes must not panic, and the frame must fit after each.
func TestRandomKeys(t *testing.T) {
	const seed = 11
	rnd := rand.New(rand.NewPCG(seed, 0))
	names := []string{"1", "2", "3", "4", "5", "6", "tab", "shift+tab", "up", "down", "left", "right", "enter", "enter", "esc", "g", "G", "[", "]", "=",
		"v", "z", "t", "u", "ctrl+r", "?", "ctrl+p", "/", "n", "N", "x", "T", "P", ">", "<", "m", "%", "space", "backspace", "pgdown", "pgup", "a", "0", "$", "王"}
	p := play(t, 80, 24, "colour", orders(t))
	p.press("3", "enter")
	dir := t.TempDir()
	t.Chdir(dir) // an export that the keys come upon is written here
	var trail []string
	for i := range 400 {
		key := names[rnd.IntN(len(names))]
		trail = append(trail, key)
		func() {
			defer func() {
				if r := recover(); r != nil {
					t.Fatalf("seed %d, key %d: %v after %v", seed, i, r, trail[max(0, len(trail)-12):])
				}
			}()
			p.press(key)
			if i%20 == 0 {
				p.send(tea.WindowSizeMsg{Width: 60 + rnd.IntN(140), Height: 16 + rnd.IntN(40)})
			}
			checkFrame(t, p, p.m.w, p.m.h, strings.Join(trail[max(0, len(trail)-6):], " "))
		}()
		if p.quit || t.Failed() {
			break
		}
	}
}

func TestATargetIsChosenWhereTheMethodAsksForIt(t *testing.T) {
	p := play(t, 100, 30, "mono", answersFile(t, "smokes"))
	p.method("chaid")
	p.shows("4 SEGMENTS", "Choose target among the parameters", "▶  target")
	p.press("enter")
	for _, r := range "/smokes" {
		p.press(string(r))
	}
	p.press("enter")
	p.shows("◂ smokes ▸", "150")
	if r := p.m.session.Result; r == nil || r.Recipe.Params["target"].Word() != "smokes" {
		t.Error("the column chosen is not the target")
	}
}

func TestAChartMadeSmallAgainGivesTheFocusBack(t *testing.T) {
	p := play(t, 120, 36, "mono", orders(t))
	p.press("3", "enter")
	for _, back := range []string{"z", "esc"} {
		p.press("z", back, "enter")
		p.shows("What sets them apart")
		p.press("esc")
	}
}

func TestAutoStepsFromWhatItCameTo(t *testing.T) {
	p := play(t, 120, 36, "mono", answersFile(t, "smokes"))
	p.method("gmm")
	p.press("tab", "tab")
	k, _ := p.m.session.Result.Segmentation.Settled["k"]
	p.shows(fmt.Sprintf("auto: %v", k.Number()))
	p.press("right")
	if got := p.m.session.Recipe.Params["k"].Number(); got != k.Number()+1 {
		t.Errorf("from auto, which came to %v, to %v", k.Number(), got)
	}
}

func TestAKeyWithoutAMeaningSaysSo(t *testing.T) {
	p := play(t, 120, 36, "mono", orders(t))
	p.method("rfm")
	p.press("3", "Z")
	p.shows("Z does nothing here")
}
