package seg

import (
	"testing"

	"custseg/model"
)

func TestAgesByHand(t *testing.T) {
	c := people(t, numbers("age", 0, 34, 35, 59, 60, 120, 121, -1, nan), model.TextsOf("gender", []string{"F", "M", "F", "F", "M", "", "F", "F", "F"}))
	s := run(t, "demographic", c)
	wantPlaced(t, s, "Youth 青年", "Youth 青年", "Middle 中年", "Middle 中年", "Senior 老年", "Senior 老年", "Unclassified", "Unclassified", "Unclassified")
	if !noted(s, "2 unclassified: age is impossible: below 0 or above 120") || !noted(s, "1 unclassified: Age is missing") {
		t.Errorf("notes %v", s.Notes)
	}
	wantNumbers(t, "cuts", cutsOf(s, "age_years"), 35, 60)
	s = run(t, "demographic", c, "split=cross")
	wantPlaced(t, s, "Youth 青年, F", "Youth 青年, M", "Middle 中年, F", "Middle 中年, F", "Senior 老年, M", "Unclassified", "Unclassified", "Unclassified", "Unclassified")
	wantText(t, english(s.Segments[0].Rule), "below 35; gender is F")
	wantPlaced(t, run(t, "demographic", c, "split=column"), "F", "M", "F", "F", "M", "Unclassified", "F", "F", "F")
	wantText(t, failure(t, "demographic", c, "middle=60"), "must be below senior, 60")
	wantText(t, failure(t, "demographic", c, "split=income"), "--map income=COLUMN")
	wantText(t, failure(t, "demographic", c, "scheme=generation"), "--as-of")
}

// Ages of birth dates are full years at the as-of date.
func TestAgesOfBirthDates(t *testing.T) {
	day := func(text string) int64 {
		d, err := model.ParseDay(text)
		if err != nil {
			t.Fatal(err)
		}
		return d.Seconds()
	}
	births := []int64{day("1990-06-15"), day("1990-06-16"), day("1945-12-31"), day("1946-01-01"), day("1964-12-31"), day("1980-05-05"), day("1996-05-05"), day("2012-05-05"), day("2013-01-01"), model.NoDate, day("2026-01-01")}
	ids := idsFrom(1, len(births))
	asOf, _ := model.ParseDay("2025-06-15")
	c := customers(t, asOf, table(t, "people", model.TextsOf("customer_id", ids), model.NewDates("birth_date", births)),
		table(t, "orders", model.TextsOf("customer_id", []string{ids[0], ids[0]}), model.NewDates("order_date", []int64{day("2025-06-01"), day("2025-06-02")}), numbers("amount", 1, 2)))
	s := run(t, "demographic", c)
	wantNumbers(t, "age", score(t, s, "age_years"), 35, 34, 79, 79, 60, 45, 29, 13, 12, nan, -1)
	wantPlaced(t, run(t, "demographic", c, "scheme=generation"), "Generation Y", "Generation Y", "Silent", "Boomer", "Boomer", "Generation X", "Generation Y", "Generation Z", "Generation Alpha", "Unclassified", "Unclassified")
	wantText(t, failure(t, "demographic", people(t, model.NewDates("birth_date", births[:1]))), "--as-of DATE")
	// Of ages the year of birth is known to one: 2025 - 45 is 1980.
	c = customers(t, asOf, table(t, "people", model.TextsOf("customer_id", ids[:3]), model.NewDates("birth_date", []int64{births[2], model.NoDate, model.NoDate}), numbers("age", 79, 45, nan)))
	s = run(t, "demographic", c, "scheme=generation")
	wantPlaced(t, s, "Silent", "Generation X", "Unclassified")
	if !noted(s, "1 year of birth is reckoned from") {
		t.Errorf("notes %v", s.Notes)
	}
}

func TestIncomeAndRareWords(t *testing.T) {
	c := people(t, numbers("income", 10, 20, 30, 40, 50, 60), model.TextsOf("education", []string{"School", "School", "School", "School", "Master", "Doctor"}))
	wantPlaced(t, run(t, "demographic", c), placed(run(t, "demographic", c, "split=income"))...) // without ages
	wantPlaced(t, run(t, "demographic", c, "split=income"), "Low income", "Low income", "Mid income", "Mid income", "High income", "High income")
	s := run(t, "demographic", c, "split=column", "column=education", "pool=20%")
	wantPlaced(t, s, "School", "School", "School", "School", "Other", "Other")
	wantText(t, english(s.Segments[1].Rule), "one of 2 rare answers")
}

func TestYearsOfBirthInANumberColumn(t *testing.T) {
	c := people(t, numbers("birth_year", 1925, 1945, 1990, 2005, nan), model.TextsOf("gender", []string{"m", "f", "m", "f", "m"}))
	wantPlaced(t, run(t, "demographic", c, "scheme=generation"), "Greatest", "Silent", "Generation Y", "Generation Z", "Unclassified")
}

func TestAgeBandsAreParts(t *testing.T) {
	c := people(t, model.TextsOf("age", []string{"18-24", "25-34", "18-24"}), model.TextsOf("gender", []string{"m", "f", "m"}))
	wantPlaced(t, run(t, "demographic", c, "split=column", "column=age"), "18-24", "25-34", "18-24")
}
