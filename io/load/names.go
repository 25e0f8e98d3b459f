package load

import (
	"slices"
	"strings"
	"unicode"

	"custseg/model"

	"golang.org/x/text/unicode/norm"
)

// compact reduces a header to what names have in common: CUST_ID, Cust-Id and
// "Cust ID" are all custid. A remark in brackets goes, unless there is nothing
// else.
func compact(header string) string {
	header = strings.ToLower(norm.NFKC.String(header))
	if i := strings.IndexAny(header, "([【"); i > 0 {
		header = header[:i]
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return r
		}
		return -1
	}, header)
}

// lastWord returns the last word of a header in lower case: code of StockCode,
// stock_code and "stock code".
func lastWord(header string) string {
	header = norm.NFKC.String(header)
	words := strings.FieldsFunc(header, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) == 0 {
		return ""
	}
	word := words[len(words)-1]
	start, lower := 0, false
	for i, r := range word {
		if unicode.IsUpper(r) && lower {
			start = i
		}
		lower = unicode.IsLower(r)
	}
	return strings.ToLower(word[start:])
}

// keyNames tells from headers which columns hold keys: what identifies a
// customer, an order or a thing, and is text even where most of it is digits.
type keyNames struct{ known map[string][]nameRule }

// isKey reports whether the header names a key.
func (k keyNames) isKey(header string) bool {
	switch lastWord(header) {
	case "id", "ids", "code", "no", "nr", "number", "sku", "key", "guid", "uuid":
		return true
	}
	for _, ending := range []string{"编号", "编码", "代码", "号", "号码"} {
		if strings.HasSuffix(strings.TrimSpace(header), ending) {
			return true
		}
	}
	return k.has(header, model.CustomerID, model.OrderID, "product") || k.isDigits(header)
}

// isDigits reports whether the header names digits that are never a quantity.
func (k keyNames) isDigits(header string) bool { return k.has(header, model.Phone, "postcode") }

func (k keyNames) has(header string, roles ...model.Role) bool {
	return slices.ContainsFunc(k.known[compact(header)], func(n nameRule) bool { return slices.Contains(roles, n.role) })
}

// isDate reports whether the header speaks of a date, so that even a few
// numbers of eight digits under it are dates.
func isDate(header string) bool {
	h := strings.ToLower(header)
	for _, word := range []string{"date", "day", "日期", "时间", "time"} {
		if strings.Contains(h, word) {
			return true
		}
	}
	return false
}
