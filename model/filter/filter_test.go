package filter_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"custseg/model"
	"custseg/model/filter"
)

func day(s string) int64 {
	t, err := time.Parse("2006-01-02 15:04", s)
	if err != nil {
		panic(err)
	}
	return t.Unix()
}

// shop is six customers, the last one without values.
func shop() []filter.Column {
	nan := func(values ...float64) []float64 {
		return append(values, model.NewNumbers("", nil).Pick([]int32{-1}).(*model.Numbers).At(0))
	}
	orders := filter.Of(model.NewNumbers("Orders", nan(1, 3, 4, 12, 1234.5)))
	orders.Aliases = []string{"frequency"}
	return []filter.Column{
		filter.Of(model.TextsOf("Customer", []string{"C1", "C2", "c3", "C10", "C12", "C99"})),
		filter.Of(model.TextsOf("Region", []string{"East", "West", "east", "North West", "Home and Garden, old", ""})),
		orders,
		filter.Of(model.NewNumbers("Margin %", nan(.1, .125, .3, -.5, 0))),
		filter.Of(model.NewDates("Last order", []int64{day("2024-12-31 23:59"), day("2025-01-01 00:00"), day("2025-01-31 12:30"), day("2025-03-01 00:00"), day("2026-07-04 08:00"), model.NoDate})),
		filter.Of(model.TextsOf("地区", []string{"华东", "华南", "华东", "华北", "西南", ""})),
		filter.Of(model.NewNumbers("金额（元）", nan(1, 2, 3, 4, 5))),
	}
}

func keep(t *testing.T, text string) []int {
	t.Helper()
	e, err := filter.Parse(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	holds, err := filter.Compile(context.Background(), e, shop())
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	if err := filter.Check(e, shop()); err != nil {
		t.Errorf("%s compiles, yet its check says %v", text, err)
	}
	var out []int
	for row := range 6 {
		if holds(row) {
			out = append(out, row)
		}
	}
	return out
}

func TestRowsThatPass(t *testing.T) {
	for _, c := range []struct {
		text string
		want []int
	}{
		{"region = East", []int{0, 2}},
		{"Region==EAST", []int{0, 2}},
		{"region is east", []int{0, 2}},
		{"region != East", []int{1, 3, 4, 5}},
		{"region <> East and region is not missing", []int{1, 3, 4}},
		{"region is not east", []int{1, 3, 4, 5}},
		{"region = North  West", []int{3}},
		{`region = "Home and Garden, old"`, []int{4}},
		{"region in (East, North West)", []int{0, 2, 3}},
		{"region in (West, \"Home and Garden, old\")", []int{1, 4}},
		{"region is in (West)", []int{1}},
		{"region not in (East, West)", []int{3, 4, 5}},
		{"region contains WEST", []int{1, 3}},
		{"region not contains west", []int{0, 2, 4, 5}},
		{"region starts with north", []int{3}},
		{"region ends with west", []int{1, 3}},
		{"region is missing", []int{5}},
		{"orders > 3", []int{2, 3, 4}},
		{"orders>=3", []int{1, 2, 3, 4}},
		{"orders < 3", []int{0}},
		{"orders <= 3", []int{0, 1}},
		{"not orders <= 3", []int{2, 3, 4, 5}},
		{"orders = 1,234.5", []int{4}},
		{"frequency = 12", []int{3}},
		{"orders between 3 and 12", []int{1, 2, 3}},
		{"orders not between 3 and 12", []int{0, 4, 5}},
		{"orders in (1, 12.0)", []int{0, 3}},
		{"orders starts with 1", []int{0, 3, 4}},
		{"orders between 3 and 12 and region = East", []int{2}},
		{"Margin % >= 12.5%", []int{1, 2}},
		{"Margin % < 0", []int{3}},
		{"last order >= 2025-01-01", []int{1, 2, 3, 4}},
		{"last order > 2025-01-01", []int{2, 3, 4}},
		{"last order <= 2024", []int{0}},
		{"last order < 2025", []int{0}},
		{"last order = 2025-01", []int{1, 2}},
		{"last order = 2025/1/31", []int{2}},
		{"last order = 2025-01-31 12:30", []int{2}},
		{"last order = 2025-01-31 12:31", nil},
		{"last order != 2025", []int{0, 4, 5}},
		{"last order in (2024, 2026)", []int{0, 4}},
		{"last order between 2025-01-31 and 2025-03", []int{2, 3}},
		{"last order contains 08:00", []int{4}},
		{"地区=华东", []int{0, 2}},
		{"地区＝华东 or 地区 in （华北，西南）", []int{0, 2, 3, 4}},
		{"金额（元） ≥ 4", []int{3, 4}},
		{"region = West or region = East and orders > 3", []int{1, 2}},
		{"(region = West or region = East) and orders > 3", []int{2}},
		{"not (region = West or orders > 3)", []int{0, 5}},
		{"NOT region = East AND orders < 5", []int{1}},
		{"2025-03", []int{3}},
		{"North West", []int{3}},
		{"* contains 华北 and orders > 3", []int{3}},
		{"* not contains e", []int{5}},
	} {
		if got := keep(t, c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s keeps %v, want %v", c.text, got, c.want)
		}
	}
}

func TestString(t *testing.T) {
	for text, want := range map[string]string{
		"region=East":                     "region = East",
		"region <> East":                  "region != East",
		"not region = East":               "region != East",
		"not (a = 1 and b = 2) and c = 3": "not (a = 1 and b = 2) and c = 3",
		"((a = 1) and (b = 2 and c = 3))": "a = 1 and b = 2 and c = 3",
		"(a = 1 or b = 2) and c = 3":      "(a = 1 or b = 2) and c = 3",
		"a = 1 or (b = 2 and c = 3)":      "a = 1 or b = 2 and c = 3",
		"a NOT IN (1,2 , 'b,c')":          `a not in (1, 2, "b,c")`,
		"'it''s' = 'a \"b\"'":             `"it's" = "a ""b"""`,
		"a > 1,000":                       `a > "1,000"`,
		"not a > 1":                       "not (a > 1)",
		"not a between 1 and 2":           "a not between 1 and 2",
		"“Last order” is missing":         "Last order is missing",
		"a is 'missing'":                  `a = "missing"`,
		"east":                            "* contains east",
		"'a = b'":                         `* contains "a = b"`,
	} {
		e, err := filter.Parse(text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if got := e.String(); got != want {
			t.Errorf("%s is written %s, want %s", text, got, want)
		}
	}
}

func TestBuilt(t *testing.T) {
	for want, e := range map[string]filter.Expr{
		"Region = East":              filter.Is("Region", "East"),
		"Region is missing":          filter.Is("Region", ""),
		"Region is not missing":      filter.Negate(filter.Is("Region", "")),
		"Region in (East, a b)":      filter.OneOf("Region", []string{"East", "a b"}),
		"a = 1 or a is missing":      filter.OneOf("a", []string{"", "1"}),
		"a >= 1 and a < 2 and b = 3": filter.Both(filter.Range("a", "1", "2", false), filter.Is("b", "3")),
		"a between 1 and 2":          filter.Both(nil, filter.Range("a", "1", "2", true)),
		"not (a > 1 or b = 2)":       filter.Negate(filter.Or{filter.Test{Column: "a", Op: filter.Greater, Values: []string{"1"}}, filter.Is("b", "2")}),
	} {
		if got := e.String(); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct {
		text string
		at   int
		want string
	}{
		{"", 0, "type a comparison"},
		{"region =", 8, "a value is expected here, after region ="},
		{"region = East and", 17, "a column's name is expected"},
		{"region = East and orders", 24, "orders is compared with nothing"},
		{"category = Home and Garden", 26, "a value that holds and or or is written in quotes"},
		{"regoin = East", 0, "did you mean Region?"},
		{"region = East and oders > 3", 18, "did you mean Orders?"},
		{"order > 3", 0, "did you mean Orders?"},
		{"margin > 3", 0, `did you mean Margin %?`},
		{"区 = 华东", 0, "did you mean 地区?"},
		{"orders > many", 9, "type it as 1234.5"},
		{"orders > 1,23", 9, "type it as 1234.5"},
		{"last order > 31.12.2024", 13, "type it as 2025-01-31"},
		{"last order > 2025-02-30", 13, "type it as 2025-01-31"},
		{"region > East", 0, "has no >: type =, !=, in, contains or starts with"},
		{"region = \"East", 9, "the quote \"East is not closed"},
		{"region in (East", 15, ") is missing"},
		{"region in (East,)", 16, "a value is expected"},
		{"(region = East", 0, "the bracket ( is not closed"},
		{"region = East)", 13, "the bracket ) was not opened"},
		{"region = East = 3", 14, "and or or is missing before = 3"},
		{"orders between 3", 16, "between needs two values"},
		{`region = ""`, 9, "type region is missing"},
		{"* = 3", 0, "* contains 3"},
		{"not East", 8, "East is compared with nothing"},
		{strings.Repeat("(", 200) + "a = 1", 100, "too deep"},
	} {
		e, err := filter.Parse(c.text)
		if err == nil {
			err = filter.Check(e, shop())
			if _, full := filter.Compile(context.Background(), e, shop()); (full == nil) != (err == nil) {
				t.Errorf("%s: check says %v, compile %v", c.text, err, full)
			}
		}
		var wrong *filter.Error
		if !errors.As(err, &wrong) {
			t.Errorf("%s: error %v", c.text, err)
			continue
		}
		if wrong.At != c.at || !strings.Contains(wrong.Error(), c.want) {
			t.Errorf("%s: at %d: %s; want at %d: %s", c.text, wrong.At, wrong, c.at, c.want)
		}
	}
}

func TestNamesThatSeveralHave(t *testing.T) {
	columns := []filter.Column{filter.Of(model.TextsOf("City", []string{"a"})), filter.Of(model.TextsOf("CITY", []string{"b"}))}
	for text, want := range map[string]string{"city = a": "may be City or CITY", "City = a": "", "CITY = a": ""} {
		e, err := filter.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if err = filter.Check(e, columns); (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", text, err, want)
		}
	}
}

func TestComplete(t *testing.T) {
	for text, want := range map[string]string{
		"":                          "0 Customer,Region",
		"reg":                       "0 Region",
		"Las":                       "0 Last order",
		"last ":                     "0 Last order",
		"last or":                   "0 Last order",
		"order":                     "0 Orders,Last order",
		"地":                         "0 地区",
		"region ":                   "7 =,!=",
		"region c":                  "",
		"orders ":                   "7 >,>=",
		"region = ":                 "9 East,\"Home and Garden, old\"",
		"region = e":                "9 East,east",
		"region = \"ho":             "9 \"Home and Garden, old\"",
		"region in (East, no":       "17 North West",
		"region in (East) ":         "17 and,or",
		"region = East ":            "14 and,or",
		"region = East a":           "14 and",
		"orders > 3":                "",
		"orders > 3 ":               "11 and,or",
		"orders > 3 and re":         "15 Region",
		"(orders > 3 or 地":          "15 地区",
		"not re":                    "4 Region",
		"地区=华":                      "7 华东,华北",
		"\"Last order\" ":           "13 >,>=",
		"orders between 1 and 2 an": "23 and",
	} {
		c := filter.Complete(text, shop(), 2)
		if len(c.Options) == 0 && want == "" {
			continue
		}
		got := strings.Join(c.Options, ",")
		at, names, _ := strings.Cut(want, " ")
		if strings.ReplaceAll(got, `"`, "") != strings.ReplaceAll(names, `"`, "") || at != itoa(c.From) {
			t.Errorf("%q goes on with %d %s, want %s", text, c.From, got, want)
		}
		for _, o := range c.Options {
			if text == "region = \"ho" && o != `"Home and Garden, old"` {
				t.Errorf("the value is not in quotes: %s", o)
			}
		}
	}
}

func itoa(n int) string { return strings.TrimSpace(model.FormatNumber(float64(n))) }

// Whatever is typed, what is read is written so that it reads as the same, keeps
// the same rows, and completion stays within the text.
func FuzzParse(f *testing.F) {
	for _, text := range []string{"region = East and orders > 3", "a not in (b, 'c''d') or not (x is missing)", "(((", "“a” ≥ 1,000", "金额（元）≥3", "is is is", "* contains x", "a between 1 and 2 and b ends with c", "x(y z) = (a)"} {
		f.Add(text)
	}
	columns := shop()
	f.Fuzz(func(t *testing.T, text string) {
		if c := filter.Complete(text, columns, 5); c.From < 0 || c.From > len(text) {
			t.Fatalf("completion of %q begins at %d", text, c.From)
		}
		e, err := filter.Parse(text)
		if err != nil {
			var wrong *filter.Error
			if !errors.As(err, &wrong) || wrong.At < 0 || wrong.At > len(text) {
				t.Fatalf("%q: %v", text, err)
			}
			return
		}
		written := e.String()
		again, err := filter.Parse(written)
		if err != nil {
			t.Fatalf("%q is written %q, which is: %v", text, written, err)
		}
		if s := again.String(); s != written {
			t.Fatalf("%q is written %q, and that %q", text, written, s)
		}
		a, err := filter.Compile(context.Background(), e, columns)
		b, errAgain := filter.Compile(context.Background(), again, columns)
		if (err == nil) != (errAgain == nil) {
			t.Fatalf("%q: %v, as written: %v", text, err, errAgain)
		}
		for row := 0; err == nil && row < 6; row++ {
			if a(row) != b(row) {
				t.Fatalf("%q and %q differ in row %d", text, written, row)
			}
		}
	})
}

func BenchmarkFilter(b *testing.B) {
	const n = 1_000_000
	values, codes := make([]float64, n), make([]int32, n)
	for i := range n {
		values[i], codes[i] = float64(i*7919%100_003)/100, int32(i*31%250_000)
	}
	dict := make([]string, 250_000)
	for i := range dict {
		dict[i] = "customer " + itoa(i)
	}
	columns := []filter.Column{filter.Of(model.NewTexts("id", codes, dict)), filter.Of(model.NewNumbers("amount", values))}
	e, err := filter.Parse("amount between 100 and 300 and id contains 7 or amount > 900")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		holds, err := filter.Compile(context.Background(), e, columns)
		if err != nil {
			b.Fatal(err)
		}
		kept := 0
		for row := range n {
			if holds(row) {
				kept++
			}
		}
	}
}
