package screen

import (
	"custseg/model"
	"custseg/seg"
	"custseg/ui/pipeline"
)

// rival is another way to split customers, to hold the result against.
type rival struct {
	id     string       // the same for the same thing from one result to the next
	label  model.Phrase // in the list
	title  model.Phrase // above a table
	itself bool         // the result's own method, in another form
	recipe model.Recipe
}

// rivalsOf lists what a result can be compared with: its own method before the
// last change and at its defaults, then the methods that can run, at their
// defaults.
func rivalsOf(r, before *pipeline.Result, methods []seg.Method) []rival {
	var out []rival
	name := r.Method.Name
	plain := r.Recipe
	plain.Params = nil
	if before != nil && before.Recipe.SameScope(r.Recipe) && !before.Recipe.SameResult(plain) {
		out = append(out, rival{"before", model.P("before the last change"), model.P("%s before the last change", name), true, before.Recipe})
	}
	if !plain.SameResult(r.Recipe) {
		out = append(out, rival{"defaults", model.P("at its defaults"), model.P("%s at its defaults", name), true, plain})
	}
	for _, m := range methods {
		spec := m.Spec()
		if spec.ID != r.Method.ID && len(seg.Missing(spec, r.Customers)) == 0 {
			out = append(out, rival{spec.ID, spec.Name, spec.Name, false, r.Recipe.WithMethod(spec.ID)})
		}
	}
	return out
}

// firstRival returns the place of the method that comes next in the catalogue
// after the result's own, of the first method when it is the last, and else of
// the first of all.
func firstRival(all []rival, own string, methods []seg.Method) int {
	place := map[string]int{}
	for i, m := range methods {
		place[m.Spec().ID] = i
	}
	first := -1
	for i, r := range all {
		switch {
		case r.itself:
		case place[r.id] > place[own]:
			return i
		case first < 0:
			first = i
		}
	}
	return max(first, 0)
}
