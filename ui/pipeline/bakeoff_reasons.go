package pipeline

import (
	"math"
	"strings"

	"custseg/model"
	"custseg/seg"
)

// lacking says which inputs are missing.
func lacking(needs []seg.Need) model.Phrase {
	var out model.Phrase
	for _, n := range needs {
		what := model.P("it needs %s", n.Why)
		if n.Measure != "" {
			words := []string{string(n.Measure)}
			for _, or := range n.Or {
				words = append(words, string(or))
			}
			what = model.P("it needs %s", strings.Join(words, " or "))
		}
		if out.Empty() {
			out = what
		} else {
			out = model.P("%s; %s", out, what)
		}
	}
	return out
}

// What an adjusted Rand index is called.
const (
	stableFrom = 0.8
	shakyBelow = 0.6
)

// reasons puts the figures of a ranked contender in words.
func (t *trial) reasons(c *Contender) []model.Phrase {
	var out []model.Phrase
	say := func(key string, args ...any) { out = append(out, model.P(key, args...)) }
	if t.money {
		say("money: the best 20%% of the customers by segment hold %.0f%% of the money that followed; %.2f of a perfect order", 100*c.TopShare, c.Gini)
	} else {
		say("orders: the best 20%% of the customers by segment hold %.0f%% of the orders that followed; %.2f of a perfect order", 100*c.TopShare, c.Gini)
	}
	if !math.IsNaN(c.AUC) { // as it is when all bought again
		out = append(out, repurchaseReason(c))
	}
	if !math.IsNaN(c.Separation) {
		say("separation: the segments make %.0f%% of the differences in recency, frequency and money", 100*c.Separation)
	}
	switch {
	case c.Stability >= stableFrom:
		say("stability: other customers give nearly the same segments (%.2f)", c.Stability)
	case c.Stability >= shakyBelow:
		say("stability: other customers give similar segments (%.2f)", c.Stability)
	default:
		say("stability: other customers give other segments (%.2f)", c.Stability)
	}
	say("size: %d segments, as diverse as %.1f of one size; from %.1f%% to %.1f%% of the customers", c.Segments, c.Effective, 100*c.Smallest, 100*c.Largest)
	if c.Unclassified > 0 {
		say("size: %.1f%% of the customers are unclassified", 100*c.Unclassified)
	}
	if len(c.Withheld) > 0 {
		say("judged without what has no date: %s", shortList(c.Withheld))
	}
	return out
}

// repurchaseReason compares with the baseline of tenths.
func repurchaseReason(c *Contender) model.Phrase {
	switch {
	case c.ID == BaselineSorted:
		return model.P("repurchase: AUC %.3f ± %.3f", c.AUC, c.AUCError)
	case c.AUCGain > beyondChance*c.AUCGainError:
		return model.P("repurchase: AUC %.3f ± %.3f, above the tenths by %.3f ± %.3f", c.AUC, c.AUCError, c.AUCGain, c.AUCGainError)
	case c.AUCGain < -beyondChance*c.AUCGainError:
		return model.P("repurchase: AUC %.3f ± %.3f, below the tenths by %.3f ± %.3f", c.AUC, c.AUCError, -c.AUCGain, c.AUCGainError)
	}
	return model.P("repurchase: AUC %.3f ± %.3f, not told apart from the tenths", c.AUC, c.AUCError)
}

// shortList names a few columns and counts the others.
func shortList(names []string) model.Phrase {
	const most = 4
	if len(names) > most {
		return model.P("%s and %d more", strings.Join(names[:most], ", "), len(names)-most)
	}
	return model.Raw(strings.Join(names, ", "))
}

// beyondChance is how many standard errors an AUC or a score must differ by to be no
// chance: more than two, since the best of many is looked at and since what was
// learned from the other folds scatters too.
const beyondChance = 3

// blind reports whether ranked methods could tell who buys again and none does.
func (b *BakeOff) blind() bool {
	judged := false
	for _, c := range b.Contenders {
		if c.Rank == 0 || math.IsNaN(c.AUC) {
			continue
		}
		if c.AUC-0.5 > beyondChance*c.AUCError {
			return false
		}
		judged = true
	}
	return judged
}

// fewBuyers is the number below which those who bought again, or did not, are
// few.
const fewBuyers = 100

// notes say what a reader should know of the whole.
func (t *trial) notes(b *BakeOff) []model.Phrase {
	var out []model.Phrase
	say := func(key string, args ...any) { out = append(out, model.P(key, args...)) }
	if t.proposed {
		say("The split leaves the last quarter of the days with orders to judge by; another can be chosen")
	}
	say("Methods see the customers who had bought by %s; those who came later are not judged", t.split.String())
	if t.where != "" {
		say("Of them only those who passed the filter %s at the split", t.where)
	}
	few := min(b.Again, b.Customers-b.Again)
	switch e := t.sorted.Error; {
	case !t.unscored().Empty():
		out = append(out, t.unscored())
	case few == 0:
		say("All customers bought again, so that repurchase tells nothing and is not in the score")
	case few < fewBuyers:
		say("Few customers: %d bought again and %d did not, so that an AUC has a standard error of about %.3f; AUCs closer than %d times that are not told apart",
			b.Again, b.Customers-b.Again, e, beyondChance)
	default:
		say("An AUC has a standard error of about %.3f: AUCs closer than %d times that are not told apart", e, beyondChance)
	}
	if w, ok := b.weights(); ok && w != (Figures{}).weights() {
		say("What cannot be had on this data is not in the score, which weighs money %.2f, repurchase %.2f and separation %.2f", w.money, w.repurchase, w.separation)
	}
	if !t.money {
		say("The orders have no money: what followed is counted in orders")
	}
	if t.below > 0 {
		say("%d customers returned more than they bought after the split: what followed counts as 0", t.below)
	}
	if len(t.undated) > 0 {
		say("What has no date may know what followed, so that ranked methods do without (%d columns): %s", len(t.undated), shortList(t.undated))
	}
	if t.returns {
		say("Sales that were returned count as undone from the day of the order, even when they came back after the split")
	}
	if t.refitShare() < refitShare {
		say("Stability is measured on samples of about %d customers", mostRefit)
	}
	if b.blind() {
		say("No method tells on this data who buys again beyond chance: the order of the table rests on what segments look like, not on what they foretell")
	}
	return out
}
