package form

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// step changes the field by n steps.
func (f *Form) step(n int) Change {
	if !f.allowed() {
		return Change{}
	}
	x := f.fields[f.at]
	value := x.Value
	switch x.Kind {
	case Stepper:
		value = x.stepped(n)
	case Choice:
		if len(x.Choices) > 0 {
			value = x.Choices[x.cycled(n)].ID
		}
	case Toggle:
		value = strconv.FormatBool(x.Value != "true")
	}
	c, _ := f.set(value)
	return c
}

// cycled returns the choice n away, going round at the ends.
func (x Field) cycled(n int) int {
	i := slices.IndexFunc(x.Choices, func(o Option) bool { return o.ID == x.Value })
	if i < 0 {
		return 0
	}
	return ((i+n)%len(x.Choices) + len(x.Choices)) % len(x.Choices)
}

// stepped returns a stepper's value n steps away, within its range. Below the
// smallest number is the word, if there is one; from the word it goes on where
// that led to.
func (x Field) stepped(n int) string {
	step := x.Step
	if step == 0 {
		step = 1
	}
	v, scale, ok := number(x.Value)
	if !ok { // the word
		found, foundScale, known := number(x.Found)
		switch {
		case !known && n < 0:
			return x.Value
		case !known:
			return write(x.Min, 1)
		}
		v, scale = math.Round(found/step)*step, foundScale
	}
	if n < 0 && v <= x.Min && x.Word != "" {
		return x.Word
	}
	v += float64(n) * step
	if x.Max > x.Min {
		v = min(v, x.Max)
	}
	return write(max(v, x.Min), scale)
}

// number reads a number or a percent; scale is what it is multiplied with when
// it is written again, 100 for a percent.
func number(s string) (v, scale float64, ok bool) {
	scale = 1
	if t, percent := strings.CutSuffix(s, "%"); percent {
		s, scale = strings.TrimSpace(t), 100
	}
	v, err := strconv.ParseFloat(s, 64)
	return v / scale, scale, err == nil && !math.IsNaN(v) && !math.IsInf(v, 0)
}

// write writes a number as number reads it, without the tail that adding
// decimal fractions leaves.
func write(v, scale float64) string {
	short, _ := strconv.ParseFloat(strconv.FormatFloat(v*scale, 'g', 10, 64), 64)
	s := strconv.FormatFloat(short, 'f', -1, 64)
	if scale == 100 {
		s += "%"
	}
	return s
}

// bounds says which numbers fit, as in 2-10 or 1+.
func (x Field) bounds() string {
	_, scale, _ := number(x.Value)
	if x.Max > x.Min {
		return write(x.Min, scale) + "-" + write(x.Max, scale)
	}
	return write(x.Min, scale) + "+"
}

// Split reads a list: parts between commas, a part with a comma in double
// quotes, blanks around parts left out.
func Split(s string) []string {
	var out []string
	quoted := false
	parts := strings.FieldsFunc(s, func(r rune) bool {
		if r == '"' {
			quoted = !quoted
		}
		return r == ',' && !quoted
	})
	for _, p := range parts {
		if p = strings.TrimSpace(strings.ReplaceAll(p, `"`, "")); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// Join writes a list as [Split] reads it.
func Join(parts []string) string {
	quoted := slices.Clone(parts)
	for i, p := range quoted {
		if strings.ContainsRune(p, ',') {
			quoted[i] = `"` + p + `"`
		}
	}
	return strings.Join(quoted, ",")
}
