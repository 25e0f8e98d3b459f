package load

import "bytes"

// pairedShare is the share of the records that must hold two quoted fields side
// by side to prove the delimiter between them.
const pairedShare = .5

// quoting is how well the fields of a record are written under one delimiter.
type quoting struct {
	paired bool // the delimiter stands between a closing and an opening quotation mark
	torn   bool // a quotation mark stands in the middle of a field
	spaced bool // a field behind the first begins with one space, as words behind a comma do
}

// quoting looks at a record as it stands in the text.
func (l layout) quoting(record []byte) (q quoting) {
	rest := bytes.TrimRight(record, "\r\n")
	quoted := false                                   // the field before is
	prose := l.delimiter == ',' || l.delimiter == ';' // it stands in sentences too
	for first := true; ; first = false {
		field := bytes.TrimLeft(rest, " ")
		opens := len(field) > 0 && field[0] == '"'
		if opens {
			closing := closingQuote(field)
			q.torn = q.torn || closing < 0
			field = bytes.TrimLeft(field[closing+1:], " ")
		} else {
			q.spaced = q.spaced || !first && prose && len(rest) == len(field)+1 && len(field) > 0 && field[0] != l.delimiter
		}
		end := bytes.IndexByte(field, l.delimiter)
		if end < 0 {
			end = len(field)
		}
		q.torn = q.torn || opens && end > 0 || bytes.IndexByte(field[:end], '"') >= 0
		q.paired = q.paired || quoted && opens && !q.torn
		quoted = opens
		if end == len(field) {
			return q
		}
		rest = field[end+1:]
	}
}

// closingQuote returns where the quotation mark stands that closes the field a
// text begins with, -1 when none does.
func closingQuote(text []byte) int {
	for i := 1; i < len(text); i++ {
		switch {
		case text[i] != '"':
		case i+1 < len(text) && text[i+1] == '"':
			i++
		default:
			return i
		}
	}
	return -1
}

// quotedDelimiter returns the one delimiter that stands between quoted fields in
// most records. It is proven then, whatever stands in the fields.
func (p prober) quotedDelimiter(l layout) (delimiter byte, ok bool) {
	if bytes.IndexByte(p.head, '"') < 0 {
		return 0, false
	}
	for _, d := range delimiters() {
		l.delimiter = d
		if p.pairedShare(l) < pairedShare {
			continue
		}
		if ok {
			return 0, false
		}
		delimiter, ok = d, true
	}
	return delimiter, ok
}

// pairedShare is the share of the records in which two quoted fields stand side
// by side.
func (p prober) pairedShare(l layout) float64 {
	paired, all := 0, 0
	r := newRecords(bytes.NewReader(p.head), l)
	for all < sampleRecords && r.next() {
		if r.row < p.from || allBlank(r.fields) {
			continue
		}
		all++
		if q := l.quoting(r.text); q.paired && !q.torn {
			paired++
		}
	}
	return float64(paired) / float64(max(1, all))
}
