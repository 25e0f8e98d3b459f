package seg

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"custseg/model"
	"custseg/model/parallel"
)

// Catalogue returns every method, by family, in the order shown.
func Catalogue() []Method {
	return slices.Concat(
		[]Method{rfm{}, clv{}, ltv{}, abc{}, value{}, pyramid{}, valueMatrix{}, profitDuration{}},
		[]Method{frequency{}, habits{}, transactionHistory{}, behaviour{}, lifecycle{}, churn{}, risk{}, loyalty{}, loyaltyMatrix{},
			engagement{}, usage{}, channel{}, technology{}, potential{}, crossSelling{}},
		[]Method{demographic{}, geographic{}, psychographic{}, social{}, market{}},
		[]Method{nps{}, feedback{}, experience{}, needs{}, custom{}, factors{}, proposition{}, adoption{}, lead{}, competitor{}},
		[]Method{kmeans{}, hierarchical{}, dbscan{}, gmm{}, kprototypes{}, lca{}, som{}, cart{}, chaid{}, response{}},
	)
}

// ErrUnknownMethod reports an id that is not in the catalogue.
var ErrUnknownMethod = errors.New("no method is called")

// Lookup returns the method of an id. The error suggests the nearest.
func Lookup(id string) (Method, error) {
	var ids []string
	for _, m := range Catalogue() {
		if m.Spec().ID == id {
			return m, nil
		}
		ids = append(ids, m.Spec().ID)
	}
	if near := Nearest(id, ids); near != "" {
		return nil, fmt.Errorf("%w %q; did you mean %s?", ErrUnknownMethod, id, near)
	}
	return nil, fmt.Errorf("%w %q; custseg methods lists them: %s", ErrUnknownMethod, id, strings.Join(ids, ", "))
}

var errNoCustomers = errors.New("there are no customers to segment")

// Run checks the settings against the method's parameters, runs it, and checks
// that its result places every customer. Numbers that the method reports about
// itself but that are not defined for this result are left out. Settings that
// have no effect are noted. A cancel is obeyed at once, whatever the method does.
func Run(ctx context.Context, m Method, c *model.Customers, set model.Settings, seed uint64, report func(float64)) (*model.Segmentation, error) {
	spec := m.Spec()
	params, err := NewParams(spec, set)
	if err != nil {
		return nil, err
	}
	if c.Len() == 0 {
		return nil, errNoCustomers
	}
	if report == nil {
		report = func(float64) {}
	}
	params.settled = model.Settings{}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	told := reports{to: report}
	defer told.end()
	s, err := parallel.Stoppable(ctx, func() (*model.Segmentation, error) {
		return m.Run(ctx, Input{Customers: c, Params: params, Seed: seed}, told.report)
	})
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	told.report(1)
	s.Method, s.Settled = spec.ID, params.settled
	tellReadings(s, spec, c)
	s.Notes = append(s.Notes, params.idle(set, c)...)
	s.Fit = slices.DeleteFunc(s.Fit, func(f model.Fit) bool { return !finite(f.Value) })
	return s, s.Check(c.Len())
}

// Nearest returns the candidate closest to a word by edit distance, ties by the
// earlier, when it is close enough to be a slip; otherwise nothing. A slip keeps
// at least half of the letters of either word: foo is no slip of fit.
func Nearest(word string, candidates []string) string {
	word = strings.ToLower(word)
	slip := min(max(2, len(word)/3), len(word)-1) // a word of which nothing is left is another word
	best, distance := "", slip+1
	for _, c := range candidates {
		lower := strings.ToLower(c)
		if 2*shared(word, lower) < max(len(word), len(lower)) {
			continue
		}
		if d := editDistance(word, lower); d < distance {
			best, distance = c, d
		}
	}
	return best
}

// shared is the number of bytes that two words have in common, wherever they
// stand.
func shared(a, b string) int {
	var count [256]int
	for i := range len(a) {
		count[a[i]]++
	}
	n := 0
	for i := range len(b) {
		if count[b[i]] > 0 {
			count[b[i]]--
			n++
		}
	}
	return n
}

// editDistance is Levenshtein's distance in bytes.
func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diagonal := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			diagonal, row[j] = row[j], min(row[j]+1, row[j-1]+1, diagonal+cost)
		}
	}
	return row[len(b)]
}
