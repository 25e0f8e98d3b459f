package narrow_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"custseg/model/narrow"
)

// check compares a column with the codes that it should hold.
func check(t *testing.T, c *narrow.Codes, want []int32, size int) {
	t.Helper()
	if c.Len() != len(want) || c.Size() != size {
		t.Fatalf("%d rows of %d bytes, want %d of %d", c.Len(), c.Size(), len(want), size)
	}
	var all []int32
	for row, code := range c.All() {
		if code != c.At(row) {
			t.Fatalf("row %d is %d or %d", row, code, c.At(row))
		}
		all = append(all, code)
	}
	if !slices.Equal(all, want) || !slices.Equal(c.List(), want) {
		t.Fatalf("%v, want %v", c.List(), want)
	}
	held := 0
	for _, code := range want {
		if code >= 0 {
			held++
		}
	}
	if c.Held() != held {
		t.Fatalf("%d rows held, want %d", c.Held(), held)
	}
	if len(want) > 2 {
		part := make([]int32, len(want)-2)
		if c.Read(part, 1); !slices.Equal(part, want[1:len(want)-1]) {
			t.Fatalf("%v from row 1, want %v", part, want[1:len(want)-1])
		}
	}
}

// sizeOf is how many bytes the largest of some codes needs.
func sizeOf(codes []int32) int {
	switch most := slices.Max(codes); {
	case most < 255:
		return 1
	case most < 65535:
		return 2
	}
	return 4
}

// TestWidth appends codes one by one and many at a time, whatever the largest is.
func TestWidth(t *testing.T) {
	for _, most := range []int32{0, 254, 255, 65534, 65535, 1 << 30} {
		for _, step := range []int{1, 7} {
			t.Run(fmt.Sprint(most, " by ", step), func(t *testing.T) {
				r := rand.New(rand.NewPCG(1, 2))
				c, want := narrow.Make(2, 10), []int32{-1, -1}
				for range 50 {
					some := make([]int32, step)
					for i := range some {
						some[i] = int32(r.Int64N(int64(most)+2)) - 1
					}
					some[r.IntN(step)] = most
					c.Append(some...)
					want = append(want, some...)
					check(t, &c, want, sizeOf(want))
				}
			})
		}
	}
}

// TestOwnNumbers keeps nothing while each row holds its own number.
func TestOwnNumbers(t *testing.T) {
	for _, rows := range []int{1, 3, 255, 256, 65535, 65536} {
		for _, next := range []int32{-1, 0, int32(rows) + 1} {
			var c narrow.Codes
			var want []int32
			for row := range rows {
				want = append(want, int32(row))
			}
			c.Append(want...)
			check(t, &c, want, 0)
			set := c
			c.Append(next)
			check(t, &c, append(slices.Clone(want), next), sizeOf(append(want, next)))
			set.Set(rows-1, int32(rows)-1)
			check(t, &set, want, 0)
			want[0] = -1
			set.Set(0, -1)
			check(t, &set, want, sizeOf(slices.Concat(want, []int32{int32(rows) - 1})))
		}
	}
}

func TestSetAndCut(t *testing.T) {
	for _, most := range []int32{3, 300, 70000} {
		c, want := narrow.Make(5, 0), []int32{-1, -1, most, -1, -1}
		c.Set(2, most)
		check(t, &c, want, sizeOf(want))
		c.Set(0, 1)
		c.Cut(3)
		check(t, &c, []int32{1, -1, most}, sizeOf(want))
	}
	var own narrow.Codes
	own.Append(0, 1, 2)
	own.Cut(2)
	check(t, &own, []int32{0, 1}, 0)
}

func TestOfKeepsTheSlice(t *testing.T) {
	codes := []int32{4, -1}
	c := narrow.Of(codes)
	check(t, &c, codes, 4)
	c.Set(0, 7)
	if codes[0] != 7 {
		t.Error("a copy was made")
	}
	empty := narrow.Of(nil)
	check(t, &empty, nil, 4)
}
