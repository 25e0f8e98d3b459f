package idorder

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strconv"

	"custseg/model/radix"
)

// Sort returns the places of ids in the order of [Compare], those of equal ids as
// they stand. Most ids are told apart by a number each.
func Sort(ids List) []int32 {
	numbered, shared := survey(ids)
	places := make([]radix.Entry, ids.Len())
	digits, others := places[:0:numbered], places[numbered:numbered]
	for i, id := range ids.All {
		if AllDigits(id) {
			digits = append(digits, radix.Entry{Key: digitsKey(id), At: int32(i)})
		} else {
			others = append(others, radix.Entry{Key: prefixKey(id[shared:]), At: int32(i)})
		}
	}
	out := make([]int32, 0, ids.Len())
	for _, part := range [][]radix.Entry{digits, others} {
		part = radix.Sort(part)
		for from, to := 0, 0; from < len(part); from = to {
			for to = from; to < len(part) && part[to].Key == part[from].Key; to++ {
			}
			if to > from+1 {
				slices.SortStableFunc(part[from:to], func(a, b radix.Entry) int { return Compare(ids.At(int(a.At)), ids.At(int(b.At))) })
			}
		}
		for _, p := range part {
			out = append(out, p.At)
		}
	}
	return out
}

// survey counts the ids of digits alone, and says how many bytes all others begin
// with alike.
func survey(ids List) (numbered, shared int) {
	first, shared := "", -1
	for _, id := range ids.All {
		switch {
		case AllDigits(id):
			numbered++
		case shared < 0:
			first, shared = id, len(id)
		default:
			for shared > 0 && (shared > len(id) || id[:shared] != first[:shared]) {
				shared--
			}
		}
	}
	return numbered, max(shared, 0)
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
	n, _ := strconv.ParseUint(cmp.Or(id, "0"), 10, 64)
	return n
}
