package model

import (
	"cmp"
	"slices"
)

// selectAnswers decides which answers count: all that were given by an as-of
// date that the analyst set. A survey is often made after the last order, so
// that the day after it is no bound; nor is the window, since what a customer
// said stands until they say otherwise.
func (b *customerBuilder) selectAnswers() error {
	b.answers = map[int]datedRows{}
	for _, t := range b.parts.answers {
		rows := datedRows{fate: make([]rowFate, b.data.Tables[t].Rows()), time: b.moments(t)}
		for r, k := range b.idCodes[t] {
			switch {
			case b.isDropped(t, r):
				rows.fate[r] = rowDropped
			case k < 0:
				rows.fate[r] = rowNoID
			case b.scope.AsOf != NoDay && b.afterScope(rows.time, r):
				rows.fate[r] = rowLater
			default:
				b.kept[t][k] = true
			}
		}
		b.answers[t] = rows
	}
	return nil
}

// answerAttributes makes one answer of a customer's several: where they have
// dates, the latest to each question, which is what the customer thinks now, and
// the mean of numbers given at the same moment;
// else the mean of numbers, the commonest word and the latest date. Answers that
// later ones replace are excluded.
func (b *customerBuilder) answerAttributes(taken map[string]bool) error {
	for _, t := range b.parts.answers {
		rows := b.answers[t]
		speaks := make([]bool, len(rows.fate))
		for i, c := range b.data.Tables[t].Columns() {
			if err := b.ctx.Err(); err != nil {
				return err
			}
			if i == b.roles.Column(t, CustomerID) {
				continue
			}
			if n, ok := c.(*Numbers); ok && rows.time == nil {
				b.addAttribute(taken, t, i, NewNumbers(c.Name(), b.means(t, rows, n.Values())), false)
				continue
			}
			of := b.latestRows(t, rows, c)
			if c.Kind() == Text && rows.time == nil {
				of = b.commonRows(t, rows, c)
			}
			for _, r := range of {
				if r >= 0 {
					speaks[r] = true
				}
			}
			if n, ok := c.(*Numbers); ok {
				b.addAttribute(taken, t, i, NewNumbers(c.Name(), b.latestMeans(t, rows, of, n.Values())), false)
				continue
			}
			b.addAttribute(taken, t, i, c.Pick(of), false)
		}
		b.settleAnswers(t, rows, speaks)
	}
	return nil
}

// settleAnswers excludes answers that later ones replace, and says how several
// became one.
func (b *customerBuilder) settleAnswers(t int, rows datedRows, speaks []bool) {
	customers, several := b.noRows(), 0
	for r, f := range rows.fate {
		if f != rowUsed {
			continue
		}
		at := b.place[t][b.idCodes[t][r]]
		customers[at]++
		if customers[at] == 1 {
			several++
		}
	}
	if several == 0 {
		return
	}
	if rows.time == nil {
		b.note("%d customers answered more than once in table %s, without dates: numbers are their mean, words the commonest", several, b.data.Tables[t].Name)
		return
	}
	for r, f := range rows.fate {
		if f == rowUsed && !speaks[r] {
			rows.fate[r] = rowReplaced
		}
	}
	b.note("%d customers answered more than once in table %s: the latest answer to each question counts, and of numbers given at the same moment the mean", several, b.data.Tables[t].Name)
}

// latestRows finds for each customer the latest used row with a value of a
// column; of several at one time that with the greatest value, of those the one
// whose text sorts first, so that the same rows are replaced in any order.
func (b *customerBuilder) latestRows(t int, rows datedRows, c Column) []int32 {
	out := b.noRows()
	for r, f := range rows.fate {
		if f != rowUsed || c.Missing(r) {
			continue
		}
		at := &out[b.place[t][b.idCodes[t][r]]]
		switch {
		case *at < 0 || later(c, rows.time, int32(r), *at):
			*at = int32(r)
		case later(c, rows.time, *at, int32(r)):
		case compareRows(b.data.Tables[t], int32(r), *at) < 0:
			*at = int32(r)
		}
	}
	return out
}

// latestMeans are the values of the latest rows of customers, or the mean of
// those that a customer gave at the same moment, of which none is later.
func (b *customerBuilder) latestMeans(t int, rows datedRows, latest []int32, values []float64) []float64 {
	together := datedRows{fate: slices.Clone(rows.fate)}
	for r, f := range rows.fate {
		if f != rowUsed {
			continue
		}
		if at := latest[b.place[t][b.idCodes[t][r]]]; at < 0 || rows.time.At(r) != rows.time.At(int(at)) {
			together.fate[r] = rowReplaced
		}
	}
	return b.means(t, together, values)
}

// means averages a column of numbers over the used rows of each customer, its
// finite values.
func (b *customerBuilder) means(t int, rows datedRows, values []float64) []float64 {
	sum, lost, n := make([]float64, b.c.ids.Len()), make([]float64, b.c.ids.Len()), make([]float64, b.c.ids.Len())
	for r, f := range rows.fate {
		if f == rowUsed && finiteNumber(values[r]) {
			at := b.place[t][b.idCodes[t][r]]
			sum[at], lost[at] = addExactly(sum[at], lost[at], values[r])
			n[at]++
		}
	}
	for i := range sum {
		sum[i] = roundMoney((sum[i] + lost[i]) / n[i])
	}
	return sum
}

// commonRows finds for each customer a used row with their commonest value of a
// column, of equals the one that sorts first.
func (b *customerBuilder) commonRows(t int, rows datedRows, c Column) []int32 {
	codes, words := keysOf(c)
	var used []int32
	for r, f := range rows.fate {
		if f == rowUsed && codes[r] >= 0 {
			used = append(used, int32(r))
		}
	}
	customer := func(r int32) int32 { return b.place[t][b.idCodes[t][r]] }
	slices.SortFunc(used, func(x, y int32) int {
		return cmp.Or(cmp.Compare(customer(x), customer(y)), cmp.Compare(words.At(int(codes[x])), words.At(int(codes[y]))), cmp.Compare(x, y))
	})
	out, most := b.noRows(), make([]int, b.c.ids.Len())
	for from := 0; from < len(used); {
		to := from + 1
		for to < len(used) && customer(used[to]) == customer(used[from]) && codes[used[to]] == codes[used[from]] {
			to++
		}
		if at := customer(used[from]); to-from > most[at] {
			most[at], out[at] = to-from, used[from]
		}
		from = to
	}
	return out
}
