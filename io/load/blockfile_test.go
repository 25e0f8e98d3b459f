package load

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"custseg/model/parallel"
)

// BenchmarkFileColumn files a million fields of a column.
func BenchmarkFileColumn(b *testing.B) {
	const rows, lines = 1_000_000, 4000
	for _, c := range []struct {
		name string
		word func(r *rand.Rand, row int) string
	}{
		{"few", func(r *rand.Rand, _ int) string { return []string{"web", "mobile app", "store", "phone"}[r.IntN(4)] }},
		{"amounts", func(r *rand.Rand, _ int) string { return fmt.Sprintf("%.2f", r.ExpFloat64()*50) }},
		{"customers", func(r *rand.Rand, _ int) string { return fmt.Sprintf("C%d", 100_000+r.IntN(250_000)) }},
		{"ascending", func(_ *rand.Rand, row int) string { return fmt.Sprintf("O%d", row) }},
		{"long", func(r *rand.Rand, _ int) string { return fmt.Sprintf("customer-%06d", r.IntN(250_000)) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			r := rand.New(rand.NewPCG(1, 2))
			by := cutter{delimiter: ',', eol: '\n', quote: '"', width: 1, hash: newHasher()}
			var passages []*passage
			for at := 0; at < rows; at += lines {
				var text strings.Builder
				for row := range lines {
					text.WriteString(c.word(r, at+row) + "\n")
				}
				p := &passage{buf: make([]byte, carryRoom+text.Len()+1+loadRoom), last: true}
				p.fresh = p.buf[carryRoom:][:copy(p.buf[carryRoom:], text.String())]
				p.join(nil, '\n')
				var work parallel.Group
				p.split(&work, &by)
				work.Wait()
				passages = append(passages, p)
			}
			b.ReportAllocs()
			for b.Loop() {
				w := newWords(0, rows)
				w.hash = by.hash
				for _, p := range passages {
					for i := range p.blocks {
						w.file(&p.blocks[i], 0)
					}
				}
				if w.codes.Len() != rows {
					b.Fatal(w.codes.Len())
				}
			}
		})
	}
}

// BenchmarkCut cuts lines of orders into fields.
func BenchmarkCut(b *testing.B) {
	const rows, lines = 12_000, 4000
	r := rand.New(rand.NewPCG(1, 2))
	by := cutter{delimiter: ',', eol: '\n', quote: '"', width: 8, least: 8, hash: newHasher()}
	var passages []*passage
	for at := 0; at < rows; at += lines {
		var text strings.Builder
		for row := range lines {
			second := (at + row) * 6
			fmt.Fprintf(&text, "O%d,C%d,2024-01-%02d %02d:%02d:%02d,%.2f,%d,%s,%s,%s\n", 5_000_000+at+row, 100_000+r.IntN(2_400_000),
				1+second/86400, second/3600%24, second/60%60, second%60, r.ExpFloat64()*50, 1+r.IntN(5),
				[]string{"web", "mobile app", "store", "phone"}[r.IntN(4)],
				[]string{"Grocery", "Fashion", "Beauty", "Electronics", "\"Home, Garden\"", "Toys"}[r.IntN(6)],
				[]string{"North", "South", "East", "West", "Central"}[r.IntN(5)])
		}
		p := &passage{buf: make([]byte, carryRoom+text.Len()+1+loadRoom), last: true}
		p.fresh = p.buf[carryRoom:][:copy(p.buf[carryRoom:], text.String())]
		p.join(nil, '\n')
		passages = append(passages, p)
	}
	room := make([]fieldKey, 512)
	for b.Loop() {
		cut := 0
		for _, p := range passages {
			for i := range p.blocks {
				lines := &p.blocks[i]
				by.split(lines, p.text[p.starts[i]:], p.end(i)-p.starts[i])
				for column := range by.width {
					for row := 0; row < lines.rows; row += len(room) {
						lines.fields(column, row, room, &lastDay{})
					}
				}
				cut += lines.rows
			}
		}
		if cut != rows {
			b.Fatal(cut)
		}
	}
}
