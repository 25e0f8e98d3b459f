package export

import (
	"slices"

	"custseg/model"
)

// Mask hides what tells who a customer is in what is shown beside files. A nil
// mask hides nothing.
type Mask struct {
	hide *masker
	of   *model.Customers
}

// NewMask returns the mask of the options for a document's data, nil when they
// ask for none. Of the options it reads Privacy and Salt. The error is that of
// roles that do not fit the data.
func NewMask(d Document, o Options) (*Mask, error) {
	m, err := newMasker(d, o)
	if m == nil || err != nil {
		return nil, err
	}
	return &Mask{hide: m, of: d.Customers}, nil
}

// ID returns the id of a customer, hashed.
func (k *Mask) ID(id string) string {
	if k == nil {
		return id
	}
	return k.hide.id(id)
}

// Named puts stand-ins into a text for names of files and tables that may tell a
// person.
func (k *Mask) Named(s string) string {
	if k == nil {
		return s
	}
	return k.hide.named(s)
}

// Phrase hides known ids and names in a sentence.
func (k *Mask) Phrase(p model.Phrase) model.Phrase {
	if k == nil {
		return p
	}
	return k.hide.phrase(p, ofNumbers)
}

// Hides reports whether a measure or attribute is a column that is masked.
func (k *Mask) Hides(name string) bool { return k != nil && k.hide.hidesNamed(k.of, name) }

// Segmentation returns a segmentation without what the mask hides: in the names,
// rules and advice of segments, in reasons, notes and the words it decides by.
func (k *Mask) Segmentation(s *model.Segmentation) *model.Segmentation {
	if k == nil {
		return s
	}
	far, near := ofNumbers, ofWords
	if slices.ContainsFunc(s.Used, k.Hides) {
		far, near = ofAll, ofAll
	}
	say := func(p model.Phrase) model.Phrase { return k.hide.phrase(p, near) }
	out := *s
	out.Segments = slices.Clone(s.Segments)
	for i, g := range s.Segments {
		g.Name, g.Rule = say(g.Name), say(g.Rule)
		g.Advice = model.Advice{Marketing: say(g.Advice.Marketing), Product: say(g.Advice.Product), Service: say(g.Advice.Service), Risk: say(g.Advice.Risk)}
		out.Segments[i] = g
	}
	out.Reasons, out.Notes = slices.Clone(s.Reasons), slices.Clone(s.Notes)
	for i, p := range out.Reasons {
		out.Reasons[i] = k.hide.phrase(p, far)
	}
	for i, p := range out.Notes {
		out.Notes[i] = k.hide.phrase(p, far)
	}
	if s.Placing != nil {
		out.Placing = k.placing(s.Placing)
	}
	return &out
}

// placing hides the words that a method decides by.
func (k *Mask) placing(p *model.Placing) *model.Placing {
	out := *p
	out.Settled = k.Phrase(p.Settled)
	out.Inputs = slices.Clone(p.Inputs)
	for i, d := range out.Inputs {
		out.Inputs[i].Words = slices.Clone(d.Words)
		for j, w := range d.Words {
			switch {
			case w == "":
			case k.Hides(d.Measure):
				out.Inputs[i].Words[j] = k.hide.token(w)
			default:
				out.Inputs[i].Words[j] = k.hide.text(w)
			}
		}
	}
	return &out
}

// Document returns a document whose segments, findings and notes hide what the
// mask hides. Its customers are those of the document.
func (k *Mask) Document(d Document) Document {
	if k == nil {
		return d
	}
	data := *d.Dataset
	data.Findings = slices.Clone(data.Findings)
	for i, f := range data.Findings {
		data.Findings[i].Text = k.hide.finding(f)
	}
	d.Dataset, d.Segmentation = &data, k.Segmentation(d.Segmentation)
	return d
}

// Pairing returns a pairing of such documents.
func (k *Mask) Pairing(p Pairing) Pairing {
	if k == nil {
		return p
	}
	p.First, p.Second = k.Document(p.First), k.Document(p.Second)
	p.FirstName, p.SecondName = k.Phrase(p.FirstName), k.Phrase(p.SecondName)
	p.Notes = slices.Clone(p.Notes)
	for i, n := range p.Notes {
		p.Notes[i] = k.Phrase(n)
	}
	return p
}
