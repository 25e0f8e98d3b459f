package screen

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"custseg/io/export"
	"custseg/model"
	"custseg/seg"
	"custseg/ui/tui/golden"
	"custseg/ui/tui/keys"
	"custseg/ui/tui/term"
)

var rfmNames = []string{"Champions", "Loyal", "Potential Loyalists", "New", "Promising", "Need Attention", "At Risk", "Cannot Lose Them", "Hibernating", "Lost"}

// handmade is a compare screen with a list and a table that no catalogue
// changes.
func handmade(t testing.TB, w, h int) *compareMethods {
	d := shopOrders(t, 600)
	host := newFakeHost()
	host.hold = true
	rfm := splitOf(t, d, "rfm", "RFM", func(i int) int { return (i*i + i/7) % 10 }, rfmNames...)
	abc := splitOf(t, d, "abc", "ABC", func(i int) int { return (i*i + i/7) % 10 / 3 }, "A", "B", "C", "Unclassified")
	abc.Customers = rfm.Customers
	for i := range abc.Segmentation.Of {
		if i%5 == 0 {
			abc.Segmentation.Of[i] = int32(i % 4)
		}
	}
	host.session.Result = rfm
	s := newCompareMethods(host)
	s.result = rfm
	s.rivals = []rival{
		{id: "before", label: model.P("before the last change"), itself: true},
		{id: "defaults", label: model.P("at its defaults"), itself: true},
		{id: "abc", label: model.P("ABC"), title: model.P("ABC")},
		{id: "kmeans", label: model.P("K-means"), title: model.P("K-means")},
	}
	s.at = 2
	s.job = &compareJob{rival: s.rivals[2]}
	s.show(compareResults(host.pr, rfm, abc, model.P("ABC")))
	s.SetSize(w, h)
	return s
}

func TestCompareGolden(t *testing.T) {
	for _, size := range [][2]int{{80, 20}, {120, 32}, {200, 46}} {
		for look, theme := range themes() {
			s := handmade(t, size[0], size[1])
			name := fmt.Sprintf("compare-%s-%d", look, size[0])
			golden.View(t, name, s.View(theme), size[0], size[1])
		}
	}
}

func TestCompareStatesGolden(t *testing.T) {
	theme := themes()["mono"]
	w, h := 80, 20
	for name, prepare := range map[string]func(s *compareMethods){
		"shares":    func(s *compareMethods) { press(t, s, "%", "j", "j", "l") },
		"money":     func(s *compareMethods) { press(t, s, "%", "%", "j", "j", "l") },
		"list":      func(s *compareMethods) { press(t, s, "tab") },
		"computing": func(s *compareMethods) { press(t, s, "n"); s.job.done.set(.41) },
		"first":     func(s *compareMethods) { s.shown, s.job.running = nil, true; s.job.done.set(.41) },
		"cancelled": func(s *compareMethods) { s.shown, s.job.trouble = nil, context.Canceled },
		"failed": func(s *compareMethods) {
			s.shown, s.job.trouble = nil, errors.New("k: 12 clusters of 9 customers cannot be; set k to 9 or less")
		},
		"alone":     func(s *compareMethods) { s.rivals = nil },
		"no-result": func(s *compareMethods) { s.host.Session().Result = nil; s.Refresh() },
	} {
		s := handmade(t, w, h)
		prepare(s)
		golden.View(t, "compare-state-"+name, s.View(theme), w, h)
	}
}

// Columns too narrow for their names carry tags, and the legend names those
// that no row does.
func TestCompareTagsGolden(t *testing.T) {
	d := shopOrders(t, 600)
	names := append(slices.Clone(rfmNames), "Unclassified")
	now := splitOf(t, d, "rfm", "RFM", func(i int) int { return (i*i + i/7) % 11 }, names...)
	past := splitOf(t, d, "rfm", "RFM", func(i int) int { return (i*i + i/7 + i%9/8) % 11 }, names...)
	clusters := splitOf(t, d, "kmeans", "K-means", func(i int) int { return i % 8 }, "Cluster 1", "Cluster 2", "Cluster 3", "Cluster 4", "Cluster 5", "Cluster 6", "Cluster 7", "Cluster 8")
	s := handmade(t, 80, 20)
	s.show(compareResults(s.host.Printer(), now, past, model.P("RFM at its defaults")))
	golden.View(t, "compare-tags-itself", s.View(themes()["mono"]), 80, 20)
	s.show(compareResults(s.host.Printer(), now, clusters, model.P("K-means")))
	golden.View(t, "compare-tags-clusters", s.View(themes()["mono"]), 80, 20)
	s.SetSize(200, 46)
	for _, l := range s.View(themes()["ascii"]) {
		if strings.Contains(l, "A Cluster 1") {
			t.Errorf("names fit, and yet there is a legend: %s", l)
		}
	}
}

func TestCompareIsExactAtEverySize(t *testing.T) {
	s := handmade(t, 80, 20)
	for _, theme := range themes() {
		for w := 56; w < 210; w += 11 {
			for h := 12; h < 50; h += 5 {
				for _, list := range []bool{false, true} {
					s.onList = list
					s.SetSize(w, h)
					golden.Size(t, fmt.Sprintf("%dx%d", w, h), s.View(theme), w, h)
				}
			}
		}
	}
}

// live is a compare screen on a session with the result of a method.
func live(t testing.TB, method string) (*compareMethods, *fakeHost) {
	host := newFakeHost()
	host.open(t, shopOrders(t, 300), "orders.csv")
	host.session.Recipe = host.session.Recipe.WithMethod(method)
	host.settle()
	if host.session.Result == nil {
		t.Fatal(host.session.Failed)
	}
	s := newCompareMethods(host)
	s.Refresh()
	return s, host
}

func TestCompareStartsOnlyWhenSeen(t *testing.T) {
	s, host := live(t, "rfm")
	if len(host.tasks) > 0 {
		t.Fatalf("a refresh started %v", host.tasks)
	}
	s.SetSize(120, 30)
	s.SetSize(100, 30)
	if len(host.tasks) != 1 || s.shown == nil {
		t.Fatalf("started %v", host.tasks)
	}
}

func TestCompareDefaultSuitsBest(t *testing.T) {
	s, host := live(t, "rfm")
	s.SetSize(120, 30)
	want := ""
	for _, best := range seg.Suggest(host.Session().Customers) {
		id := best.Method.Spec().ID
		if want == "" && slices.ContainsFunc(s.rivals, func(r rival) bool { return !r.itself && r.id == id }) {
			want = id
		}
	}
	if want == "" || s.rivals[s.at].id != want {
		t.Errorf("compared with %s, want %s", s.rivals[s.at].id, want)
	}
	// A change of the result keeps what the analyst chose.
	press(t, s, "n")
	chosen := s.rivals[s.at].id
	host.session.Propose(host.session.Recipe.WithSeed(9), "seed")
	host.settle()
	s.Refresh()
	s.SetSize(120, 30)
	if s.rivals[s.at].id != chosen {
		t.Errorf("after a change compared with %s, not %s", s.rivals[s.at].id, chosen)
	}
}

func TestFirstRivalSuitsBest(t *testing.T) {
	s, _ := live(t, "rfm")
	id := func(i int) string { return s.methods[i].Spec().ID }
	all := []rival{{id: "defaults", itself: true}, {id: id(0)}, {id: id(1)}, {id: id(2)}}
	if got := firstRival(all, []seg.Suggestion{{Method: s.methods[5]}, {Method: s.methods[2]}, {Method: s.methods[0]}}); got != 3 {
		t.Errorf("the rival is %d, not the best suited", got)
	}
	if got := firstRival(all, nil); got != 1 {
		t.Errorf("without a suggestion the rival is %d", got)
	}
	if got := firstRival(all[:1], nil); got != 0 {
		t.Errorf("without other methods the rival is %d", got)
	}
}

func TestCompareCountsAndDrills(t *testing.T) {
	s, host := live(t, "rfm")
	s.SetSize(120, 30)
	other, err := host.session.Line.Run(context.Background(), s.rivals[s.at].recipe, nil)
	if err != nil {
		t.Fatal(err)
	}
	r := host.session.Result
	drilled := 0
	for y := range s.table.rows {
		for x := range s.table.cols {
			var want []int32
			for i, g := range r.Segmentation.Of {
				if int(g) == y && int(other.Segmentation.Of[i]) == x {
					want = append(want, int32(i))
				}
			}
			if got := s.shown.Common.Counts[y][x]; got != len(want) {
				t.Errorf("%s by %s: %d customers, want %d", s.table.rows[y], s.table.cols[x], got, len(want))
			}
			press(t, s, "g", "0")
			for range y {
				press(t, s, "down")
			}
			for range x {
				press(t, s, "right")
			}
			before := len(host.pushed)
			press(t, s, "enter")
			if len(want) == 0 {
				if len(host.pushed) != before {
					t.Error("an empty cell opened")
				}
				continue
			}
			drilled++
			if !slices.Equal(s.table.members(s.table.cursor), want) {
				t.Errorf("%s by %s opened %v, want %v", s.table.rows[y], s.table.cols[x], s.table.members(s.table.cursor), want)
			}
			if len(host.pushed) != before+1 {
				t.Fatal("the cell did not open")
			}
			crumb := host.pushed[before].Crumb()
			if !strings.Contains(crumb, s.table.rows[y]) || !strings.Contains(crumb, s.table.cols[x]) {
				t.Errorf("the screen is called %q", crumb)
			}
		}
	}
	if drilled < 5 {
		t.Errorf("only %d cells opened", drilled)
	}
}

func TestCompareDropsStaleResults(t *testing.T) {
	s, host := live(t, "rfm")
	host.hold = true
	s.SetSize(120, 30)
	first := s.job.rival
	press(t, s, "n")
	second := s.job.rival
	if first.id == second.id {
		t.Fatal("n chose the same again")
	}
	held := host.held
	host.held = nil
	for _, k := range []int{1, 0} { // the later one ends first
		held[k].Done(held[k].Work(context.Background(), func(float64) {}))
	}
	if want := second.title.In(host.pr); s.shown == nil || s.shown.col != want {
		t.Fatalf("shown is %+v, want %s", s.shown, want)
	}
	// A result that changed while the comparison ran: its answer is of no use.
	press(t, s, "p")
	host.session.Propose(host.session.Recipe.WithMethod(second.id), "method")
	host.settle()
	s.Refresh()
	host.release()
	if s.shown != nil {
		t.Errorf("shown is %s against %s, and the result is another", s.shown.row, s.shown.col)
	}
}

func TestCompareCancelledGoesOnWithEnter(t *testing.T) {
	s, host := live(t, "rfm")
	host.hold = true
	s.SetSize(120, 30)
	task := host.held[0]
	host.held = nil
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	task.Done(task.Work(ctx, func(float64) {}))
	if s.shown != nil || !s.stopped() {
		t.Fatalf("after a cancel: shown %v, job %+v", s.shown, s.job)
	}
	host.hold = false
	press(t, s, "enter")
	if s.shown == nil {
		t.Error("Enter did not compare again")
	}
}

func TestCompareRivalsOfItself(t *testing.T) {
	s, host := live(t, "rfm")
	ids := func() (out []string) {
		for _, r := range s.rivals {
			if r.itself {
				out = append(out, r.id)
			}
		}
		return out
	}
	if got := ids(); slices.Contains(got, "defaults") || slices.Contains(got, "before") {
		t.Errorf("at its defaults it is compared with %v", got)
	}
	for _, n := range []float64{4, 3} {
		host.session.Propose(host.session.Recipe.WithParam("bins", model.Num(n)), "bins")
		host.settle()
	}
	if host.session.Failed != nil {
		t.Fatal(host.session.Failed)
	}
	s.Refresh()
	if got := ids(); !slices.Contains(got, "defaults") || !slices.Contains(got, "before") {
		t.Errorf("tuned, it is compared with %v", got)
	}
}

func TestCompareMouse(t *testing.T) {
	s := handmade(t, 120, 32)
	lines := s.listLines()
	y := 1 + slices.IndexFunc(lines, func(l listLine) bool { return l.at == 3 })
	s.Mouse(term.Mouse{X: 5, Y: y})
	if s.at != 3 || !s.onList {
		t.Errorf("a click on K-means chose %d", s.at)
	}
	s.Mouse(term.Mouse{X: 5, Y: 1})
	if s.at != 3 {
		t.Errorf("a click on a heading chose %d", s.at)
	}
	s.Mouse(term.Mouse{X: 90, Y: 10})
	if s.onList {
		t.Error("a click on the table left the focus on the list")
	}
	s.Mouse(term.Mouse{X: 90, Y: 10, Action: term.Wheel, DY: 1})
	if s.table.cursor.Y != 1 {
		t.Errorf("the wheel moved the cursor to %d", s.table.cursor.Y)
	}
	s.Mouse(term.Mouse{X: 5, Y: 3, Action: term.Wheel, DY: -1})
	if s.at != 2 {
		t.Errorf("the wheel on the list chose %d", s.at)
	}
}

// Counts, shares and money follow one another; without money there are two.
func TestCompareShowsFiguresInTurn(t *testing.T) {
	s, _ := live(t, "rfm")
	s.SetSize(120, 30)
	var worth float64
	for _, row := range s.table.amounts[0].values {
		for _, v := range row {
			if !math.IsNaN(v) {
				worth += v
			}
		}
	}
	total := export.Total(s.result.Customers, s.result.Segmentation)
	if math.Abs(worth-total.Value) > 1e-6 {
		t.Errorf("the cells hold %g of %g", worth, total.Value)
	}
	for _, want := range []figure{shares, plainFigures, counts} {
		if press(t, s, "%"); s.table.figure != want {
			t.Errorf("figure %d, want %d", s.table.figure, want)
		}
	}
	press(t, s, "%", "%", "y")
	if copied := s.host.(*fakeHost).copied; len(copied) != 1 || !strings.Contains(copied[0], "Champions") {
		t.Errorf("copied %q", copied)
	}
	s.table.amounts = nil
	if s.table.after(shares) != counts {
		t.Error("money follows shares where there is none")
	}
}

func TestCompareCopies(t *testing.T) {
	s := handmade(t, 120, 32)
	press(t, s, "y")
	copied := s.host.(*fakeHost).copied
	if len(copied) != 1 || !strings.Contains(copied[0], "Champions") || !strings.Contains(copied[0], "600") {
		t.Errorf("copied %q", copied)
	}
}

func TestWaysToCompareHaveTheirBindings(t *testing.T) {
	host := newFakeHost()
	s := NewCompare(host)
	for at, place := range []string{"compare", "migrate", "bakeoff"} {
		s.at = at
		if s.Place() != place {
			t.Errorf("way %d is the place %s, want %s", at, s.Place(), place)
		}
		bound(t, s)
	}
}

// bound fails the test unless a screen's actions are the bindings of its place.
func bound(t *testing.T, s Screen) {
	t.Helper()
	var want, got []string
	for _, b := range keys.Of(s.Place()) {
		want = append(want, b.ID)
	}
	for id := range s.Actions() {
		got = append(got, id)
	}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("%s has actions %v, bindings %v", s.Place(), got, want)
	}
}
