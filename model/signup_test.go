package model

import (
	"slices"
	"testing"
)

// signups is orders of A to D and a table of customers who signed up when the
// map says; E has no order.
func signups(t *testing.T, on map[string]string) *Dataset {
	t.Helper()
	d := orderTable(t, []orderLine{{"A", "1", "2024-01-05", 100}, {"A", "2", "2024-06-01", 50}, {"B", "3", "2024-02-10", 30},
		{"C", "4", "2024-06-20", 40}, {"D", "5", "2024-03-20", 40}})
	ids, dates := []string{"A", "B", "C", "D", "E"}, []int64(nil)
	for _, id := range ids {
		day := NoDay
		if on[id] != "" {
			var err error
			if day, err = ParseDay(on[id]); err != nil {
				t.Fatal(err)
			}
		}
		dates = append(dates, day.Seconds())
	}
	people, err := NewTable("people", "people.csv", 2, TextsOf("who", ids), NewDates("joined", dates))
	if err != nil {
		t.Fatal(err)
	}
	d.Tables = append(d.Tables, people)
	d.Guesses = append(d.Guesses, Guess{Table: 1, Column: 0, Role: CustomerID}, Guess{Table: 1, Column: 1, Role: SignupDate})
	return d
}

func march(t *testing.T) Day {
	t.Helper()
	day, err := ParseDay("2024-03-31")
	if err != nil {
		t.Fatal(err)
	}
	return day
}

func noted(notes []Phrase, key string, n int) bool {
	return slices.ContainsFunc(notes, func(p Phrase) bool { return p.Key == key && p.Args[0] == n })
}

func TestWhoSignedUpLaterWasNoCustomer(t *testing.T) {
	d := signups(t, map[string]string{"A": "2023-12-01", "B": "2024-02-01", "C": "2024-06-15", "D": "2024-03-01", "E": "2024-06-25"})
	c := build(t, d, Scope{AsOf: march(t)})
	if !slices.Equal(c.ids.Strings(), []string{"A", "B", "D"}) {
		t.Fatalf("customers of March: %v", c.ids.Strings())
	}
	if !noted(c.Notes(), "%d customers signed up after the as-of date and are not counted", 2) ||
		noted(c.Notes(), "%d customers first appear after the as-of date and are not counted", 1) {
		t.Errorf("notes: %v", c.Notes())
	}
	q, left := c.Quality(), 0
	for _, e := range q.Excluded {
		if e.Reason.Key == "the customer signed up after the as-of date" && e.Table == 1 {
			left = len(e.Rows)
		}
	}
	if q.RowsRead != 10 || q.RowsUsed != 6 || left != 2 {
		t.Errorf("of %d rows %d were used and %d were of those who signed up later", q.RowsRead, q.RowsUsed, left)
	}
}

// The default as-of date follows from the orders, and a table of customers may be
// newer.
func TestDefaultAsOfKeepsLaterSignups(t *testing.T) {
	c := build(t, signups(t, map[string]string{"E": "2024-06-25"}), Scope{AsOf: NoDay})
	if c.Len() != 5 {
		t.Errorf("customers: %v", c.ids.Strings())
	}
}

func TestOrdersOutweighSignup(t *testing.T) {
	c := build(t, signups(t, map[string]string{"B": "2024-05-01", "E": ""}), Scope{AsOf: march(t)})
	if !slices.Equal(c.ids.Strings(), []string{"A", "B", "C", "D", "E"}) {
		t.Errorf("customers: %v", c.ids.Strings())
	}
	if !noted(c.Warnings(), "%d customers ordered or did something by %s though their sign-up date is later: they count as customers", 1) {
		t.Errorf("warnings: %v", c.Warnings())
	}
}

// Orders without dates tell nothing of when they were, so that the sign-up date
// decides and they are left out with their reason.
func TestUndatedOrdersOfLaterSignup(t *testing.T) {
	c := build(t, signups(t, map[string]string{"C": "2024-06-15"}), Scope{AsOf: march(t)}, Assignment{Ignore, "orders:day"})
	if !slices.Equal(c.ids.Strings(), []string{"A", "B", "D", "E"}) {
		t.Fatalf("customers: %v", c.ids.Strings())
	}
	q := c.Quality()
	if q.RowsUsed != 8 || q.RowsExcluded() != 2 {
		t.Errorf("%d rows used, %v excluded", q.RowsUsed, q.Excluded)
	}
}
