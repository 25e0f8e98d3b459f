// Package profile sets groups of customers against the whole base: every
// measure, attribute and answer, and what their orders consist of; the figures
// of the group beside those of all, how far the group is from the other
// customers, and whether chance alone may be the reason.
//
// A [Base] is made once of the customers. Any number of groups are then
// compared with it in one pass over what it keeps.
package profile

import (
	"math"

	"custseg/model"
)

// Kind says what a line compares.
type Kind uint8

// The kinds of lines.
const (
	Amount  Kind = iota // numbers: their means and medians
	Date                // days since 1970-01-01: their means and medians
	Share               // customers with the word, of those with a value; who say yes; who lack a value
	OfMoney             // the word's part of the money of the customers' purchases
	OfLines             // the word's part of their order lines, where there is no money
)

// Figures are what a line says of some customers.
type Figures struct {
	N int // customers with a value
	// Mean is the arithmetic mean; of a share, the share itself, 0..1. NaN where
	// N is 0.
	Mean   float64
	Median float64 // NaN for shares
	// Box holds the 5th, 25th, 50th, 75th and 95th percentiles, by linear
	// interpolation (type 7 of Hyndman and Fan 1996); nil for shares.
	Box []float64
}

// Line compares one thing of a group with the base.
//
// Effect, from -1 to 1, says how far the group is from all other customers in a
// way that the unit and the shape of the values do not matter to. Of numbers it
// is the rank-biserial correlation, which is Cliff's delta: the probability that
// a customer of the group has more than another one, less the probability that
// they have less, 2·AUC - 1 (Cliff 1993, Dominance statistics, Psychological
// Bulletin 114; Kerby 2014, The simple difference formula). Money is skewed: one
// customer who spends a thousand times more moves the mean and inflates the
// standard deviation, so that a difference of means in standard deviations is
// small between groups that hardly overlap, and large where one customer makes
// it; ranks do neither. Of shares it is erf(h/2) of Cohen's h, the rank-biserial
// correlation of two normal distributions that are h standard deviations apart
// (McGraw and Wong 1992, A common language effect size statistic), so that
// numbers and words stand in one order.
//
// P says what chance does among groups drawn without a look at the values. A
// method that splits by a column makes groups that differ in it by construction,
// where P tells nothing: such lines are Used and have no Q.
type Line struct {
	Name  string       // of the column: its header, or the measure's id
	Label model.Phrase // how the column, and the word of a share, is named
	Unit  model.Unit
	Kind  Kind
	Word  string // of a share; empty for yes and for missing
	Used  bool   // the method read it: the group differs by construction
	Here  Figures
	All   Figures

	Effect float64 // NaN where nobody of the group has a value
	// Z is the distance of the two means in standard deviations of the base
	// (Glass's delta, 1976), the z of a cluster's profile; NaN for shares.
	Z float64
	// H is Cohen's h, 2·asin√p - 2·asin√q, of the share in the group and among the
	// others (Cohen 1988, Statistical Power Analysis); NaN for other lines.
	H float64
	// P is the two-sided probability of a difference as large by chance: of the
	// rank sum test with ties (Mann and Whitney 1947), of shares of the χ² test
	// with Yates' correction (1934). Both lean to caution in small groups.
	P float64
	// Q is P corrected for the number of lines of the group that are not Used: the
	// share of false discoveries among those with a Q as small (Benjamini and
	// Hochberg 1995).
	Q float64

	few  bool     // so few different values that a median is too coarse
	from []string // names under which a method may have read it
}

// Stat says which figure stands for a line where there is room for one.
type Stat uint8

// The figures.
const (
	Median Stat = iota
	Mean
	Proportion
)

// Typical returns the figure that tells most: a share; the median of numbers,
// which few large ones do not move, and the mean where the median is too coarse
// to tell groups apart, as of counts and of answers.
func (l Line) Typical() (s Stat, here, all float64) {
	switch {
	case l.Kind != Amount && l.Kind != Date:
		return Proportion, l.Here.Mean, l.All.Mean
	case l.few || l.Unit == model.OrderCount || l.Here.Median == l.All.Median:
		return Mean, l.Here.Mean, l.All.Mean
	}
	return Median, l.Here.Median, l.All.Median
}

// Lift is the mean, or the share, of the group over that of the base; NaN for
// dates and where the base's is not above 0.
func (l Line) Lift() float64 { return l.ratio(l.Here.Mean, l.All.Mean) }

// MedianLift is the median of the group over that of the base; NaN for dates and
// shares, and where the base's is not above 0.
func (l Line) MedianLift() float64 { return l.ratio(l.Here.Median, l.All.Median) }

// TypicalLift is the lift of the figure that [Line.Typical] returns.
func (l Line) TypicalLift() float64 {
	_, here, all := l.Typical()
	return l.ratio(here, all)
}

func (l Line) ratio(here, all float64) float64 {
	if l.Kind == Date || !(all > 0) {
		return math.NaN()
	}
	return here / all
}

// sure is the greatest Q of a line that is more than chance.
const sure = 0.05

// Chance reports whether the difference may well be chance; by construction it
// is not.
func (l Line) Chance() bool { return !l.Used && !(l.Q <= sure) }

// Grade puts an effect in words.
type Grade uint8

// The grades of effects.
const (
	Negligible Grade = iota
	Small
	Medium
	Large
)

// Grade returns the size of the effect by the limits of Vargha and Delaney
// (2000, A critique and improvement of the CL common language effect size
// statistics): areas of 0.56, 0.64 and 0.71 under the curve.
func (l Line) Grade() Grade {
	switch e := math.Abs(l.Effect); {
	case e >= 0.42:
		return Large
	case e >= 0.28:
		return Medium
	case e >= 0.12:
		return Small
	}
	return Negligible
}
