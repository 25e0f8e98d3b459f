package model

// briefLength is how many characters of a text are enough to know it by.
const briefLength = 80

// Brief returns a text that somebody typed as it is quoted in a sentence: cut,
// and marked so, where it is so long that the sentence would be lost behind it.
func Brief(text string) string { return Shorten(text, briefLength) }

// Shorten cuts text to a number of characters, marking the cut.
func Shorten(text string, most int) string {
	r := []rune(text)
	if len(r) <= most {
		return text
	}
	return string(r[:most-1]) + "…"
}
