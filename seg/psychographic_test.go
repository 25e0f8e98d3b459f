package seg

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"testing"

	"custseg/model"
)

// minds are respondents of two minds, each at three levels of agreement: who
// likes quality over price and who likes price over quality. Fun says nothing.
func minds(t testing.TB) *model.Customers {
	return people(t, numbers("attitude#quality", 3, 4, 5, 1, 2, 3, nan), numbers("attitude#price", 1, 2, 3, 3, 4, 5, 3),
		numbers("attitude#fun", 2, 3, 4, 2, 3, 4, 3))
}

func TestPsychographicByHand(t *testing.T) {
	s := run(t, "psychographic", minds(t), "k=2")
	const quality, price = "High quality, low price", "High price, low quality"
	wantPlaced(t, s, quality, quality, quality, price, price, price, "Unclassified")
}

func TestPsychographicCentersRespondents(t *testing.T) {
	c := minds(t)
	// Less their own mean the answers are ±1 and 0, so that one component of
	// quality against price has all the variance: 1 + 1 of the two items.
	s := run(t, "psychographic", c, "k=2")
	for name, want := range map[string]float64{"components": 1, "explained_variance": 1, "inertia": 0, "silhouette": 1, "scale_points": 5} {
		if got, _ := s.Measured(name); math.Abs(got-want) > 1e-12 {
			t.Errorf("%s %v, want %v", name, got, want)
		}
	}
	got := score(t, s, "component_1")
	for i, v := range got[:6] {
		if !close9(math.Abs(v), math.Sqrt2) || (v > 0) != (i < 3) {
			t.Errorf("components %v", got)
			break
		}
	}
	wantText(t, english(s.Segments[0].Rule), "+1.00", "fun +0.00", "-1.00")
	wantText(t, english(s.Segments[0].Advice.Marketing), "Lead with price and stay silent on quality")
	// As answered, level counts as well: two more components.
	if v, _ := run(t, "psychographic", c, "k=2", "center=off").Measured("inertia"); v < 1 {
		t.Errorf("inertia %v as answered", v)
	}
	if _, ok := run(t, "psychographic", c, "k=2", "pca=off").Measured("components"); ok {
		t.Error("components without pca")
	}
}

func TestPsychographicRefusesWrongScales(t *testing.T) {
	good := []model.Column{numbers("attitude#a", 1, 2, 5), numbers("attitude#b", 3, 2, 1)}
	for text, bad := range map[string]model.Column{
		"answers from 0 to 10, and this method reads answers from 1 to 5 or 1 to 7": numbers("attitude#c", 0, 5, 10),
		"answers from -1.5 to 1.5": numbers("attitude#c", -1.5, 0, 1.5),
		"from 1 to 100":            numbers("attitude#c", 1, 50, 100),
		"no customer has a value":  numbers("attitude#c", nan, inf, nan),
	} {
		wantText(t, failure(t, "psychographic", people(t, append(good, bad)...)), "parameter columns: ", text)
	}
	wantText(t, failure(t, "psychographic", people(t, good...)), "3 items or more", "there are 2", "--map attitude=COLUMN")
	words := people(t, append(good, model.TextsOf("fun", []string{"", "music", "sports"}))...)
	wantText(t, failure(t, "psychographic", words, "columns=attitude#a,attitude#b,fun"), `fun holds words, such as "music"`, "recode it")
	seven := people(t, append(good, numbers("attitude#c", 7, 2, 1))...)
	if v, _ := run(t, "psychographic", seven, "k=2").Measured("scale_points"); v != 7 {
		t.Errorf("%v points", v)
	}
	wantText(t, failure(t, "psychographic", seven, "columns=attitude#a,attitude#b,attitude#a"), "named twice")
}

func TestPsychographicMissing(t *testing.T) {
	s := run(t, "psychographic", minds(t), "k=2", "missing=median")
	if sizes(s)["Unclassified"] != 0 || !noted(s, "1 missing value took the median 3") {
		t.Errorf("sizes %v, notes %v", sizes(s), s.Notes)
	}
	hollow := people(t, numbers("attitude#a", 1, nan, nan), numbers("attitude#b", nan, 2, nan), numbers("attitude#c", nan, nan, 3))
	wantText(t, failure(t, "psychographic", hollow), "no customer has answered all of", "missing=median")
	same := run(t, "psychographic", people(t, numbers("attitude#a", 3, 3), numbers("attitude#b", 3, 3), numbers("attitude#c", 3, 3)))
	if len(same.Segments) != 1 {
		t.Errorf("all alike: %d segments", len(same.Segments))
	}
}

// Who gives all items the same answer does not say what they prefer.
func TestStraightLinersAreSetAside(t *testing.T) {
	c := people(t, numbers("attitude#quality", 3, 4, 5, 1, 2, 3, 4), numbers("attitude#price", 1, 2, 3, 3, 4, 5, 4), numbers("attitude#fun", 2, 3, 4, 2, 3, 4, 4))
	s := run(t, "psychographic", c, "k=2")
	if got := placed(s); got[6] != "Unclassified" || got[0] == got[3] || !noted(s, "1 unclassified: the same answer to all items") {
		t.Errorf("placed %v, notes %v", got, s.Notes)
	}
	if n := sizes(run(t, "psychographic", c, "k=2", "center=off"))["Unclassified"]; n != 0 {
		t.Errorf("as answered, %d are unclassified", n)
	}
}

func TestWithoutPrefix(t *testing.T) {
	for _, c := range [][2][]string{
		{{"item_save_time", "item_price"}, {"save_time", "price"}},
		{{"q 1: fun", "q 1: joy", "q 1: rest"}, {"fun", "joy", "rest"}},
		{{"fun", "joy"}, {"fun", "joy"}},
		{{"a_", "a_b"}, {"a_", "a_b"}},
		{{"item_1", "item_2"}, {"item_1", "item_2"}},
	} {
		if got := withoutPrefix(c[0]); !slices.Equal(got, c[1]) {
			t.Errorf("%q: %q, want %q", c[0], got, c[1])
		}
	}
}

// Attitudes come before items, unless they are too few.
func TestPsychographicFindsItems(t *testing.T) {
	c := people(t, numbers("attitude", 1, 2, 3), numbers("item#a", 1, 2, 3), numbers("item#b", 3, 2, 1), numbers("item#c", 5, 4, 5))
	if s := run(t, "psychographic", c, "k=1"); len(s.Used) != 3 || s.Used[0] != "item#a" {
		t.Errorf("used %v", s.Used)
	}
}

// Seven questions on spending of a survey of young people, of whom 995 answered
// all. The eigenvalues are NumPy's of the correlation matrix of the answers as they
// are, and less each respondent's mean, without the 21 who answered all alike; the k-means is scikit-learn's on their
// components with 200 starts, and its silhouettes.
func TestReferencePsychographic(t *testing.T) {
	roles := map[string]string{}
	for _, q := range []string{"Finances", "Shopping centres", "Branded clothing", "Entertainment spending", "Spending on looks", "Spending on gadgets", "Spending on healthy eating"} {
		roles[q] = "attitude#" + q
	}
	var columns []model.Column
	for _, c := range readTable(t, "young_people_survey.csv", roles).Columns() {
		columns = append(columns, parsed(c))
	}
	c := people(t, columns...)
	for _, want := range []struct {
		set                            string
		eigenvalues                    []float64
		explained, inertia, silhouette float64
		sizes                          []int
	}{
		{"center=on", []float64{1.7345057, 1.52296816, 1.15741142, .982618551, .908561404, .693934767, 0}, .63069790, 2175.95091, .2350249, []int{205, 237, 257, 275}},
		{"center=off", []float64{2.5441178, 1.09135922, .99328082, .77388117, .60122484, .58348873, .41264741}, .51935386, 1525.64588, .3257114, []int{257, 263, 475}},
	} {
		s := run(t, "psychographic", c, want.set, fmt.Sprintf("k=%d", len(want.sizes)))
		for name, value := range map[string]float64{"explained_variance": want.explained, "inertia": want.inertia, "silhouette": want.silhouette} {
			near := 1e-4
			if name == "silhouette" { // of optima next to each other, of one inertia to five digits
				near = 2e-3
			}
			if got, _ := s.Measured(name); math.Abs(got-value) > near*value {
				t.Errorf("%s: %s %v, want %v", want.set, name, got, value)
			}
		}
		for _, chart := range s.Charts {
			series, ok := chart.(*model.Series)
			if !ok || len(series.Lines) > 1 {
				continue
			}
			for j, v := range series.Lines[0].Y {
				if math.Abs(v-want.eigenvalues[j]) > 1e-7 {
					t.Errorf("%s: eigenvalue %d is %v, want %v", want.set, j+1, v, want.eigenvalues[j])
				}
			}
		}
		if noted(s, "differ by degrees") != (want.silhouette < .25) {
			t.Errorf("%s: notes %v", want.set, s.Notes)
		}
		got := s.Counts()[:len(want.sizes)]
		slices.Sort(got)
		for g, n := range got {
			if one := n - want.sizes[g]; one < -1 || one > 1 { // on a border goes where the iterations stop
				t.Errorf("%s: sizes %v, want %v", want.set, got, want.sizes)
			}
		}
	}
}

// parsed is a column of numbers written as words, empty ones missing.
func parsed(c model.Column) model.Column {
	values := make([]float64, c.Len())
	for i := range values {
		v, err := strconv.ParseFloat(c.Text(i), 64)
		if values[i] = v; err != nil {
			values[i] = nan
		}
	}
	return model.NewNumbers(c.Name(), values)
}
