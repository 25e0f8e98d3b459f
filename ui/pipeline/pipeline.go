// Package pipeline leads from files to segments in stages that are kept: what
// was loaded, the customers of a scope, the result of a recipe. A changed
// parameter computes only what depends on it; undo finds what it needs still
// there. The command line and the screen share it.
package pipeline

import (
	"context"
	"slices"
	"sync"
	"time"

	"custseg/io/export"
	"custseg/model"
	"custseg/model/quality"
	"custseg/seg"
)

// Result is one recipe carried out.
type Result struct {
	Recipe       model.Recipe
	Dataset      *model.Dataset   // as it was loaded, read as the roles want
	Effects      []quality.Effect // what treatments did to it before customers were made
	Roles        model.RoleMap
	Customers    *model.Customers
	Method       seg.Spec
	Params       seg.Params
	Segmentation *model.Segmentation
	Took         time.Duration // of the method alone; 0 when it was still there

	line    *Pipeline
	reasons *reasons
	replay  *export.Replay // of a saved recipe, nil for none
}

// Pipeline keeps the stages of one dataset. It is safe for use by several
// goroutines, and never changes what it returned.
type Pipeline struct {
	data  *model.Dataset
	today model.Day

	mu        sync.Mutex
	reports   []reportEntry
	treated   []treatedEntry
	customers []customersEntry
	results   []*Result
	profiles  []profiled
}

type customersEntry struct {
	recipe    model.Recipe
	roles     model.RoleMap
	customers *model.Customers
}

// How many stages are kept: enough to go back and forth between a few scopes
// and to undo a spell of tuning. The customers of a scope take the most memory;
// when they are forgotten, so are the results that hold them.
const (
	keptReports   = 2
	keptCustomers = 4
	keptResults   = 32
)

// New starts a pipeline on a dataset.
func New(d *model.Dataset) *Pipeline { return &Pipeline{data: d, today: Today()} }

// Dataset returns what the pipeline runs on, as it was loaded.
func (p *Pipeline) Dataset() *model.Dataset { return p.data }

// Customers returns the customers in the recipe's scope who pass its filter.
func (p *Pipeline) Customers(ctx context.Context, r model.Recipe, report func(float64)) (*model.Customers, model.RoleMap, error) {
	if e, ok := p.keptCustomers(r); ok {
		return e.customers, e.roles, nil
	}
	if r.Where != "" {
		return p.filtered(ctx, r, report)
	}
	treated, roles, err := p.Treated(ctx, r)
	if err != nil {
		return nil, roles, err
	}
	c, err := model.BuildCustomers(ctx, treated.Dataset, roles, model.Scope{AsOf: r.AsOf, Window: r.Window}, report)
	if err != nil {
		return nil, roles, err
	}
	p.keepCustomers(customersEntry{r, roles, c})
	return c, roles, nil
}

// filtered returns those of a scope's customers who pass the recipe's filter.
func (p *Pipeline) filtered(ctx context.Context, r model.Recipe, report func(float64)) (*model.Customers, model.RoleMap, error) {
	all, roles, err := p.Customers(ctx, r.WithWhere(""), report)
	if err != nil {
		return nil, roles, err
	}
	c, err := Keep(ctx, all, r.Where)
	if err != nil {
		return nil, roles, err
	}
	p.keepCustomers(customersEntry{r, roles, c})
	return c, roles, nil
}

func (p *Pipeline) keepCustomers(e customersEntry) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.customers = keep(p.customers, e, keptCustomers)
	p.results = slices.DeleteFunc(p.results, func(r *Result) bool { return !p.holds(r.Customers) })
}

// holds reports whether customers are among those that are kept.
func (p *Pipeline) holds(c *model.Customers) bool { return p.placeOf(c) >= 0 }

func (p *Pipeline) placeOf(c *model.Customers) int {
	return slices.IndexFunc(p.customers, func(e customersEntry) bool { return e.customers == c })
}

func (p *Pipeline) keptCustomers(r model.Recipe) (customersEntry, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	i := slices.IndexFunc(p.customers, func(e customersEntry) bool { return e.recipe.SameScope(r) })
	if i < 0 {
		return customersEntry{}, false
	}
	p.touch(i)
	return p.customers[0], true
}

// touch puts customers first: what was used last is forgotten last.
func (p *Pipeline) touch(i int) {
	e := p.customers[i]
	copy(p.customers[1:], p.customers[:i])
	p.customers[0] = e
}

// Run carries out a recipe.
func (p *Pipeline) Run(ctx context.Context, r model.Recipe, report func(float64)) (*Result, error) {
	if kept := p.keptResult(r); kept != nil {
		return kept, nil
	}
	if report == nil {
		report = func(float64) {}
	}
	m, err := seg.Lookup(r.Method)
	if err != nil {
		return nil, err
	}
	spec := m.Spec()
	params, err := seg.NewParams(spec, r.Params) // before the longer stages, so that a slip is told at once
	if err != nil {
		return nil, err
	}
	const customersShare = 0.3 // of the bar, when customers must be made first
	c, roles, err := p.Customers(ctx, r, func(done float64) { report(customersShare * done) })
	if err != nil {
		return nil, err
	}
	if err := Nobody(c, r); err != nil {
		return nil, err
	}
	treated, _, err := p.Treated(ctx, r)
	if err != nil {
		return nil, err
	}
	start := time.Now()
	s, err := seg.Run(ctx, m, c, r.Params, r.Seed, func(done float64) { report(customersShare + (1-customersShare)*done) })
	if err != nil {
		if len(seg.Missing(spec, c)) > 0 {
			err = unnumbered(undated(err, p.data, roles), p.data, roles)
		}
		return nil, explain(err, p.data, roles)
	}
	result := &Result{Recipe: r, Dataset: p.data.Read(roles), Effects: treated.Effects, Roles: roles, Customers: c, Method: spec, Params: params.After(s),
		Segmentation: withEffects(s, treated.Effects), Took: time.Since(start), line: p, reasons: &reasons{}}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.holds(c) { // else another scope came in between
		p.results = keep(p.results, result, keptResults)
	}
	return result, nil
}

func (p *Pipeline) keptResult(r model.Recipe) *Result {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, kept := range p.results {
		if kept.Recipe.SameResult(r) {
			p.touch(p.placeOf(kept.Customers))
			again := *kept
			again.Recipe, again.Took = r, 0
			return &again
		}
	}
	return nil
}

// keep puts a new entry first and drops the oldest beyond a number.
func keep[T any](entries []T, e T, most int) []T {
	entries = append([]T{e}, entries...)
	return entries[:min(len(entries), most)]
}
