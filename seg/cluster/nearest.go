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
// grouped by, such as recency, frequency, money and two more, it keeps the values
// at hand, in half the time.
func squaredEach(row []float64, points Matrix, out []float64) {
	rest := points.Data
	switch len(row) {
	case 3:
		v0, v1, v2 := row[0], row[1], row[2]
		for c := range out {
			d0, d1, d2 := v0-rest[0], v1-rest[1], v2-rest[2]
			out[c] = d0*d0 + d1*d1 + d2*d2
			rest = rest[3:]
		}
	case 5:
		v0, v1, v2, v3, v4 := row[0], row[1], row[2], row[3], row[4]
		for c := range out {
			point := rest[:5]
			d0, d1, d2, d3, d4 := v0-point[0], v1-point[1], v2-point[2], v3-point[3], v4-point[4]
			out[c] = (d0*d0 + d1*d1) + (d2*d2 + d3*d3) + d4*d4
			rest = rest[5:]
		}
	case 4, 6, 7:
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
	default:
		for c := range out {
			out[c] = squared(row, rest[:len(row)])
			rest = rest[len(row):]
		}
	}
}
