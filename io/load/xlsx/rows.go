package xlsx

import (
	"fmt"
	"io"
	"strconv"
	"time"

	"custseg/io/load/grid"
)

// maxRows and maxColumns are how many rows and columns a sheet can have.
const (
	maxRows    = 1 << 20
	maxColumns = 1 << 14
)

// Rows are the rows of a sheet in order; rows without cells may be left out.
type Rows struct {
	book    *Book
	closer  io.Closer
	strings [][]byte
	tokens  *tokens
	number  int
	hidden  bool
	cells   []grid.Cell
	text    []byte      // of the row's cells
	folded  []grid.Span // the hidden columns
	done    bool        // the rows have ended
	whole   bool        // the sheet has
	part    string
	lost    string // the part of the shared strings where it is missing
}

// Rows starts reading a sheet by its place among [Book.Sheets]. All reading
// passes through the reader that watch makes, which may be nil. What sheets share
// is read with the first of them. A [PartError] reports that the sheet is missing.
func (b *Book) Rows(sheet int, watch func(io.Reader) io.Reader) (*Rows, error) {
	if watch == nil {
		watch = func(r io.Reader) io.Reader { return r }
	}
	if err := b.readShared(watch); err != nil {
		return nil, err
	}
	part, err := b.openSheet(sheet)
	if err != nil {
		return nil, err
	}
	r := &Rows{book: b, strings: b.shared, closer: part, tokens: newTokens(watch(part)), part: b.sheetParts[sheet]}
	if b.parts[b.strings] == nil {
		r.lost = b.strings
	}
	return r, nil
}

// openSheet opens the part of a sheet.
func (b *Book) openSheet(sheet int) (io.ReadCloser, error) {
	name := b.sheetParts[sheet]
	part := b.parts[name]
	if part == nil {
		return nil, &PartError{Part: name, Missing: true}
	}
	return part.Open()
}

// readShared reads the shared strings if they were not read before.
func (b *Book) readShared(watch func(io.Reader) io.Reader) error {
	f := b.parts[b.strings]
	if f == nil || b.shared != nil {
		return nil
	}
	part, err := f.Open()
	if err != nil {
		return err
	}
	defer part.Close()
	b.shared, err = readStrings(newTokens(watch(part)))
	switch err {
	case errCut:
		err = &PartError{Part: b.strings}
	case errTokenTooLong:
		err = &LongError{}
	}
	return err
}

// Close ends the reading.
func (r *Rows) Close() error { return r.closer.Close() }

// Err returns what ended the reading, nil at the end of the sheet: a [PartError],
// a [PlaceError], an [EntityError], a [LongError] or an error of reading.
func (r *Rows) Err() error {
	if r.tokens.err == errTokenTooLong {
		return &LongError{Row: r.number}
	}
	return r.tokens.err
}

// Number returns the row's number, counted from 1.
func (r *Rows) Number() int { return r.number }

// Hidden reports whether the row is hidden, by hand or by a filter.
func (r *Rows) Hidden() bool { return r.hidden }

// HiddenColumns returns the columns that are hidden. They are known once the
// first row was read.
func (r *Rows) HiddenColumns() []grid.Span { return r.folded }

// Cells returns the row's cells from the first column on.
func (r *Rows) Cells() []grid.Cell { return r.cells }

// Next moves to the next row. It returns false at the end and on an error.
func (r *Rows) Next() bool {
	t := r.tokens
	for t.next() {
		switch {
		case r.done: // what follows can hold rows of another kind; it is read for the checksum
		case t.is(openTag, "row"):
			if !r.moveTo(t.attribute("r")) {
				return false
			}
			r.hidden = isTrue(t.attribute("hidden"))
			r.cells, r.text = r.cells[:0], r.text[:0]
			return t.closed || r.row()
		case t.is(openTag, "col") && isTrue(t.attribute("hidden")) && len(r.folded) < maxColumns:
			r.folded = append(r.folded, grid.Span{First: atoi(t.attribute("min")), Last: atoi(t.attribute("max"))})
		case t.is(closeTag, "sheetData"):
			r.done = true
		}
		r.whole = r.whole || t.is(closeTag, "worksheet") || t.closed && t.is(openTag, "worksheet")
	}
	if !r.whole {
		t.fail(&PartError{Part: r.part})
	}
	return false
}

// moveTo moves to the row of a number, or without one to the row behind the last.
func (r *Rows) moveTo(number []byte) bool {
	r.number++
	if number != nil {
		r.number = atoi(number)
	}
	if r.number > 0 && r.number <= maxRows {
		return true
	}
	ref := string(number)
	if number == nil {
		ref = strconv.Itoa(r.number)
	}
	r.tokens.fail(&PlaceError{ref})
	return false
}

// row reads the cells up to the end of the row. Cells stand in the order of
// their columns unless the writer did not care; one without a reference follows
// the one before.
func (r *Rows) row() bool {
	t := r.tokens
	for column := 1; t.next(); {
		switch {
		case t.is(closeTag, "row"):
			return true
		case t.is(openTag, "c"):
			if ref := t.attribute("r"); ref != nil {
				if column = placeOf(ref); column == 0 {
					t.fail(&PlaceError{string(ref)})
					return false
				}
			} else if column > maxColumns {
				t.fail(&PlaceError{fmt.Sprintf("R%dC%d", r.number, column)})
				return false
			}
			cell := grid.Cell{}
			if !t.closed {
				cell = r.cell(string(t.attribute("t")), atoi(t.attribute("s")))
			}
			r.put(column, cell)
			column++
		}
	}
	t.fail(&PartError{Part: r.part})
	return false
}

// put places a cell.
func (r *Rows) put(column int, cell grid.Cell) {
	for len(r.cells) < column {
		r.cells = append(r.cells, grid.Cell{})
	}
	r.cells[column-1] = cell
}

// cell reads a cell of a type and a style up to its end.
func (r *Rows) cell(kind string, style int) grid.Cell {
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
			if formula && (!solved || kind != "str" && len(r.text) == start) {
				return grid.Cell{Kind: grid.Unsolved} // an empty value is one only of text
			}
			return r.interpret(kind, style, r.text[start:])
		}
	}
	return grid.Cell{}
}

// interpret makes a cell of a value as it is written (ECMA-376 part 1, 18.18.11).
func (r *Rows) interpret(kind string, style int, value []byte) grid.Cell {
	if len(value) == 0 {
		return grid.Cell{}
	}
	switch kind {
	case "s":
		if i := atoi(value); i < len(r.strings) {
			return grid.Cell{Kind: grid.Text, Text: r.strings[i]}
		}
		if r.lost != "" {
			r.tokens.fail(&PartError{Part: r.lost, Missing: true})
		}
		return grid.Cell{Kind: grid.Fault, Text: value}
	case "str":
		return grid.Cell{Kind: grid.Text, Text: unescape(value)}
	case "inlineStr":
		return grid.Cell{Kind: grid.Text, Text: value}
	case "b":
		if isTrue(value) {
			return grid.Cell{Kind: grid.Text, Text: []byte("TRUE")}
		}
		return grid.Cell{Kind: grid.Text, Text: []byte("FALSE")}
	case "e":
		return grid.Cell{Kind: grid.Fault, Text: value}
	case "d":
		return isoDate(value)
	}
	return r.numeric(style, value)
}

// numeric makes a cell of a number, which its style may show as a day or a code.
func (r *Rows) numeric(style int, value []byte) grid.Cell {
	cell := grid.Cell{Kind: grid.Number, Text: value}
	if style >= len(r.book.formats) || r.book.formats[style] == grid.Plain {
		return cell
	}
	serial, err := strconv.ParseFloat(string(value), 64)
	if err != nil {
		return cell
	}
	start := len(r.text)
	r.text, cell.Kind = grid.Moment(r.text, serial, r.book.formats[style], r.book.calendar1904)
	if cell.Kind == grid.Date || cell.Kind == grid.Text {
		cell.Text = r.text[start:]
	}
	return cell
}

// isoDate makes a cell of a date as strict workbooks write it (ISO 8601).
func isoDate(value []byte) grid.Cell {
	for _, layout := range []string{time.DateOnly, time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15:04"} {
		at, err := time.Parse(layout, string(value))
		if err != nil {
			continue
		}
		if at.Hour()|at.Minute()|at.Second() == 0 {
			return grid.Cell{Kind: grid.Date, Text: at.AppendFormat(nil, time.DateOnly)}
		}
		return grid.Cell{Kind: grid.Date, Text: at.AppendFormat(nil, time.DateTime)}
	}
	return grid.Cell{Kind: grid.Text, Text: value}
}

// isTrue reads a truth value of XML Schema.
func isTrue(b []byte) bool { return string(b) == "1" || string(b) == "true" }

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
