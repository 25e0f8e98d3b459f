package seg

import (
	"testing"

	"custseg/model"
)

func TestEngagementByHand(t *testing.T) {
	c := people(t, numbers("active_days", 30, 20, 19, 8, 7, 2, 1, 0, nan), numbers("opens", 0, 0, 0, 0, 0, 0, 0, 0, 50))
	s := run(t, "engagement", c)
	wantPlaced(t, s, "Power", "Power", "Core", "Core", "Casual", "Casual", "Marginal", "Silent", "Unclassified")
	if v, _ := s.Measured("stickiness"); !close9(v, 87./30/7) {
		t.Errorf("stickiness %v", v)
	}
	if got := placed(run(t, "engagement", c, "activity=opens"))[8]; got != "Power" {
		t.Errorf("fifty e-mails opened are %s", got)
	}
	wantText(t, failure(t, "engagement", c, "activity=clicks"), "--map clicks=COLUMN")
}

// Of dated events those of the last 30 days count, a day once.
func TestEngagementOfEvents(t *testing.T) {
	var ids []string
	var dates []int64
	for day := range 40 {
		ids, dates = append(ids, "daily", "daily"), append(dates, model.Day(18000+day).Seconds(), model.Day(18000+day).Seconds()+60)
		if day < 5 {
			ids, dates = append(ids, "gone"), append(dates, model.Day(18000+day).Seconds())
		}
	}
	kinds := make([]string, len(ids))
	for i := range kinds {
		kinds[i] = "view"
	}
	c := customers(t, model.NoDay, table(t, "events", model.TextsOf("customer_id", ids), model.NewDates("event_date", dates), model.TextsOf("event_type", kinds)))
	wantPlaced(t, run(t, "engagement", c), "Power", "Silent")
}

func TestUsageByHand(t *testing.T) {
	c := people(t, numbers("active_days", 1, 2, 3, 3), numbers("minutes", 10, 20, 30, nan), numbers("features_used", 2, 4, 6, 1), numbers("features_available", 10, 10, 10, 10))
	s := run(t, "usage", c)
	wantPlaced(t, s, "Light", "Medium", "Heavy", "Shallow")
	wantNumbers(t, "adoption", score(t, s, "adoption"), .2, .4, .6, .1)
	// Days have mean 9/4 and variance 11/16, the last has no minutes, adoption has mean 13/40 and variance .0369.
	const sdDays, sdAdoption = 0.82915619758885, 0.192028643697
	z := (.75/sdDays + (.1-.325)/sdAdoption) / 2
	if got := score(t, s, "usage_z")[3]; got < z-1e-6 || got > z+1e-6 {
		t.Errorf("mean z %v, want %v", got, z)
	}
	s = run(t, "usage", people(t, numbers("active_days", 1, 2, 3)))
	wantPlaced(t, s, "Light", "Medium", "Heavy")
	if !noted(s, "nobody is Shallow") {
		t.Errorf("notes %v", s.Notes)
	}
}
