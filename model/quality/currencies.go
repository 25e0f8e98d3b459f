package quality

import (
	"cmp"
	"slices"
	"strings"

	"custseg/model"
)

// currencies finds a column that says in which of several currencies the money
// of each row is. The rows are those not in the commonest.
func currencies(c *column) (hit, bool) {
	t := c.texts()
	if t == nil || !c.header.namesCurrency() || c.with(model.Amount) == nil && c.with(model.UnitPrice) == nil {
		return hit{}, false
	}
	counts := map[string]int{}
	for i, k := range t.Narrow().All() {
		if k >= 0 {
			counts[fold(c.Text(i))]++
		}
	}
	if len(counts) < 2 {
		return hit{}, false
	}
	var names []string
	for w := range counts {
		names = append(names, w)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(counts[b]-counts[a], cmp.Compare(a, b)) })
	rows := c.rowsSaying(func(w string) bool { return fold(w) != names[0] })
	return hit{level: model.Warning, count: len(rows), rows: rows,
		text: model.P("money in %d currencies: %d rows are not in %s but in others, such as %s",
			len(names), len(rows), strings.ToUpper(names[0]), strings.ToUpper(strings.Join(names[1:min(len(names), 4)], ", "))),
		consequence: model.P("the amounts are added as they stand, as if all were of one currency: convert them in the file, or leave the rows of the others out")}, true
}

// namesCurrency reports whether the header is that of a currency.
func (h header) namesCurrency() bool {
	return h.endsIn("currency", "ccy", "währung", "waehrung", "devise", "moneda", "valuta", "moeda", "币种", "货币", "幣種", "貨幣", "通貨", "валюта") ||
		h.has("currency") && h.endsIn("code")
}
