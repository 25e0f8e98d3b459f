package load

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"custseg/model"
)

// TestDecimalMarks shuffles the rows of small files: the first column reads the
// same, and what was noticed too.
func TestDecimalMarks(t *testing.T) {
	const (
		silent = "" // no word about two readings
		warned = "; it was read as"
		told   = "by the rest of the file it was read as"
	)
	quoted := func(words ...string) []string {
		for i, w := range words {
			words[i] = `"` + w + `"`
		}
		return words
	}
	for _, c := range []struct {
		name   string
		header string
		rows   []string
		want   string // values in ascending order of their text
		tells  string
	}{
		{"semicolons, either way", "amount;x", []string{"1,500;a", "2,750;b", "3,125;c"}, "1.5 2.75 3.125", warned},
		{"one value proves it", "amount;x", []string{"1,500;a", "37,50;b"}, "1.5 37.5", silent},
		{"both marks prove it", "amount", quoted("1.234,50", "1,500"), "1.5 1234.5", silent},
		{"point proves it", "amount", quoted("1,234.50", "1,500"), "1234.5 1500", silent},
		{"many groups prove it", "amount", quoted("1,234,500", "1,500"), "1234500 1500", silent},
		{"many groups of points", "amount", quoted("1.234.500", "1.500"), "1234500 1500", silent},
		{"spaces and a comma", "amount", quoted("1 234,50", "12"), "12 1234.5", silent},
		{"apostrophes", "amount", quoted("1'234.50", "12"), "12 1234.5", silent},
		{"currencies", "amount", quoted("EUR 5.50", "$84,835.00", "¥1,200", "1200元"), "1200 1200 5.5 84835", silent},
		{"a euro sign behind", "amount", quoted("5,50 €", "1.200,00 €"), "1200 5.5", silent},
		{"truly either way", "amount", quoted("1,500", "2,750"), "1500 2750", warned},
		{"another column has commas", "amount,price", []string{`"1,500","37,50"`, `"2,750","1,50"`}, "1.5 2.75", told},
		{"another column has points", "amount,price", []string{`"1,500",37.50`, `"2,750",1.50`}, "1500 2750", told},
		{"another column has points, for all semicolons", "amount;price", []string{"1,500;37.50", "2,750;1.50"}, "1500 2750", told},
		{"others disagree", "amount,a,b", []string{`"1,500","37,50",1.25`, `"2,750","1,50",2.25`}, "1.5 2.75", warned},
		{"points, either way", "amount", []string{"1.500", "2.750"}, "1.5 2.75", silent},
		{"points with commas elsewhere", "amount;price", []string{"1.500;37,50", "2.750;1,50"}, "1500 2750", told},
		{"points between semicolons", "amount;x", []string{"1.500;a", "2.750;b"}, "1.5 2.75", warned},
		{"thousands with points beside hundreds", "amount", []string{"100", "2.037", "3.074", "5.148"}, "100 2037 3074 5148", warned},
		{"points beside thousands without", "amount", []string{"100", "2037", "2.037", "3.074", "5.148"}, "100 2.037 2037 3.074 5.148", warned},
		{"points beside tens", "amount", []string{"12", "2.037", "3.074", "5.148"}, "12 2.037 3.074 5.148", warned},
		{"three points alone", "price", []string{"1.500", "2.300", "1.100"}, "1.1 1.5 2.3", warned},
		{"three points where others have points", "price,x", []string{"1.500,2.5", "2.300,3.5", "1.100,4.5"}, "1.1 1.5 2.3", told},
		{"points beside dates with dots", "amount\tday", []string{"12\t01.03.2024", "2.037\t02.03.2024", "3.074\t03.03.2024", "5.148\t04.03.2024"}, "12 2037 3074 5148", warned},
		{"points beside days first", "amount\tday", []string{"12\t21/03/2024", "2.037\t02/03/2024", "3.074\t03/03/2024", "5.148\t04/03/2024"}, "12 2037 3074 5148", warned},
		{"points alone beside days first", "amount\tday", []string{"2.037\t21/03/2024", "3.074\t03/03/2024", "5.148\t04/03/2024"}, "2.037 3.074 5.148", warned},
		{"three points between semicolons", "amount;x", []string{"1.500;a", "2.750;b", "3.125;c"}, "1500 2750 3125", warned},
		{"thousands with commas beside hundreds", "amount;x", []string{"100;a", "2,037;b", "3,074;c", "5,148;d"}, "100 2037 3074 5148", warned},
		{"rupees", "amount;x", []string{"Rs. 1,200;a", "Rs. 300;b", "₹2,500;c"}, "1200 2500 300", silent},
		{"yen and won have no decimals", "amount;x", []string{"1,200円;a", "20円;b", "￥3,500;c", "₩7,000;d"}, "1200 20 3500 7000", silent},
		{"a dollar before thousands", "amount;x", []string{"$1,200;a", "$20;b", "$3,500;c"}, "1200 20 3500", warned},
		{"a euro before thousands", "amount;x", []string{"€1,200;a", "€20;b"}, "1200 20", warned},
		{"a euro before a fraction", "amount;x", []string{"€1,200;a", "€20,5;b"}, "1.2 20.5", silent},
		{"crowns behind thousands", "amount;x", []string{"1.500 kr.;a", "20 kr.;b", "350 kr.;c"}, "1500 20 350", warned},
		{"no cents", "amount;x", []string{"35.-;a", "12.50;b", "Fr. 7.-;c"}, "12.5 35 7", silent},
		{"no cents behind a comma", "amount;x", []string{"35,-;a", "1.200;b"}, "1200 35", silent},
		{"degrees", "lat,x", []string{"48.137,a", "52.520,b", "50.937,c"}, "48.137 50.937 52.52", silent},
		{"degrees with commas", "Shop Longitude;x", []string{"11,575;a", "13,405;b"}, "11.575 13.405", silent},
		{"degrees in Chinese", "门店纬度,x", []string{"48.137,a", "100,b", "2.520,c", "5.520,d"}, "100 2.52 48.137 5.52", silent},
		{"keys are whole", "customer_id;x", []string{"1,500;a", "2,750;b"}, "1500 2750", silent},
	} {
		r := rand.New(rand.NewPCG(5, 6))
		for range 4 {
			r.Shuffle(len(c.rows), func(i, j int) { c.rows[i], c.rows[j] = c.rows[j], c.rows[i] })
			d := openText(t, c.header+"\n"+strings.Join(c.rows, "\n")+"\n", model.Reading{})
			column := d.Tables[0].Column(0)
			var values []string
			for i := range column.Len() {
				values = append(values, column.Text(i))
			}
			slices.Sort(values)
			if got := strings.Join(values, " "); column.Kind() != model.Number || got != c.want {
				t.Errorf("%s: %v %s, want %s", c.name, column.Kind(), got, c.want)
			}
			var tells []model.Finding
			for _, f := range d.Findings {
				if strings.Contains(english(f.Text), "in two ways") {
					tells = append(tells, f)
				}
			}
			if c.tells == silent && len(tells) == 0 {
				continue
			}
			if c.tells == silent || len(tells) != 1 || !strings.Contains(english(tells[0].Text), c.tells) || (tells[0].Level == model.Warning) != (c.tells == warned) {
				t.Errorf("%s: it tells %+v", c.name, tells)
			}
		}
	}
}

func TestMixedMarks(t *testing.T) {
	d := openText(t, "amount\n"+strings.Repeat("12.50\n", 3)+"\"37,50\"\n1.5\n", model.Reading{})
	if got := kinds(d.Tables[0]); got != "t" {
		t.Errorf("12.50 beside 37,50 is of kind %s", got)
	}
	d = openText(t, column("amount", 99, `"37,50"`)+"1.5\n2.5\n", model.Reading{})
	if c := d.Tables[0].Column(0); c.Kind() != model.Number || !c.Missing(99) || !found(d, `not numbers were read as missing: 1, such as "37,50"`) {
		t.Errorf("one comma among points: %v, %v", c.Text(99), d.Findings)
	}
}
