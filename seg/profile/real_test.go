package profile

import (
	"encoding/csv"
	"io"
	"os"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"custseg/model"
)

// readReference reads a CSV file of the reference data by header; the test is
// skipped where it is not.
func readReference(t *testing.T, path string, gbk bool) map[string][]string {
	t.Helper()
	file, err := os.Open("../../../shared/data/" + path)
	if err != nil {
		t.Skip("reference data is not here: ", err)
	}
	defer file.Close()
	var r io.Reader = file
	if gbk {
		r = simplifiedchinese.GB18030.NewDecoder().Reader(file)
	}
	records, err := csv.NewReader(r).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]string{}
	for j, header := range records[0] {
		for _, record := range records[1:] {
			out[header] = append(out[header], record[j])
		}
	}
	return out
}

func numbersOf(t *testing.T, name string, words []string) model.Column {
	t.Helper()
	out := make([]float64, len(words))
	for i, w := range words {
		v, err := strconv.ParseFloat(w, 64)
		if err != nil {
			t.Fatal(err)
		}
		out[i] = v
	}
	return model.NewNumbers(name, out)
}

// Telco churn: who left against all. The shares and means are those that every
// analysis of this data gives; effects and p were worked out over all pairs.
func TestTelcoChurners(t *testing.T) {
	data := readReference(t, "telco_churn.csv", false)
	c := customersOf(t, nil, tableOf(t, "telco", model.TextsOf("customerID", data["customerID"]), numbersOf(t, "months", data["tenure"]),
		numbersOf(t, "MonthlyCharges", data["MonthlyCharges"]), model.TextsOf("Contract", data["Contract"]), model.TextsOf("Partner", data["Partner"]),
		model.TextsOf("gender", data["gender"]), numbersOf(t, "SeniorCitizen", data["SeniorCitizen"]), model.TextsOf("Churn", data["Churn"])))
	churn, _ := c.Lookup("Churn")
	var left []int32
	for i := range c.Len() {
		if churn.Text(i) == "Yes" {
			left = append(left, int32(i))
		}
	}
	lines := linesOf(t, baseOf(t, c), left, "Churn")
	for name, want := range map[string]struct{ here, all, effect float64 }{
		"months":                  {17.979133226324237, 32.37114865824223, -0.4797343510572578},
		"MonthlyCharges":          {74.44133226324237, 64.76169246059918, 0.24157137914125104},
		"Contract Month-to-month": {0.8855002675227395, 0.5501916796819537, 0.530440757017975},
		"Partner":                 {0.3579454253611557, 0.4830327985233565, -0.19248169857634684},
		"gender Female":           {0.5024077046548957, 0.495243504188556, 0.01100404763227708},
	} {
		l := lines[name]
		if !near(l.Here.Mean, want.here) || !near(l.All.Mean, want.all) || !near(l.Effect, want.effect) || l.Here.N != 1869 || l.All.N != 7043 {
			t.Errorf("%s: %+v, want %+v", name, l, want)
		}
	}
	if m := lines["months"]; m.Here.Median != 10 || m.All.Median != 29 || !near(m.Z, -0.5860481030519903) {
		t.Errorf("months: %+v", m)
	}
	if p := lines["MonthlyCharges"].P / 3.311627651988736e-54; !near(p, 1) {
		t.Errorf("p is %v times what it should be", p)
	}
	if !lines["gender Female"].Chance() || lines["Partner"].Chance() || !lines["Churn"].Used || lines["Churn"].Here.Mean != 1 {
		t.Errorf("%+v", lines)
	}
}

// The superstore's corporate customers against all, by what they spend on. The
// orders hold no returns.
func TestSuperstoreCategories(t *testing.T) {
	data := readReference(t, "zh_superstore_orders_gbk.csv", true)
	days := make([]int64, len(data["订单日期"]))
	for i, s := range data["订单日期"] {
		parts := strings.Split(s, "/")
		for j, p := range parts[1:] {
			parts[j+1] = strings.Repeat("0", 2-len(p)) + p
		}
		d, err := model.ParseDay(strings.Join(parts, "-"))
		if err != nil {
			t.Fatal(err)
		}
		days[i] = d.Seconds()
	}
	c := customersOf(t, []model.Guess{{Column: 1, Role: model.OrderDate}, {Column: 2, Role: model.Amount}, {Column: 3, Role: model.Category}, {Column: 5, Role: "product"}},
		tableOf(t, "订单", model.TextsOf("客户 ID", data["客户 ID"]), model.NewDates("订单日期", days), numbersOf(t, "销售额", data["销售额"]),
			model.TextsOf("类别", data["类别"]), model.TextsOf("细分", data["细分"]), model.TextsOf("产品名称", data["产品名称"])))
	kind, ok := c.Lookup("细分")
	if !ok {
		t.Fatal("the kind of customer is no attribute")
	}
	var corporate []int32
	for i := range c.Len() {
		if kind.Text(i) == "公司" {
			corporate = append(corporate, int32(i))
		}
	}
	lines := linesOf(t, baseOf(t, c), corporate)
	for name, want := range map[string]struct{ here, all, effect float64 }{
		"类别 办公用品": {0.2882510484465134, 0.30338194197395757, -0.09610583363780295},
		"类别 技术":   {0.34215217388379054, 0.34006124674829474, 0.06397667762757277},
		"类别 家具":   {0.3695967776696962, 0.35655681127774774, 0.03862197052734137},
	} {
		l := lines[name]
		if !near(l.Here.Mean, want.here) || !near(l.All.Mean, want.all) || !near(l.Effect, want.effect) || l.Here.N != 238 || l.All.N != 790 {
			t.Errorf("%s: %+v, want %+v", name, l, want)
		}
	}
	for name, l := range lines {
		if l.Name == "产品名称" || l.Name == "客户 ID" {
			t.Errorf("%s is a name", name)
		}
	}
	if l := lines["细分 公司"]; l.Here.Mean != 1 || l.Kind != Share {
		t.Errorf("细分: %+v", l)
	}
}
