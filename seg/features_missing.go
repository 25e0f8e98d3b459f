package seg

import (
	"cmp"
	"slices"

	"custseg/model"
)

// lack is how many customers have no value of a column.
type lack struct {
	label     model.Phrase
	customers int
}

// lacks are the columns of which values are missing, the most first, ties in
// their order.
func lacks(of []lack) []lack {
	out := slices.DeleteFunc(slices.Clone(of), func(l lack) bool { return l.customers == 0 })
	slices.SortStableFunc(out, func(a, b lack) int { return cmp.Compare(b.customers, a.customers) })
	return out
}

// worst names the columns of which the most is missing.
func worst(of []lack) model.Phrase {
	const named = 4
	var out []model.Phrase
	for _, l := range of[:min(named, len(of))] {
		out = append(out, model.P("%s (%d)", l.label, l.customers))
	}
	return list("%s, %s", out)
}

// tellMissing tells of customers who are left out since they lack values of many
// columns in one sentence, with the way to keep them, and returns how many of the
// reasons that covers; of few columns each is told by itself. Where many customers are left out it is a
// warning: the segments are then of the others alone.
func (f *features) tellMissing(s *model.Segmentation) (told int) {
	const many = .05 // of the customers
	lacking := 0
	for _, why := range f.why {
		if why >= 0 && int(why) < len(f.lacking) {
			lacking++
		}
	}
	short := lacks(f.lacking)
	warn := float64(lacking) > many*float64(len(f.why))
	if lacking == 0 || len(short) <= fewReasons && !warn {
		return 0
	}
	text := model.P("%d of all %d are unclassified, lacking a value of one or more of the %d columns used, most often of %s: missing=median keeps them, or choose columns that they have",
		lacking, len(f.why), len(f.lacking), worst(short))
	if warn {
		s.Warnings = append(s.Warnings, text)
	} else {
		s.Notes = append(s.Notes, text)
	}
	if len(short) <= fewReasons {
		return 0
	}
	return len(f.lacking)
}

// noteFilled tells what took the place of missing values: of few columns each by
// itself.
func (f *features) noteFilled() {
	if len(f.filled) <= fewReasons {
		for _, l := range f.filled {
			f.notes = append(f.notes, l.note)
		}
		return
	}
	of, values := make([]lack, len(f.filled)), 0
	for j, l := range f.filled {
		of[j] = l.lack
		values += l.customers
	}
	f.notes = append(f.notes, model.P("Missing values took their column's median, or its commonest word: %d, in %d of the columns; most often of %s", values, len(of), worst(lacks(of))))
}

// filledIn is what took the place of the missing values of a column, in words.
type filledIn struct {
	lack
	note model.Phrase
}
