package cli

import (
	"bufio"
	"errors"
	"io"
	"strconv"

	"custseg/model"
	"custseg/seg"
)

// scanLines hands on lines until there are none or one is not wanted.
func scanLines(in io.Reader, each func(string) bool) {
	for s := bufio.NewScanner(in); s.Scan(); {
		if !each(s.Text()) {
			return
		}
	}
}

// deed is one thing to do.
type deed struct {
	what   string
	do     func() error
	result bool // it needs a method that has run
}

// deeds are what can be done, in the order of the list.
func (t *talk) deeds() []deed {
	method := "none yet"
	if t.result != nil {
		method = t.result.Method.Name.In(t.pr)
	}
	return []deed{
		{t.pr.Sprintf("Choose a method, now %s", method), t.chooseMethod, false},
		{t.pr.Sprintf("Set a parameter"), t.setParameter, true},
		{t.pr.Sprintf("Read the segments"), t.tellSegments, true},
		{t.pr.Sprintf("Open a segment"), t.openSegment, true},
		{t.pr.Sprintf("Open a customer"), t.openCustomer, true},
		{t.pr.Sprintf("Export a workbook, CSV or JSON"), t.export, true},
		{t.pr.Sprintf("Open another file"), func() error { return errOther }, false},
		{t.pr.Sprintf("Roles: what the columns mean"), t.roles, false},
		{t.pr.Sprintf("Data quality: what was found, and what to do about it"), t.quality, false},
		{t.pr.Sprintf("Compare with another method"), t.compareWith, true},
		{t.pr.Sprintf("Compare two dates: who moved where"), t.migrate, true},
		{t.pr.Sprintf("Bake-off: which method tells best what customers do next"), t.bakeOff, false},
		{t.pr.Sprintf("Filter: segment only customers who pass"), t.filter, false},
		{t.pr.Sprintf("Undo the last change"), t.undo, false},
	}
}

// errOther asks for other files.
var errOther = errors.New("other files are wanted")

// menu asks what next until other files are wanted or the session ends. The list
// is read out once, and again when it is asked for.
func (t *talk) menu() (again bool, err error) {
	t.list()
	for {
		text, err := t.answer("What next? A number, ? for the list, 0 to leave:")
		switch n, wrong := strconv.Atoi(text); {
		case err != nil || text == "0":
			return false, err
		case text == "?":
			t.list()
		case wrong != nil || n < 0 || n > len(t.deeds()):
			t.say("%q is not one of the numbers; ? lists them.", text)
		case t.deeds()[n-1].result && t.result == nil:
			t.say("Choose a method first.")
		default:
			err := t.deeds()[n-1].do()
			if errors.Is(err, errOther) {
				return true, nil
			}
			if err != nil {
				return false, err
			}
		}
	}
}

func (t *talk) list() {
	for i, d := range t.deeds() {
		t.say("%d. %s", i+1, d.what)
	}
}

// fewMethods is how many methods are offered before all are.
const fewMethods = 5

// chooseMethod offers the methods that suit the data best with what they do, on
// request the names of all that can run, and runs one.
func (t *talk) chooseMethod() error {
	methods := seg.BestFirst(t.people)
	if len(methods) == 0 {
		t.say("No method can run on this data: custseg methods --data tells what each lacks.")
		return nil
	}
	few := methods[:min(len(methods), fewMethods)]
	var options []string
	for _, m := range few {
		s := m.Spec()
		options = append(options, t.pr.Sprintf("%s: %s", s.Name.In(t.pr), s.Summary.In(t.pr)))
	}
	if len(methods) > len(few) {
		options = append(options, t.pr.Sprintf("List all %d methods that can run", len(methods)))
	}
	at, err := t.choose(t.pr.Sprintf("Which method?"), options)
	if err == nil && at == len(few) {
		at, err = t.choose(t.pr.Sprintf("Which method?"), t.methodNames(methods))
	}
	if err != nil || at < 0 {
		return err
	}
	return t.run(t.recipe.WithMethod(methods[at].Spec().ID))
}

func (t *talk) methodNames(methods []seg.Method) []string {
	var out []string
	for _, m := range methods {
		out = append(out, m.Spec().Name.In(t.pr))
	}
	return out
}

// setParameter lists the parameters in force, asks for the value of one, and
// runs with it.
func (t *talk) setParameter() error {
	spec := t.result.Method
	params, err := seg.NewParams(spec, t.recipe.Params)
	if err != nil {
		return err
	}
	var active []seg.Param
	var options []string
	for _, p := range spec.Params {
		if params.Active(p.ID) {
			active = append(active, p)
			options = append(options, t.pr.Sprintf("%s, now %s. %s", p.Label.In(t.pr), valueText(p, params.Value(p.ID)), p.Help.In(t.pr)))
		}
	}
	if len(active) == 0 {
		t.say("%s has no parameters.", spec.Name.In(t.pr))
		return nil
	}
	at, err := t.choose(t.pr.Sprintf("Which parameter?"), options)
	if err != nil || at < 0 {
		return err
	}
	p := active[at]
	for {
		text, err := t.answer("New value of %s, now %s, %s; default sets it back, Enter keeps it:", p.Label.In(t.pr), valueText(p, params.Value(p.ID)), p.Range())
		switch {
		case err != nil || text == "":
			return err
		case text == "default":
			return t.run(t.recipe.WithoutParam(p.ID))
		}
		v, err := p.Parse(text)
		if err == nil {
			return t.run(t.recipe.WithParam(p.ID, v))
		}
		t.say("Not so: %s", oneLine(err))
	}
}

// valueText is a parameter's value in words; what the method chooses itself is
// left to it.
func valueText(p seg.Param, v model.Value) string {
	if text := p.Format(v); text != "" {
		return text
	}
	return "left to the method"
}
