package load

import (
	"bytes"
	"strings"

	"golang.org/x/text/encoding/unicode/utf32"
)

// The byte order marks of UTF-32. The first begins as that of UTF-16 does.
const (
	markUTF32LE = "\xFF\xFE\x00\x00"
	markUTF32BE = "\x00\x00\xFE\xFF"
)

func utf32LE() charset {
	return charset{"utf-32le", utf32.UTF32(utf32.LittleEndian, utf32.UseBOM)}
}

func utf32BE() charset {
	return charset{"utf-32be", utf32.UTF32(utf32.BigEndian, utf32.UseBOM)}
}

// isUTF32 reports whether the characters are those of UTF-32.
func (c charset) isUTF32() bool { return strings.HasPrefix(c.name, "utf-32") }

// markedUTF32 returns the order of bytes that a mark of UTF-32 names.
func markedUTF32(head []byte) (charset, bool) {
	switch {
	case bytes.HasPrefix(head, []byte(markUTF32LE)):
		return utf32LE(), true
	case bytes.HasPrefix(head, []byte(markUTF32BE)):
		return utf32BE(), true
	}
	return charset{}, false
}

// namedUTF32 finds UTF-32 by its names, which web pages do not know.
func namedUTF32(name string) (charset, bool) {
	switch strings.ToLower(strings.TrimSpace(name)) {
	case "utf-32", "utf32", "utf-32le", "utf32le":
		return utf32LE(), true
	case "utf-32be", "utf32be":
		return utf32BE(), true
	}
	return charset{}, false
}
