package chart

import (
	"math"
	"math/rand/v2"
	"sort"

	"custseg/model"
	"custseg/model/wording"
	"custseg/ui/tui/theme"
)

var english = wording.English()

// The looks that goldens are made in.
func plain() *theme.Theme   { return theme.New(nil, theme.Options{}) }
func ascii() *theme.Theme   { return theme.New(nil, theme.Options{ASCII: true}) }
func colours() *theme.Theme { return theme.New(nil, theme.Options{Color: true, Colors256: true}) }

// base is a base of customers that is the same on every machine: it is made of
// whole numbers and divisions only.
type base struct {
	recency, money, orders []float64
	split                  Split     // by recency
	cuts                   []float64 // of recency
}

func newBase(n int) base {
	r := rand.New(rand.NewPCG(3, 4))
	b := base{
		recency: make([]float64, n), money: make([]float64, n), orders: make([]float64, n),
		cuts:  []float64{15, 36, 72, 172},
		split: Split{Names: []string{"Champions", "Loyal", "需要关注的客户", "At Risk", "Lost"}, Of: make([]int32, n)},
	}
	for i := range n {
		u := r.IntN(1000)
		b.recency[i] = float64(373 * u * u / 1_000_000)
		b.money[i] = float64(50_000_000/(20+r.IntN(9980)))/100 - 60
		b.orders[i] = float64(1 + 40/(1+r.IntN(40)))
		b.split.Of[i] = int32(sort.SearchFloat64s(b.cuts, b.recency[i]))
		if i%97 == 0 {
			b.recency[i], b.split.Of[i] = math.NaN(), -1
		}
	}
	return b
}

func (b base) histogram() *Histogram {
	return NewHistogram(english, &model.Histogram{Title: model.P("Recency"), Unit: model.Days, Values: b.recency, Cuts: b.cuts}, b.split)
}

func (b base) moneyHistogram() *Histogram {
	return NewHistogram(english, &model.Histogram{Title: model.P("Monetary"), Unit: model.Money, Values: b.money, Cuts: []float64{50, 200, 1500}}, b.split)
}

func (b base) ordersHistogram() *Histogram {
	return NewHistogram(english, &model.Histogram{Title: model.P("购买频率"), Unit: model.OrderCount, Values: b.orders, Cuts: []float64{1, 3, 9}}, Split{})
}

func (b base) grid() *Grid {
	g := &model.Grid{
		Title: model.P("Customers by recency and frequency"), RowTitle: model.P("Recency score"), ColTitle: model.P("Frequency score"),
		Rows: []string{"R5", "R4", "R3", "R2", "R1"}, Cols: []string{"F1", "F2", "F3", "F4", "F5"},
		Row: b.split.Of, Col: make([]int32, len(b.money)),
	}
	for i, o := range b.orders {
		g.Col[i] = int32(sort.SearchFloat64s([]float64{1, 2, 3, 5}, o))
	}
	return NewGrid(english, g)
}

// crosstab is a grid with long labels, of which some are CJK.
func (b base) crosstab() *Grid {
	g := &model.Grid{
		Title: model.P("RFM against k-means"), RowTitle: model.P("RFM"), ColTitle: model.P("k-means"),
		Rows: b.split.Names, Cols: []string{"Cluster 1", "高价值客户", "Cluster 3"}, Row: b.split.Of, Col: make([]int32, len(b.money)),
	}
	for i, m := range b.money {
		g.Col[i] = int32(sort.SearchFloat64s([]float64{0, 100}, m))
	}
	return NewGrid(english, g).WithShares(true)
}

// pareto is a curve whose segments are stretches of it.
func (b base) pareto() *Curve {
	n := len(b.money)
	c := &model.Curve{
		Title: model.P("Cumulative share of value"), XTitle: model.P("share of customers, largest first"), YTitle: model.P("share of the total"),
		XUnit: model.Percent, YUnit: model.Percent, Diagonal: true,
	}
	for i := range n {
		c.Order = append(c.Order, int32(i))
	}
	sort.SliceStable(c.Order, func(i, j int) bool { return b.money[c.Order[i]] > b.money[c.Order[j]] })
	total, sum := 0., 0.
	for _, v := range b.money {
		total += max(v, 0)
	}
	of := Split{Names: []string{"A", "B", "C"}, Of: make([]int32, n)}
	for k, i := range c.Order {
		sum += max(b.money[i], 0)
		c.X, c.Y = append(c.X, float64(k+1)/float64(n)), append(c.Y, sum/total)
		of.Of[i] = int32(sort.SearchFloat64s([]float64{.8, .95}, sum/total))
		if m := len(c.Marks); m < 2 && sum/total > []float64{.8, .95}[m] {
			c.Marks = append(c.Marks, model.Mark{X: c.X[k], Y: c.Y[k], Label: model.Raw([]string{"A", "B"}[m])})
		}
	}
	return NewCurve(english, c, of)
}

func (b base) scatter() *Scatter {
	s := &model.Scatter{
		Title: model.P("Clusters on two principal components"), XTitle: model.P("component 1 (41%%)"), YTitle: model.P("component 2 (22%%)"),
	}
	r := rand.New(rand.NewPCG(5, 6))
	at := [][2]float64{{0, 0}, {3, 1}, {-2, 3}, {1, -3}, {-3, -2}}
	of := Split{Names: b.split.Names, Of: make([]int32, len(b.money))}
	spread := func() float64 { return float64(r.IntN(100)+r.IntN(100)+r.IntN(100)-150) / 60 }
	for i := range of.Of {
		of.Of[i] = int32(i % 5)
		s.X, s.Y = append(s.X, at[i%5][0]+spread()), append(s.Y, at[i%5][1]+spread())
	}
	s.X[7], s.Y[9] = math.NaN(), math.Inf(1)
	for k, c := range at {
		s.Centers = append(s.Centers, model.Center{X: c[0], Y: c[1], Segment: k})
	}
	return NewScatter(english, s, of)
}

func quality(lines int) *Series {
	s := &model.Series{
		Title: model.P("Quality by number of clusters"), XTitle: model.P("clusters"), X: []float64{2, 3, 4, 5, 6, 7, 8}, Chosen: 5,
		Lines: []model.Line{
			{Name: model.P("silhouette"), Y: []float64{.31, .35, .44, .52, .47, math.NaN(), .41}},
			{Name: model.P("inertia"), Y: []float64{182330, 120000, 90000, 70000, 62000, 58000, 55000}},
		},
	}
	s.Lines = s.Lines[:lines]
	return NewSeries(english, s)
}

// quarters is a scatter of two measures that its lines part into segments.
func (b base) quarters() *Scatter {
	m := &model.Scatter{Title: model.P("Customers by recency and value"), XTitle: model.P("Recency"), YTitle: model.P("Monetary"),
		XUnit: model.Days, YUnit: model.Money, X: b.recency, Y: b.money, XCuts: []float64{90}, YCuts: []float64{220}, YCut: 1}
	of := Split{Names: []string{"Stars", "潜力客户", "Past stars", "Rest"}, Of: make([]int32, len(b.money))}
	for i := range of.Of {
		switch old, rich := b.recency[i] >= 90, b.money[i] >= 220; {
		case math.IsNaN(b.recency[i]):
			of.Of[i] = -1
		case !old && !rich:
			of.Of[i] = 1
		case old && rich:
			of.Of[i] = 2
		case old:
			of.Of[i] = 3
		}
	}
	return NewScatter(english, m, of)
}

func (b base) meanGrid() *Grid {
	g := &model.Grid{
		Title: model.P("P(alive) by recency and repeat purchases"), RowTitle: model.P("Recency"), ColTitle: model.P("Repeat purchases"),
		Rows: []string{"0-15", "16-36", "37-72", "73-172", "173+"}, Cols: []string{"0", "1", "2", "3+"},
		Row: b.split.Of, Col: make([]int32, len(b.money)), ValueTitle: model.P("P(alive)"), ValueUnit: model.Percent, Value: make([]float64, len(b.money)),
	}
	for i, o := range b.orders {
		g.Col[i] = int32(min(o-1, 3))
		g.Value[i] = 1 / (1 + b.recency[i]/90/o)
	}
	return NewGrid(english, g)
}

// frequencies are two columns for each setting.
func frequencies() *Series {
	return NewSeries(english, &model.Series{
		Title: model.P("Customers by repeat purchases"), XTitle: model.P("repeat purchases"), X: []float64{0, 1, 2, 3, 4, 5, 6, 7}, Chosen: math.NaN(), Bars: true,
		Lines: []model.Line{
			{Name: model.P("actual"), Y: []float64{1411, 439, 214, 100, 62, 38, 29, 64}},
			{Name: model.P("expected"), Y: []float64{1429, 403, 180, 98, 59, 38, 25, 59}},
		},
	})
}

// touchpoints are amounts of nobody, of which some are negative.
func touchpoints() *Amounts {
	return NewAmounts(english, &model.Bars{
		Title:  model.P("Importance of touchpoints, as a correlation"),
		Labels: []model.Phrase{model.P("price"), model.P("售后服务"), model.P("delivery to the door on the day that was asked for"), model.P("queue"), model.P("app"), model.P("ads")},
		Values: []float64{.62, .4, .05, -.31, math.NaN(), 0},
	}, Split{})
}

// segmentAmounts are bars of which each is a segment.
func (b base) segmentAmounts() *Amounts {
	m := &model.Bars{Title: model.P("Value by segment, of the positive total"), Unit: model.Percent, Of: b.split.Of, Values: []float64{.42, .31, .15, .1, .02}}
	for _, n := range b.split.Names {
		m.Labels = append(m.Labels, model.Raw(n))
	}
	return NewAmounts(english, m, b.split)
}

// tree is a tree of three levels over the segments of the base.
func (b base) tree() *Tree {
	return NewTree(english, &model.Tree{
		Title: model.P("Tree of %s", model.P("churned")), ValueName: model.P("share of %s", model.Raw("yes")), Unit: model.Percent,
		Nodes: []model.TreeNode{
			{Text: model.P("all customers"), N: 2000, Value: .31, Children: []int{1, 6}, Segment: -1},
			{Text: model.P("tenure < 12"), N: 900, Value: .55, Children: []int{2, 3}, Segment: -1},
			{Text: model.P("contract is monthly"), N: 400, Value: .82, Segment: 4},
			{Text: model.P("contract is yearly or for two years, or not known"), N: 500, Value: .33, Children: []int{4, 5}, Segment: -1},
			{Text: model.P("地区是 华东 或 中南"), N: 300, Value: .4, Segment: 2},
			{Text: model.P("region is another"), N: 200, Value: .23, Segment: 3},
			{Text: model.P("tenure ≥ 12"), N: 1100, Value: .11, Children: []int{7, 8}, Segment: -1},
			{Text: model.P("orders < 4"), N: 700, Value: .14, Segment: 1},
			{Text: model.P("orders ≥ 4"), N: 400, Value: .06, Segment: 0},
		},
	}, b.split)
}

func categories() *Bars {
	items := []Item{
		{"华东", 3021, 0}, {"中南", 2604, 1}, {"North", 1204, 2}, {"ｱﾊﾟｰﾄ", 310, 3}, {"South west of the river", 88, 4}, {"\x1b[2Jodd", 1, -1},
	}
	return NewBars(english, model.P("Region"), items, nil, 12)
}

func (b base) boxes() *Boxes {
	return NewBoxes(english, model.P("Monetary"), model.Money, b.money, b.split)
}

// picture is a chart to be drawn, with the cursor on it.
type picture struct {
	name string
	c    Chart
	at   Cursor
}

func pictures() []picture {
	b, no := newBase(2000), Nowhere()
	return []picture{
		{"histogram", b.histogram(), Cursor{-1, -1, 1}},
		{"histogram-money", b.moneyHistogram(), Cursor{3, -1, -1}},
		{"dendrogram", joined(), Cursor{1, 2, -1}},
		{"listing", rulesTable(), Cursor{-1, 1, -1}},
		{"histogram-log", b.moneyHistogram().With(Scale{Log: true}), no},
		{"histogram-orders", b.ordersHistogram(), no},
		{"grid", b.grid(), Cursor{3, 1, -1}},
		{"grid-shares", b.crosstab(), no},
		{"curve", b.pareto(), Cursor{10, -1, -1}},
		{"curve-mark", b.pareto(), Cursor{-1, -1, 0}},
		{"scatter", b.scatter(), no},
		{"series", quality(1), Cursor{2, -1, -1}},
		{"series-scales", quality(2), no},
		{"bars", categories(), Cursor{-1, 2, -1}},
		{"boxes", b.boxes(), no},
		{"scatter-lines", b.quarters(), no},
		{"scatter-line", b.quarters(), Cursor{-1, -1, 1}},
		{"grid-means", b.meanGrid(), Cursor{1, 2, -1}},
		{"series-columns", frequencies(), Cursor{2, -1, -1}},
		{"amounts", touchpoints(), Cursor{-1, 2, -1}},
		{"amounts-segments", b.segmentAmounts(), no},
		{"tree", b.tree(), Cursor{-1, 4, -1}},
	}
}

// oddities are charts of data that has nothing to draw, or hardly.
func oddities() []picture {
	no := Nowhere()
	hist := func(values, cuts []float64) Chart {
		return NewHistogram(english, &model.Histogram{Title: model.P("Value"), Unit: model.Money, Values: values, Cuts: cuts}, Split{})
	}
	nan, inf := math.NaN(), math.Inf(1)
	many := make([]float64, 60)
	for i := range many {
		many[i] = float64(i) / 4
	}
	return []picture{
		{"none", hist(nil, []float64{5}), Cursor{0, 0, 0}},
		{"missing", hist([]float64{nan, inf, -inf}, nil), no},
		{"one", hist([]float64{40}, []float64{50}), Cursor{0, -1, -1}},
		{"equal", hist([]float64{7, 7, 7, 7}, []float64{7}), no},
		{"infinities", hist([]float64{1, 2, 3, 4, inf, -inf, nan}, nil), no},
		{"cuts", hist([]float64{1, 2, 3, 8, 12}, many), Cursor{-1, -1, 20}},
		{"huge", hist([]float64{-1.7e308, 1, 1.7e308, 1e300}, []float64{0}), no},
		{"tiny", hist([]float64{5e-324, 1e-323, 3e-310}, nil), no},
		{"refunds", hist([]float64{-1200.5, -90, -33, -12, -3, 0, 4, 18.5}, []float64{-50, 0}), no},
		{"log-none", NewHistogram(english, &model.Histogram{Values: []float64{0, -1}}, Split{}).With(Scale{Log: true}), no},
		{"no-grid", NewGrid(english, &model.Grid{Title: model.P("Empty")}), Cursor{0, 0, -1}},
		{"no-curve", NewCurve(english, &model.Curve{Title: model.P("Empty"), X: []float64{nan}, Y: []float64{1}}, Split{}), Cursor{0, 0, 0}},
		{"point", NewCurve(english, &model.Curve{Title: model.P("Point"), X: []float64{1}, Y: []float64{-2}}, Split{}), Cursor{0, 0, 0}},
		{"no-scatter", NewScatter(english, &model.Scatter{Title: model.P("Empty"), X: []float64{nan}, Y: []float64{1}}, Split{}), Cursor{0, 0, 0}},
		{"dot", NewScatter(english, &model.Scatter{Title: model.P("Dot"), X: []float64{5}, Y: []float64{1}}, Split{}), Cursor{3, 3, 0}},
		{"no-series", NewSeries(english, &model.Series{Title: model.P("Empty"), Lines: []model.Line{{}}}), Cursor{0, 0, 0}},
		{"no-bars", NewBars(english, model.P("Empty"), nil, nil, 3), Cursor{0, 0, 0}},
		{"no-amounts", NewAmounts(english, &model.Bars{Title: model.P("Empty")}, Split{}), Cursor{0, 0, 0}},
		{"losses", NewAmounts(english, &model.Bars{Labels: []model.Phrase{model.P("a"), model.P("b")}, Values: []float64{-3, -1e12}}, Split{}), no},
		{"no-tree", NewTree(english, &model.Tree{Title: model.P("Empty")}, Split{}), Cursor{0, 0, 0}},
		{"root", NewTree(english, &model.Tree{Nodes: []model.TreeNode{{Text: model.P("all"), N: 5, Value: nan}}}, Split{Names: []string{"All"}, Of: make([]int32, 5)}), Cursor{0, 0, 0}},
		{"no-boxes", NewBoxes(english, model.P("Empty"), "", nil, Split{Names: []string{"A"}}), Cursor{0, 0, 0}},
	}
}
