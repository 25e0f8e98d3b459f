package model

import "golang.org/x/text/message"

// Phrase is a sentence or name meant for a reader: the English text as key,
// with the arguments it speaks of. It becomes text only at the edge, through
// one printer, so that another language is one catalogue and no sentence is
// glued from parts.
type Phrase struct {
	Key  string
	Args []any
}

// P makes a phrase. The key uses fmt verbs; an argument may be a phrase.
func P(key string, args ...any) Phrase { return Phrase{Key: key, Args: args} }

// Raw makes a phrase of text that is not translated, such as a column's
// header or a segment code.
func Raw(text string) Phrase { return Phrase{Key: "%s", Args: []any{text}} }

// Empty reports whether the phrase says nothing.
func (p Phrase) Empty() bool { return p.Key == "" }

// In renders the phrase with a printer, which chooses language and number
// format.
func (p Phrase) In(pr *message.Printer) string {
	if p.Key == "" {
		return ""
	}
	if len(p.Args) == 0 {
		return pr.Sprintf(p.Key)
	}
	args := make([]any, len(p.Args))
	for i, a := range p.Args {
		if q, ok := a.(Phrase); ok {
			a = q.In(pr)
		}
		args[i] = a
	}
	return pr.Sprintf(p.Key, args...)
}
