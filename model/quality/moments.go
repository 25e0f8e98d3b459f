package quality

import (
	"slices"

	"custseg/model"
)

// moments is the moments of a column, ascending: the column itself where its rows are
// in the order of time, as those of a log are, else a list. The zero value has none.
type moments struct {
	log  *model.Dates
	list *[]int64
}

// momentsOf returns the moments of a column that are there.
func momentsOf(d *model.Dates) moments {
	if isLog(d) {
		return moments{log: d}
	}
	var list []int64
	for _, s := range d.All() {
		if s != model.NoDate {
			list = append(list, s)
		}
	}
	slices.Sort(list)
	return moments{list: &list}
}

// isLog reports whether every row has a moment, none before that of the row above.
func isLog(d *model.Dates) bool {
	before := model.NoDate
	for _, s := range d.All() {
		if s == model.NoDate || s < before {
			return false
		}
		before = s
	}
	return true
}

func (m moments) len() int {
	switch {
	case m.log != nil:
		return m.log.Len()
	case m.list != nil:
		return len(*m.list)
	}
	return 0
}

func (m moments) at(i int) int64 {
	if m.log != nil {
		return m.log.At(i)
	}
	return (*m.list)[i]
}
