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

// segmentHeight is the height of the row of a segment, in points: that of totals
// stands off from the line above it.
func segmentHeight(total bool) float64 {
	if total {
		return totalHeight
	}
	return 0
}

// segmentName makes the cell of a segment's name, or of the row of totals.
func (s *sheet) segmentName(text string, total bool) any {
	if total {
		return textCell(s.book.looks.strong, text)
	}
	return s.text(text)
}
