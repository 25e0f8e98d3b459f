package btyd

import (
	"context"
	"math"
	"runtime"
	"sync/atomic"

	"custseg/model/parallel"
)

// ExpectedFrequencies is the number of customers of a sample that a model
// expects to make 0, 1, 2 ... repeat purchases in the time each was watched,
// and in the last of the k+1 numbers k or more: what [Sample.Frequencies] counts.
func ExpectedFrequencies(m Model, s *Sample, k int) []float64 {
	out := make([]float64, k+1)
	for _, c := range s.durations() {
		for x, p := range m.Probabilities(c.Duration, k) {
			out[x] += c.Customers * p
		}
	}
	return out
}

// Cohort is a number of customers watched for the same time.
type Cohort struct{ Duration, Customers float64 }

// ExpectedRepeats is the number of repeat purchases that all customers of a
// sample are expected to have made together by each of the times, which count
// from the first purchase of the customer watched longest and may lie beyond
// the end of the time watched.
func ExpectedRepeats(m Model, s *Sample, times []float64) []float64 {
	out := make([]float64, len(times))
	purchases := m.Purchases(Customer{})
	for _, c := range s.durations() {
		for i, t := range times {
			if since := t - (s.Longest - c.Duration); since > 0 {
				out[i] += c.Customers * purchases(since)
			}
		}
	}
	return out
}

// Alive is the probability of each customer of a sample to be alive at the end
// of the time watched. Like the other forecasts it returns the context's error
// soon after a cancel, and is the same whatever the number of processors.
func Alive(ctx context.Context, m Model, s *Sample) ([]float64, error) {
	return s.each(ctx, m.Alive)
}

// Purchases is the mean number of purchases in the time t to come of each
// customer of a sample, whether alive or not.
func Purchases(ctx context.Context, m Model, s *Sample, t float64) ([]float64, error) {
	return s.each(ctx, func(c Customer) float64 { return m.Purchases(c)(t) })
}

// Horizon is a stretch of time to come, cut into periods.
type Horizon struct {
	Periods  int
	Period   float64 // length of one, in the model's unit of time
	Discount float64 // rate per period: what is due after k periods counts 1/(1+Discount)^k
}

// DiscountedPurchases is the mean number of purchases to come of each customer
// of a sample, each discounted to now from the end of its period:
// Σ (E[X(k)]-E[X(k-1)])/(1+d)^k. Times money per purchase and margin it is the
// value to come.
func DiscountedPurchases(ctx context.Context, m Model, s *Sample, h Horizon) ([]float64, error) {
	return s.each(ctx, func(c Customer) float64 { return Discounted(m, c, h) })
}

// Discounted is what [DiscountedPurchases] is for one customer.
func Discounted(m Model, c Customer, h Horizon) float64 {
	purchases := m.Purchases(c)
	total, before := 0., 0.
	for k := 1; k <= h.Periods; k++ {
		now := purchases(float64(k) * h.Period)
		total += max(0, now-before) / math.Pow(1+h.Discount, float64(k))
		before = now
	}
	return total
}

// each computes a figure of each group, on all processors, and gives it to the
// group's customers.
func (s *Sample) each(ctx context.Context, of func(Customer) float64) ([]float64, error) {
	const batch = 64
	byGroup := make([]float64, len(s.Groups))
	var next atomic.Int64
	var workers parallel.Group
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for ctx.Err() == nil {
				from := int(next.Add(batch)) - batch
				if from >= len(byGroup) {
					return
				}
				for i := from; i < min(from+batch, len(byGroup)); i++ {
					byGroup[i] = of(s.Groups[i].Customer)
				}
			}
		})
	}
	workers.Wait()
	out := make([]float64, len(s.Of))
	for i, g := range s.Of {
		out[i] = byGroup[g]
	}
	return out, ctx.Err()
}
