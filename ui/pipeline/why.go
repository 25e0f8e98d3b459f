package pipeline

import (
	"slices"
	"sync"

	"custseg/io/export"
	"custseg/model"
	"custseg/seg/why"
)

// reasons is the explainer of a result, made when someone first asks: most
// results are looked at only as a whole.
type reasons struct {
	once      sync.Once
	explainer *why.Explainer
}

// OrdersDecide reports whether orders change what the method decides by, so that
// one can ask what one more would do.
func (r *Result) OrdersDecide() bool {
	p := r.Segmentation.Placing
	if p == nil || p.Segment == nil {
		return false
	}
	_, counted := r.Customers.Feature(model.Frequency)
	return counted && slices.ContainsFunc(p.Inputs, func(d model.Deciding) bool {
		return slices.Contains([]model.Measure{model.Recency, model.Frequency, model.Monetary}, model.Measure(d.Measure))
	})
}

// Masked returns the result as it is shown under a mask, the result itself under
// none.
func (r *Result) Masked(hide *export.Mask) *Result {
	if hide == nil {
		return r
	}
	d := hide.Document(export.Document{Dataset: r.Dataset, Segmentation: r.Segmentation})
	shown := *r
	shown.Dataset, shown.Segmentation, shown.reasons = d.Dataset, d.Segmentation, &reasons{}
	return &shown
}

// Explainer says why customers of the result are where they are, and what would
// move them. The first call takes the time of sorting what the method reads.
func (r *Result) Explainer() *why.Explainer {
	r.reasons.once.Do(func() { r.reasons.explainer = why.New(r.Customers, r.Segmentation) })
	return r.reasons.explainer
}
