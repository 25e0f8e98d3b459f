package load

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"custseg/model"
)

// column writes a file of one column whose values go on as numbers.
func column(header string, numbers int, odd ...string) string {
	var b strings.Builder
	b.WriteString(header + "\n")
	for i := range numbers {
		fmt.Fprintf(&b, "%d\n", i+1)
	}
	for _, s := range odd {
		fmt.Fprintf(&b, "%s\n", s)
	}
	return b.String()
}

func TestTypes(t *testing.T) {
	for _, c := range []struct {
		name, text, kinds string
	}{
		{"numbers", "x\n1\n2.5\n", "n"},
		{"words", "x\na\nb\n", "t"},
		{"dates", "x\n2011-01-02\n2011-01-03\n", "d"},
		{"missing words", "x,y\n1,NA\nNA,2\nnull,null\nn/a,-\nNone,无\n", "nn"},
		{"98 in 100 are numbers", column("x", 98, "many", "few"), "n"},
		{"97 in 100 are numbers", column("x", 97, "many", "few", "no"), "t"},
		{"an id with one word", column("customer_id", 98, "C12"), "t"},
		{"an order number with one word", column("Invoice No", 98, "C12"), "t"},
		{"ids with .0", "CustomerID\n12923.0\n15594.0\n", "n"},
		{"ids with exponents", "item code\n1E5\n2E5\n", "t"},
		{"leading zeros", "x\n007\n12\n", "t"},
		{"zero and 0.5", "x\n0\n0.5\n", "n"},
		{"long integers", "x\n1234567890123456\n12\n", "t"},
		{"phones", "phone,zip\n13800138000,94105\n13800138001,94107\n", "tt"},
		{"days without signs", "x\n19970101\n19970118\n19980202\n", "d"},
		{"two days without signs", "x\n19970101\n19970118\n", "n"},
		{"two under a date", "order date\n19970101\n19970118\n", "d"},
		{"eight digits, not all days", "x\n19970101\n19970118\n19971399\n", "n"},
		{"ids that look like days", "order_id\n19970101\n19970118\n19970119\n", "n"},
		{"years", "x\n1957\n1984\n", "n"},
		{"all empty", "x,y\n1,\n2,\n", "nt"},
		{"mixed ways of dates", "x\n2011-01-02\n2011/1/3\n2011年1月4日\n", "d"},
		{"numbers and dates", "x\n2011-01-02\n5\n", "t"},
		{"days and months both beyond 12", "x\n13/1/2011\n1/13/2011\n", "t"},
		{"infinity", "x\ninf\n1\n", "n"},
	} {
		if got := kinds(openText(t, c.text, model.Reading{}).Tables[0]); got != c.kinds {
			t.Errorf("%s: kinds are %s, want %s", c.name, got, c.kinds)
		}
	}
}

func TestDayAndMonthOrder(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"a\n1/2/2011\n25/2/2011\n", "2011-02-01"},
		{"a\n1/2/2011\n2/25/2011\n", "2011-01-02"},
		{"a\n1/2/2011\n2/3/2011\n", "2011-01-02"},
		{"a\n1.2.2011\n2.3.2011\n", "2011-02-01"},
		{"a,b\n1/2/2011,25/2/2011\n2/3/2011,26/2/2011\n", "2011-02-01"},
		{"a;b\n1/2/2011;x\n2/3/2011;y\n", "2011-02-01"},
		{"a;b\n1/2/2011;2/25/2011\n2/3/2011;2/26/2011\n", "2011-01-02"},
	} {
		if got := openText(t, c.text, model.Reading{}).Tables[0].Column(0).Text(0); got != c.want {
			t.Errorf("%q begins with %s, want %s", c.text, got, c.want)
		}
	}
}

func TestNoneAmongAnswers(t *testing.T) {
	d := openText(t, "x,y\n有,a\n无,none\n", model.Reading{})
	if got := cells(d.Tables[0]); got != "x|y\n有|a\n无|none" {
		t.Errorf("among few words: %s", got)
	}
	d = openText(t, column("x", 0, slices.Repeat([]string{"无"}, 3)...)+manyWords(fewWords), model.Reading{})
	if c := d.Tables[0].Column(0); !c.Missing(0) || c.Missing(3) {
		t.Errorf("among many words %q is kept", "无")
	}
	d = openText(t, "first_name\nNan\nNull\nNA\n", model.Reading{})
	if got := cells(d.Tables[0]); got != "first_name\nNan\nNull\n" {
		t.Errorf("names: %q", got)
	}
}

func manyWords(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "w%d\n", i)
	}
	return b.String()
}

// TestRowOrderDoesNotMatter shuffles files and expects the same types, roles and
// values.
func TestRowOrderDoesNotMatter(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	inRow := regexp.MustCompile(`the first (of them )?is ("[^"]*" )?in row [0-9,]+`)
	header := "order_id,customer,date,amount,qty,channel,zip,note,price,size"
	var rows []string
	for i := range 300 {
		note := []string{"NA", "none", "", "7", "x"}[r.IntN(5)]
		rows = append(rows, fmt.Sprintf("O%d,C%d,%d/%d/2011,%.2f,%d,%s,%05d,%s,\"%d,%03d\",%d",
			i, r.IntN(80), 1+r.IntN(12), 1+r.IntN(28), 100*r.Float64(), 1+r.IntN(4), []string{"web", "store"}[r.IntN(2)], r.IntN(99999), note,
			1+r.IntN(9), r.IntN(1000), 36+r.IntN(8)))
	}
	rows = append(rows, "O300,C1,0000-00-00,many,1,web,00001,x,\"1,250\",XL")
	describe := func() string {
		d := openText(t, header+"\n"+strings.Join(rows, "\n")+"\n", model.Reading{})
		var b strings.Builder
		b.WriteString(kinds(d.Tables[0]))
		for _, g := range d.Guesses {
			fmt.Fprintf(&b, " %d=%s %.3f", g.Column, g.Role, g.Confidence)
		}
		for _, f := range d.Findings {
			// where the first such row stands is all that may differ
			fmt.Fprintf(&b, "\n%d %s", f.Column, inRow.ReplaceAllString(english(f.Text), ""))
		}
		lines := strings.Split(cells(d.Tables[0]), "\n")
		slices.Sort(lines)
		return b.String() + "\n" + strings.Join(lines, "\n")
	}
	want := describe()
	if !strings.HasPrefix(want, "ttdnntttnn") {
		t.Fatalf("kinds are %.10s", want)
	}
	for range 30 {
		r.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		if got := describe(); got != want {
			t.Fatalf("another order of rows gives\n%.600s\nnot\n%.600s", got, want)
		}
	}
}
