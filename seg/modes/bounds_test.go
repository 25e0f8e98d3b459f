package modes

import (
	"context"
	"math/rand/v2"
	"testing"

	"custseg/seg/cluster"
)

// TestBoundsChangeNothing holds starts that pass over rows against one look at all
// rows and prototypes: at the end no row is nearer to another, and each prototype is
// the mean and mode of its rows.
func TestBoundsChangeNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for trial := range 40 {
		d := Data{Numbers: cluster.NewMatrix(400, 1+trial%3), Categories: [][]int32{make([]int32, 400), make([]int32, 400)}}
		for i := range d.Numbers.Data {
			if d.Numbers.Data[i] = float64(r.IntN(5)); trial%2 == 0 {
				d.Numbers.Data[i] = 3*float64(r.IntN(3)) + r.NormFloat64()
			}
		}
		for _, codes := range d.Categories {
			for i := range codes {
				codes[i] = int32(r.IntN(4))
			}
		}
		rows := d.distinct(r.Float64() * 2)
		f := newFit(rows)
		for number := range 3 { // one after the other in the same room
			got := f.run(context.Background(), 2+trial%6, number, Settings{MaxIter: 200, Seed: 1})
			if !got.converged {
				t.Fatalf("trial %d did not converge", trial)
			}
			fresh := newSums(rows)
			fresh.begin(len(got.prototypes))
			fresh.addUp(got.labels)
			for k, p := range got.prototypes {
				if want, ok := fresh.prototype(int32(k)); ok && p.compare(want) != 0 {
					t.Errorf("trial %d: prototype %d is %v, its rows say %v", trial, k, p, want)
				}
			}
			for i, label := range got.labels {
				own := rows.dissimilarity(rows.at(i), got.prototypes[label])
				for k, q := range got.prototypes {
					if other := rows.dissimilarity(rows.at(i), q); other < own {
						t.Errorf("trial %d: row %d is %v from its prototype and %v from %d", trial, i, own, other, k)
					}
				}
			}
		}
	}
}
