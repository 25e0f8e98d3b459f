package xls

import (
	"io"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// The flags of a text of BIFF8 ([MS-XLS] 2.5.293).
const (
	flagWide     = 1 << 0 // two bytes a character, else one
	flagPhonetic = 1 << 2
	flagRich     = 1 << 3
)

// reader reads what may go on in records of the type CONTINUE. A read beyond the
// last of them sets short and gives zeros.
type reader struct {
	stream []byte
	rest   []byte // of the record
	next   int    // where the record behind begins
	short  bool
}

func (r record) reader(stream []byte) *reader {
	return &reader{stream: stream, rest: r.data, next: r.next}
}

// more moves to the next record if that goes on with this one.
func (r *reader) more() bool {
	next, err := recordAt(r.stream, r.next)
	if err != nil || next.kind != recContinue {
		r.short = true
		return false
	}
	r.rest, r.next = next.data, next.next
	return true
}

func (r *reader) byte() byte {
	for len(r.rest) == 0 {
		if !r.more() {
			return 0
		}
	}
	b := r.rest[0]
	r.rest = r.rest[1:]
	return b
}

func (r *reader) u16() int { return int(r.byte()) | int(r.byte())<<8 }

func (r *reader) u32() int { return r.u16() | r.u16()<<16 }

func (r *reader) skip(n int) {
	for n > len(r.rest) {
		n -= len(r.rest)
		r.rest = nil
		if !r.more() {
			return
		}
	}
	r.rest = r.rest[n:]
}

// appendText appends a text of BIFF8 whose length in characters was read.
func (r *reader) appendText(dst []byte, length int) []byte {
	flags := r.byte()
	runs, phonetic := 0, 0
	if flags&flagRich != 0 {
		runs = r.u16()
	}
	if flags&flagPhonetic != 0 {
		phonetic = r.u32()
	}
	dst = r.appendCharacters(dst, length, flags&flagWide != 0)
	r.skip(4 * runs)
	r.skip(phonetic)
	return dst
}

// appendCharacters appends a number of characters. Where they go on in another
// record, that begins with flags of its own: the width may change in the middle
// of a text.
func (r *reader) appendCharacters(dst []byte, length int, wide bool) []byte {
	high := rune(0) // the first half of a surrogate pair
	for length > 0 {
		if len(r.rest) == 0 {
			if !r.more() {
				break
			}
			wide = r.byte()&flagWide != 0
			continue
		}
		c := rune(r.byte())
		if wide {
			c |= rune(r.byte()) << 8
		}
		length--
		if high != 0 {
			if both := utf16.DecodeRune(high, c); both != utf8.RuneError {
				dst, high = utf8.AppendRune(dst, both), 0
				continue
			}
			dst, high = utf8.AppendRune(dst, utf8.RuneError), 0
		}
		if c >= 0xD800 && c < 0xDC00 {
			high = c
			continue
		}
		dst = utf8.AppendRune(dst, c)
	}
	if high != 0 {
		dst = utf8.AppendRune(dst, utf8.RuneError)
	}
	return dst
}

// readStrings reads the shared strings ([MS-XLS] 2.4.265).
func readStrings(r *reader) ([][]byte, error) {
	r.skip(4) // how often they are used
	count := r.u32()
	var out [][]byte
	var page []byte
	for len(out) < count {
		start := len(page)
		page = r.appendText(page, r.u16())
		if r.short {
			return nil, io.ErrUnexpectedEOF
		}
		out = append(out, page[start:len(page):len(page)])
		if len(page) > stringPage {
			page = nil
		}
	}
	return out, nil
}

// stringPage is about how many bytes of strings share one allocation.
const stringPage = 64 << 10

// codePage returns the encoding of the texts of BIFF5, that of Western Europe
// when it is not known.
func codePage(page int) encoding.Encoding {
	switch page {
	case 874:
		return charmap.Windows874
	case 932:
		return japanese.ShiftJIS
	case 936:
		return simplifiedchinese.GBK
	case 949:
		return korean.EUCKR
	case 950:
		return traditionalchinese.Big5
	case 437:
		return charmap.CodePage437
	case 850:
		return charmap.CodePage850
	case 852:
		return charmap.CodePage852
	case 866:
		return charmap.CodePage866
	case 1250:
		return charmap.Windows1250
	case 1251:
		return charmap.Windows1251
	case 1253:
		return charmap.Windows1253
	case 1254:
		return charmap.Windows1254
	case 1255:
		return charmap.Windows1255
	case 1256:
		return charmap.Windows1256
	case 1257:
		return charmap.Windows1257
	case 1258:
		return charmap.Windows1258
	case 10000, 0x8000:
		return charmap.Macintosh
	}
	return charmap.Windows1252
}
