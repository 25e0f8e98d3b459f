package quality

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"custseg/model"
	"custseg/model/wording"
)

func apply(t *testing.T, d *model.Dataset, roles model.RoleMap, treatments ...model.Treatment) Treated {
	t.Helper()
	out, err := Apply(context.Background(), d, roles, treatments)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// Whatever is done about a finding, it is gone, and the data it was made of is
// as it was.
func TestWhatIsTreatedIsGone(t *testing.T) {
	d, roles := data(t, mixed(t)...)
	before := inspect(t, d, roles)
	done := 0
	for _, f := range before.Findings {
		for _, a := range f.Actions {
			if a == model.Keep || f.Check == "outliers" && a != model.Cap { // without the outliers the fences are narrower
				continue
			}
			out := apply(t, d, roles, f.Treatment(a))
			if len(out.Effects) != 1 || len(out.Effects[0].Rows) != len(f.Rows) {
				t.Fatalf("%s %s: %d effects", f.Check, a, len(out.Effects))
			}
			after := inspect(t, out.Dataset, roles)
			for _, g := range after.Findings {
				if g.Check == f.Check && g.Column == f.Column {
					t.Errorf("%s %s: %d are still found", f.Check, a, g.Count)
				}
			}
			if a == model.Drop && (len(out.Dataset.Dropped) != 1 || after.Tables[0].Rows != 400-len(f.Rows)) {
				t.Errorf("%s: %v dropped", f.Check, out.Dataset.Dropped)
			}
			done++
		}
	}
	if done < 12 {
		t.Errorf("%d treatments were tried", done)
	}
	after := inspect(t, d, roles)
	for i, f := range before.Findings {
		if after.Findings[i].Count != f.Count {
			t.Errorf("%s found %d, then %d: Apply changed the data", f.Check, f.Count, after.Findings[i].Count)
		}
	}
}

func TestCapsMoveToTheFence(t *testing.T) {
	d, roles := data(t, spread("size_m", 500, 1000))
	out := apply(t, d, roles, model.Treatment{Check: "extreme_outliers", Column: "size_m", Action: model.Cap})
	fences := inspect(t, d, roles).Tables[0].Columns[0].Outliers
	got := out.Dataset.Tables[0].Column(0).(*model.Numbers).Values()
	if got[40] != fences.OuterHigh || got[41] != fences.OuterHigh || got[0] != 20.5 {
		t.Errorf("%v beyond %v", got[38:], fences)
	}
	if text := out.Effects[0].Text.In(wording.English()); !strings.Contains(text, "size_m") || !strings.Contains(text, ": 2") {
		t.Errorf("%s", text)
	}
}

func TestAnExceptionGoesBeforeTheRule(t *testing.T) {
	d, roles := data(t, spread("size_m", 500, 1000), spread("width_m", 500, 1000))
	out := apply(t, d, roles, model.Treatment{Check: "extreme_outliers", Action: model.Blank},
		model.Treatment{Check: "extreme_outliers", Column: "width_m", Action: model.Keep})
	if len(out.Effects) != 1 || out.Effects[0].Column != 0 {
		t.Errorf("%+v", out.Effects)
	}
	r := inspect(t, d, roles).With([]model.Treatment{{Check: "extreme_outliers", Action: model.Blank}, {Check: "extreme_outliers", Column: "width_m", Action: model.Keep}})
	for _, f := range r.Findings {
		want := model.Keep
		if f.Check == "extreme_outliers" && f.Column == 0 {
			want = model.Blank
		}
		if f.Action != want {
			t.Errorf("%s of column %d: %s", f.Check, f.Column, f.Action)
		}
	}
}

// A treatment acts on what those before it left.
func TestTreatmentsFollowOneAnother(t *testing.T) {
	ids := words("customer_id", "a", "b", "c", "b")
	d, roles := data(t, ids, numbers("amount", 5, 0, 7, 0), words("product", "x", "y", "z", "y"))
	out := apply(t, d, roles, model.Treatment{Check: "zero_amount", Action: model.Drop}, model.Treatment{Check: "duplicate_rows", Action: model.Drop})
	if len(out.Effects) != 1 || len(out.Dataset.Dropped) != 1 || len(out.Dataset.Dropped[0].Rows) != 2 {
		t.Errorf("%+v", out.Dataset.Dropped)
	}
}

func TestTodayIsInTheTreatment(t *testing.T) {
	d, roles := data(t, days(t, "order_date", "2024-07-01"))
	for _, f := range inspect(t, d, roles).Findings {
		if f.Check == "future_dates" {
			if tr := f.Treatment(model.Drop); tr.Limit != "2024-06-30" || len(apply(t, d, roles, tr).Effects) != 1 {
				t.Errorf("%+v", tr)
			}
			if tr := f.Treatment(model.Keep); tr.Limit != "" {
				t.Errorf("%+v", tr)
			}
		}
	}
}

func TestSlipsInTreatmentsAreNamed(t *testing.T) {
	d, roles := data(t, spread("size_m", 500))
	for _, x := range []struct {
		treatment model.Treatment
		says      string
	}{
		{model.Treatment{Check: "outlier", Action: model.Cap}, "extreme_outliers"},
		{model.Treatment{Check: "outliers", Action: "trim"}, "keep, drop, cap, blank"},
		{model.Treatment{Check: "id_names", Action: model.Drop}, "only be told"},
		{model.Treatment{Check: "outliers", Column: "nosuch", Action: model.Cap}, "size_m"},
		{model.Treatment{Check: "duplicate_rows", Column: "size_m", Action: model.Drop}, "orders"},
		{model.Treatment{Check: "outliers", Action: model.Cap, Limit: "2024-01-01"}, "limit"},
		{model.Treatment{Check: "future_dates", Action: model.Drop, Limit: "tomorrow"}, "tomorrow"},
	} {
		if _, err := Apply(context.Background(), d, roles, []model.Treatment{x.treatment}); err == nil || !strings.Contains(err.Error(), x.says) {
			t.Errorf("%+v: %v", x.treatment, err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Apply(ctx, d, roles, []model.Treatment{{Check: "outliers", Action: model.Cap}}); !errors.Is(err, context.Canceled) {
		t.Errorf("err = %v", err)
	}
}

func TestIdsAreFilledFromAbove(t *testing.T) {
	d, roles := data(t, words("customer_id", "a", "", "", "b", "", "c", ""), numbers("amount", 1, 2, 3, 4, 5, 6, 7))
	fill := model.Treatment{Check: "blank_ids", Action: model.Fill}
	d.Dropped = []model.Exclusion{{Rows: []int32{4}}} // a row left out is not filled
	out, err := Apply(context.Background(), d, roles, []model.Treatment{fill})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"a", "a", "a", "b", "", "c", "c"} {
		if got := out.Dataset.Tables[0].Column(0).Text(i); got != want {
			t.Errorf("row %d belongs to %q, not %q", i, got, want)
		}
	}
	if d.Tables[0].Column(0).Text(1) != "" || len(out.Effects) != 1 || !slices.Equal(out.Effects[0].Rows, []int32{1, 2, 6}) {
		t.Errorf("%+v", out.Effects)
	}
}

// Writings become the commonest of them, of equals the first; other words and
// the data itself stay.
func TestWritingsAreMerged(t *testing.T) {
	d, roles := data(t, words("gender", "F", "f", "F", "Ｆ", "M", "M", "m ", "m ", "", "X", "X", "X", "X"))
	out, err := Apply(context.Background(), d, roles, []model.Treatment{{Check: "near_categories", Action: model.Merge}})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"F", "F", "F", "F", "M", "M", "M", "M", "", "X", "X", "X", "X"} {
		if got := out.Dataset.Tables[0].Column(0).Text(i); got != want {
			t.Errorf("row %d: %q, want %q", i, got, want)
		}
	}
	if d.Tables[0].Column(0).Text(1) != "f" || len(out.Effects) != 1 || !slices.Equal(out.Effects[0].Rows, []int32{1, 3, 6, 7}) {
		t.Errorf("%+v", out.Effects)
	}
	if found, err := Find(context.Background(), out.Dataset, roles, model.NoDay, "near_categories"); err != nil || len(found) > 0 {
		t.Errorf("found after merging: %v, %v", found, err)
	}
}
