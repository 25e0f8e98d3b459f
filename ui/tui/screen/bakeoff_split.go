package screen

import (
	"errors"
	"strconv"

	"custseg/model"
	"custseg/ui/pipeline"
	"custseg/ui/tui/form"
)

// The ids of the form's fields.
const (
	splitPart = "part"
	splitDate = "split"
)

// The choices of what is held back, beside numbers of days.
const (
	partProposed = "quarter"
	partTyped    = "typed"
)

// splitDay is the last day that methods know.
func (s *compareBakeOff) splitDay() model.Day {
	if s.split != model.NoDay || s.customers == nil {
		return s.split
	}
	return pipeline.ProposedSplit(s.customers.First, s.customers.Last)
}

func (s *compareBakeOff) fields() []form.Field {
	if s.whyNot() != "" {
		return nil
	}
	pr, last, day := s.host.Printer(), s.customers.Last, s.splitDay()
	part := form.Field{ID: splitPart, Label: say(pr, "held back"), Kind: form.Choice, Value: partTyped, Changed: s.split != model.NoDay,
		Choices: []form.Option{{ID: partProposed, Label: say(pr, "last quarter")}},
		Help:    say(pr, "The days that methods are judged by.")}
	if s.split == model.NoDay {
		part.Value = partProposed
	}
	for _, days := range periods {
		id := strconv.Itoa(days)
		part.Choices = append(part.Choices, form.Option{ID: id, Label: say(pr, "%d days", days)})
		if s.split == last-model.Day(days) {
			part.Value = id
		}
	}
	if part.Value == partTyped {
		part.Choices = append(part.Choices, form.Option{ID: partTyped, Label: say(pr, "%d days, typed", int(last-day))})
	}
	return []form.Field{part,
		{ID: splitDate, Label: say(pr, "split"), Kind: form.Text, Value: day.String(), Changed: s.split != model.NoDay,
			Help: say(pr, "Enter to type the last day that methods know; orders run from %s to %s.", s.customers.First.String(), last.String())}}
}

// validate says what is wrong with a date as typed.
func (s *compareBakeOff) validate(id, value string) error {
	if id != splitDate || value == "" {
		return nil
	}
	day, err := model.ParseDay(value)
	if err != nil {
		return err
	}
	if c := s.customers; day < c.First || day >= c.Last {
		return errors.New(say(s.host.Printer(), "orders must lie on either side: choose a day from %s to %s", c.First.String(), (c.Last - 1).String()))
	}
	return nil
}

// change takes over what a key did to the form, as a change that undo takes back,
// and lets the methods compete anew.
func (s *compareBakeOff) change(c form.Change) {
	if c.ID == "" {
		return
	}
	chosen := s.host.Session().Comparing
	chosen.Split = model.NoDay
	if days, err := strconv.Atoi(c.Value); c.ID == splitPart && err == nil && !c.Reset {
		chosen.Split = s.customers.Last - model.Day(days)
	}
	if day, err := model.ParseDay(c.Value); c.ID == splitDate && err == nil && !c.Reset {
		chosen.Split = day
	}
	name := model.P("split at the last quarter")
	if chosen.Split != model.NoDay {
		name = model.P("split %s", chosen.Split.String())
	}
	s.host.Session().Compare(chosen, say(s.host.Printer(), "%s", name))
	if s.Refresh(); s.job == nil {
		s.start()
	}
}
