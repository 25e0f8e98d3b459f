package cluster

import (
	"encoding/csv"
	"math"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
)

var nan = math.NaN()

// blobs returns rows about k centers; the centers are about 4 apart in one
// dimension, so a spread of 3 makes them overlap.
func blobs(rows, cols, k int, spread float64, seed uint64) Matrix {
	r := rand.New(rand.NewPCG(seed, 0))
	centers := NewMatrix(k, cols)
	for i := range centers.Data {
		centers.Data[i] = 10 * r.Float64()
	}
	x := NewMatrix(rows, cols)
	for i := range rows {
		center := centers.Row(r.IntN(k))
		for j := range cols {
			x.Data[i*cols+j] = center[j] + spread*r.NormFloat64()
		}
	}
	return x
}

// column makes a matrix of one column.
func column(values ...float64) Matrix { return FromColumns(values) }

// mall returns age, income and spending score of the 200 mall customers.
func mall(t *testing.T) Matrix {
	t.Helper()
	file, err := os.Open("../../../shared/data/mall_customers.csv")
	if err != nil {
		t.Skip("reference data is not here: ", err)
	}
	defer file.Close()
	records, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	x := NewMatrix(len(records)-1, 3)
	for i, record := range records[1:] {
		for j := range x.Cols {
			if x.Row(i)[j], err = strconv.ParseFloat(record[2+j], 64); err != nil {
				t.Fatal(err)
			}
		}
	}
	return x
}

// mallSpending returns income and spending score alone.
func mallSpending(t *testing.T) Matrix {
	x := mall(t)
	return FromColumns(x.Column(1), x.Column(2))
}

// near reports whether two numbers agree to a tolerance relative to the second,
// NaN agreeing with NaN.
func near(got, want, tolerance float64) bool {
	return math.IsNaN(got) && math.IsNaN(want) || got == want || math.Abs(got-want) <= tolerance*math.Abs(want)
}
