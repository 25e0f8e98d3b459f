package model

import (
	"strings"
	"testing"
)

func TestTimeUnitsOfHeaders(t *testing.T) {
	for header, want := range map[string]float64{
		"tenure_months": 30.4375, "Tenure Months": 30.4375, "Months_on_book": 30.4375, "tenureMonths": 30.4375, "tenuremonths": 30.4375,
		"recency_weeks": 7, "RecencyWeeks": 7, "tenure (years)": 365.25, "Monate": 30.4375, "月": 30.4375, "在网时长（月）": 30.4375, "Jahre": 365.25,
		"recency_days": 1, "DaySinceLastOrder": 1, "最近一次消费距今天数": 1, "tenure": 0, "Recency": 0, "days in the last 12 months": 0, "mean": 0, "birthdays": 0,
	} {
		unit, ok := timeUnitOf(header)
		if ok != (want > 0) || unit.days != want {
			t.Errorf("%s: %v, %v, want %v", header, unit.days, ok, want)
		}
	}
}

// people is a table of customers with one column of a length of time.
func lengths(t *testing.T, header string, role Role, values ...float64) *Customers {
	t.Helper()
	ids := strings.Split("abcdefgh", "")[:len(values)]
	table, err := NewTable("people", "people.csv", 2, TextsOf("id", ids), NewNumbers(header, values))
	if err != nil {
		t.Fatal(err)
	}
	return build(t, &Dataset{Tables: []*Table{table}, Guesses: []Guess{{Column: 0, Role: CustomerID}, {Column: 1, Role: role}}}, Scope{AsOf: NoDay})
}

func TestMeasuresOfOtherUnitsAreMadeDays(t *testing.T) {
	c := lengths(t, "tenure_months", "tenure", 36, 48, 2)
	checkMeasure(t, c, Tenure, 1095.75, 1461, 60.875)
	if column, _ := c.Lookup("tenure_months"); column.Text(0) != "36" {
		t.Errorf("the column itself became %s", column.Text(0))
	}
	if n := c.Notes(); len(n) != 1 || !strings.HasPrefix(n[0].Key, "%s is counted in days") {
		t.Errorf("notes %v", n)
	}
	checkMeasure(t, lengths(t, "recency_weeks", "recency", 1, 10), Recency, 7, 70)
	checkMeasure(t, lengths(t, "recency_days", "recency", 1, 10), Recency, 1, 10)
}

// Small whole numbers without a unit stay days, and a note says so.
func TestALengthWithoutUnitIsDays(t *testing.T) {
	for _, v := range []struct {
		header string
		values []float64
		noted  bool
	}{{"tenure", []float64{0, 1, 72}, true}, {"tenure", []float64{0, 1, 400}, false}, {"tenure", []float64{.5, 7}, false}, {"tenure_days", []float64{0, 1, 72}, false}} {
		c := lengths(t, v.header, "tenure", v.values...)
		checkMeasure(t, c, Tenure, v.values...)
		if got := len(c.Notes()) > 0; got != v.noted {
			t.Errorf("%s %v: notes %v", v.header, v.values, c.Notes())
		}
		if f, _ := c.Feature(Tenure); (f.Unit == Plain) != v.noted {
			t.Errorf("%s %v: counted in %q", v.header, v.values, f.Unit)
		}
	}
}
