package screen

import (
	"cmp"
	"slices"

	"golang.org/x/text/message"

	"custseg/ui/pipeline"
)

// matchSegments finds for each segment of a result which one of another it was,
// by number; a segment that is new has none. Rules that keep their names keep
// their segments. Else those are the same that have most customers in common,
// and of segments without any in common those of the same name.
func matchSegments(pr *message.Printer, now, before *pipeline.Result) map[int]int {
	names := func(r *pipeline.Result) []string {
		out := make([]string, len(r.Segmentation.Segments))
		for i, g := range r.Segmentation.Segments {
			out[i] = g.Name.In(pr)
		}
		return out
	}
	nowNames, beforeNames := names(now), names(before)
	var pairs []overlap
	if !slices.Equal(slices.Sorted(slices.Values(nowNames)), slices.Sorted(slices.Values(beforeNames))) {
		pairs = overlaps(now, before)
	}
	called := map[string]int{}
	for j, name := range beforeNames {
		called[name] = j
	}
	for i, name := range nowNames {
		if j, ok := called[name]; ok {
			pairs = append(pairs, overlap{now: i, before: j})
		}
	}
	named := func(o overlap) int {
		if nowNames[o.now] == beforeNames[o.before] {
			return 1
		}
		return 0
	}
	slices.SortFunc(pairs, func(a, b overlap) int {
		return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(named(b), named(a)), cmp.Compare(a.now, b.now), cmp.Compare(a.before, b.before))
	})
	out, taken := map[int]int{}, map[int]bool{}
	for _, o := range pairs {
		if _, has := out[o.now]; !has && !taken[o.before] {
			out[o.now], taken[o.before] = o.before, true
		}
	}
	return out
}

// overlap is how many customers a segment has in common with one before.
type overlap struct{ now, before, n int }

// overlaps counts the customers that segments of two results have in common.
func overlaps(now, before *pipeline.Result) []overlap {
	counts := map[overlap]int{}
	same := now.Customers == before.Customers
	for i, g := range now.Segmentation.Of {
		at := i
		if !same {
			if at = before.Customers.Find(now.Customers.ID(i)); at < 0 {
				continue
			}
		}
		counts[overlap{now: int(g), before: int(before.Segmentation.Of[at])}]++
	}
	out := make([]overlap, 0, len(counts))
	for o, n := range counts { // put in order by the caller
		o.n = n
		out = append(out, o)
	}
	return out
}

// sizesBefore are the customers that each segment had in a result before, by its
// number now, and the names of the segments that are no more.
func sizesBefore(pr *message.Printer, now, before *pipeline.Result) (sizes map[int]int, gone []string) {
	was := matchSegments(pr, now, before)
	counts := before.Segmentation.Counts()
	sizes = map[int]int{}
	kept := map[int]bool{}
	for g, b := range was {
		sizes[g], kept[b] = counts[b], true
	}
	for b, g := range before.Segmentation.Segments {
		if !kept[b] {
			gone = append(gone, g.Name.In(pr))
		}
	}
	return sizes, gone
}
