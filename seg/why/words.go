package why

import (
	"math"
	"strconv"

	"custseg/model"
)

// Stays says between which values a customer stays in the segment.
func (v Value) Stays() model.Phrase {
	amount := func(x float64) model.Phrase { return v.bound(x) }
	from, to := !math.IsNaN(v.From) && !math.IsInf(v.From, 0), !math.IsNaN(v.To) && !math.IsInf(v.To, 0)
	switch {
	case math.IsNaN(v.At) || v.Word == "" && math.IsNaN(v.From):
		return model.Phrase{}
	case v.Word != "" && v.Decides:
		return model.P("another would move them")
	case !v.Decides:
		return model.P("no other value of it alone would move them")
	case from && to && v.From == v.To:
		return model.P("here at this value only")
	case from && to && v.FromOpen && v.ToOpen:
		return model.P("here above %s and below %s", amount(v.From), amount(v.To))
	case from && to && v.FromOpen:
		return model.P("here above %s, up to %s", amount(v.From), amount(v.To))
	case from && to && v.ToOpen:
		return model.P("here from %s to below %s", amount(v.From), amount(v.To))
	case from && to:
		return model.P("here from %s to %s", amount(v.From), amount(v.To))
	case from && v.FromOpen:
		return model.P("here above %s", amount(v.From))
	case from:
		return model.P("here from %s on", amount(v.From))
	case v.ToOpen:
		return model.P("here below %s", amount(v.To))
	}
	return model.P("here up to %s", amount(v.To))
}

// bound writes an end of the range between which a customer stays, rounded towards
// the customer, so that what it says holds: to more digits than other values, for a
// move begins beside it.
func (v Value) bound(x float64) model.Phrase {
	const fewest, most = 6, 17
	if x == v.At || x == math.Trunc(x) {
		return model.FigureTo(x, v.Unit, fewest)
	}
	for digits := fewest; digits < most; digits++ {
		unit := math.Pow(10, math.Floor(math.Log10(math.Abs(x)))-float64(digits)+1)
		rounded := math.Floor(x/unit) * unit
		if x < v.At {
			rounded = math.Ceil(x/unit) * unit
		}
		if x < v.At && rounded <= v.At || x > v.At && rounded >= v.At {
			return model.FigureTo(rounded, v.Unit, digits)
		}
	}
	return model.FigureTo(x, v.Unit, most)
}

// Above says how many of all customers have a lower value.
func (v Value) Above() model.Phrase {
	switch {
	case math.IsNaN(v.Below):
		return model.Phrase{}
	case v.Below == 0:
		return model.P("the lowest")
	}
	return model.P("above %.0f%%", math.Floor(100*v.Below))
}

// Words says what changes, without where it leads.
func (m Move) Words() model.Phrase {
	var out model.Phrase
	for k, step := range m.Changes {
		if k == 0 {
			out = step.words()
		} else {
			out = model.P("%s, and %s", out, step.words())
		}
	}
	return out
}

func (s Step) words() model.Phrase {
	if s.ToWord != "" {
		return model.P("%s %s, not %s", s.Label, model.Raw(s.ToWord), model.Raw(s.FromWord))
	}
	const most = 12
	digits := 4
	for digits < most && strconv.FormatFloat(s.To, 'e', digits-1, 64) == strconv.FormatFloat(s.From, 'e', digits-1, 64) {
		digits++
	}
	return model.P("%s %s, not %s", s.Label, model.FigureTo(s.To, s.Unit, digits), model.FigureTo(s.From, s.Unit, digits))
}
