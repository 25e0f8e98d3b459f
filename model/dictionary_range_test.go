package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"custseg/model/serial"
)

// TestAnyOfManyWords finds a word wherever it lies in more ranges than one.
func TestAnyOfManyWords(t *testing.T) {
	const n = 150_001
	var page []byte
	list := make([]string, n)
	for i := range list {
		list[i] = fmt.Sprint("w", i)
		page = append(append(page, byte(len(list[i]))), list[i]...)
	}
	ascending := serial.New("w")
	for i := range uint32(n) {
		ascending.Add(i)
	}
	for name, d := range map[string]Dictionary{"list": ListWords(list), "pages": PackWords([]string{string(page)}, n), "serial": SerialWords(ascending)} {
		if got := d.those(func(w string) bool { return strings.HasSuffix(w, "49999") }); !slices.Equal(got, []string{"w49999", "w149999"}) {
			t.Errorf("%s: %q", name, got)
		}
		if !slices.Equal(d.List(), list) || !slices.Equal(slices.Collect(d.Each()), list) || d.At(n-1) != list[n-1] {
			t.Errorf("%s: not the words of the list", name)
		}
		for _, at := range []int{0, 15, 1<<16 - 1, 1 << 16, 1<<16 + 1, 131_072, n - 1} {
			if !d.Any(func(w string) bool { return w == list[at] }) {
				t.Errorf("%s: word %d is not found", name, at)
			}
		}
		if d.Any(func(w string) bool { return w == "x" }) {
			t.Errorf("%s: a word is found that is not there", name)
		}
	}
}
