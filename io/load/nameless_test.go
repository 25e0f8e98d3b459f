package load

import (
	"fmt"
	"strings"
	"testing"

	"custseg/model"
)

// logOf writes rows of a log without a header.
func logOf(rows int, line func(i int) string) string {
	var b strings.Builder
	for i := range rows {
		b.WriteString(line(i) + "\n")
	}
	return b.String()
}

func TestNameless(t *testing.T) {
	day := func(i int) string { return fmt.Sprintf("2024-%02d-%02d", i%12+1, i%28+1) }
	for _, c := range []struct{ name, text, want string }{
		{"id, date, count, money", logOf(120, func(i int) string { return fmt.Sprintf("%05d,%s,%d,%d.37", i%40, day(i), i%4+1, i%9+1) }),
			"1=customer_id 2=order_date 3=quantity 4=amount"},
		{"two ids of the same customers", logOf(120, func(i int) string { return fmt.Sprintf("%05d,K%d,%s,%d.37", i%40, i%40, day(i), i%9+1) }),
			"1=customer_id 3=order_date 4=amount"},
		{"an order's id first", logOf(120, func(i int) string {
			return fmt.Sprintf("T%d,K%d,%s,%d.37", i/2, i/2%25, day(i/2), i%9+1)
		}), "1=order_id 2=customer_id 3=order_date 4=amount"},
		{"quantity, price and amount", logOf(120, func(i int) string {
			return fmt.Sprintf("K%d,%s,%d,%.2f,%.2f", i%40, day(i), i%4+1, 1.25*float64(i%7+1), 1.25*float64(i%7+1)*float64(i%4+1))
		}), "1=customer_id 2=order_date 3=quantity 4=unit_price 5=amount"},
		{"two dates", logOf(120, func(i int) string { return fmt.Sprintf("K%d,%s,%s,%d.37", i%40, day(i), day(i+3), i%9+1) }), ""},
		{"no money", logOf(120, func(i int) string { return fmt.Sprintf("K%d,%s", i%40, day(i)) }), ""},
		{"ids that do not repeat", logOf(120, func(i int) string { return fmt.Sprintf("K%d,%s,%d.37", i, day(i), i%9+1) }), ""},
		{"addresses", logOf(30, func(i int) string { return fmt.Sprintf("u%d@x.org,%s", i, []string{"male", "female"}[i%2]) }), "1=email 2=gender"},
		{"places", logOf(30, func(i int) string { return fmt.Sprintf("K%d,%d.1234,%d.5678", i, i+10, 100+i) }), "2=latitude 3=longitude"},
	} {
		d := openText(t, c.text, model.Reading{})
		if got := roles(d); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
		for _, g := range d.Guesses {
			if g.Confidence > .5 || !strings.HasPrefix(english(g.Reason), "the values look like") {
				t.Errorf("%s: confidence %v, %s", c.name, g.Confidence, english(g.Reason))
			}
		}
	}
}

func TestTellNameless(t *testing.T) {
	d := openText(t, logOf(30, func(i int) string { return fmt.Sprintf("u%d@x.org,%d", i, i) }), model.Reading{})
	found := newNamer().tellNameless(d.Tables[0], d.Guesses)
	if len(found) != 1 || found[0].Column != 0 || english(found[0].Text) != "the column has no name and was read as e-mail by its values; --map gives it another role" {
		t.Errorf("got %+v", found)
	}
	d = openText(t, "email\na@b.co\n", model.Reading{})
	if found := newNamer().tellNameless(d.Tables[0], d.Guesses); found != nil {
		t.Errorf("a column with a name: %+v", found)
	}
}
