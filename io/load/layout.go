package load

import (
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"custseg/model"
)

// layout is how the records of a text file are written.
type layout struct {
	delimiter byte
	aligned   bool  // fields stand apart by any number of spaces, the delimiter is unused
	columns   []int // where they begin in each line, in characters, where that is known of aligned ones
	eol       byte  // '\n', or '\r' in files of old Macs
	mixed     bool  // a carriage return by itself ends a line too
	single    bool  // fields stand in single quotation marks, not in double ones
	escaped   bool  // a backslash in quotation marks takes the meaning from the sign behind it, as MySQL writes
}

// quote is the quotation mark in which fields may stand.
func (l layout) quote() byte {
	if l.single {
		return '\''
	}
	return '"'
}

// sampleRecords is how many records the delimiter is judged by.
const sampleRecords = 200

// delimiters are those tried, the more usual first.
func delimiters() []byte { return []byte{',', ';', '\t', '|'} }

// parseDelimiter reads the delimiter the analyst asked for.
func parseDelimiter(name string) (delimiter byte, aligned bool, err error) {
	switch strings.ToLower(name) {
	case "tab", `\t`:
		return '\t', false, nil
	case "comma":
		return ',', false, nil
	case "semicolon":
		return ';', false, nil
	case "pipe":
		return '|', false, nil
	case "space", "spaces", " ":
		return 0, true, nil
	}
	if len(name) != 1 || strings.ContainsAny(name, "\"\r\n") || name[0] >= utf8.RuneSelf {
		return 0, false, &Error{File: "--delimiter " + name, Problem: model.P("a delimiter is one character"),
			Remedy: model.P("give , ; | tab or space")}
	}
	return name[0], false, nil
}

// name writes the delimiter as [parseDelimiter] reads it.
func (l layout) name() string {
	switch {
	case l.aligned:
		return "space"
	case l.delimiter == '\t':
		return "tab"
	case l.delimiter == ',':
		return "comma"
	case l.delimiter == ';':
		return "semicolon"
	case l.delimiter == '|':
		return "pipe"
	}
	return string(rune(l.delimiter))
}

// detectLayout finds line end, delimiter and the way of quoting from the first
// bytes of a text. Whole says that they are all of it.
func detectLayout(head []byte, whole bool, asked model.Reading) (layout, error) {
	l := layout{delimiter: ',', eol: '\n'}
	if bytes.IndexByte(head, '\n') < 0 && bytes.IndexByte(head, '\r') >= 0 {
		l.eol = '\r'
	}
	if !whole {
		if end := bytes.LastIndexByte(head, l.eol); end >= 0 {
			head = head[:end+1]
		}
	}
	p := prober{head: head, whole: whole, from: asked.Header}
	if asked.Delimiter != "" {
		var err error
		if l.delimiter, l.aligned, err = parseDelimiter(asked.Delimiter); err != nil {
			return l, err
		}
		p.delimiters = []byte{l.delimiter}
	} else if d, ok := separatorOf(firstLine(head)); ok {
		l.delimiter = d
		p.delimiters = []byte{d}
	} else if d, ok := p.quotedDelimiter(l); ok {
		p.delimiters = []byte{d}
	} else if p.isDecimalColumn(l) {
		p.delimiters = []byte{';'} // which does not occur
	}
	if l.aligned {
		if found, ok := p.detectAligned(l); ok {
			l = found
		}
		return l, nil
	}
	return p.detect(l), nil
}

func firstLine(b []byte) []byte {
	if end := bytes.IndexAny(b, "\r\n"); end >= 0 {
		return b[:end]
	}
	return b
}

// separatorOf returns the delimiter that a line such as sep=; tells Excel.
func separatorOf(line []byte) (delimiter byte, ok bool) {
	line = bytes.Trim(trimSpace(bytes.TrimPrefix(line, []byte(markUTF8))), "\"")
	if len(line) > 8 || len(line) < 4 || !bytes.EqualFold(line[:4], []byte("sep=")) {
		return 0, false
	}
	rest := line[4:]
	if len(rest) == 0 {
		return '\t', true // trimmed
	}
	return rest[0], rest[0] < utf8.RuneSelf && rest[0] != '"' && len(bytes.Trim(rest, string(rest[0]))) == 0
}

// readHead reads the first bytes of a decoded text and whether they are all.
func readHead(r io.Reader) (head []byte, whole bool, err error) {
	head = make([]byte, headSize)
	n, err := io.ReadFull(r, head)
	switch err {
	case io.EOF, io.ErrUnexpectedEOF:
		return head[:n], true, nil
	}
	return head[:n], false, err
}
