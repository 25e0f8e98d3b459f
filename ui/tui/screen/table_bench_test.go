package screen

import (
	"fmt"
	"testing"

	"custseg/model"
	"custseg/model/filter"
	"custseg/ui/tui/term"
)

// millionRows is the rows of a table of a million orders of 250,000 customers,
// filtered to nine in ten, half of them marked.
func millionRows(b *testing.B) (*DataView, *fakeHost) {
	const n = 1_000_000
	values, codes, dates := make([]float64, n), make([]int32, n), make([]int64, n)
	for i := range n {
		values[i], codes[i], dates[i] = float64(i*7919%100_003)/100, int32(i*31%250_000), int64(i)*3600
	}
	dict := make([]string, 250_000)
	for i := range dict {
		dict[i] = fmt.Sprintf("C%06d", i)
	}
	s, host := openData(b, oneTable(b, model.TextsOf("region", make([]string, n)), model.NewTexts("id", codes, dict), model.NewNumbers("amount", values), model.NewDates("date", dates)), 200, 46)
	press(b, s, "tab", "l", "l", "l", "b", "&")
	typed(b, s, "amount > 100")
	press(b, s, "enter", "]", "a")
	if v := s.table().rows; v.grid.Len() < n*8/10 || v.marks.Len() != v.grid.Len() || len(v.grid.Sort()) != 1 {
		b.Fatalf("%d rows, %d marked", v.grid.Len(), v.marks.Len())
	}
	host.hold = true // tasks are not part of a frame
	return s, host
}

// BenchmarkTable is a key in a table of a million rows, and the frame.
func BenchmarkTable(b *testing.B) {
	s, host := millionRows(b)
	theme := themes()["color"]
	for _, keys := range [][2]string{{"j", "k"}, {"l", "h"}, {"pgdown", "pgup"}, {"G", "g"}, {"space", "k"}, {"(", ")"}, {"L", "H"}} {
		b.Run(keys[0]+keys[1], func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				press(b, s, keys[i%2])
				s.View(theme)
				host.held = nil
			}
		})
	}
}

// BenchmarkTableAtWork is what runs beside the frames: an order, a filter,
// a search for what is not there, the values and the profile of columns.
func BenchmarkTableAtWork(b *testing.B) {
	s, host := millionRows(b)
	v := s.table().rows
	host.hold = false
	where, err := filter.Parse("amount between 100 and 900 and id contains 7")
	if err != nil {
		b.Fatal(err)
	}
	for name, do := range map[string]func(){
		"sort numbers": func() { v.order(nil); v.sort(3, false) },
		"sort ids":     func() { v.order(nil); v.sort(2, false) },
		"sort dates":   func() { v.order(nil); v.sort(4, true) },
		"filter":       func() { v.filter(where) },
		"values":       func() { newValues(host, v, 3) },
		"profile":      func() { newProfile(host, v) },
		"search":       func() { v.searched = "nowhere"; v.find(false) },
		"typing":       func() { press(b, s, "&"); s.Key(term.KeyOf("x")); press(b, s, "esc") },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				do()
			}
		})
	}
}
