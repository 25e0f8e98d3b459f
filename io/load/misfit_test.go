package load

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"custseg/model"
)

// peopleWith reads a table of customers with one column more, of the values given.
func peopleWith(t *testing.T, header string, values []string) *model.Dataset {
	t.Helper()
	var b strings.Builder
	fmt.Fprintf(&b, "customer_id,%s\n", header)
	for i, v := range values {
		fmt.Fprintf(&b, "C%03d,%s\n", i, v)
	}
	d, err := Open(context.Background(), []string{writeFile(t, "people.csv", b.String())}, Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// guessedOf returns the role guessed of a column, and what loading told of it.
func guessedOf(d *model.Dataset, column int) (role model.Role, told string) {
	for _, g := range d.Guesses {
		if g.Column == column {
			role = g.Role
		}
	}
	for _, f := range d.Findings {
		if f.Column == column {
			told += fmt.Sprintf(f.Text.Key, f.Text.Args...)
		}
	}
	return role, told
}

// A few cells that cannot be do not take a well-named column its role; they are
// told. Many do, and it is told how to map the column all the same.
func TestMisfits(t *testing.T) {
	likely := map[string][]string{
		"complaints": {"0", "2", "1"}, "views": {"10", "25"}, "followers": {"100", "50"}, "latitude": {"48.1", "52.5"},
		"recommend": {"9", "10", "3"}, "active_days": {"3", "20"},
	}
	bad := map[string]string{"complaints": "-1", "views": "-5", "followers": "-5", "latitude": "95", "recommend": "7.5", "active_days": "-1"}
	for header, values := range likely {
		cells := slices.Repeat(values, 40)
		cells[17] = bad[header]
		role, told := guessedOf(peopleWith(t, header, cells), 1)
		if role != model.Role(header) || !strings.Contains(told, "values that cannot be of") || !strings.Contains(told, bad[header]) {
			t.Errorf("%s with one cell %s: role %q, told %q", header, bad[header], role, told)
		}
		for i := range len(cells) / 3 {
			cells[3*i] = bad[header]
		}
		role, told = guessedOf(peopleWith(t, header, cells), 1)
		if role != "" || !strings.Contains(told, "was not taken for that") {
			t.Errorf("%s with every third cell %s: role %q, told %q", header, bad[header], role, told)
		}
	}
}

// A scale to five is no recommendation of 0 to 10, be a stray code higher.
func TestMisfitsLeaveScales(t *testing.T) {
	cells := slices.Repeat([]string{"1", "5", "3"}, 20)
	cells[4] = "99"
	if role, _ := guessedOf(peopleWith(t, "recommend", cells), 1); role != "" {
		t.Errorf("role %q", role)
	}
}

// A column of e-mail addresses that mostly holds something else is told of
// without its values.
func TestMisfitsOfAddresses(t *testing.T) {
	cells := slices.Repeat([]string{"Ann Archer"}, 1)
	for i := range 5 {
		cells = append(cells, fmt.Sprintf("c%d@example.org", i), fmt.Sprintf("Name %d", i))
	}
	role, told := guessedOf(peopleWith(t, "email", cells), 1)
	if role != "" || !strings.Contains(told, "--map email=email") || strings.Contains(told, "Ann") {
		t.Errorf("role %q, told %q", role, told)
	}
}

// Money of which too many values are no numbers to be slips is told all the same.
func TestMoneyThatIsText(t *testing.T) {
	path := writeFile(t, "a.csv", "customer_id,order_date,amount\n"+strings.Repeat("A,2024-01-01,5\nB,2024-01-02,7 each\nC,2024-01-03,--5x\n", 20))
	d := openBook(t, path, model.Reading{})
	want := `the column is named as money, but was read as text: values that cannot be read as numbers, 40; the first is "7 each" in row 3 of ` + path
	if !slices.ContainsFunc(d.Findings, func(f model.Finding) bool { return f.Column == 2 && english(f.Text) == want && len(f.Rows) == 40 }) {
		t.Errorf("nothing says %s: %v", want, d.Findings)
	}
}
