package model

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"custseg/model/serial"
)

// TestSampleOfWords: of the same words the same are looked at, however they are kept and
// in whatever order they came.
func TestSampleOfWords(t *testing.T) {
	const n = 20 * mostSampled
	ascending, list := serial.New("O"), make([]string, n)
	for i := range n {
		ascending.Add(uint32(3 * i))
		list[i] = fmt.Sprint("O", 3*i)
	}
	rand.New(rand.NewPCG(1, 2)).Shuffle(n, func(i, j int) { list[i], list[j] = list[j], list[i] })
	one, other := sampleWords(SerialWords(ascending)), sampleWords(ListWords(list))
	slices.Sort(one)
	slices.Sort(other)
	if !slices.Equal(one, other) || len(one) < mostSampled/2 || len(one) > 2*mostSampled {
		t.Errorf("%d and %d words", len(one), len(other))
	}
}
