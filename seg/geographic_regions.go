package seg

import (
	"context"
	"fmt"
	"math"

	"custseg/model"
	"custseg/seg/cluster"
)

// onEarth reports whether a latitude and a longitude in degrees are a place. 0 and
// 0, in the sea off Africa, is what devices write that do not know where they are.
func onEarth(lat, lon float64) bool {
	return math.Abs(lat) <= 90 && math.Abs(lon) <= 180 && (lat != 0 || lon != 0)
}

// areasByPlace makes areas of regions in which customers lie densely, and one of
// all that lie in none.
func areasByPlace(ctx context.Context, in Input, report func(float64)) (*areas, error) {
	lat, errLat := in.Feature(latitude)
	lon, errLon := in.Feature(longitude)
	if errLat != nil || errLon != nil {
		return nil, paramErrorf("level", "coordinates want a latitude and a longitude: map columns of numbers to them with --map latitude=COLUMN --map longitude=COLUMN, or choose another level")
	}
	n := in.Customers.Len()
	a := &areas{by: in.present(latitude, longitude), of: make([]int32, n), why: make([]int32, n), reasons: []model.Phrase{model.P("latitude or longitude is missing, both are 0, or they are not on Earth")},
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
	in.Params.settleNumber("radius", cluster.Arc(eps))
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
		case city != "" && !taken[folded(city)]:
			taken[folded(city)] = true
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
	city, _ := alike(f.Column)
	counts := make([]map[string]int, groups)
	for i, g := range of {
		word := city.Text(i)
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
