package load

import (
	stdunicode "unicode"
	"unicode/utf16"

	"golang.org/x/text/encoding/unicode"
)

func utf16LE() charset {
	return charset{"utf-16le", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)}
}

func utf16BE() charset {
	return charset{"utf-16be", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)}
}

// guessUTF16 tells UTF-16 without a mark from bytes that are no text: nearly all
// its characters can be shown, and in one order of the bytes more of them are
// ASCII, line ends among them.
func guessUTF16(head []byte) (charset, bool) {
	little, okLittle := countUTF16(head, func(a, b byte) uint16 { return uint16(a) | uint16(b)<<8 })
	big, okBig := countUTF16(head, func(a, b byte) uint16 { return uint16(b) | uint16(a)<<8 })
	switch {
	case okLittle && (!okBig || little > big):
		return utf16LE(), true
	case okBig && (!okLittle || big > little):
		return utf16BE(), true
	}
	return charset{}, false
}

// countUTF16 counts the ASCII characters, and reports whether the bytes may be
// lines of text.
func countUTF16(head []byte, unit func(a, b byte) uint16) (ascii int, ok bool) {
	units := make([]uint16, 0, len(head)/2)
	for i := 0; i+1 < len(head); i += 2 {
		units = append(units, unit(head[i], head[i+1]))
	}
	runes := utf16.Decode(units)
	bad, lines := 0, 0
	for _, r := range runes {
		switch {
		case r == '\n' || r == '\r':
			lines++
			ascii++
		case r == '\uFFFD' || !stdunicode.IsPrint(r) && !stdunicode.IsSpace(r):
			bad++
		case r < 0x80:
			ascii++
		}
	}
	return ascii, lines > 0 && 100*bad <= len(runes)
}
