package seg

import (
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"slices"
	"testing"

	"custseg/model"
)

// mixtures are two groups of customers by a number and a word, one who is near
// the first in the number and has the other's word, and two who lack something.
func mixtures(t testing.TB) *model.Customers {
	return people(t, numbers("x", 0, 2, 4, 96, 98, 100, 2, nan, 3),
		model.TextsOf("plan", []string{"free", "free", "free", "paid", "paid", "paid", "paid", "free", ""}))
}

func TestKPrototypesByHand(t *testing.T) {
	s := run(t, "kprototypes", mixtures(t), "k=2", "columns=x,plan", "scale=none", "gamma=50")
	wantGroups(t, s, "1", "1", "1", "2", "2", "2", "1", "Unclassified", "Unclassified")
	// Means 2 and 98: squares 4 + 4 and 4 + 4, and 50 for a word that differs.
	for name, want := range map[string]float64{"cost": 66, "inertia": 66, "gamma": 50, "k": 2} {
		if got, _ := s.Measured(name); !close9(got, want) {
			t.Errorf("%s %v, want %v", name, got, want)
		}
	}
	wantNumbers(t, "distances", score(t, s, "distance"), 2, 0, 2, 2, 0, 2, math.Sqrt(50), nan, nan)
	wantText(t, english(s.Segments[0].Rule), "means x 2 (z", "plan free (75%)")
	wantText(t, english(s.Segments[1].Advice.Product), "plan is paid for 100%, against 57% of all")
	if !noted(s, "1 unclassified: x is missing") || !noted(s, "1 unclassified: plan is missing") || !slices.Equal(s.Used, []string{"x", "plan"}) {
		t.Errorf("used %v, notes %v", s.Used, s.Notes)
	}
	grid := s.Charts[len(s.Charts)-1].(*model.Grid)
	if got := grid.Counts(); fmt.Sprint(got) != "[[3 1] [0 3]]" {
		t.Errorf("grid %v", got)
	}
}

// Half the deviation of the one number, which is 1 after scaling.
func TestKPrototypesWeighsWordsByTheNumbers(t *testing.T) {
	if got, _ := run(t, "kprototypes", mixtures(t), "k=2", "columns=x,plan").Measured("gamma"); !close9(got, .5) {
		t.Errorf("gamma %v", got)
	}
}

func TestKPrototypesFillsIn(t *testing.T) {
	s := run(t, "kprototypes", mixtures(t), "k=2", "columns=x,plan", "missing=median")
	if s.Why != nil || !noted(s, "x: 1 missing value took the median 3.5") || !noted(s, "plan: 1 missing value took the commonest word") {
		t.Errorf("notes %v", s.Notes)
	}
}

// A number that stands for a word differs or does not: 1 and 2 are as far apart
// as 1 and 90.
func TestKPrototypesTakesNumbersAsWords(t *testing.T) {
	c := people(t, numbers("code", 1, 1, 2, 2, 90, 90))
	s := run(t, "kprototypes", c, "k=3", "columns=code", "categories=code")
	if got := s.Counts(); !slices.Equal(got, []int{2, 2, 2}) {
		t.Errorf("sizes %v", got)
	}
	wantText(t, english(s.Segments[2].Rule), "nearest to the prototype: code 90 (100%)")
	if s := run(t, "kprototypes", c, "k=2", "columns=code"); !noted(s, "without any this is k-means") {
		t.Errorf("notes %v", s.Notes)
	}
}

// Without numbers these are k-modes, here on the plants of modes' own test.
func TestKPrototypesOfCategoriesAreKModes(t *testing.T) {
	file, err := os.Open("../../shared/data/kmodes_soybean.csv")
	if err != nil {
		t.Skip("reference data is not here: ", err)
	}
	defer file.Close()
	records, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var columns []model.Column
	names := ""
	for j := range len(records[0]) - 1 {
		words := make([]string, len(records))
		for i, record := range records {
			words[i] = record[j]
		}
		columns = append(columns, model.TextsOf(fmt.Sprint("c", j), words))
		names += fmt.Sprint(",c", j)
	}
	s := run(t, "kprototypes", people(t, columns...), "k=4", "columns="+names[1:])
	if got, _ := s.Measured("cost"); got != 199 {
		t.Errorf("cost %v, want 199", got)
	}
	if got := s.Counts(); !slices.Equal(got, []int{17, 10, 10, 10}) {
		t.Errorf("sizes %v", got)
	}
}

func TestKPrototypesDefaultColumns(t *testing.T) {
	many := make([]string, 30)
	few, same, x := make([]string, 30), make([]string, 30), make([]float64, 30)
	for i := range many {
		many[i], few[i], same[i], x[i] = fmt.Sprint("w", i%15), fmt.Sprint("w", i%3), "all", float64(i%7)
	}
	s := run(t, "kprototypes", people(t, numbers("x", x...), model.TextsOf("many", many), model.TextsOf("few", few), model.TextsOf("same", same),
		model.TextsOf("city", few), model.TextsOf("target", few)), "k=2")
	if !slices.Equal(s.Used, []string{"x", "few"}) {
		t.Errorf("used %v", s.Used)
	}
	if !noted(s, "Left out, having more than 12 different words: many") || !noted(s, "Left out, being the same for all: same") {
		t.Errorf("notes %v", s.Notes)
	}
}

func TestKPrototypesErrors(t *testing.T) {
	c := people(t, numbers("x", 1, 2, 3), model.TextsOf("plan", []string{"a", "b", "a"}), model.TextsOf("none", []string{"", "", ""}),
		model.NewDates("day", []int64{0, 86400, 0}))
	for set, want := range map[string]string{
		"columns=nothing":   `there is no column "nothing"`,
		"columns=day":       `"day" is a date`,
		"columns=plan,plan": `"plan" is named twice`,
		"columns=none":      "no customer has a value of none",
	} {
		wantText(t, failure(t, "kprototypes", c, set), want)
	}
}
