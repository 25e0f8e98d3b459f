package seg

import (
	"slices"
	"strconv"
)

// rfmCode is three scores in a row, such as 5 4 1.
type rfmCode [3]int

// asBinned is the code of customer i, who has scores, as the bins give it.
func (sc *rfmScores) asBinned(i int) rfmCode {
	return rfmCode{sc.bins[0].Of[i], sc.bins[1].Of[i], sc.bins[2].Of[i]}
}

// ofFive is the code of customer i, who has scores, on a scale of 1 to 5.
func (sc *rfmScores) ofFive(i int) rfmCode { return sc.outOfFive(sc.asBinned(i)) }

// codes tells the code of each customer, -1 without scores, as a place in the
// list of those that occur, the best first.
func (sc *rfmScores) codes(codeOf func(i int) rfmCode) (of []int32, codes []rfmCode) {
	of = make([]int32, len(sc.weighted))
	var seen codePlaces
	for i := range of {
		of[i] = -1
		if !sc.has(i) {
			continue
		}
		code := codeOf(i)
		at := seen.of(code)
		if *at == 0 {
			codes = append(codes, code)
			*at = int32(len(codes))
		}
		of[i] = *at - 1
	}
	slices.SortFunc(codes, func(a, b rfmCode) int { return slices.Compare(b[:], a[:]) })
	rank := make([]int32, len(codes))
	for i, code := range codes {
		rank[*seen.of(code)-1] = int32(i)
	}
	for i, at := range of {
		if at >= 0 {
			of[i] = rank[at]
		}
	}
	return of, codes
}

// codePlaces keeps a number for each code, at first 0: a list of those whose scores are
// as low as they mostly are, and a map of others. The zero value is ready.
type codePlaces struct {
	list [1 << 12]int32
	more map[rfmCode]*int32
}

// of returns the number of a code, to be read or set.
func (p *codePlaces) of(c rfmCode) *int32 {
	if max(c[0], c[1], c[2]) < 1<<4 {
		return &p.list[c[0]<<8|c[1]<<4|c[2]]
	}
	if p.more[c] == nil {
		if p.more == nil {
			p.more = map[rfmCode]*int32{}
		}
		p.more[c] = new(int32)
	}
	return p.more[c]
}

// parting is what stands between the scores of a code: a hyphen when a score
// may have two digits.
func (sc *rfmScores) parting() string {
	if max(sc.bins[0].K, sc.bins[1].K, sc.bins[2].K) > 9 {
		return "-"
	}
	return ""
}

// word writes a code as one word.
func (c rfmCode) word(parting string) string {
	return strconv.Itoa(c[0]) + parting + strconv.Itoa(c[1]) + parting + strconv.Itoa(c[2])
}
