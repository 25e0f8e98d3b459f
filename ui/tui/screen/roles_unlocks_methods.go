package screen

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/seg"
	"custseg/ui/pipeline"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"
)

// runnable are the methods that can run: none without customers.
func runnable(specs []seg.Spec, c *model.Customers) []seg.Spec {
	if c.Len() == 0 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(specs), func(s seg.Spec) bool { return len(seg.Missing(s, c)) > 0 })
}

// familyShare is how many methods of a family can run.
type familyShare struct {
	family   seg.Family
	can, all int
}

// familyShares counts the methods by family, in the order of the catalogue.
func familyShares(specs []seg.Spec, c *model.Customers) []familyShare {
	var out []familyShare
	at := func(f seg.Family) *familyShare {
		i := slices.IndexFunc(out, func(s familyShare) bool { return s.family == f })
		if i < 0 {
			i, out = len(out), append(out, familyShare{family: f})
		}
		return &out[i]
	}
	for _, s := range specs {
		at(s.Family).all++
	}
	for _, s := range runnable(specs, c) {
		at(s.Family).can++
	}
	return out
}

// methods counts the methods that can run by family, and says which roles would
// unlock most of the others.
func (u *unlocks) methods(specs []seg.Spec, c *model.Customers) {
	if c.Len() == 0 {
		u.heading(say(u.pr, "Methods: none can run without customers"))
		return
	}
	u.heading(say(u.pr, "Methods: %d of %d can run", len(runnable(specs, c)), len(specs)))
	for _, f := range familyShares(specs, c) {
		mark, ink := u.t.Glyphs.Check, u.t.Good
		if f.can == 0 {
			mark, ink = u.t.Glyphs.Uncheck, u.t.Warn
		}
		u.bullet(mark, ink, u.t.Plain, say(u.pr, "%s: %d of %d", say(u.pr, string(f.family)), f.can, f.all))
	}
	keys, more := openers(u.pr, specs, c)
	if len(keys) > 0 {
		u.heading(say(u.pr, "What would unlock most"))
	}
	for _, k := range keys[:min(len(keys), mostOpeners)] {
		more -= len(k.methods)
		u.bullet(u.t.Glyphs.Uncheck, u.t.Warn, u.t.Plain, say(u.pr, "%s: %s", k.need, methodNames(u.pr, k.methods)))
	}
	if more > 0 {
		u.bullet(u.t.Glyphs.Dot, u.t.Faint, u.t.Faint, say(u.pr, "%d more methods lack other roles; Method (3) says of each which", more))
	}
}

// items says which columns without a role look like items.
func (u *unlocks) items(d *model.Dataset, found *pipeline.Items) {
	if found != nil {
		u.heading(say(u.pr, "Items"))
		u.bullet("I", u.t.Key, u.t.Plain, say(u.pr, "gives them the role item: %s", found.Why(d)))
	}
}

// mostOpeners is how many roles are listed that would unlock methods.
const mostOpeners = 6

// opener is something that the data lacks, with the methods that lack nothing
// else.
type opener struct {
	need    string
	methods []seg.Spec
}

// openers are what would unlock methods, each method under one, those that
// unlock most first; lacking is how many methods cannot run.
func openers(pr *message.Printer, specs []seg.Spec, c *model.Customers) (out []opener, lacking int) {
	type lack struct {
		spec seg.Spec
		ways []string
	}
	var left []lack
	for _, s := range specs {
		missing := seg.Missing(s, c)
		if len(missing) > 0 {
			lacking++
		}
		if len(missing) == 1 {
			left = append(left, lack{s, ways(pr, missing[0])})
		}
	}
	for len(left) > 0 {
		var best opener
		for _, l := range left {
			for _, way := range l.ways {
				o := opener{need: way}
				for _, other := range left {
					if slices.Contains(other.ways, way) {
						o.methods = append(o.methods, other.spec)
					}
				}
				if len(o.methods) > len(best.methods) {
					best = o
				}
			}
		}
		left = slices.DeleteFunc(left, func(l lack) bool { return slices.Contains(l.ways, best.need) })
		out = append(out, best)
	}
	slices.SortStableFunc(out, func(a, b opener) int { return cmp.Compare(len(b.methods), len(a.methods)) })
	return out, lacking
}

// ways are what each by itself would meet a need.
func ways(pr *message.Printer, n seg.Need) []string {
	if n.Measure == "" {
		return []string{say(pr, "%s", needLabel(n))}
	}
	var out []string
	for _, m := range n.Any() {
		out = append(out, say(pr, "%s", measureLabel(m)))
	}
	return out
}

// methodNames lists the names of methods.
func methodNames(pr *message.Printer, specs []seg.Spec) string {
	out := make([]string, len(specs))
	for i, s := range specs {
		out[i] = cell.Clean(s.Name.In(pr))
	}
	return strings.Join(out, ", ")
}

// methodsInShort counts the methods that can run in one line.
func methodsInShort(t *theme.Theme, pr *message.Printer, specs []seg.Spec, c *model.Customers) string {
	var parts []string
	for _, f := range familyShares(specs, c) {
		parts = append(parts, say(pr, "%s %d", say(pr, string(f.family)), f.can))
	}
	return say(pr, "%d of %d methods can run: %s", len(runnable(specs, c)), len(specs), strings.Join(parts, " "+t.Glyphs.Dot+" "))
}
