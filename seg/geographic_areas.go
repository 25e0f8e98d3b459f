package seg

import (
	"context"
	"fmt"
	"math"

	"custseg/model"
	"custseg/seg/cluster"
)

// areas are the parts of the base by where customers are.
type areas struct {
	by      []measured // what the area is read from: its name, or two coordinates
	of      []int32    // the area of each customer, -1 for none
	names   []model.Phrase
	rules   []model.Phrase
	words   []string // names as plain words, for the axes of charts
	sizes   []int
	pooled  int // the area of all small ones, -1 for none
	why     []int32
	reasons []model.Phrase
	used    []string
	notes   []model.Phrase
	fit     []model.Fit
}

// areasByName makes an area of each word in a column, the largest first, ties by
// the word.
func areasByName(in Input, level model.Measure) (*areas, error) {
	f, ok := in.Customers.Feature(level)
	if !ok {
		return nil, paramErrorf("level", "this data has no %s: map a column to it with --map %s=COLUMN, or choose another level", level, level)
	}
	name, n := worded(f.Column, f.MeasureInfo), in.Customers.Len()
	a := &areas{by: []measured{name}, of: make([]int32, n), why: make([]int32, n), reasons: []model.Phrase{model.P("%s is missing", f.Label)}, used: []string{f.Column.Name()}, pooled: -1}
	place := make([]int32, len(name.words))
	for at, t := range ownMix(name).byOrders() {
		word := name.words[t.word]
		place[t.word] = int32(at)
		a.words, a.names, a.rules = append(a.words, word), append(a.names, model.Raw(word)), append(a.rules, model.P("%s is %s", f.Label, word))
		a.sizes = append(a.sizes, int(t.orders))
	}
	for i, v := range name.values {
		a.of[i], a.why[i] = -1, 0
		if finite(v) {
			a.of[i], a.why[i] = place[int(v)], -1
		}
	}
	return a, nil
}

// onEarth reports whether a latitude and a longitude in degrees are a place.
func onEarth(lat, lon float64) bool { return math.Abs(lat) <= 90 && math.Abs(lon) <= 180 }

// areasByPlace makes areas of regions in which customers lie densely, and one of
// all that lie in none.
func areasByPlace(ctx context.Context, in Input, report func(float64)) (*areas, error) {
	lat, errLat := in.Feature(latitude)
	lon, errLon := in.Feature(longitude)
	if errLat != nil || errLon != nil {
		return nil, paramErrorf("level", "coordinates want a latitude and a longitude: map columns of numbers to them with --map latitude=COLUMN --map longitude=COLUMN, or choose another level")
	}
	n := in.Customers.Len()
	a := &areas{by: in.present(latitude, longitude), of: make([]int32, n), why: make([]int32, n), reasons: []model.Phrase{model.P("latitude or longitude is missing, or not on Earth")},
		used: []string{lat.Column.Name(), lon.Column.Name()}, pooled: -1}
	var rows []int32
	var lats, lons []float64
	for i := range n {
		a.of[i] = -1
		if y, x := lat.Values()[i], lon.Values()[i]; onEarth(y, x) {
			a.why[i], rows, lats, lons = -1, append(rows, int32(i)), append(lats, y), append(lons, x)
		}
	}
	if len(rows) == 0 {
		return nil, fmt.Errorf("no customer has a latitude from -90 to 90 and a longitude from -180 to 180 degrees: map other columns to them with --map latitude=COLUMN, --map longitude=COLUMN")
	}
	x, minPts := cluster.OnSphere(lats, lons), in.Params.Int("minpts")
	eps := cluster.Chord(in.Params.Float("radius"))
	if in.Params.Auto("radius") {
		curve, err := cluster.KDistances(ctx, x, minPts, tableRows, in.Seed, nil)
		if err != nil {
			return nil, err
		}
		eps = kneeAboveZero(curve)
	}
	d, err := cluster.DBSCAN(ctx, x, eps, minPts, func(done float64) { report(0.1 + 0.7*done) })
	if err != nil {
		return nil, err
	}
	a.fit = []model.Fit{{Name: "k", Value: float64(d.K)}, {Name: "noise", Value: float64(d.Noise)}, {Name: "radius_km", Value: cluster.Arc(eps)}}
	if d.K == 0 {
		a.notes = append(a.notes, model.P("Nowhere do %d customers lie within %s km of one: raise radius or lower minpts", minPts, figure(cluster.Arc(eps))))
	}
	a.fromRegions(in, d, rows, lats, lons)
	return a, nil
}

// fromRegions names each region by the city that most of its customers give, or
// else by its place.
func (a *areas) fromRegions(in Input, d cluster.Density, rows []int32, lats, lons []float64) {
	groups, km := d.K, figure(cluster.Arc(d.Eps))
	if d.Noise > 0 {
		groups++
	}
	a.sizes = make([]int, groups)
	north, east := make([]float64, groups), make([]float64, groups)
	for i, row := range rows {
		g := d.Labels[i]
		if g < 0 {
			g = int32(d.K)
		}
		a.of[row] = g
		a.sizes[g]++
		north[g] += lats[i]
		east[g] += lons[i]
	}
	cities := commonest(in, a.of, groups)
	taken := map[string]bool{}
	for g := range groups {
		switch city := cities[g]; {
		case g == d.K:
			a.words = append(a.words, "Scattered")
			a.names, a.rules = append(a.names, model.P("Scattered")), append(a.rules, model.P("fewer than %d customers within %s km", d.MinPts, km))
			continue
		case city != "" && !taken[city]:
			taken[city] = true
			a.words, a.names = append(a.words, city), append(a.names, model.P("Around %s", city))
		default:
			a.words, a.names = append(a.words, fmt.Sprint("Region ", g+1)), append(a.names, model.P("Region %d", g+1))
		}
		n := float64(a.sizes[g])
		a.rules = append(a.rules, model.P("in the dense region about latitude %.2f, longitude %.2f: neighbours within %s km", north[g]/n, east[g]/n, km))
	}
}

// commonest returns the word that most customers of each group have for their
// city, ties by the word; empty where there is no such column.
func commonest(in Input, of []int32, groups int) []string {
	out := make([]string, groups)
	f, ok := in.Customers.Feature("city")
	if !ok {
		return out
	}
	counts := make([]map[string]int, groups)
	for i, g := range of {
		word := f.Text(i)
		if g < 0 || word == "" {
			continue
		}
		if counts[g] == nil {
			counts[g] = map[string]int{}
		}
		counts[g][word]++
		if n, best := counts[g][word], counts[g][out[g]]; n > best || n == best && word < out[g] {
			out[g] = word
		}
	}
	return out
}

// tell says how the areas decide.
func (a *areas) tell(s *model.Segmentation) {
	name := a.by[0]
	if name.words == nil {
		settled(s, model.P("Regions form from where all customers are, and where someone lives does not change by what is done"), a.by...)
		return
	}
	area := make([]int32, len(name.words))
	for i, g := range a.of {
		if g >= 0 {
			area[int(name.values[i])] = g
		}
	}
	decide(s, func(w whatIf) int32 {
		if v := w.value(name); finite(v) {
			return area[int(v)]
		}
		return -1
	}, nil, name)
}

// pool puts areas with less than a share of the customers that have one together.
func (a *areas) pool(least float64) {
	placed := total(a.sizes)
	move, kept, small := make([]int32, len(a.sizes)), int32(0), 0
	for g, n := range a.sizes {
		move[g] = kept
		if float64(n) < least*float64(placed) {
			move[g] = -1
			small++
			continue
		}
		kept++
	}
	if small < 2 { // one alone keeps its name
		return
	}
	from := *a
	a.words, a.names, a.rules, a.sizes, a.pooled = nil, nil, nil, nil, int(kept)
	others := 0
	for g, to := range move {
		if to < 0 {
			move[g] = kept
			others += from.sizes[g]
			continue
		}
		a.words, a.names, a.rules, a.sizes = append(a.words, from.words[g]), append(a.names, from.names[g]), append(a.rules, from.rules[g]), append(a.sizes, from.sizes[g])
	}
	a.words, a.names, a.sizes = append(a.words, "Other areas"), append(a.names, model.P("Other areas")), append(a.sizes, others)
	a.rules = append(a.rules, model.P("one of %d areas with less than %.1f%% of the customers each", small, 100*least))
	a.notes = append(a.notes, model.P("%d areas with less than %.1f%% of the customers each are put together", small, 100*least))
	for i, g := range a.of {
		if g >= 0 {
			a.of[i] = move[g]
		}
	}
}
