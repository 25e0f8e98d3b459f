package xlsx

import (
	"bytes"
	"errors"
	"io"
)

// tokenKind is what a token of XML is.
type tokenKind uint8

const (
	openTag tokenKind = iota // also of an empty element; then closed is set
	closeTag
	charData
)

const (
	tokenBuffer = 64 << 10
	maxToken    = 16 << 20 // a cell holds at most 32,767 characters
)

var errTokenTooLong = errors.New("xlsx: a tag or text is too long")

// errCut reports XML that ends before its last element does.
var errCut = errors.New("xlsx: the text ends too early")

// tokens cuts the XML of a sheet into tags and text. It reads what spreadsheet
// programs write: elements by their local names, comments and declarations
// passed over; it does not check that tags match. A token is good until the next
// one.
type tokens struct {
	src      io.Reader
	buf      []byte
	from, to int
	eof      bool
	err      error

	kind   tokenKind
	name   []byte // local name of a tag
	attrs  []byte // what follows the name in an open tag
	closed bool   // the element is empty: <c/>
	text   []byte // of charData, entities not replaced
	plain  bool   // the text is from a CDATA section and holds no entities
}

func newTokens(src io.Reader) *tokens { return &tokens{src: src, buf: make([]byte, tokenBuffer)} }

// fail ends the tokens with an error, unless another did before.
func (t *tokens) fail(err error) {
	if t.err == nil {
		t.err = err
	}
}

// next moves to the next token. It returns false at the end and on an error.
func (t *tokens) next() bool {
	for {
		if t.err != nil {
			return false
		}
		rest := t.buf[t.from:t.to]
		if len(rest) == 0 {
			if !t.fill() {
				return false
			}
			continue
		}
		if rest[0] != '<' {
			n := bytes.IndexByte(rest, '<')
			if n < 0 && t.fill() {
				continue
			}
			if n < 0 {
				n = len(rest)
			}
			t.kind, t.text, t.plain = charData, rest[:n], false
			t.from += n
			return t.err == nil
		}
		n := tagEnd(rest)
		if n == 0 {
			if !t.fill() {
				return false
			}
			continue
		}
		t.from += n
		if t.tag(rest[:n]) {
			return true
		}
	}
}

// fill reads more behind what is not yet cut; it returns false when there is no
// more.
func (t *tokens) fill() bool {
	if t.eof || t.err != nil {
		return false
	}
	if t.from > 0 {
		t.to = copy(t.buf, t.buf[t.from:t.to])
		t.from = 0
	}
	if t.to == len(t.buf) {
		if len(t.buf) >= maxToken {
			t.err = errTokenTooLong
			return false
		}
		t.buf = append(t.buf, make([]byte, len(t.buf))...)
	}
	n, err := io.ReadFull(t.src, t.buf[t.to:])
	t.to += n
	switch err {
	case nil:
	case io.EOF, io.ErrUnexpectedEOF:
		t.eof = true
	default:
		t.err = err
	}
	return n > 0 && t.err == nil
}

// tagEnd returns the length of the tag at the start of b, 0 when b ends first.
func tagEnd(b []byte) int {
	if len(b) > 1 && (b[1] == '!' || b[1] == '?') {
		return declarationEnd(b)
	}
	quote := byte(0)
	for i, c := range b {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i + 1
		}
	}
	return 0
}

const (
	commentStart = "<!--"
	cdataStart   = "<![CDATA["
	cdataEnd     = "]]>"
)

// declarationEnd returns the length of a comment, a CDATA section, a processing
// instruction or another declaration.
func declarationEnd(b []byte) int {
	end := ">"
	switch {
	case b[1] == '?':
		end = "?>"
	case bytes.HasPrefix(b, []byte(commentStart)):
		end = "-->"
	case bytes.HasPrefix(b, []byte(cdataStart)):
		end = cdataEnd
	case len(b) < len(cdataStart):
		return 0 // not enough to tell which
	}
	if i := bytes.Index(b, []byte(end)); i >= 0 {
		return i + len(end)
	}
	return 0
}

// tag takes a whole tag apart; it returns false for one to pass over.
func (t *tokens) tag(b []byte) bool {
	switch b[1] {
	case '?':
		return false
	case '!':
		if !bytes.HasPrefix(b, []byte(cdataStart)) {
			return false
		}
		t.kind, t.plain = charData, true
		t.text = b[len(cdataStart) : len(b)-len(cdataEnd)]
		return true
	case '/':
		t.kind = closeTag
		t.name = localName(bytes.TrimSpace(b[2 : len(b)-1]))
		return true
	}
	b = b[1 : len(b)-1]
	t.kind = openTag
	if t.closed = len(b) > 0 && b[len(b)-1] == '/'; t.closed {
		b = b[:len(b)-1]
	}
	end := len(b)
	for i, c := range b {
		if isSpace(c) {
			end = i
			break
		}
	}
	t.name, t.attrs = localName(b[:end]), b[end:]
	return true
}

func localName(name []byte) []byte {
	return name[bytes.IndexByte(name, ':')+1:]
}

// attribute returns the value of an attribute of the open tag, entities not
// replaced.
func (t *tokens) attribute(name string) []byte {
	b := skipSpace(t.attrs)
	for {
		eq := bytes.IndexByte(b, '=')
		if eq < 0 {
			return nil
		}
		key := b[:eq]
		for len(key) > 0 && isSpace(key[len(key)-1]) {
			key = key[:len(key)-1]
		}
		b = skipSpace(b[eq+1:])
		if len(b) < 2 {
			return nil
		}
		end := bytes.IndexByte(b[1:], b[0])
		if end < 0 {
			return nil
		}
		if string(key) == name {
			return b[1 : 1+end]
		}
		b = skipSpace(b[end+2:])
	}
}

func skipSpace(b []byte) []byte {
	for len(b) > 0 && isSpace(b[0]) {
		b = b[1:]
	}
	return b
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

// is reports whether the token is a tag of that kind and name.
func (t *tokens) is(kind tokenKind, name string) bool {
	return t.kind == kind && string(t.name) == name
}
