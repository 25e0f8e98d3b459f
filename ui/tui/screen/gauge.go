package screen

import (
	"fmt"
	"math"
	"sync/atomic"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/theme"
)

// gauge is how much of a task is done, as a share of 1: set by the task's
// goroutine, drawn by the screen.
type gauge struct{ bits atomic.Uint64 }

func (g *gauge) set(done float64) { g.bits.Store(math.Float64bits(done)) }

// share is how much is done, 0 to 1.
func (g *gauge) share() float64 { return min(max(math.Float64frombits(g.bits.Load()), 0), 1) }

// view draws the share as a bar of w cells with its percentage.
func (g *gauge) view(t *theme.Theme, w int) string {
	done := g.share()
	percent := fmt.Sprintf(" %3.0f%%", 100*done)
	return cell.Pad(t.Paint(t.Accent, chart.Bar(t, done, 1, w-len(percent)))+percent, w)
}
