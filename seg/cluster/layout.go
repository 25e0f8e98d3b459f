package cluster

import "slices"

// layout is a matrix with its rows where the processor finds them soonest: rows
// that are near each other lie near each other, so those that a round of k-means
// must look at, between clusters, come in runs.
type layout struct {
	given Matrix
	x     Matrix  // the rows given, in another order
	at    []int32 // the place of each of these in the matrix given; nil when they are in its order
}

// fewestLaidOut is the number of rows below which a processor's cache holds them
// in any order.
const fewestLaidOut = 1 << 13

// layOut puts rows in the order of a Morton code of the quantiles they are in.
// Source: Morton 1966, A computer oriented geodetic data base.
func layOut(x Matrix) layout {
	if x.Rows < fewestLaidOut {
		return layout{given: x, x: x}
	}
	codes := mortonCodes(x)
	next := make([]int32, slices.Max(codes)+2) // where the rows of each code begin
	for _, code := range codes {
		next[code+1]++
	}
	for code := range next[1:] {
		next[code+1] += next[code]
	}
	at := make([]int32, x.Rows)
	for i, code := range codes {
		at[next[code]] = int32(i)
		next[code]++
	}
	return layout{given: x, x: x.Pick(at), at: at}
}

// back returns labels of the rows in the order given.
func (l layout) back(labels []int32) []int32 {
	if l.at == nil {
		return labels
	}
	out := make([]int32, len(labels))
	for i, at := range l.at {
		out[at] = labels[i]
	}
	return out
}

// mortonCodes returns for each row the numbers of the quantiles its values are
// in, their bits interleaved: the highest of each column, then the next.
func mortonCodes(x Matrix) []uint16 {
	const allBits = 15
	columns := min(x.Cols, allBits)
	bits := allBits / columns
	codes := make([]uint16, x.Rows)
	for j := range columns {
		cuts := quantiles(x, j, 1<<bits)
		spread := make([]uint16, len(cuts)+1) // the code of each quantile, as far as this column goes
		for q := range spread {
			for bit := range bits {
				spread[q] |= uint16(q>>bit&1) << (bit*columns + columns - 1 - j)
			}
		}
		for i := range codes {
			v, q := x.Data[i*x.Cols+j], 0
			for half := len(spread) / 2; half > 0; half /= 2 { // as many as a power of two
				if cuts[q+half-1] <= v {
					q += half
				}
			}
			codes[i] |= spread[q]
		}
	}
	return codes
}

// quantiles returns the n-1 cuts between n equal parts of a column, as a
// thousand of its values spread over the rows have them.
func quantiles(x Matrix, column, n int) []float64 {
	const looks = 1000
	var values []float64
	for i := 0; i < x.Rows; i += max(1, x.Rows/looks) {
		values = append(values, x.Data[i*x.Cols+column])
	}
	slices.Sort(values)
	cuts := make([]float64, n-1)
	for q := range cuts {
		cuts[q] = values[(q+1)*len(values)/n]
	}
	return cuts
}
