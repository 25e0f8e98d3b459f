package seg

import (
	"context"

	"custseg/model/parallel"
)

// inRanges works on ranges of n customers over the processors, none of which depends on
// another.
func inRanges(n int, work func(from, to int)) {
	_ = parallel.Ranges(context.Background(), n, func(_, from, to int) { work(from, to) })
}
