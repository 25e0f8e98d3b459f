package btyd

import (
	"bufio"
	"context"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

// cdnow is the 1/10 sample of CDNOW customers as Fader, Hardie & Lee (2005) use
// it: in weeks, calibrated until 1997-09-30, the rest held out.
type cdnow struct {
	customers []Customer
	spending  []Spending
	first     []float64 // week of the first purchase, of the year
	later     [][]float64
	held      []float64 // purchases after calibration
}

// readCDNOW merges purchases of a day. The spending is of repeat purchases.
func readCDNOW(t testing.TB) cdnow {
	t.Helper()
	file, err := os.Open("../../../shared/data/cdnow_sample.txt")
	if err != nil {
		t.Skip("reference data is not here: ", err)
	}
	defer file.Close()
	day := func(s string) float64 {
		at, err := time.Parse("20060102", s)
		if err != nil {
			t.Fatal(err)
		}
		return math.Round(at.Sub(time.Date(1997, 1, 1, 0, 0, 0, 0, time.UTC)).Hours() / 24)
	}
	const end = 272. // 1997-09-30
	var out cdnow
	var id string
	var days, money []float64
	flush := func() {
		if len(days) == 0 {
			return
		}
		c := Customer{Duration: (end - days[0]) / 7}
		var spent, held float64
		var later []float64
		for i, d := range days[1:] {
			later = append(later, d/7)
			if d > end {
				held++
				continue
			}
			c.X++
			c.Tx = (d - days[0]) / 7
			spent += money[i+1]
		}
		out.customers = append(out.customers, c)
		out.spending = append(out.spending, Spending{X: c.X, Mean: spent / max(1, c.X)})
		out.first = append(out.first, days[0]/7)
		out.later, out.held = append(out.later, later), append(out.held, held)
		days, money = nil, nil
	}
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		f := strings.Fields(lines.Text())
		if f[1] != id {
			flush()
			id = f[1]
		}
		amount, err := strconv.ParseFloat(f[4], 64)
		if err != nil {
			t.Fatal(err)
		}
		if d := day(f[2]); len(days) > 0 && days[len(days)-1] == d {
			money[len(money)-1] += amount
		} else {
			days, money = append(days, d), append(money, amount)
		}
	}
	flush()
	return out
}

func sample(t testing.TB, of []Customer) *Sample {
	t.Helper()
	s, err := NewSample(of)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func fit(t testing.TB, kind Kind, s *Sample) *Fit {
	t.Helper()
	f, err := FitModel(context.Background(), kind, s, Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// each takes forecasts that must not fail.
func each(t *testing.T) func([]float64, error) []float64 {
	t.Helper()
	return func(out []float64, err error) []float64 {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
}

// near compares to an absolute distance.
func near(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if !(math.Abs(got-want) <= within) {
		t.Errorf("%s: %.10g, want %.10g within %g", what, got, want, within)
	}
}

func TestCDNOWCounts(t *testing.T) {
	data := readCDNOW(t)
	s := sample(t, data.customers)
	held := 0.
	for _, n := range data.held {
		held += n
	}
	if s.Customers != 2357 || s.Repeaters != 946 || s.Purchases != 2457 || held != 1882 {
		t.Errorf("%d customers, %d repeaters, %v repeat purchases, %v held out", s.Customers, s.Repeaters, s.Purchases, held)
	}
}

// The published estimates.
func TestCDNOWEstimates(t *testing.T) {
	s := sample(t, readCDNOW(t).customers)
	for _, want := range []struct {
		kind   Kind
		values []float64
		within []float64
		ll     float64
		digits float64
		errors []float64 // standard errors, nil where none are published
	}{
		// The standard errors are those of the package lifetimes, in its documentation.
		{BGNBD, []float64{.2426, 4.4136, .7929, 2.4259}, []float64{1e-4, 1e-3, 1e-3, 1e-3}, -9582.429, 1e-3, []float64{.012557, .378221, .185719, .705345}},
		{MBGNBD, []float64{.5249, 6.1830, .8911, 1.6140}, []float64{1e-3, 1e-2, 1e-3, 1e-3}, -9582.136, 1e-3, nil},
		{ParetoNBDKind, []float64{.5533, 10.577, .606, 11.67}, []float64{1e-4, 1e-2, 1e-3, 1e-2}, -9594.976, 2e-3, nil},
	} {
		f := fit(t, want.kind, s)
		if !f.Converged || f.GradientNorm > 1e-6 || f.AtLimit != nil || f.StdErrors == nil {
			t.Errorf("%v: %+v", want.kind, f.Estimate)
		}
		for i, v := range want.values {
			near(t, f.Names[i], f.Values[i], v, want.within[i])
		}
		for i, v := range want.errors {
			near(t, "standard error of "+f.Names[i], f.StdErrors[i], v, 5e-4*v)
		}
		near(t, "log-likelihood", f.LogLikelihood, want.ll, want.digits)
	}
}

func TestCDNOWSpending(t *testing.T) {
	data := readCDNOW(t)
	f, err := FitGammaGamma(context.Background(), data.spending, Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []float64{6.25, 3.74, 15.44} {
		near(t, f.Names[i], f.Values[i], want, .01)
	}
	for i, want := range []float64{1.189687, .290166, 4.159994} { // lifetimes' documentation
		near(t, "standard error of "+f.Names[i], f.StdErrors[i], want, 1e-3*want)
	}
	near(t, "log-likelihood", f.LogLikelihood, -4055.92, .01)
	if !f.Converged || f.Used != 946 || f.StdErrors == nil {
		t.Errorf("%+v", f)
	}
	for i, want := range []float64{24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17} {
		got, ok := f.Model.Expected(data.spending[i])
		if !ok {
			t.Error("no mean")
		}
		near(t, "E[M]", got, want, .01)
	}
}

// The forecast of cumulative repeat purchases of BTYD's walkthrough, and the
// value of the first customer over twelve months at 1 % a month.
func TestCDNOWForecast(t *testing.T) {
	data := readCDNOW(t)
	s := sample(t, data.customers)
	m := fit(t, BGNBD, s).Model
	made := ExpectedRepeats(m, s, []float64{20, 25})
	near(t, "by week 20", made[0], 1312, 13)
	near(t, "by week 25", made[1], 1670, 17)

	spend, err := FitGammaGamma(context.Background(), data.spending, Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	mean, _ := spend.Model.Expected(Spending{X: 2, Mean: 22.35})                                              // rounded as published
	to := each(t)(DiscountedPurchases(t.Context(), m, s, Horizon{Periods: 12, Period: 4.345, Discount: .01})) // weeks a month, as lifetimes has it
	near(t, "value of the first customer", mean*to[0], 36.28, .005)

	expected := ExpectedFrequencies(m, s, 7)
	actual := s.Frequencies(7)
	sum := 0.
	for x := range actual {
		sum += expected[x]
		if math.Abs(actual[x]-expected[x]) > 50 {
			t.Errorf("%d repeat purchases: %v, expected %v", x, actual[x], expected[x])
		}
	}
	near(t, "customers expected", sum, 2357, 1e-6)
	held := Compare(each(t)(Purchases(t.Context(), m, s, 39)), data.held)
	near(t, "mean absolute error", held.MAE, .785, 1e-3)
	near(t, "predicted to actual", held.Ratio, .879, 1e-3)
}
