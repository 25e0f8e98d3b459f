package model

import (
	"context"
	"errors"
	"math/rand/v2"
	"sync/atomic"
	"testing"
)

// patient is a context that is cancelled when it was asked some times, by
// whichever goroutine.
type patient struct {
	context.Context
	left atomic.Int64
}

func (p *patient) Err() error {
	if p.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

func TestBuildStopsWhenCancelled(t *testing.T) {
	d := manyTables(t, rand.New(rand.NewPCG(1, 1)))
	roles, _ := d.Assign(nil)
	asked := 0
	for ; ; asked++ {
		ctx := &patient{Context: context.Background()}
		ctx.left.Store(int64(asked))
		c, err := BuildCustomers(ctx, d, roles, Scope{AsOf: NoDay}, nil)
		if err == nil {
			break
		}
		if c != nil || !errors.Is(err, context.Canceled) {
			t.Fatalf("cancelled at question %d: %v, %v", asked, c, err)
		}
	}
	if asked < 50 {
		t.Errorf("the context was asked %d times", asked)
	}
}
