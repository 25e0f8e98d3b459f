package xlsx

import (
	"bytes"
	"errors"
	"strconv"
	"unicode"
	"unicode/utf8"
)

// appendTo appends the character data of the token.
func (t *tokens) appendTo(dst []byte) []byte {
	if t.plain {
		return append(dst, t.text...)
	}
	dst, err := appendText(dst, t.text)
	if err != nil {
		t.fail(err)
	}
	return dst
}

// appendText appends character data with its entities replaced. A sign & that
// begins no name stays as it is.
func appendText(dst, src []byte) ([]byte, error) {
	for {
		i := bytes.IndexByte(src, '&')
		if i < 0 {
			return append(dst, src...), nil
		}
		dst = append(dst, src[:i]...)
		src = src[i:]
		end := bytes.IndexByte(src, ';')
		if end < 0 {
			return append(dst, src...), nil
		}
		name := src[1:end]
		r, ok := entity(string(name))
		if !ok && len(name) > 0 && bytes.IndexFunc(name, func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && r != '.' && r != '-'
		}) < 0 {
			return dst, &EntityError{string(name)}
		}
		if !ok {
			dst = append(dst, src[0])
			src = src[1:]
			continue
		}
		dst = utf8.AppendRune(dst, r)
		src = src[end+1:]
	}
}

// entity returns the character of &name;.
func entity(name string) (rune, bool) {
	switch name {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	if len(name) < 2 || name[0] != '#' {
		return 0, false
	}
	base, digits := 10, name[1:]
	if digits[0] == 'x' || digits[0] == 'X' {
		base, digits = 16, digits[1:]
	}
	n, err := strconv.ParseUint(digits, base, 21)
	return rune(n), err == nil && utf8.ValidRune(rune(n))
}

// unescape undoes the _xHHHH_ by which a sheet writes characters that XML
// cannot hold (ECMA-376 part 1, 22.4.2.4), in place.
func unescape(b []byte) []byte {
	const length = len("_x0000_")
	at := bytes.Index(b, []byte("_x"))
	if at < 0 {
		return b
	}
	out := b[:at]
	for i := at; i < len(b); {
		if rest := b[i:]; len(rest) >= length && rest[0] == '_' && rest[1] == 'x' && rest[length-1] == '_' {
			if n, err := strconv.ParseUint(string(rest[2:length-1]), 16, 16); err == nil && utf8.ValidRune(rune(n)) {
				out = utf8.AppendRune(out, rune(n))
				i += length
				continue
			}
		}
		out = append(out, b[i])
		i++
	}
	return out
}

// itemText reads the text of a string item up to its closing tag: the plain
// text or the rich text's runs, without the reading aids (rPh) of East Asian
// text.
func (t *tokens) itemText(dst []byte, item string) []byte {
	start, aid, inText := len(dst), false, false
	for t.next() {
		switch {
		case t.kind == charData:
			if inText && !aid {
				dst = t.appendTo(dst)
			}
		case t.is(openTag, "t"):
			inText = !t.closed
		case t.is(closeTag, "t"):
			inText = false
		case t.is(openTag, "rPh"):
			aid = !t.closed
		case t.is(closeTag, "rPh"):
			aid = false
		case t.is(closeTag, item):
			return dst[:start+len(unescape(dst[start:]))]
		}
	}
	return dst
}

// readStrings reads the shared strings.
func readStrings(t *tokens) ([][]byte, error) {
	var out [][]byte
	var page []byte
	size := 0
	whole := false
	for t.next() {
		whole = whole || t.is(closeTag, "sst") || t.closed && t.is(openTag, "sst")
		if !t.is(openTag, "si") {
			continue
		}
		start := len(page)
		if !t.closed {
			page = t.itemText(page, "si")
		}
		out = append(out, page[start:len(page):len(page)])
		if size += len(page) - start + stringCost; size > maxStrings {
			return nil, errTooManyStrings
		}
		if len(page) > stringPage {
			page = nil
		}
	}
	if !whole {
		t.fail(errCut)
	}
	return out, t.err
}

const (
	stringPage = 64 << 10 // bytes of strings that share an allocation, about
	stringCost = 24       // bytes of a string beside its text
	maxStrings = 1 << 30  // bytes of all shared strings
)

var errTooManyStrings = errors.New("xlsx: the shared strings are too many to be held in memory")
