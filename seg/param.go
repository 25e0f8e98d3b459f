package seg

import (
	"fmt"
	"math"
	"slices"
	"strconv"
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

// Condition says when a parameter has an effect: when another has one of these
// choices.
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
	Min, Max float64 // of numbers; Max 0 for no bound above Min
	Step     float64 // of a stepper
	Options  []Option
	Names    []string // of weights and cuts: what each is for
	Unit     model.Unit
	Help     model.Phrase
	When     *Condition
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
			return p.errorf("%q is not one of %s", v.Word(), p.Range())
		}
	case Day:
		if _, err := model.ParseDay(v.Word()); v.Kind() != model.WordVal || v.Word() != "" && err != nil {
			return p.errorf("%q is not a date: write it as 2011-12-31", v.Word())
		}
	case OneColumn:
		if v.Kind() != model.WordVal || v.Word() == "" {
			return p.errorf("wants a column or a measure")
		}
	case ColumnList, LineList:
		if v.Kind() != model.WordsVal {
			return p.errorf("wants a list of %s", p.Kind)
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
	case math.IsNaN(v) || math.IsInf(v, 0):
		return p.errorf("wants a number, %s", p.Range())
	case p.Kind == Int && v != math.Trunc(v):
		return p.errorf("wants a whole number, %s", p.Range())
	case v < p.Min || p.Max > p.Min && v > p.Max:
		return p.errorf("%s is outside %s", p.write(v), p.Range())
	}
	return nil
}

func (p Param) checkWeights(v model.Value) error {
	w := v.Numbers()
	if v.Kind() != model.NumbersVal || len(w) != len(p.Names) {
		return p.errorf("wants %d numbers, for %s", len(p.Names), strings.Join(p.Names, ", "))
	}
	sum := 0.0
	for _, x := range w {
		if !(x >= 0) || math.IsInf(x, 0) {
			return p.errorf("a weight is 0 or more")
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
	for name, cuts := range v.Cuts() {
		if !slices.Contains(p.Names, name) {
			return p.errorf("has no measure %q, only %s", name, strings.Join(p.Names, ", "))
		}
		for i, c := range cuts {
			if math.IsNaN(c) || math.IsInf(c, 0) || i > 0 && c <= cuts[i-1] {
				return p.errorf("the cuts of %s must ascend", name)
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

// Range says in words which values fit.
func (p Param) Range() string {
	switch p.Kind {
	case Int, Float, PercentShare:
		or := ""
		if p.Auto {
			or = " or " + autoWord
		}
		if p.Max > p.Min {
			return p.write(p.Min) + " to " + p.write(p.Max) + or
		}
		return p.write(p.Min) + " or more"
	case Choice:
		ids := make([]string, len(p.Options))
		for i, o := range p.Options {
			ids[i] = o.ID
		}
		return strings.Join(ids, ", ")
	case Weights:
		return strings.Join(p.Names, ", ")
	case CutList:
		return p.example()
	}
	return ""
}

func (p Param) write(v float64) string {
	if p.Kind == PercentShare {
		return strconv.FormatFloat(v*100, 'g', 10, 64) + "%"
	}
	return strconv.FormatFloat(v, 'g', -1, 64)
}

// Parse reads a value as written on the command line or in a form, and checks
// it.
func (p Param) Parse(s string) (model.Value, error) {
	s = strings.TrimSpace(s)
	var v model.Value
	switch p.Kind {
	case Int, Float, PercentShare:
		if p.Auto && s == autoWord {
			return model.Word(autoWord), nil
		}
		f, err := p.parseNumber(s)
		if err != nil {
			return v, p.errorf("%q is not a %s, %s", s, p.Kind, p.Range())
		}
		v = model.Num(f)
	case Choice, Day, OneColumn:
		v = model.Word(s)
	case ColumnList:
		v = model.Words(splitList(s)...)
	case LineList:
		v = model.Words(splitLines(s)...)
	case Weights:
		var w []float64
		for _, part := range splitList(s) {
			f, err := strconv.ParseFloat(part, 64)
			if err != nil {
				return v, p.errorf("%q is not a number; wants %d numbers, for %s", part, len(p.Names), p.Range())
			}
			w = append(w, f)
		}
		v = model.Nums(w...)
	case CutList:
		cuts, err := p.parseCuts(s)
		if err != nil {
			return v, err
		}
		v = model.CutsOf(cuts)
	}
	return v, p.Check(v)
}

func (p Param) parseNumber(s string) (float64, error) {
	if p.Kind == PercentShare {
		if t, ok := strings.CutSuffix(s, "%"); ok {
			f, err := strconv.ParseFloat(strings.TrimSpace(t), 64)
			return f / 100, err
		}
	}
	return strconv.ParseFloat(s, 64)
}

func (p Param) parseCuts(s string) (map[string][]float64, error) {
	cuts := map[string][]float64{}
	for _, part := range strings.Split(s, ";") {
		if strings.TrimSpace(part) == "" {
			continue
		}
		name, list, ok := strings.Cut(part, ":")
		if !ok {
			return nil, p.errorf("%q lacks its measure, as in %s", part, p.example())
		}
		name = strings.TrimSpace(name)
		for _, w := range splitList(list) {
			f, err := strconv.ParseFloat(w, 64)
			if err != nil {
				return nil, p.errorf("%q is not a number", w)
			}
			cuts[name] = append(cuts[name], f)
		}
	}
	return cuts, nil
}

// splitLines splits at semicolons and drops empty lines.
func splitLines(s string) []string {
	var out []string
	for _, line := range strings.Split(s, ";") {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// splitList splits at commas. A name with a comma in it is put in double
// quotes.
func splitList(s string) []string {
	var out []string
	var word strings.Builder
	quoted := false
	flush := func() {
		if w := strings.TrimSpace(word.String()); w != "" {
			out = append(out, w)
		}
		word.Reset()
	}
	for _, r := range s {
		switch {
		case r == '"':
			quoted = !quoted
		case r == ',' && !quoted:
			flush()
		default:
			word.WriteRune(r)
		}
	}
	flush()
	return out
}

// Format writes a value as Parse reads it.
func (p Param) Format(v model.Value) string {
	switch v.Kind() {
	case model.NumberVal:
		return p.write(v.Number())
	case model.WordVal:
		return v.Word()
	case model.NumbersVal:
		parts := make([]string, 0, 3)
		for _, f := range v.Numbers() {
			parts = append(parts, p.write(f))
		}
		return strings.Join(parts, ",")
	case model.WordsVal:
		parts := v.Words()
		if p.Kind == LineList {
			return strings.Join(parts, ";")
		}
		for i, w := range parts {
			if strings.ContainsRune(w, ',') {
				parts[i] = `"` + w + `"`
			}
		}
		return strings.Join(parts, ",")
	case model.CutsVal:
		return p.formatCuts(v.Cuts())
	}
	return ""
}

func (p Param) formatCuts(cuts map[string][]float64) string {
	var parts []string
	for _, n := range p.Names {
		if c := cuts[n]; len(c) > 0 {
			words := make([]string, len(c))
			for i, f := range c {
				words[i] = p.write(f)
			}
			parts = append(parts, n+":"+strings.Join(words, ","))
		}
	}
	return strings.Join(parts, ";")
}
