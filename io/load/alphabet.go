package load

import "golang.org/x/text/encoding/charmap"

// alphabets are the languages written with single bytes that are told apart,
// with the character sets they come in.
func alphabets() []alphabet {
	western := []page{{"windows-1252", charmap.Windows1252, 0}, {"macintosh", charmap.Macintosh, 3}}
	central := []page{{"windows-1250", charmap.Windows1250, 3}}
	turkish := []page{{"windows-1254", charmap.Windows1254, 4}}
	cyrillic := []page{{"windows-1251", charmap.Windows1251, 2}}
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
		{letters: "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", cyrillic: true, pages: cyrillic},
		{letters: "оаніивертксулдпмязьйчгбєжїхшюцщфґ", cyrillic: true, pages: cyrillic},
	}
}
