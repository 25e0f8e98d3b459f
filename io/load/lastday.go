package load

import (
	"encoding/binary"
	"time"
)

// lastDay reads moments as [keyOfMoment] does, but remembers the day of the last: the
// rows of a log that follow each other are mostly of one day, and only the time of day
// is to be read.
type lastDay struct {
	low   uint64 // how the day is written; 0 before the first
	high  uint16
	start uint64 // its first second, as keys have it
}

// keyOf returns the key of a word that is a moment of a day that exists.
func (d *lastDay) keyOf(word []byte) (wordKey, bool) {
	if len(word) != len(time.DateOnly) && len(word) != len(time.DateTime) {
		return wordKey{}, false
	}
	low, high := binary.LittleEndian.Uint64(word), binary.LittleEndian.Uint16(word[8:])
	if low != d.low || high != d.high || low == 0 {
		day, ok := keyOfMoment(word[:len(time.DateOnly)])
		if !ok {
			return wordKey{}, false
		}
		*d = lastDay{low, high, day.low}
	}
	if len(word) == len(time.DateOnly) {
		return wordKey{d.start, momentKey | uint32(len(time.DateOnly))}, true
	}
	seconds, ok := secondsOf(binary.LittleEndian.Uint64(word[len(time.DateOnly)+1:]))
	return wordKey{d.start + seconds, momentKey | uint32(len(time.DateTime))}, ok && word[len(time.DateOnly)] == ' '
}

const (
	// midnight is 00:00:00 as a number of eight bytes.
	midnight = 0x30303a30303a3030
	// beyondClock makes a byte reach its highest bit which is more than 9 where a digit
	// stands, and more than 0 where a colon does.
	beyondClock = 0x76767f76767f7676
)

// secondsOf returns the seconds of a time of day written as 08:26:00, which is read as
// one number. It fails when there is no such time.
func secondsOf(clock uint64) (uint64, bool) {
	x := clock ^ midnight
	if (x|(x+beyondClock))&(eachByte<<7) != 0 {
		return 0, false
	}
	hour, minute, second := x&15*10+x>>8&15, x>>24&15*10+x>>32&15, x>>48&15*10+x>>56
	return hour*3600 + minute*60 + second, hour < 24 && minute < 60 && second < 60
}
