package binning

import (
	"encoding/csv"
	"os"
	"strconv"
	"testing"
	"time"
)

// The published RFM analysis of R's package rfm (its documentation, 995
// customers as of 2006-12-31), and the same by plain quantiles as NumPy
// computes them. Its frequency counts the rows of the order table.
func TestReferenceRFM(t *testing.T) {
	recency, rows, days, money := readOrders(t)
	for _, c := range []struct {
		name                        string
		bin                         func([]float64, int) Bins
		recency, frequency, revenue []float64
		segments                    map[string]int
	}{
		{"r-rfm", RRFM, []float64{115, 181, 297.4, 482}, []float64{4, 5, 6, 8}, []float64{255.8, 382, 506.4, 666},
			map[string]int{"Potential Loyalist": 342, "Loyal": 170, "Lost": 148, "New": 104, "About To Sleep": 102,
				"Can't Lose Them": 47, "Champions": 35, "At Risk": 28, "Need Attention": 10, "Promising": 9}},
		{"quantile", Quantile, []float64{114, 180, 296.4, 481}, []float64{3, 4, 5, 7}, []float64{254.8, 381, 505.4, 665},
			map[string]int{"Potential Loyalist": 341, "Loyal": 171, "Lost": 148, "New": 104, "About To Sleep": 101,
				"Can't Lose Them": 48, "Champions": 35, "At Risk": 28, "Need Attention": 10, "Promising": 9}},
	} {
		r, f, m := Reverse(c.bin(recency, 5)), c.bin(rows, 5), c.bin(money, 5)
		for _, cuts := range []struct {
			of        string
			got, want []float64
		}{
			{"recency", r.Cuts, c.recency}, {"frequency", f.Cuts, c.frequency}, {"monetary", m.Cuts, c.revenue},
			{"frequency in purchase days", c.bin(days, 5).Cuts, c.frequency},
		} {
			if !near(cuts.got, cuts.want) {
				t.Errorf("%s: cuts of %s are %v, want %v", c.name, cuts.of, cuts.got, cuts.want)
			}
		}
		got := map[string]int{}
		for i := range recency {
			got[rangeOf(r.Of[i], f.Of[i], m.Of[i])]++
		}
		for _, want := range rangeRules {
			if got[want.name] != c.segments[want.name] {
				t.Errorf("%s: %d customers are %s, want %d", c.name, got[want.name], want.name, c.segments[want.name])
			}
		}
	}
}

// rangeRules are the segments of R's package rfm by lowest and highest score;
// the first that matches wins.
var rangeRules = []struct {
	name                   string
	r1, r2, f1, f2, m1, m2 int
}{
	{"Champions", 5, 5, 5, 5, 5, 5}, {"Potential Loyalist", 3, 5, 3, 5, 2, 5}, {"Loyal", 2, 4, 2, 4, 2, 4},
	{"Promising", 3, 4, 1, 3, 3, 5}, {"New", 4, 5, 1, 3, 1, 5}, {"Can't Lose Them", 1, 2, 3, 4, 4, 5},
	{"At Risk", 1, 2, 2, 5, 4, 5}, {"Need Attention", 1, 3, 3, 5, 3, 5}, {"About To Sleep", 2, 3, 1, 3, 1, 4},
	{"Lost", 1, 1, 1, 5, 1, 5},
}

func rangeOf(r, f, m int) string {
	for _, s := range rangeRules {
		if s.r1 <= r && r <= s.r2 && s.f1 <= f && f <= s.f2 && s.m1 <= m && m <= s.m2 {
			return s.name
		}
	}
	return "Others"
}

// readOrders aggregates the order table: days since the last order, number of
// rows, number of distinct days, and revenue of each customer.
func readOrders(t *testing.T) (recency, rows, days, money []float64) {
	t.Helper()
	file, err := os.Open("../../../shared/data/rfm_data_orders.csv")
	if err != nil {
		t.Skip("reference data is not here: ", err)
	}
	defer file.Close()
	records, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	asOf := time.Date(2006, 12, 31, 0, 0, 0, 0, time.UTC)
	type visit struct {
		customer int
		day      time.Time
	}
	customers, visits := map[string]int{}, map[visit]bool{}
	for _, record := range records[1:] {
		day, err := time.Parse(time.DateOnly, record[1])
		if err != nil {
			t.Fatal(err)
		}
		revenue, err := strconv.ParseFloat(record[2], 64)
		if err != nil {
			t.Fatal(err)
		}
		ago := asOf.Sub(day).Hours() / 24
		c, known := customers[record[0]]
		if !known {
			c = len(customers)
			customers[record[0]] = c
			recency, rows, days, money = append(recency, ago), append(rows, 0), append(days, 0), append(money, 0)
		}
		recency[c] = min(recency[c], ago)
		rows[c]++
		money[c] += revenue
		if !visits[visit{c, day}] {
			visits[visit{c, day}] = true
			days[c]++
		}
	}
	if len(customers) != 995 {
		t.Fatalf("%d customers, want 995", len(customers))
	}
	return recency, rows, days, money
}
