package btyd

import (
	"runtime"
	"slices"
	"sync/atomic"

	"custseg/model/parallel"
)

// summed is a log-likelihood summed over customers on all processors: over each
// part of a length that does not depend on their number, and over the parts in
// order, so that the sum does not either.
func summed[T any](of []T, likelihood func(part []T, params, grad []float64) float64) objective {
	const length = 4096
	if len(of) <= length {
		return func(params, grad []float64) float64 { return likelihood(of, params, grad) }
	}
	parts := slices.Collect(slices.Chunk(of, length))
	return func(params, grad []float64) float64 {
		sums, grads := make([]float64, len(parts)), make([][]float64, len(parts))
		var next atomic.Int64
		var workers parallel.Group
		for range min(runtime.GOMAXPROCS(0), len(parts)) {
			workers.Go(func() {
				for k := int(next.Add(1)) - 1; k < len(parts); k = int(next.Add(1)) - 1 {
					if grad != nil {
						grads[k] = make([]float64, len(grad))
					}
					sums[k] = likelihood(parts[k], params, grads[k])
				}
			})
		}
		workers.Wait()
		sum := 0.
		clear(grad)
		for k, s := range sums {
			sum += s
			for j, slope := range grads[k] {
				grad[j] += slope
			}
		}
		return sum
	}
}
