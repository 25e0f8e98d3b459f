package export

import (
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"custseg/model"
)

// recipeSheet writes the sheet of the recipe.
func (b *book) recipeSheet() error { return b.recipeOn(recipeSheet, b.view.savedRecipe()) }

// recipeOn writes a recipe as JSON in the first column of a sheet: in one cell,
// or in several to be joined when it is longer than a cell holds.
func (b *book) recipeOn(name string, r model.Recipe) error {
	text, err := recipeText(r)
	if err != nil {
		return err
	}
	s := b.open(name, page{widths: replayWidths()})
	for _, part := range pieces(clean(text), excelize.TotalCellChars) {
		s.addHigh(float64(strings.Count(part, "\n")+1)*lineHeight, textCell(b.looks.code, part))
	}
	s.replay()
	return s.err
}

// pieces splits text into parts of at most a number of UTF-16 units, at ends of
// lines or else within them.
func pieces(s string, most int) []string {
	var out []string
	var part strings.Builder
	size := 0
	add := func(text string, n int) {
		if size+n > most {
			out = append(out, part.String())
			part.Reset()
			size = 0
		}
		part.WriteString(text)
		size += n
	}
	for line := range strings.SplitAfterSeq(s, "\n") {
		if n := units(line); n <= most {
			add(line, n)
			continue
		}
		for _, r := range line {
			add(string(r), utf16.RuneLen(r))
		}
	}
	return append(out, part.String())
}
