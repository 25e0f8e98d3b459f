package seg

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"custseg/model"
)

// autoWord stands for a number that the method finds itself.
const autoWord = "auto"

// ParamKind is the type of a parameter.
type ParamKind uint8

// The kinds of parameters. A percent is a share of 1 in values and may be
// written 80% or 0.8.
const (
	Int ParamKind = iota
	Float
	PercentShare
	Choice
	Day
	OneColumn
	ColumnList
	CutList  // ascending cuts by measure: "recency:10,20;frequency:2,5"
	Weights  // numbers, one for each of Param.Names
	LineList // lines of text, parted by semicolons, checked by Param.Valid
)

// String names the kind for a reader.
func (k ParamKind) String() string {
	return [...]string{"whole number", "number", "percent", "choice", "date", "column", "columns", "cuts", "weights", "lines"}[k]
}

// Option is one choice of a parameter.
type Option struct {
	ID    string
	Label model.Phrase
}

// Condition says when a parameter has an effect: when another, a choice that
// has an effect itself, is one of these.
type Condition struct {
	Param string
	In    []string
}

// Param describes one parameter of a method.
type Param struct {
	ID       string
	Label    model.Phrase
	Kind     ParamKind
	Default  model.Value
	Min, Max float64 // of numbers; a Max not above Min is no bound
	Step     float64 // of a stepper
	Options  []Option
	Names    []string // of weights and cuts: what each is for
	Unit     model.Unit
	Help     model.Phrase
	Takes    Takes                   // which columns, of a parameter that names columns
	When     []Condition             // any of which makes it count; none: always
	Auto     bool                    // a number may also be the word auto
	Valid    func(model.Value) error // a further check, nil for none
}

// Check returns an error that names the parameter and its range when a value
// does not fit.
func (p Param) Check(v model.Value) error {
	switch p.Kind {
	case Int, Float, PercentShare:
		if p.Auto && v.Word() == autoWord {
			return nil
		}
		if v.Kind() != model.NumberVal {
			return p.errorf("wants a %s, %s", p.Kind, p.Range())
		}
		return p.checkNumber(v.Number())
	case Choice:
		if i := slices.IndexFunc(p.Options, func(o Option) bool { return o.ID == v.Word() }); v.Kind() != model.WordVal || i < 0 {
			return p.errorf("%q is not one of %s", model.Brief(p.Format(v)), p.Range())
		}
	case Day:
		if _, err := model.ParseDay(v.Word()); v.Kind() != model.WordVal || v.Word() != "" && err != nil {
			return p.errorf("%q is not a date: write it as 2011-12-31", model.Brief(v.Word()))
		}
	case OneColumn:
		if v.Kind() != model.WordVal || v.Word() == "" {
			return p.errorf("wants a column or a measure")
		}
	case ColumnList, LineList:
		if v.Kind() != model.WordsVal {
			return p.errorf("wants a list of %s", p.Kind)
		}
		if err := p.checkWords(v.Words()); err != nil {
			return err
		}
	case Weights:
		if err := p.checkWeights(v); err != nil {
			return err
		}
	case CutList:
		if err := p.checkCuts(v); err != nil {
			return err
		}
	}
	if p.Valid != nil {
		return p.Valid(v)
	}
	return nil
}

func (p Param) checkNumber(v float64) error {
	switch {
	case !finite(v):
		return p.errorf("wants a number, %s", p.Range())
	case p.Kind == Int && v != math.Trunc(v):
		return p.errorf("wants a whole number, %s", p.Range())
	case v < p.Min || p.Max > p.Min && v > p.Max:
		return p.errorf("%s is outside %s", p.write(v), p.Range())
	}
	return nil
}

// checkWords refuses what could not be written in a list and read back.
func (p Param) checkWords(words []string) error {
	for _, w := range words {
		switch {
		case strings.TrimSpace(w) == "":
			return p.errorf("has an empty entry")
		case p.Kind == LineList && (strings.TrimSpace(w) != w || strings.ContainsRune(w, ';')):
			return p.errorf("%q has a semicolon, or spaces around it", w)
		}
	}
	return nil
}

// heaviest is the largest weight: sums of weighted scores stay exact enough.
const heaviest = 1e9

func (p Param) checkWeights(v model.Value) error {
	w := v.Numbers()
	if v.Kind() != model.NumbersVal || len(w) != len(p.Names) {
		return p.errorf("wants %d numbers, for %s", len(p.Names), strings.Join(p.Names, ", "))
	}
	sum := 0.0
	for _, x := range w {
		if !(x >= 0 && x <= heaviest) {
			return p.errorf("a weight is 0 or more, and at most %s", p.write(heaviest))
		}
		sum += x
	}
	if sum == 0 {
		return p.errorf("at least one weight is above 0")
	}
	return nil
}

func (p Param) checkCuts(v model.Value) error {
	if v.Kind() != model.CutsVal {
		return p.errorf("wants cuts by measure, as in %s", p.example())
	}
	byMeasure := v.Cuts()
	for _, name := range slices.Sorted(maps.Keys(byMeasure)) {
		if !slices.Contains(p.Names, name) {
			return p.errorf("has no measure %q, only %s", name, strings.Join(p.Names, ", "))
		}
		// Equal cuts leave a bin empty, as quantiles of many equal values do.
		for i, c := range byMeasure[name] {
			if !finite(c) || i > 0 && c < byMeasure[name][i-1] {
				return p.errorf("the cuts of %s must be numbers that ascend", name)
			}
		}
	}
	return nil
}

func (p Param) errorf(format string, args ...any) error {
	return paramErrorf(p.ID, format, args...)
}

// ParamError reports a parameter that does not fit: wrong usage rather than a
// fault of the data.
type ParamError struct {
	Param, Problem string
}

// Error names the parameter and what would fit.
func (e *ParamError) Error() string { return "parameter " + e.Param + ": " + e.Problem }

func paramErrorf(param, format string, args ...any) error {
	return &ParamError{param, fmt.Sprintf(format, args...)}
}

func (p Param) example() string {
	var parts []string
	for _, n := range p.Names {
		parts = append(parts, n+":1,2,3")
	}
	return strings.Join(parts, ";")
}
