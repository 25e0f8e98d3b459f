package seg

import (
	"maps"
	"slices"
	"strings"

	"custseg/model"
)

// Params are the checked parameters of one run: what was set, over the
// method's defaults.
type Params struct {
	spec   Spec
	values model.Settings
	// settled are what those left to the method came to, which it fills in; nil
	// before a run.
	settled model.Settings
}

// NewParams checks settings against a method's parameters. The error names the
// parameter and what fits.
func NewParams(s Spec, set model.Settings) (Params, error) {
	values := model.Settings{}
	for _, p := range s.Params {
		values[p.ID] = p.Default
	}
	for _, name := range slices.Sorted(maps.Keys(set)) {
		p, ok := s.Param(name)
		if !ok {
			return Params{}, unknownParam(s, name)
		}
		v := set[name]
		if v.Kind() == model.NoValue { // null in a recipe
			v = p.Default
		}
		if err := p.Check(v); err != nil {
			return Params{}, err
		}
		values[name] = v
	}
	return Params{spec: s, values: values}, nil
}

func unknownParam(s Spec, name string) error {
	var ids []string
	for _, p := range s.Params {
		ids = append(ids, p.ID)
	}
	if near := Nearest(name, ids); near != "" {
		return paramErrorf(name, "%s has none of this name; did you mean %s?", s.ID, near)
	}
	return paramErrorf(name, "%s has none of this name; it has %s", s.ID, strings.Join(ids, ", "))
}

// value panics on a name that is not in the method's own Spec: a fault of the
// method, caught by its first test.
func (p Params) value(id string) model.Value {
	v, ok := p.values[id]
	if !ok {
		panic("method " + p.spec.ID + " has no parameter " + id)
	}
	return v
}

// Int returns a whole number.
func (p Params) Int(id string) int { return int(p.value(id).Number()) }

// Auto reports whether a number or a choice is left to the method.
func (p Params) Auto(id string) bool { return p.value(id).Word() == autoWord }

// Float returns a number, or the share of 1 of a percent.
func (p Params) Float(id string) float64 { return p.value(id).Number() }

// Word returns a choice.
func (p Params) Word(id string) string { return p.value(id).Word() }

// Words returns a list of columns.
func (p Params) Words(id string) []string { return p.value(id).Words() }

// Numbers returns weights.
func (p Params) Numbers(id string) []float64 { return p.value(id).Numbers() }

// Cuts returns cuts by measure.
func (p Params) Cuts(id string) map[string][]float64 { return p.value(id).Cuts() }

// Value returns the value in force.
func (p Params) Value(id string) model.Value { return p.value(id) }

// isDefault reports whether a value in force is the one by default.
func (p Params) isDefault(id string) bool {
	q, _ := p.spec.Param(id)
	return p.value(id).Equal(q.Default)
}

// settle records what a parameter that is left to the method came to, if it is.
func (p Params) settle(id string, v model.Value) {
	if p.Auto(id) && p.settled != nil {
		p.settled[id] = v
	}
}

// settleNumber records the number that a parameter left to the method came to.
func (p Params) settleNumber(id string, v float64) {
	if finite(v) {
		p.settle(id, model.Num(v))
	}
}

// settleWord records the choice that a parameter left to the method came to.
func (p Params) settleWord(id, choice string) { p.settle(id, model.Word(choice)) }

// After returns the parameters with what those left to the method came to in a
// run, which decides which others have an effect.
func (p Params) After(s *model.Segmentation) Params {
	p.settled = s.Settled
	return p
}

// Settled returns what a parameter that is left to the method came to; false
// where it is set, or no run has told.
func (p Params) Settled(id string) (model.Value, bool) {
	v, ok := p.settled[id]
	return v, ok && p.Auto(id)
}

// choice is the choice in force, or what it came to where it is left to the
// method.
func (p Params) choice(id string) string {
	if v, ok := p.Settled(id); ok {
		return v.Word()
	}
	return p.Word(id)
}

// Shown writes the value in force as a reader wants it: where it is left to the
// method, with what it came to, as in "auto: 3".
func (p Params) Shown(id string) string {
	v, ok := p.Settled(id)
	if !ok {
		return p.Text(id)
	}
	q, _ := p.spec.Param(id)
	return p.Text(id) + ": " + q.FormatShort(v)
}

// Text writes the value in force as it would be typed.
func (p Params) Text(id string) string {
	q, _ := p.spec.Param(id)
	return q.Format(p.value(id))
}

// idle notes the parameters that were set to other than their default and yet
// have no effect, with what would give them one.
func (p Params) idle(set model.Settings, c *model.Customers) []model.Phrase {
	var out []model.Phrase
	for _, q := range p.spec.Params {
		if v, ok := set[q.ID]; !ok || v.Kind() == model.NoValue || v.Equal(q.Default) || p.Active(q.ID) {
			continue
		}
		out = append(out, model.P("Parameter %s is set but has no effect here: it counts with %s", q.ID, p.enabler(q)))
		if name := p.unfound(q, c); name != "" {
			out = append(out, model.P("Parameter %s names the column %q, which is not there", q.ID, model.Brief(name)))
		}
	}
	return out
}

// noteWithout notes those of some parameters that were set and yet have no effect
// by what a method found in the data, with what would give them one.
func (in Input) noteWithout(s *model.Segmentation, with model.Phrase, ids ...string) {
	for _, id := range ids {
		if q, ok := in.Params.spec.Param(id); ok && in.Params.Active(id) && !in.Params.value(id).Equal(q.Default) {
			s.Notes = append(s.Notes, model.P("Parameter %s is set but has no effect here: it counts with %s", id, with))
		}
	}
}

// enabler writes what must be set for a parameter to have an effect, as in
// "binning=fixed or split=fixed (with map=eight)"; auto is no way where it came
// to another choice.
func (p Params) enabler(q Param) string {
	var ways []string
	for _, c := range q.When {
		also := ""
		if other, _ := p.spec.Param(c.Param); len(other.When) > 0 {
			also = " (with " + p.enabler(other) + ")"
		}
		_, settled := p.Settled(c.Param)
		for _, id := range c.In {
			if id == autoWord && settled {
				continue
			}
			ways = append(ways, c.Param+"="+id+also)
		}
	}
	return strings.Join(ways, " or ")
}

// Active reports whether a parameter has an effect with the others as they
// are.
func (p Params) Active(id string) bool {
	q, ok := p.spec.Param(id)
	if !ok {
		return false
	}
	return len(q.When) == 0 || slices.ContainsFunc(q.When, func(c Condition) bool {
		return slices.Contains(c.In, p.choice(c.Param)) && p.Active(c.Param)
	})
}
