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
		{"EUR 5.50", 5.5, currency}, {"5.50 EUR", 5.5, currency}, {"$84,835.00", 84835, currency}, {"¥1,200", 1200, currency}, {"1200元", 1200, currency},
		{"5 €", 5, currency}, {"-5.50€", -5.5, currency}, {"EUR -5", -5, currency}, {"US$\u00a01,200.50 USD", 1200.5, currency}, {"$.5", .5, currency},
		{"1 234.50", 1234.5, spaced}, {"1\u202f234\u202f567", 1234567, spaced}, {"1'234.50", 1234.5, spaced}, {"1’234", 1234, spaced},
		{"1,23,456.00", 123456, 0}, {"12,34,56,789", 123456789, 0}, {"₹1,00,000", 100000, currency},
		{"US$ 5", 5, currency}, {"kr 12.50", 12.5, currency}, {"12.50 kr", 12.5, currency}, {"₩12,000", 12000, currency}, {"￥1200元", 1200, currency},
		{"12.50-", -12.5, minusBehind}, {"1,234.50 -", -1234.5, minusBehind}, {"$12.50-", -12.5, minusBehind | currency}, {"$(1,200.50)", -1200.5, bracketed | currency},
		{"１２", 12, 0}, {"１，２３４．５", 1234.5, 0}, {"１２％", .12, percent}, {"（１２．５）", -12.5, bracketed}, {"－３", -3, 0},
		{"1.2万", 12000, scaled}, {"1.1万元", 11000, scaled | currency}, {"¥3亿", 3e8, scaled | currency}, {"2 萬", 20000, scaled}, {"-1,200万", -1.2e7, scaled}, {"1.5万亿", 1.5e12, scaled},
		{"12.3%", .123, percent}, {"1e2%", 1, percent | exponent}, {"1.2E+06", 1.2e6, exponent}, {"1.2e6", 1.2e6, exponent},
		{"35.-", 35, 0}, {"-35.-", -35, 0}, {"1'200.--", 1200, spaced}, {"Fr. 75.-", 75, currency}, {"CHF 11.–", 11, currency}, {"11.— CHF", 11, currency},
		{"▲1,200", -1200, 0}, {"△ 5.0%", -.05, percent}, {"¥▲3", -3, currency}, {"▲¥3", -3, currency}, {"$-", 0, currency}, {"¥ -", 0, currency}, {"-   €", 0, currency},
		{"007", 7, leadingZero}, {"00", 0, leadingZero}, {"-01", -1, leadingZero},
		{"1234567890123456", 1234567890123456, longInteger}, {"123456789012345", 123456789012345, 0},
	} {
		got, ok := parseNumber(c.text, decimalPoint)
		if !ok || got.value != c.want || got.form != c.form {
			t.Errorf("%q is %v (%b, %v), want %v (%b)", c.text, got.value, got.form, ok, c.want, c.form)
		}
	}
	for _, bad := range []string{
		"", " ", "x", "1x", "x1", "1 2", "--1", "+-1", "1.2.3", "1e", "1e+", "e5", ".", "-", "%", "$", "()", "(", "1,23", "1,2345", "123,45,678", "12,34,56", "1,23,4567", "1,234,56,789", "12,345,67,890", ",123",
		"1234,567", "0,123", "1,234e5", "1,,234", "0x10", "1_000", "nan", "1e999", "12%%", "1.234,5", "(1", "infin",
		"1 23", "12 34", "1 234'567", "1'234,567", "0 123", "1 234 5", "SKU 5", "ABC 5.50", "5 pcs", "EUR", "€", "EUR EUR 5", "5 m", "-5-", "(5-)", "(-5)-", "+5-", "5--", "万", "5万万", "5%万", "((5))", "12.50- EUR", "R$1,5e3", "1.234,50", "37,50", "5,50 €", "35,-", "-$5-", "▲▲5", "--", "5.-5",
	} {
		if x, ok := parseNumber(bad, decimalPoint); ok {
			t.Errorf("%q is read as %v", bad, x.value)
		}
	}
}

func TestDecimalComma(t *testing.T) {
	for _, c := range []struct {
		text string
		want float64
		form numberForm
		mark markUse
	}{
		{"37,50", 37.5, 0, oneReading}, {"1.234,50", 1234.5, 0, oneReading}, {"1.234.567", 1234567, 0, oneReading}, {"0,125", .125, 0, oneReading},
		{"1,500", 1.5, 0, commaEither}, {"1.500", 1500, 0, pointEither}, {"1500", 1500, 0, noMark}, {",5", .5, 0, oneReading},
		{"1 234,50", 1234.5, spaced, oneReading}, {"1\u00a0234,50", 1234.5, spaced, oneReading}, {"1'234", 1234, spaced, noMark},
		{"5,50 €", 5.5, currency, oneReading}, {"-1.234,50 EUR", -1234.5, currency, oneReading}, {"12,5 %", .125, percent, oneReading},
		{"35,-", 35, 0, oneReading}, {"1.200,— €", 1200, currency, oneReading}, {"(1.234,50)", -1234.5, bracketed, oneReading}, {"1,5e-3", .0015, exponent, oneReading},
	} {
		got, ok := parseNumber(c.text, decimalComma)
		if !ok || got.value != c.want || got.form != c.form || got.mark != c.mark {
			t.Errorf("%q is %+v (%v), want %v (%b, %d)", c.text, got, ok, c.want, c.form, c.mark)
		}
	}
	for _, bad := range []string{"1,234.50", "37.50", "1,234,567", "0.125", "1.23", "1.2345,6", "1,5,0", "1.234 567,5"} {
		if x, ok := parseNumber(bad, decimalComma); ok {
			t.Errorf("%q is read as %v", bad, x.value)
		}
	}
}
