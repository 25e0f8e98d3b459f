// Package parallel spreads tasks over the processors.
package parallel

import (
	"context"
	"runtime"
	"sync/atomic"
)

// Each runs work for tasks 0..n-1 over the processors and reports the share
// done, from the caller's goroutine, as tasks end; report may be nil. Each
// worker makes its own room to work in with newRoom. It returns the context's
// error as soon as the workers have noticed it, and panics with a [*Fault] if work
// panicked.
func Each[R any](ctx context.Context, n int, newRoom func() R, work func(task int, room R), report func(done float64)) error {
	ended := make(chan struct{}, n)
	var next atomic.Int64
	var workers Group
	for range min(n, runtime.GOMAXPROCS(0)) {
		workers.Go(func() {
			room := newRoom()
			for ctx.Err() == nil {
				task := int(next.Add(1) - 1)
				if task >= n {
					return
				}
				work(task, room)
				ended <- struct{}{}
			}
		})
	}
	go func() {
		workers.workers.Wait()
		close(ended)
	}()
	done := 0
	for range ended {
		done++
		if report != nil {
			report(float64(done) / float64(n))
		}
	}
	workers.Wait() // all have ended; this tells of a panic
	return ctx.Err()
}
