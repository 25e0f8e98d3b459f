package load

import (
	"slices"
	"strings"
	"unicode"

	"custseg/model"

	"golang.org/x/text/unicode/norm"
)

// compact reduces a header to what names have in common: CUST_ID, Cust-Id and
// "Cust ID" are all custid, and Prénom is prenom. A remark in brackets goes,
// unless there is nothing else.
func compact(header string) string {
	header = strings.ToLower(norm.NFKD.String(header))
	if i := strings.IndexAny(header, "([【"); i > 0 {
		header = header[:i]
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '\u0300' && r <= '\u036F': // accents; the marks of kana are others
			return -1
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			return r
		}
		return -1
	}, header)
}

// splitWords splits a header at signs and where a capital follows a small
// letter: orders.customerId is orders, customer and id. Words are in lower case.
func splitWords(header string) []string {
	var out []string
	isSign := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }
	for _, word := range strings.FieldsFunc(norm.NFKC.String(header), isSign) {
		start, lower := 0, false
		for i, r := range word {
			if unicode.IsUpper(r) && lower {
				out = append(out, strings.ToLower(word[start:i]))
				start = i
			}
			lower = unicode.IsLower(r)
		}
		out = append(out, strings.ToLower(word[start:]))
	}
	return out
}

// lastWord returns the last word of a header in lower case: code of StockCode,
// stock_code and "stock code".
func lastWord(header string) string {
	words := splitWords(header)
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// keyNames tells from headers what columns are: which roles names mean, and
// which columns hold keys: what identifies a customer, an order or a thing, and
// is text even where most of it is digits.
type keyNames struct{ known map[string][]nameRule }

// rules returns what a header means: as it stands, else without what was added
// to a usual name, else as a question.
func (k keyNames) rules(header string) []nameRule {
	if r := k.known[compact(header)]; r != nil {
		return r
	}
	for _, form := range undecorated(header) {
		if r := k.plain(form); r != nil {
			return r
		}
	}
	if r := k.ofPerson(header); r != nil {
		return r
	}
	return k.ofQuestion(header)
}

// plain returns what a name means for sure, as rules for decorated names. Words
// of market research are too common for that: the size of an order is no
// market's.
func (k keyNames) plain(name string) []nameRule {
	var out []nameRule
	for _, r := range k.known[compact(name)] {
		info, _ := model.LookupRole(r.role)
		if r.usage != vague && (info.Group != "Market" || r.role == "segment" || r.role == "target") {
			r.usage = decorated
			out = append(out, r)
		}
	}
	return out
}

// isKey reports whether the header names a key.
func (k keyNames) isKey(header string) bool {
	switch lastWord(header) {
	case "id", "ids", "code", "no", "nr", "number", "sku", "key", "guid", "uuid", "ean", "gtin", "upc", "barcode", "isbn":
		return true
	}
	for _, ending := range []string{"编号", "编码", "代码", "号", "号码", "編號", "號", "號碼", "条码", "條碼", "条形码", "番号", "번호", "ID", "Id", "id"} {
		if rest, ok := strings.CutSuffix(strings.TrimSpace(header), ending); ok && (ending[0] > unicode.MaxASCII || endsInIdeograph(rest)) {
			return true
		}
	}
	return k.has(header, model.CustomerID, model.OrderID, "product") || k.isDigits(header)
}

// endsInIdeograph reports whether a text's last sign but spaces belongs to no
// alphabet, so that the ID behind it is a word.
func endsInIdeograph(s string) bool {
	r := []rune(strings.TrimSpace(s))
	return len(r) > 0 && unicode.In(r[len(r)-1], unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana)
}

// isDigits reports whether the header names digits that are never a quantity.
func (k keyNames) isDigits(header string) bool { return k.has(header, model.Phone, "postcode") }

func (k keyNames) has(header string, roles ...model.Role) bool {
	return slices.ContainsFunc(k.rules(header), func(n nameRule) bool { return slices.Contains(roles, n.role) })
}

// isDate reports whether the header speaks of a date, so that even a few
// numbers of eight digits under it are dates.
func isDate(header string) bool {
	h := strings.ToLower(header)
	for _, word := range []string{"date", "day", "日期", "时间", "time", "時間", "fecha", "datum", "일자"} {
		if strings.Contains(h, word) {
			return true
		}
	}
	return false
}
