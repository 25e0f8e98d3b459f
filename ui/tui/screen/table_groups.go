package screen

import (
	"context"
	"maps"
	"math"
	"slices"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/model/filter"
	"custseg/ui/tui/chart"
)

// valueGroup is a value of a column, or a range of values, with how many rows
// have it.
type valueGroup struct {
	label string
	where filter.Expr
	rows  int
}

const (
	valuesEach  = 30 // different numbers up to which each is told by itself
	valuesBins  = 24
	daysEach    = 62 // days up to which each is told
	monthsEach  = 10 * 12
	daysOfMonth = 30.44
)

// groupValues counts the values of a field over rows of its values, nil for all:
// text with the commonest first, numbers and dates in their order, in ranges and
// periods where there are many. Missing values come last.
func groupValues(ctx context.Context, pr *message.Printer, f tableField, rows []int32) ([]valueGroup, error) {
	column := f.values()
	if rows != nil {
		column = column.Pick(rows)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var out []valueGroup
	missing := 0
	switch c := column.(type) {
	case *model.Texts:
		order, counts, none := wordCounts(c)
		missing = none
		for _, k := range order {
			out = append(out, valueGroup{c.Dict.At(int(k)), filter.Is(f.name, c.Dict.At(int(k))), counts[k]})
		}
	case *model.Numbers:
		out, missing = groupNumbers(pr, f, c.Values())
	case *model.Dates:
		out, missing = groupDates(f, c.Seconds())
	}
	if missing > 0 {
		out = append(out, valueGroup{say(pr, "(missing)"), filter.Is(f.name, ""), missing})
	}
	return out, ctx.Err()
}

// groupNumbers counts each number when there are few, else ranges of them.
func groupNumbers(pr *message.Printer, f tableField, values []float64) (out []valueGroup, missing int) {
	counts := map[float64]int{}
	finite := make([]float64, 0, len(values))
	for _, v := range values {
		switch {
		case math.IsNaN(v):
			missing++
			continue
		case !math.IsInf(v, 0):
			finite = append(finite, v)
		}
		if len(counts) <= valuesEach {
			counts[v]++
		}
	}
	if len(counts) <= valuesEach {
		for _, v := range slices.Sorted(maps.Keys(counts)) {
			out = append(out, valueGroup{unitText(pr, v, f.unit), filter.Is(f.name, model.FormatNumber(v)), counts[v]})
		}
		return out, missing
	}
	bins := chart.Bin(finite, nil, valuesBins)
	whole := !slices.ContainsFunc(slices.Concat(finite, bins.Edges), func(v float64) bool { return v != math.Trunc(v) })
	for i, n := range bins.Counts {
		from, to, last := bins.Edges[i], bins.Edges[i+1], i == len(bins.Counts)-1
		if whole && !last { // then the end of a range is a value that is in it
			to--
		}
		if from == to {
			out = append(out, valueGroup{unitText(pr, from, f.unit), filter.Is(f.name, model.FormatNumber(from)), n})
			continue
		}
		label := say(pr, "%s to %s", chart.Full(from, f.unit), chart.Full(to, f.unit))
		out = append(out, valueGroup{label, filter.Range(f.name, model.FormatNumber(from), model.FormatNumber(to), whole || last), n})
	}
	if n := len(values) - missing - len(finite); n > 0 {
		out = append(out, valueGroup{say(pr, "infinite"), filter.OneOf(f.name, []string{"inf", "-inf"}), n})
	}
	return out, missing
}

// groupDates counts days, months or years, as the dates reach.
func groupDates(f tableField, seconds []int64) (out []valueGroup, missing int) {
	first, last := model.Day(math.MaxInt32), model.NoDay
	for _, s := range seconds {
		if s == model.NoDate {
			missing++
			continue
		}
		first, last = min(first, model.DayOf(s)), max(last, model.DayOf(s))
	}
	layout := "2006"
	switch days := float64(last) - float64(first); {
	case days < daysEach:
		layout = "2006-01-02"
	case days/daysOfMonth < monthsEach:
		layout = "2006-01"
	}
	counts, byDay := map[string]int{}, map[model.Day]int{}
	for _, s := range seconds {
		if s != model.NoDate {
			byDay[model.DayOf(s)]++
		}
	}
	for day, n := range byDay {
		counts[day.Time().Format(layout)] += n
	}
	for _, period := range slices.Sorted(maps.Keys(counts)) {
		out = append(out, valueGroup{period, filter.Is(f.name, period), counts[period]})
	}
	return out, missing
}
