package load

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"custseg/model"
	"custseg/model/notation"
)

// writtenCase is a column as it stands in a file, of which what is written of it
// must give back the values that were read.
type writtenCase struct {
	name  string
	cells []string
	odd   []string // the words that are told one by one
}

func writtenCases() []writtenCase {
	return []writtenCase{
		{"plain", []string{"1", "-2.5", "1e3", ".5", "7.", "+4", "", " 12 ", "n/a"}, nil},
		{"dollars", []string{"$1,234.50", "-$12", "$0.99", "($1,200.50)", "$7", "12", "$1,234,567", "tbd"}, nil},
		{"euros", []string{"1.234,50 €", "12,00 €", "-5,5 €", "1.234 €", "17", "0,5 €", "1.234.567,89 €"}, nil},
		{"francs", []string{"Fr. 12.50", "Fr. 1'200.00", "Fr. 75.-", "Fr. 3.5", "Fr. 17.25"}, []string{"Fr. 75.-"}},
		{"percent", []string{"12%", "3.5 %", "-1%", "100%"}, nil},
		{"wan", []string{"1.2万", "3万", "5亿", "12000"}, nil},
		{"wide", []string{"１２．５", "３", "12", "－４"}, nil},
		{"pieces", []string{"5 pcs", "1 pc", "12 pcs", "7 pcs"}, nil},
		{"thousands", []string{"1.5K", "2M", "300", "12K"}, nil},
		{"american", []string{"4/27/2017 8:26", "12/1/2017 18:05", "01/31/2018"}, nil},
		{"european", []string{"27.4.2017", "1.12.2017 08:30", "31.01.2018", "5.6.2018"}, nil},
		{"short", []string{"27/4/17", "31/12/68", "1/2/99", "13/5/01"}, nil},
		{"chinese", []string{"2017年4月27日", "2017年12月1日 下午8:26", "2018年1月31日"}, nil},
		{"named", []string{"27 Apr 2017", "1 December 2017", "Mon, 5 Feb 2018", "Feb 6, 2018"}, nil},
		{"compact", []string{"20170427", "20171201", "20180131"}, nil},
		{"slashes", []string{"2017/4/27", "2017-12-01", "2017/12/2 24:00"}, []string{"2017/12/2 24:00"}},
		{"spoilt", slices.Concat(days(60), []string{"2017-02-30"}), []string{"2017-02-30"}},
		{"order_date", []string{"42852.5", "42853", "43100.75"}, nil},
		{"created_at", []string{"1493305445", "1500000000", "1512345678"}, nil},
		{"quarter", []string{"2017Q2", "2017Q3", "2018Q1"}, []string{"2017Q2", "2017Q3", "2018Q1"}},
	}
}

func days(n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf("2017-%02d-%02d", 1+i/28, 1+i%28)
	}
	return out
}

func TestWhatIsWrittenReadsBack(t *testing.T) {
	for _, c := range writtenCases() {
		t.Run(c.name, func(t *testing.T) {
			var b strings.Builder
			fmt.Fprintf(&b, "key\t%s\n", c.name)
			for i, cell := range c.cells {
				fmt.Fprintf(&b, "k%d\t%s\n", i, cell)
			}
			path := filepath.Join(t.TempDir(), "column.tsv")
			if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
				t.Fatal(err)
			}
			data, err := Open(t.Context(), []string{path}, Options{}, nil)
			if err != nil {
				t.Fatal(err)
			}
			column := data.Tables[0].Column(1)
			checkWritten(t, column, c.cells)
			var odd []string
			if how := model.NotationOf(column); how != nil {
				for _, o := range how.Odd {
					if !o.Missing || slices.Contains(c.odd, o.Word) {
						odd = append(odd, o.Word)
					}
				}
			}
			if !slices.Equal(odd, c.odd) {
				t.Errorf("odd words %q, want %q", odd, c.odd)
			}
		})
	}
}

// checkWritten reads cells by what is told of a column, as a database would, and
// compares with its values.
func checkWritten(t *testing.T, column model.Column, cells []string) {
	t.Helper()
	how := model.NotationOf(column)
	if how == nil {
		how = &notation.Column{}
	}
	for i, cell := range cells {
		got, want := readWritten(column, how, strings.TrimSpace(cell)), math.NaN()
		switch c := column.(type) {
		case *model.Numbers:
			want = c.At(i)
		case *model.Dates:
			if c.At(i) != model.NoDate {
				want = math.Floor(float64(c.At(i)) / 86400)
			}
		default:
			t.Fatalf("a column of %s", column.Kind())
		}
		if got != want && !(math.IsNaN(got) && math.IsNaN(want)) {
			t.Errorf("%q reads as %v, want %v", cell, got, want)
		}
	}
}

func readWritten(column model.Column, how *notation.Column, word string) float64 {
	for _, o := range how.Odd {
		switch {
		case o.Word != word:
		case o.Missing:
			return math.NaN()
		default:
			return o.Number
		}
	}
	if column.Kind() == model.Number {
		numbers := how.Numbers
		if numbers == nil {
			numbers = &notation.Numbers{}
		}
		if v, ok := numbers.Reader()(word); ok {
			return v
		}
		return math.NaN()
	}
	dates := how.Dates
	if dates == nil {
		dates = &notation.Dates{Forms: notation.Forms("", "", 0, false)[:1]}
	}
	if v, ok := dates.Reader()(word); ok {
		return float64(v)
	}
	return math.NaN()
}
