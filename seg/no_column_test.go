package seg

import (
	"testing"

	"custseg/model"
)

// Whoever has no column left learns which were left out, and why.
func TestNoColumnSaysWhatWasLeftOut(t *testing.T) {
	rows, same, target := make([]float64, 40), make([]float64, 40), make([]string, 40)
	for i := range rows {
		rows[i], same[i], target[i] = float64(i+1), 7, []string{"no", "yes"}[i%2]
	}
	c := people(t, numbers("x", rows...), numbers("same", same...), model.TextsOf("answer", target))
	for _, id := range []string{"tree", "chaid", "response"} {
		wantText(t, failure(t, id, c, "target=answer"), "Left out, as they number the rows: x", "Left out, being the same for all: same", "--set columns=")
	}
	c = people(t, numbers("x", rows...), numbers("same", same...))
	for _, id := range []string{"kmeans", "gmm", "kprototypes"} {
		wantText(t, failure(t, id, c), "no two are equal: x; name them", "Left out, being the same for all: same", "--set columns=")
	}
}
