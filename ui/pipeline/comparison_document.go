package pipeline

import (
	"strings"

	"golang.org/x/text/message"

	"custseg/io/export"
	"custseg/model"
	"custseg/seg"
)

// Title names a result by its method and by what was set of it, to tell it from
// another result of the method.
func (r *Result) Title() model.Phrase {
	var set []string
	for _, p := range r.Method.Params {
		if v := r.Params.Value(p.ID); !v.Equal(p.Default) {
			set = append(set, p.ID+"="+p.Format(v))
		}
	}
	if len(set) == 0 {
		return r.Method.Name
	}
	return model.P("%s with %s", r.Method.Name, strings.Join(set, ", "))
}

// Document returns what a file needs of the comparison.
func (c *Comparison) Document(pr *message.Printer) export.Comparison {
	out := export.Comparison{Pairing: c.pairing(pr)}
	out.FirstName, out.SecondName = c.First.Title(), c.Second.Title()
	out.Closest, out.Unlikely, out.Significant = c.closest(out.Cells), c.unlikely(out.Cells), significant
	if c.First.Recipe.SameResult(c.Second.Recipe) {
		out.Notes = append(out.Notes, model.P("Both sides are the same method with the same settings"))
	}
	for _, r := range []*Result{c.First, c.Second} {
		out.Notes = append(out.Notes, unclassifiedNotes(r, r.Title())...)
	}
	return out
}

// pairing returns what comparisons and migrations have alike.
func (c *Comparison) pairing(pr *message.Printer) export.Pairing {
	return export.Pairing{First: c.First.Document(pr), Second: c.Second.Document(pr),
		FirstAt: c.FirstAt, SecondAt: c.SecondAt, Cells: c.Cells(),
		Agreement: export.Agreement{Rand: c.Rand, Information: c.Shared, V: c.V, Words: AgreementWords(c.Rand), Steps: AgreementSteps()}}
}

// unclassifiedNotes says of a result how many customers it could not place, and
// why.
func unclassifiedNotes(r *Result, title model.Phrase) []model.Phrase {
	var out []model.Phrase
	for _, u := range seg.WhyUnplaced(r.Segmentation) {
		out = append(out, model.P("%s: %d unclassified: %s", title, u.Customers, u.Reason))
	}
	return out
}
