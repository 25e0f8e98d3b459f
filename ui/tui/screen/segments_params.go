package screen

import (
	"strconv"

	"custseg/model"
	"custseg/seg"
	"custseg/ui/tui/form"
)

// The scope and the seed are tuned beside the method's own parameters. Their
// ids cannot be a parameter's: those have no colon.
const (
	asOfField   = ":as-of"
	windowField = ":window"
	seedField   = ":seed"
)

// spec is the method in force.
func (s *SegmentsView) spec() (seg.Spec, bool) {
	m, err := seg.Lookup(s.host.Session().Recipe.Method)
	if err != nil {
		return seg.Spec{}, false
	}
	return m.Spec(), true
}

// fields makes the parameter list from the method's Spec and the recipe.
func (s *SegmentsView) fields() []form.Field {
	spec, ok := s.spec()
	if !ok {
		return nil
	}
	recipe := s.host.Session().Recipe
	params, err := seg.NewParams(spec, recipe.Params)
	if err != nil { // the recipe of another version: show the defaults
		params, _ = seg.NewParams(spec, nil)
	}
	if r := s.host.Session().Result; r != nil && r.Method.ID == spec.ID {
		params = params.After(r.Segmentation)
	}
	var out []form.Field
	for _, p := range spec.Params {
		if !params.Active(p.ID) {
			continue
		}
		f := s.field(p, params.Value(p.ID))
		if found, ok := params.Settled(p.ID); ok {
			f.Found = p.FormatShort(found)
		}
		out = append(out, f)
	}
	return append(out, s.scopeFields(spec)...)
}

// field is one parameter of the method as a field.
func (s *SegmentsView) field(p seg.Param, v model.Value) form.Field {
	pr := s.host.Printer()
	f := form.Field{ID: p.ID, Label: p.Label.In(pr), Help: p.Help.In(pr), Value: p.Format(v), Min: p.Min, Max: p.Max, Step: p.Step,
		Unit: unitWord(p.Unit), Changed: !v.Equal(p.Default)}
	switch p.Kind {
	case seg.Int, seg.Float, seg.PercentShare:
		f.Kind = form.Stepper
		if p.Auto {
			f.Word = "auto"
		}
	case seg.Choice:
		f.Kind = form.Choice
		for _, o := range p.Options {
			f.Choices = append(f.Choices, form.Option{ID: o.ID, Label: o.ID, Note: o.Label.In(pr)})
			if o.ID == v.Word() {
				f.Help += " " + o.Label.In(pr) + "."
			}
		}
	case seg.ColumnList:
		f.Kind = form.Columns
		f.Choices = s.choices(p)
		if len(v.Words()) == 0 {
			f.Value = form.Join(s.taken(p, f.Choices))
		}
	case seg.OneColumn:
		f.Kind = form.Choice
		f.Choices = s.choices(p)
	case seg.Weights:
		f.Kind, f.Sum = form.Weights, whole(p.Default.Numbers())
		for _, n := range p.Names {
			f.Choices = append(f.Choices, form.Option{ID: n, Label: n})
		}
	case seg.CutList:
		f.Kind, f.Choices = form.Cuts, s.cutChoices(p)
		f.Value = p.Format(model.CutsOf(s.cutsInForce(p, v)))
	case seg.LineList:
		f.Kind = form.Lines
	default:
		f.Kind = form.Text
	}
	return f
}

// unitWord is the unit as shown after a value; a percent is written with its
// sign already.
func unitWord(u model.Unit) string {
	if u == model.Percent {
		return ""
	}
	return string(u)
}

func (s *SegmentsView) scopeFields(spec seg.Spec) []form.Field {
	session := s.host.Session()
	var out []form.Field
	if c := session.Customers; c != nil && c.AsOf != model.NoDay && c.Orders() != nil {
		asOf := form.Field{ID: asOfField, Label: "as of", Kind: form.Text, Value: session.Recipe.AsOf.String(),
			Changed: session.Recipe.AsOf != model.NoDay, Help: "Orders count up to and including this date; empty is the day after the last order."}
		if session.Recipe.AsOf == model.NoDay {
			asOf.Value, asOf.Unit = c.AsOf.String(), "last + 1 day"
		}
		out = append(out, asOf, form.Field{ID: windowField, Label: "window", Kind: form.Stepper, Value: windowValue(session.Recipe.Window),
			Min: windowStep, Step: windowStep, Word: "all", Unit: "days", Changed: session.Recipe.Window != 0,
			Help: "Days of orders up to the as-of date that count; all is every order."})
	}
	if spec.Seeded {
		out = append(out, form.Field{ID: seedField, Label: "seed", Kind: form.Stepper, Value: strconv.FormatUint(session.Recipe.Seed, 10), Min: 0, Max: 1 << 31, Step: 1,
			Changed: session.Recipe.Seed != 1, Help: "Start of every random choice: the same seed gives the same answer."})
	}
	return out
}

// windowStep is the step of the window in days, and its least length by steps.
const windowStep = 30

func windowValue(days int) string {
	if days == 0 {
		return "all"
	}
	return strconv.Itoa(days)
}

// validate says what is wrong with a value as typed.
func (s *SegmentsView) validate(id, value string) error {
	r, err := s.changed(id, value)
	if err != nil {
		return err
	}
	return s.newlyEqual(id, r)
}

// changed returns the recipe with one field changed.
func (s *SegmentsView) changed(id, value string) (model.Recipe, error) {
	r := s.host.Session().Recipe
	switch id {
	case asOfField:
		if value == "" {
			return r.WithAsOf(model.NoDay), nil
		}
		day, err := model.ParseDay(value)
		if c := s.host.Session().Customers; err == nil && c != nil && r.AsOf == model.NoDay && day == c.AsOf {
			return r, nil // what is shown, unchanged
		}
		return r.WithAsOf(day), err
	case windowField:
		if value == "all" {
			return r.WithWindow(0), nil
		}
		days, err := strconv.Atoi(value)
		if err != nil || days < 1 {
			return r, &seg.ParamError{Param: "window", Problem: "a number of days, 1 or more, or all"}
		}
		return r.WithWindow(days), nil
	case seedField:
		seed, err := strconv.ParseUint(value, 10, 64)
		if err != nil {
			return r, &seg.ParamError{Param: "seed", Problem: "a whole number, 0 or more"}
		}
		return r.WithSeed(seed), nil
	}
	spec, ok := s.spec()
	if !ok {
		return r, nil
	}
	p, ok := spec.Param(id)
	if !ok {
		return r, nil
	}
	v, err := p.Parse(value)
	if err != nil {
		return r, err
	}
	if v.Equal(p.Default) {
		return s.withCuts(spec, r.WithoutParam(id)), nil
	}
	return s.withCuts(spec, r.WithParam(id, v)), nil
}

// apply puts a change of the form into the recipe.
func (s *SegmentsView) apply(c form.Change) {
	if c.ID == "" {
		return
	}
	session := s.host.Session()
	name := c.ID
	if name[0] == ':' {
		name = name[1:]
	}
	if c.Reset {
		r := session.Recipe
		switch c.ID {
		case asOfField:
			r = r.WithAsOf(model.NoDay)
		case windowField:
			r = r.WithWindow(0)
		case seedField:
			r = r.WithSeed(1)
		default:
			r = r.WithoutParam(c.ID)
			if spec, ok := s.spec(); ok {
				r = s.withCuts(spec, r)
			}
		}
		session.Propose(r, name+" back to its default")
	} else if r, err := s.changed(c.ID, c.Value); err != nil {
		s.host.Warn(err.Error())
	} else {
		session.Nudge(c.ID, r, name+" "+c.Value)
	}
	s.params.SetFields(s.fields())
}
