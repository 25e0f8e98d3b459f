package export

import (
	"context"
	"math"

	"custseg/model"
)

// ProfileStat says what the figures of a line of a profile are.
type ProfileStat string

// The figures of profiles.
const (
	StatMean    ProfileStat = "mean"     // of numbers, beside their median
	StatDate    ProfileStat = "date"     // mean and median, in days since 1970-01-01
	StatShare   ProfileStat = "share"    // of the customers with a value, 0..1
	StatOfMoney ProfileStat = "of_money" // part of the money of purchases, 0..1
	StatOfLines ProfileStat = "of_lines" // part of the lines of purchases, 0..1
)

// label names the figure for a reader.
func (s ProfileStat) label() model.Phrase {
	switch s {
	case StatDate:
		return model.P("date")
	case StatShare:
		return model.P("share of customers")
	case StatOfMoney:
		return model.P("share of money")
	case StatOfLines:
		return model.P("share of order lines")
	}
	return model.P("mean")
}

// ProfileFigures are what a line says of one segment, or of all customers.
type ProfileFigures struct {
	N            int     // customers with a value
	Mean, Median float64 // NaN where there is none; the mean of a share is the share
	// Lift and MedianLift are the figures over those of all customers, NaN where
	// that says nothing.
	Lift, MedianLift float64
	// Effect, from -1 to 1, is how far the segment is from the other customers, NaN
	// where nobody has a value. Chance is the corrected probability of a
	// difference as large by chance, NaN where it says nothing.
	Effect, Chance float64
	MayBeChance    bool
}

// ProfileLine is one thing by which segments are compared.
type ProfileLine struct {
	Name  string // of the measure or the column
	Label model.Phrase
	Word  string // of a share, empty for yes and for missing
	Unit  model.Unit
	Stat  ProfileStat
	Used  bool // the method read it: segments differ by construction
	All   ProfileFigures
	Here  []ProfileFigures // by segment
}

// Profile sets every segment against all customers.
type Profile struct {
	Lines   []ProfileLine
	Telling [][]int // by segment, the lines that say something, the most telling first
}

// profile works out the document's profile, without the columns that a mask
// hides; it is empty where the document has none.
func (v *view) profile(ctx context.Context) (Profile, error) {
	if v.compare == nil {
		return Profile{}, nil
	}
	p, err := v.compare(ctx)
	if err != nil || v.mask == nil {
		return p, err
	}
	shown, place := Profile{Telling: make([][]int, len(p.Telling))}, make([]int, len(p.Lines))
	for i, l := range p.Lines {
		place[i] = -1
		if !v.hidden(l.Name) && !v.mask.hidesHeaderOf(l.Name) {
			place[i] = len(shown.Lines)
			shown.Lines = append(shown.Lines, l)
		}
	}
	for g, lines := range p.Telling {
		for _, i := range lines {
			if place[i] >= 0 {
				shown.Telling[g] = append(shown.Telling[g], place[i])
			}
		}
	}
	return shown, nil
}

// look is the number format of a line's figures.
func (l ProfileLine) look() numberLook {
	switch l.Stat {
	case StatDate:
		return numberLook{format: dateFormat}
	case StatShare, StatOfMoney, StatOfLines:
		return numberLook{format: shareFormat}
	}
	values := []float64{l.All.Mean}
	for _, h := range l.Here {
		values = append(values, h.Mean)
	}
	return numberLook{format: formatFor(l.Unit, values)}
}

// figure makes the cell of a figure of a line.
func (s *sheet) figure(l ProfileLine, v float64) any {
	if l.Stat == StatDate && !math.IsNaN(v) {
		serial, ok := serialDate(model.Day(math.Round(v)).Seconds())
		if !ok {
			return s.text(model.Day(math.Round(v)).String())
		}
		v = serial
	}
	return s.number(v, l.look())
}
