package model

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
)

// ValueKind tells which of its forms a [Value] has.
type ValueKind uint8

// The forms of a parameter's value.
const (
	NoValue    ValueKind = iota
	NumberVal            // one number: int, float, percent
	WordVal              // one word: a choice, a column, a date
	NumbersVal           // several numbers: weights, cuts
	WordsVal             // several words: a list of columns
	CutsVal              // ascending cuts under the name of a measure
)

// Value is the setting of one parameter, immutable and comparable with Equal.
// In JSON it is a number, a string, a list of either, or an object of lists.
type Value struct {
	kind    ValueKind
	number  float64
	word    string
	numbers []float64
	words   []string
	cuts    map[string][]float64
}

// Num makes a value of one number.
func Num(v float64) Value { return Value{kind: NumberVal, number: v} }

// Word makes a value of one word.
func Word(s string) Value { return Value{kind: WordVal, word: s} }

// Nums makes a value of several numbers.
func Nums(v ...float64) Value { return Value{kind: NumbersVal, numbers: slices.Clone(v)} }

// Words makes a value of several words.
func Words(s ...string) Value { return Value{kind: WordsVal, words: slices.Clone(s)} }

// CutsOf makes a value of cuts by measure.
func CutsOf(cuts map[string][]float64) Value {
	m := make(map[string][]float64, len(cuts))
	for k, v := range cuts {
		m[k] = slices.Clone(v)
	}
	return Value{kind: CutsVal, cuts: m}
}

// Kind returns the value's form.
func (v Value) Kind() ValueKind { return v.kind }

// Number returns the number of a NumberVal, else 0.
func (v Value) Number() float64 { return v.number }

// Word returns the word of a WordVal, else nothing.
func (v Value) Word() string { return v.word }

// Numbers returns a copy of the numbers of a NumbersVal.
func (v Value) Numbers() []float64 { return slices.Clone(v.numbers) }

// Words returns a copy of the words of a WordsVal.
func (v Value) Words() []string { return slices.Clone(v.words) }

// Cuts returns a copy of the cuts of a CutsVal.
func (v Value) Cuts() map[string][]float64 { return CutsOf(v.cuts).cuts }

// Equal reports whether two values are the same setting.
func (v Value) Equal(w Value) bool {
	return v.kind == w.kind && v.number == w.number && v.word == w.word &&
		slices.Equal(v.numbers, w.numbers) && slices.Equal(v.words, w.words) &&
		maps.EqualFunc(v.cuts, w.cuts, slices.Equal)
}

// MarshalJSON implements [json.Marshaler].
func (v Value) MarshalJSON() ([]byte, error) {
	switch v.kind {
	case NumberVal:
		return json.Marshal(v.number)
	case WordVal:
		return json.Marshal(v.word)
	case NumbersVal:
		return json.Marshal(append([]float64{}, v.numbers...)) // an empty list is [], not null
	case WordsVal:
		return json.Marshal(append([]string{}, v.words...))
	case CutsVal:
		return json.Marshal(v.cuts)
	}
	return []byte("null"), nil
}

// UnmarshalJSON implements [json.Unmarshaler]. An empty list reads as words.
func (v *Value) UnmarshalJSON(b []byte) error {
	b = bytes.TrimSpace(b)
	*v = Value{}
	if len(b) == 0 || string(b) == "null" {
		return nil
	}
	switch b[0] {
	case '"':
		v.kind = WordVal
		return json.Unmarshal(b, &v.word)
	case '{':
		v.kind = CutsVal
		if json.Unmarshal(b, &v.cuts) != nil {
			return errors.New(`cuts are lists of numbers by measure, as in {"recency": [30, 90]}`)
		}
		return nil
	case '[':
		v.kind = WordsVal
		if json.Unmarshal(b, &v.words) == nil {
			return nil
		}
		v.kind, v.words = NumbersVal, nil
		if json.Unmarshal(b, &v.numbers) != nil {
			return errors.New("a list is one of numbers or one of texts")
		}
		return nil
	}
	v.kind = NumberVal
	if json.Unmarshal(b, &v.number) != nil {
		return errors.New("a parameter is a number, a text, a list of either, or cuts by measure")
	}
	return nil
}

// Settings are parameter values by parameter name. A Settings is never
// changed once it is part of a recipe; With copies.
type Settings map[string]Value

// UnmarshalJSON implements [json.Unmarshaler]. An error names the parameter.
func (s *Settings) UnmarshalJSON(b []byte) error {
	var object map[string]json.RawMessage
	if err := json.Unmarshal(b, &object); err != nil || object == nil {
		return err
	}
	out := Settings{}
	err := eachMember(b, func(name string, value []byte) error {
		var v Value
		err := v.UnmarshalJSON(value)
		if err == nil && v.kind == NoValue {
			err = errors.New("it is null: leave the parameter out to have its default")
		}
		if err != nil {
			return fmt.Errorf("the parameter %q: %w", Brief(name), err)
		}
		out[name] = v
		return nil
	})
	if err == nil {
		*s = out
	}
	return err
}

// With returns a copy with one value set.
func (s Settings) With(name string, v Value) Settings {
	out := maps.Clone(s)
	if out == nil {
		out = Settings{}
	}
	out[name] = v
	return out
}

// Without returns a copy with one value removed.
func (s Settings) Without(name string) Settings {
	out := maps.Clone(s)
	delete(out, name)
	return out
}

// Equal reports whether both hold the same values.
func (s Settings) Equal(t Settings) bool { return maps.EqualFunc(s, t, Value.Equal) }
