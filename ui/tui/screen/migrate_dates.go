package screen

import (
	"errors"
	"slices"
	"strconv"

	"custseg/model"
	"custseg/ui/tui/form"
)

// span is the dates compared, and between which they can be.
type span struct {
	first, last, asOf model.Day // the first and the last order, and the date of the result
	from, to          model.Day
}

// newSpan proposes dates for customers: the result's own, and the longest of the
// first presets before it that the data goes back to.
func newSpan(c *model.Customers) span {
	s := span{first: c.First, last: c.Last, asOf: c.AsOf}
	if c.First == model.NoDay {
		return s
	}
	s.to = min(c.AsOf, c.Last+1)
	s.from = s.first + (s.to-s.first)/2
	for _, days := range periods {
		if from := s.to - model.Day(days); days <= proposedDays && from > c.First {
			s.from = from
		}
	}
	return s
}

// periods are the days between the dates to choose from.
var periods = [...]int{30, 90, 180, 365}

// proposedDays is the longest period that is proposed: a season, in which
// customers move and are still the same.
const proposedDays = 90

// The ids of the form's fields.
const (
	datePeriod = "period"
	dateFrom   = "from"
	dateTo     = "to"
	dateCuts   = "cuts"
)

// The choices of cuts.
const (
	cutsEach = "each"
	cutsHeld = "held"
)

// typedPeriod is the choice that stands for dates that are no preset.
const typedPeriod = "typed"

func (s *compareDates) fields() []form.Field {
	pr, d := s.host.Printer(), s.span
	days := int(d.to - d.from)
	period := form.Field{ID: datePeriod, Label: say(pr, "period"), Kind: form.Choice, Value: typedPeriod,
		Help: say(pr, "How far back the first date lies; + and - step it from anywhere here.")}
	for _, p := range periods {
		period.Choices = append(period.Choices, form.Option{ID: strconv.Itoa(p), Label: say(pr, "%d days", p)})
		if p == days {
			period.Value = strconv.Itoa(p)
		}
	}
	if period.Value == typedPeriod {
		period.Choices = append(period.Choices, form.Option{ID: typedPeriod, Label: say(pr, "%d days, typed", days)})
	}
	held := cutsEach
	if s.hold {
		held = cutsHeld
	}
	date := func(id, label string, day model.Day, help string) form.Field {
		return form.Field{ID: id, Label: say(pr, label), Kind: form.Text, Value: day.String(),
			Help: say(pr, help, d.first.String(), d.last.String())}
	}
	return []form.Field{
		period,
		date(dateFrom, "from", d.from, "The first date. It counts the orders up to and including it; orders run from %s to %s."),
		date(dateTo, "to", d.to, "The second date. Orders run from %s to %s."),
		{ID: dateCuts, Label: say(pr, "cuts"), Kind: form.Choice, Value: held, Changed: s.hold, Disabled: s.whyNotHold(),
			Choices: []form.Option{{ID: cutsEach, Label: say(pr, "of each date")}, {ID: cutsHeld, Label: say(pr, "of the first")}},
			Help:    say(pr, "Each date with its own cuts shows who moved past others; those of the first date at both show who changed themselves.")},
	}
}

// validate says what is wrong with a date as typed.
func (s *compareDates) validate(id, value string) error {
	if id != dateFrom && id != dateTo || value == "" {
		return nil
	}
	pr, d := s.host.Printer(), s.span
	day, err := model.ParseDay(value)
	switch {
	case err != nil:
		return err
	case id == dateFrom && (day < d.first || day >= d.last):
		return errors.New(say(pr, "orders must lie on either side: choose a day from %s to %s", d.first.String(), (d.last - 1).String()))
	case id == dateFrom && day >= d.to:
		return errors.New(say(pr, "it must be before the second date, %s", d.to.String()))
	case id == dateTo && day <= d.from:
		return errors.New(say(pr, "it must be after the first date, %s", d.from.String()))
	}
	return nil
}

// change takes over what a key did to the form, as a change that undo takes back,
// and compares anew.
func (s *compareDates) change(c form.Change) {
	if c.ID == "" {
		return
	}
	pr, d, usual := s.host.Printer(), s.span, newSpan(s.result.Customers)
	chosen := s.host.Session().Comparing
	name := func() string { return say(pr, "two dates %s to %s", d.from.String(), d.to.String()) }
	switch c.ID {
	case datePeriod:
		if days, err := strconv.Atoi(c.Value); err == nil {
			if d.from = d.to - model.Day(days); d.from < d.first {
				s.host.Say(say(pr, "orders begin on %s, less than %d days before %s", d.first.String(), days, d.to.String()))
				s.form.SetFields(s.fields())
				return
			}
			name = func() string { return say(pr, "two dates %d days apart", days) }
		}
		if c.Reset {
			d.from, d.to = usual.from, usual.to
		}
	case dateFrom:
		d.from = typedDay(c, usual.from)
	case dateTo:
		d.to = typedDay(c, usual.to)
	case dateCuts:
		chosen.Hold = !c.Reset && c.Value == cutsHeld
		name = func() string { return say(pr, "cuts of each date") }
		if chosen.Hold {
			name = func() string { return say(pr, "cuts of the first date") }
		}
	}
	if d != s.span {
		chosen.From, chosen.To = d.from, d.to
	}
	s.host.Session().Compare(chosen, name())
	if s.Refresh(); s.job == nil {
		s.start()
	}
}

// typedDay is a date that was validated, the usual one when it was reset.
func typedDay(c form.Change, usual model.Day) model.Day {
	day, err := model.ParseDay(c.Value)
	if err != nil || c.Reset {
		return usual
	}
	return day
}

func (s *compareDates) switchHold() {
	value := cutsHeld
	if s.hold {
		value = cutsEach
	}
	s.change(form.Change{ID: dateCuts, Value: value})
}

// whyNotHold says why the cuts of the first date cannot hold at the second.
func (s *compareDates) whyNotHold() string {
	pr := s.host.Printer()
	if why := s.whyNot(); why != "" {
		return why
	}
	if !slices.ContainsFunc(s.result.Segmentation.Cuts, func(c model.Cuts) bool { return c.Param != "" }) {
		return say(pr, "%s has no cuts on measures that could hold at both dates", s.result.Method.Name)
	}
	return ""
}

// stepPeriod takes the next longer or shorter preset.
func (s *compareDates) stepPeriod(d int) {
	days := int(s.span.to - s.span.from)
	next := periods[:]
	if d < 0 {
		next = slices.Clone(next)
		slices.Reverse(next)
	}
	for _, p := range next {
		if (p-days)*d > 0 {
			s.change(form.Change{ID: datePeriod, Value: strconv.Itoa(p)})
			return
		}
	}
}
