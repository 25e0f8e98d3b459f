package load

import "custseg/model"

// fewPacked is how many words a dictionary lists, which makes each quick to find.
const fewPacked = 1 << 12

// spell enters a word that is new, be it a moment, by its bytes, and returns its
// code.
func (w *words) spell(word string) int32 { return w.keep(wordKey{}, bytesOf(word)) }

// dictionary returns the words for good. It shares the column's memory.
func (w *words) dictionary() model.Dictionary {
	if w.serial != nil && w.len() > fewPacked {
		return model.SerialWords(w.serial)
	}
	if w.moments == 0 && w.len() > fewPacked {
		pages := make([]string, len(w.pages))
		for i, page := range w.pages {
			pages[i] = textOf(page)
		}
		return model.PackWords(pages, w.len())
	}
	list := make([]string, 0, w.len())
	for _, word := range w.all() {
		list = append(list, word)
	}
	return model.ListWords(list)
}
