package model

// briefLength is how many characters of a text are enough to know it by.
const briefLength = 80

// Brief returns a text that somebody typed as it is quoted in a sentence: cut,
// and marked so, where it is so long that the sentence would be lost behind it.
func Brief(text string) string {
	r := []rune(text)
	if len(r) <= briefLength {
		return text
	}
	return string(r[:briefLength-1]) + "…"
}
