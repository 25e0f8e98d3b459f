package load

import (
	"slices"
	"strings"
	"unicode"

	"custseg/model"
)

// isEmail reports whether a word has the form of an e-mail address.
func isEmail(word string) bool {
	at := strings.IndexByte(word, '@')
	return at > 0 && strings.Contains(word[at+1:], ".") && !strings.ContainsAny(word, " \t")
}

// isPhone reports whether a word has the form of a phone number: seven to
// fifteen digits (ITU-T E.164) behind a plus or a trunk zero, divided by signs,
// or a Chinese mobile number.
func isPhone(word string) bool {
	digits, divided := 0, 0
	for i, r := range word {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r == '+' && i == 0:
		case strings.ContainsRune(" -()", r):
			divided++
		default:
			return false
		}
	}
	if digits < 7 || digits > 15 {
		return false
	}
	if _, ok := scanDate(word); ok {
		return false
	}
	return word[0] == '+' || word[0] == '(' || digits == 11 && word[0] == '1' && word[1] >= '3' || divided >= 2 && digits >= 9
}

// isGender reports whether a word says woman or man.
func isGender(word string) bool {
	switch strings.ToLower(strings.TrimSpace(word)) {
	case "m", "f", "w", "male", "female", "man", "woman", "men", "women", "boy", "girl", "男", "女", "男性", "女性", "男士", "女士", "先生",
		"hombre", "mujer", "masculino", "feminino", "femenino", "homme", "femme", "mann", "frau", "männlich", "weiblich", "남", "여", "남성", "여성", "남자", "여자":
		return true
	}
	return false
}

// isCountry knows the countries that customer files name most.
func isCountry(word string) bool {
	switch strings.ToLower(strings.TrimSpace(word)) {
	case "united kingdom", "uk", "great britain", "united states", "usa", "united states of america", "canada", "mexico", "brazil", "argentina", "chile", "colombia",
		"germany", "france", "spain", "portugal", "italy", "netherlands", "belgium", "switzerland", "austria", "ireland", "eire", "denmark", "sweden", "norway", "finland",
		"iceland", "poland", "czech republic", "czechia", "hungary", "romania", "greece", "turkey", "russia", "ukraine", "israel", "egypt", "south africa", "nigeria", "kenya",
		"saudi arabia", "united arab emirates", "india", "pakistan", "bangladesh", "china", "hong kong", "taiwan", "japan", "south korea", "korea", "singapore", "malaysia",
		"thailand", "vietnam", "indonesia", "philippines", "australia", "new zealand", "cyprus", "malta", "lithuania",
		"中国", "美国", "英国", "德国", "法国", "日本", "韩国", "加拿大", "澳大利亚", "印度", "俄罗斯", "意大利", "西班牙", "新加坡", "巴西":
		return true
	}
	return false
}

// byShape lists roles for columns whose names say nothing, by the form of their
// words: e-mail addresses, phone numbers, words for women and men.
func byShape(named []candidate, profiles []profile) []candidate {
	var out []candidate
	for i, p := range profiles {
		if slices.ContainsFunc(named, func(c candidate) bool { return c.column == i }) {
			continue
		}
		out = append(out, shapes(p, i, false)...)
	}
	return out
}

// nearlyAll is the share of words that must have a form.
const nearlyAll = .9

// shapes lists the roles that the form of a column's words suggests. Countries
// are taken at their word only in a table without names.
func shapes(p profile, column int, nameless bool) []candidate {
	guess := func(role model.Role, reason string) []candidate {
		return []candidate{{column: column, role: role, usage: vague, name: compact(p.column.Name()), confidence: valuesConfidence, reason: model.P(reason)}}
	}
	switch {
	case p.held == 0 || p.column.Kind() != model.Text:
		return nil
	case p.shareOf(isEmail) >= nearlyAll:
		return guess(model.Email, "the values look like e-mail addresses")
	case p.words.Len() > 2 && p.shareOf(isPhone) >= nearlyAll:
		return guess(model.Phone, "the values look like phone numbers")
	case p.words.Len() >= 2 && p.words.Len() <= 4 && p.saysGender():
		return guess("gender", "the values look like words for women and men")
	case nameless && p.words.Len() >= 2 && p.shareOf(isCountry) >= nearlyAll:
		return guess("country", "the values look like names of countries")
	case nameless && p.words.Len() > 2 && p.shareOf(isPostcode) >= nearlyAll:
		return guess("postcode", "the values look like postcodes")
	}
	return nil
}

// isPostcode reports whether a word has the form of a British or Canadian
// postcode: letters and digits in two parts. Postcodes of digits alone look like
// any number.
func isPostcode(word string) bool {
	head, tail, ok := strings.Cut(strings.ToUpper(word), " ")
	if !ok || len(tail) != 3 || len(head) < 2 || len(head) > 4 || !unicode.IsUpper(rune(head[0])) {
		return false
	}
	return strings.ContainsAny(head, "0123456789") && strings.ContainsAny(tail, "0123456789") && !strings.ContainsAny(word, "-/")
}
