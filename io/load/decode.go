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
	return transform.NewReader(r, unicode.BOMOverride(c.enc.NewDecoder()))
}

// charsetOf chooses the character set of a text file: the one asked for, the one
// its byte order mark names, UTF-8 when the whole file is valid, or else a guess
// with a finding that says so.
func (s source) charsetOf(ctx context.Context, v survey, asked string) (charset, *model.Finding, error) {
	switch {
	case asked != "":
		enc, err := lookupEncoding(asked)
		if err != nil {
			return charset{}, nil, s.fail(model.P("the encoding %q is not known", oneLine(asked)), encodingRemedy())
		}
		canonical, _ := htmlindex.Name(enc)
		switch {
		case v.hasNUL && !strings.HasPrefix(canonical, "utf-16"):
			return charset{}, nil, s.nulError(v)
		case v.validUTF8 && canonical == "utf-8":
			return charset{name: canonical}, nil, nil
		}
		return charset{asked, enc}, nil, nil
	case bytes.HasPrefix(v.head, []byte(markUTF16LE)):
		return charset{"utf-16le", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)}, nil, nil
	case bytes.HasPrefix(v.head, []byte(markUTF16BE)):
		return charset{"utf-16be", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)}, nil, nil
	case v.hasNUL:
		return charset{}, nil, s.nulError(v)
	case v.validUTF8:
		return charset{name: "utf-8"}, nil, nil
	}
	c, err := s.guessCharset(ctx)
	if err != nil {
		return charset{}, nil, err
	}
	return c, &model.Finding{Level: model.Warning, Table: -1, Column: -1, Text: model.P(
		"the file is not UTF-8 and was read as %s, a guess; if words look wrong, name its encoding with --encoding", c.name)}, nil
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
	case "utf-16":
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), nil
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

// nulError tells UTF-16 without a mark, in which every other byte of Western
// text is zero, from a file that is not text.
func (s source) nulError(v survey) error {
	var even, odd int
	for i, c := range v.head {
		if c == 0 && i%2 == 0 {
			even++
		} else if c == 0 {
			odd++
		}
	}
	few, many := min(even, odd), max(even, odd)
	if many > len(v.head)/4 && 10*few <= many {
		name := "utf-16le"
		if even > odd {
			name = "utf-16be"
		}
		return s.fail(model.P("it seems to be UTF-16 without a mark that says so"), model.P("open it with --encoding %s", name))
	}
	return s.binaryError()
}

// guessCharset decides between the two character sets that most often come
// without a sign: GB18030, whose common characters are two bytes from A1 on, and
// Windows-1252, whose accented letters stand alone among ASCII.
func (s source) guessCharset(ctx context.Context) (charset, error) {
	f, err := s.open()
	if err != nil {
		return charset{}, err
	}
	defer f.Close()
	var paired, single int
	var lead byte
	r := &watched{ctx: ctx, r: f, path: s.path}
	buf := make([]byte, blockSize)
	for {
		n, err := r.Read(buf)
		for _, c := range buf[:n] {
			switch {
			case lead != 0 && c >= 0xA1:
				paired++
				lead = 0
			case lead != 0:
				single++
				lead = 0
			case c >= 0x80:
				lead = c
			}
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			return charset{}, err
		}
	}
	if paired > 3*single {
		return charset{"gb18030", simplifiedchinese.GB18030}, nil
	}
	return charset{"windows-1252", charmap.Windows1252}, nil
}
