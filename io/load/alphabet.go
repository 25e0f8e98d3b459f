package load

import (
	"unicode"

	"golang.org/x/text/encoding/charmap"
)

// alphabets are the languages written with single bytes that are told apart,
// with the character sets they come in.
func alphabets() []alphabet {
	western := []page{{"windows-1252", charmap.Windows1252, 0}, {"macintosh", charmap.Macintosh, 8}, {"cp850", charmap.CodePage850, 10}}
	central := []page{{"windows-1250", charmap.Windows1250, 3}}
	turkish := []page{{"windows-1254", charmap.Windows1254, 4}}
	cyrillic := []page{{"windows-1251", charmap.Windows1251, 2}, {"koi8-r", charmap.KOI8R, 6}, {"cp866", charmap.CodePage866, 6}}
	greek := []page{{"windows-1253", charmap.Windows1253, 4}}
	return []alphabet{
		{letters: "éäöüèáóíñçãàøåêôâëúïîßæõûùòìœ", pages: western}, // all of them together
		{letters: "äüößé", pages: western},
		{letters: "éèêàçôîâûëïùœæ", pages: western},
		{letters: "óíáéñúüçàèò", pages: western},
		{letters: "ãçáéóíêõâúôàü", pages: western},
		{letters: "àèòùéì", pages: western},
		{letters: "öäåøæéü", pages: western},
		{letters: "áíðéúöýþóæ", pages: western, prior: 2}, // Icelandic
		{letters: "łóąęśżćńź", pages: central},
		{letters: "íáéěřčýžšůúňďťóľĺŕäô", pages: central},
		{letters: "áéóöüőíúű", pages: central},
		{letters: "čšžćđ", pages: central},
		{letters: "ăâîşţ", pages: central, prior: 1},
		{letters: "ışüçöğiâî", pages: turkish},
		{letters: "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", script: unicode.Cyrillic, pages: cyrillic},
		{letters: "оаніивертксулдпмязьйчгбєжїхшюцщфґ", script: unicode.Cyrillic, pages: cyrillic},
		{letters: "αοιετσνηυρπκμλωςίάγόέδήβχθφύώξζψϊΰ", script: unicode.Greek, pages: greek},
	}
}
