package cell

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Align says where the text of a cell stands.
type Align uint8

// The alignments.
const (
	Left Align = iota
	Right
	Center
)

// Fitter fits text into cells. Ellipsis marks a cut; empty means …
type Fitter struct {
	Ellipsis string
}

// Fit returns the text of s cleaned, cut with … and padded to exactly w cells.
func Fit(s string, w int, a Align) string { return Fitter{}.Fit(s, w, a) }

// Fit returns the text of s cleaned, cut and padded to exactly w cells.
func (f Fitter) Fit(s string, w int, a Align) string {
	if w <= 0 {
		return ""
	}
	if n, ok := plainWidth(s); ok && n == w {
		return s
	}
	return string(f.Append(make([]byte, 0, len(s)+w), s, w, a))
}

// Append appends what [Fitter.Fit] returns to dst.
func (f Fitter) Append(dst []byte, s string, w int, a Align) []byte {
	if w <= 0 {
		return dst
	}
	n, ok := plainWidth(s)
	if !ok {
		s = Clean(s)
		n = Width(s)
	}
	tail := ""
	if n > w {
		tail = f.Ellipsis
		if tail == "" {
			tail = "…"
		}
		var tw int
		tail, tw = cut(tail, w)
		s, n = cut(s, w-tw)
		n += tw
	}
	left := 0
	switch a {
	case Right:
		left = w - n
	case Center:
		left = (w - n) / 2
	}
	dst = spaces(dst, left)
	dst = append(dst, s...)
	dst = append(dst, tail...)
	return spaces(dst, w-n-left)
}

// Pad returns styled text padded on the right to exactly w cells. Text that is
// wider is cut, its escape sequences kept.
func Pad(styled string, w int) string {
	if w <= 0 {
		return ""
	}
	n := Width(styled)
	if n > w {
		styled = ansi.Truncate(styled, w, "")
		n = Width(styled)
	}
	if n == w {
		return styled
	}
	return styled + strings.Repeat(" ", w-n)
}

// cut returns the longest start of clean text that is at most w cells wide,
// and its width.
func cut(s string, w int) (string, int) {
	n := 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		rw := plainRune(r)
		if rw == 0 {
			s = ansi.Truncate(s, w, "")
			return s, Width(s)
		}
		if n+rw > w {
			// A mark that follows belongs to a grapheme that is cut as a whole.
			return s[:i], n
		}
		n += rw
		i += size
	}
	return s, n
}

func spaces(dst []byte, n int) []byte {
	for ; n > 0; n-- {
		dst = append(dst, ' ')
	}
	return dst
}
