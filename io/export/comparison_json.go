package export

import "custseg/model"

// comparisonJSON is what compare --json prints.
type comparisonJSON struct {
	Command   string         `json:"command"`
	AsOf      *string        `json:"as_of"` // null for data without dates
	Customers int            `json:"customers"`
	A         sideJSON       `json:"a"`
	B         sideJSON       `json:"b"`
	Measures  agreementJSON  `json:"measures"`
	Agreement string         `json:"agreement"`
	Cells     []comparedJSON `json:"cells"`
	Closest   []comparedJSON `json:"closest"`
	Unlikely  []comparedJSON `json:"unlikely"`
	Notes     []string       `json:"notes"`
}

// sideJSON is one of two segmentations.
type sideJSON struct {
	Method   string              `json:"method"`
	Label    string              `json:"label"`
	AsOf     *string             `json:"as_of"`
	Recipe   model.Recipe        `json:"recipe"`
	Segments []sideSegmentJSON   `json:"segments"`
	Cuts     map[string][]number `json:"cuts"`
}

type sideSegmentJSON struct {
	Name      string `json:"name"`
	Customers int    `json:"customers"`
	Share     number `json:"share"`
	Value     number `json:"value"`
}

type agreementJSON struct {
	Rand        number `json:"adjusted_rand"`
	Information number `json:"normalized_mutual_information"`
	V           number `json:"cramers_v"`
}

// comparedJSON is a cell of the cross-tab. A segment is null for customers whom
// the side does not have.
type comparedJSON struct {
	A           *string `json:"a"`
	B           *string `json:"b"`
	Customers   int     `json:"customers"`
	RowShare    number  `json:"row_share"`
	ColumnShare number  `json:"column_share"`
	Value       number  `json:"value"`
	Expected    number  `json:"expected"`
	Residual    number  `json:"residual"`
	Overlap     number  `json:"overlap"`
}

func (v *pairView) comparisonJSON(c Comparison) comparisonJSON {
	out := comparisonJSON{
		Command: "compare", AsOf: asOfJSON(v.first.source), Customers: len(v.FirstAt),
		A: v.first.sideJSON(v.FirstName), B: v.second.sideJSON(v.SecondName),
		Measures: v.Agreement.json(), Agreement: v.first.text(v.Agreement.Words),
		Cells: []comparedJSON{}, Closest: v.comparedJSON(c.Closest), Unlikely: v.comparedJSON(c.Unlikely), Notes: v.notes(),
	}
	rows, cols := v.axes(model.Phrase{}, model.Phrase{})
	for _, i := range rows.at {
		for _, j := range cols.at {
			out.Cells = append(out.Cells, v.comparedJSON(c.Cells[i][j:j+1])...)
		}
	}
	return out
}

func (v *pairView) comparedJSON(cells []Cell) []comparedJSON {
	out := []comparedJSON{}
	for _, c := range cells {
		out = append(out, comparedJSON{
			A: nameAt(v.first, c.Row), B: nameAt(v.second, c.Col), Customers: c.Customers,
			RowShare: number(c.RowShare), ColumnShare: number(c.ColShare), Value: number(c.FirstValue),
			Expected: number(c.Expected), Residual: number(c.Residual), Overlap: number(c.Overlap),
		})
	}
	return out
}

func (a Agreement) json() agreementJSON {
	return agreementJSON{number(a.Rand), number(a.Information), number(a.V)}
}

func (v *view) sideJSON(label model.Phrase) sideJSON {
	out := sideJSON{Method: v.method.ID, Label: v.text(label), AsOf: asOfJSON(v.source), Recipe: v.savedRecipe(), Segments: []sideSegmentJSON{}, Cuts: v.cutsJSON()}
	for _, s := range v.summary.segments {
		out.Segments = append(out.Segments, sideSegmentJSON{v.names[s.Index], s.Customers, number(s.Share), number(s.Value)})
	}
	return out
}

func asOfJSON(c *model.Customers) *string {
	if c.AsOf == model.NoDay {
		return nil
	}
	day := c.AsOf.String()
	return &day
}
