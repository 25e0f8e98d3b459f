package export

import (
	"context"
	"encoding/json"
	"io"
	"math"
	"strings"

	"custseg/model"
	"custseg/model/parallel"
)

// number is a float64 that JSON writes as null when it is not finite.
type number float64

// MarshalJSON implements [json.Marshaler].
func (n number) MarshalJSON() ([]byte, error) {
	if math.IsNaN(float64(n)) || math.IsInf(float64(n), 0) {
		return []byte("null"), nil
	}
	return json.Marshal(float64(n))
}

type documentJSON struct {
	Method       string              `json:"method"`
	Recipe       model.Recipe        `json:"recipe"`
	Replay       *replayJSON         `json:"since_saved,omitempty"` // of a recipe that was read, where something has changed
	AsOf         *string             `json:"as_of"`                 // null for data without dates
	Customers    int                 `json:"customers"`
	Unclassified int                 `json:"unclassified"`
	Segments     []segmentJSON       `json:"segments"`
	Cuts         map[string][]number `json:"cuts"`
	Measures     map[string]number   `json:"measures"`
	Notes        []string            `json:"notes"`
	Quality      qualityJSON         `json:"quality"`
	Tables       []listingJSON       `json:"tables,omitempty"` // of the method, such as its rules
	Privacy      []privacyJSON       `json:"privacy,omitempty"`
}

type segmentJSON struct {
	Name       string `json:"name"`
	Customers  int    `json:"customers"`
	Share      number `json:"share"`
	Value      number `json:"value"`
	ValueShare number `json:"value_share"`
	Rule       string `json:"rule"`
	Advice     string `json:"advice"` // a team a line
	// Profile is what sets the segment apart, the most telling first.
	Profile []profileJSON `json:"profile,omitempty"`
}

type qualityJSON struct {
	RowsRead     int            `json:"rows_read"`
	RowsUsed     int            `json:"rows_used"`
	RowsExcluded int            `json:"rows_excluded"`
	Excluded     []excludedJSON `json:"excluded"`
}

type excludedJSON struct {
	Reason string `json:"reason"`
	Rows   int    `json:"rows"`
}

func writeJSON(ctx context.Context, w io.Writer, v *view) error {
	out, err := parallel.Stoppable(ctx, func() (documentJSON, error) { return v.documentJSON(ctx) })
	if err != nil {
		return err
	}
	if out.Privacy, err = v.privacyJSON(); err != nil {
		return err
	}
	out.Recipe = v.savedRecipe()
	return writeIndented(w, out)
}

// documentJSON is the document but for what its recipe met and made.
func (v *view) documentJSON(ctx context.Context) (documentJSON, error) {
	profiles, err := v.profilesJSON(ctx)
	if err != nil {
		return documentJSON{}, err
	}
	out := documentJSON{
		Method: v.method.ID, Recipe: v.recipe, Replay: v.replayJSON(),
		Customers: v.source.Len(), Unclassified: v.unclassified(),
		Segments: []segmentJSON{}, Cuts: v.cutsJSON(), Measures: map[string]number{},
		Notes: append(v.notes(), v.warnings()...), Quality: v.qualityJSON(), Tables: v.listingsJSON(),
	}
	if v.mask != nil && len(v.mask.personal) > 0 {
		out.Notes = append(out.Notes, v.mask.note().In(v.printer))
	}
	if v.tooManyToProfile() {
		out.Notes = append(out.Notes, v.text(model.P("What sets each segment apart is told of %d customers at most; a workbook tells it of all.", mostProfiled)))
	}
	if v.source.AsOf != model.NoDay {
		asOf := v.source.AsOf.String()
		out.AsOf = &asOf
	}
	for _, s := range v.summary.segments {
		g := segmentJSON{
			Name: v.names[s.Index], Customers: s.Customers, Share: number(s.Share),
			Value: number(s.Value), ValueShare: number(s.ValueShare),
			Rule: v.text(s.Rule), Advice: strings.Join(v.advice(s.Advice), "\n"),
		}
		if profiles != nil {
			g.Profile = profiles[s.Index]
		}
		out.Segments = append(out.Segments, g)
	}
	for _, f := range v.result.Fit {
		out.Measures[f.Name] = number(f.Value)
	}
	return out, nil
}

// cutsJSON are the cuts by measure; one that is cut in several ways is there
// several times.
func (v *view) cutsJSON() map[string][]number {
	out := map[string][]number{}
	cuts := v.cuts()
	names := make([]string, len(cuts))
	for i, c := range cuts {
		names[i] = c.Measure
	}
	for i, name := range distinct(names) {
		values := []number{}
		for _, x := range cuts[i].Values {
			values = append(values, number(x))
		}
		out[name] = values
	}
	return out
}

// writeIndented writes a value as JSON that is good to read too.
func writeIndented(w io.Writer, value any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(value)
}

// qualityJSON counts what was left out by reason, over all tables.
func (v *view) qualityJSON() qualityJSON {
	q := v.source.Quality()
	out := qualityJSON{RowsRead: q.RowsRead, RowsUsed: q.RowsUsed, RowsExcluded: q.RowsExcluded(), Excluded: []excludedJSON{}}
	at := map[string]int{}
	for _, e := range v.exclusions() {
		i, ok := at[e.reason]
		if !ok {
			i = len(out.Excluded)
			at[e.reason] = i
			out.Excluded = append(out.Excluded, excludedJSON{Reason: e.reason})
		}
		out.Excluded[i].Rows += e.count
	}
	return out
}
