package export

import (
	"math"

	"custseg/model"
)

// migrationJSON is what migrate --json prints. From and to are null in a cell of
// newcomers and of customers who are none any more.
type migrationJSON struct {
	Command   string         `json:"command"`
	Method    string         `json:"method"`
	FromDate  string         `json:"from_date"`
	ToDate    string         `json:"to_date"`
	CutsOf    string         `json:"cuts"`
	Customers map[string]int `json:"customers"`
	Value     valueJSON      `json:"value"`
	Measures  agreementJSON  `json:"measures"`
	Agreement string         `json:"agreement"`
	From      sideJSON       `json:"from"`
	To        sideJSON       `json:"to"`
	Cells     []movedJSON    `json:"cells"`
	Movers    []moverJSON    `json:"movers"`
	Notes     []string       `json:"notes"`
}

// valueJSON is money at both dates.
type valueJSON struct {
	From   number `json:"from"`
	To     number `json:"to"`
	Change number `json:"change"`
}

type movedJSON struct {
	From      *string   `json:"from"`
	To        *string   `json:"to"`
	Customers int       `json:"customers"`
	RowShare  number    `json:"row_share"`
	Value     valueJSON `json:"value"`
}

type moverJSON struct {
	Customer string    `json:"customer_id"`
	From     *string   `json:"from"`
	To       *string   `json:"to"`
	Move     string    `json:"move"`
	Value    valueJSON `json:"value"`
}

func (v *pairView) migrationJSON(m Migration) migrationJSON {
	out := migrationJSON{
		Command: "migrate", Method: v.second.method.ID, FromDate: m.From.String(), ToDate: m.To.String(), CutsOf: "each",
		Customers: map[string]int{"from": v.first.source.Len(), "to": v.second.source.Len()},
		Value:     valueJSON{number(v.first.summary.total.Value), number(v.second.summary.total.Value), number(difference(v.second.summary.total.Value, v.first.summary.total.Value))},
		Measures:  v.Agreement.json(), Agreement: v.first.text(v.Agreement.Words),
		From: v.first.sideJSON(v.FirstName), To: v.second.sideJSON(v.SecondName),
		Cells: []movedJSON{}, Movers: []moverJSON{}, Notes: v.notes(),
	}
	if m.Held {
		out.CutsOf = "from"
	}
	for move, n := range m.Count() {
		out.Customers[Move(move).String()] = n
	}
	rows, cols := v.axes(model.Phrase{}, model.Phrase{})
	for _, i := range rows.at {
		for _, j := range cols.at {
			if c := m.Cells[i][j]; i < len(v.first.names) || j < len(v.second.names) {
				out.Cells = append(out.Cells, movedJSON{nameAt(v.first, i), nameAt(v.second, j), c.Customers, number(c.RowShare),
					valueJSON{number(c.FirstValue), number(c.SecondValue), number(c.Change())}})
			}
		}
	}
	var change *model.Numbers
	if m.Then != nil {
		change = m.change()
	}
	for _, i := range v.movers(m) {
		mover := moverJSON{Customer: v.ids.Text(i), Move: m.Moves[i].String(), Value: valueJSON{number(math.NaN()), number(math.NaN()), number(math.NaN())}}
		mover.From, mover.To = v.first.segmentAt(v.FirstAt[i]), v.second.segmentAt(v.SecondAt[i])
		if m.Then != nil {
			mover.Value = valueJSON{number(m.Then.At(i)), number(m.Now.At(i)), number(change.At(i))}
		}
		out.Movers = append(out.Movers, mover)
	}
	return out
}

// nameAt is the name of a segment, nil for the place of customers whom the side
// does not have.
func nameAt(s *view, segment int) *string {
	if segment == len(s.names) {
		return nil
	}
	return &s.names[segment]
}

// segmentAt names the segment of the customer at a place, nil for none.
func (v *view) segmentAt(place int32) *string {
	if place < 0 {
		return nil
	}
	return &v.names[v.result.Of[place]]
}
