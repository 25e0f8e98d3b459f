package session

import "slices"

// Arrangement is how the columns of a kind of list are shown. Columns go by keys
// that stay the same from list to list. The zero Arrangement is the list's own.
type Arrangement struct {
	Order  []string        // columns from the left, once one was moved
	Hidden map[string]bool // columns that are not shown
	Widths map[string]int  // in cells, of columns that were given one
	Barred map[string]bool // columns with bars in their cells
}

// Arrangement returns how a kind of list was last arranged.
func (s *Session) Arrangement(kind string) Arrangement { return s.arranged[kind] }

// Arrange has lists of a kind be arranged so from now on, while the data is
// open.
func (s *Session) Arrange(kind string, a Arrangement) {
	if s.arranged == nil {
		s.arranged = map[string]Arrangement{}
	}
	s.arranged[kind] = a
}

// Place returns which of the columns of a list are shown, by their place among
// keys, in the order shown. A column that the arrangement does not know follows
// the one before it in the list.
func (a Arrangement) Place(keys []string) []int {
	var out []int
	known := map[int]bool{}
	for _, k := range a.Order {
		if i := slices.Index(keys, k); i >= 0 {
			out = append(out, i)
			known[i] = true
		}
	}
	for i := range keys {
		if !known[i] {
			out = slices.Insert(out, slices.Index(out, i-1)+1, i)
		}
	}
	return slices.DeleteFunc(out, func(i int) bool { return a.Hidden[keys[i]] })
}
