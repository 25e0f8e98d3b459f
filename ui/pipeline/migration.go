package pipeline

import (
	"context"
	"math"

	"golang.org/x/text/message"

	"custseg/io/export"
	"custseg/model"
)

// MigrationPlan is one method at two dates.
type MigrationPlan struct {
	Recipe   model.Recipe // its own as-of date does not count
	From, To model.Day
	HoldCuts bool // the cuts of From hold at To too
}

// Migration is where the customers of one date are at a later one: the
// comparison of the first date with the second.
type Migration struct {
	*Comparison
	Plan  MigrationPlan
	Moves []export.Move // of each customer of the comparison
	// MoveOf is the move of the customers of each cell of the comparison's Counts.
	MoveOf [][]export.Move
	Notes  []model.Phrase
}

// Migrate carries out a plan. The error is that of [MigrationPlan.Check], of a
// date outside the data, of cuts that cannot be held, or of a run.
func (p *Pipeline) Migrate(ctx context.Context, plan MigrationPlan, report func(float64)) (*Migration, error) {
	if report == nil {
		report = func(float64) {}
	}
	if err := plan.Check(); err != nil {
		return nil, err
	}
	notes, err := p.checkDates(ctx, plan)
	if err != nil {
		return nil, err
	}
	if where := plan.Recipe.Where; where != "" {
		notes = append(notes, model.P("The filter %s is read at each date: who passes it at one of them alone counts as new, or as gone", where))
	}
	const gathered, half = 0.2, 0.6 // of the bar
	part := func(from, to float64) func(float64) {
		return func(done float64) { report(from + (to-from)*done) }
	}
	report(gathered)
	first, err := p.Run(ctx, plan.Recipe.WithAsOf(plan.From), part(gathered, half))
	if err != nil {
		return nil, err
	}
	later := plan.Recipe
	if plan.HoldCuts {
		held, more, err := p.hold(ctx, first)
		if err != nil {
			return nil, err
		}
		later, notes = held.Recipe, append(notes, more...)
		first = held
	}
	second, err := p.Run(ctx, later.WithAsOf(plan.To), part(half, 1))
	if err != nil {
		return nil, err
	}
	if plan.HoldCuts {
		if err := sameCuts(first, second); err != nil {
			return nil, err
		}
	}
	m := &Migration{Comparison: Compare(first, second), Plan: plan}
	m.classify()
	m.Notes = append(notes, m.remarks()...)
	return m, nil
}

// classify says what became of each customer.
func (m *Migration) classify() {
	m.MoveOf = m.movesOfCells()
	m.Moves = make([]export.Move, len(m.Row))
	for i, row := range m.Row {
		m.Moves[i] = m.MoveOf[row][m.Col[i]]
	}
}

// movesOfCells says of each cell of the table what its customers have done.
func (m *Migration) movesOfCells() [][]export.Move {
	from, to := m.First.Segmentation.Segments, m.Second.Segmentation.Segments
	first, second := m.First.ranks(), m.Second.ranks()
	same := m.counterparts()
	move := func(row, col int) export.Move {
		switch {
		case row == len(from):
			return export.Newcomer
		case from[row].Unclassified && same[row] == col:
			return export.Unplaced
		case same[row] == col:
			return export.Stayed
		case col == len(to) || to[col].Unclassified:
			return export.Left
		case from[row].Unclassified:
			return export.Entered
		case first[row] < 0 || second[col] < 0 || second[col] == first[row]:
			return export.Other
		case second[col] < first[row]:
			return export.Up
		}
		return export.Down
	}
	out := make([][]export.Move, len(from)+1)
	for row := range out {
		for col := range len(to) + 1 {
			out[row] = append(out[row], move(row, col))
		}
	}
	return out
}

// ranks are the ranks of the result's segments, 0 the best, -1 for one that is
// neither better nor worse than others, such as Unclassified.
func (r *Result) ranks() []int {
	out := make([]int, len(r.Segmentation.Segments))
	for i := range out {
		out[i] = -1
	}
	if p := r.Segmentation.Placing; p != nil {
		copy(out, p.Ranks)
	}
	return out
}

// Document returns what a file needs of the migration.
func (m *Migration) Document(pr *message.Printer) export.Migration {
	out := export.Migration{Pairing: m.pairing(pr), From: m.Plan.From, To: m.Plan.To, Held: m.Plan.HoldCuts, Moves: m.Moves, MoveOf: m.MoveOf}
	out.FirstName, out.SecondName = model.Raw(m.Plan.From.String()), model.Raw(m.Plan.To.String())
	out.Notes, out.Same = m.Notes, m.counterparts()
	out.Largest = m.largest(out.Cells)
	if then, now := m.Money(); then != nil && now != nil {
		out.Then, out.Now = model.NewNumbers("monetary_from", then), model.NewNumbers("monetary_to", now)
	}
	return out
}

// largest returns the moves of most customers that both dates have.
func (m *Migration) largest(cells [][]export.Cell) []export.Cell {
	same, gone := m.counterparts(), len(m.Counts[0])-1
	return leading(cells[:len(cells)-1], func(c export.Cell) float64 {
		if c.Customers == 0 || c.Col == gone || c.Col == same[c.Row] {
			return math.NaN()
		}
		return float64(c.Customers)
	})
}
