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
