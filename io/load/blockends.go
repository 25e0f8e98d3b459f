package load

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"slices"
)

// endsStep is how many bytes are looked at a time, each of which has a bit in a number.
const endsStep = 64

// fieldEnds is where the fields of a text end, and what is known of it by that.
type fieldEnds struct {
	// at is the places of delimiters and line ends, but those in quotation marks, behind
	// the place before the text, which is 0 less one.
	at    []uint32
	lines int // line ends, in quotation marks or not
	// sound says that quotation marks stand where fields begin and end, and nowhere
	// else, so that it is known what is in them.
	sound bool
}

// endsOf finds where the fields of a text end. The list takes the room of another.
func (c *cutter) endsOf(text []byte, room []uint32) fieldEnds {
	f := fieldEnds{at: append(room[:0], ^uint32(0)), lines: bytes.Count(text, []byte{c.eol}), sound: true}
	one, other, quote := uint64(c.delimiter)*eachByte, uint64(c.eol)*eachByte, uint64(c.quote)*eachByte
	within := uint64(0)                    // all bits while quotation marks are open
	begins, closed := uint64(1), uint64(0) // a field begins at the next byte, or ends there for sure,
	returned := uint64(0)                  // behind a carriage return
	for at := 0; at < len(text); at += endsStep {
		var last [endsStep]byte
		part, all := &last, ^uint64(0)
		if rest := text[at:]; len(rest) >= endsStep {
			part = (*[endsStep]byte)(rest)
		} else {
			all = 1<<copy(last[:], rest) - 1
		}
		found, quotes, returns := endsIn(part, one, other, quote)
		found, quotes = found&all, quotes&all
		if quotes|within|closed|returned != 0 {
			in := parity(quotes) ^ within // from each opening mark to the byte before the closing one
			opening, closing := quotes&in, quotes&^in
			found &^= in
			behind := (closing<<1 | closed) &^ found
			if opening&^(found<<1|begins)|behind&^returns|(behind<<1|returned)&^found != 0 {
				f.sound = false
			}
			within, closed, returned = uint64(int64(in)>>63), closing>>63, behind>>63
		}
		begins = found >> 63
		f.at = slices.Grow(f.at, endsStep)
		n := len(f.at)
		f.at = f.at[:n+bits.OnesCount64(found)]
		listBits(f.at[n:n+endsStep], uint32(at), found)
	}
	f.sound = f.sound && within == 0
	return f
}

// endsIn marks which of some bytes are one of two, and which are quotation marks. Where
// there are any of these it also marks carriage returns, which may stand between a
// closing one and the end of the line.
//
//go:noinline
func endsIn(part *[endsStep]byte, one, other, quote uint64) (found, quotes, returns uint64) {
	const high = eachByte << 7
	quoted := uint64(0) // whether there may be any
	for w := 0; w < endsStep; w += 8 {
		x := binary.LittleEndian.Uint64(part[w : w+8])
		q := x ^ quote
		quoted |= (q - eachByte) &^ q
		found = bits.RotateLeft64(found|sideBySide(eitherOf(x, one, other)), -8)
	}
	if quoted&high != 0 {
		for w := 0; w < endsStep; w += 8 {
			x := binary.LittleEndian.Uint64(part[w : w+8])
			quotes = bits.RotateLeft64(quotes|sideBySide(^unlike(x, quote)&high), -8)
			returns = bits.RotateLeft64(returns|sideBySide(^unlike(x, '\r'*eachByte)&high), -8)
		}
	}
	return found, quotes, returns
}

// eitherOf marks the bytes of x that are equal to those of one number or another.
func eitherOf(x, one, other uint64) uint64 {
	return ^(unlike(x, one) & unlike(x, other)) & (eachByte << 7)
}

// unlike leaves the highest bit of a byte of x at 0 where it is equal to that of
// another number (H. S. Warren, Hacker's Delight, 6-1).
func unlike(x, other uint64) uint64 {
	const low = eachByte<<7 - eachByte
	x ^= other
	return x&low + low | x
}

// sideBySide puts the highest bits of eight bytes, without any others, into one byte.
func sideBySide(highest uint64) uint64 { return highest * 0x02040810204081 >> 56 }

// parity says for each bit whether an odd number is set up to it.
func parity(x uint64) uint64 {
	for n := 1; n < 64; n *= 2 {
		x ^= x << n
	}
	return x
}

// listBits writes down the places of the bits that are set, counted from one. It writes
// eight at a time, whether there are as many or fewer: how many there are, a processor
// would guess wrong (G. Langdale & D. Lemire, Parsing Gigabytes of JSON per Second).
func listBits(into []uint32, from uint32, found uint64) {
	for ; found != 0; into = into[8:] {
		eight := (*[8]uint32)(into)
		for i := range eight {
			eight[i] = from + uint32(bits.TrailingZeros64(found))
			found &= found - 1
		}
	}
}
