package screen

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"custseg/model"
)

// messyData is a table of orders and one of customers with what files hold in
// practice: wide and half-width names, an escape sequence, values that are
// missing or infinite, rows without an id, and records that are no rows.
func messyData(t testing.TB) *model.Dataset {
	t.Helper()
	const n = 240
	ids, notes, regions := make([]string, n), make([]string, n), make([]string, n)
	amounts, dates := make([]float64, n), make([]int64, n)
	day := model.Day(15000)
	var noID []int32
	for i := range n {
		ids[i] = fmt.Sprintf("客户-%03d", (i*i+i)%31)
		if i%40 == 7 {
			ids[i] = ""
			noID = append(noID, int32(i))
		}
		regions[i] = []string{"华东", "中南", "华东", "ﾎﾞｽﾄﾝ", "华北"}[i%5]
		notes[i] = []string{"", "ok", "\x1b[2J boom", "line\nbreak", "ok"}[i%5]
		amounts[i] = math.Round(float64((i*37)%900)*11) / 100
		dates[i] = (day + model.Day(i*3)).Seconds()
		switch {
		case i%50 == 11:
			amounts[i] = math.NaN()
		case i == 100:
			amounts[i] = math.Inf(1)
		case i == 101:
			amounts[i] = 250_000
		}
		if i%60 == 3 {
			dates[i] = model.NoDate
		}
	}
	orders := table(t, "订单", "orders.xlsx", model.TextsOf("区域", regions), model.TextsOf("客户 ID", ids),
		model.NewDates("下单日期", dates), model.NewNumbers("金额", amounts), model.TextsOf("note", notes))
	people := make([]string, 31)
	names, ages := make([]string, 31), make([]float64, 31)
	for i := range people {
		people[i] = fmt.Sprintf("客户-%03d", i)
		names[i] = []string{"ﾊﾟﾄﾘｼｱ", "王小明", "Zoë Müller", "=HYPERLINK(1)"}[i%4]
		ages[i] = float64(18 + (i*7)%60)
	}
	customers := table(t, "customers", "customers.csv", model.TextsOf("id", people), model.TextsOf("name", names), model.NewNumbers("age", ages))
	guess := func(table, column int, role model.Role, sure float64) model.Guess {
		return model.Guess{Table: table, Column: column, Role: role, Confidence: sure, Reason: model.P("%q is a usual name for it", []*model.Table{orders, customers}[table].Column(column).Name())}
	}
	return &model.Dataset{
		Tables: []*model.Table{orders, customers},
		Guesses: []model.Guess{
			guess(0, 0, "region", .85), guess(0, 1, model.CustomerID, .85), guess(0, 2, model.OrderDate, .85), guess(0, 3, model.Amount, .55),
			guess(1, 0, model.CustomerID, .85), guess(1, 1, model.CustomerName, .85), guess(1, 2, "age", .95),
		},
		Findings: []model.Finding{
			{Level: model.Warning, Table: 0, Column: 1, Text: model.P("%d rows have no value", len(noID)), Rows: noID},
			{Level: model.Info, Table: 0, Column: -1, Text: model.P("the first sheet was read; the workbook also holds %s", "退货\x1b[2J, 销售人员")},
			{Level: model.Warning, Table: 0, Column: 3, Text: model.P("1 value is infinite"), Rows: []int32{100}},
		},
		Rejected: []model.Rejected{
			{Table: 0, Row: 17, Reason: model.P("%d fields instead of %d", 3, 5), Text: "华东,\x1b[31m客户-001,12"},
			{Table: 0, Row: 90, Reason: model.P("the quotes do not end"), Text: `"open,`},
		},
	}
}

func table(t testing.TB, name, file string, columns ...model.Column) *model.Table {
	t.Helper()
	out, err := model.NewTable(name, file, 2, columns...)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// oneTable is a dataset of one table without guesses.
func oneTable(t testing.TB, columns ...model.Column) *model.Dataset {
	t.Helper()
	return &model.Dataset{Tables: []*model.Table{table(t, "plain", "plain.csv", columns...)}}
}

// manyColumns is a dataset of n columns of three rows.
func manyColumns(t testing.TB, n int) *model.Dataset {
	t.Helper()
	var columns []model.Column
	for i := range n {
		columns = append(columns, model.NewNumbers(fmt.Sprintf("列%03d", i), []float64{float64(i), math.NaN(), 2}))
	}
	return oneTable(t, columns...)
}

// odd are datasets at the edges of what can be read.
func odd(t testing.TB) map[string]*model.Dataset {
	t.Helper()
	return map[string]*model.Dataset{
		"many columns": manyColumns(t, 300),
		"one column":   oneTable(t, model.TextsOf("only", []string{"a", "b", "a"})),
		"no rows":      oneTable(t, model.TextsOf("id", nil), model.NewNumbers("x", nil), model.NewDates("d", nil)),
		"no columns":   oneTable(t),
		"all missing":  oneTable(t, model.TextsOf("id", []string{"", ""}), model.NewNumbers("x", []float64{math.NaN(), math.Inf(1)}), model.NewDates("d", []int64{model.NoDate, model.NoDate})),
		"one value":    oneTable(t, model.TextsOf("id", []string{"a"}), model.NewNumbers("x", []float64{7}), model.NewDates("d", []int64{0})),
		"no tables":    {},
	}
}

// openData opens a dataset and returns the data screen on it.
func openData(t testing.TB, d *model.Dataset, w, h int) (*DataView, *fakeHost) {
	t.Helper()
	host := newFakeHost()
	host.open(t, d)
	s := NewData(host)
	s.SetSize(w, h)
	s.Refresh()
	return s, host
}

// seen is a view as text alone.
func seen(s Screen) string {
	return ansi.Strip(strings.Join(s.View(themes()["mono"]), "\n"))
}
