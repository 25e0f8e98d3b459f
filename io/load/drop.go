package load

import (
	"slices"
	"strings"

	"custseg/model"
)

// dropRows takes rows, given ascending, out of the table.
func (in *intake) dropRows(rows []int32) {
	if len(rows) == 0 {
		return
	}
	each(len(in.columns), func(i int) { in.columns[i].drop(rows) })
	in.short = renumber(in.short, rows)
	var runs []model.Run
	for i, run := range in.runs {
		end := int32(in.rows)
		if i+1 < len(in.runs) {
			end = in.runs[i+1].Data
		}
		for from := run.Data; from < end; {
			at, gone := slices.BinarySearch(rows, from)
			if gone {
				from++
				continue
			}
			runs = append(runs, model.Run{Data: from - int32(at), File: run.File + int(from-run.Data)})
			if at == len(rows) || rows[at] >= end {
				break
			}
			from = rows[at]
		}
	}
	in.runs = runs
	in.rows -= len(rows)
}

// renumber returns places of rows after some rows are gone.
func renumber(places, gone []int32) []int32 {
	var out []int32
	for _, p := range places {
		if at, found := slices.BinarySearch(gone, p); !found {
			out = append(out, p-int32(at))
		}
	}
	return out
}

// refuse takes rows, given ascending, out of the table and lists them as
// rejected.
func (in *intake) refuse(rows []int32, reason model.Phrase, delimiter byte) {
	for _, row := range rows {
		in.reject(in.fileRow(row), reason, []byte(in.line(row, delimiter)))
	}
	in.dropRows(rows)
}

// cell returns a word of a row, "" where there is none.
func (in *intake) cell(row int32, column int) string {
	w := in.columns[column]
	if c := w.codes.At(int(row)); c >= 0 {
		return w.word(c)
	}
	return ""
}

// cellsOf returns the words of a row.
func (in *intake) cellsOf(row int32) []string {
	out := make([]string, len(in.columns))
	for i := range out {
		out[i] = in.cell(row, i)
	}
	return out
}

// line writes a row again as its file may hold it, without empty cells at its
// end.
func (in *intake) line(row int32, delimiter byte) string {
	if delimiter == 0 {
		delimiter = ' '
	}
	return strings.TrimRight(strings.Join(in.cellsOf(row), string(delimiter)), string(delimiter))
}

// drop takes rows, given ascending, out of a column, and words that no other row
// holds.
func (w *words) drop(rows []int32) {
	used := make([]bool, w.len())
	kept, next := 0, 0
	for i, c := range w.codes.All() {
		if next < len(rows) && rows[next] == int32(i) {
			next++
			continue
		}
		w.codes.Set(kept, c)
		kept++
		if c >= 0 {
			used[c] = true
		}
	}
	w.codes.Cut(kept)
	if !slices.Contains(used, false) {
		return
	}
	w.spellOut()
	recode := make([]int32, len(used))
	starts := w.starts[:0]
	for code, in := range used {
		if in {
			recode[code] = int32(len(starts))
			starts = append(starts, w.starts[code])
		}
	}
	w.starts, w.moments = starts, 0
	for code := range starts {
		if w.isMoment(int32(code)) {
			w.moments++
		}
	}
	w.recode(recode)
	if w.table.slots != nil {
		w.table.slots = nil
		w.needTable()
	}
}

// recode gives each row the code that stands at its present one.
func (w *words) recode(codes []int32) {
	for i, c := range w.codes.All() {
		if c >= 0 {
			w.codes.Set(i, codes[c])
		}
	}
}
