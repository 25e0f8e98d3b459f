package seg

import (
	"slices"
	"testing"

	"custseg/model"
)

// What methods of behaviour say that a change would do, worked out by hand.
func TestWhatWouldMoveACustomer(t *testing.T) {
	social := people(t, numbers("followers", 100, 200, 300, 400), numbers("likes", 10, 0, 3, 0), numbers("shares", 0, 1, 0, 0), numbers("posts", 0, 0, 0, 0))
	web := people(t, numbers("views", 10, 20, 2, 0), numbers("carts", 0, 1, 0, 0), numbers("purchases", 2, 0, 0, 0))
	credit := people(t, numbers("utilisation", .9, .6, .1), numbers("overdue", 1, 0, 0), numbers("history_years", .5, 5, 5))
	use := people(t, numbers("minutes", 10, 20, 30, 40), numbers("features_used", 1, 5, 5, 5), numbers("features_available", 10, 10, 10, 10))
	digital := people(t, model.TextsOf("device", []string{"phone", "phone"}), numbers("opens", 0, 3), numbers("posts", 0, 0))
	shop := bought(t, slices.Concat(inChannels("a", "Web", "Web", "Web", "Web"), inChannels("b", "Store"), inChannels("c", "App"))...)
	for _, c := range []struct {
		method  string
		on      *model.Customers
		set     []string
		i       int
		measure string
		to      float64
		want    string
	}{
		{"social", social, []string{"tiers=25,25,50", "weights=1,0,0"}, 0, "posts", 1, "Active"},
		{"social", social, []string{"tiers=25,25,50", "weights=1,0,0"}, 0, "followers", 350, "KOC"}, // above the third, with three of four below
		{"social", social, []string{"tiers=25,25,50", "weights=1,0,0"}, 1, "shares", 0, "Lurker"},
		{"social", social, []string{"weights=0,1,0", "tiers=25,25,50"}, 1, "likes", 39, "KOL"}, // 40 answers of 200 followers, where the first has .1
		{"behaviour", web, []string{"frequent=75%"}, 1, "purchases", 1, "Frequent"},            // 21 events become 22
		{"behaviour", web, nil, 3, "carts", 1, "Potential"},
		{"behaviour", web, []string{"by=funnel"}, 2, "carts", 3, "Abandoned the cart"},
		{"risk", credit, nil, 0, "overdue", 0, "Medium risk"},       // 30 + 10
		{"risk", credit, nil, 1, "utilisation", .81, "Medium risk"}, // 30 rather than 15
		{"risk", credit, nil, 2, "history_years", .5, "Low risk"},   // 10
		{"usage", use, nil, 1, "features_used", 1, "Shallow"},
		{"usage", use, nil, 0, "features_used", 2, "Light"},
		{"technology", digital, nil, 0, "posts", 1, "Hybrid"},              // 2 of 3
		{"technology", digital, nil, 1, "posts", 1, "Digital native"},      // all
		{"channel", shop, nil, 0, "orders Store", 1, "Web only"},           // 4 of 5
		{"channel", shop, nil, 0, "orders Store", 2, "Omnichannel"},        // 4 of 6, and 2
		{"channel", shop, nil, 1, "orders Web", 1, "Omnichannel"},          // half and half
		{"channel", shop, nil, 1, "orders Web", 4, "Web only"},             // 4 of 5
		{"habits", shop, []string{"orders=1"}, 1, "frequency", 1, "Mixed"}, // no category is known
		{"lifecycle", buyersOn(t, []int{900, 800}, []int{10}), []string{"scheme=yearly"}, 0, "recency", 30, "Returning"},
		{"churn", buyersOn(t, []int{100, 90, 70, 40}, []int{201, 151, 51}), nil, 1, "recency", 50, "Medium"},
		{"churn", buyersOn(t, []int{170, 150, 130, 100, 5}), []string{"rule=trend"}, 0, "recency", 0, "High"},      // 2 after 4
		{"churn", buyersOn(t, []int{170, 150, 130, 100, 5}), []string{"rule=trend"}, 0, "orders_recent", 4, "Low"}, // 4 after 4
	} {
		s := run(t, c.method, c.on, c.set...)
		if got := moved(s, c.i, model.Change{Measure: c.measure, To: c.to}); got != c.want {
			t.Errorf("%s %v: with %s %v customer %d of %q would be in %q, want %q", c.method, c.set, c.measure, c.to, c.i, placed(s)[c.i], got, c.want)
		}
	}
}

// A purchase opens an offer, and taking the offer closes it.
func TestWhatAPurchaseOpens(t *testing.T) {
	c := basketsOf(t, true,
		"a 1 tea 4", "a 1 cup 10", "b 2 tea 4", "b 2 cup 12", "c 3 tea 4", "c 3 cup 8", "d 4 tea 4", "d 4 jam 2", "e 5 mat 30", "f 6 cup 10", "g 7 jam 2", "g 7 jam 2")
	s := run(t, "basket", c, "confidence=70%")
	for _, want := range []struct {
		i       int
		measure string
		to      float64
		name    string
	}{{4, "bought tea", 1, "High"}, {4, "bought cup", 1, "Some"}, {3, "bought cup", 1, "None"}, {0, "bought cup", 0, "High"}} {
		if got := moved(s, want.i, model.Change{Measure: want.measure, To: want.to}); got != want.name {
			t.Errorf("customer %d with %s %v would be in %q, want %q", want.i, want.measure, want.to, got, want.name)
		}
	}
}

// What cannot be is in no segment: a last purchase before the first, or ahead of
// now, and fewer orders than none.
func TestTheImpossibleIsInNoSegment(t *testing.T) {
	c := oldAndDead(t)
	for _, id := range []string{"clv", "lifecycle", "kmeans", "rfm"} {
		set := []string(nil)
		if id == "kmeans" {
			set = []string{"columns=recency,tenure,frequency"}
		}
		s := run(t, id, c, set...)
		recency, tenure := 0., 0.
		if d, ok := s.Placing.Find("recency"); ok {
			recency = d.Values[0]
		}
		d, hasTenure := s.Placing.Find("tenure")
		if hasTenure {
			tenure = d.Values[0]
		}
		if got := s.Placing.Segment(0, model.Change{Measure: "recency", To: recency - 5}); got < 0 {
			t.Errorf("%s: an order five days ago is in no segment", id)
		}
		impossible := []model.Change{{Measure: "recency", To: -1}, {Measure: "frequency", To: -1}}
		if hasTenure {
			impossible = append(impossible, model.Change{Measure: "recency", To: tenure + 1}, model.Change{Measure: "tenure", To: recency - 1}, model.Change{Measure: "tenure", To: -1})
		}
		for _, change := range impossible {
			if got := s.Placing.Segment(0, change); got != -1 {
				t.Errorf("%s: with %s %v customer 0 of recency %v and tenure %v is in segment %d", id, change.Measure, change.To, recency, tenure, got)
			}
		}
	}
}
