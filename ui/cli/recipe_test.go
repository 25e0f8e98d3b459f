package cli

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// month writes a file of orders: a header, and so many customers each with
// orders on some of the days of a month.
func month(t *testing.T, name, header, yearMonth string, customers int) string {
	t.Helper()
	var b strings.Builder
	b.WriteString(header + "\n")
	for i := range customers {
		for k := range 1 + i%4 {
			b.WriteString(strings.Join([]string{"K" + string(rune('A'+i%26)) + string(rune('a'+i/26)), yearMonth + "-" + string(rune('0'+(i+k)%3)) + string(rune('1'+(i*k)%8)),
				string(rune('1'+(i*7+k)%9)) + "0", []string{"North", "South", "West"}[i%3]}, ",") + "\n")
		}
	}
	return write(t, name, b.String())
}

const monthHeader = "client,order_date,sales,region"

// sinceSaved is the part of run --json that tells what has changed.
type sinceSaved struct {
	Since *struct {
		Then     *struct{ Rows, Customers int }
		Now      *struct{ Rows, Customers int }
		Files    []struct{ Then, Now string }
		Columns  []struct{ Table, Column, Change, Then, Now, Remedy string }
		Measures []struct {
			Measure, Shift string
			PSI            float64
		}
		Segments []struct {
			Method, Segment string
			Then, Now       *int
		}
	} `json:"since_saved"`
	Recipe struct {
		Where   string
		Privacy struct{ Default string }
	}
	Customers int
}

func replayed(t *testing.T, args ...string) sinceSaved {
	t.Helper()
	o := custseg(t, append([]string{"run", "--json"}, args...)...)
	if o.code != exitDone {
		t.Fatalf("exit %d: %s", o.code, o.err)
	}
	var s sinceSaved
	if err := json.Unmarshal([]byte(o.out), &s); err != nil {
		t.Fatal(err)
	}
	return s
}

func saveRecipe(t *testing.T, args ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "r.json")
	if o := custseg(t, append([]string{"run", "--quiet", "--save-recipe", path}, args...)...); o.code != exitDone || o.err != "" {
		t.Fatalf("exit %d: %s", o.code, o.err)
	}
	return path
}

func TestARecipeOfTheSameFileSaysThatNothingChanged(t *testing.T) {
	file := month(t, "jan.csv", monthHeader, "2024-01", 60)
	r := saveRecipe(t, "rfm", file, "--where", "region=North or region = South", "--mask")
	s := replayed(t, "--recipe", r)
	if s.Since != nil || s.Customers != 40 || s.Recipe.Where != "region = North or region = South" || s.Recipe.Privacy.Default != "mask" {
		t.Errorf("%+v", s)
	}
	if o := custseg(t, "run", "--recipe", r); o.err != "" || !strings.Contains(o.out, "The data and the segments are as they were") {
		t.Errorf("%s%s", o.out, o.err)
	}
	if all := replayed(t, "--recipe", r, "--where", "all", "--mask=false"); all.Customers != 60 || all.Since == nil || all.Recipe.Privacy.Default == "mask" {
		t.Errorf("the flags do not stand over the recipe: %+v", all)
	}
}

// A recipe that a person wrote tells no fingerprint: nothing says that its data is
// another.
func TestARecipeWrittenByHandIsOfNoOtherData(t *testing.T) {
	file := month(t, "jan.csv", monthHeader, "2024-01", 60)
	r := write(t, "hand.json", fmt.Sprintf(`{"version":1,"sources":[{"path":%q}],"method":"rfm"}`, file))
	if o := custseg(t, "run", "--recipe", r); o.code != exitDone || o.err != "" {
		t.Errorf("exit %d: %s", o.code, o.err)
	}
	none := write(t, "none.json", fmt.Sprintf(`{"version":1,"sources":[{"path":%q}]}`, file))
	if o := custseg(t, "run", "--recipe", none); o.code != exitUsage || !strings.Contains(o.err, "none.json names no method") {
		t.Errorf("exit %d: %s", o.code, o.err)
	}
}

// A column that a recipe hides and that has another name now would be told: the
// recipe is refused until it is said anew what is told of persons.
func TestAHiddenColumnThatIsGoneIsRefused(t *testing.T) {
	old := month(t, "jan.csv", monthHeader, "2024-01", 60)
	r := saveRecipe(t, "rfm", old, "--privacy", "region=drop")
	renamed := month(t, "feb.csv", strings.Replace(monthHeader, "region", "land", 1), "2024-02", 60)
	out := filepath.Join(t.TempDir(), "out.csv")
	if o := custseg(t, "run", "--recipe", r, renamed, "--quiet", "--out", out); o.code != exitFailed || !strings.Contains(o.err, "hides the column region") {
		t.Errorf("exit %d: %s", o.code, o.err)
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("a file was written")
	}
	if o := custseg(t, "run", "--recipe", r, renamed, "--privacy", "land=drop", "--out", out); o.code != exitDone || !strings.Contains(o.err, "region, and there is no such column") {
		t.Errorf("exit %d: %s", o.code, o.err)
	}
	if b, err := os.ReadFile(out); err != nil || strings.Contains(string(b), "North") {
		t.Errorf("%v: the file tells %.200s", err, b)
	}
}

func TestNextMonthIsComparedWithThen(t *testing.T) {
	jan := month(t, "jan.csv", monthHeader, "2024-01", 60)
	feb := month(t, "feb.csv", "client,order_date,sales,territory", "2024-02", 90)
	r := saveRecipe(t, "rfm", jan, "--map", "amount=jan:sales")
	s := replayed(t, "--recipe", r, feb)
	if s.Since == nil || s.Since.Then == nil || s.Since.Then.Customers != 60 || s.Since.Now.Customers != 90 || s.Since.Then.Rows == s.Since.Now.Rows {
		t.Errorf("%+v", s.Since)
	}
	if f := s.Since.Files; len(f) != 1 || f[0].Then != "jan.csv" || f[0].Now != "feb.csv" {
		t.Errorf("files %+v", f)
	}
	changes := map[string]string{}
	for _, c := range s.Since.Columns {
		changes[c.Column] = c.Change
	}
	if changes["region"] != "missing" || changes["territory"] != "new" || len(changes) != 2 {
		t.Errorf("columns %+v", s.Since.Columns)
	}
	then, now := 0, 0
	for _, g := range s.Since.Segments {
		if g.Then != nil {
			then += *g.Then
		}
		if g.Now != nil {
			now += *g.Now
		}
	}
	if then != 60 || now != 90 {
		t.Errorf("segments add up to %d then and %d now", then, now)
	}
	if o := custseg(t, "run", "--recipe", r, feb); !strings.Contains(o.err, "not the one the recipe was saved with") ||
		!strings.Contains(o.out, "the file feb.csv stands in the place of jan.csv") || !strings.Contains(o.out, "STABILITY INDEX") {
		t.Errorf("%s%s", o.out, o.err)
	}
}

// A column that the recipe gave a role and that is gone is named, with the flag
// that mends it.
func TestAMissingRoleIsNamedWithTheRemedy(t *testing.T) {
	jan := month(t, "jan.csv", monthHeader, "2024-01", 60)
	feb := month(t, "feb.csv", "client,order_date,net,region", "2024-02", 60)
	r := saveRecipe(t, "rfm", jan, "--map", "amount=sales", "--map", "region=jan:region")
	o := custseg(t, "run", "--recipe", r, feb)
	if o.code != exitFailed || !strings.Contains(o.err, `no column "sales" to be the amount`) || !strings.Contains(o.err, "--map \"amount=") {
		t.Errorf("exit %d: %s", o.code, o.err)
	}
	if s := replayed(t, "--recipe", r, feb, "--map", "amount=net"); s.Customers != 60 {
		t.Errorf("%+v", s)
	}
	// A guessed role that nothing has any more is told with the failure.
	guessed := saveRecipe(t, "rfm", jan)
	odd := month(t, "odd.csv", "client,zzz,sales,region", "quite", 60)
	if o := custseg(t, "run", "--recipe", guessed, odd); o.code != exitFailed || !strings.Contains(o.err, "the column order_date is missing (date, order_date)") ||
		!strings.Contains(o.err, "--map order_date=") {
		t.Errorf("exit %d: %s", o.code, o.err)
	}
}

func TestARecipeComesFromAWorkbookOrAResult(t *testing.T) {
	jan, dir := month(t, "jan.csv", monthHeader, "2024-01", 60), t.TempDir()
	book, result := filepath.Join(dir, "b.xlsx"), filepath.Join(dir, "r.json")
	if o := custseg(t, "run", "rfm", jan, "--set", "bins=3", "--out", book, "--out", result); o.code != exitDone {
		t.Fatal(o.err)
	}
	want := sizes(runJSON(t, "rfm", jan, "--set", "bins=3"))
	for _, from := range []string{book, book + "#Recipe", result} {
		o := custseg(t, "run", "--json", "--recipe", from)
		var p printed
		if err := json.Unmarshal([]byte(o.out), &p); err != nil || o.err != "" {
			t.Fatalf("%s: %v %s", from, err, o.err)
		}
		for name, n := range sizes(p) {
			if want[name] != n {
				t.Errorf("%s: %d in %s, want %d", from, n, name, want[name])
			}
		}
	}
	if o := custseg(t, "run", "--recipe", book, "--out", filepath.Join(dir, "again")); o.code != exitDone ||
		!strings.Contains(o.out, "again.xlsx\n") || !strings.Contains(o.out, "again.json\n") {
		t.Errorf("a path without an ending has not the recipe's formats: %s%s", o.out, o.err)
	}
	for from, want := range map[string]string{jan: "neither a recipe", book + "#Summary": "holds no recipe", filepath.Join(dir, "none.json"): "cannot be read"} {
		if o := custseg(t, "run", "--recipe", from); o.code != exitFailed || !strings.Contains(o.err, want) {
			t.Errorf("%s: exit %d: %s", from, o.code, o.err)
		}
	}
}

// What the program writes of dates at both ends of the calendar it reads again.
func TestARecipeOfTheLastDayIsRead(t *testing.T) {
	file := write(t, "a.csv", "customer_id,order_date,amount\nA,0001-01-01,5\nB,9999-12-31,6\nC,9999-12-31,7\n")
	dir := t.TempDir()
	book, result := filepath.Join(dir, "b.xlsx"), filepath.Join(dir, "b.json")
	saved := saveRecipe(t, "rfm", file, "--out", book, "--out", result)
	for _, from := range []string{saved, book, book + "#Recipe", result} {
		if s := replayed(t, "--recipe", from, file); s.Since != nil || s.Customers != 3 {
			t.Errorf("%s: %+v", from, s)
		}
	}
}

func TestABadFilterIsWrongUsage(t *testing.T) {
	jan := month(t, "jan.csv", monthHeader, "2024-01", 30)
	for _, args := range [][]string{{"run", "rfm", jan}, {"compare", "rfm", "abc", jan}, {"migrate", "rfm", jan, "--from", "2024-01-05", "--to", "2024-01-20"},
		{"bakeoff", jan}, {"why", "rfm", jan, "--customer", "KAa"}} {
		if o := custseg(t, append(args, "--where", "region =")...); o.code != exitUsage || !strings.Contains(o.err, "is no filter") {
			t.Errorf("%s: exit %d: %s", args[0], o.code, o.err)
		}
	}
	r := saveRecipe(t, "rfm", jan)
	b, err := os.ReadFile(r)
	if err != nil {
		t.Fatal(err)
	}
	bad := write(t, "bad.json", strings.Replace(string(b), `"method"`, `"where": "region in (",  "method"`, 1))
	if o := custseg(t, "run", "--recipe", bad); o.code != exitFailed || !strings.Contains(o.err, `the field "where"`) {
		t.Errorf("exit %d: %s", o.code, o.err)
	}
}

func TestEveryCommandSegmentsThoseWhoPass(t *testing.T) {
	jan := month(t, "jan.csv", monthHeader, "2024-01", 60)
	for _, args := range [][]string{{"run", "rfm", jan, "--json"}, {"compare", "rfm", "abc", jan, "--json"}} {
		o := custseg(t, append(args, "--where", "region = North")...)
		var p printed
		if err := json.Unmarshal([]byte(o.out), &p); err != nil || p.Customers != 20 {
			t.Errorf("%s: %d customers, %v %s", args[0], p.Customers, err, o.err)
		}
	}
	if o := custseg(t, "why", "rfm", jan, "--customer", "KAa", "--where", "region = South"); o.code != exitFailed || !strings.Contains(o.err, "no customer has the id") {
		t.Errorf("one who does not pass is explained: %s%s", o.out, o.err)
	}
}
