package cli

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"custseg/io/export"
	"custseg/io/load"
	"custseg/model"
	"custseg/model/wording"
	"custseg/seg"
	"custseg/ui/pipeline"
	"custseg/ui/tui/golden"
)

// sqlCase is a run whose rule is written as SQL.
type sqlCase struct {
	name string
	args []string // METHOD and flags
}

// recipe is what the arguments ask for.
func (c sqlCase) recipe(t *testing.T, d *model.Dataset) model.Recipe {
	t.Helper()
	cmd := (&App{}).runCommand()
	if err := cmd.ParseFlags(c.args[1:]); err != nil {
		t.Fatal(err)
	}
	f := runFlags{data: dataFlags{}}
	f.set, _ = cmd.Flags().GetStringArray("set")
	f.data.maps, _ = cmd.Flags().GetStringArray("map")
	f.data.asOf, _ = cmd.Flags().GetString("as-of")
	f.data.window, _ = cmd.Flags().GetInt("window")
	if at := slices.Index(c.args, "--where"); at >= 0 {
		f.data.where = c.args[at+1]
	}
	treats, _ := cmd.Flags().GetStringArray("treat")
	r, err := f.parameters(cmd, model.NewRecipe(d.Sources, model.Reading{}).WithMethod(c.args[0]))
	if err != nil {
		t.Fatal(err)
	}
	if r, err = treat(r, treats); err != nil {
		t.Fatal(err)
	}
	return r
}

// placed is the segment of each customer of a result.
func placed(r *pipeline.Result) map[string]string {
	out, english := map[string]string{}, wording.English()
	for i, g := range r.Segmentation.Of {
		out[r.Customers.ID(i)] = r.Segmentation.Segments[g].Name.In(english)
	}
	return out
}

// shopCases are methods on the sample data.
func shopCases() []sqlCase {
	var out []sqlCase
	for _, line := range strings.Split(`rfm
rfm --set map=grid --set bins=4
rfm --set map=ranges --set binning=r-rfm
rfm --set map=eight --set monetary=mean
rfm --set map=tiers --set weights=3,2,1
rfm --set map=code --set binning=nested
rfm --set binning=rank
abc
abc --set crossing=include --set a=0.5
abc --set measure=frequency
value
frequency
frequency --set per=month
pyramid
ltv
ltv --set formula=retention
value-matrix
profit-duration
lifecycle
lifecycle --set scheme=nes
churn
churn --set rule=label --set target=response --set folds=2 --set columns=views,clicks,device,gender
risk
loyalty
loyalty-matrix
engagement
usage
nps
churn --set rule=trend
churn --set rule=alive
lifecycle --set scheme=yearly
market
market --set scheme=ge
market --set of=value
behaviour
behaviour --set by=funnel
channel
channel --set pool=0.5
habits
history
technology
technology --set by=device
potential
potential --set by=box
competitor
proposition
needs --set from=ratings
needs --set from=ratings --set count=above-lowest
needs --set from=categories
needs --set from=categories --set least=0.15
factors
psychographic
psychographic --set pca=off --set center=off --set k=4
social
social --set rate=post
custom --set by=request
experience
lead
lead --set scheme=grid
feedback --set text=off
demographic
demographic --set scheme=generation
demographic --set split=column --set column=occupation
demographic --set split=cross
demographic --set split=cross --set cross=income,education
geographic
geographic --set level=country --set min-share=0.05
adoption
adoption --set by=readiness
adoption --set classes=three --set cut=shares
kmeans
kmeans --set log=all --set winsorize=0.05 --set scale=minmax --set columns=frequency,monetary,income --set missing=median
kprototypes --set k=4 --set restarts=1 --set stability=off --set columns=recency,monetary,gender,device
gmm --set k=3 --set starts=4 --set stability=off
gmm --set k=2 --set starts=4 --set stability=off --set covariance=diag --set columns=income,views
som --set nodes=40 --set stability=off
lca --set k=3 --set starts=2
lca --set k=2 --set starts=2 --set columns=gender,occupation,children --set missing=use
tree --set target=response --set folds=2
chaid --set target=response --set folds=2
response --set target=response --set folds=2 --set columns=views,minutes,device,gender,income`, "\n") {
		out = append(out, sqlCase{line, strings.Fields(line)})
	}
	return out
}

// shopTypes are the types of columns of the sample data that a warehouse would
// have; others are text.
func shopTypes(column string) string {
	switch column {
	case "order_date":
		return "TIMESTAMP"
	case "survey_date", "sign_up_date", "birth_date":
		return "DATE"
	case "quantity", "children":
		return "INTEGER"
	case "amount", "unit_price", "profit":
		return "DECIMAL(18, 4)"
	case "discount", "income", "views":
		return "DOUBLE"
	}
	return "VARCHAR"
}

// Of three customers one will do: what is compared is how each is placed, and the
// engines read dates and numbers from texts, which takes them long.
func TestSQLScoresTheSampleAsTheProgramDid(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if o := custseg(t, "sample", filepath.Join(dir, "shop")); o.code != exitDone {
		t.Fatal(o.err)
	}
	files, _ := filepath.Glob(filepath.Join(dir, "shop", "*.csv"))
	for _, path := range files {
		keepEveryThird(t, path)
	}
	checkSQL(t, files, shopCases(), shopTypes)
}

// keepEveryThird leaves in a file of the sample the rows of every third customer,
// and those of none.
func keepEveryThird(t *testing.T, path string) {
	t.Helper()
	rows := records(t, path)
	id := slices.Index(rows[0], "customer_id")
	rows = append(rows[:1], slices.DeleteFunc(rows[1:], func(row []string) bool {
		n, err := strconv.Atoi(strings.TrimPrefix(row[id], "C"))
		return err == nil && n%3 != 0
	})...)
	var b bytes.Buffer
	if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	writeFile(t, path, b.String())
}

// checkSQL writes the rule of each case in each dialect, and compares what an
// engine makes of the same files with what the program did.
func checkSQL(t *testing.T, files []string, cases []sqlCase, types func(column string) string) {
	t.Helper()
	engines := map[export.Dialect]warehouse{export.DuckDB: newDuck(t), export.Postgres: newPostgres(t)}
	maps.DeleteFunc(engines, func(_ export.Dialect, w warehouse) bool { return w == nil })
	if len(engines) == 0 {
		t.Skip("no engine is installed")
	}
	data, err := load.Open(context.Background(), files, load.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, path := range files {
		var of []string
		for _, column := range header(t, path) {
			of = append(of, types(column))
		}
		for _, engine := range engines {
			engine.load(t, data.Tables[i].Name, path, of)
		}
	}
	line := pipeline.New(data)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			result, err := line.Run(context.Background(), c.recipe(t, data), nil)
			if err != nil {
				t.Fatal(err)
			}
			for dialect, engine := range engines {
				path := filepath.Join(t.TempDir(), string(dialect)+".sql")
				if err := export.Write(context.Background(), path, result.Document(nil), export.Options{Dialect: dialect}, nil); err != nil {
					t.Fatal(err)
				}
				compareSegments(t, placed(result), segmentsOf(t, engine.query(t, path)))
			}
		})
	}
}

// compareSegments names the first customers who are elsewhere.
func compareSegments(t *testing.T, want, got map[string]string) {
	t.Helper()
	const most = 5
	if len(got) != len(want) {
		t.Errorf("%d customers, want %d", len(got), len(want))
	}
	off := 0
	for id, segment := range want {
		if got[id] == segment {
			continue
		}
		if off++; off <= most {
			t.Errorf("customer %s is in %q, want %q", id, got[id], segment)
		}
	}
	if off > most {
		t.Errorf("%d customers are elsewhere", off)
	}
}

// Each method that does not say that it cannot be written is among the cases.
func TestEveryWrittenMethodIsScored(t *testing.T) {
	for _, m := range seg.Catalogue() {
		s := m.Spec()
		if scored := slices.ContainsFunc(shopCases(), func(c sqlCase) bool { return c.args[0] == s.ID }); !scored && s.Unwritten.Empty() {
			t.Errorf("no case of %s", s.ID)
		}
	}
}

func TestRefusedSQLLeavesNoFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "rules.sql")
	refused := map[string]string{"rfm --where \"last_order > 2025-01-01 10:30\"": "more of the date last_order than its day", "geographic --set level=coordinates": "Regions form",
		"churn --set gaps=own": "percentiles of each customer's own gaps", "rfm --treat zero_amount=drop": "rows of table orders were left out"}
	for _, m := range seg.Catalogue() {
		if s := m.Spec(); !s.Unwritten.Empty() {
			refused[s.ID] = s.Unwritten.In(wording.English())
		}
	}
	for c, why := range refused {
		args := strings.Fields(c)
		if at := strings.Index(c, " \""); at >= 0 {
			args = append(strings.Fields(c[:at]), strings.Trim(c[at:], " \""))
		}
		o := custseg(t, append([]string{"run", args[0], "sample:shop", "--quiet", "--out", path}, args[1:]...)...)
		if o.code != exitFailed || !strings.Contains(o.err, "cannot be written as SQL: ") || !strings.Contains(o.err, why) {
			t.Errorf("%v: exit %d: %s", c, o.code, o.err)
		}
		if _, err := os.Stat(path); err == nil {
			t.Errorf("%v: a file was written", c)
		}
	}
	if o := custseg(t, "run", "rfm", "sample:shop", "--out", path, "--dialect", "oracle"); o.code != exitUsage || !strings.Contains(o.err, "duckdb, postgres, spark") {
		t.Errorf("exit %d: %s", o.code, o.err)
	}
}

// oddOrders are orders with what real files have: names that must be quoted,
// returns by sign, by quantity, by state and by the id of the order, missing values,
// spaces about ids, equal values, and customers without a usable row.
func oddOrders() string {
	var b strings.Builder
	b.WriteString("\"Customer \"\"No\"\"\",Order No.,Order Date,Unit Price,quantity,Status,discount code\n")
	for i := range 400 {
		id, order, state := fmt.Sprintf("O'Neil %d", i*i%37), fmt.Sprint(10000+i/2), "Delivered"
		price, quantity, day := fmt.Sprintf("%d.%02d", 1+i*7%23, i*31%100), 1+i%4, fmt.Sprintf("2024-%02d-%02d %02d:30", 1+i%12, 1+i*5%28, i%24)
		switch i % 19 {
		case 3:
			quantity = -quantity
		case 5:
			state = "Refunded"
		case 7:
			order = ""
		case 9:
			price = ""
		case 11:
			day = ""
		case 13:
			id = "  " + id + " "
		case 15:
			state = "payment failed"
		case 17:
			order = "C" + order
		}
		if i == 200 {
			id, price = "only unread", ""
		}
		fmt.Fprintf(&b, "%s,%s,%s,%s,%d,%s,x\n", id, order, day, price, quantity, state)
	}
	return b.String()
}

// oddPeople are customers of whom some never ordered, with words that must be
// escaped.
func oddPeople() string {
	var b strings.Builder
	b.WriteString("\"Customer \"\"No\"\"\",group,select,target\n")
	for i := range 60 {
		income := fmt.Sprint(i * 37 % 50)
		if i%11 == 4 {
			income = ""
		}
		fmt.Fprintf(&b, "O'Neil %d,%s,%s,%s\n", i, []string{"it's", `back\slash`, "-- dash", ""}[i*i%7%4], income, []string{"yes", "no"}[i*i%5%2])
	}
	return b.String()
}

func TestSQLCopesWithOddFiles(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	orders, people := filepath.Join(dir, `odd "orders" 2024.csv`), filepath.Join(dir, "select.csv")
	writeFile(t, orders, oddOrders())
	writeFile(t, people, oddPeople())
	var cases []sqlCase
	for _, c := range []string{
		"rfm", "rfm --as-of 2024-11-15 --window 200 --set binning=fixed --set edge=above", "frequency --as-of 2024-09-01", "abc", "ltv", "lifecycle", "churn", "value --window 100",
		"kmeans --set columns=select,recency --set missing=median", "kprototypes --set columns=select,group --set k=3", "tree --set columns=group,select --set least=3", "response --set columns=group,select",
	} {
		cases = append(cases, sqlCase{c, strings.Fields(c)})
	}
	for _, where := range []string{"frequency > 3 and select between 5 and 40", "not (select >= 10 or group = \"IT'S\")", "group != dash and recency < 1,000", "group is missing or frequency > 5",
		"group contains ' dash' or group starts with B or select in (1, 2, 37)", "customer_id ends with 7", "monetary <= 5% or select is not missing",
		"last_order > 2024-11", "first_order between 2024-02-03 and 2024-06 or last_order in (2024-12-01, 2024-10)", "not last_order <= 2024-11-20"} {
		cases = append(cases, sqlCase{"rfm where " + where, []string{"rfm", "--where", where}}, sqlCase{"abc where " + where, []string{"abc", "--where", where}})
	}
	checkSQL(t, []string{orders, people}, cases, func(column string) string {
		return map[string]string{"Order Date": "TIMESTAMP", "Unit Price": "DECIMAL(10, 2)", "quantity": "INTEGER", "select": "DOUBLE"}[column] + map[bool]string{true: "VARCHAR"}[!slices.Contains([]string{"Order Date", "Unit Price", "quantity", "select"}, column)]
	})
}

// Ids of digits are ordered by value, before all others.
func TestSQLBreaksTiesByTheOrderOfIDs(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString("customer_id,order_date,amount\n")
	for i := range 60 {
		id := []string{fmt.Sprint(i * 7), fmt.Sprintf("0%d", i), fmt.Sprintf("x%d", i), fmt.Sprintf("É%d", i)}[i%4]
		fmt.Fprintf(&b, "%s,2024-03-%02d,%d\n", id, 1+i%28, 10)
	}
	path := filepath.Join(t.TempDir(), "equals.csv")
	writeFile(t, path, b.String())
	var cases []sqlCase
	for _, c := range []string{"abc --set a=0.2 --set b=0.4", "abc --set a=0.6 --set b=0.9"} {
		cases = append(cases, sqlCase{c, strings.Fields(c)})
	}
	checkSQL(t, []string{path}, cases, func(column string) string {
		return map[string]string{"customer_id": "VARCHAR", "order_date": "DATE", "amount": "INTEGER"}[column]
	})
}

// There is no engine for Spark here: what is written is kept, to be read when it
// changes.
func TestSparkSQLIsAsItWas(t *testing.T) {
	dir := t.TempDir()
	orders, people := filepath.Join(dir, `odd "orders" 2024.csv`), filepath.Join(dir, "select.csv")
	writeFile(t, orders, oddOrders())
	writeFile(t, people, oddPeople())
	for name, args := range map[string][]string{
		"lifecycle": {"lifecycle", orders, people}, "tree": {"tree", orders, people, "--set", "columns=group,select", "--set", "least=3"},
		"kmeans": {"kmeans", orders, "--set", "log=all", "--set", "k=3", "--set", "winsorize=0.05"},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "rule.sql")
			if o := custseg(t, append(append([]string{"run"}, args...), "--quiet", "--dialect", "spark", "--out", path)...); o.code != exitDone {
				t.Fatal(o.err)
			}
			written, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			golden.Text(t, "spark-"+name+".sql", string(written))
		})
	}
}
