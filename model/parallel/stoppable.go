package parallel

import "context"

// Stoppable returns what some work returns, or the error of the context as soon as
// it is cancelled: work in the midst of a long step, between two looks at the
// context, does not keep the caller waiting. It is then left to end by itself, and
// what it returns is dropped; it must change nothing that others read, and look at
// the context itself so as not to work in vain for long. A panic is the caller's,
// as that of a [Group] is.
func Stoppable[T any](ctx context.Context, work func() (T, error)) (T, error) {
	if ctx.Done() == nil { // it cannot be cancelled
		return work()
	}
	var of T
	var err error
	var worker Group
	worker.Go(func() { of, err = work() })
	ended := make(chan struct{})
	go func() {
		worker.workers.Wait()
		close(ended)
	}()
	select {
	case <-ended:
		worker.Wait() // it has ended; this tells of a panic
		return of, err
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}
