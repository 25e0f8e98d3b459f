package seg

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"

	"custseg/model"
	"custseg/seg/logit"
)

// answerers are 100 customers: those of few days and those told answer more.
func answerers(t *testing.T) *model.Customers {
	var days []float64
	var told, answer []string
	for i := range 100 {
		days, told, answer = append(days, float64(i*37%100)), append(told, []string{"letter", "call"}[i%2]), append(answer, "no")
		if days[i]+float64(20*(i%3)) < 50 == (i%10 != 0) {
			answer[i] = "yes"
		}
	}
	days[5], told[6], answer[99] = nan, "", ""
	return people(t, numbers("days", days...), words("told", told...), words("answer", answer...))
}

func TestResponse(t *testing.T) {
	s := run(t, "response", answerers(t), "target=answer")
	counts := s.Counts()
	if len(counts) != 10 || slices.Min(counts) < 9 || slices.Max(counts) > 11 {
		t.Errorf("deciles of %v", counts)
	}
	auc, _ := s.Measured("auc")
	fitted, _ := s.Measured("auc_fitted")
	if lift, _ := s.Measured("lift_top"); !(auc > .75 && auc < fitted && lift > 1.5) {
		t.Errorf("AUC %v held out, %v fitted, lift %v", auc, fitted, lift)
	}
	for _, note := range []string{"1 customer without answer is scored", "Missing numbers took the mean of their column: days (1)"} {
		if !noted(s, note) {
			t.Errorf("no note of %q: %v", note, s.Notes)
		}
	}
	curve := s.Charts[0].(*model.Curve)
	if n := len(curve.Y); n != 99 || curve.Y[n-1] != 1 || slices.Contains(curve.Order, 99) {
		t.Errorf("gains of %d customers end at %v", n, curve.Y[n-1])
	}
	weights := s.Charts[2].(*model.Bars)
	if english(weights.Labels[0]) != "days" || !(weights.Values[0] < 0) {
		t.Errorf("weights %v %v", weights.Labels, weights.Values)
	}
	// The segments follow the score.
	chance := score(t, s, "response_score")
	for i, g := range s.Of {
		for j, h := range s.Of {
			if g < h && chance[i] <= chance[j] {
				t.Fatalf("customers %d and %d are out of order", i, j)
			}
		}
	}
}

func TestResponseOfTelco(t *testing.T) {
	s := run(t, "response", telco(t), "target=Churn")
	if auc, _ := s.Measured("auc"); math.Abs(auc-.845) > .005 { // what others report of logistic regression on this data
		t.Errorf("AUC %v", auc)
	}
}

func TestResponseErrors(t *testing.T) {
	c := answerers(t)
	wantText(t, failure(t, "response", c, "target=days"), "not yes and no", "--set target=COLUMN")
	one := people(t, numbers("days", 1, 2, 3), words("answer", "yes", "no", "no"))
	wantText(t, failure(t, "response", one, "target=answer"), "at least 2 are needed")
	wantText(t, failure(t, "response", people(t, words("answer", "yes", "no", "yes", "no")), "target=answer"), "no column to predict answer by")
	// Two other words: the rarer is yes.
	s := run(t, "response", people(t, numbers("days", 1, 2, 3, 4, 5, 6, 7), words("state", "gone", "here", "gone", "here", "here", "here", "gone")), "target=state", "parts=2")
	if base, _ := s.Measured("base_rate"); !close9(base, 3./7) {
		t.Errorf("base rate %v", base)
	}
}

// A column that knows the answer is told on.
func TestResponseDoubtsLeaks(t *testing.T) {
	c := answerers(t)
	column, _ := c.Lookup("answer")
	refund := make([]float64, c.Len())
	for i := range refund {
		refund[i] = float64(i % 7)
		if column.Text(i) == "yes" {
			refund[i] += 20
		}
	}
	days, _ := c.Lookup("days")
	s := run(t, "response", people(t, days, column, numbers("refund", refund...)), "target=answer")
	if !noted(s, "too good to be true") {
		t.Errorf("notes %v", s.Notes)
	}
}

// The weights and the log-likelihood of R's glm with a binomial family, on the
// same data.
func TestRegressionAsByGLM(t *testing.T) {
	c := telco(t)
	var columns [][]float64
	for _, name := range []string{"tenure", "MonthlyCharges", "SeniorCitizen"} {
		column, ok := c.Lookup(name)
		if !ok {
			t.Fatalf("no column %s", name)
		}
		columns = append(columns, column.(*model.Numbers).Values())
	}
	left, _ := c.Lookup("Churn")
	yes := make([]bool, c.Len())
	for i := range yes {
		yes[i] = left.Text(i) == "Yes"
	}
	m, err := logit.Fit(context.Background(), columns, yes, logit.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	for j, want := range []float64{-.0549198260232, .0310983527922, .6333364628912} {
		if got := m.Weights[j]; math.Abs(got-want) > 1e-7 {
			t.Errorf("weight %d: %v, want %v", j, got, want)
		}
	}
	if math.Abs(m.Intercept+1.7926682875063) > 1e-7 || math.Abs(m.LogLikelihood+3165.67286018) > 1e-6 {
		t.Errorf("intercept %v, log-likelihood %v", m.Intercept, m.LogLikelihood)
	}
}

// Of one column of two words there are two chances: no score ranks them better than
// by their rates, .63 and .20 of 100 each, and each part is told of its own members.
func TestResponseOfTwoChances(t *testing.T) {
	var group, answer []string
	for i := range 200 {
		group, answer = append(group, []string{"a", "b"}[i/100]), append(answer, "no")
		if i < 63 || i >= 100 && i < 120 {
			answer[i] = "yes"
		}
	}
	c := people(t, words("group", group...), words("answered", answer...))
	for _, seed := range []uint64{1, 2, 3} {
		s, err := Run(context.Background(), method(t, "response"), c, model.Settings{"target": model.Word("answered")}, seed, nil)
		if err != nil {
			t.Fatal(err)
		}
		// 83 yes of 200; pairs won: 63·80 + (63·37 + 20·80)/2.
		want := (63.*80 + (63.*37+20.*80)/2) / (83. * 117)
		for name, want := range map[string]float64{"auc": want, "auc_fitted": want, "lift_top": .63 / .415, "gain_top": .063 / .415} {
			if got, _ := s.Measured(name); math.Abs(got-want) > 1e-9 {
				t.Errorf("seed %d: %s %v, want %v", seed, name, got, want)
			}
		}
		for g, n := range s.Counts()[:10] {
			text := english(s.Segments[g].Advice.Marketing)
			if n == 0 != strings.HasPrefix(text, "Nobody") || n > 0 && !strings.HasPrefix(text, "1.5 times") && !strings.HasPrefix(text, "0.5 times") {
				t.Errorf("part %d of %d customers: %s", g+1, n, text)
			}
		}
	}
}
