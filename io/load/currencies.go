package load

import (
	"cmp"
	"slices"
	"strings"

	"custseg/model"
)

// rupees is the one writing of rupees.
const rupees = "₹"

// besideDigits is what may stand between a currency and the digits.
const besideDigits = blanks + dashes + "()+,▲△"

// currencyOf returns the currency written before or behind a number, in one
// writing for each; empty for none.
func currencyOf(word string) string {
	first, behind := strings.IndexFunc(word, isFigure), behindNumber(word)
	if first < 0 {
		return ""
	}
	for _, s := range []string{word[:first], word[behind:]} {
		if s = strings.Trim(s, besideDigits); isCurrency(s) {
			return sameCurrency(s)
		}
	}
	return ""
}

// sameCurrency gives a currency that is written in several ways one of them.
func sameCurrency(s string) string {
	switch s {
	case "US$", "USD", "美元":
		return "$"
	case "EUR", "欧元":
		return "€"
	case "GBP", "英镑":
		return "£"
	case "￥", "元", "圆", "人民币", "CNY", "RMB", "CNH":
		return "¥"
	case "円", "日元":
		return "JPY"
	case "Fr", "Fr.", "SFr.", "sFr.":
		return "CHF"
	case "Rs", "Rs.", "INR":
		return rupees
	case "원", "KRW":
		return "₩"
	case "руб", "руб.", "р.", "RUB":
		return "₽"
	case "港币", "港元", "HKD":
		return "HK$"
	}
	return s
}

// writesPoint reports whether amounts in a currency never have a decimal comma:
// yen and won have no decimals, and India and China write a point.
func writesPoint(currency string) bool {
	switch currency {
	case rupees, "¥", "JPY", "₩":
		return true
	}
	return false
}

// tellCurrencies warns of numbers in several currencies: as numbers they are
// added to one another.
func (b *builtColumn) tellCurrencies(w *words) {
	of, rows := map[int32]string{}, map[string]int{}
	for code, word := range w.all() {
		if currency := currencyOf(word); currency != "" {
			of[code] = currency
		}
	}
	if len(of) < 2 {
		return
	}
	for _, c := range w.codes.All() {
		if currency := of[c]; currency != "" {
			rows[currency]++
		}
	}
	if len(rows) < 2 {
		return
	}
	var names []string
	for name := range rows {
		names = append(names, name)
	}
	slices.SortFunc(names, func(x, y string) int { return cmp.Or(rows[y]-rows[x], cmp.Compare(x, y)) })
	said := model.P("%s in %d rows", names[0], rows[names[0]])
	for _, name := range names[1:] {
		said = model.P("%s, %s", said, model.P("%s in %d rows", name, rows[name]))
	}
	others := w.rowsOf(func(code int32) bool { return of[code] != "" && of[code] != names[0] })
	b.find(model.Warning, others, "the column holds several currencies, which are added as they are: %s; convert them in the file, or open the rows of one currency alone", said)
}
