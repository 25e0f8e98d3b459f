package seg

import (
	"fmt"
	"strings"
	"testing"

	"custseg/model"
	"custseg/seg/btyd"
)

// oldAndDead makes customers who bought once long ago, and some who bought again
// and again for a while, each leaving by one chance.
func oldAndDead(t *testing.T) *model.Customers {
	var ids []string
	var days []int
	var amounts []float64
	buy := func(id string, day int) {
		ids, days, amounts = append(ids, id), append(days, day), append(amounts, 10+float64(len(ids)%7))
	}
	for i := range 40 {
		buy(fmt.Sprint("once", i), i)
	}
	for i := range 200 {
		for k := range 2 + i%5 {
			buy(fmt.Sprint("again", i), i/2+k*(7+i%11))
		}
	}
	buy("last", 700)
	return customers(t, model.NoDay, orderTable(t, ids, days, amounts))
}

// With BG/NBD those who bought once never leave, however long ago that was; the
// notes say so, and what to set.
func TestOneTimeBuyersNeverLeave(t *testing.T) {
	c := oldAndDead(t)
	s := run(t, "clv", c)
	alive := score(t, s, "p_alive")
	once := 0
	for i, name := range placed(s) {
		if alive[i] == 1 && name == "Platinum" {
			once++
		}
	}
	if once == 0 || !noted(s, "customers who bought once, ") || !noted(s, "set model=mbgnbd or model=paretonbd") {
		t.Errorf("%d one-time buyers are Platinum; notes %v", once, s.Notes)
	}
	if s = run(t, "clv", c, "model=mbgnbd"); noted(s, "customers who bought once, ") {
		t.Errorf("notes %v", s.Notes)
	}
}

// A fit at a limit has not converged, and has standard errors of what is known.
func TestFitAtALimitIsTold(t *testing.T) {
	told := func(off ...string) string {
		e := btyd.Estimate{Names: []string{"r", "alpha", "a", "b"}, AtLimit: off, Values: []float64{5e5, 4e6, 1e5, 9e5}, StdErrors: []float64{nan, nan, nan, nan}}
		var out []string
		for _, note := range noteLimits(e) {
			out = append(out, english(note))
		}
		return strings.Join(out, "; ")
	}
	wantText(t, told("a", "b"), "did not converge to values of a, b:", "those of the others hold given the limit", "leave with one chance")
	wantText(t, told("r", "alpha"), "values of r, alpha:", "buy at one rate")
	if got := told(); got != "" {
		t.Errorf("of a maximum it is said that %s", got)
	}
	s := run(t, "clv", oldAndDead(t))
	converged, _ := s.Measured("converged")
	if told := noted(s, "did not converge"); told != (converged == 0) {
		t.Errorf("converged %v; notes %v", converged, s.Notes)
	}
	for _, f := range s.Fit {
		if strings.HasPrefix(f.Name, "se_") && !finite(f.Value) {
			t.Errorf("%s is %v", f.Name, f.Value)
		}
	}
}

// What a setting cannot do here is noted.
func TestCLVNotesItsScope(t *testing.T) {
	var money, orders, tenure, recency []float64
	for i := range 61 {
		n := float64(1 + i%4)
		money, orders, tenure = append(money, 10*n+float64(i)), append(orders, n), append(tenure, float64(300+i))
		recency = append(recency, map[bool]float64{true: float64(300 + i), false: float64(20 + 3*i)}[n == 1])
	}
	orders[1] = 2.5
	s := run(t, "clv", people(t, numbers("monetary", money...), numbers("frequency", orders...), numbers("tenure", tenure...), numbers("recency", recency...)), "calibration-end=2020-01-01")
	if !noted(s, "calibration-end has no effect") || !noted(s, "1 unclassified: frequency is not a whole number") {
		t.Errorf("notes %v", s.Notes)
	}
	c := oldAndDead(t)
	if s = run(t, "clv", c); noted(s, "a window of") {
		t.Errorf("notes %v", s.Notes)
	}
	c.Window = 800
	if s = run(t, "clv", c); !noted(s, "a window of 800 days are read: a first purchase before it is not seen") {
		t.Errorf("notes %v", s.Notes)
	}
}

// Time ends with the data, not with the as-of date a day later: the days held out
// and those that a customer was watched are whole weeks.
func TestTimeEndsWithTheData(t *testing.T) {
	s := run(t, "clv", customers(t, model.NoDay, cdnowOrders(t)), "calibration-end=1997-09-30")
	if !noted(s, "Held out are the 273 days after 1997-09-30") {
		t.Errorf("notes %v", s.Notes)
	}
	wantMeasures(t, s, 1e-3, map[string]float64{"mae": .7855, "rmse": 1.608})
	for i, watched := range score(t, s, "watched") {
		if first := score(t, s, "last_repeat")[i]; first > watched || watched > 78 { // weeks from the first of 1997 to June 30, 1998
			t.Fatalf("customer %d was watched for %v weeks", i, watched)
		}
	}
}
