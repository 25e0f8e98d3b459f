package person

import (
	"slices"
	"strings"
	"unicode"
)

// IsAddress reports whether a text names a street with a number, as addresses of
// homes do: "48 High Street, London", "Hauptstr. 7", "12 rue de la Paix",
// "北京市朝阳区建国路8号". A city alone is none.
func IsAddress(s string) bool {
	if strings.IndexFunc(s, unicode.IsDigit) < 0 && !hasChineseNumeral(s) {
		return false
	}
	return isChineseAddress(s) || isStreet(s)
}

// isStreet looks for the words of a street beside a number.
func isStreet(s string) bool {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' })
	if len(words) < 2 {
		return false
	}
	isNumber := func(i int) bool {
		return i >= 0 && i < len(words) && isDigit(words[i][0]) && len(words[i]) <= 6
	}
	for i, w := range words {
		switch {
		case slices.Contains(streetEnds(), w) && i > 0:
			// The number stands one to four words before: 48 High Street.
			for back := 2; back <= 5; back++ {
				if isNumber(i - back) {
					return true
				}
			}
			if isNumber(i+1) && !slices.Contains(shortEnds(), w) {
				return true
			}
		case slices.Contains(streetHeads(), w) && i+1 < len(words) && !isNumber(i+1):
			if isNumber(i - 1) {
				return true
			}
			for on := 2; on <= 5; on++ {
				if isNumber(i + on) {
					return true
				}
			}
		case endsAsStreet(w) && (isNumber(i+1) || isNumber(i-1)):
			return true
		case w == "box" && i > 0 && (words[i-1] == "po" || words[i-1] == "o") && isNumber(i+1):
			return true
		}
	}
	return false
}

// streetEnds are words behind the name of a street.
func streetEnds() []string {
	return []string{"street", "road", "avenue", "lane", "drive", "court", "boulevard", "crescent", "terrace", "highway", "parkway", "gardens",
		"square", "close", "grove", "hill", "row", "mews", "place", "straße", "strasse", "weg", "platz", "allee", "gasse", "str",
		"st", "rd", "ave", "av", "ln", "dr", "ct", "blvd", "hwy", "pkwy", "sq", "pl", "way", "trail", "circle"}
}

// shortEnds are those of them that mean much else, so that no number behind them
// makes a street.
func shortEnds() []string {
	return []string{"st", "rd", "ave", "av", "ln", "dr", "ct", "sq", "pl", "way", "row", "hill", "close", "place", "drive", "court", "square", "circle", "trail"}
}

// streetHeads are words before the name of a street.
func streetHeads() []string {
	return []string{"rue", "avenue", "boulevard", "chemin", "allée", "impasse", "quai", "calle", "avenida", "plaza", "paseo", "carrer", "rua", "travessa",
		"via", "viale", "piazza", "corso", "ulica", "ul"}
}

// endsAsStreet reports whether a word ends as the names of streets do that are
// written as one word.
func endsAsStreet(w string) bool {
	for _, end := range []string{"straße", "strasse", "gasse", "allee", "platz", "weg", "gatan", "vägen", "gade", "gata", "gaten", "veien", "vej", "straat", "laan", "katu", "str"} {
		if strings.HasSuffix(w, end) && len(w) > len(end)+2 {
			return true
		}
	}
	return false
}

// isChineseAddress reports whether a text names a street or an estate and then a
// number of a house, a block or a room.
func isChineseAddress(s string) bool {
	at := strings.IndexAny(s, "路街道巷弄村镇区园苑城厦庄里")
	if at < 0 {
		return false
	}
	numbered := false // whether a number stands just before
	for _, r := range s[at:] {
		if numbered && strings.ContainsRune("号號栋棟幢楼樓室座单層层弄户", r) {
			return true
		}
		numbered = unicode.IsDigit(r) || strings.ContainsRune(chineseNumerals, r) || numbered && (r <= 'z' && isAlnum(byte(r)) || r == '-')
	}
	return false
}

// chineseNumerals write numbers of houses in characters.
const chineseNumerals = "一二三四五六七八九十百"

func hasChineseNumeral(s string) bool { return strings.ContainsAny(s, chineseNumerals) }
