package load

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"custseg/model"

	"github.com/xuri/excelize/v2"
)

// TestDatesWithFewUnreadable spoils a few of a thousand dates, in few days and
// in many, wherever they stand.
func TestDatesWithFewUnreadable(t *testing.T) {
	const rows = 1001
	for _, c := range []struct {
		name   string
		days   int
		layout func(day int) string
		bad    []string
	}{
		{"no such day", 700, isoDay, []string{"2024-02-30"}},
		{"zeros", 700, isoDay, []string{"0000-00-00"}},
		{"few days", 3, isoDay, []string{"later"}},
		{"several", 20, isoDay, []string{"2024-02-30", "0000-00-00", "later", "!", "#VALUE"}},
		{"slashes", 20, func(d int) string { return fmt.Sprintf("%d/%d/2023", 13+d%15, 1+d/15) }, []string{"31/2/2023", "1/13/2023"}},
		{"compact", 20, func(d int) string { return strings.ReplaceAll(isoDay(d), "-", "") }, []string{"20240230", "00000000", "n.n."}},
		{"names", 20, func(d int) string { return fmt.Sprintf("%02d-Mar-24", 1+d) }, []string{"31-Feb-24"}},
	} {
		r := rand.New(rand.NewPCG(7, 8))
		for range 3 {
			var lines []string
			for i := range rows {
				lines = append(lines, fmt.Sprintf("C%d,%s,%d", i%90, c.layout(i%c.days), 1+i%50))
			}
			for _, word := range c.bad {
				lines = append(lines, "C1,"+word+",5")
			}
			r.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
			d := openText(t, "customer_id,order_date,amount\n"+strings.Join(lines, "\n")+"\n", model.Reading{})
			if got := kinds(d.Tables[0]); got != "tdn" {
				t.Fatalf("%s: kinds are %s", c.name, got)
			}
			first := slices.IndexFunc(lines, func(line string) bool { return slices.Contains(c.bad, strings.Split(line, ",")[1]) })
			want := fmt.Sprintf("values that are not dates were read as missing: %d, such as", len(c.bad))
			end := fmt.Sprintf("; the first is %q in row %s", strings.Split(lines[first], ",")[1], english(model.P("%d", first+2)))
			i := slices.IndexFunc(d.Findings, func(f model.Finding) bool { return strings.HasPrefix(english(f.Text), want) })
			if i < 0 || d.Findings[i].Level != model.Warning || !strings.HasSuffix(english(d.Findings[i].Text), end) || len(d.Findings[i].Rows) != len(c.bad) {
				t.Errorf("%s: findings %v, want %q and %q", c.name, d.Findings, want, end)
			}
			for i, line := range lines {
				word := strings.Split(line, ",")[1]
				if d.Tables[0].Column(1).Missing(i) != slices.Contains(c.bad, word) {
					t.Errorf("%s: %s became %q", c.name, word, d.Tables[0].Column(1).Text(i))
				}
			}
		}
	}
}

func isoDay(day int) string { return fmt.Sprintf("2022-%02d-%02d", 1+day/28%12, 1+day%28) }

// Serial numbers that are no day of Excel's calendar are missing among dates.
func TestSerialsThatAreNoDays(t *testing.T) {
	path := saveBook(t, func(f *excelize.File) error {
		day, err := f.NewStyle(&excelize.Style{NumFmt: 14})
		if err != nil {
			return err
		}
		setRow(f, "Sheet1", 1, "customer_id", "order_date", "amount")
		for i := range 300 {
			serial := 45000 + i
			switch i {
			case 7:
				serial = -5
			case 9:
				serial = 99999999
			}
			setRow(f, "Sheet1", i+2, fmt.Sprint("C", i%40), serial, i)
		}
		return f.SetCellStyle("Sheet1", "B2", "B301", day)
	})
	d := openBook(t, path, model.Reading{})
	c := d.Tables[0].Column(1)
	if c.Kind() != model.Date || !c.Missing(7) || !c.Missing(9) || c.Missing(8) {
		t.Fatalf("%v, with %q, %q and %q", c.Kind(), c.Text(7), c.Text(8), c.Text(9))
	}
	if !found(d, `values that are not dates were read as missing: 2, such as "-5", "99999999"; the first is "-5" in row 9`) {
		t.Errorf("findings: %v", d.Findings)
	}
}

// TestNearlyNumbersOrDates: what stays text though most of it parses says why.
func TestNearlyNumbersOrDates(t *testing.T) {
	repeat := func(s string, n int) string { return strings.Repeat(s, n) }
	for _, c := range []struct{ name, text, want string }{
		{"numbers", column("amount", 16, "later", "open", "later", "!"), `most values are numbers, but the column was read as text because of "!", "later", "open"; the first of them is "later" in row 18, and there are 4`},
		{"few numbers, many rows", "amount\n" + repeat("5\n7\n", 10) + "\nx\ny\n", `numbers, but the column was read as text because of "x", "y"; the first of them is "x" in row 23`},
		{"dates", "on\n2024-01-02\n2024-01-03\n2024-01-04\n2024-01-05\nsoon\n", `most values are dates, but the column was read as text because of "soon"; the first of them is "soon" in row 6`},
		{"two decimal marks", "amount\n12.50\n13.50\n\"37,50\"\n", `because of "37,50"; the first of them is "37,50" in row 4`},
		{"two orders", "on\n13/1/2024\n14/1/2024\n1/15/2024\n", `the column was read as text because its dates are written in ways that do not go together, such as "1/15/2024", "13/1/2024"`},
		{"too few", column("x", 7, "a", "b", "c"), ""},
		{"words", "x\na\nb\n", ""},
		{"keys", column("invoice no", 98, "C12"), ""},
		{"codes", "x\n007\n12\n13\n14\n15\nA\n", ""},
	} {
		d := openText(t, c.text, model.Reading{})
		i := slices.IndexFunc(d.Findings, func(f model.Finding) bool { return strings.Contains(english(f.Text), "read as text because") })
		if kinds(d.Tables[0]) != "t" || c.want == "" && i >= 0 {
			t.Errorf("%s: kinds %s, findings %v", c.name, kinds(d.Tables[0]), d.Findings)
			continue
		}
		if c.want != "" && (i < 0 || d.Findings[i].Level != model.Warning || !strings.Contains(english(d.Findings[i].Text), c.want)) {
			t.Errorf("%s: findings %v, want %q", c.name, d.Findings, c.want)
		}
	}
}
