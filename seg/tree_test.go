package seg

import (
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"custseg/model"
)

// telco is the reference data of telephone customers who left or stayed, without
// TotalCharges, which is empty where nothing was charged yet.
func telco(t *testing.T) *model.Customers {
	t.Helper()
	text, err := os.ReadFile("../../shared/data/telco_churn.csv")
	if err != nil {
		t.Skip("reference data is not here: ", err)
	}
	header, _, _ := strings.Cut(string(text), "\n")
	columns := map[string]string{}
	for _, name := range strings.Split(strings.TrimSpace(header), ",") {
		columns[name] = name
	}
	columns["customerID"] = "customer_id"
	delete(columns, "TotalCharges")
	return customers(t, model.NoDay, readTable(t, "telco_churn.csv", columns))
}

func words(name string, values ...string) model.Column { return model.TextsOf(name, values) }

// rulesOf are the segments as name: rule.
func rulesOf(s *model.Segmentation) []string {
	var out []string
	for _, g := range s.Segments {
		out = append(out, english(g.Name)+": "+english(g.Rule))
	}
	return out
}

func wantRules(t *testing.T, s *model.Segmentation, want ...string) {
	t.Helper()
	if got := rulesOf(s); !slices.Equal(got, want) {
		t.Errorf("rules\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// The reference: the first split is Contract is Month-to-month, by which Gini's
// index falls by .063985.
func TestTreeOfTelco(t *testing.T) {
	s := run(t, "tree", telco(t), "target=Churn")
	if gain, _ := s.Measured("root_gain"); math.Abs(gain-.063985) > 5e-7 {
		t.Errorf("gain %v", gain)
	}
	chart := s.Charts[0].(*model.Tree)
	if text := english(chart.Nodes[chart.Nodes[0].Children[1]].Text); text != "Contract is Month-to-month" {
		t.Errorf("the branch of those who leave: %s", text)
	}
	accuracy, _ := s.Measured("accuracy")
	if baseline, _ := s.Measured("accuracy_baseline"); math.Abs(baseline-.734630) > 1e-4 || accuracy < .78 || accuracy > .81 {
		t.Errorf("accuracy %v, baseline %v", accuracy, baseline)
	}
	wantText(t, rulesOf(s)[0], "Churn Yes 76%: Contract is Month-to-month and InternetService is Fiber optic and Tenure < 5")
}

// The leaves of R's rpart 4.1 on the same data, with minbucket 353, maxdepth 3, cp
// -1 and no surrogates: how many are in each, and the share of yes or the mean.
func TestTreeAsByRpart(t *testing.T) {
	for _, c := range []struct {
		set    []string
		sizes  []int
		values []float64
	}{
		{[]string{"target=Churn", "columns=Contract,tenure,MonthlyCharges,InternetService,SeniorCitizen"}, []int{1036, 743, 1092, 398, 1004, 380, 1075, 1315},
			[]float64{.6920849420849, .4172274562584, .4075091575092, .2236180904523, .1822709163347, .0789473684211, .0716279069767, .0136882129278}},
		{[]string{"target=MonthlyCharges", "columns=Contract,tenure,InternetService,SeniorCitizen"}, []int{892, 569, 955, 680, 1198, 1223, 354, 1172},
			[]float64{102.032735426, 93.6668717047, 87.9791623037, 80.8156617647, 66.1493322204, 50.2195012265, 22.2533898305, 20.7245307167}},
	} {
		s := run(t, "tree", telco(t), append(c.set, "depth=3")...)
		if got := s.Counts(); !slices.Equal(got, c.sizes) {
			t.Errorf("%v: sizes %v, want %v", c.set, got, c.sizes)
		}
		for _, chart := range s.Charts {
			if bars, ok := chart.(*model.Bars); ok && len(bars.Values) == len(c.values) {
				for i, v := range bars.Values {
					if math.Abs(v-c.values[i]) > 1e-8 {
						t.Errorf("%v: leaf %d has %v, want %v", c.set, i+1, v, c.values[i])
					}
				}
			}
		}
	}
}

// The reference: χ² 1184.60 of 2 degrees of freedom on Contract.
func TestCHAIDOfTelco(t *testing.T) {
	s := run(t, "chaid", telco(t), "target=Churn")
	x, _ := s.Measured("root_chi_square")
	if df, _ := s.Measured("root_df"); math.Abs(x-1184.60) > .005 || df != 2 {
		t.Errorf("χ² %v, %v degrees", x, df)
	}
	chart := s.Charts[0].(*model.Tree)
	if text := english(chart.Nodes[1].Text); text != "Contract is Month-to-month" {
		t.Errorf("first branch: %s", text)
	}
}

// forty customers: those of Basic who came lately leave; one plan is unknown, and
// so is whether one left.
func leavers(t *testing.T) *model.Customers {
	var plan, left []string
	var months, same, row []float64
	for i := range 40 {
		plan, left = append(plan, []string{"Basic", "Plus", "Basic", "Pro"}[i%4]), append(left, "no")
		months, same, row = append(months, float64(i)), append(same, 1), append(row, float64(100+i))
		if i%2 == 0 && i < 30 {
			left[i] = "yes"
		}
	}
	left[39], plan[20], left[20] = "", "", "no"
	return people(t, words("plan", plan...), numbers("months", months...), words("left", left...), numbers("same", same...), words("copy", left...), numbers("row", row...))
}

func TestTreeByHand(t *testing.T) {
	s := run(t, "tree", leavers(t), "target=left", "least=5", "folds=4", "columns=plan,months")
	wantRules(t, s, "1: months < 29, plan Basic · left yes 100%: plan is Basic and months < 29", "2: plan Plus/Pro · left yes 0%: plan is Plus or Pro (or missing)", "3: months ≥ 29, plan Basic · left yes 0%: plan is Basic and months ≥ 29")
	if got := sizes(s); got["1: months < 29, plan Basic · left yes 100%"] != 14 || got["2: plan Plus/Pro · left yes 0%"] != 21 {
		t.Errorf("sizes %v", got)
	}
	if !noted(s, "1 customer without left is placed by the rules") || !noted(s, "plan is missing of 1 customer") {
		t.Errorf("notes %v", s.Notes)
	}
	if accuracy, _ := s.Measured("accuracy"); accuracy < .8 { // the baseline is .62
		t.Errorf("accuracy %v", accuracy)
	}
	wantNumbers(t, "cuts of months", cutsOf(s, "months"), 29)
}

// Columns that say who a customer is, that are the same for all or that repeat the
// target explain nothing.
func TestTreeLeavesOut(t *testing.T) {
	s := run(t, "tree", leavers(t), "target=left", "least=5")
	for _, note := range []string{"they number the rows: months, row", "being the same for all: same", "only repeat the target: copy"} {
		if !noted(s, note) {
			t.Errorf("no note of %q: %v", note, s.Notes)
		}
	}
	if slices.Contains(s.Used, "copy") || slices.Contains(s.Used, "row") {
		t.Errorf("used %v", s.Used)
	}
}

func TestTreeOfNumbers(t *testing.T) {
	var spend, visits []float64
	var town []string
	for i := range 60 {
		visits, town = append(visits, float64(i%6)), append(town, []string{"A", "B", "C"}[i%3])
		spend = append(spend, 10+float64(i/6%2))
		if i%6 >= 4 {
			spend[i] += 100
		}
	}
	c := people(t, numbers("spend", spend...), numbers("visits", visits...), words("town", town...))
	s := run(t, "tree", c, "target=spend", "depth=1", "least=10")
	wantRules(t, s, "1: visits ≥ 4 · spend 110.5: visits ≥ 4", "2: visits < 4 · spend 10.5: visits < 4")
	if r2, _ := s.Measured("r2"); r2 < .99 {
		t.Errorf("R² %v", r2)
	}
	s = run(t, "chaid", c, "target=spend", "depth=1", "least=10")
	if f, ok := s.Measured("root_f"); !ok || f < 1000 {
		t.Errorf("F %v", f)
	}
	wantRules(t, s, "1: visits ≥ 4 · spend 110.5: visits ≥ 4", "2: visits < 4 · spend 10.5: visits < 4")
}

func TestTreeOfSeveralClasses(t *testing.T) {
	var product, size []string
	for i := range 90 {
		size = append(size, []string{"S", "M", "L"}[i%3])
		product = append(product, []string{"tea", "tea", "cups"}[i%3])
		if i%30 == 4 {
			product[i] = "garden"
		}
	}
	s := run(t, "tree", people(t, words("product bought", product...), words("size", size...)), "target=product bought", "least=10")
	wantRules(t, s, "1: size L · product bought cups 100%: size is L", "2: size S · product bought tea 100%: size is S", "3: size M · product bought tea 90%: size is M")
	chart := s.Charts[0].(*model.Tree)
	if got, want := english(chart.Nodes[0].Text), "all customers → tea"; got != want {
		t.Errorf("the root is %q, want %q", got, want)
	}
	if got := textScore(s, "predicted"); got[0] != "tea" || got[2] != "cups" {
		t.Errorf("predicted %v", got)
	}
}

func TestTreeErrors(t *testing.T) {
	c := leavers(t)
	wantText(t, failure(t, "tree", c), "--map target=COLUMN", "--set target=COLUMN")
	wantText(t, failure(t, "tree", c, "target=lefd"), `did you mean "left"`)
	wantText(t, failure(t, "tree", c, "target=same"), "same for all")
	wantText(t, failure(t, "tree", c, "target=left", "columns=left"), "is the target")
	wantText(t, failure(t, "tree", c, "target=left", "columns=nought"), `no column "nought"`)
	wantText(t, failure(t, "tree", people(t, words("left", "yes", "no", "yes")), "target=left"), "no column to explain left by")
}
