package person

import (
	"regexp"
	"sync"
	"unicode/utf8"
)

// streetForms find a street with a number within a text, as [IsAddress] knows them
// of a text as a whole: the number before an English street, before and behind a
// Romance one, behind a Germanic one, and in Chinese.
var streetForms = sync.OnceValue(func() []*regexp.Regexp {
	const romance = `(?i:rue|avenue|boulevard|chemin|all[ée]e|impasse|quai|calle|avenida|paseo|carrer|rua|travessa|via|viale|piazza|corso)` +
		`(?: (?:de|des|du|la|le|les|del|della|dei|do|da|dos)\b)*[ ](?:[ld]['’])?[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*`
	return []*regexp.Regexp{
		regexp.MustCompile(`\b\d{1,5}[a-zA-Z]?,? (?:[\p{L}'’.-]+ ){1,3}(?i:street|road|avenue|lane|boulevard|crescent|terrace|highway|parkway|gardens|mews)\b`),
		regexp.MustCompile(`\b\d{1,5}[a-zA-Z]?,? (?:\p{Lu}[\p{L}'’.-]+ ){1,3}(?:St|Rd|Ave|Ln|Dr|Drive|Ct|Court|Blvd|Sq|Square|Pl|Place|Way|Close|Grove|Hill|Row)\b`),
		regexp.MustCompile(`\b\d{1,5}(?: ?bis| ?ter|[a-zA-Z])?,? ` + romance),
		regexp.MustCompile(`\b` + romance + `,? \d{1,5}\b`),
		regexp.MustCompile(`\p{L}{2,}(?:straße|strasse|str\.?|gasse|allee|platz|weg|gatan|vägen|gata|gaten|veien|vej|straat|laan|katu) \d{1,5}[a-zA-Z]?\b`),
		regexp.MustCompile(`\p{Han}{2,4}[路街道巷弄][0-9一二三四五六七八九十百]+[号號弄](?:[0-9一二三四五六七八九十百]+[号號栋棟幢楼樓室单元座层層])*`),
	}
})

// streets finds streets with a number. In Chinese nothing parts the name of the
// street from the words before it: as much as it may have is taken.
func (t *scan) streets() []span {
	plain := string(t.plain)
	var out []span
	for _, form := range streetForms() {
		for _, at := range form.FindAllStringIndex(plain, -1) {
			from := utf8.RuneCountInString(plain[:at[0]])
			out = append(out, span{from, from + utf8.RuneCountInString(plain[at[0]:at[1]])})
		}
	}
	return out
}
