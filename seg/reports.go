package seg

import "sync"

// reports passes progress on until its end: a method that was cancelled in the
// midst of a step reports to nobody.
type reports struct {
	mu    sync.Mutex
	to    func(float64)
	ended bool
}

func (r *reports) report(done float64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if !r.ended {
		r.to(done)
	}
}

func (r *reports) end() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.ended = true
}
