package load

import "strings"

// isCurrency knows the signs and codes that stand before and behind amounts.
func isCurrency(s string) bool {
	switch s {
	case "$", "US$", "HK$", "NT$", "CA$", "AU$", "A$", "C$", "S$", "R$", "€", "£", "¥", "￥", "₹", "₩", "₽", "₺", "₫", "₱", "₪", "₴", "฿",
		"元", "圆", "円", "원", "zł", "Kč", "kr", "EUR", "USD", "GBP", "CNY", "RMB", "JPY", "CHF", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD",
		"KRW", "INR", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "BRL", "MXN", "ZAR", "TRY", "RUB", "UAH", "THB", "MYR", "IDR", "PHP", "VND",
		"AED", "SAR", "ILS":
		return true
	}
	return false
}

// cutCurrency drops a currency before a number, behind it, or both. A sign
// between the currency and the digits stays.
func cutCurrency(s string) string {
	first := strings.IndexFunc(s, inNumber)
	if first < 0 {
		return s
	}
	lead := s[:first]
	for _, sign := range [...]string{"-", "+", "\u2212"} {
		lead = strings.TrimSuffix(lead, sign)
	}
	if lead != "" && isCurrency(strings.TrimRight(lead, blanks)) {
		s = s[len(lead):]
	}
	last := strings.LastIndexFunc(s, inNumber)
	if tail := s[last+1:]; tail != "" && isCurrency(strings.TrimLeft(tail, blanks)) {
		s = s[:last+1]
	}
	return s
}

func inNumber(r rune) bool { return r >= '0' && r <= '9' || r == '.' }
