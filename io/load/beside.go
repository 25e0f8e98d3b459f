package load

import (
	"slices"
	"strings"

	"custseg/model"
)

// leaveBeside leaves out another table that stands to the right of the first:
// an empty column without a name lies between, and its rows end earlier.
func (p *pending) leaveBeside() {
	if p.spec.noHeader {
		return
	}
	for gap := 1; gap+2 < len(p.columns) && gap+2 < len(p.first); gap++ {
		if p.first[gap] != "" || p.columns[gap].len() > 0 || !p.endsEarlier(gap+1) {
			continue
		}
		names := p.first[gap+1:]
		p.find(model.Warning, -1, nil, "another table seems to stand beside the first, with the columns %s; only the first was read: move the other to a sheet or a file of its own",
			oneLine(strings.Join(names, ", ")))
		p.first, p.columns = p.first[:gap], p.columns[:gap]
		return
	}
}

// endsEarlier reports whether the columns from one on have names, and are filled
// in the first rows and empty below, where the columns to the left of them are
// filled to the end.
func (p *pending) endsEarlier(from int) bool {
	if len(p.columns) > len(p.first) || slices.Contains(p.first[from:], "") || slices.Contains(p.first[:from-1], "") {
		return false
	}
	end := p.columns[from].firstEmpty()
	if end < 1 {
		return false
	}
	for _, w := range p.columns[from:] {
		for row, c := range w.codes.All() {
			if (c >= 0) != (row < end) {
				return false
			}
		}
	}
	return !slices.ContainsFunc(p.columns[:from-1], func(w *words) bool { return w.firstEmpty() >= 0 })
}

// firstEmpty returns the first row without a word, -1 for none.
func (w *words) firstEmpty() int {
	for row, c := range w.codes.All() {
		if c < 0 {
			return row
		}
	}
	return -1
}
