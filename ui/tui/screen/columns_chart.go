package screen

import (
	"cmp"
	"slices"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/chart"
)

// newColumnChart prepares the chart of a column: numbers by value, dates by
// time, texts by how often each occurs, and ids by how many rows each has. Its
// members are rows.
func newColumnChart(pr *message.Printer, c model.Column, id bool) chart.Chart {
	if id {
		return newIDChart(pr, c)
	}
	switch c := c.(type) {
	case *model.Numbers:
		return chart.NewHistogram(pr, &model.Histogram{Title: model.Raw(c.Name()), Values: c.Values(), Cut: -1}, chart.Split{}).Counting(model.P("rows"))
	case *model.Dates:
		return newTimeChart(pr, c)
	case *model.Texts:
		return newWordChart(pr, c)
	}
	panic("screen: a column of a kind without a chart")
}

// isID reports whether a column holds the names of customers or orders, whose
// values mean nothing by themselves.
func isID(roles model.RoleMap, table, column int) bool {
	b, ok := roles.Of(table, column)
	return ok && (b.Role == model.CustomerID || b.Role == model.OrderID)
}

// wordsDrawn is how many different texts are drawn, each as a bar.
const wordsDrawn = 20_000

// newWordChart counts texts, the commonest first. Of very many only the
// commonest are drawn, and the title says so.
func newWordChart(pr *message.Printer, c *model.Texts) chart.Chart {
	order, counts, missing := wordCounts(c)
	title := model.Raw(c.Name())
	if len(order) > wordsDrawn {
		title = model.P("%s: the %d commonest of %d", c.Name(), wordsDrawn, len(order))
		order = order[:wordsDrawn]
	}
	items := make([]chart.Item, len(order))
	item := make([]int32, c.Dict.Len()) // of each word
	for i := range item {
		item[i] = -1
	}
	for i, k := range order {
		items[i] = chart.Item{Label: c.Dict.At(int(k)), Count: counts[k], Segment: -1}
		item[k] = int32(i)
	}
	codes := make([]int32, len(c.Codes()))
	for i, k := range c.Codes() {
		codes[i] = -1
		if k >= 0 {
			codes[i] = item[k]
		}
	}
	return chart.NewBars(pr, title, items, codes, missing)
}

// wordCounts returns the words of a text column that occur, the commonest first
// and then by their bytes, how often each word of the dictionary does, and how
// many rows have none.
func wordCounts(c *model.Texts) (order []int32, counts []int, missing int) {
	counts = make([]int, c.Dict.Len())
	for _, k := range c.Codes() {
		if k < 0 {
			missing++
		} else {
			counts[k]++
		}
	}
	for k, n := range counts {
		if n > 0 {
			order = append(order, int32(k))
		}
	}
	slices.SortFunc(order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(c.Dict.At(int(a)), c.Dict.At(int(b))))
	})
	return order, counts, missing
}

// idChart is the histogram of how many rows each id has.
type idChart struct {
	*chart.Histogram
	codes []int32 // the id of each row, -1 for none
}

// newIDChart counts the rows of each value of a column.
func newIDChart(pr *message.Printer, c model.Column) *idChart {
	out := &idChart{codes: make([]int32, c.Len())}
	var rows []float64
	seen := map[string]int32{}
	for i := range out.codes {
		word := c.Text(i)
		if word == "" {
			out.codes[i] = -1
			continue
		}
		k, ok := seen[word]
		if !ok {
			k = int32(len(rows))
			seen[word] = k
			rows = append(rows, 0)
		}
		rows[k]++
		out.codes[i] = k
	}
	out.Histogram = chart.NewHistogram(pr, &model.Histogram{Title: model.P("Rows for each %s", c.Name()), Values: rows, Cut: -1}, chart.Split{}).Counting(model.P("values"))
	return out
}

// Members implements [chart.Chart]: the rows of the ids in the bin.
func (c *idChart) Members(at chart.Cursor, w, h int) []int32 {
	in := map[int32]bool{}
	for _, id := range c.Histogram.Members(at, w, h) {
		in[id] = true
	}
	var out []int32
	for i, k := range c.codes {
		if k >= 0 && in[k] {
			out = append(out, int32(i))
		}
	}
	return out
}
