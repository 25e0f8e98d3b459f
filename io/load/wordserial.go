package load

import "custseg/model/serial"

// The ids of a log mostly are letters and a number that ascends, O1, O2 and so on. A
// column keeps no bytes of such words, nor where each of them is, as long as all are of
// that form: ten million of them are a few runs of numbers.

// keepSerial keeps a new word as a number if it may be kept so: it is of the form of
// all before, or the first of all. Otherwise it makes the words before plain ones.
func (w *words) keepSerial(key wordKey, field []byte) bool {
	if w.len() == 0 && w.ascends {
		w.beginSerial(key, field)
	}
	if w.serial == nil {
		return false
	}
	number, ok := w.form.numberOf(key.low, key.high)
	if ok && (w.serial.Len() == 0 || uint32(number) > w.serial.Last()) {
		w.serial.Add(uint32(number))
		return true
	}
	w.spellOut()
	return false
}

// beginSerial begins to keep words as numbers where the first is letters and a number.
func (w *words) beginSerial(key wordKey, field []byte) {
	form, ok := numberingLike(textOf(field))
	if !ok || form.length == 0 {
		return
	}
	if _, ok = form.numberOf(key.low, key.high); ok {
		w.serial, w.form = serial.New(string(field[:form.length])), form
	}
}

// spellOut makes words that were kept as numbers plain ones.
func (w *words) spellOut() {
	if w.serial == nil {
		return
	}
	were := w.serial
	w.serial = nil
	were.Visit(0, were.Len(), func(word string) bool {
		w.spell(word)
		return false
	})
}

// fileSerial takes fields as long as each is empty, or the last word, or comes after it
// in the same form, and returns how many these were.
func (w *words) fileSerial(fields []fieldKey, codes []int32) int {
	if w.serial.Len() == 0 {
		return 0
	}
	code, last := int32(w.serial.Len())-1, uint64(w.serial.Last())
	for i, f := range fields {
		if f.high == 0 {
			codes[i] = -1
			continue
		}
		number, ok := w.form.numberOf(f.low, f.high)
		if !ok || number < last {
			return i
		}
		if number > last {
			w.serial.Add(uint32(number))
			code, last = code+1, number
		}
		codes[i] = code
	}
	return len(fields)
}
