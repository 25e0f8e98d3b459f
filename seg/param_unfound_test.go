package seg

import (
	"context"
	"errors"
	"strings"
	"testing"

	"custseg/model"
)

// A column that is not there is told also where its parameter has no effect.
func TestIdleColumnsNotThere(t *testing.T) {
	c := measureBase(t, 0).customers(t)
	for _, try := range []struct {
		method string
		set    model.Settings
		want   string // of the error, empty for none
	}{
		{"churn", model.Settings{"target": model.Word("NaN")}, `parameter target: there is no column "NaN"; it takes yes and no, or two words, which are in `},
		{"churn", model.Settings{"columns": model.Words("age", "nosuch")}, `parameter columns: there is no column "nosuch"; it takes numbers or words, which are in recency`},
		{"churn", model.Settings{"columns": model.Words("incme")}, `there is no column "incme"; did you mean "income"? It counts with rule=label`},
		{"demographic", model.Settings{"column": model.Word("nosuch")}, "it counts with split=column"},
		{"churn", model.Settings{"columns": model.Words("age")}, ""},
		{"churn", model.Settings{"target": model.Word("target")}, ""},
		{"demographic", model.Settings{"cross": model.Words("age", "region")}, ""},
		{"churn", nil, ""},
	} {
		m, err := Lookup(try.method)
		if err != nil {
			t.Fatal(err)
		}
		params, err := NewParams(m.Spec(), try.set)
		if err != nil {
			t.Fatal(err)
		}
		s, err := Run(context.Background(), m, c, try.set, 1, nil)
		if err != nil {
			t.Errorf("%s %v: %v", try.method, try.set, err)
			continue
		}
		if said := noted(s, "which is not there"); said != (try.want != "") {
			t.Errorf("%s %v: a note says so: %v", try.method, try.set, said)
		}
		err = params.After(s).CheckIdle(c)
		var param *ParamError
		if try.want == "" && err != nil || try.want != "" && (!errors.As(err, &param) || !strings.Contains(err.Error(), try.want)) {
			t.Errorf("%s %v: %v", try.method, try.set, err)
		}
	}
}
