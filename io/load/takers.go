package load

import "custseg/model/parallel"

const (
	// passagesAtOnce is how many passages there are at a time: one that is read, one
	// that is cut, and those that are taken.
	passagesAtOnce = 4
	// mostTakers is how many goroutines take columns at most, each some of them.
	mostTakers = 16
)

// takers take passages, each all of them in their order, without waiting for each
// other. A passage that all have taken is free to be used again.
type takers struct {
	work parallel.Group
	all  []*taker
	free chan *passage
}

// taker is one of them.
type taker struct{ queue chan *passage }

// add sets somebody to work.
func (t *takers) add(take func(p *passage)) *taker {
	one := &taker{make(chan *passage, passagesAtOnce)}
	t.all = append(t.all, one)
	t.work.Go(func() {
		defer func() { // after a panic: nobody must wait for this one
			for p := range one.queue {
				t.done(p)
			}
		}()
		for p := range one.queue {
			func() {
				defer t.done(p)
				take(p)
			}()
		}
	})
	return one
}

// done is told by each who has taken a passage.
func (t *takers) done(p *passage) {
	if p.takers.Add(-1) == 0 {
		t.free <- p
	}
}

// end waits until all that was queued is taken, and panics with a [*parallel.Fault] if a
// taker panicked. Nothing is taken afterwards.
func (t *takers) end() {
	for _, one := range t.all {
		close(one.queue)
	}
	t.all = nil
	t.work.Wait()
}
