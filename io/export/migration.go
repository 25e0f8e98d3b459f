package export

import (
	"context"
	"fmt"
	"io"
	"math"

	"custseg/model"
)

// Move says what became of a customer between two dates.
type Move uint8

// The moves of customers.
const (
	Stayed   Move = iota
	Up            // to a better segment
	Down          // to a worse one
	Other         // to one that is neither
	Entered       // was Unclassified at the first date
	Left          // is Unclassified at the second, or no customer: a window can drop all orders
	Unplaced      // is Unclassified at both
	Newcomer      // was no customer at the first date
	moves
)

// String names the move as files have it.
func (m Move) String() string {
	return [...]string{"stayed", "up", "down", "moved", "entered", "left", "unclassified", "newcomer"}[m]
}

// Label names the move for a reader.
func (m Move) Label() model.Phrase {
	return [...]model.Phrase{model.P("stayed in their segment"), model.P("moved up"), model.P("moved down"), model.P("moved otherwise"),
		model.P("entered a segment, were Unclassified"), model.P("left, are Unclassified now"), model.P("Unclassified at both dates"), model.P("newcomers")}[m]
}

// Moves lists all moves in their order.
func Moves() []Move { return []Move{Stayed, Up, Down, Other, Entered, Left, Unplaced, Newcomer} }

// Migration is everything a file of one method at two dates needs. The first
// side is at From, the second at To.
type Migration struct {
	Pairing
	From, To model.Day
	Held     bool   // the cuts of From hold at To
	Moves    []Move // of each customer
	// MoveOf is the move of the customers of each of the Cells.
	MoveOf [][]Move
	Same   []int // for each segment of the first date the one of the second that counts as the same, -1 for none
	// Then and Now hold what each customer brought in scope at From and at To, NaN
	// for one who is no customer there; nil without money.
	Then, Now *model.Numbers
	Largest   []Cell // the moves of most customers, the largest first
}

// Count counts the customers by their move.
func (m Migration) Count() [moves]int {
	var out [moves]int
	for _, move := range m.Moves {
		out[move]++
	}
	return out
}

// change is how much more each customer brought up to To than up to From; who is
// no customer at a date brought nothing there.
func (m Migration) change() *model.Numbers {
	out := make([]float64, len(m.Moves))
	for i := range m.Moves {
		then, now := m.Then.At(i), m.Now.At(i)
		if m.FirstAt[i] < 0 {
			then = 0
		}
		if m.SecondAt[i] < 0 {
			now = 0
		}
		out[i] = difference(now, then)
	}
	return model.NewNumbers("monetary_change", out)
}

// difference is a less b, rounded to a millionth: sums of money have no more
// digits, and their difference would show the crumbs of binary numbers.
func difference(a, b float64) float64 {
	const unit = 1e6
	d := a - b
	if math.Abs(d) >= 1<<53/unit {
		return d
	}
	return math.Round(d*unit) / unit
}

// WriteMigration writes a migration to a file in the format of its ending:
// .xlsx, .csv or .json. Otherwise it is as [Write]; of the options it reads all
// but SegmentSheets.
func WriteMigration(ctx context.Context, path string, m Migration, o Options, report func(done float64)) error {
	v, err := m.view(o)
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", path, err)
	}
	return v.write(ctx, path, o, pairForms{
		columns: v.movedColumns(m),
		json:    func(w io.Writer) error { return writeIndented(w, v.migrationJSON(m)) },
		book:    func(b *pairBook) error { return b.migration(m) },
	}, report)
}

// MigrationJSON writes a migration as one JSON object. Of the options it reads
// Privacy and Salt.
func MigrationJSON(w io.Writer, m Migration, o Options) error {
	v, err := m.view(o)
	if err != nil {
		return err
	}
	return writeIndented(w, v.migrationJSON(m))
}

// movedColumns lists the columns of a file of customers at two dates: id, both
// segments, the move and the money.
func (v *pairView) movedColumns(m Migration) []column {
	codes, words := make([]int32, len(m.Moves)), make([]string, moves)
	for i, move := range m.Moves {
		codes[i] = int32(move)
	}
	for _, move := range Moves() {
		words[move] = move.String()
	}
	out := append(v.segmentColumns("segment_from", "segment_to"),
		column{Column: model.NewTexts("move", codes, words), header: "move", role: attributeColumn})
	if m.Then == nil {
		return out
	}
	for _, c := range []*model.Numbers{m.Then, m.Now, m.change()} {
		out = append(out, column{Column: c, header: c.Name(), role: measureColumn, unit: model.Money})
	}
	return out
}

// movers are the places of the customers who did not stay where they were, in the order of rows.
func (v *pairView) movers(m Migration) []int {
	var out []int
	for row := range m.Moves {
		if i := v.customer(row); m.Moves[i] != Stayed && m.Moves[i] != Unplaced {
			out = append(out, i)
		}
	}
	return out
}
