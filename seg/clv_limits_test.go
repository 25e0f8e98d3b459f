package seg

import (
	"fmt"
	"math"
	"slices"
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
	told := func(limits []btyd.Limit, off ...string) string {
		e := btyd.Estimate{Names: []string{"r", "alpha", "a", "b"}, AtLimit: off, Limits: limits, Values: []float64{5e5, 4e6, 1e5, 9e5}, StdErrors: []float64{nan, nan, nan, nan}}
		var out []string
		for _, note := range noteLimits(e) {
			out = append(out, english(note))
		}
		return strings.Join(out, "; ")
	}
	wantText(t, told([]btyd.Limit{btyd.OneLeaving}, "a", "b"), "did not converge to values of a, b:", "the standard errors of the others hold given the limit", "leave with one chance after a purchase: a/(a+b) = 0.1")
	wantText(t, told([]btyd.Limit{btyd.OneRate}, "r", "alpha"), "values of r, alpha:", "buy at one rate: r/alpha = 0.125")
	if got := told(nil); got != "" {
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

// The unit of time is one of what is reported: whether the models can be fitted,
// and what comes of it, do not depend on it. Parameters without a value are none of
// the measures.
func TestUnitOfTimeChangesNoValue(t *testing.T) {
	c := oldAndDead(t)
	for _, kind := range []string{"bgnbd", "mbgnbd", "paretonbd"} {
		days := run(t, "clv", c, "model="+kind, "unit=day")
		purchases, _ := days.Measured("repeat_purchases")
		inDays, _ := days.Measured("log_likelihood")
		for unit, length := range map[string]float64{"week": 7, "month": daysAMonth} {
			s := run(t, "clv", c, "model="+kind, "unit="+unit)
			for _, name := range []string{"clv", "p_alive", "expected_spend"} {
				if !slices.Equal(score(t, s, name), score(t, days, name)) {
					t.Errorf("%s: %s by the %s is another than by the day", kind, name, unit)
				}
			}
			if ll, _ := s.Measured("log_likelihood"); !close9(ll, inDays+purchases*math.Log(length)) {
				t.Errorf("%s: log-likelihood %v by the %s, %v by the day", kind, ll, unit, inDays)
			}
			alpha, fitted := s.Measured("alpha")
			rate, limit := s.Measured("purchase_rate")
			if fitted == limit {
				t.Errorf("%s by the %s: alpha %v, and a rate of %v", kind, unit, alpha, rate)
			}
			if of, ok := days.Measured("alpha"); ok && !close9(alpha*length, of) {
				t.Errorf("%s: alpha %v by the %s, %v by the day", kind, alpha, unit, of)
			}
		}
	}
}

// Of equal amounts it is said that they do not differ, and that spending is not
// fitted.
func TestEqualSpending(t *testing.T) {
	var ids []string
	var days []int
	var amounts []float64
	for i := range 40 {
		for k := range 2 + i%3 {
			ids, days, amounts = append(ids, fmt.Sprint("c", i)), append(days, i+20*k), append(amounts, 10)
		}
	}
	s := run(t, "clv", customers(t, model.NoDay, orderTable(t, ids, days, amounts)))
	if fitted, ok := s.Measured("converged_spending"); !ok || fitted != 0 || !noted(s, "what customers spend per repeat purchase does not differ") {
		t.Errorf("spending converged %v; notes %v", fitted, s.Notes)
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
