package idorder

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strconv"
	"strings"

	"custseg/model/parallel"
	"custseg/model/radix"
)

// Sort returns the ids in the order of [Compare], and the place that each had, those of
// equal ids as they stood. Most ids are told apart by a number each.
func Sort(ids List) (sorted List, places []int32) {
	digits, others, written := entries(ids)
	digits, others = radix.Sort(digits), radix.Sort(others)
	places = make([]int32, 0, ids.Len())
	for _, part := range [][]radix.Entry{digits, others} {
		for from, to := 0, 0; from < len(part); from = to {
			for to = from; to < len(part) && part[to].Key == part[from].Key; to++ {
			}
			if to > from+1 {
				slices.SortStableFunc(part[from:to], func(a, b radix.Entry) int { return Compare(ids.At(int(a.At)), ids.At(int(b.At))) })
			}
		}
		for _, p := range part {
			places = append(places, p.At)
		}
	}
	if len(digits) == 0 && written.whole {
		return written.list(others), places
	}
	return ids.Pick(places), places
}

// entries gives each id its number to be sorted by: those of digits alone theirs, the
// others eight of their bytes behind those that all of them begin with, which is how
// they are written.
func entries(ids List) (digits, others []radix.Entry, written writing) {
	parts, of := survey(ids)
	shared := of.shared
	numbered := 0
	for _, p := range parts {
		numbered += p.digits
	}
	all := make([]radix.Entry, ids.Len())
	digits, others = all[:numbered], all[numbered:]
	nextDigits, nextOther := make([]int, len(parts)), make([]int, len(parts))
	for i, p := range parts[:max(len(parts)-1, 0)] {
		nextDigits[i+1], nextOther[i+1] = nextDigits[i]+p.digits, nextOther[i]+p.others
	}
	parallel.Over(ids.Len(), func(part, from, to int) {
		nextDigits, nextOther := nextDigits[part], nextOther[part]
		for i := from; i < to; i++ {
			if id := ids.At(i); AllDigits(id) {
				digits[nextDigits] = radix.Entry{Key: digitsKey(id), At: int32(i)}
				nextDigits++
			} else {
				others[nextOther] = radix.Entry{Key: prefixKey(id[shared:]), At: int32(i)}
				nextOther++
			}
		}
	})
	return digits, others, writing{shared: of.first[:shared], whole: of.longest <= shared+8 && strings.IndexByte(ids.text, 0) < 0}
}

// surveyed is what is known of some ids.
type surveyed struct {
	digits, others int    // of digits alone, and not
	first          string // of the others
	shared         int    // bytes that all others begin with
	longest        int    // bytes of one of the others
}

// survey counts the ids of digits alone in each range of the ids, and says what is
// known of all ids.
func survey(ids List) (parts []surveyed, of surveyed) {
	parts = make([]surveyed, parallel.Parts(ids.Len()))
	parallel.Over(ids.Len(), func(part, from, to int) {
		var s surveyed
		for i := from; i < to; i++ {
			id := ids.At(i)
			if AllDigits(id) {
				s.digits++
				continue
			}
			if s.others == 0 {
				s.first, s.shared = id, len(id)
			}
			s.shared, s.longest = alike(s.first, id, s.shared), max(s.longest, len(id))
			s.others++
		}
		parts[part] = s
	})
	for _, p := range parts {
		if p.others == 0 {
			continue
		}
		if of.others == 0 {
			of = p
		}
		of.shared, of.longest = alike(of.first, p.first, min(of.shared, p.shared)), max(of.longest, p.longest)
	}
	return parts, of
}

// alike returns how many bytes two ids begin with alike, so many at most.
func alike(a, b string, most int) int {
	for most > len(b) || a[:most] != b[:most] {
		most--
	}
	return most
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
