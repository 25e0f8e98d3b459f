package cli

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"strings"
	"testing"

	"custseg/io/export"
	"custseg/io/load"
	"custseg/ui/pipeline"
)

// newOrders are orders in a form of dates; spoilt ones have days that are none and
// words among the numbers, which the orders that a rule is fitted to may not have
// had.
func newOrders(day func(y, m, d int) string, spoilt bool) string {
	var b strings.Builder
	b.WriteString("customer_id,order_date,amount\n")
	for i := range 700 {
		y, m, d, amount := 2023+i%2, 1+i*7%12, 1+i*5%28, fmt.Sprintf("%d.%02d", 5+i*i%97, i%100)
		on := day(y, m, d)
		if spoilt {
			switch i {
			case 41:
				on = day(2023, 2, 30)
			case 87:
				on = day(2023, 2, 29)
			case 133:
				on = day(2024, 4, 31)
			case 171:
				on = day(2024, 13, 1)
			case 203:
				on = day(2024, 5, 0)
			case 260:
				on = "0000-00-00"
			case 301:
				on = "later"
			case 333:
				amount = "n/a"
			case 375:
				amount = "1 000 000 000 maybe"
			case 444:
				amount = ""
			}
		}
		fmt.Fprintf(&b, "k%d,%s,%s\n", i*i%61, on, amount)
	}
	return b.String()
}

// A query goes on where new rows do not read, and counts as missing what the
// program does.
func TestSQLScoresNewRowsThatDoNotRead(t *testing.T) {
	t.Parallel()
	for name, day := range map[string]func(y, m, d int) string{
		"iso":      func(y, m, d int) string { return fmt.Sprintf("%d-%02d-%02d", y, m, d) },
		"moment":   func(y, m, d int) string { return fmt.Sprintf("%d-%02d-%02d 10:30:00", y, m, d) },
		"european": func(y, m, d int) string { return fmt.Sprintf("%02d.%02d.%d", d, m, y) },
		"american": func(y, m, d int) string { return fmt.Sprintf("%d/%d/%02d", m, d, y%100) },
		"chinese":  func(y, m, d int) string { return fmt.Sprintf("%d年%d月%d日", y, m, d) },
		"compact":  func(y, m, d int) string { return fmt.Sprintf("%d%02d%02d", y, m, d) },
	} {
		t.Run(name, func(t *testing.T) {
			fitted, scored := filepath.Join(t.TempDir(), "orders.csv"), filepath.Join(t.TempDir(), "orders.csv")
			writeFile(t, fitted, newOrders(day, false))
			writeFile(t, scored, newOrders(day, true))
			for _, line := range []string{"frequency --as-of 2024-12-31", "rfm --as-of 2024-12-31 --set binning=fixed --set bins=3 --set cuts=recency:40,200;frequency:9,12;monetary:300,600"} {
				checkNewRows(t, fitted, scored, sqlCase{line, strings.Fields(line)})
			}
		})
	}
}

// checkNewRows writes a rule that was fitted to one file and compares what engines
// make of another file of the same name with what the program does. The rule must
// not go by the customers.
func checkNewRows(t *testing.T, fitted, scored string, c sqlCase) {
	t.Helper()
	engines := map[export.Dialect]warehouse{export.DuckDB: newDuck(t), export.Postgres: newPostgres(t)}
	maps.DeleteFunc(engines, func(_ export.Dialect, w warehouse) bool { return w == nil })
	if len(engines) == 0 {
		t.Skip("no engine is installed")
	}
	results := make([]*pipeline.Result, 2)
	var table string
	for i, path := range []string{fitted, scored} {
		data, err := load.Open(context.Background(), []string{path}, load.Options{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		table = data.Tables[0].Name
		if results[i], err = pipeline.New(data).Run(context.Background(), c.recipe(t, data), nil); err != nil {
			t.Fatal(err)
		}
	}
	types := make([]string, len(header(t, scored)))
	for i := range types {
		types[i] = asText("")
	}
	for dialect, engine := range engines {
		path := filepath.Join(t.TempDir(), string(dialect)+".sql")
		if err := export.Write(context.Background(), path, results[0].Document(nil), export.Options{Dialect: dialect}, nil); err != nil {
			t.Fatal(err)
		}
		engine.load(t, table, scored, types)
		compareSegments(t, placed(results[1]), segmentsOf(t, engine.query(t, path)))
	}
}

// Headers are quoted whatever they hold: points, quotes, Chinese, and more bytes
// than the 63 that PostgreSQL keeps.
func TestSQLQuotesOddHeaders(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("客户的下单渠道", 5) // 105 bytes
	var b strings.Builder
	fmt.Fprintf(&b, "\"Customer.ID\",\"Order \"\"Date\"\"\",金额%s,%[1]s,%s\n", long, "a;b--c /* d")
	for i := range 300 {
		fmt.Fprintf(&b, "k%d,2024-%02d-%02d,%d,%s,%d\n", i*i%37, 1+i%12, 1+i*5%28, 5+i*7%90, []string{"网店", "it's", `back\slash`}[i*i%41%3], i%7)
	}
	path := filepath.Join(t.TempDir(), "or.ders 下单.csv")
	writeFile(t, path, b.String())
	const maps = " --map customer_id=1 --map order_date=2 --map channel=4 --map amount="
	var cases []sqlCase
	for _, line := range []string{"channel" + maps + "5", "rfm" + maps + "5"} {
		cases = append(cases, sqlCase{line, strings.Fields(line)})
	}
	checkSQL(t, []string{path}, cases, asText)
}

// Without an as-of date what goes by it is missing, and the year of birth alone
// tells the generation.
func TestSQLScoresWithoutAnAsOfDate(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString("customer_id,Year_Birth,gender\n")
	for i := range 200 {
		fmt.Fprintf(&b, "k%d,%d,%s\n", i, 1931+i*i%77, []string{"F", "M"}[i*i%5%2])
	}
	path := filepath.Join(t.TempDir(), "people.csv")
	writeFile(t, path, b.String())
	const line = "demographic --set scheme=generation"
	checkSQL(t, []string{path}, []sqlCase{{line, strings.Fields(line)}}, asText)
}
