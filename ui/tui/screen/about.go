package screen

import (
	"fmt"
	"strings"

	"custseg/model"
	"custseg/ui/pipeline"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

// AboutResult tells what a method reports about itself and what to know of the
// result: its measures, what loading warned of, how rows became customers, who
// was left out.
type AboutResult struct {
	host   Host
	result *pipeline.Result
	pane   factPane
	w, h   int
}

// newAbout tells of the result in force.
func newAbout(host Host) *AboutResult {
	s := &AboutResult{host: host}
	s.Refresh()
	return s
}

// Place, Crumb and Typing implement [Screen].
func (s *AboutResult) Place() string { return "about" }
func (s *AboutResult) Crumb() string { return say(s.host.Printer(), "about the result") }
func (s *AboutResult) Typing() bool  { return false }

// Refresh implements [Screen]: the page follows to the result in force.
func (s *AboutResult) Refresh() {
	if now := s.host.Session().Result; now != nil && now != s.result {
		s.result = now
		s.pane.set(s.facts())
	}
}

// SetSize implements [Screen].
func (s *AboutResult) SetSize(w, h int) {
	s.w, s.h = w, h
	s.pane.setSize(w, h)
}

// Key and Mouse implement [Screen].
func (s *AboutResult) Key(k term.Key) bool { return s.pane.key(k.Name) }
func (s *AboutResult) Mouse(m term.Mouse) {
	if m.Action == term.Wheel {
		s.pane.scroll(m.DY * term.WheelRows)
	}
}

// Actions implements [Screen].
func (s *AboutResult) Actions() map[string]Action {
	return map[string]Action{"about.copy": {Do: func() { s.host.Copy(s.text(), "measures and notes") }}}
}

// View implements [Screen].
func (s *AboutResult) View(t *theme.Theme) []string { return sized(s.pane.view(t, true), s.w, s.h) }

// facts are the measures and the notes.
func (s *AboutResult) facts() []fact {
	pr := s.host.Printer()
	out := []fact{{label: say(pr, "%s: what it measures of itself", s.result.Method.Name), heading: true}}
	for _, f := range s.result.Segmentation.Fit {
		if !f.OverK() {
			out = append(out, fact{label: strings.ReplaceAll(f.Name, "_", " "), value: f.Text()})
		}
	}
	if len(out) == 1 {
		out = append(out, fact{label: say(pr, "no measure: its segments follow from its rules")})
	}
	notes := notesOf(s.host, s.result)
	if len(notes) > 0 {
		out = append(out, fact{}, fact{label: say(pr, "What to know"), heading: true})
	}
	for _, n := range notes {
		out = append(out, fact{notes: []string{n}})
	}
	return out
}

// text is all of it as plain lines.
func (s *AboutResult) text() string {
	var b strings.Builder
	for _, f := range s.facts() {
		line := strings.TrimSpace(f.label + " " + f.value)
		if len(f.notes) > 0 {
			line = f.notes[0]
		}
		fmt.Fprintln(&b, line)
	}
	return b.String()
}

// notesOf is what to know of a result: what loading warned of, how rows became
// customers, what the method has to say, what was left out.
func notesOf(host Host, r *pipeline.Result) []string {
	pr := host.Printer()
	var out []string
	for _, f := range r.Dataset.Findings {
		if f.Level == model.Warning {
			out = append(out, f.Text.In(pr))
		}
	}
	for _, p := range r.Customers.Notes() {
		out = append(out, p.In(pr))
	}
	for _, p := range r.Segmentation.Remarks() {
		out = append(out, p.In(pr))
	}
	for _, e := range r.Customers.Quality().Excluded {
		out = append(out, model.P("%d rows were not used: %s", len(e.Rows), e.Reason).In(pr))
	}
	return out
}
