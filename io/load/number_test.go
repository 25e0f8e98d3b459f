package load

import (
	"math"
	"testing"
)

func TestParseNumber(t *testing.T) {
	for _, c := range []struct {
		text string
		want float64
		form numberForm
	}{
		{"0", 0, 0}, {"12", 12, 0}, {"-3", -3, 0}, {"+3", 3, 0}, {"\u22123", -3, 0}, {"12923.0", 12923, 0}, {".5", .5, 0}, {"5.", 5, 0},
		{"0.1", .1, 0}, {"125.43999999999998", 125.43999999999998, 0}, {"1e6", 1e6, exponent}, {"1.5E-3", .0015, exponent},
		{"1,234", 1234, 0}, {"12,345,678.9", 12345678.9, 0}, {"-1,234.50", -1234.5, 0},
		{"$12", 12, currency}, {"-$12", -12, currency}, {"$-12", -12, currency}, {"¥ 1,200", 1200, currency}, {"￥3.5", 3.5, currency}, {"€7", 7, currency},
		{"12%", .12, percent}, {"3.5 %", .035, percent}, {"-12％", -.12, percent},
		{"(12)", -12, bracketed}, {"($1,200.50)", -1200.5, bracketed | currency},
		{"inf", math.Inf(1), infinite}, {"-Infinity", math.Inf(-1), infinite}, {"∞", math.Inf(1), infinite},
		{"007", 7, leadingZero}, {"00", 0, leadingZero}, {"-01", -1, leadingZero},
		{"1234567890123456", 1234567890123456, longInteger}, {"123456789012345", 123456789012345, 0},
	} {
		got, form, ok := parseNumber(c.text)
		if !ok || got != c.want || form != c.form {
			t.Errorf("%q is %v (%b, %v), want %v (%b)", c.text, got, form, ok, c.want, c.form)
		}
	}
	for _, bad := range []string{
		"", " ", "x", "1x", "x1", "1 2", "--1", "+-1", "1.2.3", "1e", "1e+", "e5", ".", "-", "%", "$", "()", "(", "1,23", "1,2345", "12,34,567", ",123",
		"1234,567", "0,123", "1,234e5", "1,,234", "0x10", "1_000", "nan", "1e999", "12%%", "１２", "1.234,5", "(1", "infin",
	} {
		if v, _, ok := parseNumber(bad); ok {
			t.Errorf("%q is read as %v", bad, v)
		}
	}
}
