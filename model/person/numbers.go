package person

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// mobileRanges are the country codes whose mobile numbers are told from other
// numbers without a plus before them: what the national number begins with, and
// its length.
func mobileRanges() []mobileRange {
	return []mobileRange{
		{"86", "1", 11, 11}, {"44", "7", 10, 10}, {"49", "1", 10, 11}, {"33", "67", 9, 9}, {"34", "67", 9, 9}, {"39", "3", 10, 10},
		{"46", "7", 9, 9}, {"47", "49", 8, 8}, {"41", "7", 9, 9}, {"43", "6", 10, 11}, {"31", "6", 9, 9}, {"32", "4", 9, 9}, {"91", "6789", 10, 10},
		{"61", "4", 9, 9}, {"81", "789", 10, 10}, {"82", "1", 10, 10}, {"886", "9", 9, 9}, {"852", "5679", 8, 8}, {"65", "89", 8, 8},
		{"7", "9", 10, 10}, {"55", "123456789", 11, 11}, {"52", "123456789", 10, 10}, {"90", "5", 10, 10}, {"971", "5", 9, 9}, {"353", "8", 9, 9},
	}
}

type mobileRange struct {
	country, first string
	least, most    int // digits of the national number
}

// IsMobile reports whether bare digits are a mobile phone number: a Chinese one, a
// North American one after its 1 (the second and the fifth digit are 2 or more),
// or one of other countries with the country code. They survive where a file
// holds phones as numbers.
func IsMobile(digits string) bool {
	if len(digits) < 10 || len(digits) > 14 || strings.Trim(digits, "0123456789") != "" {
		return false
	}
	if len(digits) == 11 && digits[0] == '1' && (digits[1] >= '3' || digits[1] == '2' && digits[4] >= '2') {
		return true
	}
	for _, r := range mobileRanges() {
		rest, ok := strings.CutPrefix(digits, r.country)
		if ok && len(rest) >= r.least && len(rest) <= r.most && strings.IndexByte(r.first, rest[0]) >= 0 && !isBarcode(digits) {
			return true
		}
	}
	return false
}

// isBarcode reports whether digits are those of a good: 13 or 12 of them, the last
// the check digit of a GTIN.
func isBarcode(digits string) bool {
	if len(digits) != 13 && len(digits) != 12 {
		return false
	}
	sum, weight := 0, 1
	for i := len(digits) - 1; i >= 0; i-- {
		sum += weight * int(digits[i]-'0')
		weight = 4 - weight
	}
	return sum%10 == 0
}

// IsCitizenID reports whether a text is a Chinese citizen's id (GB 11643): a
// place of six digits, a birth date of eight and three digits with a check
// character, or as it was until 1999, a birth date of six and three digits. The
// check is not made, for people mistype it.
func IsCitizenID(s string) bool {
	switch len(s) {
	case 15:
		return s[0] >= '1' && s[0] <= '8' && onlyDigits(s) && isDay("19"+s[6:12])
	case 18:
		last := s[17]
		if last == 'X' || last == 'x' { // nothing else is written so
			return s[0] != '0' && onlyDigits(s[:17])
		}
		return s[0] != '0' && onlyDigits(s) && isDay(s[6:14])
	}
	return false
}

// isDay reports whether eight digits are a day of 1900 to 2099.
func isDay(s string) bool {
	day, err := time.Parse("20060102", s)
	return err == nil && day.Year() >= 1900 && day.Year() < 2100
}

func onlyDigits(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}

// IsCard reports whether a text is the number of a payment card (ISO/IEC 7812):
// 14 to 19 digits, in groups or not, of a network of cards, with the check digit
// of Luhn.
func IsCard(s string) bool {
	digits := strings.ReplaceAll(strings.ReplaceAll(s, " ", ""), "-", "")
	if len(digits) < 14 || len(digits) > 19 || !onlyDigits(digits) || digits[0] < '3' || digits[0] > '6' {
		return false
	}
	sum := 0
	for i := range len(digits) {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}

// IsNationalNumber reports whether a text is a number of social security of the
// United States (123-45-6789) or of national insurance of the United Kingdom (QQ
// 12 34 56 C).
func IsNationalNumber(s string) bool {
	if len(s) == 11 && s[3] == '-' && s[6] == '-' {
		return onlyDigits(s[:3] + s[4:6] + s[7:])
	}
	s = strings.ToUpper(strings.ReplaceAll(s, " ", ""))
	return len(s) == 9 && isLetter(s[0]) && isLetter(s[1]) && onlyDigits(s[2:8]) && s[8] >= 'A' && s[8] <= 'D'
}

func isLetter(b byte) bool { return b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' }

// IsPlate reports whether a text is a Chinese licence plate: a province, a letter
// and five or six letters and digits, with a dot between them or not.
func IsPlate(s string) bool {
	const provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
	if first, _ := utf8.DecodeRuneInString(s); !strings.ContainsRune(provinces, first) {
		return false
	}
	runes := slices.DeleteFunc([]rune(s), func(r rune) bool { return strings.ContainsRune("·• -", r) })
	if len(runes) != 7 && len(runes) != 8 || runes[1] < 'A' || runes[1] > 'Z' {
		return false
	}
	for _, r := range runes[2:] {
		if r > 'z' || !isAlnum(byte(r)) {
			return false
		}
	}
	return true
}

// IsHandle reports whether a text is a name in a social network: a word after an
// @, or the address of a page of somebody there.
func IsHandle(s string) bool {
	if name, ok := strings.CutPrefix(s, "@"); ok {
		return len(name) > 1 && !strings.ContainsAny(name, " @") && strings.Trim(name, "0123456789.") != ""
	}
	low := strings.ToLower(s)
	for _, head := range []string{"https://", "http://", "www.", "m."} {
		low = strings.TrimPrefix(low, head)
	}
	for _, site := range []string{"twitter.com/", "x.com/", "facebook.com/", "fb.com/", "instagram.com/", "linkedin.com/in/", "t.me/", "tiktok.com/@",
		"weibo.com/", "weibo.cn/", "vk.com/", "wa.me/", "github.com/"} {
		if page, ok := strings.CutPrefix(low, site); ok && page != "" {
			return true
		}
	}
	return false
}
