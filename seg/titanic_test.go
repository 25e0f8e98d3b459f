package seg

import (
	"strings"
	"testing"

	"custseg/model"
)

// titanic is the 2,201 people on board by class, sex, age and survival (Dawson
// 1995, The "unusual episode" data revisited), and how many of each there were.
func titanic(t testing.TB) *model.Customers {
	counts := []struct {
		people string
		n      int
	}{
		{"1st Female Adult No", 4}, {"1st Female Adult Yes", 140}, {"1st Female Child Yes", 1},
		{"1st Male Adult No", 118}, {"1st Male Adult Yes", 57}, {"1st Male Child Yes", 5},
		{"2nd Female Adult No", 13}, {"2nd Female Adult Yes", 80}, {"2nd Female Child Yes", 13},
		{"2nd Male Adult No", 154}, {"2nd Male Adult Yes", 14}, {"2nd Male Child Yes", 11},
		{"3rd Female Adult No", 89}, {"3rd Female Adult Yes", 76}, {"3rd Female Child No", 17}, {"3rd Female Child Yes", 14},
		{"3rd Male Adult No", 387}, {"3rd Male Adult Yes", 75}, {"3rd Male Child No", 35}, {"3rd Male Child Yes", 13},
		{"Crew Female Adult No", 3}, {"Crew Female Adult Yes", 20}, {"Crew Male Adult No", 670}, {"Crew Male Adult Yes", 192},
	}
	columns := make([][]string, 4)
	for _, c := range counts {
		for j, word := range strings.Fields(c.people) {
			for range c.n {
				columns[j] = append(columns[j], word)
			}
		}
	}
	return people(t, model.TextsOf("Class", columns[0]), model.TextsOf("Sex", columns[1]), model.TextsOf("Age", columns[2]), model.TextsOf("Survived", columns[3]))
}

// The likeliest of four classes comes from starts that are slow to climb: its
// log-likelihood is that of the best of 40 random starts in R.
func TestLCATitanic(t *testing.T) {
	s := run(t, "lca", titanic(t), "columns=Class,Sex,Age,Survived", "k=4")
	for name, want := range map[string]float64{"log_likelihood": -5171.704, "bic": 10551.22} {
		if got, _ := s.Measured(name); got < want-.01 || got > want+.01 {
			t.Errorf("%s %v, want %v", name, got, want)
		}
	}
}

// The lowest costs that any of many random starts finds.
func TestKModesTitanic(t *testing.T) {
	c := titanic(t)
	for set, want := range map[string]float64{"columns=Class,Sex,Age k=3": 742, "columns=Class,Sex,Age,Survived k=3": 1115, "columns=Class,Sex,Age,Survived k=4": 898} {
		s := run(t, "kprototypes", c, strings.Fields(set)...)
		if got, _ := s.Measured("inertia"); got != want {
			t.Errorf("%s: cost %v, want %v", set, got, want)
		}
	}
}

// One iteration is one, below those of a trial of starts too.
func TestFewIterationsAreObeyed(t *testing.T) {
	c := titanic(t)
	s := run(t, "lca", c, "columns=Class,Sex,Age,Survived", "iterations=3")
	if got, _ := s.Measured("iterations"); got != 3 {
		t.Errorf("lca: %v iterations of 3", got)
	}
	if !noted(s, "The measures bic_k of 2, 3, 4, 5, 6, 7, 8 are of starts that had not converged") {
		t.Errorf("lca: notes %v", s.Notes)
	}
	x := make([]float64, 90)
	for i := range x {
		x[i] = float64(i * i % 97)
	}
	if got, _ := run(t, "gmm", people(t, numbers("x", x...)), "columns=x", "k=3", "iterations=2").Measured("em_iterations"); got != 2 {
		t.Errorf("gmm: %v iterations of 2", got)
	}
}
