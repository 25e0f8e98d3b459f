package notation

import (
	"regexp"
	"strconv"
	"strings"
)

// Numbers is how numbers are written that are not plain.
type Numbers struct {
	Comma  bool     // the decimal mark is a comma
	Wide   bool     // digits and signs are of the width of Chinese ones too
	Around []string // what stands before or behind digits and means nothing: currencies and units
	Scales []Scale
}

// Scale is a sign behind digits that multiplies them by a power of ten.
type Scale struct {
	Sign  string
	Power int
}

// Scales are the signs that can be behind digits, those that hold others first.
// K and M are signs only where letters says so.
func Scales(letters bool) []Scale {
	out := []Scale{{"万亿", 12}, {"萬億", 12}, {"万", 4}, {"萬", 4}, {"亿", 8}, {"億", 8}, {"%", -2}}
	if letters {
		out = append(out, Scale{"K", 3}, Scale{"k", 3}, Scale{"M", 6})
	}
	return out
}

// PlainNumber is the expression of a number that databases read as it is. Its
// exponent is one that a double has.
const PlainNumber = `^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[012]?[0-9]?[0-9])?$`

// The wide forms of digits and signs, and what they are.
const (
	WideSigns  = "０１２３４５６７８９．，－＋（）％＄　"
	PlainSigns = "0123456789.,-+()%$ "
)

// The signs of a number below zero and the blanks within numbers, as members of a
// class.
const (
	minusSigns = "\u2212\u2013▲△(-"
	blankSigns = " \u00a0\u202f\u2009\u3000"
)

// Negative is the expression that finds the sign of a dressed number below zero.
func (n *Numbers) Negative() string { return "[" + minusSigns + "]" }

// mark is the decimal mark, and the other that may stand between groups.
func (n *Numbers) mark() (decimal, group string) {
	if n.Comma {
		return ",", "."
	}
	return ".", ","
}

// Pattern is the expression of a number that is not plain.
func (n *Numbers) Pattern() string {
	decimal, group := n.mark()
	blanks := "[" + blankSigns + "]*"
	signs := "[+" + minusSigns + "]?" + blanks
	tail := ""
	for _, s := range n.Scales {
		tail += "|" + regexp.QuoteMeta(s.Sign)
	}
	around := ""
	if len(n.Around) > 0 {
		around = "(" + alternatives(n.Around) + ")?" + blanks
	}
	if tail != "" {
		tail = "(" + tail[1:] + ")?" + blanks
	}
	groups := "([" + group + "'’" + blankSigns + "][0-9]{2,3})*"
	return "^" + signs + around + signs + "([0-9]+" + groups + "([" + decimal + "][0-9]*)?|[" + decimal + "][0-9]+)" + blanks + "[)\u2212-]?" + tail + around + "[)\u2212-]?$"
}

// Strip is the expression of what is not a digit of a dressed number nor its
// decimal mark.
func (n *Numbers) Strip() string {
	decimal, _ := n.mark()
	out := "[^0-9" + decimal + "]"
	if len(n.Around) > 0 {
		out = "(" + alternatives(n.Around) + "|" + out + ")"
	}
	return out
}

func alternatives(words []string) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = regexp.QuoteMeta(w)
	}
	return strings.Join(out, "|")
}

// Reader returns what reads a word as a database does by these expressions; it is
// not for use by several goroutines.
func (n *Numbers) Reader() func(word string) (float64, bool) {
	plain, pattern, strip, minus := regexp.MustCompile(PlainNumber), regexp.MustCompile(n.Pattern()), regexp.MustCompile(n.Strip()), regexp.MustCompile(n.Negative())
	if n.Comma {
		plain = regexp.MustCompile("^[+-]?[0-9]+$")
	}
	wide, slim := []rune(WideSigns), []rune(PlainSigns)
	return func(word string) (float64, bool) {
		if n.Wide {
			word = strings.Map(func(r rune) rune {
				for i, w := range wide {
					if w == r {
						return slim[i]
					}
				}
				return r
			}, word)
		}
		switch {
		case plain.MatchString(word):
			v, err := strconv.ParseFloat(word, 64)
			return v, err == nil
		case !pattern.MatchString(word):
			return 0, false
		}
		digits := strings.Replace(strip.ReplaceAllString(word, ""), ",", ".", 1)
		if minus.MatchString(word) {
			digits = "-" + digits
		}
		for _, s := range n.Scales {
			if strings.Contains(word, s.Sign) {
				digits += "e" + strconv.Itoa(s.Power)
				break
			}
		}
		v, err := strconv.ParseFloat(digits, 64)
		return v, err == nil
	}
}
