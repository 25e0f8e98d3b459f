package seg

import (
	"encoding/csv"
	"maps"
	"os"
	"slices"
	"strconv"
	"testing"

	"custseg/model"
)

// readTable reads a CSV file of the reference data as a table. Roles names the
// columns that are taken, by header; the others stay out. Columns whose every
// cell is a number or a date are of that kind.
func readTable(t *testing.T, path string, roles map[string]string) *model.Table {
	t.Helper()
	file, err := os.Open("../../shared/data/" + path)
	if err != nil {
		t.Skip("reference data is not here: ", err)
	}
	defer file.Close()
	records, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var columns []model.Column
	for j, header := range records[0] {
		name, ok := roles[header]
		if !ok {
			continue
		}
		cells := make([]string, len(records)-1)
		for i, record := range records[1:] {
			cells[i] = record[j]
		}
		columns = append(columns, typed(name, cells))
	}
	return table(t, path, columns...)
}

func typed(name string, cells []string) model.Column {
	values, dates := make([]float64, len(cells)), make([]int64, len(cells))
	isNumber, isDate := true, true
	for i, cell := range cells {
		number, err := strconv.ParseFloat(cell, 64)
		values[i], isNumber = number, isNumber && err == nil
		day, err := model.ParseDay(cell)
		dates[i], isDate = day.Seconds(), isDate && err == nil
	}
	switch {
	case isNumber:
		return model.NewNumbers(name, values)
	case isDate:
		return model.NewDates(name, dates)
	}
	return model.TextsOf(name, cells)
}

// rfmOrders are the customers of the sample orders of R's package rfm.
func rfmOrders(t *testing.T) *model.Customers {
	t.Helper()
	asOf, err := model.ParseDay("2006-12-31")
	if err != nil {
		t.Fatal(err)
	}
	return customers(t, asOf, readTable(t, "rfm_data_orders.csv", map[string]string{
		"customer_id": "customer_id", "order_date": "order_date", "revenue": "amount"}))
}

// The published analysis of R's package rfm (its documentation, 995 customers),
// and the same by plain quantiles as NumPy computes them. There is no order id,
// and a row is an order.
func TestReferenceRFM(t *testing.T) {
	c := rfmOrders(t)
	for _, want := range []struct {
		binning string
		cuts    [3][]float64
		sizes   map[string]int
	}{
		{"r-rfm", [3][]float64{{115, 181, 297.4, 482}, {4, 5, 6, 8}, {255.8, 382, 506.4, 666}},
			map[string]int{"Potential Loyalist": 342, "Loyal": 170, "Lost": 148, "New": 104, "About To Sleep": 102,
				"Can't Lose Them": 47, "Champions": 35, "At Risk": 28, "Need Attention": 10, "Promising": 9}},
		{"quantile", [3][]float64{{114, 180, 296.4, 481}, {3, 4, 5, 7}, {254.8, 381, 505.4, 665}},
			map[string]int{"Potential Loyalist": 341, "Loyal": 171, "Lost": 148, "New": 104, "About To Sleep": 101,
				"Can't Lose Them": 48, "Champions": 35, "At Risk": 28, "Need Attention": 10, "Promising": 9}},
	} {
		t.Run(want.binning, func(t *testing.T) {
			s := run(t, "rfm", c, "binning="+want.binning, "map=ranges")
			for j, measure := range rfmMeasures() {
				wantNumbers(t, "cuts of "+measure, cutsOf(s, measure), want.cuts[j]...)
			}
			if got := sizes(s); !maps.Equal(got, want.sizes) {
				t.Errorf("sizes %v, want %v", got, want.sizes)
			}
		})
	}
}

// The other binnings as R 4.2 does them in base code: bins of
// cut(rank(x, ties.method = "min"), 5), and of quantile(type = 7) within groups
// by ave. The sum is that of all codes R-F-M, read as numbers.
func TestReferenceRFMBinnings(t *testing.T) {
	c := rfmOrders(t)
	for _, want := range []struct {
		set       string
		f, m      []int // customers with scores 1 to 5
		sum       float64
		champions int
	}{
		{"binning=quantile", []int{268, 187, 176, 244, 120}, []int{199, 201, 197, 203, 195}, 329339, 139},
		{"binning=rank", []int{268, 187, 176, 244, 120}, []int{199, 201, 197, 203, 195}, 329339, 139},
		{"binning=nested", []int{300, 235, 138, 161, 161}, []int{208, 198, 191, 194, 204}, 328203, -1},
		{"monetary=mean", []int{268, 187, 176, 244, 120}, []int{199, 199, 199, 199, 199}, 329345, -1},
	} {
		s := run(t, "rfm", c, want.set)
		counts, sum := [3][]int{}, 0.
		for j, name := range []string{"r_score", "f_score", "m_score"} {
			counts[j] = make([]int, 5)
			for _, v := range score(t, s, name) {
				counts[j][int(v)-1]++
				sum += v * []float64{100, 10, 1}[j]
			}
		}
		if !slices.Equal(counts[0], []int{197, 201, 198, 199, 200}) || !slices.Equal(counts[1], want.f) || !slices.Equal(counts[2], want.m) || sum != want.sum {
			t.Errorf("%s: %v customers by score, codes add up to %v", want.set, counts, sum)
		}
		if got := sizes(s)["Champions"]; want.champions >= 0 && got != want.champions {
			t.Errorf("%s: %d champions, want %d", want.set, got, want.champions)
		}
	}
}

// Concentration and the matrix at the means of the same customers, by base R.
func TestReferenceValue(t *testing.T) {
	c := rfmOrders(t)
	s := run(t, "abc", c)
	if got, want := sizes(s), map[string]int{"A": 605, "B": 228, "C": 162}; !maps.Equal(got, want) {
		t.Errorf("sizes %v, want %v", got, want)
	}
	wantMeasures(t, s, 1e-11, map[string]float64{"gini": .289603295499, "total": 464158})
	s = run(t, "value-matrix", c)
	if got, want := sizes(s), map[string]int{"Best": 261, "Frequent": 279, "Spender": 223, "Uncertain": 232}; !maps.Equal(got, want) {
		t.Errorf("sizes %v, want %v", got, want)
	}
}

// Income and spending score, not scaled, as scikit-learn finds them.
func TestReferenceKMeans(t *testing.T) {
	c := customers(t, model.NoDay, readTable(t, "mall_customers.csv", map[string]string{
		"CustomerID": "customer_id", "Annual Income (k$)": "Annual Income (k$)", "Spending Score (1-100)": "Spending Score (1-100)"}))
	s := run(t, "kmeans", c, "k=5", "scale=none", "columns=Annual Income (k$),Spending Score (1-100)")
	for name, want := range map[string]float64{"inertia": 44448.4554, "silhouette": .553932} {
		got, _ := s.Measured(name)
		if digits := map[string]float64{"inertia": 1e4, "silhouette": 1e6}[name]; int(got*digits+.5) != int(want*digits+.5) {
			t.Errorf("%s %v, want %v", name, got, want)
		}
	}
	want := map[string]int{"1": 81, "2": 39, "3": 35, "4": 23, "5": 22}
	if got := groupSizes(s); !maps.Equal(got, want) {
		t.Errorf("sizes %v, want %v", got, want)
	}
	s = run(t, "kmeans", c, "k=auto", "scale=none")
	if k, _ := s.Measured("k"); k != 5 {
		t.Errorf("auto chooses %v clusters", k)
	}
}
