package parallel

import (
	"context"
	"runtime/debug"
)

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
	type answer struct {
		of    T
		err   error
		fault *Fault
	}
	ended := make(chan answer, 1) // which takes an answer that nobody waits for
	go func() {
		var a answer
		defer func() {
			if r := recover(); r != nil {
				a.fault = &Fault{r, debug.Stack()}
			}
			ended <- a
		}()
		a.of, a.err = work()
	}()
	select {
	case a := <-ended:
		if a.fault != nil {
			panic(a.fault)
		}
		return a.of, a.err
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}
