package load

import (
	"bytes"
	"slices"
)

const (
	// mostPreamble is how many records above a table the delimiter is not judged by.
	mostPreamble = 50
	// mostRemarks is how many below it.
	mostRemarks = 10
	// oddShare is the share of the records whose fields must look like pieces of
	// others to speak against a delimiter.
	oddShare = .5
)

// prober finds out how a text is written by cutting a sample of it in several
// ways.
type prober struct {
	head       []byte
	whole      bool   // head is all of the text
	from       int    // the row that the table begins with, 0 when that is not known
	delimiters []byte // to choose from, nil for the usual ones
}

// trial is how a sample falls into fields under one layout.
type trial struct {
	layout
	width int     // the most frequent number of fields
	share float64 // of the records of the table, how many have it
	fit   float64 // of all records, how many are of the table and have it
	split float64 // of the records, how many have more than one field
	odd   float64 // of the records, how many have a quotation mark in a field or a space before one
	start int     // the byte that the table begins at
}

// consistent reports whether the sample is a table under this layout.
func (t trial) consistent() bool { return t.width > 1 && t.share >= .9 }

// detect chooses among the layouts that differ from one by delimiter, line ends
// and quoting.
func (p prober) detect(l layout) layout {
	best := p.detectDelimiter(l)
	if l.eol == '\n' && hasStrayCR(bytes.ReplaceAll(p.head, []byte("\r\n"), nil)) {
		l.mixed = true
		mixed := p.detectDelimiter(l)
		if mixed.consistent() && (!best.consistent() || mixed.fit > best.fit) || !best.consistent() && p.mostlyCR() {
			best = mixed
		} else {
			l.mixed = false
		}
	}
	if bytes.Contains(p.head, []byte(`\"`)) {
		l.escaped = true
		if escaped := p.detectDelimiter(l); escaped.fit > best.fit || escaped.fit == best.fit && p.escapesQuotes(best.delimiter) {
			best = escaped
		}
	}
	if p.startsQuoted(best.delimiter) {
		l.single, l.escaped, l.mixed = true, best.escaped, best.mixed
		if single := p.detectDelimiter(l); single.consistent() && single.fit == 1 && best.fit < 1 {
			best = single
		}
	}
	return best.layout
}

// startsQuoted reports whether a field begins with a single quotation mark.
func (p prober) startsQuoted(delimiter byte) bool {
	return bytes.Contains(p.head, []byte{delimiter, '\''}) || bytes.Contains(p.head, []byte("\n'"))
}

// mostlyCR reports whether more lines end in a carriage return alone than in a
// line feed.
func (p prober) mostlyCR() bool {
	pairs := bytes.Count(p.head, []byte("\r\n"))
	return bytes.Count(p.head, []byte{'\r'})-pairs > bytes.Count(p.head, []byte{'\n'})
}

// escapesQuotes reports whether quotation marks in fields stand behind a
// backslash and never double.
func (p prober) escapesQuotes(delimiter byte) bool {
	inner := false
	for rest := p.head; ; {
		i := bytes.Index(rest, []byte(`\"`))
		if i < 0 || i+2 >= len(rest) {
			break
		}
		rest = rest[i+2:]
		inner = inner || rest[0] != delimiter && rest[0] != '\r' && rest[0] != '\n' && rest[0] != '"'
	}
	doubled := bytes.ReplaceAll(p.head, []byte(`\""`), nil)
	for i := 1; i+2 < len(doubled); i++ {
		if doubled[i] == '"' && doubled[i+1] == '"' && doubled[i-1] != delimiter && doubled[i-1] != '\n' && doubled[i-1] != '\r' {
			return false
		}
	}
	return inner
}

func (p prober) detectDelimiter(l layout) trial {
	if len(p.delimiters) == 1 {
		l.delimiter = p.delimiters[0]
		return p.try(l)
	}
	var best, ragged trial
	for _, d := range delimiters() {
		l.delimiter = d
		t := p.try(l)
		if t.consistent() && (t.beats(best) || d == ';' && best.delimiter == ',' && t.fit == best.fit && decimalCommas(p.head[t.start:])) {
			best = t
		}
		if t.split >= .5 && t.split > ragged.split {
			ragged = t
		}
	}
	if best.consistent() {
		if aligned, ok := p.alignedInstead(best); ok {
			return p.try(aligned)
		}
		return best
	}
	if aligned, ok := p.detectAligned(l); ok && (ragged.split == 0 || aligned.columns != nil) {
		return p.try(aligned)
	}
	if ragged.split > 0 {
		return ragged
	}
	l.delimiter = ','
	return p.try(l)
}

// beats ranks two tables: the one that more records fit, then the one whose
// fields are whole rather than pieces of sentences and quotations, then the wider.
func (t trial) beats(u trial) bool {
	if t.fit != u.fit {
		return t.fit > u.fit
	}
	if t.odd == 0 && u.odd >= oddShare || u.odd == 0 && t.odd >= oddShare {
		return t.odd == 0
	}
	return t.width > u.width
}

// try splits the sample. What stands above and below the table does not count.
func (p prober) try(l layout) (t trial) {
	t = trial{layout: l}
	var widths, starts []int
	odd := 0
	r := newRecords(bytes.NewReader(p.head), l)
	at := len(p.head) - len(r.unread())
	for len(widths) < sampleRecords && r.next() {
		start := at
		at += len(r.text)
		if allBlank(r.fields) || r.row < p.from || r.row == 1 && isSeparatorLine(r.text) {
			continue
		}
		widths, starts = append(widths, len(r.fields)), append(starts, start)
		if q := l.quoting(r.text); !l.aligned && (q.torn || q.spaced) {
			odd++
		}
	}
	all := len(widths)
	if all == 0 {
		return t
	}
	t.odd = float64(odd) / float64(all)
	for _, n := range widths {
		if n > 1 {
			t.split += 1 / float64(all)
		}
	}
	end := all
	for p.whole && end > 1 && all-end < mostRemarks && widths[end-1] == 1 {
		end--
	}
	t.judge(widths, all)
	defer func() { t.start = starts[max(0, slices.Index(widths, t.width))] }()
	for from := 0; from <= min(end-2, mostPreamble); from++ {
		for _, to := range slices.Compact([]int{all, end}) {
			u := trial{layout: l, split: t.split, odd: t.odd}
			u.judge(widths[from:to], all)
			if u.consistent() && widths[from] == u.width && (!t.consistent() || from == 0 && u.fit > t.fit) {
				t = u
			}
		}
		if t.consistent() {
			break
		}
	}
	return t
}

// judge counts how consistent the records of a table are, of so many in the
// sample.
func (t *trial) judge(widths []int, all int) {
	count := map[int]int{}
	for _, n := range widths {
		count[n]++
	}
	for n := range count {
		if count[n] > count[t.width] || count[n] == count[t.width] && n > t.width {
			t.width = n
		}
	}
	t.share = float64(count[t.width]) / float64(len(widths))
	t.fit = float64(count[t.width]) / float64(all)
}

// decimalCommas reports whether every comma stands between digits, as in 12,5.
func decimalCommas(b []byte) bool {
	digit := func(i int) bool { return i >= 0 && i < len(b) && b[i] >= '0' && b[i] <= '9' }
	for i, c := range b {
		if c == ',' && !(digit(i-1) && digit(i+1)) {
			return false
		}
	}
	return true
}
