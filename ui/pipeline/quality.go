package pipeline

import (
	"context"
	"slices"
	"time"

	"custseg/model"
	"custseg/model/quality"
)

// treatedEntry is the dataset after the treatments of a recipe.
type treatedEntry struct {
	recipe  model.Recipe
	roles   model.RoleMap
	treated quality.Treated
	alerts  []quality.Finding // nil when they were not looked for
}

// reportEntry is what was found in the loaded data with the roles of a recipe.
type reportEntry struct {
	roles  []model.Assignment
	report quality.Report
}

// Today is the day the program runs on, by the clock of the machine. Only what
// lies in the future depends on it, and a treatment of that says its day.
func Today() model.Day {
	now := time.Now()
	_, offset := now.Zone()
	return model.DayOf(now.Unix() + int64(offset))
}

// Quality reports on the loaded data, with the roles of the recipe and the
// actions that its treatments put into force. What was treated is still listed,
// so that a choice can be taken back. It tells report, unless nil, the share
// that is done.
func (p *Pipeline) Quality(ctx context.Context, r model.Recipe, report func(done float64)) (quality.Report, error) {
	for _, t := range r.Treatments {
		if err := quality.Validate(t); err != nil {
			return quality.Report{}, err
		}
	}
	if found, ok := p.keptReport(r); ok {
		return found.With(r.Treatments), nil
	}
	roles, err := p.data.Assign(r.Roles)
	if err != nil {
		return quality.Report{}, err
	}
	found, err := quality.Inspect(ctx, p.data.Read(roles), roles, p.today, report)
	if err != nil {
		return quality.Report{}, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.reports = keep(p.reports, reportEntry{r.Roles, found}, keptReports)
	return found.With(r.Treatments), nil
}

func (p *Pipeline) keptReport(r model.Recipe) (quality.Report, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, e := range p.reports {
		if slices.Equal(e.roles, r.Roles) {
			return e.report, true
		}
	}
	return quality.Report{}, false
}

// Treated returns the dataset after the recipe's treatments, and what they did:
// the loaded one, untouched, when there are none.
func (p *Pipeline) Treated(ctx context.Context, r model.Recipe) (quality.Treated, model.RoleMap, error) {
	if e, ok := p.keptTreated(r); ok {
		return e.treated, e.roles, nil
	}
	roles, err := p.data.Assign(r.Roles)
	if err != nil {
		return quality.Treated{}, roles, err
	}
	treated, err := quality.Apply(ctx, p.data.Read(roles), roles, r.Treatments)
	if err != nil {
		return quality.Treated{}, roles, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.treated = keep(p.treated, treatedEntry{recipe: r, roles: roles, treated: treated}, keptCustomers)
	return treated, roles, nil
}

// Effects returns what the treatments of a recipe did, nothing while that is not
// worked out. It takes no time.
func (p *Pipeline) Effects(r model.Recipe) []quality.Effect {
	e, _ := p.keptTreated(r)
	return e.treated.Effects
}

func (p *Pipeline) keptTreated(r model.Recipe) (treatedEntry, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, e := range p.treated {
		if e.isOf(r) {
			return e, true
		}
	}
	return treatedEntry{}, false
}

// isOf reports whether a recipe has the roles and treatments of the entry.
func (e treatedEntry) isOf(r model.Recipe) bool {
	return slices.Equal(e.recipe.Roles, r.Roles) && slices.Equal(e.recipe.Treatments, r.Treatments)
}

// withEffects returns a segmentation whose notes say what the treatments did to
// the data it was made of.
func withEffects(s *model.Segmentation, effects []quality.Effect) *model.Segmentation {
	if len(effects) == 0 {
		return s
	}
	out := *s
	out.Notes = slices.Clone(s.Notes)
	for _, e := range effects {
		out.Notes = append(out.Notes, e.Text)
	}
	return &out
}
