package quality

import (
	"slices"
	"strings"
	"unicode"
)

// header is a column's name as words in lower case: "Year_Birth" is year and
// birth.
type header []string

func newHeader(name string) header {
	var words []string
	var word []rune
	flush := func() {
		if len(word) > 0 {
			words = append(words, string(word))
		}
		word = nil
	}
	lower := false
	for _, r := range name {
		switch {
		case !unicode.IsLetter(r):
			flush()
		case unicode.IsUpper(r) && lower:
			flush()
			fallthrough
		default:
			word = append(word, unicode.ToLower(r))
		}
		lower = unicode.IsLower(r)
	}
	flush()
	return words
}

// has reports whether any word is one of a list; words of scripts without
// spaces may hold it.
func (h header) has(list ...string) bool {
	return slices.ContainsFunc(h, func(w string) bool {
		return slices.ContainsFunc(list, func(l string) bool {
			return w == l || l[0] >= 0x80 && strings.Contains(w, l)
		})
	})
}

// endsIn reports whether the last word is one of a list, or ends in it in a
// script without spaces.
func (h header) endsIn(list ...string) bool {
	if len(h) == 0 {
		return false
	}
	last := h[len(h)-1]
	return slices.ContainsFunc(list, func(l string) bool {
		return last == l || l[0] >= 0x80 && strings.HasSuffix(last, l)
	})
}

// namesCode reports whether the header says that numbers tell things apart
// instead of measuring them.
func (h header) namesCode() bool {
	return h.endsIn("id", "ids", "code", "codes", "no", "nr", "number", "zip", "zipcode", "postcode", "phone", "index", "key", "sku",
		"year", "month", "week", "day", "hour", "quarter", "latitude", "longitude", "lat", "lon", "lng",
		"号", "编号", "编码", "代码", "邮编", "年份", "月份", "电话", "序号", "番号", "コード")
}

// namesBirth reports whether the header speaks of birth.
func (h header) namesBirth() bool {
	return h.has("birth", "birthday", "birthdate", "birthyear", "born", "dob", "出生", "生日", "生年", "geburt", "geburtsdatum", "geburtsjahr", "naissance", "nacimiento")
}

// namesAge reports whether the header is that of an age in years.
func (h header) namesAge() bool {
	return len(h) == 1 && h.endsIn("age", "alter", "edad", "âge", "年龄", "年齢")
}

// namesPlan reports whether dates under the header are meant to lie ahead.
func (h header) namesPlan() bool {
	return h.has("due", "expiry", "expires", "expiration", "end", "until", "next", "renewal", "valid", "planned", "target", "deadline", "到期", "截止", "有效期", "期限")
}
