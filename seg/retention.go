package seg

import "custseg/model"

// noteRetention says where the retention observed comes from: over which time,
// and how that became a year's.
func (h *history) noteRetention() model.Phrase {
	if h.period == daysAYear {
		return model.P("Retention r = %.1f%% a year, from %d customers first seen over a year ago: %d of them bought since", 100*h.retention, h.seenBefore, h.kept)
	}
	return model.P("Retention r = %.1f%% a year, from %d customers first seen over %s days ago: %d of them bought since, as a share to the power of %s / %s",
		100*h.retention, h.seenBefore, figure(h.period), h.kept, figure(daysAYear), figure(h.period))
}

// doubtRetention warns of a retention that says little: of few customers, or of
// nobody kept.
func (h *history) doubtRetention() []model.Phrase {
	const few = 30
	switch {
	case h.seenBefore == 0 || h.retention == 0:
		return []model.Phrase{model.P("Nobody of those is known to have come back: see whether the data reach far enough, and set retention to what is known of it")}
	case h.seenBefore < few:
		return []model.Phrase{model.P("Retention is of only %d customers, and may be far off: set retention to what is known of it", h.seenBefore)}
	}
	return nil
}
