package load

import (
	"math/rand/v2"
	"testing"
	"time"
)

// TestLastDay reads moments one after the other as each by itself, also such as are
// none.
func TestLastDay(t *testing.T) {
	words := []string{"\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00", "2024-02-29", "2023-02-29", "2024-01-01 00:00:00", "2024-01-01 23:59:59", "2024-01-01 24:00:00", "2024-01-01 00:60:00", "2024-01-01 00:00:60",
		"2024-01-01T00:00:00", "2024-01-01 00-00:00", "2024-01-01 0a:00:00", "2024/01/01", "0000-00-00", "", "2024-01-0", "2024-01-01 00:00:0", "0001-01-01 10:20:30"}
	r := rand.New(rand.NewPCG(1, 2))
	start := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
	for range 2000 {
		word := []byte(start.Add(time.Duration(r.IntN(3*86400)) * time.Second).Format(time.DateTime))
		words = append(words, string(word))
		word[r.IntN(len(word))] = byte(r.IntN(256))
		words = append(words, string(word), string(word[:len(time.DateOnly)]))
	}
	var d lastDay
	moments := 0
	for _, word := range words {
		want, isMoment := keyOfMoment([]byte(word))
		got, ok := d.keyOf([]byte(word))
		if ok != isMoment || ok && got != want {
			t.Errorf("%q is %v, %v, want %v, %v", word, got, ok, want, isMoment)
		}
		if ok {
			moments++
		}
	}
	if moments < 2000 || moments == len(words) {
		t.Errorf("%d of %d are moments", moments, len(words))
	}
}
