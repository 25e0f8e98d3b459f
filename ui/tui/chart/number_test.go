package chart

import (
	"math"
	"strings"
	"testing"

	"custseg/model"
)

func TestShort(t *testing.T) {
	for _, c := range []struct {
		v    float64
		unit model.Unit
		want string
	}{
		{0, "", "0"}, {math.Copysign(0, -1), "", "0"}, {1, "", "1"}, {-1, "", "-1"}, {0.5, "", "0.5"},
		{0.12345, "", "0.1235"}, {149.5, "", "149.5"}, {149.54, "", "149.5"}, {12.345, "", "12.35"},
		{999.4, "", "999.4"}, {999.96, "", "1,000"}, {1234, "", "1,234"}, {1234.5, "", "1,234"}, {-1234, "", "-1,234"}, {9999, "", "9,999"},
		{9999.7, "", "10 k"}, {10000, "", "10 k"}, {12345, "", "12.3 k"}, {182330, "", "182 k"}, {999499, "", "999 k"},
		{999500, "", "1 M"}, {1250000, "", "1.25 M"}, {-1250000, "", "-1.25 M"}, {3.2e9, "", "3.2 G"}, {7e12, "", "7 T"},
		{1e18, "", "1e+18"}, {1.797e308, "", "1.8e+308"}, {0.00012, "", "0.00012"}, {5e-324, "", "4.9e-324"},
		{math.NaN(), "", "n/a"}, {math.NaN(), model.Percent, "n/a"}, {math.Inf(1), "", "Inf"}, {math.Inf(-1), "", "-Inf"},
		{0.123, model.Percent, "12.3%"}, {1, model.Percent, "100%"}, {0.00001, model.Percent, "0.001%"}, {12.5, model.Percent, "1,250%"},
		{36, model.Days, "36 d"}, {36.5, model.Days, "36.5 d"}, {5.5e6, model.Money, "5.5 M"}, {12, model.OrderCount, "12"},
	} {
		if got := Short(c.v, c.unit); got != c.want {
			t.Errorf("Short(%v, %q) = %q, want %q", c.v, c.unit, got, c.want)
		}
	}
}

func TestFull(t *testing.T) {
	for _, c := range []struct {
		v    float64
		unit model.Unit
		want string
	}{
		{182330, "", "182,330"}, {-1234567.8, model.Money, "-1,234,568"}, {1234, model.Days, "1,234"}, {0.5, "", "0.5"},
		{1e18, "", "1e+18"}, {.25, model.Percent, "25%"}, {math.NaN(), "", "n/a"}, {math.Inf(-1), "", "-Inf"},
	} {
		if got := Full(c.v, c.unit); got != c.want {
			t.Errorf("Full(%v, %q) = %q, want %q", c.v, c.unit, got, c.want)
		}
	}
}

func TestCountAndShare(t *testing.T) {
	for n, want := range map[int]string{0: "0", 7: "7", 999: "999", 1000: "1,000", 182330: "182,330", -1234567: "-1,234,567", -100: "-100"} {
		if got := Count(n); got != want {
			t.Errorf("Count(%d) = %q, want %q", n, got, want)
		}
	}
	for _, c := range []struct {
		part, whole int
		want        string
	}{{0, 5, "0.0%"}, {5, 5, "100.0%"}, {184, 1000, "18.4%"}, {1, 250000, "<0.1%"}, {1, 2000, "0.1%"}, {0, 0, "n/a"}} {
		if got := Share(c.part, c.whole); got != c.want {
			t.Errorf("Share(%d, %d) = %q, want %q", c.part, c.whole, got, c.want)
		}
	}
}

func TestNumbersLineUp(t *testing.T) {
	for _, c := range []struct {
		values []float64
		unit   model.Unit
		want   string
	}{
		{[]float64{2.8281, .0535, math.NaN(), -.837}, "", "2.83|0.05||-0.84"},
		{[]float64{12, 1234}, "", "12|1,234"},
		{[]float64{12.5, 99.94}, "", "12.5|99.9"},
		{[]float64{1234.5, .2}, "", "1,234|0"},
		{[]float64{.42, .1}, model.Percent, "42%|10%"},
		{[]float64{.4212, .1}, model.Percent, "42.1%|10.0%"},
		{[]float64{2e6, 5}, model.Money, "2.00 M|5"},
		{nil, "", ""},
	} {
		if got := strings.Join(lined(c.values, c.unit), "|"); got != c.want {
			t.Errorf("%v %s: %s, want %s", c.values, c.unit, got, c.want)
		}
	}
}

func TestYearsAndPlacesHaveNoMarks(t *testing.T) {
	for _, c := range []struct {
		name string
		v    float64
		want string
	}{{"Year_Birth", 1972, "1972"}, {"postcode", 10115, "10115"}, {"longitude", 113.264385, "113.2644"}, {"出生年", 1972.25, "1972.25"},
		{"yearly income", 1972, "1,972"}, {"income last year", 1972, "1,972"}, {"Income", 34_400, "34.4 k"}} {
		u := Coded(c.name, model.Plain)
		if got := Short(c.v, u); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	if u := Coded("Year", model.Money); u != model.Money {
		t.Errorf("money became %s", u)
	}
}

func TestLinedNumbersAreOfOneUnit(t *testing.T) {
	got := strings.Join(Lined([]float64{5_520_000, 1e6, 94_000, 0, -815.5, math.NaN()}, model.Money), "|")
	if got != "5.52 M|1.00 M|0.09 M|0|-815.5|" {
		t.Errorf("%q", got)
	}
	if got := strings.Join(Lined([]float64{344_000, 91_600}, model.Money), "|"); got != "344.0 k|91.6 k" {
		t.Errorf("%q", got)
	}
}
