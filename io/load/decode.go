package load

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"

	"custseg/model"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// charset is how a file's bytes become characters.
type charset struct {
	name string
	enc  encoding.Encoding // nil for UTF-8 known to be valid
}

// The byte order marks.
const (
	markUTF8    = "\xEF\xBB\xBF"
	markUTF16LE = "\xFF\xFE"
	markUTF16BE = "\xFE\xFF"
)

// reader decodes to UTF-8. Bytes that mean nothing become U+FFFD.
func (c charset) reader(r io.Reader) io.Reader {
	if c.enc == nil {
		return r
	}
	if c.isUTF32() {
		return transform.NewReader(r, c.enc.NewDecoder())
	}
	return transform.NewReader(r, unicode.BOMOverride(c.enc.NewDecoder()))
}

// charsetOf chooses the character set of a text file: the one its byte order
// mark names, the one asked for, UTF-8 when the whole file is valid, or else a
// guess with a finding that says so.
func (s source) charsetOf(ctx context.Context, v survey, asked string) (charset, *model.Finding, error) {
	if asked != "" {
		c, err := s.askedCharset(v, asked)
		return c, nil, err
	}
	if c, ok := v.marked(); ok {
		return c, nil, nil
	}
	switch {
	case v.hasNUL:
		c, ok := guessUTF16(v.head)
		if !ok {
			return charset{}, nil, s.binaryError()
		}
		return c, decodedAs("the file has no mark of its encoding and was read as %s; if words look wrong, name its encoding with --encoding", c.name), nil
	case v.validUTF8:
		return charset{name: "utf-8"}, nil, nil
	}
	g, err := s.guessCharset(ctx, v)
	switch {
	case err != nil:
		return charset{}, nil, err
	case g.name == "utf-8":
		return g.charset, decodedAs("the file was read as %s, though some of its bytes mean nothing in it; the characters they stood for are lost", g.name), nil
	case g.rival != "":
		return g.charset, decodedAs("the file is not UTF-8 and was read as %s, a guess; it may as well be %s: compare some words, and name its encoding with --encoding",
			g.name, g.rival), nil
	}
	return g.charset, decodedAs("the file is not UTF-8 and was read as %s, a guess; if words look wrong, name its encoding with --encoding", g.name), nil
}

func decodedAs(key string, args ...any) *model.Finding {
	return &model.Finding{Level: model.Warning, Table: -1, Column: -1, Text: model.P(key, args...)}
}

// askedCharset is the character set the analyst named. A byte order mark still
// overrules it.
func (s source) askedCharset(v survey, asked string) (charset, error) {
	if c, ok := namedUTF32(asked); ok {
		if m, ok := v.marked(); ok {
			c = m
		}
		return c, nil
	}
	enc, err := lookupEncoding(asked)
	if err != nil {
		return charset{}, s.fail(model.P("the encoding %q is not known", oneLine(asked)), encodingRemedy())
	}
	if c, ok := v.marked(); ok {
		return c, nil
	}
	name, _ := htmlindex.Name(enc)
	if v.hasNUL && !strings.HasPrefix(name, "utf-16") {
		if c, ok := guessUTF16(v.head); ok {
			return charset{}, s.fail(model.P("it is not %s: it seems to be UTF-16", name), model.P("open it with --encoding %s", c.name))
		}
		return charset{}, s.binaryError()
	}
	if v.validUTF8 && name == "utf-8" {
		return charset{name: name}, nil
	}
	return charset{name, enc}, nil
}

// marked returns the character set a byte order mark names.
func (v survey) marked() (charset, bool) {
	if c, ok := markedUTF32(v.head); ok {
		return c, true
	}
	has := func(mark string) bool { return bytes.HasPrefix(v.head, []byte(mark)) }
	switch {
	case has(markUTF16LE):
		return utf16LE(), true
	case has(markUTF16BE):
		return utf16BE(), true
	case has(markUTF8) && v.validUTF8 && !v.hasNUL:
		return charset{name: "utf-8"}, true
	case has(markUTF8) && !v.hasNUL:
		return charset{"utf-8", unicode.UTF8}, true
	}
	return charset{}, false
}

// lookupEncoding finds an encoding by the names that web pages and Windows use.
func lookupEncoding(name string) (encoding.Encoding, error) {
	name = strings.ToLower(strings.TrimSpace(name))
	switch name {
	case "cp936", "ms936":
		return simplifiedchinese.GBK, nil
	case "cp950":
		name = "big5"
	case "cp932":
		name = "shift_jis"
	case "cp949":
		name = "euc-kr"
	case "mac-roman", "macroman":
		return charmap.Macintosh, nil
	case "cp437", "ibm437":
		return charmap.CodePage437, nil
	case "cp850", "ibm850":
		return charmap.CodePage850, nil
	case "cp852", "ibm852":
		return charmap.CodePage852, nil
	case "cp858", "ibm858":
		return charmap.CodePage858, nil
	case "utf-16":
		return utf16LE().enc, nil
	}
	enc, err := htmlindex.Get(name)
	if err != nil {
		return nil, err
	}
	if canonical, _ := htmlindex.Name(enc); canonical == "replacement" || canonical == "x-user-defined" {
		return nil, errors.New("no encoding of text")
	}
	return enc, nil
}

func encodingRemedy() model.Phrase {
	return model.P("name it with --encoding, such as utf-8, gb18030, big5, shift-jis, euc-kr, windows-1252, macintosh or utf-16le")
}
