package seg

import (
	"bufio"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"custseg/model"
	"custseg/seg/btyd"
)

// orderTable makes orders of days from a first one on; an amount below 0 is a
// return.
func orderTable(t testing.TB, ids []string, days []int, amounts []float64) *model.Table {
	dates := make([]int64, len(days))
	for i, d := range days {
		dates[i] = model.Day(18000 + d).Seconds()
	}
	return table(t, "orders", model.TextsOf("customer_id", ids), model.NewDates("order_date", dates), model.NewNumbers("amount", amounts))
}

func TestBuyersOfOrders(t *testing.T) {
	c := customers(t, 18000+100, orderTable(t,
		[]string{"a", "a", "a", "a", "a", "b", "c", "d", "d"},
		[]int{0, 30, 30, 50, 90, 100, 10, 20, 40},
		[]float64{5, 10, 20, -4, 7, 3, -3, 0, -1}))
	b, err := readBuyers(Input{Customers: c})
	if err != nil {
		t.Fatal(err)
	}
	want := []buyer{
		{repeats: 2, last: 90, watched: 100, money: 33}, // two orders of a day are one, a return counts as money
		{watched: 0},
		{},
		{watched: 80, money: -1}, // an order of zero is a purchase, a return alone is none
	}
	if !slices.Equal(b.all, want) || !slices.Equal(b.why, []int32{-1, -1, noPurchaseDay, -1}) {
		t.Errorf("%+v, reasons %v", b.all, b.why)
	}
	seen, why := b.until(18000 + 40)
	want = []buyer{{repeats: 1, last: 30, watched: 40, money: 30, later: 1}, {later: 1}, {}, {watched: 20, money: -1}}
	if !slices.Equal(seen, want) || !slices.Equal(why, []int32{-1, noPurchaseDay, noPurchaseDay, -1}) {
		t.Errorf("until day 40: %+v, reasons %v", seen, why)
	}
}

func TestBuyersOfMeasures(t *testing.T) {
	for _, c := range []struct {
		money, orders, tenure, recency float64
		want                           buyer
		why                            int32
	}{
		{30, 3, 100, 40, buyer{repeats: 2, last: 60, watched: 100, money: 20}, -1},
		{30, 3, 100, 100, buyer{watched: 100}, -1}, // all on one day
		{30, 1, 100, 100, buyer{watched: 100}, -1},
		{30, 1, 100, 40, buyer{}, contradiction},
		{30, 2, 100, 140, buyer{}, contradiction},
		{30, 2.5, 100, 40, buyer{}, noWholeNumber},
		{30, 0, 100, 40, buyer{}, noPurchaseDay},
		{30, 2, nan, 40, buyer{}, noBuyerMeasure},
		{30, 2, 100, -1, buyer{}, noBuyerMeasure},
	} {
		if got, why := fromMeasures(c.money, c.orders, c.tenure, c.recency); got != c.want || why != c.why {
			t.Errorf("%+v: %+v, reason %d", c, got, why)
		}
	}
}

func TestBuyerWithMore(t *testing.T) {
	twice := buyer{repeats: 2, last: 60, watched: 100, money: 20}
	for _, c := range []struct {
		of                             buyer
		money, orders, tenure, recency float64
		want                           buyer
	}{
		{twice, 0, 0, 0, 0, twice},
		{twice, 15, 1, 0, -40, buyer{repeats: 3, last: 100, watched: 100, money: 35}}, // an order now
		{twice, 0, 0, 0, -90, buyer{repeats: 2, last: 100, watched: 100, money: 20}},  // no later than now
		{twice, 0, 0, 50, 0, buyer{repeats: 2, last: 110, watched: 150, money: 20}},
		{twice, 0, 0, 0, 60, buyer{watched: 100}}, // all on the first day
		{twice, 0, -5, 0, 0, buyer{watched: 100}},
		{buyer{watched: 100}, 15, 1, 0, -100, buyer{repeats: 1, last: 100, watched: 100, money: 15}},
		{buyer{watched: 100}, 15, 1, 0, 0, buyer{watched: 100}}, // a second order on the first day
	} {
		if got := c.of.with(c.money, c.orders, c.tenure, c.recency); got != c.want {
			t.Errorf("%+v: %+v", c, got)
		}
	}
}

// One more purchase today, of just the money that lifts the first customer over a
// tier's lowest value by the models' formulas.
func TestCLVWhatIf(t *testing.T) {
	end, _ := model.ParseDay("1997-09-30")
	c := customers(t, end, cdnowOrders(t))
	s := run(t, "clv", c)
	b, err := readBuyers(Input{Customers: c})
	if err != nil {
		t.Fatal(err)
	}
	fit := func(name string) float64 {
		v, _ := s.Measured(name)
		return v
	}
	buying := btyd.BetaGeometric{R: fit("r"), Alpha: fit("alpha"), A: fit("a"), B: fit("b")}
	first := b.all[0]
	x, watched := first.repeats+1, first.watched/7
	purchases := btyd.Discounted(buying, btyd.Customer{X: x, Tx: watched, Duration: watched}, btyd.Horizon{Periods: 12, Period: daysAMonth / 7, Discount: .01})
	platinum := s.Cuts[0].Values[1]
	money := platinum/purchases*(fit("p")*x+fit("q")-1)/fit("p") - fit("v") // of the repeat purchases in all
	with := func(more float64) []model.Change {
		at := func(m model.Measure) float64 {
			f, _ := c.Feature(m)
			return f.Values()[0]
		}
		return []model.Change{{Measure: "recency", To: 0}, {Measure: "frequency", To: at(model.Frequency) + 1}, {Measure: "monetary", To: at(model.Monetary) + more}}
	}
	if below, above := moved(s, 0, with(money-first.money-.01)...), moved(s, 0, with(money-first.money+.01)...); below != "Gold" || above != "Platinum" {
		t.Errorf("with %v of repeat purchases: %s below, %s above", money, below, above)
	}
}

// cdnowOrders are the purchases of the 1/10 sample of CDNOW customers.
func cdnowOrders(t testing.TB) *model.Table {
	t.Helper()
	file, err := os.Open("../../shared/data/cdnow_sample.txt")
	if err != nil {
		t.Skip("reference data is not here: ", err)
	}
	defer file.Close()
	var ids []string
	var dates []int64
	var amounts []float64
	for lines := bufio.NewScanner(file); lines.Scan(); {
		f := strings.Fields(lines.Text())
		day, err := model.ParseDay(f[2][:4] + "-" + f[2][4:6] + "-" + f[2][6:])
		if err != nil {
			t.Fatal(err)
		}
		amount, err := strconv.ParseFloat(f[4], 64)
		if err != nil {
			t.Fatal(err)
		}
		ids, dates, amounts = append(ids, f[1]), append(dates, day.Seconds()), append(amounts, amount)
	}
	return table(t, "orders", model.TextsOf("customer_id", ids), model.NewDates("order_date", dates), model.NewNumbers("amount", amounts))
}

func wantMeasures(t *testing.T, s *model.Segmentation, within float64, want map[string]float64) {
	t.Helper()
	for name, v := range want {
		if got, ok := s.Measured(name); !ok || math.Abs(got-v) > within*math.Abs(v) {
			t.Errorf("%s %v (%v), want %v", name, got, ok, v)
		}
	}
}

// The published estimates, by way of orders and calibration.
func TestReferenceCLV(t *testing.T) {
	orders := cdnowOrders(t)
	end, _ := model.ParseDay("1998-06-30")
	s := run(t, "clv", customers(t, end, orders), "calibration-end=1997-09-30")
	wantMeasures(t, s, 2e-4, map[string]float64{"r": .2426, "alpha": 4.4136, "a": .7929, "b": 2.4259, "log_likelihood": -9582.429,
		"p": 6.25, "q": 3.7442, "v": 15.4435, "spend_log_likelihood": -4055.92, "repeat_customers": 946, "repeat_purchases": 2457, "converged": 1})
	wantMeasures(t, s, 1e-3, map[string]float64{"mae": .7855, "rmse": 1.608, "predicted_to_actual": .8785})
	if !noted(s, "1,882 purchases of 2,357 customers") {
		t.Errorf("notes: %v", s.Notes)
	}
	if got := sizes(s); got["Platinum"] < 460 || got["Platinum"] > 480 || got["Platinum"]+got["Gold"]+got["Silver"] != 2357 {
		t.Errorf("sizes %v", got)
	}

	// Valued as of the end of calibration: the first customer's twelve months at
	// 1 % each are worth 36.3, with months of 365.25/12 days.
	end, _ = model.ParseDay("1997-09-30")
	known := customers(t, end, orders)
	s = run(t, "clv", known)
	for name, want := range map[string]float64{"repeat_purchases": 2, "last_repeat": 30.428571, "watched": 38.857143, "p_alive": .7266, "expected_spend": 24.65, "clv": 36.296} {
		if got := score(t, s, name)[0]; math.Abs(got-want) > 2e-4*want {
			t.Errorf("%s of the first customer is %v, want %v", name, got, want)
		}
	}
	days := run(t, "clv", known, "unit=day")
	for i, v := range score(t, s, "clv") {
		if other := score(t, days, "clv")[i]; math.Abs(other-v) > 1e-5*v {
			t.Fatalf("customer %d is worth %v, with times in days %v", i, v, other)
		}
	}
	half := run(t, "clv", known, "margin=50%")
	wantNumbers(t, "half the margin", score(t, half, "clv")[:1], score(t, s, "clv")[0]/2)
	wantMeasures(t, run(t, "clv", known, "model=paretonbd"), 1e-3, map[string]float64{"r": .5533, "alpha": 10.577, "s": .6062, "beta": 11.67, "log_likelihood": -9594.976})
	wantMeasures(t, run(t, "clv", known, "model=mbgnbd"), 1e-3, map[string]float64{"r": .5249, "alpha": 6.183, "a": .8911, "b": 1.614})
}

// Where no model can be fitted, the formula of ltv stands in and a note says so.
func TestCLVFallsBack(t *testing.T) {
	c := people(t, numbers("monetary", 200, 300, 50), numbers("frequency", 4, 3, 1), numbers("tenure", 730.5, 365.25, 30), numbers("recency", 10, 365.25, 30))
	s := run(t, "clv", c, "horizon=6", "margin=50%")
	if !noted(s, "BG/NBD could not be fitted: 1 customer bought again, and at least 10 are needed") {
		t.Errorf("notes: %v", s.Notes)
	}
	wantNumbers(t, "value", score(t, s, "clv"), 25, 75, 12.5)
	wantMeasures(t, s, 0, map[string]float64{"converged": 0, "lifespan": .5})

	var ids []string
	var days []int
	var amounts []float64
	for i := range 30 {
		ids, days, amounts = append(ids, fmt.Sprint("c", i)), append(days, i), append(amounts, 10)
	}
	once := customers(t, model.NoDay, orderTable(t, ids, days, amounts))
	if s := run(t, "clv", once, "model=paretonbd"); !noted(s, "Pareto/NBD could not be fitted: 0 customers bought again") {
		t.Errorf("notes: %v", s.Notes)
	}
	if s := run(t, "clv", once, "calibration-end="+model.Day(18000).String()); !noted(s, "nobody was watched for any time") {
		t.Errorf("notes: %v", s.Notes)
	}
	wantText(t, failure(t, "clv", once, "calibration-end="+model.Day(18030).String()), "parameter calibration-end", "must be from 2019-04-14, the day of the first, to before 2019-05-13")
	wantText(t, failure(t, "clv", once, "calibration-end=2018-01-01"), "must be from 2019-04-14")
}

// Orders whose value says nothing: buying is fitted, spending is not.
func TestCLVWithoutSpending(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 0))
	var ids []string
	var days []int
	for i := range 300 {
		rate, at := 5+60*r.ExpFloat64(), r.IntN(200)
		for at < 400 {
			ids, days = append(ids, fmt.Sprint("c", 1000+i)), append(days, at)
			if r.Float64() < .25 {
				break
			}
			at += 1 + int(rate*r.ExpFloat64())
		}
	}
	free := customers(t, model.NoDay, orderTable(t, ids, days, make([]float64, len(ids))))
	s := run(t, "clv", free)
	if !noted(s, "Spending could not be fitted: 0 customers have repeat purchases of a positive amount") || slices.Max(score(t, s, "clv")) != 0 {
		t.Errorf("notes: %v", s.Notes)
	}
	if p := score(t, s, "p_alive"); slices.Min(p) >= .5 || slices.Max(p) != 1 {
		t.Errorf("P(alive) %v to %v", slices.Min(p), slices.Max(p))
	}
}

func TestCLVCharts(t *testing.T) {
	end, _ := model.ParseDay("1998-06-30")
	s := run(t, "clv", customers(t, end, cdnowOrders(t)), "calibration-end=1997-09-30")
	grid := s.Charts[0].(*model.Grid)
	shown := 0
	for _, row := range grid.Counts() {
		for _, n := range row {
			shown += n
		}
	}
	if shown != 2357 {
		t.Errorf("the grid shows %d customers", shown)
	}
	// The longer ago the one repeat purchase, the less likely another.
	for r, row := range grid.Means() {
		if r > 0 && row[1] >= grid.Means()[r-1][1] || !(row[1] > 0 && row[1] < 1) {
			t.Errorf("P(alive) after %s days is %v", grid.Rows[r], row[1])
		}
	}
	frequencies := s.Charts[1].(*model.Series)
	wantNumbers(t, "customers by repeat purchases", frequencies.Lines[0].Y, 1411, 439, 214, 100, 62, 38, 29, 64)
	tracking := s.Charts[2].(*model.Series)
	at := slices.Index(tracking.X, tracking.Chosen)
	if at < 0 || tracking.Lines[0].Y[at] != 2457 || tracking.Lines[0].Y[len(tracking.X)-1] != 2457+1882 {
		t.Errorf("tracking %+v", tracking)
	}
	if expected := tracking.Lines[1].Y[slices.Index(tracking.X, 20)]; math.Abs(expected-1312) > 13 {
		t.Errorf("%v expected by week 20", expected)
	}
	held := s.Charts[len(s.Charts)-1].(*model.Series)
	if len(held.X) != mostRepeats+1 || math.Abs(held.Lines[0].Y[0]-.2367) > 1e-4 {
		t.Errorf("held out %+v", held)
	}
}
