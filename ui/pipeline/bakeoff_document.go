package pipeline

import (
	"encoding/json"
	"math"

	"golang.org/x/text/message"

	"custseg/model"
)

// FigureJSON is a number that JSON writes as null when it cannot be had.
type FigureJSON float64

// MarshalJSON implements [json.Marshaler].
func (n FigureJSON) MarshalJSON() ([]byte, error) {
	if math.IsNaN(float64(n)) || math.IsInf(float64(n), 0) {
		return []byte("null"), nil
	}
	return json.Marshal(float64(n))
}

// BakeOffDocument is a bake-off as files and JSON have it.
type BakeOffDocument struct {
	Split         string          `json:"split"`
	SplitProposed bool            `json:"split_proposed"`
	End           string          `json:"end"`
	Customers     int             `json:"customers"`
	Again         int             `json:"bought_again"`
	Outcome       string          `json:"outcome"` // money or orders
	Later         FigureJSON      `json:"outcome_total"`
	Score         string          `json:"score"`
	Figures       []CriterionJSON `json:"figures"`
	Verdict       string          `json:"verdict"`
	Beats         *bool           `json:"beats_baseline"` // the first method scores above the tenths; null when none is ranked
	Methods       []ContenderJSON `json:"methods"`
	Undated       []string        `json:"undated_columns"`
	Notes         []string        `json:"notes"`
	Recipe        model.Recipe    `json:"recipe"`
}

// CriterionJSON explains a figure.
type CriterionJSON struct {
	ID     string  `json:"id"`
	Label  string  `json:"label"`
	Weight float64 `json:"weight"`
	Used   float64 `json:"weight_used"` // on this data, where parts may be missing; 0 when nothing has a score
	Why    string  `json:"why"`
}

// ContenderJSON is one contender.
type ContenderJSON struct {
	ID           string     `json:"id"`
	Name         string     `json:"name"`
	Baseline     bool       `json:"baseline"`
	Standing     string     `json:"standing"`
	Why          string     `json:"why,omitempty"`
	Rank         *int       `json:"rank"`
	NotTold      bool       `json:"not_told_apart"` // from the first
	Score        FigureJSON `json:"score"`
	ScoreError   FigureJSON `json:"score_se"`
	TopShare     FigureJSON `json:"top20_share"`
	Lift         FigureJSON `json:"lift"`
	Gini         FigureJSON `json:"gini"`
	AUC          FigureJSON `json:"auc"`
	AUCError     FigureJSON `json:"auc_se"`
	AUCGain      FigureJSON `json:"auc_gain"`
	AUCGainError FigureJSON `json:"auc_gain_se"`
	Separation   FigureJSON `json:"separation"`
	Stability    FigureJSON `json:"stability"`
	Shift        FigureJSON `json:"shift"`
	Segments     int        `json:"segments"`
	Smallest     FigureJSON `json:"smallest_share"`
	Largest      FigureJSON `json:"largest_share"`
	Effective    FigureJSON `json:"effective_segments"`
	Unclassified FigureJSON `json:"unclassified_share"`
	Withheld     []string   `json:"withheld_columns"`
	Reasons      []string   `json:"reasons"`
}

// Document returns what a file tells of a bake-off of a recipe.
func (b *BakeOff) Document(pr *message.Printer, r model.Recipe) BakeOffDocument {
	out := BakeOffDocument{Split: b.Split.String(), SplitProposed: b.Proposed, End: b.End.String(), Customers: b.Customers, Again: b.Again,
		Outcome: "orders", Later: FigureJSON(b.Later), Score: ScoreFormula().In(pr), Undated: append([]string{}, b.Undated...),
		Verdict: b.Verdict.In(pr), Notes: said(b.Notes, pr), Recipe: r}
	if b.Best() != nil {
		out.Beats = &b.Beats
	}
	if b.Money {
		out.Outcome = "money"
	}
	for _, c := range Criteria() {
		out.Figures = append(out.Figures, CriterionJSON{c.ID, c.Label.In(pr), c.Weight, b.weightOf(c), c.Why.In(pr)})
	}
	for _, c := range b.Contenders {
		out.Methods = append(out.Methods, newContenderJSON(c, pr))
	}
	return out
}

func newContenderJSON(c *Contender, pr *message.Printer) ContenderJSON {
	out := ContenderJSON{ID: c.ID, Name: c.Name.In(pr), Baseline: c.Baseline, Standing: c.Standing.String(), Why: c.Why.In(pr), NotTold: c.NotTold, Score: FigureJSON(c.Score), ScoreError: FigureJSON(c.ScoreError),
		TopShare: FigureJSON(c.TopShare), Lift: FigureJSON(c.Lift), Gini: FigureJSON(c.Gini), AUC: FigureJSON(c.AUC), AUCError: FigureJSON(c.AUCError),
		AUCGain: FigureJSON(c.AUCGain), AUCGainError: FigureJSON(c.AUCGainError), Separation: FigureJSON(c.Separation),
		Stability: FigureJSON(c.Stability), Shift: FigureJSON(c.Shift), Segments: c.Segments, Smallest: FigureJSON(c.Smallest),
		Largest: FigureJSON(c.Largest), Effective: FigureJSON(c.Effective), Unclassified: FigureJSON(c.Unclassified),
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
