package export

import (
	"context"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"custseg/model"
)

// rowSource makes the rows of a sheet below its header.
type rowSource struct {
	columns []cellWriter
	first   int // the row of the sheet where they begin
	count   int
	at      func(k int) int // which row of the columns is the k-th of the sheet
	tick    func(rows int)  // told how many rows were made
}

// cellWriter appends the XML of a cell, less the reference that begins it:
// style, type and value of a row of a column. It appends nothing for a missing
// value.
type cellWriter func(b []byte, row int) []byte

// write writes the rows as the XML of a sheet.
func (s *rowSource) write(ctx context.Context, w io.Writer) error {
	letters := make([]string, len(s.columns))
	for j := range letters {
		name, err := excelize.ColumnNumberToName(j + 1)
		if err != nil {
			return err
		}
		letters[j] = `<c r="` + name
	}
	const chunk = 1 << 16
	b := make([]byte, 0, 2*chunk)
	ticked := 0
	for k := range s.count {
		i := s.at(k)
		number := int64(k + s.first)
		b = append(b, `<row r="`...)
		b = strconv.AppendInt(b, number, 10)
		b = append(b, `">`...)
		for j, cell := range s.columns {
			start := len(b)
			b = append(b, letters[j]...)
			b = strconv.AppendInt(b, number, 10)
			b = append(b, '"')
			body := len(b)
			if b = cell(b, i); len(b) == body { // no value, no cell
				b = b[:start]
			}
		}
		b = append(b, `</row>`...)
		if len(b) < chunk && k+1 < s.count {
			continue
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		if _, err := w.Write(b); err != nil {
			return err
		}
		b = b[:0]
		s.tick(k + 1 - ticked)
		ticked = k + 1
	}
	return nil
}

// numberCells writes numbers in one style. Excel has no infinite ones: they are
// text.
func numberCells(values []float64, style int) cellWriter {
	head := styleOf(style)
	return func(b []byte, row int) []byte {
		v := values[row]
		switch {
		case math.IsNaN(v):
			return b
		case math.IsInf(v, 0):
			return appendText(b, style, infinite(v))
		}
		return appendNumber(b, head, v)
	}
}

// dateCells writes dates as real dates, and as text where Excel has none.
func dateCells(seconds []int64, style int) cellWriter {
	head := styleOf(style)
	return func(b []byte, row int) []byte {
		at := seconds[row]
		if at == model.NoDate {
			return b
		}
		serial, ok := serialDate(at)
		if !ok {
			return appendText(b, style, model.FormatDate(at))
		}
		return appendNumber(b, head, serial)
	}
}

// textCells writes text, keeping the XML of a small dictionary.
func textCells(t *model.Texts, l look) cellWriter {
	const small = 4096
	if t.Dict.Len() > small {
		return func(b []byte, row int) []byte {
			if t.Missing(row) {
				return b
			}
			return appendCell(b, textCell(l, t.Text(row)))
		}
	}
	return wordCells(t, func(int) look { return l })
}

// wordCells writes the words of a small dictionary, each in a look of its own.
func wordCells(t *model.Texts, lookOf func(code int) look) cellWriter {
	cells := make([][]byte, t.Dict.Len())
	for k, w := range t.Dict.All() {
		cells[k] = appendCell(nil, textCell(lookOf(k), w))
	}
	return func(b []byte, row int) []byte {
		if t.Missing(row) {
			return b
		}
		return append(b, cells[t.Code(row)]...)
	}
}

// sharedCells writes words and one formula that comes to all of them: the first
// cell holds it, and the others share it, each for its own row. number tells the
// formula from others of the sheet.
func sharedCells(t *model.Texts, l look, formula string, number, count int, letters string) cellWriter {
	shared := `<f t="shared" si="` + strconv.Itoa(number) + `"/>`
	first := `<f t="shared" ref="` + letters + `2:` + letters + strconv.Itoa(count+1) + `" si="` + strconv.Itoa(number) + `">` + escapeText(formula) + `</f>`
	head, begun := styleOf(l.plain)+` t="str">`, false
	return func(b []byte, row int) []byte {
		b = append(b, head...)
		if begun {
			b = append(b, shared...)
		} else {
			b, begun = append(b, first...), true
		}
		if !t.Missing(row) {
			b = append(b, "<v>"...)
			b = append(b, escapeText(t.Text(row))...)
			b = append(b, "</v>"...)
		}
		return append(b, "</c>"...)
	}
}

// maskedCells says that there is a value.
func maskedCells(c model.Column, l look) cellWriter {
	cell := appendCell(nil, textCell(l, masked))
	return func(b []byte, row int) []byte {
		if c.Missing(row) {
			return b
		}
		return append(b, cell...)
	}
}

func styleOf(id int) string { return ` s="` + strconv.Itoa(id) + `"` }

func appendNumber(b []byte, style string, v float64) []byte {
	b = append(b, style...)
	b = append(b, `><v>`...)
	b = strconv.AppendFloat(b, v, 'g', -1, 64)
	return append(b, `</v></c>`...)
}

// appendCell appends a cell of text made by [textCell].
func appendCell(b []byte, c cell) []byte { return appendText(b, c.style, c.value.(string)) }

func appendText(b []byte, style int, s string) []byte {
	b = append(b, styleOf(style)...)
	b = append(b, ` t="inlineStr"><is><t xml:space="preserve">`...)
	b = append(b, escapeText(s)...)
	return append(b, `</t></is></c>`...)
}

// escapeText writes text as XML, and so that Excel does not read a character
// code such as _x0041_ in it.
func escapeText(s string) string {
	if strings.Contains(s, "_x") {
		s = escapeCodes(s)
	}
	if strings.ContainsAny(s, "&<>\r") {
		return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#xD;").Replace(s)
	}
	return s
}

// escapeCodes escapes the underscore that begins what looks like a character
// code: _x and four hexadecimal digits and another underscore.
func escapeCodes(s string) string {
	var out strings.Builder
	for i := range len(s) {
		if code := s[i:]; len(code) >= 7 && code[:2] == "_x" && code[6] == '_' {
			if _, err := strconv.ParseUint(code[2:6], 16, 16); err == nil {
				out.WriteString("_x005F")
			}
		}
		out.WriteByte(s[i])
	}
	return out.String()
}

const (
	secondsPerDay = 24 * 60 * 60
	// serialEpoch is 1970-01-01 in Excel's count of days.
	serialEpoch = 25569
	// Before 1900-03-01 programs disagree on the count, as Excel has a
	// 1900-02-29; after 9999-12-31 there is none.
	firstSerial, lastSerial = 61, 2958466
)

// serialDate is a moment in Excel's count of days, not ok where it has none.
func serialDate(seconds int64) (serial float64, ok bool) {
	serial = float64(seconds)/secondsPerDay + serialEpoch
	return serial, serial >= firstSerial && serial < lastSerial
}
