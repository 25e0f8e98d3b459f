package wording

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// sentence is a key with what differs for one in braces, as in
//
//	%d {customer|customers} {was|were} left out
//	%d of %d {row|rows} {1:is|are} empty
//
// What stands in braces depends on the count, a %d, that is printed last before
// them, or on the argument whose number stands in front.
type sentence struct{ parts []part }

// part is some text or, with arg above 0, the words for one and for any other
// count of that argument.
type part struct {
	text string
	arg  int
	one  string
}

var (
	verbs  = regexp.MustCompile(`%%|%[-+# 0-9.]*(?:\[(\d)\])?[a-z]`)
	braces = regexp.MustCompile(`\{(?:(\d):)?([^|{}]*)\|([^|{}]*)\}`)
)

// parse reads a sentence.
func parse(written string) sentence {
	var s sentence
	arg, last, from := 0, 0, 0
	text := func(to int) {
		s.parts = append(s.parts, part{text: written[from:to]})
		for _, v := range verbs.FindAllStringSubmatch(written[from:to], -1) {
			switch {
			case v[0] == "%%":
				continue
			case v[1] != "":
				arg, _ = strconv.Atoi(v[1])
			default:
				arg++
			}
			if strings.HasSuffix(v[0], "d") {
				last = arg
			}
		}
	}
	for _, m := range braces.FindAllStringSubmatchIndex(written, -1) {
		text(m[0])
		p := part{arg: last, one: written[m[4]:m[5]], text: written[m[6]:m[7]]}
		if m[2] >= 0 {
			p.arg, _ = strconv.Atoi(written[m[2]:m[3]])
		}
		s.parts = append(s.parts, p)
		from = m[1]
	}
	text(len(written))
	return s
}

// key is the sentence as it stands in the code, in the plural.
func (s sentence) key() string { return s.text(nil) }

// text is the sentence with the words for one where an argument is one.
func (s sentence) text(one map[int]bool) string {
	var b strings.Builder
	for _, p := range s.parts {
		if p.arg > 0 && one[p.arg] {
			b.WriteString(p.one)
		} else {
			b.WriteString(p.text)
		}
	}
	return b.String()
}

// counts are the arguments that the wording depends on, ascending.
func (s sentence) counts() []int {
	var out []int
	for _, p := range s.parts {
		if p.arg > 0 && !slices.Contains(out, p.arg) {
			out = append(out, p.arg)
		}
	}
	slices.Sort(out)
	return out
}
