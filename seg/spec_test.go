package seg

import (
	"regexp"
	"strings"
	"testing"

	"custseg/model"
)

var idForm = regexp.MustCompile(`^[a-z][a-z0-9]*([-_][a-z0-9]+)*$`)

// Forms, help and documents are made from the Spec, so it must be whole.
func TestSpecsAreWhole(t *testing.T) {
	families := map[Family]bool{Value: true, Behaviour: true, Who: true, Attitude: true, Mining: true}
	seen := map[string]bool{}
	for _, m := range Catalogue() {
		s := m.Spec()
		t.Run(s.ID, func(t *testing.T) {
			if seen[s.ID] || !idForm.MatchString(s.ID) || !families[s.Family] || s.Source == "" {
				t.Errorf("id %q (taken: %v), family %q, source %q", s.ID, seen[s.ID], s.Family, s.Source)
			}
			seen[s.ID] = true
			for what, p := range map[string]model.Phrase{"name": s.Name, "summary": s.Summary, "rule": s.Rule} {
				wantWords(t, what, p)
			}
			checkNeeds(t, s)
			ids := map[string]bool{}
			for _, p := range s.Params {
				if ids[p.ID] || !idForm.MatchString(p.ID) {
					t.Errorf("parameter id %q is taken or malformed", p.ID)
				}
				ids[p.ID] = true
				checkParam(t, s, p)
			}
			if _, err := NewParams(s, nil); err != nil {
				t.Error(err)
			}
		})
	}
}

func wantWords(t *testing.T, what string, p model.Phrase) {
	t.Helper()
	text := english(p)
	if strings.TrimSpace(text) == "" || strings.Contains(text, "%!") || strings.Contains(text, "NaN") {
		t.Errorf("%s reads %q", what, text)
	}
}

func checkNeeds(t *testing.T, s Spec) {
	t.Helper()
	if len(s.Needs) == 0 {
		t.Error("the method needs nothing")
	}
	for _, n := range s.Needs {
		wantWords(t, "need "+string(n.Measure), n.Why)
		for _, m := range n.Any() {
			if _, ok := model.LookupRole(model.Role(m)); !ok {
				t.Errorf("no role is called %s, which is needed", m)
			}
		}
	}
}

func checkParam(t *testing.T, s Spec, p Param) {
	t.Helper()
	wantWords(t, "label of "+p.ID, p.Label)
	wantWords(t, "help of "+p.ID, p.Help)
	if err := p.Check(p.Default); err != nil {
		t.Errorf("the default: %v", err)
	}
	if text := p.Format(p.Default); p.Kind != OneColumn {
		if v, err := p.Parse(text); err != nil || !v.Equal(p.Default) {
			t.Errorf("the default of %s is written %q and does not read back: %v", p.ID, text, err)
		}
	}
	switch p.Kind {
	case Int, Float, PercentShare:
		if p.Step <= 0 {
			t.Errorf("%s has no step", p.ID)
		}
	case Choice:
		ids := map[string]bool{}
		for _, o := range p.Options {
			wantWords(t, "option "+o.ID+" of "+p.ID, o.Label)
			if ids[o.ID] || o.ID == "" {
				t.Errorf("%s has the option %q twice or without an id", p.ID, o.ID)
			}
			ids[o.ID] = true
		}
		if len(ids) < 2 {
			t.Errorf("%s is no choice", p.ID)
		}
	case CutList, Weights:
		if len(p.Names) == 0 {
			t.Errorf("%s does not name what it is for", p.ID)
		}
	}
	for _, c := range p.When {
		other, ok := s.Param(c.Param)
		if !ok || other.Kind != Choice || len(c.In) == 0 {
			t.Errorf("%s counts when %s is %v, which is no choice", p.ID, c.Param, c.In)
		}
		for _, id := range c.In {
			if err := other.Check(model.Word(id)); err != nil {
				t.Errorf("%s counts on %v", p.ID, err)
			}
		}
	}
	if circular(s, p, len(s.Params)) {
		t.Fatalf("the conditions of %s go in a circle", p.ID)
	}
}

// circular reports whether conditions lead from one parameter to the next more
// often than there are parameters.
func circular(s Spec, p Param, left int) bool {
	for _, c := range p.When {
		other, _ := s.Param(c.Param)
		if left == 0 || circular(s, other, left-1) {
			return true
		}
	}
	return false
}

// checkReads wants every phrase of a result to read as a sentence or name, segments
// of different names with advice, and measures under names of the literature's form.
func checkReads(t *testing.T, what string, s *model.Segmentation) {
	t.Helper()
	phrases(s, func(p model.Phrase) {
		if !p.Empty() {
			wantWords(t, what, p)
		}
	})
	names := map[string]bool{}
	for _, g := range s.Segments {
		name := english(g.Name)
		wantWords(t, what+": name", g.Name)
		wantWords(t, what+": rule of "+name, g.Rule)
		if names[name] {
			t.Errorf("%s: two segments are called %s", what, name)
		}
		names[name] = true
		code := g.Name.Key == "%s" // a code or a word of the data, of which there is no advice
		if g.Advice.Marketing.Empty() && g.Advice.Product.Empty() && g.Advice.Service.Empty() && g.Advice.Risk.Empty() && !code && !g.Unclassified {
			t.Errorf("%s: %s has no advice", what, name)
		}
	}
	for _, chart := range s.Charts {
		wantWords(t, what+": chart", chart.Heading())
	}
	for _, f := range s.Fit {
		if !idForm.MatchString(f.Name) {
			t.Errorf("%s: a measure is called %q", what, f.Name)
		}
	}
}

// The walk that the check above rests on must reach every phrase there can be.
func TestPhrasesAreFound(t *testing.T) {
	inner := model.P("inner")
	s := &model.Segmentation{
		Segments: []model.Segment{{Name: model.P("name %s", inner), Rule: model.P("rule"), Advice: model.Advice{Risk: model.P("risk")}}},
		Reasons:  []model.Phrase{model.P("reason")}, Notes: []model.Phrase{model.P("note")}, Cuts: []model.Cuts{{Label: model.P("cut")}},
		Charts: []model.Chart{&model.Series{Title: model.P("title"), Lines: []model.Line{{Name: model.P("line")}}},
			&model.Curve{Marks: []model.Mark{{Label: model.P("mark")}}}},
	}
	found := map[string]bool{}
	phrases(s, func(p model.Phrase) { found[p.Key] = true })
	for _, key := range []string{"name %s", "inner", "rule", "risk", "reason", "note", "cut", "title", "line", "mark"} {
		if !found[key] {
			t.Errorf("%q is not found", key)
		}
	}
	if text := english(model.P("%d of %d", 1)); !strings.Contains(text, "%!") {
		t.Errorf("a phrase that lacks an argument reads %q", text)
	}
	if text := english(model.P("100%")); !strings.Contains(text, "%!") {
		t.Errorf("a phrase with a stray percent sign reads %q", text)
	}
}
