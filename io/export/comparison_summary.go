package export

import "custseg/model"

// rightHeads makes the heads of columns of numbers.
func (s *sheet) rightHeads(titles ...model.Phrase) []any {
	var out []any
	for _, t := range titles {
		out = append(out, textCell(s.book.looks.headRight, s.book.view.text(t)))
	}
	return out
}
