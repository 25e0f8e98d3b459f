package load

import (
	"bytes"
	"sort"
	"strings"
	"unicode/utf8"

	"custseg/model"
)

// shownText is how many bytes of a rejected record are kept to show it.
const shownText = 200

// intake is a table while its rows come in, all columns still words. The first
// rows are held back until it is clear where the table begins; the one it begins
// with is kept aside, for it may be the header.
type intake struct {
	job     job
	lines   bool // the rows are lines of text
	opening bool // rows are still held back
	held    []heldRow
	above   []heldRow       // what stands above the table
	notes   []model.Finding // about the rows that are no rows of the table

	first     []string    // trimmed
	firstRow  int         // its row in the file
	firstRows int         // the rows it was put together from
	heads     [][]string  // these rows
	sure      bool        // it is a header, whatever it looks like
	runs      []model.Run // where the rows of the columns stand in the file
	nextRow   int         // the row in the file that would go on with the last run
	columns   []*words
	rows      int  // rows in the columns, without the first
	blank     int  // rows that held nothing
	aside     int  // rows that are none of the table and are told by a finding
	cut       bool // rows were left unread
	least     int  // fields of a row that is not short
	short     []int32
	rejected  []model.Rejected
	remarks   int // of them, those that are totals and remarks
	widest    int // fields of the longest record
	longer    int // records with values beyond the width
	strayCR   int // of them, those with a carriage return in a line

	room   room
	grows  bool
	filing *filing
	hash   hasher // of all columns
}

// room is how many rows to make room for: the lines a file seems to have, but no
// more than its bytes can hold, for each field takes one.
type room struct {
	lines int
	bytes int64
}

func (r room) rows(width int) int { return int(min(int64(r.lines), r.bytes/int64(max(1, width)))) }

// newIntake makes an intake for tables of the width of their first row, or at
// least of the width given. One that grows takes wider rows as they come;
// another rejects them, and its rows are lines of text.
func newIntake(j job, width int, room room, grows bool) *intake {
	j.table()
	in := &intake{job: j, opening: true, lines: !grows, room: room, grows: grows, filing: newFiling(), hash: newHasher()}
	in.widen(width)
	return in
}

// widen adds columns that are empty in all rows so far.
func (in *intake) widen(width int) {
	if width > len(in.columns) {
		in.filing.finish(in.columns)
	}
	for len(in.columns) < width {
		w := newWords(in.rows, in.room.rows(width))
		w.hash = in.hash
		in.columns = append(in.columns, w)
	}
}

// add takes a row with the number it has in the file. Text is the row as it
// stands there, nil when the file holds no text. It returns false when no more
// rows are wanted.
func (in *intake) add(row int, fields [][]byte, text []byte) bool {
	if allBlank(fields) {
		in.blank++
		return true
	}
	if in.opening {
		return in.hold(row, fields, text)
	}
	return in.addRow(row, fields, text)
}

// addRow takes a row of the table.
func (in *intake) addRow(row int, fields [][]byte, text []byte) bool {
	in.widest = max(in.widest, len(fields))
	if over := len(fields) - len(in.columns); over > 0 {
		if in.grows {
			in.widen(len(fields))
		} else {
			if !allBlank(fields[len(in.columns):]) {
				in.rejectLong(row, len(fields), text)
				return true
			}
			fields = fields[:len(in.columns)]
		}
	}
	if !in.job.take() {
		in.cut = true
		return false
	}
	if len(fields) < in.least {
		in.short = append(in.short, int32(in.rows))
	}
	in.filing.add(in.columns, fields)
	in.noteRows(row, 1)
	return true
}

// noteRows counts rows of the table that follow each other in the file from a row
// on.
func (in *intake) noteRows(row, n int) {
	if n == 0 {
		return
	}
	if row != in.nextRow || in.rows == 0 {
		in.runs = append(in.runs, model.Run{Data: int32(in.rows), File: row})
	}
	in.rows += n
	in.nextRow = row + n
}

// rejectLong rejects a row that has values beyond the width of the table.
func (in *intake) rejectLong(row, fields int, text []byte) {
	in.longer++
	if hasStrayCR(text) {
		in.strayCR++
	}
	in.reject(row, model.P("it has %d fields where the first row has %d", fields, len(in.columns)), text)
}

// finish ends the intake. It must be called once no more rows come, also when
// reading failed.
func (in *intake) finish() {
	if in.opening {
		in.begin()
	}
	in.filing.finish(in.columns)
}

// reject lists a row that cannot be one of the table.
func (in *intake) reject(row int, reason model.Phrase, text []byte) {
	in.rejected = append(in.rejected, model.Rejected{Row: row, Reason: reason, Text: shorten(text)})
}

// firstIsData puts the first row before the others. Where no more rows may be
// read the last one makes room.
func (in *intake) firstIsData() {
	for i, w := range in.columns {
		if i < len(in.first) {
			w.addFirst([]byte(in.first[i]))
		} else {
			w.addFirst(nil)
		}
	}
	for i := range in.short {
		in.short[i]++
	}
	if len(in.first) < in.least {
		in.short = append([]int32{0}, in.short...)
	}
	in.rows++
	for i := range in.runs {
		in.runs[i].Data++
	}
	in.runs = append([]model.Run{{Data: 0, File: in.firstRow}}, in.runs...)
	if !in.job.take() {
		in.cut = true
		in.dropRows([]int32{int32(in.rows) - 1})
	}
}

// dataRow returns the row in the columns of a row in the file, -1 when it is none.
func (in *intake) dataRow(file int) int32 {
	at := sort.Search(len(in.runs), func(i int) bool { return in.runs[i].File > file }) - 1
	if at < 0 {
		return -1
	}
	row := int(in.runs[at].Data) + file - in.runs[at].File
	if row >= in.rows || at+1 < len(in.runs) && row >= int(in.runs[at+1].Data) {
		return -1
	}
	return int32(row)
}

// dataRows returns the rows in the columns of rows in the file, without those
// that are none.
func (in *intake) dataRows(file []int32) []int32 {
	var out []int32
	for _, row := range file {
		if at := in.dataRow(int(row)); at >= 0 {
			out = append(out, at)
		}
	}
	return out
}

// fileRow returns the row in the file of a row in the columns.
func (in *intake) fileRow(row int32) int {
	at := sort.Search(len(in.runs), func(i int) bool { return in.runs[i].Data > row })
	run := in.runs[at-1]
	return run.File + int(row-run.Data)
}

// hasStrayCR reports whether a carriage return stands in a line but at its end.
func hasStrayCR(text []byte) bool {
	return bytes.IndexByte(bytes.TrimRight(text, "\r\n"), '\r') >= 0
}

func allBlank(fields [][]byte) bool {
	for _, f := range fields {
		if len(trimSpace(f)) > 0 {
			return false
		}
	}
	return true
}

// shorten keeps the beginning of a record, on one line.
func shorten(text []byte) string {
	text = bytes.TrimRight(text, "\r\n")
	if len(text) <= shownText {
		return strings.ToValidUTF8(oneLine(string(text)), "\uFFFD")
	}
	n := shownText
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return oneLine(string(text[:n])) + " …"
}
