package pipeline

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"custseg/model"
)

// explain adds to the error of a method what in the data may be the cause: a role
// that the recipe took away from a column.
func explain(err error, d *model.Dataset, roles model.RoleMap) error {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	for _, g := range d.Guesses {
		core := slices.Contains([]model.Role{model.OrderID, model.OrderDate, model.Amount, model.Quantity, model.UnitPrice}, g.Role)
		b, ok := roles.Of(g.Table, g.Column)
		if !core || !ok || !b.Assigned || b.Role == g.Role || roles.Has(g.Role) {
			continue
		}
		return fmt.Errorf("%w; --map gave the column %q the role %s, so that it no longer is the %s",
			err, d.Tables[g.Table].Column(g.Column).Name(), b.Role, strings.ReplaceAll(string(g.Role), "_", " "))
	}
	return err
}
