package parallel

import (
	"fmt"
	"runtime/debug"
	"sync"
)

// Group is goroutines that work side by side, of which the caller waits for all. A
// panic in one ends the program at once and leaves a terminal in disorder; a group
// keeps it, and panics in the caller's goroutine, where it can be caught. The zero
// value is ready.
type Group struct {
	workers sync.WaitGroup
	first   sync.Once
	fault   *Fault
}

// Go starts a piece of work in a goroutine of its own.
func (g *Group) Go(work func()) {
	g.workers.Go(func() {
		defer func() {
			if r := recover(); r != nil {
				g.first.Do(func() { g.fault = &Fault{r, debug.Stack()} })
			}
		}()
		work()
	})
}

// Wait waits until all work has ended, and panics with a [*Fault] if some of it
// panicked.
func (g *Group) Wait() {
	g.workers.Wait()
	if g.fault != nil {
		panic(g.fault)
	}
}

// Fault is a panic of a [Group]: what the first worker to fail panicked with, and
// its stack there.
type Fault struct {
	Value any
	Stack []byte
}

// Error implements error.
func (f *Fault) Error() string { return fmt.Sprintf("panic in a worker: %v", f.Value) }
