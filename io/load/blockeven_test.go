package load

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

// cutBy cuts a text by way, and says what came of it: the words of all rows, and what
// the block says of itself. It returns nil where the way could not be gone.
func cutBy(by cutter, text []byte, way func(*block) bool) []any {
	b := &block{}
	by.begin(b, append(bytes.Clone(text), make([]byte, loadRoom)...), len(text))
	if !way(b) {
		return nil
	}
	room := make([]fieldKey, len(text))
	var words []string
	for column := range by.width {
		for _, k := range b.fields(column, 0, room, &lastDay{}) {
			if k.high == 0 {
				words = append(words, "")
				continue
			}
			words = append(words, fmt.Sprintf("%x %q", k.high, b.word(k)))
			if k.high < longKey && k.key() != by.hash.key(b.word(k)) {
				words = append(words, "with another key")
			}
		}
	}
	return []any{words, b.rows, b.lines, b.cut, b.widest, len(b.odd)}
}

// evenTexts are tables most of whose lines are even, of a width.
func evenTexts(r *rand.Rand, width int) string {
	fields := []string{"", "a", "12.50", " padded ", "mobile app", "Electronics", "a longer field than a key holds", "2024-01-31", "2024-02-30",
		"2024-01-31 08:26:00", "Größe", `"quoted"`, `"Home, Garden"`, `""`, "12345678", "123456789012", "-"}
	odd := []string{`"a ""b"" c"`, `5" pipe`, ` "late"`, `"early"x`, "\"two\nlines\"", `"`, "a,b", "a\rb", "\"end\"\r"}
	var text strings.Builder
	often := r.IntN(400) // one field of so many is odd
	end := []string{"\n", "\r\n"}[r.IntN(2)]
	for range 1 + r.IntN(60) {
		for column := range width {
			if column > 0 {
				text.WriteByte(',')
			}
			if field := fields[r.IntN(len(fields))]; often == 0 || r.IntN(often+1) > 0 {
				text.WriteString(field)
			} else {
				text.WriteString(odd[r.IntN(len(odd))])
			}
		}
		text.WriteString(end)
	}
	return text.String()
}

// FuzzSplitEven cuts blocks column by column, and line by line: where both can be done
// they come to the same.
func FuzzSplitEven(f *testing.F) {
	for seed := range uint64(20) {
		width := 1 + int(seed%4)
		f.Add([]byte(evenTexts(rand.New(rand.NewPCG(1, seed)), width)), uint8(width-1))
	}
	f.Fuzz(func(t *testing.T, text []byte, width uint8) {
		if len(text) == 0 || text[len(text)-1] != '\n' {
			text = append(text, '\n')
		}
		by := cutter{delimiter: ',', eol: '\n', quote: '"', width: 1 + int(width%8), least: 1, hash: newHasher()}
		even := cutBy(by, text, by.splitEven)
		lines := cutBy(by, text, func(b *block) bool { by.splitLines(b); return true })
		if even != nil && !reflect.DeepEqual(even, lines) {
			t.Errorf("by column\n%q\nby line\n%q", even, lines)
		}
	})
}

// TestMostBlocksAreEven: what tables mostly are is cut column by column, and what cannot
// be is left alone.
func TestMostBlocksAreEven(t *testing.T) {
	for text, want := range map[string]bool{
		"a,b\n1,2\n": true, "a,b\r\n\"1\",\"2\"\r\n": true, "\"a,\n\",b\n": false, "\"a, b\",c\n": true, "a,\"\"\n": true, ",b\n": true,
		",\n": false, "a\n": false, "a,b,c\n": false, "a,5\" pipe\n": false, "a, \"b\"\n": false, "a,\"b\"\"c\"\n": false, "a,\"b\n": false,
		strings.Repeat("x", 63) + ",\"" + strings.Repeat("y,", 64) + "\"\n": true,
	} {
		by := cutter{delimiter: ',', eol: '\n', quote: '"', width: 2, least: 2, hash: newHasher()}
		if got := cutBy(by, []byte(text), by.splitEven) != nil; got != want {
			t.Errorf("%q is even: %v", text, got)
		}
	}
	r := rand.New(rand.NewPCG(2, 3))
	even := 0
	for range 3000 {
		text := []byte(evenTexts(r, 3))
		by := cutter{delimiter: ',', eol: '\n', quote: '"', width: 3, least: 3, hash: newHasher()}
		got, want := cutBy(by, text, by.splitEven), cutBy(by, text, func(b *block) bool { by.splitLines(b); return true })
		if got == nil {
			continue
		}
		if even++; !reflect.DeepEqual(got, want) {
			t.Fatalf("%q by column\n%q\nby line\n%q", text, got, want)
		}
	}
	if even < 300 {
		t.Errorf("only %d of 3000 tables were even", even)
	}
}
