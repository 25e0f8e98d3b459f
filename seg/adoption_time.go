package seg

import (
	"math"

	"custseg/model"
	"custseg/model/formula"
	"custseg/seg/order"
)

// earliness is how early customers adopt: the time, negated, or a readiness.
type earliness struct {
	raw     measured // days before the last adoption, or the readiness; missing for those apart
	dates   bool
	last    model.Day // of adoption by anyone, of dates
	apart   []bool    // who have not adopted
	absence absence
}

// earliness reads what the parameter by asks for.
func (in Input) earliness(s *model.Segmentation) (earliness, error) {
	choice := in.Params.Word("by")
	f, ok := in.Customers.Feature("adoption_date")
	dates, isDates := f.Column.(*model.Dates)
	if choice != byReadiness && ok && isDates {
		if e := in.adopted(dates); e.raw.known() {
			in.Params.settleWord("by", byAdoptionDate)
			return e, nil
		}
	}
	if scores := withoutCodes(s, in.present("readiness")...); choice != byAdoptionDate && len(scores) > 0 {
		in.Params.settleWord("by", byReadiness)
		return earliness{raw: scores[0].going(model.Up), absence: needAll(scores[0]), apart: make([]bool, in.Customers.Len())}, nil
	}
	return earliness{}, paramErrorf("by", "this data has no such adoption: map a column of dates with --map adoption_date=COLUMN, or a score with --map readiness=COLUMN, or set by=auto; custseg profile shows how each column was read")
}

// adopted is the dates of adoption up to the as-of date as days before the last.
// One without a date has not adopted, if anything else of the same table is
// known of them; else nobody asked.
func (in Input) adopted(dates *model.Dates) earliness {
	c := in.Customers
	days := make([]model.Day, c.Len()) // of adoption, NoDay without
	e := earliness{dates: true, last: model.NoDay, apart: make([]bool, c.Len()), absence: absence{why: make([]int32, c.Len()),
		reasons: []model.Phrase{model.P("nothing is known of them in the table of adoption dates")}}}
	asked := in.besides("adoption_date")
	for i := range days {
		days[i], e.absence.why[i] = model.DayOf(dates.At(i)), -1
		switch {
		case days[i] != model.NoDay && (c.AsOf == model.NoDay || days[i] <= c.AsOf):
			e.last = max(e.last, days[i])
		case days[i] != model.NoDay || asked(i):
			days[i], e.apart[i] = model.NoDay, true
		default:
			e.absence.why[i] = 0
		}
	}
	values := make([]float64, len(days))
	for i, day := range days {
		values[i] = missing
		if day != model.NoDay {
			values[i] = float64(e.last - day)
		}
	}
	e.raw = computed("days_before_last", model.P("Days before the last adoption"), model.Days, values).going(model.Never)
	e.raw.column = dates.Name()
	day := formula.Input{Kind: formula.Day, Name: dates.Name()}
	e.raw = e.raw.told(func() formula.Expr {
		before := formula.Sub(formula.Number(e.last), day)
		if c.AsOf == model.NoDay {
			return before
		}
		return formula.If(formula.Compare(day, formula.AtMost, formula.Input{Kind: formula.Fact, Name: model.FactAsOf}), before, formula.Missing())
	})
	e.absence.able = []func() []formula.Expr{func() []formula.Expr {
		return []formula.Expr{formula.Any(append([]formula.Expr{formula.Known{Of: day}}, in.besidesExpr("adoption_date")...)...)}
	}}
	return e
}

// besides tells whether a customer has any other value in the table that has
// the column of a role, or the table has no other column about customers.
func (in Input) besides(role model.Role) func(i int) bool {
	others := in.beside(role)
	return func(i int) bool {
		for _, a := range others {
			if !a.Missing(i) {
				return true
			}
		}
		return len(others) == 0
	}
}

// besidesExpr are conditions in formulas of which one holds where [Input.besides]
// does.
func (in Input) besidesExpr(role model.Role) []formula.Expr {
	var out []formula.Expr
	for _, a := range in.beside(role) {
		of := formula.Input{Kind: formula.Column, Name: a.Name()}
		switch a.Kind() {
		case model.Text:
			out = append(out, formula.Compare(formula.If(formula.Wordless{Of: of}, formula.Number(0), formula.Number(1)), formula.Equals, formula.Number(1)))
		case model.Date:
			of.Kind = formula.Day
			fallthrough
		default:
			out = append(out, formula.Known{Of: of})
		}
	}
	if out == nil {
		return []formula.Expr{formula.All()}
	}
	return out
}

// beside are the other attributes of the table that has the column of a role.
func (in Input) beside(role model.Role) []model.Attribute {
	var out []model.Attribute
	table := -1
	for _, a := range in.Customers.Attributes() {
		if a.Role == role && table < 0 {
			table = a.Table
		}
	}
	for _, a := range in.Customers.Attributes() {
		if a.Table == table && a.Role != role {
			out = append(out, a)
		}
	}
	return out
}

// outside counts those who have not adopted.
func (e earliness) outside() int {
	n := 0
	for _, apart := range e.apart {
		if apart {
			n++
		}
	}
	return n
}

// z is how many population standard deviations a customer is earlier, or
// readier, than the mean; 0 when all are alike.
func (e earliness) z() measured {
	_, mean, sd := moments(e.raw.values)
	return converted("innovativeness", model.P("Innovativeness, z"), model.Plain, e.raw, func(v float64) float64 {
		if sd > 0 || !finite(v) {
			return (v - mean) / sd
		}
		return 0
	}, func(x formula.Expr) formula.Expr {
		if sd > 0 {
			return formula.Div(formula.Sub(x, formula.Number(mean)), formula.Number(sd))
		}
		return formula.If(formula.Known{Of: x}, formula.Number(0), formula.Missing())
	})
}

// until is the last day on which adoption is at least z standard deviations before
// the mean.
func (e earliness) until(z float64) model.Phrase {
	_, mean, sd := moments(e.raw.values)
	const rounding = 1e-9
	return model.Raw((e.last - model.Day(math.Ceil(mean+z*sd-rounding))).String())
}

// curve is the cumulative share of adopters over time.
func (e earliness) curve() *model.Curve {
	out := &model.Curve{Title: model.P("Adoption over time"), XTitle: model.P("days since the first adoption"), YTitle: model.P("share of adopters"), XUnit: model.Days, YUnit: model.Percent,
		Order: order.Descending(e.raw.values)}
	for n, i := range out.Order {
		out.X = append(out.X, e.raw.values[out.Order[0]]-e.raw.values[i])
		out.Y = append(out.Y, float64(n+1)/float64(len(out.Order)))
	}
	return out
}
