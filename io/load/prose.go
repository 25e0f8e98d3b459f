package load

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// prose tells a sheet of notes from a table: one field a row, and sentences
// among them.
type prose struct {
	rows, sentences int
	table           bool // a row has two fields
}

// proseShare is the share of the rows that must be sentences.
const proseShare = .25

// look takes the fields of a row.
func (p *prose) look(fields [][]byte) {
	if p.table {
		return
	}
	var only []byte
	for _, f := range fields {
		f = trimSpace(f)
		if len(f) == 0 {
			continue
		}
		if only != nil {
			p.table = true
			return
		}
		only = f
	}
	if only == nil {
		return
	}
	p.rows++
	if isSentence(only) {
		p.sentences++
	}
}

// is reports whether the rows looked at are notes.
func (p *prose) is() bool {
	return !p.table && p.rows > 0 && float64(p.sentences) >= proseShare*float64(p.rows)
}

// sentenceWords is how many words with spaces between them are more than a name
// or an address has.
const sentenceWords = 7

// isSentence reports whether a text reads as a sentence: many words, or the
// marks of Chinese sentences.
func isSentence(text []byte) bool {
	if len(bytes.Fields(text)) >= sentenceWords {
		return true
	}
	return utf8.RuneCount(text) >= sentenceWords && bytes.ContainsAny(text, strings.Join([]string{"，", "。", "；", "：", "！", "？"}, ""))
}
