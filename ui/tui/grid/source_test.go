package grid_test

import (
	"math"
	"strconv"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/grid"
	"custseg/ui/tui/theme"
)

// words is a source of plain text.
type words struct {
	cols []grid.Column
	rows [][]string
}

func (s *words) Len() int                 { return len(s.rows) }
func (s *words) Columns() []grid.Column   { return s.cols }
func (s *words) Text(row, col int) string { return s.rows[row][col] }

// customers are rows as dirty as those that come in files.
func customers() *words {
	return &words{
		cols: []grid.Column{
			{Title: "Customer ID"},
			{Title: "氏名 (name)"},
			{Title: "Orders", Align: cell.Right},
			{Title: "Value", Align: cell.Right, Missing: true},
			{Title: "Last order"},
			{Title: "Address, with a note that goes on for longer than there is room"},
			{Title: "E\x1b[31mmail", Missing: true},
		},
		rows: [][]string{
			{"17450", "王小明", "46", "194391.39", "2011-06-25", "東京都千代田区丸の内一丁目九番一号 東京駅", "wang@example.com"},
			{"12415", "ｱﾊﾟｰﾄ ｶﾞｲﾄﾞ", "21", "124914.53", "2011-08-03", "大阪府", ""},
			{"=1+1", "José Müller", "5", "", "2011-12-09", "line one\r\nline two\ttabbed", "jose@example.com"},
			{"\x1b[2J18102", "evil \x1b]0;title\x07 name", "-3", "-20.5", "", "\u202ereversed", "x@example.com"},
			{"00012", "👨\u200d👩\u200d👧 family ⚠\ufe0f 🇯🇵", "1000000", "0", "2010-12-01", "हिन्दी สวัสดี", "\xff\xfe"},
			{"", "か\u3099 한국어", "7", "3.5", "2011-01-01", "", "a\x00b"},
		},
	}
}

// segments is the table of a result: swatches, bars and colours.
type segments struct{ words }

func sizes() *segments {
	return &segments{words{
		cols: []grid.Column{
			{Title: "Segment"},
			{Title: "Customers", Align: cell.Right},
			{Title: "Share", Align: cell.Right, Bar: 10},
			{Title: "Value", Align: cell.Right},
		},
		rows: [][]string{
			{"Champions", "798", "18.4%", "5.52 M"},
			{"Loyal", "403", "9.3%", "1.00 M"},
			{"Cannot Lose Them", "125", "2.9%", "0.36 M"},
			{"Hibernating", "657", "15.1%", "0.25 M"},
			{"需要关注", "1", "0.0%", "-0.1 M"},
			{"Unclassified", "0", "0.0%", "0"},
		},
	}}
}

func (s *segments) Swatched(col int) bool { return col == 0 }

func (s *segments) Swatch(row, col int) (int, bool) { return row, row < 5 }

func (s *segments) Bar(row, col int) (float64, bool) {
	n, _ := strconv.ParseFloat(s.rows[row][1], 64)
	return n / 798, row < 5
}

func (s *segments) Ink(row, col int) (theme.Ink, bool) {
	switch {
	case col == 2 && row < 5:
		return theme.Of(27+row, -1), true
	case col == 3 && s.rows[row][3][0] == '-':
		return theme.Ink{FG: 1, BG: -1, Bold: true}, true
	}
	return theme.Ink{}, false
}

// numbers is a source of any size, made as it is read.
type numbers struct{ n, cols int }

func (s numbers) Len() int { return s.n }

func (s numbers) Columns() []grid.Column {
	out := make([]grid.Column, s.cols)
	for i := range out {
		out[i] = grid.Column{Title: "column " + strconv.Itoa(i), Align: cell.Align(i % 2)}
	}
	return out
}

func (s numbers) Text(row, col int) string {
	if col%2 == 1 {
		return strconv.FormatFloat(math.Sqrt(float64(row*(col+1))), 'f', 2, 64)
	}
	return "row " + strconv.Itoa(row)
}
