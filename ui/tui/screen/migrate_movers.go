package screen

import (
	"cmp"
	"math"
	"slices"

	"custseg/model"
	"custseg/ui/pipeline"
)

// mover is a customer of the result in force, and their place in a comparison of
// two dates.
type mover struct{ customer, place int32 }

// among finds customers of the comparison among others; who is not there is left
// out.
func (m *movement) among(c *model.Customers, places []int32) []mover {
	var out []mover
	for _, i := range places {
		from, at := m.First.Customers, m.FirstAt[i]
		if at < 0 {
			from, at = m.Second.Customers, m.SecondAt[i]
		}
		if from != c {
			at = int32(c.Find(from.ID(int(at))))
		}
		if at >= 0 {
			out = append(out, mover{at, i})
		}
	}
	slices.SortFunc(out, func(a, b mover) int { return cmp.Compare(a.customer, b.customer) })
	return out
}

// moversList lists customers of the result in force with their segments, and
// their money, on both dates of a comparison. The segment of the result is left
// out: beside those of the dates, which may have other cuts, it would seem a
// contradiction.
type moversList struct{ Members }

func newMovers(host Host, title string, movers []mover, m *movement) *moversList {
	members := make([]int32, len(movers))
	for i, v := range movers {
		members[i] = v.customer
	}
	s := &moversList{Members{host: host, title: title, table: newCustomerTable(host, title, members, false)}}
	s.table.add(m.columns(host, movers))
	return s
}

// Refresh implements [Screen]: another result, of which the dates tell nothing,
// lists the customers with its own segments.
func (s *moversList) Refresh() {
	if rows := s.table.rows(); s.host.Session().Result != rows.result {
		rows.mixed = true
	}
	s.Members.Refresh()
}

// columns tell of customers of the result in force where they were on both
// dates and what they had brought.
func (m *movement) columns(host Host, movers []mover) []customerColumn {
	pr, n := host.Printer(), host.Session().Result.Customers.Len()
	from, to := m.Plan.From.String(), m.Plan.To.String()
	segment := func(date string, r *pipeline.Result, of []int32) customerColumn {
		names, values := compareNames(pr, r), make([]string, n)
		for _, v := range movers {
			if k := int(of[v.place]); k < len(names) {
				values[v.customer] = names[k]
			}
		}
		title := say(pr, "On %s", date)
		return customerColumn{key: "segment on " + date, title: title, values: model.TextsOf(title, values)}
	}
	money := func(date string, all *model.Numbers) customerColumn {
		values := make([]float64, n)
		for i := range values {
			values[i] = math.NaN()
		}
		for _, v := range movers {
			values[v.customer] = all.At(int(v.place))
		}
		title := say(pr, "Money on %s", date)
		return customerColumn{key: "money on " + date, title: title, unit: model.Money, values: model.NewNumbers(title, values)}
	}
	out := []customerColumn{segment(from, m.First, m.Row), segment(to, m.Second, m.Col)}
	if m.document.Then != nil {
		out = append(out, money(from, m.document.Then), money(to, m.document.Now))
	}
	return out
}
