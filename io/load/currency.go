package load

import "strings"

// isCurrency knows the signs and codes that stand before and behind amounts.
func isCurrency(s string) bool {
	switch s {
	case "$", "US$", "HK$", "NT$", "CA$", "AU$", "NZ$", "MX$", "A$", "C$", "S$", "R$", "€", "£", "¥", "￥", "₹", "Rs", "Rs.", "₩", "₽", "₺", "₫", "₱", "₪", "₴",
		"₦", "₸", "฿", "元", "圆", "円", "원", "人民币", "美元", "欧元", "英镑", "日元", "港币", "港元", "zł", "Kč", "kr", "kr.", "Fr", "Fr.", "SFr.", "sFr.", "Ft", "lei", "руб", "руб.", "р.",
		"EUR", "USD", "GBP", "CNY", "RMB", "CNH", "JPY", "CHF", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MOP",
		"KRW", "INR", "SEK", "NOK", "DKK", "ISK", "PLN", "CZK", "HUF", "RON", "BGN", "BRL", "MXN", "ARS", "CLP", "COP", "PEN", "ZAR", "NGN", "KES", "EGP", "MAD",
		"TRY", "RUB", "UAH", "KZT", "THB", "MYR", "IDR", "PHP", "VND", "PKR", "BDT", "LKR", "AED", "SAR", "QAR", "KWD", "ILS":
		return true
	}
	return false
}

// cutLeadingCurrency drops a currency before a number. A sign or a bracket
// between the currency and the digits stays.
func cutLeadingCurrency(s string) string {
	first := strings.IndexFunc(s, isFigure)
	if first <= 0 {
		return s
	}
	if isCurrency(strings.TrimRight(s[:first], blanks)) {
		return s[first:] // also Rs. with its point
	}
	lead := strings.TrimSuffix(strings.TrimSuffix(s[:first], "."), "(")
	for _, sign := range [...]string{"-", "+", "\u2212", "\u2013", "▲", "△"} {
		lead = strings.TrimSuffix(lead, sign)
	}
	if isCurrency(strings.TrimRight(lead, blanks)) {
		return s[len(lead):]
	}
	return s
}

// behindNumber returns where what stands behind the last digit of a text begins,
// 0 when it has none. A point right after the digit is the number's.
func behindNumber(s string) int {
	end := strings.LastIndexFunc(s, isFigure) + 1
	if end > 0 && strings.HasPrefix(s[end:], ".") {
		end++
	}
	return end
}

func isFigure(r rune) bool { return r >= '0' && r <= '9' }
