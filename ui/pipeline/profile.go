package pipeline

import (
	"context"

	"custseg/model"
	"custseg/seg/profile"
)

// profiled is what is kept of profiles: the base of some customers, and the
// profiles of the segmentation of them that was asked for last.
type profiled struct {
	customers *model.Customers
	base      *profile.Base
	of        *model.Segmentation
	lines     [][]profile.Line
}

// keptBases is how many bases are kept: going back and forth between two scopes
// sorts no column again.
const keptBases = 2

// Profiles compares each segment of the result with all customers, in the order
// of its segments and of the base's lines. What was worked out before is kept.
func (r *Result) Profiles(ctx context.Context, report func(float64)) ([][]profile.Line, error) {
	var kept profiled
	if r.line != nil {
		kept = r.line.keptProfiles(r.Customers)
	}
	if kept.of == r.Segmentation {
		return kept.lines, nil
	}
	if kept.base == nil {
		base, err := profile.NewBase(ctx, r.Customers, report)
		if err != nil {
			return nil, err
		}
		kept = profiled{customers: r.Customers, base: base}
	}
	lines, err := kept.base.Groups(ctx, r.Segmentation.Of, len(r.Segmentation.Segments), r.read())
	if err != nil {
		return nil, err
	}
	kept.of, kept.lines = r.Segmentation, lines
	if r.line != nil {
		r.line.keepProfiles(kept)
	}
	return lines, nil
}

// read names what the method read: what it says so of, and what it asks for that
// only orders can give.
func (r *Result) read() []string {
	out := append([]string{}, r.Segmentation.Used...)
	for _, n := range r.Method.Needs {
		if _, measured := r.Customers.Feature(n.Measure); !measured {
			out = append(out, string(n.Measure))
		}
	}
	return out
}

func (p *Pipeline) keptProfiles(c *model.Customers) profiled {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, kept := range p.profiles {
		if kept.customers == c {
			return kept
		}
	}
	return profiled{}
}

func (p *Pipeline) keepProfiles(one profiled) {
	p.mu.Lock()
	defer p.mu.Unlock()
	entries := []profiled{one}
	for _, kept := range p.profiles {
		if kept.customers != one.customers && len(entries) < keptBases {
			entries = append(entries, kept)
		}
	}
	p.profiles = entries
}
