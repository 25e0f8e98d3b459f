package pipeline

import (
	"context"
	"slices"
	"strings"
	"testing"

	"custseg/model"
	"custseg/model/quality"
)

// spoilt is a line of orders whose last amount is of zero.
func spoilt(t *testing.T) *Pipeline {
	t.Helper()
	p := line(t)
	table := p.data.Tables[0]
	p.data.Tables[0] = table.WithColumn(2, model.NewNumbers("paid", []float64{1, 2, 3, 4, 5, 0}))
	return p
}

func TestTreatmentsAreAStage(t *testing.T) {
	p := spoilt(t)
	r := model.NewRecipe(nil, model.Reading{}).WithMethod("rfm")
	plain := run(t, p, r)
	drop := r.WithTreatment(model.Treatment{Check: "zero_amount", Action: model.Drop})
	treated := run(t, p, drop)
	if q := treated.Customers.Quality(); q.RowsUsed != 5 || plain.Customers.Quality().RowsUsed != 6 {
		t.Errorf("%d rows used of those treated", q.RowsUsed)
	}
	if treated.Customers.AsOf != 5 || plain.Customers.AsOf != 6 {
		t.Errorf("as of %v, not of %v", treated.Customers.AsOf, plain.Customers.AsOf)
	}
	if treated.Dataset != p.Dataset() || p.Dataset().Dropped != nil {
		t.Error("the loaded data was changed")
	}
	said := slices.ContainsFunc(treated.Segmentation.Notes, func(n model.Phrase) bool { return strings.HasPrefix(n.Key, "rows left out by choice") })
	if !said || len(treated.Effects) != 1 || len(plain.Effects) != 0 {
		t.Errorf("the treatment is not in the notes: %v", treated.Segmentation.Notes)
	}
	one, _, _ := p.Treated(context.Background(), drop)
	two, _, _ := p.Treated(context.Background(), drop.WithWindow(3).WithParam("bins", model.Num(3)))
	if one.Dataset != two.Dataset {
		t.Error("a window treated the data anew")
	}
}

func TestQualityKeepsWhatWasTreated(t *testing.T) {
	p := spoilt(t)
	r := model.NewRecipe(nil, model.Reading{}).WithTreatment(model.Treatment{Check: "zero_amount", Action: model.Drop})
	report, err := p.Quality(context.Background(), r, nil)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(report.Findings, func(f quality.Finding) bool { return f.Check == "zero_amount" })
	if i < 0 || report.Findings[i].Action != model.Drop {
		t.Fatalf("%+v", report.Findings)
	}
	back, err := p.Quality(context.Background(), r.WithTreatment(report.Findings[i].Treatment(model.Drop)).WithTreatment(report.Findings[i].Treatment(model.Keep)), nil)
	if err != nil || back.Findings[i].Action != model.Keep || len(p.reports) != 1 {
		t.Errorf("%v, %v, %d inspections", back.Findings[i].Action, err, len(p.reports))
	}
	if _, err := p.Quality(context.Background(), r.WithTreatment(model.Treatment{Check: "x", Action: model.Drop}), nil); err == nil {
		t.Error("an unknown check is no error")
	}
	if d := run(t, p, r.WithMethod("rfm")).Document(nil); d.Quality == nil {
		t.Error("the document has no report")
	}
}
