package pipeline

import (
	"context"
	"slices"

	"custseg/model"
	"custseg/model/quality"
)

// writings is the check of words in several writings. It is worth a warning in
// columns that methods group by.
const writings = "near_categories"

// groups reports whether customers are grouped by a column of a role.
func groups(role model.Role) bool {
	info, ok := model.LookupRole(role)
	return ok && (slices.Contains([]model.RoleGroup{"Person", "Place", "Market"}, info.Group) || role == "category" || role == "channel" || role == "device" || role == "event_type")
}

// alerting lists the checks whose findings change what a result means: dates
// that set the as-of date, money that cannot be added up, orders of nobody, one
// group in several writings.
func alerting() []string {
	return []string{"blank_ids", "future_dates", "far_dates", "other_calendar", "early_dates", "currencies", writings}
}

// Alerts returns the findings, in what the result was made of, that change what
// it means. They are quick to find beside a whole report.
func (r *Result) Alerts(ctx context.Context) ([]quality.Finding, error) {
	if r.line == nil {
		return nil, nil
	}
	return r.line.alerts(ctx, r.Recipe)
}

func (p *Pipeline) alerts(ctx context.Context, r model.Recipe) ([]quality.Finding, error) {
	treated, roles, err := p.Treated(ctx, r)
	if err != nil {
		return nil, err
	}
	if e, ok := p.keptTreated(r); ok && e.alerts != nil {
		return e.alerts, nil
	}
	found, err := quality.Find(ctx, treated.Dataset, roles, p.today, alerting()...)
	if err != nil {
		return nil, err
	}
	found = slices.DeleteFunc(found, func(f quality.Finding) bool {
		bound, _ := roles.Of(f.Table, f.Column)
		return f.Check == writings && !groups(bound.Role)
	})
	p.keepAlerts(r, append([]quality.Finding{}, found...))
	return found, nil
}

// keepAlerts remembers alerts beside the dataset they were found in.
func (p *Pipeline) keepAlerts(r model.Recipe, found []quality.Finding) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for i, e := range p.treated {
		if e.isOf(r) {
			p.treated[i].alerts = found
		}
	}
}

// withAlerts returns a segmentation whose notes say what was found.
func withAlerts(s *model.Segmentation, d *model.Dataset, found []quality.Finding) *model.Segmentation {
	if len(found) == 0 {
		return s
	}
	out := *s
	out.Notes = slices.Clone(s.Notes)
	for _, f := range found {
		out.Notes = append(out.Notes, model.P("%s: %s; %s", d.Tables[f.Table].Column(f.Column).Name(), f.Text, f.Consequence))
	}
	return &out
}
