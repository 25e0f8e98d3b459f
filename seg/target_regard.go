package seg

import (
	"slices"
	"strings"
	"unicode"

	"custseg/model"
)

// regard is whether the yes of a target is wanted.
type regard int

const (
	unknown  regard = iota // only the analyst knows
	wanted                 // as an answer to an offer
	unwanted               // as leaving
)

// regard tells by the words of the column's name and of its yes: of a column
// named for a loss the yes is unwanted.
func (t *target) regard() regard {
	lost := []string{"churn", "left", "leave", "leaving", "exit", "attrit", "default", "lapse", "cancel", "fraud", "complain", "unsubscri", "delinquen", "overdue", "流失", "违约", "逾期", "投诉", "取消", "退订", "欺诈"}
	won := []string{"respon", "answer", "conver", "bought", "buy", "purchas", "subscri", "renew", "click", "accept", "donat", "响应", "转化", "购买", "续费", "接受"}
	names := t.column + " " + t.words[t.yes]
	switch {
	case speaksOf(names, lost):
		return unwanted
	case speaksOf(names, won):
		return wanted
	}
	return unknown
}

// speaksOf reports whether a word of a text begins with one of the stems; those of
// Chinese, which has no spaces, may be anywhere.
func speaksOf(text string, stems []string) bool {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
	return slices.ContainsFunc(words, func(word string) bool {
		return slices.ContainsFunc(stems, func(stem string) bool {
			return strings.HasPrefix(word, stem) || stem[0] >= 0x80 && strings.Contains(word, stem)
		})
	})
}

// ranks are those of segments by descending chance of yes: nil when nothing tells
// whether it is wanted.
func (t *target) ranks(segments int) []int {
	switch t.regard() {
	case wanted:
		return inOrder(segments)
	case unwanted:
		return fromWorst(segments)
	}
	return nil
}

// lossAdvice is what to do about customers whose chance of a loss is so many
// times that of all.
func (t *target) lossAdvice(lift float64) model.Advice {
	label, word := t.info.Label, model.Raw(t.words[t.yes])
	if lift > 1 {
		return model.Advice{Marketing: model.P("%.1f times as likely as all to be %s %s: see to these first, dearest customers before others", lift, label, word),
			Service: model.P("Ask what is wrong before it is too late"), Risk: model.P("Estimate the loss from here; leave some alone to measure what the effort saves")}
	}
	return model.Advice{Marketing: model.P("%.1f times as likely as all to be %s %s: nothing to prevent here", lift, label, word)}
}
