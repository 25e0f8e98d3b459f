package export

import (
	"context"
	"math"

	"custseg/model"
)

const (
	// mostProfileJSON is how many lines of a segment's profile are written.
	mostProfileJSON = 8
	// mostProfiled is the number of customers up to which an object holds profiles:
	// comparing more takes a while that a program that asks for segments may not
	// have. A workbook compares any number.
	mostProfiled = 100_000
)

// profileJSON is one line of the profile of a segment. Figures of dates are
// written as days.
type profileJSON struct {
	Name      string      `json:"name"`
	Label     string      `json:"label"`
	Word      string      `json:"word,omitempty"`
	Stat      ProfileStat `json:"stat"`
	N         int         `json:"n"`
	Here      any         `json:"here"`
	All       any         `json:"all"`
	Lift      number      `json:"lift"`
	Median    any         `json:"median"`
	AllMedian any         `json:"all_median"`
	Effect    number      `json:"effect"`
	Chance    number      `json:"chance"` // null for what the method read
	Used      bool        `json:"used"`
}

// tooManyToProfile reports whether profiles are left out for the number of
// customers.
func (v *view) tooManyToProfile() bool { return v.compare != nil && v.source.Len() > mostProfiled }

// profilesJSON are the most telling lines of each segment, nil where the
// document has no profile or too many customers.
func (v *view) profilesJSON(ctx context.Context) ([][]profileJSON, error) {
	if v.tooManyToProfile() {
		return nil, nil
	}
	p, err := v.profile(ctx)
	if err != nil || len(p.Lines) == 0 {
		return nil, err
	}
	out := make([][]profileJSON, len(p.Telling))
	for g, lines := range p.Telling {
		out[g] = []profileJSON{}
		for _, i := range lines[:min(len(lines), mostProfileJSON)] {
			l := p.Lines[i]
			h := l.Here[g]
			out[g] = append(out[g], profileJSON{Name: l.Name, Label: v.text(l.Label), Word: v.mask.text(l.Word), Stat: l.Stat, N: h.N,
				Here: l.plain(h.Mean), All: l.plain(l.All.Mean), Lift: number(h.Lift), Median: l.plain(h.Median), AllMedian: l.plain(l.All.Median),
				Effect: number(h.Effect), Chance: number(h.Chance), Used: l.Used})
		}
	}
	return out, nil
}

// plain returns a figure as JSON has it.
func (l ProfileLine) plain(v float64) any {
	if l.Stat == StatDate && !math.IsNaN(v) {
		return model.Day(math.Round(v)).String()
	}
	return number(v)
}
