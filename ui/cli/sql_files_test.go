package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// asText loads all columns of a file as the text that stands in it.
func asText(string) string { return "VARCHAR" }

// untidy is a way to write orders.
type untidy struct {
	name   string
	header string
	row    func(i int) []string // the customer, the order, the day, the price and the quantity
}

// write writes a file of such orders.
func (u untidy) write(t *testing.T, path string) {
	t.Helper()
	const rows = 500
	var b strings.Builder
	b.WriteString(u.header + "\n")
	for i := range rows {
		b.WriteString(`"` + strings.Join(u.row(i), `","`) + "\"\n")
	}
	writeFile(t, path, b.String())
}

func untidies() []untidy {
	months := strings.Fields("January Feb March Apr May June July August Sept Oct November Dec")
	price := func(i int) (whole, cents int) { return 1 + i*i*7%2300, i * 31 % 100 }
	day := func(i int) (year, month, day int) { return 2023 + i%2, 1 + i%12, 1 + i*5%28 }
	grouped := func(n int, mark string) string {
		if n < 1000 {
			return fmt.Sprint(n)
		}
		return fmt.Sprintf("%d%s%03d", n/1000, mark, n%1000)
	}
	return []untidy{
		{"american", "Customer ID,Order ID,Order Date,Unit Price,Quantity", func(i int) []string {
			y, m, d := day(i)
			w, c := price(i)
			p := fmt.Sprintf("$%s.%02d", grouped(w, ","), c)
			switch i % 23 {
			case 4:
				p = "(" + p + ")"
			case 9:
				p = "n/a"
			case 11:
				p = fmt.Sprintf(" %d ", w)
			}
			return []string{fmt.Sprintf("%05d", i*i%37), fmt.Sprint("A", i/2), fmt.Sprintf("%d/%d/%d %d:05 %s", m, d, y, 1+i%12, []string{"AM", "PM"}[i%2]), p, fmt.Sprintf("%d pcs", 1+i%4)}
		}},
		{"european", "Kundennummer,Bestellnummer,Bestelldatum,Einzelpreis,Menge", func(i int) []string {
			y, m, d := day(i)
			w, c := price(i)
			p := fmt.Sprintf("%s,%02d €", grouped(w, "."), c)
			switch i % 17 {
			case 5:
				p = "-" + p
			case 8:
				p = " "
			}
			return []string{fmt.Sprintf("K-%d", i*i%41), fmt.Sprint(i / 3), fmt.Sprintf("%02d.%02d.%02d", d, m, y%100), p, fmt.Sprint(1 + i%3)}
		}},
		{"chinese", "客户编号,订单编号,下单日期,单价,数量", func(i int) []string {
			y, m, d := day(i)
			w, c := price(i)
			p := fmt.Sprintf("￥%d.%02d", w, c)
			switch i % 13 {
			case 3:
				p = fmt.Sprintf("%d.%d万", 1+i%3, i%10)
			case 7:
				p = "１２．５"
			}
			return []string{fmt.Sprintf("客户%d", i*i%31), fmt.Sprint("单", i), fmt.Sprintf("%d年%d月%d日", y, m, d), p, " " + fmt.Sprint(1+i%5)}
		}},
		{"named", "customer_id,order_id,order_date,unit_price,quantity", func(i int) []string {
			y, m, d := day(i)
			w, c := price(i)
			return []string{fmt.Sprintf("%d.0", 1000+i*i%29), fmt.Sprint(i), fmt.Sprintf("%d %s %d", d, months[m-1], y), fmt.Sprintf("CHF %s.%02d", grouped(w, "'"), c), fmt.Sprint(1 + i%3)}
		}},
		{"compact", "cust_id,order_id,order_date,price,qty", func(i int) []string {
			y, m, d := day(i)
			w, _ := price(i)
			p := fmt.Sprintf("%.1fK", float64(w)/100)
			if i%9 == 2 {
				p = fmt.Sprintf("%dM", 1+i%2)
			}
			return []string{fmt.Sprint(i * i % 29), fmt.Sprint(i), fmt.Sprintf("%d%02d%02d", y, m, d), p, "1"}
		}},
		{"spoilt", "cust_id,order_id,order_date,price,qty", func(i int) []string {
			y, m, d := day(i)
			w, c := price(i)
			date := fmt.Sprintf("%d-%02d-%02d", y, m, d)
			switch i {
			case 40:
				date = "2023-02-30"
			case 50:
				date = "unknown"
			case 60:
				date = ""
			}
			p := fmt.Sprintf("%d.%02d", w, c)
			switch i {
			case 41:
				p = "1_000"
			case 51:
				p = "NULL"
			case 61:
				p = "free"
			}
			return []string{fmt.Sprintf("\u00a0c%d\t", i*i%29), fmt.Sprint(i), date, p, "1"}
		}},
	}
}

// A warehouse may hold a file as it lies: what is read of its blanks, its marks and
// its dates is what the program read.
func TestSQLReadsTextAsTheProgramDoes(t *testing.T) {
	t.Parallel()
	for _, u := range untidies() {
		t.Run(u.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "orders.csv")
			u.write(t, path)
			checkSQL(t, []string{path}, []sqlCase{{"rfm", []string{"rfm"}}, {"abc", []string{"abc"}}}, asText)
		})
	}
}

// sharedFile is a file of the data beside the repository; the test is skipped
// where it is not there.
func sharedFile(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join("..", "..", "..", "shared", "data", name)
	if _, err := os.Stat(path); err != nil {
		t.Skip(err)
	}
	return path
}

// The file has blanks among the numbers of TotalCharges.
func TestSQLCountsBlanksAsMissing(t *testing.T) {
	t.Parallel()
	var cases []sqlCase
	for _, line := range []string{"tree --set folds=2", "response --set folds=2", "chaid --set folds=2", "kmeans --set missing=median"} {
		cases = append(cases, sqlCase{line, strings.Fields(line)})
	}
	checkSQL(t, []string{sharedFile(t, "telco_churn.csv")}, cases, asText)
}

// treatedOrders are orders with findings of quality: prices beyond all others, a
// price that stands for none, dates to come and dates of computers, and a channel
// in several writings.
func treatedOrders() string {
	var b strings.Builder
	b.WriteString("customer_id,order_date,amount,channel,email\n")
	for i := range 600 {
		amount, day, channel := fmt.Sprintf("%d.%02d", 10+i*i%83, i%100), fmt.Sprintf("2024-%02d-%02d", 1+i%12, 1+i*5%28), []string{"Web", "Shop", "Phone"}[i*i%41%3]
		switch i % 31 {
		case 3:
			amount = fmt.Sprint(500 + i)
		case 7:
			amount = "999999"
		case 9:
			channel = []string{"web ", "WEB", "shop"}[i%3]
		}
		switch {
		case i%97 == 5:
			day = "2034-05-06 11:30"
		case i == 100:
			day = "1900-01-01"
		}
		fmt.Fprintf(&b, "k%d,%s,%s,%s,%s\n", i*i%53, day, amount, channel, []string{"a@b.example", "none at all"}[i%2])
	}
	return b.String()
}

// treatedPeople are customers with lengths of time in months, spent beyond all
// others and words in several writings.
func treatedPeople() string {
	var b strings.Builder
	b.WriteString("customer_id,tenure,orders,spent,region\n")
	for i := range 300 {
		spent, region := fmt.Sprintf("%d,%02d", 100+i*37%900, i%100), []string{"North", "South", "East"}[i*i%7%3]
		switch i % 29 {
		case 3:
			spent = fmt.Sprint(9000 + i)
		case 9:
			region = []string{"NORTH", "north", "south"}[i%3]
		}
		fmt.Fprintf(&b, "k%d,%d,%d,\"%s\",%s\n", i, 1+i*7%48, 1+i*i%9, spent, region)
	}
	return b.String()
}

// What was done to findings is done by the query, and changes what is written.
func TestSQLTreatsFindingsAsTheProgramDoes(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	orders, people := filepath.Join(dir, "orders.csv"), filepath.Join(dir, "people.csv")
	writeFile(t, orders, treatedOrders())
	writeFile(t, people, treatedPeople())
	check := func(t *testing.T, path string, lines ...string) {
		var cases []sqlCase
		for _, line := range lines {
			c := sqlCase{line, strings.Fields(line)}
			at := slices.Index(c.args, "--treat")
			if treated, plain := queryOf(t, path, c.args), queryOf(t, path, c.args[:at]); treated == plain {
				t.Errorf("%s: nothing in the query comes of it", line)
			}
			cases = append(cases, c)
		}
		checkSQL(t, []string{path}, cases, asText)
	}
	const dates = " --treat future_dates=blank --treat early_dates=blank"
	t.Run("orders", func(t *testing.T) {
		check(t, orders, "rfm --treat outliers:amount=cap", "rfm --treat outliers:amount=blank", "abc --treat placeholder:amount=blank --treat extreme_outliers:amount=cap",
			"rfm"+dates, "lifecycle"+dates+" --treat outliers:amount=cap", "rfm --as-of 2024-12-31"+dates)
	})
	t.Run("people", func(t *testing.T) {
		const columns = " --set columns=spent,tenure,region"
		check(t, people, "kprototypes --set k=3"+columns+" --treat near_categories=merge", "kprototypes --set k=3"+columns+" --treat time_unit=months --treat outliers:spent=cap",
			"geographic --set level=region --treat near_categories=merge", "kmeans --set columns=spent,tenure --treat outliers=blank --set missing=median")
	})
}

// queryOf is the query of a run on a file for DuckDB, without its comment.
func queryOf(t *testing.T, path string, args []string) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "rule.sql")
	if o := custseg(t, append([]string{"run", args[0], path, "--quiet", "--out", out}, args[1:]...)...); o.code != exitDone {
		t.Fatalf("%v: %s", args, o.err)
	}
	text, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return string(text[strings.Index(string(text), "\nWITH\n"):])
}
