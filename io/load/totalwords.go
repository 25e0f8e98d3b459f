package load

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// summary is what a word says that the numbers beside it are.
type summary uint8

const (
	noSummary summary = iota
	sumWord           // a word for a total and nothing else
	groupSum          // one with the name of what is summed up
	statistic         // a mean, an extreme or a count
	tax               // a tax between a subtotal and a total
)

// totalWords returns the codes of words for totals and what they say.
func (w *words) totalWords() map[int32]summary {
	out := map[int32]summary{}
	if w.len() > fewGroups {
		for name, says := range summaryNames() {
			for _, form := range []string{name, strings.ToUpper(name), capitalized(name), titled(name)} {
				if code := w.find(form); code >= 0 {
					out[code] = says
				}
			}
		}
		return out
	}
	names := summaryNames()
	for code, word := range w.all() {
		if len(word) > 2*shownText || isDigit(word[0]) && isDigit(word[len(word)-1]) {
			continue // no total, such as most words
		}
		if says := names.summaryOf(word); says != noSummary {
			out[code] = says
		}
	}
	return out
}

// groupWords returns the codes of words that hold another word of the column
// beside others, as Summe Nord holds Nord, with the code of that word.
func (w *words) groupWords() map[int32]int32 {
	out := map[int32]int32{}
	if w.len() > fewGroups {
		return out
	}
	for code, word := range w.all() {
		if len(word) > 2*shownText {
			continue
		}
		for i, r := range word {
			if r != ' ' {
				continue
			}
			for _, part := range []string{word[:i], word[i+1:]} {
				if of := w.find(part); of >= 0 {
					out[code] = of
				}
			}
		}
	}
	return out
}

// capitalized writes the first letter of a name as a capital.
func capitalized(name string) string {
	_, n := utf8.DecodeRuneInString(name)
	return strings.ToUpper(name[:n]) + name[n:]
}

// titled writes each word of a name with a capital.
func titled(name string) string {
	parts := strings.Split(name, " ")
	for i, p := range parts {
		parts[i] = capitalized(p)
	}
	return strings.Join(parts, " ")
}

// summaryLexicon tells what words for totals say.
type summaryLexicon map[string]summary

func summaryNames() summaryLexicon {
	out := summaryLexicon{}
	for says, names := range [][]string{sumWord: totalNames(), statistic: statisticNames(), tax: taxNames()} {
		for _, name := range names {
			out[name] = summary(says)
		}
	}
	return out
}

// summaryOf returns what a word says of the numbers beside it.
func (x summaryLexicon) summaryOf(word string) summary {
	word = plainLabel(word)
	if says := x[word]; says != noSummary {
		return says
	}
	if says := x[strings.ReplaceAll(word, " ", "")]; says != noSummary {
		return says
	}
	if endsInTotal(word) {
		return groupSum
	}
	return noSummary
}

// plainLabel writes a label in small letters, without a colon behind it.
func plainLabel(word string) string {
	return strings.ToLower(strings.Join(strings.Fields(strings.TrimRight(word, ":： ")), " "))
}

// isTotal reports whether a word is one for a total and nothing else.
func isTotal(word string) bool {
	word = plainLabel(word)
	return slices.Contains(totalNames(), word) || slices.Contains(totalNames(), strings.ReplaceAll(word, " ", ""))
}

// isNameToo reports whether a word for a total may as well be somebody's name or
// a value.
func isNameToo(word string) bool {
	return slices.Contains([]string{"som", "suma", "summa", "sum", "all", "max", "min", "media", "count", "mean"}, plainLabel(word))
}

func totalNames() []string {
	return []string{"total", "totals", "grand total", "grand totals", "sum", "subtotal", "sub-total", "sub total", "overall total", "column total",
		"total result", "overall", "all", "ttl", "sum total", "page total",
		"合计", "总计", "小计", "汇总", "集計", "共计", "总和", "总数", "本页小计", "本页合计", "合計", "小計", "総計", "総合計", "總計", "總和", "합계", "총계", "소계", "총합계",
		"summe", "gesamt", "gesamtsumme", "gesamtergebnis", "zwischensumme", "endsumme", "ergebnis", "insgesamt", "gesamttotal",
		"total général", "total general", "sous-total", "ensemble", "somme", "total geral", "subtotal geral",
		"totale", "totale generale", "totale complessivo", "subtotale", "totaal", "eindtotaal", "subtotaal", "som",
		"suma", "suma total", "suma końcowa", "razem", "ogółem", "łącznie", "celkem", "součet", "celkový součet", "spolu", "ukupno", "skupaj",
		"всего", "итого", "итог", "общий итог", "сумма", "всього", "разом", "усього", "общо", "σύνολο", "γενικό σύνολο",
		"toplam", "genel toplam", "ara toplam", "yhteensä", "summa", "totalt", "totalsumma", "i alt", "sum i alt", "összesen", "végösszeg", "total keseluruhan", "jumlah",
		"المجموع", "الإجمالي", "الاجمالي", "المجموع الكلي", "סה\"כ", "סך הכל", "รวม", "รวมทั้งหมด", "tổng", "tổng cộng"}
}

// statisticNames are words for what describes the rows above otherwise than by
// their sum.
func statisticNames() []string {
	return []string{"average", "avg", "avg.", "mean", "median", "max", "max.", "maximum", "min", "min.", "minimum", "count", "std", "stdev", "std dev", "standard deviation",
		"durchschnitt", "mittelwert", "mittel", "anzahl", "standardabweichung", "moyenne", "médiane", "promedio", "media", "mediana", "média", "gemiddelde", "gemiddeld", "aantal",
		"среднее", "среднее значение", "максимум", "минимум", "количество", "średnia", "průměr", "keskiarvo", "medelvärde", "gennemsnitt", "ortalama", "átlag", "المتوسط",
		"平均", "平均值", "均值", "平均数", "中位数", "最大值", "最小值", "计数", "最大", "最小", "標準偏差", "标准差", "平均値", "평균"}
}

func taxNames() []string {
	return []string{"tax", "sales tax", "vat", "gst", "mwst", "mwst.", "ust", "ust.", "umsatzsteuer", "mehrwertsteuer", "tva", "iva", "btw", "ндс", "税", "税额", "增值税", "消費税", "shipping", "discount"}
}

// endsInTotal reports whether a word for a total stands behind the name of what
// it sums up, or before it.
func endsInTotal(word string) bool {
	for _, end := range []string{" total", " subtotal", " sum", "合计", "小计", "总计", "合計", "小計", "汇总", "集計", " summe", " ergebnis"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return strings.HasPrefix(word, "total ") || strings.HasPrefix(word, "subtotal ") || strings.HasPrefix(word, "summe ")
}
