package screen

import (
	"math"
	"strconv"

	"golang.org/x/text/message"

	"custseg/model"
)

// newOrderRows lists the history of a customer: date, money, lines, whether it is
// a return, what the file says of the lines, and the order's id.
func newOrderRows(pr *message.Printer, orders *model.Orders, customer int) *figureRows {
	history, lines := orders.History(customer), orders.HistoryLines(customer)
	n := len(history)
	dates, ids, back := make([]string, n), make([]string, n), make([]string, n)
	money, count := make([]float64, n), make([]float64, n)
	returns, named := false, false
	for i, o := range history {
		if o.Time != model.NoDate {
			dates[i] = model.DayOf(o.Time).String()
		}
		if o.Return {
			back[i], returns = say(pr, "return"), true
		}
		money[i], count[i], ids[i] = o.Money, float64(o.Lines), o.ID
		named = named || o.ID != ""
	}
	texts := func(title string, words []string) figureColumn {
		return figureColumn{title: title, values: model.TextsOf(title, words)}
	}
	out := &figureRows{pr: pr, columns: []figureColumn{texts(say(pr, "Date"), dates)}}
	out.columns[0].ordered = true // a history is by time
	if orders.HasMoney() {
		title := say(pr, "Money")
		out.columns = append(out.columns, figureColumn{title: title, values: model.NewNumbers(title, money), unit: model.Money})
	}
	title := say(pr, "Lines")
	out.columns = append(out.columns, figureColumn{title: title, values: model.NewNumbers(title, count)})
	if returns {
		out.columns = append(out.columns, texts(say(pr, "Return"), back))
	}
	for _, role := range []model.Role{model.Quantity, "discount", model.Category, model.Product, "channel"} {
		if c, ok := orders.Column(role); ok {
			out.columns = append(out.columns, orderColumn(role, c, orders, lines))
		}
	}
	if named {
		out.columns = append(out.columns, texts(say(pr, "Order"), ids))
	}
	return out
}

// orderColumn tells of a column of the lines by order: the sum of quantities, the
// mean of other numbers, the words that occur.
func orderColumn(role model.Role, c model.Column, orders *model.Orders, lines [][]int32) figureColumn {
	if n, ok := c.(*model.Numbers); ok {
		values := make([]float64, len(lines))
		for i, of := range lines {
			values[i] = lineFigure(n, orders, of, role == model.Quantity)
		}
		return figureColumn{title: c.Name(), values: model.NewNumbers(c.Name(), values)}
	}
	words := make([]string, len(lines))
	for i, of := range lines {
		words[i] = lineWords(c, orders, of)
	}
	return figureColumn{title: c.Name(), values: model.TextsOf(c.Name(), words)}
}

// lineFigure adds up the numbers of some lines, or takes their mean; NaN when
// there are none.
func lineFigure(c *model.Numbers, orders *model.Orders, lines []int32, sum bool) float64 {
	total, n := 0.0, 0
	for _, line := range lines {
		if v := c.At(int(orders.Row[line])); !math.IsNaN(v) {
			total += v
			n++
		}
	}
	switch {
	case n == 0:
		return math.NaN()
	case sum:
		return total
	}
	return total / float64(n)
}

// lineWords is the first word of some lines, and how many others there are.
func lineWords(c model.Column, orders *model.Orders, lines []int32) string {
	seen := map[string]bool{}
	first := ""
	for _, line := range lines {
		row := int(orders.Row[line])
		if c.Missing(row) {
			continue
		}
		w := c.Text(row)
		if len(seen) == 0 {
			first = w
		}
		seen[w] = true
	}
	if len(seen) > 1 {
		return first + " +" + strconv.Itoa(len(seen)-1)
	}
	return first
}

// lineCount says how many lines.
func lineCount(pr *message.Printer, n int) string {
	return say(pr, "%d lines", n)
}
