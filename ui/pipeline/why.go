package pipeline

import (
	"sync"

	"custseg/seg/why"
)

// reasons is the explainer of a result, made when someone first asks: most
// results are looked at only as a whole.
type reasons struct {
	once      sync.Once
	explainer *why.Explainer
}

// Explainer says why customers of the result are where they are, and what would
// move them. The first call takes the time of sorting what the method reads.
func (r *Result) Explainer() *why.Explainer {
	r.reasons.once.Do(func() { r.reasons.explainer = why.New(r.Customers, r.Segmentation) })
	return r.reasons.explainer
}
