package cluster

import "math"

// nearest returns which of some centers is nearest to a row, ties by the lower,
// and the squared distances of the two nearest, the second +Inf when there is
// only one. Room holds as many numbers as there are centers.
func nearest(row []float64, centers Matrix, room []float64) (label int32, first, second float64) {
	squaredEach(row, centers, room)
	// Squared distances are never negative, so their bits order as they do, and
	// whole numbers are compared without a branch to mispredict.
	inf := math.Float64bits(math.Inf(1))
	least, next := inf, inf
	for c, distance := range room {
		d := math.Float64bits(distance)
		if d < least {
			label = int32(c)
		}
		next = min(next, max(least, d))
		least = min(least, d)
	}
	return label, math.Float64frombits(least), math.Float64frombits(next)
}

// squaredEach writes the squared distance of a row to each of some points, to
// the last bit that of [squared]. Of as few columns as customers are mostly
// grouped by it keeps the first four values at hand, in half the time.
func squaredEach(row []float64, points Matrix, out []float64) {
	rest := points.Data
	if len(row) < 4 || len(row) >= 8 {
		for c := range out {
			out[c] = squared(row, rest[:len(row)])
			rest = rest[len(row):]
		}
		return
	}
	v0, v1, v2, v3, tail := row[0], row[1], row[2], row[3], row[4:]
	for c := range out {
		point := rest[:len(row)]
		d0, d1, d2, d3 := v0-point[0], v1-point[1], v2-point[2], v3-point[3]
		sum := (d0*d0 + d1*d1) + (d2*d2 + d3*d3)
		point = point[4:]
		for j, v := range tail {
			d := v - point[j]
			sum += d * d
		}
		out[c] = sum
		rest = rest[len(row):]
	}
}
