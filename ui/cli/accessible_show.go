package cli

import (
	"math"
	"strings"

	"custseg/io/export"
	"custseg/model"
	telling "custseg/seg/profile"
)

// tellSegments reads the segments out, one a line, and what changed since the
// last result of the method.
func (t *talk) tellSegments() error {
	r := t.result
	t.say("%s: %d customers%s.", r.Method.Name.In(t.pr), r.Customers.Len(), scopeOf(t.pr, r.Customers))
	var counts map[string]int
	if t.before != nil {
		counts = map[string]int{}
		for _, l := range export.Summarize(t.before.Customers, t.before.Segmentation) {
			counts[l.Name.In(t.pr)] = l.Customers
		}
	}
	for i, l := range export.Summarize(r.Customers, r.Segmentation) {
		t.say("%d. %s.", i+1, t.sentence(l, counts))
	}
	for _, n := range r.Segmentation.Remarks() {
		t.say("Note: %s", n.In(t.pr))
	}
	return nil
}

// sentence puts a segment in one sentence, with what it gained or lost where
// there are counts from before.
func (t *talk) sentence(l export.SegmentSummary, before map[string]int) string {
	name := l.Name.In(t.pr)
	parts := []string{t.pr.Sprintf("%s: %d customers, %.1f%%", name, l.Customers, 100*l.Share)}
	if l.HasValue && !math.IsNaN(l.Value) {
		parts = append(parts, t.pr.Sprintf("value %.2f", l.Value))
	}
	if !math.IsNaN(l.ValueShare) && l.HasValue {
		parts = append(parts, t.pr.Sprintf("%.1f%% of value", 100*l.ValueShare))
	}
	if before != nil {
		switch was, there := before[name]; {
		case !there:
			parts = append(parts, t.pr.Sprintf("new"))
		case was != l.Customers:
			parts = append(parts, t.pr.Sprintf("%+d since the last change", l.Customers-was))
		}
	}
	return strings.Join(parts, ", ")
}

// openSegment tells of a segment: its rule, what to do, what sets it apart, and
// its first customers.
func (t *talk) openSegment() error {
	lines := export.Summarize(t.result.Customers, t.result.Segmentation)
	var options []string
	for _, l := range lines {
		options = append(options, l.Name.In(t.pr))
	}
	at, err := t.choose(t.pr.Sprintf("Which segment?"), options)
	if err != nil || at < 0 {
		return err
	}
	l := lines[at]
	t.say("%s.", t.sentence(l, nil))
	t.say("Rule: %s", l.Rule.In(t.pr))
	for _, a := range []struct {
		team string
		do   model.Phrase
	}{{"Marketing", l.Advice.Marketing}, {"Product", l.Advice.Product}, {"Service", l.Advice.Service}, {"Risk", l.Advice.Risk}} {
		if !a.do.Empty() {
			t.say("%s: %s", a.team, a.do.In(t.pr))
		}
	}
	if err := t.tellProfile(l.Index); err != nil {
		return err
	}
	return t.tellMembers(l.Index)
}

// tellProfile tells what sets a segment's customers most apart from all.
func (t *talk) tellProfile(segment int) error {
	all, err := t.result.Profiles(t.ctx, func(float64) {})
	if err != nil {
		return err
	}
	const most = 8
	lines := telling.Telling(all[segment])
	for _, l := range lines[:min(len(lines), most)] {
		_, here, base := l.Typical()
		t.say("What sets them apart: %s, here %s, of all %s.", l.Label.In(t.pr), t.figure(l, here), t.figure(l, base))
	}
	return nil
}

// figure writes a figure of a line of a profile.
func (t *talk) figure(l telling.Line, v float64) string {
	if l.Kind == telling.Date && !math.IsNaN(v) {
		return model.Day(math.Round(v)).String()
	}
	return model.FigureIn(v, l.Unit).In(t.pr)
}

// tellMembers names the first customers of a segment and offers to open one.
func (t *talk) tellMembers(segment int) error {
	const most = 10
	members := t.result.Segmentation.Members(segment)
	var options []string
	for _, m := range members[:min(len(members), most)] {
		options = append(options, t.result.Customers.ID(int(m)))
	}
	if len(options) == 0 {
		t.say("Nobody is in it.")
		return nil
	}
	at, err := t.choose(t.pr.Sprintf("The first %d of %d customers. Open one?", len(options), len(members)), options)
	if err != nil || at < 0 {
		return err
	}
	return t.tellCustomer(int(members[at]))
}

// openCustomer asks for an id until there is a customer of it.
func (t *talk) openCustomer() error {
	for {
		id, err := t.answer("Customer id, or 0:")
		if err != nil || id == "0" || id == "" {
			return err
		}
		if at := t.result.Customers.Find(id); at >= 0 {
			return t.tellCustomer(at)
		}
		t.say("%s", unknownCustomer(t.result.Customers, id))
	}
}

// tellWhy tells why a customer is in their segment, one fact a line.
func (t *talk) tellWhy(at int) {
	r := t.result
	e := r.Explainer().Of(at)
	t.say("%s is in %s.", r.Customers.ID(at), r.Segmentation.Segments[e.Segment].Name.In(t.pr))
	for _, v := range e.Values {
		here := v.Word
		if here == "" {
			here = model.FigureIn(v.At, v.Unit).In(t.pr)
		}
		t.say("Why here: %s is %s, %s.", v.Label.In(t.pr), here, v.Stays().In(t.pr))
	}
	t.app.printMoves(t.out, r, at)
}

// tellCustomer tells why a customer is where they are, what would move them, and
// their last orders.
func (t *talk) tellCustomer(at int) error {
	t.tellWhy(at)
	orders := t.result.Customers.Orders()
	if orders == nil {
		return nil
	}
	const most = 5
	history := orders.History(at)
	t.say("%d orders in all.", len(history))
	for _, o := range history[max(0, len(history)-most):] {
		day := "no date"
		if o.Time != model.NoDate {
			day = model.DayOf(o.Time).String()
		}
		t.say("Order, %s: %.2f.", day, o.Money)
	}
	return nil
}
