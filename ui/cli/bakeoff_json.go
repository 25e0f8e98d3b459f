package cli

import (
	"encoding/json"
	"math"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/pipeline"
)

// figureJSON is a number that JSON writes as null when it cannot be had.
type figureJSON float64

// MarshalJSON implements [json.Marshaler].
func (n figureJSON) MarshalJSON() ([]byte, error) {
	if math.IsNaN(float64(n)) || math.IsInf(float64(n), 0) {
		return []byte("null"), nil
	}
	return json.Marshal(float64(n))
}

// bakeOffJSON is what bakeoff --json prints.
type bakeOffJSON struct {
	Split         string          `json:"split"`
	SplitProposed bool            `json:"split_proposed"`
	End           string          `json:"end"`
	Customers     int             `json:"customers"`
	Again         int             `json:"bought_again"`
	Outcome       string          `json:"outcome"` // money or orders
	Later         figureJSON      `json:"outcome_total"`
	Score         string          `json:"score"`
	Figures       []criterionJSON `json:"figures"`
	Methods       []contenderJSON `json:"methods"`
	Undated       []string        `json:"undated_columns"`
	Notes         []string        `json:"notes"`
	Recipe        model.Recipe    `json:"recipe"`
}

type criterionJSON struct {
	ID     string  `json:"id"`
	Label  string  `json:"label"`
	Weight float64 `json:"weight"`
	Why    string  `json:"why"`
}

type contenderJSON struct {
	ID           string     `json:"id"`
	Name         string     `json:"name"`
	Baseline     bool       `json:"baseline"`
	Standing     string     `json:"standing"`
	Why          string     `json:"why,omitempty"`
	Rank         *int       `json:"rank"`
	Score        figureJSON `json:"score"`
	TopShare     figureJSON `json:"top20_share"`
	Lift         figureJSON `json:"lift"`
	Gini         figureJSON `json:"gini"`
	AUC          figureJSON `json:"auc"`
	AUCError     figureJSON `json:"auc_se"`
	AUCGain      figureJSON `json:"auc_gain"`
	AUCGainError figureJSON `json:"auc_gain_se"`
	Separation   figureJSON `json:"separation"`
	Stability    figureJSON `json:"stability"`
	Shift        figureJSON `json:"shift"`
	Segments     int        `json:"segments"`
	Smallest     figureJSON `json:"smallest_share"`
	Largest      figureJSON `json:"largest_share"`
	Effective    figureJSON `json:"effective_segments"`
	Unclassified figureJSON `json:"unclassified_share"`
	Withheld     []string   `json:"withheld_columns"`
	Reasons      []string   `json:"reasons"`
}

func newBakeOffJSON(b *pipeline.BakeOff, r model.Recipe, pr *message.Printer) bakeOffJSON {
	out := bakeOffJSON{Split: b.Split.String(), SplitProposed: b.Proposed, End: b.End.String(), Customers: b.Customers, Again: b.Again,
		Outcome: "orders", Later: figureJSON(b.Later), Score: pipeline.ScoreFormula().In(pr), Undated: append([]string{}, b.Undated...),
		Notes: said(b.Notes, pr), Recipe: r}
	if b.Money {
		out.Outcome = "money"
	}
	for _, c := range pipeline.Criteria() {
		out.Figures = append(out.Figures, criterionJSON{c.ID, c.Label.In(pr), c.Weight, c.Why.In(pr)})
	}
	for _, c := range b.Contenders {
		out.Methods = append(out.Methods, newContenderJSON(c, pr))
	}
	return out
}

func newContenderJSON(c *pipeline.Contender, pr *message.Printer) contenderJSON {
	out := contenderJSON{ID: c.ID, Name: c.Name.In(pr), Baseline: c.Baseline, Standing: c.Standing.String(), Why: c.Why.In(pr), Score: figureJSON(c.Score),
		TopShare: figureJSON(c.TopShare), Lift: figureJSON(c.Lift), Gini: figureJSON(c.Gini), AUC: figureJSON(c.AUC), AUCError: figureJSON(c.AUCError),
		AUCGain: figureJSON(c.AUCGain), AUCGainError: figureJSON(c.AUCGainError), Separation: figureJSON(c.Separation),
		Stability: figureJSON(c.Stability), Shift: figureJSON(c.Shift), Segments: c.Segments, Smallest: figureJSON(c.Smallest),
		Largest: figureJSON(c.Largest), Effective: figureJSON(c.Effective), Unclassified: figureJSON(c.Unclassified),
		Withheld: append([]string{}, c.Withheld...), Reasons: said(c.Reasons, pr)}
	if c.Rank > 0 {
		out.Rank = &c.Rank
	}
	return out
}

// said renders phrases, an empty list for none.
func said(phrases []model.Phrase, pr *message.Printer) []string {
	out := []string{}
	for _, p := range phrases {
		out = append(out, p.In(pr))
	}
	return out
}
