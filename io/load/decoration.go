package load

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"custseg/model"

	"golang.org/x/text/unicode/norm"
)

// isTablePrefix knows what databases and exports put before a column's name:
// the table, its layer or kind, or a letter for either.
func isTablePrefix(word string) bool {
	switch word {
	case "t", "tb", "tbl", "table", "col", "fld", "field", "dim", "fact", "fct", "stg", "src", "raw", "ods", "dwd", "dws", "ads", "dw", "vw", "view",
		"dbo", "public", "f", "d", "v", "o", "l", "c", "u", "n", "s", "str", "int", "num", "dt", "txt", "val",
		"order", "orders", "sale", "sales", "invoice", "invoices", "transaction", "transactions", "purchase", "txn",
		"customers", "users", "clients", "members", "buyers", "customer", "crm", "订单", "销售", "交易":
		return true
	}
	return false
}

// isSuffix knows what follows a column's name: a currency, a clock, and what
// joins and database tools add.
func isSuffix(word string) bool {
	switch word {
	case "x", "y", "c", "in", "usd", "eur", "euro", "euros", "gbp", "cny", "rmb", "jpy", "hkd", "twd", "krw", "inr", "brl", "cad", "aud", "chf", "dollars",
		"yuan", "utc", "gmt", "local", "txt", "str":
		return true
	}
	return false
}

// units are what follows a Chinese name without a sign between.
func units() []string { return []string{"人民币", "万元", "美元", "元", "(件)", "件"} }

// undecorated returns what a name may be without what was added to it, from the
// least taken away to the most. A name before a dot or colon is that of a table.
func undecorated(header string) []string {
	var out []string
	add := func(words []string) {
		if len(words) > 0 {
			out = append(out, strings.Join(words, " "))
		}
	}
	if i := strings.LastIndexAny(header, ".:"); i > 0 && i < len(header)-1 {
		out = append(out, header[i+1:])
	}
	words := splitWords(cutBrackets(header))
	add(words)
	for _, unit := range units() {
		if rest, ok := strings.CutSuffix(strings.Join(words, " "), unit); ok {
			out = append(out, rest)
			break
		}
	}
	end := len(words)
	for end > 1 && isSuffix(words[end-1]) {
		end--
		add(words[:end])
	}
	for start := 1; start < end && isTablePrefix(words[start-1]); start++ {
		add(words[start:end])
	}
	return out
}

// cutBrackets drops a remark in brackets, before or behind a name.
func cutBrackets(header string) string {
	header = strings.TrimSpace(norm.NFKC.String(header))
	open := strings.IndexAny(header, "([【")
	switch {
	case open > 0:
		return header[:open]
	case open == 0:
		if end := strings.IndexAny(header, ")]】"); end > 0 {
			return strings.TrimLeftFunc(header[end:], func(r rune) bool { return !unicode.IsLetter(r) })
		}
	}
	return header
}

// personPrefixes are the words that say whose age, city or address a column
// holds, as [compact] writes them.
var personPrefixes = sync.OnceValue(func() []string {
	prefixes := []string{"customers", "customer", "cust", "client", "user", "member", "buyer", "shopper", "subscriber", "contact", "guest", "donor", "patient",
		"respondent", "billing", "shipping", "delivery", "shipto", "billto", "ship", "bill", "recipient", "receiver", "default address", "home", "primary", "default",
		"客户", "顾客", "会员", "用户", "买家", "收货人", "收件人", "收货", "收件", "消费者", "客人", "联系人", "学员", "患者", "个人", "居住", "常住", "所在", "所属", "本人",
		"客戶", "顧客", "會員", "用戶", "買家", "收件者", "고객", "회원"}
	for i, p := range prefixes {
		prefixes[i] = compact(p)
	}
	return prefixes
})

// ofPerson returns the roles of a name that says whose it is, such as
// customer_age or 会员所在城市: only those that tell of a person or a place.
func (k keyNames) ofPerson(header string) []nameRule {
	name := compact(header)
	for range 2 {
		i := slices.IndexFunc(personPrefixes(), func(p string) bool { return strings.HasPrefix(name, p) })
		if i < 0 {
			return nil
		}
		name = strings.TrimPrefix(name, personPrefixes()[i])
		rules := slices.DeleteFunc(k.plain(name), func(r nameRule) bool {
			info, _ := model.LookupRole(r.role)
			return info.Group != "Person" && info.Group != "Place"
		})
		if len(rules) > 0 {
			return rules
		}
	}
	return nil
}
