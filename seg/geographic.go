package seg

import (
	"context"
	"fmt"
	"slices"

	"custseg/model"
)

// geographic groups customers by where they are: by the name of a place, or by
// coordinates that lie close together. Source: Kotler & Keller, Marketing
// Management; Isard (1960), Methods of Regional Analysis, for the location
// quotient.
type geographic struct{}

// placeLevels are the roles that name a place, in the order in which auto takes
// them.
func placeLevels() []model.Measure {
	return []model.Measure{"region", "province", "city", "country"}
}

const (
	latitude    model.Measure = "latitude"
	longitude   model.Measure = "longitude"
	coordinates               = "coordinates"
)

// Spec implements [Method].
func (geographic) Spec() Spec {
	needs := []Need{{Measure: "region", Or: []model.Measure{"province", "city", "country", latitude}, Why: model.P("where customers are, by name or by coordinates")}}
	for _, m := range append(placeLevels()[1:], latitude, longitude) {
		needs = append(needs, Need{Measure: m, Optional: true, Why: model.P("another level to group by")})
	}
	needs = append(needs, Need{Measure: model.Monetary, Optional: true, Why: model.P("what each area is worth")},
		Need{Measure: "segment", Optional: true, Why: model.P("segments to find over-represented in areas")})
	byPlace := []Condition{{Param: "level", In: []string{coordinates, autoWord}}}
	return Spec{
		ID: "geographic", Name: model.P("Geography"), Family: Who, Seeded: true,
		Summary: model.P("Groups customers by region, province, city or country, or by coordinates that lie close together, and compares the areas with the base."),
		Rule:    model.P("A customer belongs to the area named in their column, or to the dense region of coordinates around them; areas with less than the least share of customers are one."),
		Needs:   needs,
		Params: []Param{
			{ID: "level", Label: model.P("level"), Kind: Choice, Default: model.Word(autoWord),
				Options: []Option{{autoWord, model.P("The first of region, province, city and country there is, else coordinates")},
					{"region", model.P("Region")}, {"province", model.P("Province")}, {"city", model.P("City")}, {"country", model.P("Country")},
					{coordinates, model.P("Places close together by latitude and longitude (DBSCAN)")}},
				Help: model.P("What makes an area.")},
			{ID: "min-share", Label: model.P("least share"), Kind: PercentShare, Default: model.Num(0.01), Min: 0, Max: 0.5, Step: 0.01, Unit: model.Percent,
				Help: model.P("Areas with a smaller share of the customers are put together.")},
			{ID: "radius", Label: model.P("radius"), Kind: Float, Default: model.Num(25), Min: 0.1, Max: 5000, Step: 5, Auto: true, When: byPlace,
				Help: model.P("Kilometres within which customers are neighbours; auto reads them where the distances to the minpts-th nearest customer begin to rise steeply.")},
			{ID: "minpts", Label: model.P("minimum points"), Kind: Int, Default: model.Num(5), Min: 1, Max: 1000, Step: 1, When: byPlace,
				Help: model.P("Customers within the radius, themselves included, that make a dense region.")},
		},
		Source: "Kotler & Keller, Marketing Management; Isard (1960), Methods of Regional Analysis; Ester, Kriegel, Sander & Xu (1996), DBSCAN",
	}
}

// Run implements [Method].
func (geographic) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	report(0.1)
	level := in.Params.Word("level")
	if level == autoWord {
		if level = in.firstLevel(); level == "" {
			return nil, fmt.Errorf("this data does not say where customers are: map a column with --map region=COLUMN, or to province, city or country, or two of numbers to latitude and longitude")
		}
	}
	in.Params.settleWord("level", level)
	var a *areas
	var err error
	if level == coordinates {
		a, err = areasByPlace(ctx, in, report)
	} else {
		a, err = areasByName(in, model.Measure(level))
	}
	if err != nil {
		return nil, err
	}
	a.pool(in.Params.Float("min-share"))
	q := readQuotients(in, a)
	s := &model.Segmentation{Used: slices.Concat(a.used, q.used), Notes: a.notes, Fit: a.fit}
	p := newPlacer(s, q.segments(a), a.why, a.reasons)
	copy(s.Of, a.of)
	p.done()
	a.tell(s)
	q.report(s, a)
	q.addCharts(s, in, a)
	return s, nil
}

// firstLevel is the first level that the data has, empty for none.
func (in Input) firstLevel() string {
	for _, m := range placeLevels() {
		if _, ok := in.Customers.Feature(m); ok {
			return string(m)
		}
	}
	if len(in.present(latitude, longitude)) == 2 {
		return coordinates
	}
	return ""
}

// addCharts gives the map where there are coordinates, and the table of areas by
// segments.
func (q quotients) addCharts(s *model.Segmentation, in Input, a *areas) {
	lat, errLat := in.Feature(latitude)
	lon, errLon := in.Feature(longitude)
	if errLat == nil && errLon == nil {
		chart := &model.Scatter{Title: model.P("Customers on the map"), XTitle: model.P("longitude"), YTitle: model.P("latitude"),
			X: slices.Clone(lon.Values()), Y: slices.Clone(lat.Values())}
		for i := range chart.X {
			if !onEarth(chart.Y[i], chart.X[i]) {
				chart.X[i], chart.Y[i] = missing, missing
			}
		}
		s.Charts = append(s.Charts, chart)
	}
	s.Charts = append(s.Charts, q.grid(a), in.areaListing(a))
}
