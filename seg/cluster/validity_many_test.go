package cluster

import (
	"math"
	"testing"
)

// Of very many clusters each is not compared with each: the test would not end.
func TestValidityOfVeryManyClusters(t *testing.T) {
	const k = 300_000
	x, labels := NewMatrix(2*k, 1), make([]int32, 2*k)
	for i := range labels {
		labels[i] = int32(i / 2)
		x.Row(i)[0] = float64(10*(i/2) + i%2)
	}
	if v := DaviesBouldin(x, labels); !math.IsNaN(v) {
		t.Errorf("Davies and Bouldin's index of %d clusters is %v", k, v)
	}
	if v := CalinskiHarabasz(x, labels); !(v > 1e6) {
		t.Errorf("Caliński and Harabasz' index is %v", v)
	}
}
