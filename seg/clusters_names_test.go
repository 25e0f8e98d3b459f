package seg

import (
	"testing"

	"custseg/model"
)

// Names by hand: the two largest differences, the number, and labels cut to what
// there is room for.
func TestClustersAreNamedByWhatSetsThemApart(t *testing.T) {
	label := model.P("Recency")
	for _, c := range []struct {
		by   []difference
		want string
	}{
		{[]difference{highOrLow(label, .4), highOrLow(label, -.49)}, "1 · average"},
		{[]difference{highOrLow(label, -.5), highOrLow(model.P("Monetary"), .4)}, "1 · low Recency"},
		{[]difference{highOrLow(label, .6), highOrLow(model.P("Monetary"), -2), highOrLow(model.P("Frequency"), 1)}, "1 · low Monetary, high Frequency"},
		{[]difference{highOrLow(model.Raw("Annual Income (k$)"), 1), highOrLow(model.Raw("number_of_purchases_last_year"), 1)}, "1 · high Annual Income (k$), high number_of_pu…s_last_year"},
		{[]difference{highOrLow(model.Raw("客户生命周期总价值金额"), 1)}, "1 · high 客户生命周期总价值金额"},
		// Half here and a fifth of all: (.5 - .2) / √(.2·.8) = .75. Of two words the commoner one here.
		{[]difference{farthest(model.Raw("region"), category{words: []string{"North", "South"}}, []float64{.5, .5}, []float64{.2, .8}).difference}, "1 · region North"},
		{[]difference{farthest(model.Raw("region"), category{words: []string{"a", "b", "c"}}, []float64{.5, .5, 0}, []float64{.3, .3, .4}).difference}, "1 · not region c"},
		{[]difference{farthest(label, category{words: []string{"all"}}, []float64{1}, []float64{1}).difference}, "1 · average"},
	} {
		if got := english(apartNames([][]difference{c.by})[0]); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// Groups that would be called the same are told apart by more; equal ones have
// their numbers only.
func TestClustersAlikeAreToldApart(t *testing.T) {
	one := []difference{highOrLow(model.P("Recency"), -.8), highOrLow(model.P("Monetary"), .2), highOrLow(model.P("Frequency"), .3)}
	other := []difference{highOrLow(model.P("Recency"), -.7), highOrLow(model.P("Monetary"), .4), highOrLow(model.P("Frequency"), -.4)}
	got := apartNames([][]difference{one, other, {}, {}})
	for g, want := range []string{"1 · low Recency, high Frequency", "2 · low Recency, low Frequency", "3 · average", "4 · average"} {
		if english(got[g]) != want {
			t.Errorf("%q, want %q", english(got[g]), want)
		}
	}
}

// Who has no internet has no backup either: a name says one of the two, and the
// age of those who differ in nothing else.
func TestEchoesAreNotNamed(t *testing.T) {
	internet := category{words: []string{"no", "yes"}, codes: []int32{0, 0, 0, 1, 1, 1, 1, 1}}
	backup := category{words: []string{"no", "no internet", "yes"}, codes: []int32{1, 1, 1, 0, 2, 0, 2, 0}}
	plan := category{words: []string{"big", "small"}, codes: []int32{0, 1, 0, 1, 0, 1, 0, 1}}
	rows := []int32{0, 1, 2, 3, 4, 5, 6, 7}
	offline := func(big float64) []difference {
		return withoutEchoes([]wordDifference{
			farthest(model.Raw("internet"), internet, []float64{1, 0}, []float64{3. / 8, 5. / 8}),
			farthest(model.Raw("backup"), backup, []float64{0, 1, 0}, []float64{3. / 8, 3. / 8, 2. / 8}),
			farthest(model.Raw("plan"), plan, []float64{big, 1 - big}, []float64{.5, .5}),
		}, rows)
	}
	got := apartNames([][]difference{offline(.6), offline(.4)})
	for g, want := range []string{"1 · internet no, plan big", "2 · internet no, plan small"} {
		if english(got[g]) != want {
			t.Errorf("%q, want %q", english(got[g]), want)
		}
	}
}

// What is known of orders has advice of its own.
func TestClustersAreAdvised(t *testing.T) {
	for column, want := range map[string][2]string{
		"recency":   {"bought lately", "win back"},
		"frequency": {"buy seldom", "reward it"},
		"monetary":  {"bring little", "no discount"},
		"height":    {"low height", "high height"},
	} {
		s := run(t, "kmeans", people(t, numbers(column, 1, 2, 1, 2, 1, 80, 81, 82)), "columns="+column, "k=2", "log=off")
		for g, text := range want {
			wantText(t, english(s.Segments[g].Advice.Marketing), text)
		}
	}
	equal := run(t, "kmeans", people(t, numbers("x", 3, 3, 3)), "columns=x", "k=1")
	wantText(t, english(equal.Segments[0].Advice.Marketing), "treat as the base")
}
