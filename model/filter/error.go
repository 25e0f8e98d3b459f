package filter

import (
	"custseg/model"
	"custseg/model/wording"
)

// Error says what is wrong with a filter, where, and what to type instead.
type Error struct {
	At   int // byte of the text at which it goes wrong
	Text model.Phrase
}

// Error implements error, in English.
func (e *Error) Error() string { return e.Text.In(wording.English()) }

func wrong(at int, key string, args ...any) error {
	return &Error{At: at, Text: model.P(key, args...)}
}
