package grid

import (
	"context"
	"strings"
	"unicode"
)

// Search is what to look for and where to begin.
type Search struct {
	Pattern string // any case when it is all lower case
	Col     int    // -1 for all columns
	From    int    // place among the rows shown; the search begins beside it
	Back    bool
}

// Find returns the place and the column of the next row that holds the pattern,
// going round at the end, and last the row it began at. rows are the source
// rows in the order shown, nil for all. It reads the source only, so it may run
// in a command, and returns ctx's error soon after it ends.
func Find(ctx context.Context, src Source, rows []int32, s Search) (pos, col int, ok bool, err error) {
	n := src.Len()
	if rows != nil {
		n = len(rows)
	}
	if n == 0 || s.Pattern == "" {
		return 0, 0, false, nil
	}
	first, end := 0, len(src.Columns())
	if s.Col >= 0 {
		first, end = s.Col, s.Col+1
	}
	match := matcher(s.Pattern)
	step := 1
	if s.Back {
		step = n - 1
	}
	for i, pos := 0, max(0, min(s.From, n-1)); i < n; i++ {
		if i%4096 == 0 && ctx.Err() != nil {
			return 0, 0, false, ctx.Err()
		}
		pos = (pos + step) % n
		row := pos
		if rows != nil {
			row = int(rows[pos])
		}
		for c := first; c < end; c++ {
			if match(src.Text(row, c)) {
				return pos, c, true, nil
			}
		}
	}
	return 0, 0, false, nil
}

func matcher(pattern string) func(string) bool {
	if strings.IndexFunc(pattern, unicode.IsUpper) >= 0 {
		return func(s string) bool { return strings.Contains(s, pattern) }
	}
	return func(s string) bool { return strings.Contains(strings.ToLower(s), pattern) }
}
