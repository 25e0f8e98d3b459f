package export

type replayJSON struct {
	Then     *metJSON           `json:"then"` // null when the recipe did not tell
	Now      *metJSON           `json:"now"`
	Files    []fileChangeJSON   `json:"files"`
	Columns  []columnChangeJSON `json:"columns"`
	Measures []shiftJSON        `json:"measures"`
	Segments []sizeChangeJSON   `json:"segments"`
}

type metJSON struct {
	AsOf      *string `json:"as_of"`
	Rows      int     `json:"rows"`
	Customers int     `json:"customers"`
}

type fileChangeJSON struct {
	Then *string `json:"then"`
	Now  *string `json:"now"`
}

type columnChangeJSON struct {
	Table  string `json:"table"`
	Column string `json:"column"`
	Change string `json:"change"`
	Then   string `json:"then,omitempty"`
	Now    string `json:"now,omitempty"`
	Remedy string `json:"remedy,omitempty"`
}

type shiftJSON struct {
	Measure string `json:"measure"`
	Index   number `json:"psi"`
	Chance  number `json:"psi_by_chance"`
	Size    string `json:"shift"`
}

type sizeChangeJSON struct {
	Method    string `json:"method"`
	Segment   string `json:"segment"`
	Then      *int   `json:"then"` // null for a segment that was not there
	Now       *int   `json:"now"`
	ThenShare number `json:"then_share"`
	NowShare  number `json:"now_share"`
}

// replayJSON is what a result says of the time since its recipe was saved, nil
// when it came from no saved recipe or nothing has changed.
func (v *view) replayJSON() *replayJSON {
	r := v.replay
	if r == nil {
		return nil
	}
	out := &replayJSON{Files: []fileChangeJSON{}, Columns: []columnChangeJSON{}, Measures: []shiftJSON{}, Segments: []sizeChangeJSON{}}
	if r.Kept {
		out.Then, out.Now = r.Then.json(), r.Now.json()
	}
	for _, f := range r.Files {
		out.Files = append(out.Files, fileChangeJSON{present(v.mask.path(f.Then)), present(v.mask.path(f.Now))})
	}
	for _, c := range r.Columns {
		out.Columns = append(out.Columns, columnChangeJSON{v.mask.named(c.Table), c.Column, c.Change, c.Then, c.Now, v.text(c.Remedy)})
	}
	for _, s := range r.Shifts {
		out.Measures = append(out.Measures, shiftJSON{s.Measure, number(s.Index), number(s.Chance), s.Size})
	}
	for _, of := range r.Results {
		for _, s := range of.Segments {
			out.Segments = append(out.Segments, sizeChangeJSON{of.Method, v.mask.text(s.Segment), counted(s.Then), counted(s.Now), number(s.ThenShare), number(s.NowShare)})
		}
	}
	return out
}

func (m Met) json() *metJSON { return &metJSON{present(m.AsOf), m.Rows, m.Customers} }

// present is a text, null when it is empty.
func present(s string) *string {
	if s == "" || s == "." {
		return nil
	}
	return &s
}

// counted is a count, null when it is negative.
func counted(n int) *int {
	if n < 0 {
		return nil
	}
	return &n
}
