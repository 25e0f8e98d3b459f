package model

import (
	"context"
	"slices"
)

// Stretch returns the days of the first and the last row of orders, or else of
// events, that [BuildCustomers] would use for customers of all time; [NoDay]
// without dates. It takes a fraction of that time, and has the same errors.
func Stretch(ctx context.Context, d *Dataset, roles RoleMap) (first, last Day, err error) {
	b := newCustomerBuilder(ctx, d, roles, Scope{AsOf: NoDay})
	if err := b.take(b.selecting(), func(float64) {}); err != nil {
		return NoDay, NoDay, err
	}
	return b.c.First, b.c.Last, nil
}

func newCustomerBuilder(ctx context.Context, d *Dataset, roles RoleMap, scope Scope) *customerBuilder {
	return &customerBuilder{ctx: ctx, read: d.Rows(), data: d, roles: roles, scope: scope, joined: map[int]joinedColumn{},
		c: &Customers{AsOf: NoDay, Window: scope.Window, First: NoDay, Last: NoDay}}
}

// selecting are the steps that find which rows are in scope. What is begun once the
// ids are known goes on beside them.
func (b *customerBuilder) selecting(begun ...func() error) []func() error {
	return slices.Concat([]func() error{b.drop, b.arrange, b.keys}, begun, []func() error{b.selectLines, b.selectEvents})
}

// take takes steps one after the other until one fails or the context ends.
func (b *customerBuilder) take(steps []func() error, report func(float64)) error {
	for i, step := range steps {
		if err := b.ctx.Err(); err != nil {
			return err
		}
		if err := step(); err != nil {
			return err
		}
		report(float64(i+1) / float64(len(steps)))
	}
	return nil
}
