package seg

import (
	"math"
	"strings"
	"testing"

	"custseg/model"
)

func texts(name string, words ...string) model.Column { return model.TextsOf(name, words) }

func TestGeographicByName(t *testing.T) {
	c := people(t, texts("region", "North", "South", "North", "North", "South", "East", "", "West"),
		numbers("monetary", 10, 30, 10, 10, 30, 5, 900, 5))
	s := run(t, "geographic", c, "min-share=20%")
	wantPlaced(t, s, "North", "South", "North", "North", "South", "Other areas", "Unclassified", "Other areas")
	wantText(t, english(s.Segments[0].Rule), "region is North", "money 0.70") // 30 of 100 by 3 of 7
	wantText(t, english(s.Segments[1].Rule), "money 2.10")                    // 60 of 100 by 2 of 7
	wantText(t, english(s.Segments[2].Rule), "one of 2 areas with less than 20.0% of the customers", "money 0.35")
	wantText(t, english(s.Segments[1].Advice.Marketing), "spend here first")
	wantText(t, english(s.Segments[0].Advice.Marketing), "find out why")
	wantNumbers(t, "money", score(t, s, "money_quotient"), .7, 2.1, .7, .7, 2.1, .35, nan, .35)
	if !noted(s, "2 areas with less than 20.0% of the customers") || !noted(s, "1 unclassified: region is missing") {
		t.Errorf("notes %v", s.Notes)
	}
	all := run(t, "geographic", c, "min-share=0")
	wantPlaced(t, all, "North", "South", "North", "North", "South", "East", "Unclassified", "West")
}

// Of ten customers in the north eight are of class A, which half of all are:
// 1.6 times as many.
func TestGeographicQuotients(t *testing.T) {
	var region, class []string
	for i := range 20 {
		region, class = append(region, []string{"North", "South"}[i/10]), append(class, []string{"A", "B"}[i/8%2])
	}
	class[18], class[19] = "B", "B" // A 0-7, 16, 17: eight in the north and two in the south
	s := run(t, "geographic", people(t, texts("region", region...), texts("segment", class...)))
	wantText(t, english(s.Segments[0].Rule), "location quotients: A 1.60")
	wantText(t, english(s.Segments[0].Advice.Product), "A is 1.60 times as frequent")
	wantText(t, english(s.Segments[1].Rule), "location quotients: B 1.60")
	if got := score(t, s, "location_quotient"); !close9(got[0], 1.6) || !close9(got[8], .4) || !close9(got[16], .4) {
		t.Errorf("quotients %v", got)
	}
	if v, _ := s.Measured("cramers_v"); !close9(v, .6) {
		t.Errorf("Cramér's V %v", v)
	}
	grid, ok := s.Charts[0].(*model.Grid)
	if !ok {
		t.Fatalf("first chart is %T", s.Charts[0])
	}
	if m := grid.Means(); !close9(m[0][0], 1.6) || !close9(m[0][1], .4) || !close9(m[1][1], 1.6) {
		t.Errorf("quotients by area and segment %v", m)
	}
}

func TestGeographicLevels(t *testing.T) {
	wantText(t, failure(t, "geographic", people(t, numbers("latitude", 1))), "--map region=COLUMN", "longitude")
	c := people(t, texts("city", "Graz", "Linz"), texts("country", "AT", "AT"))
	for set, want := range map[string]string{"level=auto": "Graz", "level=city": "Graz", "level=country": "AT"} {
		if got := placed(run(t, "geographic", c, set))[0]; got != want {
			t.Errorf("%s: %s", set, got)
		}
	}
	wantText(t, failure(t, "geographic", c, "level=region"), "this data has no region", "--map region=COLUMN")
	wantText(t, failure(t, "geographic", c, "level=coordinates"), "--map latitude=COLUMN", "choose another level")
	if missing := Missing(geographic{}.Spec(), people(t, numbers("x", 1))); len(missing) != 1 || missing[0].Measure != "region" {
		t.Errorf("missing %v", missing)
	}
}

// Six customers in Vienna and five in Sydney, one on the way, one nowhere and one
// past the pole. Across the date line is near.
func TestGeographicByPlace(t *testing.T) {
	var lat, lon []float64
	var city []string
	add := func(n int, north, east float64, name string) {
		for i := range n {
			lat, lon, city = append(lat, north+float64(i)/100), append(lon, east), append(city, name)
		}
	}
	add(6, 48.2, 16.37, "Vienna")
	add(5, -33.87, 151.2, "Sydney")
	add(1, 10, 80, "")
	add(1, nan, 16, "Vienna")
	add(1, 91, 0, "")
	c := people(t, numbers("latitude", lat...), numbers("longitude", lon...), texts("city", city...))
	s := run(t, "geographic", c, "level=coordinates")
	want := strings.Split("Around Vienna,Around Vienna,Around Vienna,Around Vienna,Around Vienna,Around Vienna,"+
		"Around Sydney,Around Sydney,Around Sydney,Around Sydney,Around Sydney,Scattered,Unclassified,Unclassified", ",")
	wantPlaced(t, s, want...)
	wantText(t, english(s.Segments[0].Rule), "latitude 48.23, longitude 16.37", "within 25 km")
	if r, _ := s.Measured("radius_km"); math.Abs(r-25) > 1e-6 {
		t.Errorf("radius %v", r)
	}
	// A hundredth of a degree north is 1.112 km: the fifth nearest of six in a row
	// is four away at most, 4.448 km, the farthest before those who are alone.
	auto := run(t, "geographic", c, "level=coordinates", "radius=auto")
	if r, _ := auto.Measured("radius_km"); math.Abs(r-4.448) > 1e-3 {
		t.Errorf("radius by itself %v", r)
	}
	if got := sizes(auto); got["Around Vienna"] != 6 || got["Scattered"] != 1 {
		t.Errorf("sizes %v", got)
	}
	line := people(t, numbers("latitude", 0, 0, 0, 0, 0), numbers("longitude", 179.99, -179.99, 180, -180, 179.98))
	wantPlaced(t, run(t, "geographic", line), "Region 1", "Region 1", "Region 1", "Region 1", "Region 1")
	if s := run(t, "geographic", line, "radius=0.1"); !noted(s, "Nowhere do 5 customers lie within 0.1 km") {
		t.Errorf("notes %v", s.Notes)
	}
	wantText(t, failure(t, "geographic", people(t, numbers("latitude", 95), numbers("longitude", 9))), "no customer has a latitude from -90 to 90")
}
