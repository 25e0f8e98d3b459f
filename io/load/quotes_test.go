package load

import (
	"strings"
	"testing"

	"custseg/model"
)

// TestDelimiterBetweenQuotedFields takes the delimiter between quotation marks
// whatever stands in the fields, above the table and below it.
func TestDelimiterBetweenQuotedFields(t *testing.T) {
	statement := "\"Umsätze Girokonto\";\"Zeitraum: 30 Tage\"\n\"Neuer Kontostand\";\"1.234,56 EUR\"\n\n" +
		"\"Buchungstag\";\"Wertstellung\";\"Vorgang\";\"Umsatz in EUR\"\n" + strings.Repeat("\"03.04.2024\";\"03.04.2024\";\"Tankstelle\";\"-45,10\"\n", 3) +
		"\n\"Alter Kontostand\";\"100,00 EUR\"\n"
	for text, want := range map[string]string{
		statement: "Buchungstag|Wertstellung|Vorgang|Umsatz in EUR",
		"\"Kunde, Nr\";\"Umsatz, EUR\"\n\"A\";\"1,5\"\n\"B\";\"2,5\"\n":                               "Kunde, Nr|Umsatz, EUR",
		"\"a;b\",\"c;d\"\n\"1;2\",\"3;4\"\n":                                                          "a;b|c;d",
		"id;payload\n1;{\"a\":\"x\",\"b\":\"y\"}\n2;{\"a\":\"z\",\"b\":\"w\"}\n":                      "id|payload",
		"\"id\";\"payload\"\n\"1\";\"{\"\"a\"\",\"\"b\"\"}\"\n\"2\";\"{\"\"c\"\",\"\"d\"\"}\"\n":      "id|payload",
		"Name, Vorname;Umsatz\nMeier, Hans;10\nHuber, Eva;20\nLang, Ida;30\n":                         "Name, Vorname|Umsatz",
		"Name, Vorname;Umsatz\n\"Meier, Hans\";10\n\"Huber, Eva\";20\n":                               "Name, Vorname|Umsatz",
		"Name, Vorname, Titel;Umsatz\nMeier, Hans, Dr;10\nHuber, Eva, Prof;20\nLang, Ida, Dr;30\n":    "Name, Vorname, Titel|Umsatz",
		"id, name, amount\n1, Ann, 5\n2, Bob, 6\n":                                                    "id|name|amount",
		"item,size,price\nscrew,5\" long,10\nnail,6\" long,20\npin,7\" long,30\nbolt,9\" long,40\n":   "item|size|price",
		"|Kunde |   Betrag|\n---------\n|100012|     5,50|\n|100013|    34,50|\n|100014|     7,25|\n": "Kunde|Betrag",
		"\"id\", \"name\", \"amount\"\n\"1\", \"Ann; B\", \"5\"\n\"2\", \"Bob; C\", \"6\"\n":          "id|name|amount",
	} {
		names, _, _ := strings.Cut(cells(openText(t, text, model.Reading{}).Tables[0]), "\n")
		if names != want {
			t.Errorf("%q: %s, want %s", text, names, want)
		}
	}
}

func TestQuoting(t *testing.T) {
	l := layout{delimiter: ';'}
	for record, want := range map[string]quoting{
		"\"a\";\"b,c\"\r\n": {paired: true},
		"\"a\" ; \"b\"\n":   {paired: true},
		"\"a;\"\"\";b":      {},
		"a;b c;":            {},
		"a; b":              {spaced: true},
		"a; ;b":             {},
		"a;5\" b":           {torn: true},
		"\"a\"b;c":          {torn: true},
		"a;\"b":             {torn: true},
		"":                  {},
	} {
		if got := l.quoting([]byte(record)); got != want {
			t.Errorf("%q: %+v, want %+v", record, got, want)
		}
	}
}
