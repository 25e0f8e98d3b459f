package filter

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// scanner goes through the text of a filter. Where a word ends depends on what
// it is part of, so it is asked for one thing or another instead of giving
// tokens.
type scanner struct {
	text string
	at   int
}

// skip passes over white space.
func (s *scanner) skip() {
	s.at += len(s.text[s.at:]) - len(strings.TrimLeftFunc(s.text[s.at:], unicode.IsSpace))
}

func (s *scanner) end() bool { s.skip(); return s.at == len(s.text) }

// sign returns the plain form of the rune at a byte, and its length.
func (s *scanner) sign(at int) (r rune, size int) {
	r, size = utf8.DecodeRuneInString(s.text[at:])
	switch r {
	case '＝':
		return '=', size
	case '＜':
		return '<', size
	case '＞':
		return '>', size
	case '（':
		return '(', size
	case '）':
		return ')', size
	case '，', '、':
		return ',', size
	}
	return r, size
}

// take passes over a sign if it is next.
func (s *scanner) take(want rune) bool {
	s.skip()
	r, size := s.sign(s.at)
	if size == 0 || r != want {
		return false
	}
	s.at += size
	return true
}

// word returns the word that begins at a byte, nothing when a sign does.
func (s *scanner) word(at int) string {
	end := at
	for end < len(s.text) {
		r, size := s.sign(end)
		if unicode.IsSpace(r) || strings.ContainsRune("()=<>,", r) || s.compareAt(end) > 0 {
			break
		}
		end += size
	}
	return s.text[at:end]
}

// keywords passes over words, in any case, if they are next.
func (s *scanner) keywords(words ...string) bool {
	was := s.at
	for _, want := range words {
		s.skip()
		w := s.word(s.at)
		if !strings.EqualFold(w, want) {
			s.at = was
			return false
		}
		s.at += len(w)
	}
	return true
}

// ahead reports whether the words, and then the sign unless it is 0, come next.
func (s *scanner) ahead(sign rune, words ...string) bool {
	was := s.at
	ok := s.keywords(words...) && (sign == 0 || s.take(sign))
	s.at = was
	return ok
}

// compareAt returns the length of a comparison written in signs at a byte, 0
// for none.
func (s *scanner) compareAt(at int) int {
	_, n, _ := s.compare(at)
	return n
}

// compare reads a comparison written in signs at a byte.
func (s *scanner) compare(at int) (op Op, n int, not bool) {
	first, n := s.sign(at)
	next, m := s.sign(at + n)
	switch {
	case n == 0:
		return 0, 0, false
	case first == '=' && next == '=':
		return Equal, n + m, false
	case first == '=':
		return Equal, n, false
	case first == '!' && next == '=', first == '<' && next == '>':
		return Equal, n + m, true
	case first == '≠':
		return Equal, n, true
	case first == '<' && next == '=':
		return LessEqual, n + m, false
	case first == '<':
		return Less, n, false
	case first == '≤':
		return LessEqual, n, false
	case first == '>' && next == '=':
		return GreaterEqual, n + m, false
	case first == '>':
		return Greater, n, false
	case first == '≥':
		return GreaterEqual, n, false
	}
	return 0, 0, false
}

// quoted reads what stands in quotes; ok is false when no quote is next.
func (s *scanner) quoted() (text string, ok bool, err error) {
	s.skip()
	quote, size := utf8.DecodeRuneInString(s.text[s.at:])
	switch {
	case size == 0 || !strings.ContainsRune("\"'“”", quote):
		return "", false, nil
	case quote == '“':
		quote = '”'
	}
	mark := string(quote)
	var b strings.Builder
	for rest := s.text[s.at+size:]; ; {
		head, tail, closed := strings.Cut(rest, mark)
		if !closed {
			return "", true, wrong(s.at, "the quote %s is not closed", s.rest())
		}
		b.WriteString(head)
		if !strings.HasPrefix(tail, mark) {
			s.at = len(s.text) - len(tail)
			return b.String(), true, nil
		}
		b.WriteString(mark)
		rest = tail[len(mark):]
	}
}

// words reads words up to the first at which stop says so, a sign of the
// language, or the end. Pairs of brackets are part of the words. Single spaces
// are left between them.
func (s *scanner) words(list bool, stop func(n int) bool) string {
	var out []string
	for {
		s.skip()
		if s.at == len(s.text) || stop(len(out)) {
			break
		}
		w := s.piece(list)
		if w == "" {
			break
		}
		s.at += len(w)
		out = append(out, w)
	}
	return strings.Join(out, " ")
}

// piece returns what stands up to the next space, with brackets in pairs and,
// outside a list, commas.
func (s *scanner) piece(list bool) string {
	depth, end := 0, s.at
	for end < len(s.text) {
		r, size := s.sign(end)
		switch {
		case unicode.IsSpace(r), s.compareAt(end) > 0:
			return s.text[s.at:end]
		case r == ',' && list && depth == 0:
			return s.text[s.at:end]
		case r == '(':
			if depth == 0 && !s.closes(end) { // those within one that closes do too
				return s.text[s.at:end]
			}
			depth++
		case r == ')':
			if depth == 0 {
				return s.text[s.at:end]
			}
			depth--
		}
		end += size
	}
	return s.text[s.at:end]
}

// closes reports whether the bracket that opens at a byte is closed before the
// next space.
func (s *scanner) closes(at int) bool {
	depth := 0
	for at < len(s.text) {
		r, size := s.sign(at)
		switch {
		case unicode.IsSpace(r):
			return false
		case r == '(':
			depth++
		case r == ')':
			if depth--; depth == 0 {
				return true
			}
		}
		at += size
	}
	return false
}
