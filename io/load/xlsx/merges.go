package xlsx

import (
	"bytes"
	"io"

	"custseg/io/load/grid"
)

// mergesTag is the element that lists merged cells. It stands behind the rows.
const mergesTag = "mergeCells"

// Merges returns the merged cells of a sheet that begin in its first rows. To
// find them all of the sheet is inflated but not taken apart; watch is as with
// [Book.Rows].
func (b *Book) Merges(sheet, rows int, watch func(io.Reader) io.Reader) ([]grid.Range, error) {
	part, err := b.openSheet(sheet)
	if err != nil {
		return nil, err
	}
	defer part.Close()
	var src io.Reader = part
	if watch != nil {
		src = watch(part)
	}
	return readMerges(src, rows)
}

func readMerges(src io.Reader, rows int) ([]grid.Range, error) {
	rest, err := skipPast(src, []byte(mergesTag))
	if err != nil || rest == nil {
		return nil, err
	}
	var out []grid.Range
	t := newTokens(rest)
	for t.next() {
		switch {
		case t.is(closeTag, mergesTag):
			return out, nil
		case t.is(openTag, "mergeCell"):
			if r, ok := parseRange(t.attribute("ref")); ok && r.Row <= rows {
				out = append(out, r)
			}
		}
	}
	return out, t.err
}

// skipPast reads up to behind a word and returns what follows, nil when the word
// does not come.
func skipPast(r io.Reader, word []byte) (io.Reader, error) {
	buf := make([]byte, tokenBuffer)
	kept := 0
	for {
		n, err := r.Read(buf[kept:])
		have := buf[:kept+n]
		if i := bytes.Index(have, word); i >= 0 {
			return io.MultiReader(bytes.NewReader(have[i+len(word):]), r), nil
		}
		if err == io.EOF {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		kept = copy(buf, have[max(0, len(have)-len(word)+1):])
	}
}

// parseRange reads a range such as B1:D2.
func parseRange(ref []byte) (grid.Range, bool) {
	first, last, ok := bytes.Cut(ref, []byte(":"))
	if !ok {
		return grid.Range{}, false
	}
	r := grid.Range{Row: rowOf(first), Column: columnOf(first)}
	r.Rows, r.Columns = rowOf(last)-r.Row+1, columnOf(last)-r.Column+1
	inside := r.Row > 0 && r.Column > 0 && r.Rows > 0 && r.Columns > 0
	return r, inside && r.Row+r.Rows-1 <= maxRows && r.Column+r.Columns-1 <= maxColumns
}
