package cli

import (
	"golang.org/x/text/message"

	"custseg/model"
	"custseg/seg"
)

// methodJSON is a method as printed by methods --json. What depends on data is
// there with --data only.
type methodJSON struct {
	ID      string      `json:"id"`
	Name    string      `json:"name"`
	Family  string      `json:"family"`
	Summary string      `json:"summary"`
	Rule    string      `json:"rule"`
	Source  string      `json:"source"`
	Seeded  bool        `json:"seeded"`
	Needs   []needJSON  `json:"needs"`
	Params  []paramJSON `json:"params"`
	CanRun  *bool       `json:"can_run,omitempty"`
}

// needJSON is an input: a measure, any of Or in its place, or so many columns of
// words or answers.
type needJSON struct {
	Measure    string   `json:"measure,omitempty"`
	Or         []string `json:"or,omitempty"`
	Categories int      `json:"categories,omitempty"`
	Optional   bool     `json:"optional"`
	Why        string   `json:"why"`
	Met        *bool    `json:"met,omitempty"`
}

type paramJSON struct {
	ID      string       `json:"id"`
	Kind    string       `json:"kind"`
	Default model.Value  `json:"default"`
	Range   string       `json:"range,omitempty"`
	Unit    string       `json:"unit,omitempty"`
	Help    string       `json:"help"`
	Options []optionJSON `json:"options,omitempty"`
}

type optionJSON struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

func describeAll(methods []seg.Method, c *model.Customers, pr *message.Printer) []methodJSON {
	var out []methodJSON
	for _, m := range methods {
		out = append(out, describe(m.Spec(), c, pr))
	}
	return out
}

// describe writes a method for a program; c are the customers it is to run on,
// or nil.
func describe(s seg.Spec, c *model.Customers, pr *message.Printer) methodJSON {
	out := methodJSON{ID: s.ID, Name: s.Name.In(pr), Family: string(s.Family), Summary: s.Summary.In(pr),
		Rule: s.Rule.In(pr), Source: s.Source, Seeded: s.Seeded, Needs: []needJSON{}, Params: []paramJSON{}}
	if c != nil {
		can := len(seg.Missing(s, c)) == 0
		out.CanRun = &can
	}
	for _, n := range s.Needs {
		need := needJSON{Measure: string(n.Measure), Categories: n.Categories, Optional: n.Optional, Why: n.Why.In(pr)}
		for _, m := range n.Or {
			need.Or = append(need.Or, string(m))
		}
		if c != nil {
			met := n.Met(c)
			need.Met = &met
		}
		out.Needs = append(out.Needs, need)
	}
	for _, p := range s.Params {
		param := paramJSON{ID: p.ID, Kind: p.Kind.String(), Default: p.Default, Range: p.Range(), Unit: string(p.Unit), Help: p.Help.In(pr)}
		for _, o := range p.Options {
			param.Options = append(param.Options, optionJSON{o.ID, o.Label.In(pr)})
		}
		out.Params = append(out.Params, param)
	}
	return out
}
