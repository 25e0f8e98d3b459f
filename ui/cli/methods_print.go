package cli

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/seg"
	"custseg/ui/tui/cell"
)

// printCatalogue lists methods by family; with customers, which of them can run
// and what the others lack.
func printCatalogue(w io.Writer, methods []seg.Method, c *model.Customers, pr *message.Printer) error {
	p := &methodPrinter{w: bufio.NewWriter(w), pr: pr}
	var family seg.Family
	can := 0
	for _, m := range methods {
		s := m.Spec()
		if s.Family != family {
			if family != "" {
				p.line()
			}
			family = s.Family
			p.line(strings.ToUpper(model.P(string(family)).In(pr)))
		}
		about := model.P("%s. %s", s.Name, s.Summary)
		label := s.ID
		if c != nil {
			missing := seg.Missing(s, c)
			label = markOf(len(missing) == 0) + label
			if len(missing) == 0 {
				can++
			}
			for _, n := range missing {
				about = model.P("%s Lacks %s.", about, model.Raw(needName(n, pr)))
				if why := n.Remedy(c); !why.Empty() {
					about = model.P("%s But %s.", about, why)
				}
			}
		}
		p.entry(methodColumn, label, about.In(pr))
	}
	if c != nil {
		p.line()
		p.line(pr.Sprintf("%d of %d can run on this data. Map what others lack with --map role=column.", can, len(methods)))
	}
	return p.w.Flush()
}

// The columns in which text begins: behind ids of methods and of parameters.
const (
	methodColumn = 21
	paramColumn  = 19
	printWidth   = 80
)

// methodPrinter writes text that is wrapped to the width of a terminal.
type methodPrinter struct {
	w  *bufio.Writer
	pr *message.Printer
}

// line writes a line, empty without text.
func (p *methodPrinter) line(text ...string) {
	fmt.Fprintln(p.w, strings.Join(text, ""))
}

// paragraph writes wrapped text.
func (p *methodPrinter) paragraph(text string) {
	for _, l := range wrapWords(text, printWidth) {
		p.line(l)
	}
}

// entry writes a label, and wrapped text from a column on; a label that reaches
// there has lines of its own.
func (p *methodPrinter) entry(column int, label, text string) {
	labels := wrapWords(label, printWidth-2)
	lines := wrapWords(text, printWidth-column)
	if len(labels) == 1 && cell.Width(labels[0]) < column-2 && len(lines) > 0 {
		p.line("  ", cell.Pad(labels[0], column-2), lines[0])
		labels, lines = nil, lines[1:]
	}
	for _, l := range labels {
		p.line("  ", l)
	}
	for _, l := range lines {
		p.line(strings.Repeat(" ", column), l)
	}
}

// printMethod tells all of one method; with customers, which of its needs they
// meet.
func printMethod(w io.Writer, s seg.Spec, c *model.Customers, pr *message.Printer) error {
	p := &methodPrinter{w: bufio.NewWriter(w), pr: pr}
	p.line(s.Name.In(pr), " (", s.ID, "), ", model.P(string(s.Family)).In(pr))
	p.line()
	p.paragraph(s.Summary.In(pr))
	p.line()
	p.paragraph(pr.Sprintf("Rule: %s", s.Rule.In(pr)))
	p.paragraph(pr.Sprintf("Source: %s", s.Source))
	p.line()
	p.line(pr.Sprintf("Needs, given with --map ROLE=COLUMN:"))
	for _, n := range s.Needs {
		p.need(n, c)
	}
	p.line()
	p.line(pr.Sprintf("Parameters, set with --set NAME=VALUE:"))
	for _, q := range s.Params {
		p.param(q)
	}
	if s.Seeded {
		p.line()
		p.line(pr.Sprintf("Random choices start from --seed N: the same seed gives the same segments."))
	}
	return p.w.Flush()
}

func (p *methodPrinter) need(n seg.Need, c *model.Customers) {
	name := needName(n, p.pr)
	if n.Optional {
		name = p.pr.Sprintf("%s (optional)", name)
	}
	if c != nil {
		name = markOf(n.Met(c)) + name
	}
	p.entry(paramColumn, name, n.Why.In(p.pr))
}

// needName names an input by the roles that give it, any of which will do, or
// by the columns that are taken.
func needName(n seg.Need, pr *message.Printer) string {
	switch {
	case n.Categories > 1:
		return pr.Sprintf("%d columns of words or answers", n.Categories)
	case n.Categories == 1:
		return pr.Sprintf("a column of words or answers")
	case n.Measure == "":
		return pr.Sprintf("number columns")
	}
	name := string(n.Measure)
	for _, m := range n.Or {
		name = pr.Sprintf("%s or %s", name, m)
	}
	return name
}

// param writes a parameter: its default and range, what it does, what each of
// its choices means.
func (p *methodPrinter) param(q seg.Param) {
	value := q.Format(q.Default)
	if q.Kind == seg.LineList {
		value = strings.SplitAfterN(value, ";", 2)[0] + " ..."
	}
	var facts []string
	if value != "" {
		facts = append(facts, p.pr.Sprintf("Default %s.", value))
	}
	if fits := q.Range(); fits != "" && q.Kind != seg.Choice {
		facts = append(facts, p.pr.Sprintf("Takes %s.", fits))
	}
	p.entry(paramColumn, q.ID, strings.Join(append([]string{q.Help.In(p.pr)}, facts...), " "))
	for _, o := range q.Options {
		p.entry(paramColumn+2, "", p.pr.Sprintf("%s: %s", o.ID, o.Label.In(p.pr)))
	}
}

// markOf marks what is there, or can run.
func markOf(is bool) string {
	if is {
		return "[x] "
	}
	return "[ ] "
}
