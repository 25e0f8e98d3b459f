package screen

import (
	"slices"

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

// firstRival returns the place of the method that suits the customers best, of
// those that are suggested, and else of the first method, of the first of all
// without any.
func firstRival(all []rival, suggested []seg.Suggestion) int {
	for _, best := range suggested {
		id := best.Method.Spec().ID
		if i := slices.IndexFunc(all, func(r rival) bool { return !r.itself && r.id == id }); i >= 0 {
			return i
		}
	}
	return max(slices.IndexFunc(all, func(r rival) bool { return !r.itself }), 0)
}
