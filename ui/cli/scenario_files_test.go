package cli

import (
	"fmt"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"custseg/io/load"
	"custseg/model"
)

// analysis is the way of an analyst through one file: to a method, through one of
// its parameters, down to a customer and back, to a workbook.
type analysis struct {
	file   string
	flags  []string          // of the screen and of run
	mapped []string          // flags of run for what is answered on the screen
	begin  func(s *terminal) // answers what is asked before the data shows; nil for nothing
	first  []string          // keys on the methods before one is chosen
	method string            // as it is searched for
	param  string            // its label in the list of parameters
	keys   []string          // what changes it
	undoes string            // what u undoes then
	set    []string          // the same for run; nil for what the workbook says of itself
	look   func(s *terminal) // at what else the analyst looks, on the segments; nil for nothing
	whole  int               // customers
	counts map[string]int    // of segments, where they were counted apart
}

func analyses() []analysis {
	eachRow := func(s *terminal) {
		s.until("Who is a customer in")
		s.keys("Enter")
	}
	byRow := []string{"--map", "customer_id=row"}
	bakeOff := func(s *terminal) {
		s.keys("5", "b")
		s.until("BAKE-OFF OF ALL[\\s\\S]*no orders with dates")
		s.keys("4")
		s.until("4 SEGMENTS")
	}
	roles := func(s *terminal) {
		s.until("790 customers")
		s.keys("2")
		s.until(`2 ROLES[\s\S]*订单日期 [^\n]*order date[\s\S]*客户 ID [^\n]*customer id`)
		s.keys("1")
		s.until("1 DATA")
	}
	return []analysis{
		{file: "rfm_data_orders.csv", method: "rfm", param: "bins", keys: []string{"Left"}, undoes: "bins 4", set: []string{"bins=4"}, whole: 995},
		{file: "zh_superstore.xlsx", begin: roles, method: "rfm", param: "bins", keys: []string{"Right"}, undoes: "bins 6", set: []string{"bins=6"}, whole: 790},
		{file: "mall_customers.csv", method: "kmeans", param: "clusters", keys: []string{"Enter", "4", "Enter"}, undoes: "k 4", set: []string{"k=4"}, whole: 200},
		{file: "nps_testdata.csv", begin: eachRow, mapped: byRow, flags: []string{"--map", "recommend=REC"}, method: "nps", param: "passive from",
			keys: []string{"Left"}, undoes: "passive 6", set: []string{"passive=6"}, whole: 1000, counts: map[string]int{"Promoter": 462}},
		{file: "telco_churn.csv", flags: []string{"--map", "target=Churn"}, method: "tree", param: "depth", keys: []string{"Left"}, undoes: "depth 3",
			set: []string{"depth=3"}, whole: 7043, look: bakeOff},
		{file: "marketing_campaign.csv", method: "response", param: "parts", keys: []string{"Left"}, undoes: "parts 9", set: []string{"parts=9"}, whole: 2240},
		{file: "young_people_survey.csv", begin: eachRow, first: []string{"I"}, method: "psychographic", param: "segments", keys: []string{"Enter", "4", "Enter"},
			undoes: "k 4", whole: 1010},
		{file: "groceries_baskets.csv", begin: eachRow, method: "basket", param: "support", keys: []string{"Right"}, undoes: "support", whole: 9835},
		{file: "cdnow_sample.txt", flags: []string{"--map", "customer_id=1", "--map", "order_date=3", "--map", "amount=5"}, method: "clv", param: "horizon",
			keys: []string{"Left"}, undoes: "horizon 11", set: []string{"horizon=11"}, whole: 2357},
		{file: "wholesale_customers.csv", begin: eachRow, mapped: byRow, method: "gmm", param: "components", keys: []string{"Enter", "3", "Enter"}, undoes: "k 3",
			set: []string{"k=3"}, whole: 440},
	}
}

func TestScenarioWholeAnalyses(t *testing.T) {
	t.Parallel()
	program := newTerminal(t).build()
	for _, a := range analyses() {
		t.Run(a.file, func(t *testing.T) {
			t.Parallel()
			path, err := filepath.Abs(shared(t, a.file))
			if err != nil {
				t.Fatal(err)
			}
			s := newTerminal(t)
			s.start(120, 36, fmt.Sprintf("%s %s %s; echo exit $?; exec cat", program, strings.Join(a.flags, " "), path))
			a.walk(s)
			a.check(t, path, s.workbook())
		})
	}
}

// walk goes the whole way on the screen.
func (a analysis) walk(s *terminal) {
	if a.begin != nil {
		a.begin(s)
	}
	s.until(message.NewPrinter(language.English).Sprintf("%d customers", a.whole))
	s.keys("3")
	s.until("3 METHOD")
	s.keys(a.first...)
	s.keys("/", a.method)
	s.until(`▶ \[x\] [^\n]* ` + a.method)
	s.keys("Enter")
	s.until(`4 SEGMENTS[^\n]*\n[^\n]*\n[^\n]*Segment`)
	s.keys("BTab")
	s.downTo(a.param)
	s.keys(a.keys...)
	s.until("u undoes " + a.undoes + `[\s\S]*` + a.undoes + `[^\n]* · [0-9]`) // its result is there
	if a.look != nil {
		a.look(s)
	}
	s.keys("Tab", "Enter")
	s.until("What sets them apart|Apart \\(1-")
	s.keys("Enter")
	s.until("Why here")
	s.keys("Escape")
	s.until("What sets them apart|Apart \\(1-")
	s.keys("Escape")
	s.until("4 SEGMENTS")
	s.keys("6")
	s.until("6 EXPORT")
	s.keys("C-s")
	s.until("written|Written")
	s.keys("Q")
	s.until("exit 0")
}

// downTo moves the pointer down a list to a label.
func (s *terminal) downTo(label string) {
	s.t.Helper()
	at := regexp.MustCompile(`▶[ •]+[^◂│\n]*`)
	s.until(at.String())
	for range 30 {
		now := at.FindString(s.screen())
		if strings.HasPrefix(strings.TrimLeft(now, "▶ •"), label+" ") {
			return
		}
		s.keys("Down")
		for end := time.Now().Add(5 * time.Second); at.FindString(s.screen()) == now && time.Now().Before(end); {
			time.Sleep(10 * time.Millisecond)
		}
	}
	s.t.Fatalf("there is no %s in the list:\n%s", label, s.screen())
}

// workbook is the one that was written.
func (s *terminal) workbook() string {
	s.t.Helper()
	books, err := filepath.Glob(filepath.Join(s.dir, "*.xlsx"))
	if err != nil || len(books) != 1 {
		s.t.Fatalf("workbooks: %v %v", books, err)
	}
	return books[0]
}

// check reads the workbook back and holds it against the same run without a
// screen.
func (a analysis) check(t *testing.T, path, book string) {
	t.Helper()
	args := append([]string{a.method, path}, append(a.flags, a.mapped...)...)
	for _, set := range a.set {
		args = append(args, "--set", set)
	}
	if a.set == nil {
		args = []string{"--recipe", book, path}
	}
	want, run := map[string]int{}, runJSON(t, args...)
	for _, g := range run.Segments {
		if g.Customers > 0 {
			want[g.Name] = g.Customers
		}
	}
	for name, n := range a.counts {
		if want[name] != n {
			t.Errorf("%s has %d customers, not %d", name, want[name], n)
		}
	}
	customers := sheet(t, book, "Customers")
	got := map[string]int{}
	segments := column(t, customers, "segment")
	for i := range customers.Rows() {
		got[segments.Text(i)]++
	}
	if customers.Rows() != a.whole || !maps.Equal(got, want) {
		t.Errorf("the sheet of %d customers has %v, a run has %v", customers.Rows(), got, want)
	}
	summary := cells(t, book, "Summary")
	for name, n := range want {
		at := slices.IndexFunc(summary, func(row []string) bool { return slices.Contains(row, name) })
		if at < 0 {
			t.Errorf("the Summary does not name %s", name)
		} else if row := summary[at]; row[slices.Index(row, name)+1] != strconv.Itoa(n) {
			t.Errorf("the Summary has %v, a run has %d customers in %s", row, n, name)
		}
	}
}

// cells are those of a sheet as they stand there, without a table looked for.
func cells(t *testing.T, book, name string) (out [][]string) {
	t.Helper()
	d, err := load.Open(t.Context(), []string{book + "#" + name}, load.Options{Reading: model.Reading{Header: 1, NoHeader: true}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := range d.Tables[0].Rows() {
		var row []string
		for _, c := range d.Tables[0].Columns() {
			row = append(row, c.Text(i))
		}
		out = append(out, row)
	}
	return out
}

// sheet reads a sheet of a workbook as custseg reads any.
func sheet(t *testing.T, book, name string) *model.Table {
	t.Helper()
	d, err := load.Open(t.Context(), []string{book + "#" + name}, load.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return d.Tables[0]
}

func column(t *testing.T, from *model.Table, name string) model.Column {
	t.Helper()
	for _, c := range from.Columns() {
		if c.Name() == name {
			return c
		}
	}
	t.Fatalf("%s has no column %s", from.Name, name)
	return nil
}
