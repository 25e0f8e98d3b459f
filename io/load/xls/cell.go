package xls

import (
	"encoding/binary"
	"math"
	"strconv"

	"custseg/io/load/grid"
)

// take reads the cells of a record.
func (r *Rows) take(rec record) {
	d := rec.data
	column, style := u16(d, 2), u16(d, 4)
	switch {
	case rec.kind == recNumber && len(d) >= 14:
		r.put(column, r.number(style, math.Float64frombits(binary.LittleEndian.Uint64(d[6:]))))
	case rec.kind == recRK && len(d) >= 10:
		r.put(column, r.number(style, decodeRK(binary.LittleEndian.Uint32(d[6:]))))
	case rec.kind == recMulRK:
		for d = d[4:]; len(d) >= 8; d = d[6:] { // the last column stands behind
			r.put(column, r.number(u16(d, 0), decodeRK(binary.LittleEndian.Uint32(d[2:]))))
			column++
		}
	case rec.kind == recLabelSST && len(d) >= 10:
		r.put(column, r.shared(binary.LittleEndian.Uint32(d[6:])))
	case rec.kind == recLabel, rec.kind == recRString:
		rec.data = d[6:]
		r.put(column, r.label(rec))
	case rec.kind == recBoolErr && len(d) >= 8:
		r.put(column, boolErr(d[6], d[7] != 0))
	case rec.kind == recFormula && len(d) >= 14:
		r.put(column, r.formula(rec, style))
	}
}

// decodeRK returns a number written in 30 bits ([MS-XLS] 2.5.217): the higher
// bits of a double or an integer, either perhaps a hundredfold.
func decodeRK(rk uint32) float64 {
	const hundredfold, integer = 1, 2
	v := math.Float64frombits(uint64(rk&^3) << 32)
	if rk&integer != 0 {
		v = float64(int32(rk) >> 2)
	}
	if rk&hundredfold != 0 {
		v /= 100
	}
	return v
}

// number makes a cell of a number, which its style may show as a day or a code.
func (r *Rows) number(style int, v float64) grid.Cell {
	format := grid.Plain
	if style < len(r.book.formats) {
		format = r.book.formats[style]
	}
	start := len(r.text)
	var kind grid.Kind
	if r.text, kind = grid.Moment(r.text, v, format, r.book.calendar1904); kind != grid.Date && kind != grid.Text {
		r.text = appendNumber(r.text, v)
	}
	return grid.Cell{Kind: kind, Text: r.text[start:]}
}

// appendNumber writes a number with the figures that tell it from others, keys of
// many figures without an exponent.
func appendNumber(dst []byte, v float64) []byte {
	if a := math.Abs(v); a != 0 && (a < 1e-6 || a >= 1e18) {
		return strconv.AppendFloat(dst, v, 'g', -1, 64)
	}
	return strconv.AppendFloat(dst, v, 'f', -1, 64)
}

func (r *Rows) shared(i uint32) grid.Cell {
	if int64(i) >= int64(len(r.book.strings)) {
		return grid.Cell{Kind: grid.Fault}
	}
	return textCell(r.book.strings[i])
}

// label makes a cell of the text at the beginning of a record's data.
func (r *Rows) label(rec record) grid.Cell {
	return textCell(r.book.shortText(rec, true))
}

func textCell(text []byte) grid.Cell {
	if len(text) == 0 {
		return grid.Cell{}
	}
	return grid.Cell{Kind: grid.Text, Text: text}
}

func boolErr(value byte, isError bool) grid.Cell {
	switch {
	case isError:
		return grid.Cell{Kind: grid.Fault, Text: []byte(errorName(value))}
	case value == 0:
		return grid.Cell{Kind: grid.Text, Text: []byte("FALSE")}
	}
	return grid.Cell{Kind: grid.Text, Text: []byte("TRUE")}
}

// errorName returns how Excel writes an error ([MS-XLS] 2.5.10).
func errorName(code byte) string {
	switch code {
	case 0x00:
		return "#NULL!"
	case 0x07:
		return "#DIV/0!"
	case 0x0F:
		return "#VALUE!"
	case 0x17:
		return "#REF!"
	case 0x1D:
		return "#NAME?"
	case 0x24:
		return "#NUM!"
	}
	return "#N/A"
}

// The kinds of a formula's value that is no number ([MS-XLS] 2.5.133).
const (
	valueText  = 0
	valueBool  = 1
	valueError = 2
)

// formula makes a cell of a formula's saved value.
func (r *Rows) formula(rec record, style int) grid.Cell {
	d := rec.data
	if u16(d, 12) != 0xFFFF {
		return r.number(style, math.Float64frombits(binary.LittleEndian.Uint64(d[6:])))
	}
	switch d[6] {
	case valueText:
		return r.formulaText(rec)
	case valueBool, valueError:
		return boolErr(d[8], d[6] == valueError)
	}
	return grid.Cell{}
}

// textBehind is how many records may stand between a formula and its text: those
// of a shared formula or a table.
const textBehind = 3

// formulaText reads the text of a formula from the record that holds it.
func (r *Rows) formulaText(rec record) grid.Cell {
	for range textBehind {
		next, err := recordAt(r.book.stream, rec.next)
		if err != nil || next.kind == recFormula {
			break
		}
		if next.kind == recString {
			return r.label(next)
		}
		rec = next
	}
	return grid.Cell{Kind: grid.Unsolved}
}
