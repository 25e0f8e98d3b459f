package model

import (
	"context"
	"errors"
	"math/rand/v2"
	"testing"
)

// patient is a context that is cancelled when it was asked some times.
type patient struct {
	context.Context
	left int
}

func (p *patient) Err() error {
	if p.left--; p.left < 0 {
		return context.Canceled
	}
	return nil
}

func TestBuildStopsWhenCancelled(t *testing.T) {
	d := manyTables(t, rand.New(rand.NewPCG(1, 1)))
	roles, _ := d.Assign(nil)
	asked := 0
	for ; ; asked++ {
		c, err := BuildCustomers(&patient{context.Background(), asked}, d, roles, Scope{AsOf: NoDay}, nil)
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
