package idorder

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strconv"
)

// idPlace is an id with a number that orders most ids as [Compare] does.
type idPlace struct {
	key uint64
	at  int32
}

// Sort returns the places of ids in the order of [Compare].
func Sort(ids []string) []int32 {
	numbered := 0
	for _, id := range ids {
		if AllDigits(id) {
			numbered++
		}
	}
	places, shared := make([]idPlace, len(ids)), sharedPrefix(ids)
	digits, others := places[:0:numbered], places[numbered:numbered]
	for i, id := range ids {
		if AllDigits(id) {
			digits = append(digits, idPlace{digitsKey(id), int32(i)})
		} else {
			others = append(others, idPlace{prefixKey(id[shared:]), int32(i)})
		}
	}
	out := make([]int32, 0, len(ids))
	for _, part := range [][]idPlace{digits, others} {
		part = sortPlaces(part)
		for from, to := 0, 0; from < len(part); from = to {
			for to = from; to < len(part) && part[to].key == part[from].key; to++ {
			}
			if to > from+1 {
				slices.SortFunc(part[from:to], func(a, b idPlace) int { return cmp.Or(Compare(ids[a.at], ids[b.at]), cmp.Compare(a.at, b.at)) })
			}
		}
		for _, p := range part {
			out = append(out, p.at)
		}
	}
	return out
}

// sharedPrefix is how many bytes all ids begin with that are not of digits alone.
func sharedPrefix(ids []string) int {
	first, n := "", -1
	for _, id := range ids {
		switch {
		case AllDigits(id):
		case n < 0:
			first, n = id, len(id)
		default:
			for n > 0 && (n > len(id) || id[:n] != first[:n]) {
				n--
			}
		}
	}
	return max(n, 0)
}

// prefixKey is the first eight bytes of an id as a number.
func prefixKey(id string) uint64 {
	var b [8]byte
	copy(b[:], id)
	return binary.BigEndian.Uint64(b[:])
}

// digitsKey is the number that digits are, the greatest for those too long.
func digitsKey(id string) uint64 {
	const most = 18
	id = Digits(id)
	if len(id) > most {
		return 1e18
	}
	n, _ := strconv.ParseUint("0"+id, 10, 64)
	return n
}

// sortPlaces sorts by key, least significant byte first, which keeps equal keys in
// order. Bytes that all keys share cost nothing.
func sortPlaces(from []idPlace) []idPlace {
	const few = 256
	if len(from) < few {
		slices.SortStableFunc(from, func(a, b idPlace) int { return cmp.Compare(a.key, b.key) })
		return from
	}
	var counts [8][256]int32
	for _, p := range from {
		for d := range counts {
			counts[d][byte(p.key>>(8*d))]++
		}
	}
	to := make([]idPlace, len(from))
	for d := range counts {
		count := &counts[d]
		if int(count[byte(from[0].key>>(8*d))]) == len(from) {
			continue
		}
		next := int32(0)
		for i, n := range count {
			count[i] = next
			next += n
		}
		for _, p := range from {
			digit := byte(p.key >> (8 * d))
			to[count[digit]] = p
			count[digit]++
		}
		from, to = to, from
	}
	return from
}
