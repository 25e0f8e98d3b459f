package xlsx

import (
	"io"
	"strconv"
)

// CellKind is what a cell holds.
type CellKind uint8

// The kinds of cell.
const (
	Empty    CellKind = iota
	Text              // also a truth value, as TRUE or FALSE
	Number            // as the file writes it
	Date              // as 2006-01-02 or 2006-01-02 15:04:05
	Fault             // an error such as #N/A
	Unsolved          // a formula whose value was not saved
)

// Cell is a cell of a row. Its text is good until the next row.
type Cell struct {
	Kind CellKind
	Text []byte
}

// maxColumns is how many columns a sheet can have.
const maxColumns = 16384

// Rows are the rows of a sheet in order; rows without cells may be left out.
type Rows struct {
	book    *Book
	closer  io.Closer
	strings [][]byte
	tokens  *tokens
	number  int
	cells   []Cell
	text    []byte // of the row's cells
	err     error
}

// Rows starts reading a sheet by its place among [Book.Sheets]. All reading
// passes through the reader that watch makes, which may be nil. What sheets share
// is read with the first of them.
func (b *Book) Rows(sheet int, watch func(io.Reader) io.Reader) (*Rows, error) {
	if watch == nil {
		watch = func(r io.Reader) io.Reader { return r }
	}
	r := &Rows{book: b}
	if f := b.parts[b.strings]; f != nil && b.shared == nil {
		part, err := f.Open()
		if err != nil {
			return nil, err
		}
		b.shared, err = readStrings(newTokens(watch(part)))
		part.Close()
		if err != nil {
			return nil, err
		}
	}
	r.strings = b.shared
	part, err := b.parts[b.sheets[sheet].part].Open()
	if err != nil {
		return nil, err
	}
	r.closer = part
	r.tokens = newTokens(watch(part))
	return r, nil
}

// Close ends the reading.
func (r *Rows) Close() error { return r.closer.Close() }

// Err returns what ended the reading, nil at the end of the sheet.
func (r *Rows) Err() error {
	if r.err != nil {
		return r.err
	}
	return r.tokens.err
}

// Number returns the row's number, counted from 1.
func (r *Rows) Number() int { return r.number }

// Cells returns the row's cells from the first column on.
func (r *Rows) Cells() []Cell { return r.cells }

// Next moves to the next row. It returns false at the end and on an error.
func (r *Rows) Next() bool {
	for r.tokens.next() {
		if !r.tokens.is(openTag, "row") {
			continue
		}
		r.number++
		if n, err := strconv.Atoi(string(r.tokens.attribute("r"))); err == nil && n > 0 {
			r.number = n
		}
		r.cells, r.text = r.cells[:0], r.text[:0]
		return r.tokens.closed || r.row()
	}
	return false
}

// row reads the cells up to the end of the row.
func (r *Rows) row() bool {
	t := r.tokens
	for t.next() {
		switch {
		case t.is(closeTag, "row"):
			return true
		case t.is(openTag, "c"):
			if column := columnOf(t.attribute("r")); column > 0 && column <= maxColumns {
				for len(r.cells) < column-1 {
					r.cells = append(r.cells, Cell{})
				}
				r.cells = r.cells[:column-1]
			}
			cell := Cell{}
			if !t.closed {
				cell = r.cell(string(t.attribute("t")), atoi(t.attribute("s")))
			}
			r.cells = append(r.cells, cell)
		}
	}
	return false
}

// cell reads a cell of a type and a style up to its end.
func (r *Rows) cell(kind string, style int) Cell {
	t := r.tokens
	formula, solved, inValue := false, false, false
	start := len(r.text)
	for t.next() {
		switch {
		case t.kind == charData:
			if inValue {
				r.text = t.appendTo(r.text)
			}
		case t.is(openTag, "v"):
			solved, inValue = true, !t.closed
		case t.is(closeTag, "v"):
			inValue = false
		case t.is(openTag, "f"):
			formula = true
		case t.is(openTag, "is") && !t.closed:
			r.text = t.itemText(r.text, "is")
		case t.is(closeTag, "c"):
			if formula && !solved {
				return Cell{Kind: Unsolved}
			}
			return r.interpret(kind, style, r.text[start:])
		}
	}
	return Cell{}
}

// interpret makes a cell of a value as it is written (ECMA-376 part 1, 18.18.11).
func (r *Rows) interpret(kind string, style int, value []byte) Cell {
	if len(value) == 0 {
		return Cell{}
	}
	switch kind {
	case "s":
		if i := atoi(value); i < len(r.strings) {
			return Cell{Text, r.strings[i]}
		}
		return Cell{Fault, value}
	case "str":
		return Cell{Text, unescape(value)}
	case "inlineStr":
		return Cell{Text, value}
	case "b":
		if string(value) == "0" {
			return Cell{Text, []byte("FALSE")}
		}
		return Cell{Text, []byte("TRUE")}
	case "e":
		return Cell{Fault, value}
	case "d":
		return Cell{Date, value}
	}
	if style < len(r.book.days) && r.book.days[style] {
		if serial, ok := parseSerial(value); ok {
			start := len(r.text)
			if text, ok := appendSerial(r.text, serial, r.book.calendar1904); ok {
				r.text = text
				return Cell{Date, r.text[start:]}
			}
		}
	}
	return Cell{Number, value}
}

// columnOf returns the column of a reference such as AB12, counted from 1; 0
// when there is none.
func columnOf(ref []byte) int {
	n := 0
	for _, c := range ref {
		if c < 'A' || c > 'Z' || n > maxColumns {
			break
		}
		n = n*26 + int(c-'A') + 1
	}
	return n
}

// atoi reads a small number without sign; anything else is 0.
func atoi(b []byte) int {
	n := 0
	for _, c := range b {
		if c < '0' || c > '9' || n > 1<<40 {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	return n
}
