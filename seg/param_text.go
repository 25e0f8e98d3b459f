package seg

import (
	"strconv"
	"strings"
	"unicode"

	"custseg/model"
)

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
		return p.write(p.Min) + " or more" + or
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
	return p.Takes.String()
}

// write writes a number in the fewest digits that parseNumber reads back as
// the same: 29% for 0.29, though 0.29 times 100 is 28.999999999999996.
func (p Param) write(v float64) string {
	if p.Kind != PercentShare {
		return model.FormatNumber(v)
	}
	for digits := 1; digits <= 17; digits++ {
		percent, _ := strconv.ParseFloat(strconv.FormatFloat(v*100, 'g', digits, 64), 64)
		if percent/100 == v {
			return model.FormatNumber(percent) + "%"
		}
	}
	return model.FormatNumber(v)
}

// FormatShort is [Param.Format] with a number to four significant digits.
func (p Param) FormatShort(v model.Value) string {
	if v.Kind() == model.NumberVal {
		short, _ := strconv.ParseFloat(strconv.FormatFloat(v.Number(), 'g', 4, 64), 64)
		v = model.Num(short)
	}
	return p.Format(v)
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
			return v, p.errorf("%q is not a %s, %s", model.Brief(s), p.Kind, p.Range())
		}
		if p.lacksPercentSign(s, f) {
			return v, p.errorf("%s is above 1, the whole: %s", s, p.howToWrite(f))
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
				return v, p.errorf("%q is not a number; wants %d numbers, for %s", model.Brief(part), len(p.Names), p.Range())
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

// lacksPercentSign reports whether a number that is too large for a share was
// written as one: 80 for 80%. It is not read as percent, for then 1 would be 1%
// or all.
func (p Param) lacksPercentSign(s string, v float64) bool {
	return p.Kind == PercentShare && !strings.HasSuffix(s, "%") && finite(v) && v > 1 && p.Max > p.Min && v > p.Max
}

// howToWrite says how to write the percent that a plain number was meant for.
func (p Param) howToWrite(v float64) string {
	if share := v / 100; share >= p.Min && share <= p.Max {
		return "write " + p.write(share) + " or " + model.FormatNumber(share)
	}
	return "write a percent with its sign or as a share of 1, " + p.Range()
}

func (p Param) parseCuts(s string) (map[string][]float64, error) {
	cuts := map[string][]float64{}
	for _, part := range strings.Split(s, ";") {
		if strings.TrimSpace(part) == "" {
			continue
		}
		name, list, ok := strings.Cut(part, ":")
		if !ok {
			return nil, p.errorf("%q lacks its measure, as in %s", model.Brief(part), p.example())
		}
		name = strings.TrimSpace(name)
		for _, w := range splitList(list) {
			f, err := strconv.ParseFloat(w, 64)
			if err != nil {
				return nil, p.errorf("%q is not a number", model.Brief(w))
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

// splitList splits at commas and drops empty entries. An entry that begins with
// a double quote ends at the next; two of them stand for one inside, as in CSV.
func splitList(s string) []string {
	var out []string
	between := func(r rune) bool { return r == ',' || unicode.IsSpace(r) }
	for s = strings.TrimLeftFunc(s, between); s != ""; s = strings.TrimLeftFunc(s, between) {
		var word string
		if s[0] == '"' {
			word, s = cutQuoted(s[1:])
		} else {
			word, s, _ = strings.Cut(s, ",")
			word = strings.TrimSpace(word)
		}
		out = append(out, word)
	}
	return out
}

// cutQuoted returns the text up to the closing quote, and what follows.
func cutQuoted(s string) (word, rest string) {
	for {
		part, after, _ := strings.Cut(s, `"`)
		word += part
		if !strings.HasPrefix(after, `"`) {
			return word, after
		}
		word += `"`
		s = after[1:]
	}
}

// quoted writes an entry of a list so that splitList reads it back.
func quoted(w string) string {
	if strings.ContainsRune(w, ',') || strings.HasPrefix(w, `"`) || strings.TrimSpace(w) != w {
		return `"` + strings.ReplaceAll(w, `"`, `""`) + `"`
	}
	return w
}

// Format writes a value as Parse reads it.
func (p Param) Format(v model.Value) string {
	switch v.Kind() {
	case model.NumberVal:
		return p.write(v.Number())
	case model.WordVal:
		return v.Word()
	case model.NumbersVal:
		var parts []string
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
			parts[i] = quoted(w)
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
