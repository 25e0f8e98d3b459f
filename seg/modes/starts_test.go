package modes

import (
	"math"
	"math/rand/v2"
	"testing"

	"custseg/seg/cluster"
)

// blobs is n rows about so many centers on a line, far apart, of one word.
func blobs(n, centers int, apart float64) Data {
	random := rand.New(rand.NewPCG(4, 4))
	d := Data{Numbers: cluster.NewMatrix(n, 1), Categories: [][]int32{make([]int32, n)}}
	for i := range n {
		d.Numbers.Row(i)[0] = apart*float64(i%centers) + random.NormFloat64()
	}
	return d
}

// Where clusters are plain, one greedy start mostly finds them, and the starts
// that did are counted.
func TestStartsThatAgreeAreCounted(t *testing.T) {
	const centers = 12
	for apart, atLeast := range map[float64]int{1000: 15, 0.1: 1} {
		r, err := Fit(t.Context(), blobs(240, centers, apart), []int{centers}, Settings{Gamma: .5, Restarts: 20, MaxIter: 100, Seed: 1}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if r[0].Agreed < atLeast || r[0].Agreed > 20 || apart < 1 && r[0].Agreed > 5 {
			t.Errorf("%v apart: %d of 20 starts agree", apart, r[0].Agreed)
		}
		if apart > 1 && math.Abs(r[0].Cost-240) > 60 {
			t.Errorf("%v apart the cost is %v", apart, r[0].Cost)
		}
	}
}
