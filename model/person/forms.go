package person

import (
	"net/netip"
	"strings"
	"time"
	"unicode"
)

// HasEmail reports whether a text holds an e-mail address.
func HasEmail(s string) bool {
	for from := 0; ; {
		at := strings.IndexByte(s[from:], '@')
		if at < 0 {
			return false
		}
		at += from
		if at > 0 && inMailbox(s[at-1]) && hasDomain(s[at+1:]) {
			return true
		}
		from = at + 1
	}
}

// inMailbox reports whether an address may have the byte before the @. Beyond
// ASCII every letter may stand there.
func inMailbox(b byte) bool {
	return isAlnum(b) || b >= 0x80 || strings.IndexByte("._%+-", b) >= 0
}

// hasDomain reports whether a text begins with a domain: labels with dots
// between them, the last of two letters or more.
func hasDomain(s string) bool {
	end := strings.IndexFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '.'
	})
	if end >= 0 {
		s = s[:end]
	}
	labels := strings.Split(strings.TrimRight(s, "."), ".")
	if len(labels) < 2 || labels[0] == "" {
		return false
	}
	last := []rune(labels[len(labels)-1])
	return len(last) >= 2 && unicode.IsLetter(last[0]) && unicode.IsLetter(last[1])
}

func isAlnum(b byte) bool {
	return isDigit(b) || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z'
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// IsPhone reports whether a text is a phone number: with a country code (ITU-T
// E.164, 7 to 15 digits), a Chinese mobile number, one of eleven digits after a
// trunk zero, or one that signs divide as numbers are written for people. Bare
// digits of other lengths may be anything.
func IsPhone(s string) bool {
	var digits []byte
	divided, groups := 0, 0
	for i := range len(s) {
		switch b := s[i]; {
		case isDigit(b):
			if i == 0 || !isDigit(s[i-1]) {
				groups++
			}
			digits = append(digits, b)
		case b == '+' && i == 0:
		case strings.IndexByte(" -./()", b) >= 0:
			divided++
		default:
			return false
		}
	}
	n := len(digits)
	if n < 7 || n > 15 {
		return false
	}
	bare := string(digits)
	switch {
	case s[0] == '+', strings.HasPrefix(bare, "00") && bare[2] != '0' && n >= 11:
		return true
	case n == 11 && bare[0] == '1' && bare[1] >= '3': // 13x to 19x
		return true
	case n == 11 && bare[0] == '0' && bare[1] != '0':
		return true
	case divided == 0 || isDateLike(s):
		return false
	case bare[0] == '0' && bare[1] != '0', s[0] == '(':
		return n >= 9
	}
	return n == 10 && groups == 3 && strings.Count(s, ".") != 1 // North America: 555-123-4567
}

// isDateLike reports whether a text begins with a date.
func isDateLike(s string) bool {
	for _, layout := range []string{"2006-01-02", "02-01-2006", "02.01.2006", "02/01/2006", "2006/01/02"} {
		if len(s) >= len(layout) {
			if _, err := time.Parse(layout, s[:len(layout)]); err == nil {
				return true
			}
		}
	}
	return false
}

// IsIBAN reports whether a text is an international bank account number (ISO
// 13616): of a country that has such, in its length there, with check digits that
// can be. They are not worked out, for people mistype them.
func IsIBAN(s string) bool {
	s = strings.ToUpper(strings.ReplaceAll(s, " ", ""))
	if len(s) < 15 || len(s) != ibanLength(s[:2]) || s[2:4] < "02" || s[2:4] > "98" || !onlyDigits(s[2:4]) {
		return false
	}
	for i := range len(s) {
		if !isDigit(s[i]) && (s[i] < 'A' || s[i] > 'Z') {
			return false
		}
	}
	return true
}

// ibanLength is the length of the account numbers of a country, 0 for none.
func ibanLength(country string) int {
	const lengths = "AD24 AE23 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GE22 GI23 GR27 HR21 HU28 IE22 IL23 IS26 IT27 " +
		"JO30 KW30 KZ20 LB28 LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MT31 NL18 NO15 PK24 PL28 PT25 QA29 RO24 RS22 SA24 SE24 SI19 SK24 SM27 TN24 TR26 UA29 XK20"
	at := strings.Index(lengths, country)
	if at < 0 || !isLetter(country[0]) || !isLetter(country[1]) {
		return 0
	}
	return int(lengths[at+2]-'0')*10 + int(lengths[at+3]-'0')
}

// IsIP reports whether a text is an address of the Internet, version 4 or 6.
func IsIP(s string) bool {
	a, err := netip.ParseAddr(s)
	return err == nil && !(a.Is6() && len(s) < 4)
}
