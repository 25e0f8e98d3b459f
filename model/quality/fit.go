package quality

import (
	"slices"

	"custseg/model"
)

// UnfitError reports a treatment that data cannot follow: of a column or table
// that is not there, of a check that does not exist, or with an action that the
// check does not take.
type UnfitError struct {
	Treatment model.Treatment
	why       error
}

// Error says what is missing, and what there is.
func (e *UnfitError) Error() string { return e.why.Error() }

// Unwrap returns the cause.
func (e *UnfitError) Unwrap() error { return e.why }

// Fit returns an [*UnfitError] unless the data can follow a treatment. That the
// check finds something there is not asked.
func Fit(d *model.Dataset, t model.Treatment) error {
	k, err := lookup(t.Check)
	if err == nil {
		err = Validate(t)
	}
	if err == nil {
		_, err = targets(d, k, t.Column)
	}
	if err != nil {
		return &UnfitError{t, err}
	}
	return nil
}

// Fitting parts treatments into those that the data can follow and those that it
// cannot.
func Fitting(d *model.Dataset, treatments []model.Treatment) (kept, unfit []model.Treatment) {
	for _, t := range treatments {
		if Fit(d, t) != nil {
			unfit = append(unfit, t)
		} else {
			kept = append(kept, t)
		}
	}
	return slices.Clip(kept), unfit
}
