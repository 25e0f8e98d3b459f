package seg

import (
	"math"
	"slices"
	"strings"

	"custseg/model"
)

// nominal reports whether the numbers of a column stand for words, so that a
// distance between them says nothing: yes and no as 0 and 1 or as 1 and 2, a role
// that is one of words, or a header that calls whole numbers a code. Answers on a
// scale are no codes, for their order counts.
func nominal(a model.Attribute) bool {
	n, ok := a.Column.(*model.Numbers)
	if !ok {
		return false
	}
	if flags(n.Values()) {
		return true
	}
	if a.Role != "" {
		return slices.Contains(nominalRoles(), a.Role) && whole(n.Values(), mostNominal)
	}
	switch header := a.Name(); {
	case endsIn(header, "id", "code", "zip", "编码", "代码", "编号"):
		return whole(n.Values(), math.MaxInt)
	default:
		return endsIn(header, codedHeaders()...) && whole(n.Values(), mostNominal)
	}
}

// mostNominal is the most different numbers of a column that stand for words.
const mostNominal = 50

// nominalRoles are the roles of words without an order.
func nominalRoles() []model.Role {
	return []model.Role{model.Category, "product", "channel", model.Status, model.Returned, "gender", "occupation", "marital",
		"region", "province", "city", "country", model.EventType, "device", "segment"}
}

// codedHeaders end the headers of columns that hold words, and at times their
// numbers in a list.
func codedHeaders() []string {
	return []string{"channel", "region", "zone", "district", "area", "branch", "store", "shop", "country", "state", "city", "province", "type",
		"category", "segment", "cluster", "gender", "sex", "status", "marital", "occupation", "job", "department", "brand", "device", "method", "source",
		"渠道", "地区", "区域", "类型", "类别", "性别", "省份", "城市", "门店", "品牌", "职业", "状态"}
}

// endsIn reports whether a header's last word is one of these: in English the
// noun, which what stands before it describes, as in "Store type" but not in
// "StorePurchases". Words of Chinese stand side by side.
func endsIn(header string, words ...string) bool {
	lower := strings.ToLower(header)
	return slices.ContainsFunc(words, func(word string) bool {
		before, ok := strings.CutSuffix(lower, word)
		if !ok || before == "" || word[0] >= 0x80 {
			return ok
		}
		at := len(before)
		isLetter := func(c byte) bool { return c >= 'a' && c <= 'z' || c >= 0x80 }
		if len(lower) != len(header) || !isLetter(before[at-1]) { // another alphabet's case may change lengths
			return !isLetter(before[at-1])
		}
		upper := func(c byte) bool { return c >= 'A' && c <= 'Z' }
		return upper(header[at]) && !upper(header[at-1])
	})
}

// flags reports whether all values are yes or no, in numbers.
func flags(values []float64) bool {
	between := func(low, high float64) bool {
		return !slices.ContainsFunc(values, func(v float64) bool { return finite(v) && v != low && v != high })
	}
	return differ(values) && (between(0, 1) || between(1, 2))
}

// whole reports whether all values are whole numbers, no more than most different
// ones.
func whole(values []float64, most int) bool {
	seen := map[float64]bool{}
	for _, v := range values {
		if !finite(v) {
			continue
		}
		if v != math.Trunc(v) {
			return false
		}
		if seen[v] = true; len(seen) > most {
			return false
		}
	}
	return len(seen) > 0
}
