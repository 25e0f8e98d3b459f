package cli

import (
	"math"
	"strings"

	"custseg/model"
	"custseg/seg"
	"custseg/ui/pipeline"
)

// compareWith asks for another method and tells where the customers of each
// segment are by it.
func (t *talk) compareWith() error {
	var others []seg.Method
	for _, m := range seg.BestFirst(t.people) {
		if m.Spec().ID != t.recipe.Method {
			others = append(others, m)
		}
	}
	if len(others) == 0 {
		t.say("No other method can run on this data.")
		return nil
	}
	at, err := t.choose(t.pr.Sprintf("Compare with which method?"), t.methodNames(others))
	if err != nil || at < 0 {
		return err
	}
	other, err := t.line.Run(t.ctx, t.recipe.WithMethod(others[at].Spec().ID), nil)
	if err != nil {
		return t.cannot(err)
	}
	c := pipeline.Compare(t.result, other)
	t.say("Agreement of %s with %s: adjusted Rand index %.2f, 1 is the same and 0 is chance.", c.First.Method.Name.In(t.pr), c.Second.Method.Name.In(t.pr), c.Rand)
	t.tellCrossing(c)
	return nil
}

// tellCrossing tells of each segment where its customers are on the other side,
// the largest part first.
func (t *talk) tellCrossing(c *pipeline.Comparison) {
	const most = 3
	for i, row := range c.Counts {
		left, all, parts := append([]int(nil), row...), 0, []string{}
		for _, n := range row {
			all += n
		}
		for range most {
			best := 0
			for j, n := range left {
				if n > left[best] {
					best = j
				}
			}
			if left[best] == 0 {
				break
			}
			parts = append(parts, t.pr.Sprintf("%d in %s", left[best], t.segmentName(c.Second, best)))
			left[best] = 0
		}
		if all > 0 {
			t.say("%s, %d customers: %s.", t.segmentName(c.First, i), all, strings.Join(parts, ", "))
		}
	}
}

// segmentName names a segment; beyond the last are those a side does not have.
func (t *talk) segmentName(r *pipeline.Result, i int) string {
	if i >= len(r.Segmentation.Segments) {
		return t.pr.Sprintf("no segment at all")
	}
	return r.Segmentation.Segments[i].Name.In(t.pr)
}

// migrate asks for two dates and tells who moved where between them.
func (t *talk) migrate() error {
	if t.people.AsOf == model.NoDay {
		t.say("This data has no dates of orders.")
		return nil
	}
	from, ok, err := t.askDay(t.pr.Sprintf("First date, such as %s", t.people.Last.String()))
	if err != nil || !ok {
		return err
	}
	to, ok, err := t.askDay(t.pr.Sprintf("Second date, up to %s", t.people.AsOf.String()))
	if err != nil || !ok {
		return err
	}
	m, err := t.line.Migrate(t.ctx, pipeline.MigrationPlan{Recipe: t.recipe, From: from, To: to}, nil)
	if err != nil {
		return t.cannot(err)
	}
	t.say("%d customers are in the segment of the same name at both dates.", m.Stayed)
	t.tellCrossing(m.Comparison)
	for _, n := range m.Notes {
		t.say("Note: %s", n.In(t.pr))
	}
	return nil
}

// askDay asks for a date until it is one; ok is false when none is given.
func (t *talk) askDay(question string) (day model.Day, ok bool, err error) {
	for {
		text, err := t.answer("%s, or 0:", question)
		if err != nil || text == "0" || text == "" {
			return day, false, err
		}
		if day, err = model.ParseDay(text); err == nil {
			return day, true, nil
		}
		t.say("Not so: %s", oneLine(err))
	}
}

// bakeOff lets all methods compete and tells how each did, the best first.
func (t *talk) bakeOff() error {
	t.say("All methods are judged by what customers did later. This may take a while.")
	found, err := t.line.BakeOff(t.ctx, t.recipe, pipeline.BakeOffOptions{Split: model.NoDay}, nil)
	if err != nil {
		return t.cannot(err)
	}
	t.say("Known up to %s, judged up to %s: %d customers, of whom %d bought again.", found.Split.String(), found.End.String(), found.Customers, found.Again)
	for _, c := range found.Contenders {
		switch {
		case c.Standing == pipeline.Ranked && !math.IsNaN(c.Score):
			t.say("%s: score %.1f.", c.Name.In(t.pr), c.Score)
		case c.Standing == pipeline.Failed:
			t.say("%s failed: %s.", c.Name.In(t.pr), c.Why.In(t.pr))
		}
	}
	return nil
}

// cannot tells why something cannot be done, unless the program is to end.
func (t *talk) cannot(err error) error {
	if t.ctx.Err() != nil {
		return t.ctx.Err()
	}
	t.say("That cannot be done: %s", oneLine(err))
	return nil
}
