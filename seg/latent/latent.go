// Package latent fits latent class models: customers fall into classes that are
// not seen, and within a class their answers to the items are independent.
// Sources: Lazarsfeld & Henry (1968), Latent Structure Analysis; Goodman (1974),
// by expectation and maximization as in Linzer & Lewis (2011), poLCA.
package latent

import (
	"context"
	"errors"
	"fmt"
	"math"

	"custseg/seg/cluster"
)

// Item is one question, and the answer of each row.
type Item struct {
	Codes  []int32 // per row, 0..Levels-1; below 0 where it is missing
	Levels int     // answers there are, 1 or more
}

// Settings of [Fit].
type Settings struct {
	Starts  int     // independent random starts
	MaxIter int     // most iterations of a start
	Tol     float64 // a start has converged when an iteration gains less than this in the mean log-likelihood of a row
	Seed    uint64
}

// Model is a fitted latent class model. Its classes are in order of descending
// number of rows that are most likely theirs, ties by their shares.
type Model struct {
	K          int            // classes: below what was asked for when there are fewer distinct rows than that
	Shares     []float64      // per class, of sum 1
	Answers    [][][]float64  // by class, item and level: the probability of the answer given the class
	Sizes      []int          // per class: the rows that are most likely its own; 0 is possible
	Labels     []int32        // per row, 0..K-1: the likeliest class
	Membership cluster.Matrix // rows by K: the probability of each class given the row

	LogLikelihood float64
	Parameters    int     // free parameters
	DF            int     // degrees of freedom left, of the rows or the patterns there can be, whichever are fewer; below 0 the model is not identified
	BIC, AIC      float64 // -2 LogLikelihood + Parameters·ln(rows), and + 2·Parameters: lower is better
	EntropyR2     float64 // how surely rows belong to one class, 0..1 (Ramaswamy et al. 1993); NaN for one class
	GSquared      float64 // likelihood ratio of the patterns there are to those expected; NaN where answers are missing
	ChiSquared    float64 // Pearson's, likewise
	Iterations    int     // of the start that was kept
	Converged     bool

	classes classes
}

var (
	errNoData   = errors.New("latent: no rows or no items")
	errSettings = errors.New("latent: classes, starts and iterations must be 1 or more, the tolerance not below 0")
)

// Fit fits a model of each of the numbers of classes ks, 1 or more. Each start
// draws the answers of the classes from a random stream of its own and runs a
// few iterations; the likeliest few, ties by the earlier, or all where the
// different rows are few, are carried on until they converge, and the likeliest
// of them is kept (Biernacki, Celeux & Govaert 2003). A missing answer says nothing: the others count. The order of the rows
// does not matter. Progress is reported as runs end; report may be nil.
//
// It returns an error when there are no rows or no items, for codes and settings
// out of range, and the context's error when cancelled.
func Fit(ctx context.Context, items []Item, ks []int, s Settings, report func(done float64)) ([]Model, error) {
	if err := check(items); err != nil {
		return nil, err
	}
	if s.Starts < 1 || s.MaxIter < 1 || !(s.Tol >= 0) {
		return nil, errSettings
	}
	for _, k := range ks {
		if k < 1 {
			return nil, errSettings
		}
	}
	d := prepare(items, s)
	found, err := d.search(ctx, ks, report)
	if err != nil {
		return nil, err
	}
	out := make([]Model, len(found))
	for i, r := range found {
		out[i] = d.model(items, r)
	}
	return out, ctx.Err()
}

func check(items []Item) error {
	if len(items) == 0 || len(items[0].Codes) == 0 {
		return errNoData
	}
	for j, item := range items {
		if len(item.Codes) != len(items[0].Codes) || item.Levels < 1 {
			return fmt.Errorf("latent: item %d has %d rows and %d levels, the first has %d rows", j, len(item.Codes), item.Levels, len(items[0].Codes))
		}
		for i, c := range item.Codes {
			if int(c) >= item.Levels {
				return fmt.Errorf("latent: item %d, row %d is %d of %d levels", j, i, c, item.Levels)
			}
		}
	}
	return nil
}

// model reports a run on all rows, in the order they were given in.
func (d data) model(items []Item, r run) Model {
	m := Model{K: len(r.classes), classes: r.classes, LogLikelihood: r.logLikelihood, Iterations: r.iterations, Converged: r.converged}
	m.Labels, m.Membership = m.Assign(items)
	m.classes = r.classes.ranked(m.counts())
	m.Labels, m.Membership = m.Assign(items)
	m.Sizes = m.counts()
	for _, c := range m.classes {
		m.Shares = append(m.Shares, c.share)
		answers := make([][]float64, len(items))
		for j, from := range d.first {
			answers[j] = c.answers[from : from+items[j].Levels]
		}
		m.Answers = append(m.Answers, answers)
	}
	d.judge(&m, items)
	return m
}

// judge measures how well a model fits.
func (d data) judge(m *Model, items []Item) {
	rows, patterns := float64(d.rows), 1.
	m.Parameters = m.K - 1
	for _, item := range items {
		m.Parameters += m.K * (item.Levels - 1)
		patterns *= float64(item.Levels)
	}
	m.DF = int(min(rows, patterns-1)) - m.Parameters
	m.BIC = -2*m.LogLikelihood + float64(m.Parameters)*math.Log(rows)
	m.AIC = -2*m.LogLikelihood + 2*float64(m.Parameters)
	m.EntropyR2 = entropyR2(m.Membership)
	m.GSquared, m.ChiSquared = d.deviation(m.classes)
}

// entropyR2 is 1 less the mean entropy of the rows' membership as a share of
// what it can be at most.
func entropyR2(membership cluster.Matrix) float64 {
	if membership.Cols < 2 {
		return math.NaN()
	}
	sum := 0.
	for _, p := range membership.Data {
		if p > 0 {
			sum -= p * math.Log(p)
		}
	}
	return 1 - sum/(float64(membership.Rows)*math.Log(float64(membership.Cols)))
}

// counts returns how many rows are most likely of each class.
func (m Model) counts() []int {
	out := make([]int, len(m.classes))
	for _, l := range m.Labels {
		out[l]++
	}
	return out
}

// Assign returns the likeliest class of each row, ties by the lower, and the
// probability of each. The items have the levels that the model was fitted to.
func (m Model) Assign(items []Item) (labels []int32, membership cluster.Matrix) {
	rows, logs := len(items[0].Codes), m.classes.logarithms()
	labels, membership = make([]int32, rows), cluster.NewMatrix(rows, len(m.classes))
	codes, places, first := make([]int32, len(items)), make([]int32, len(items)), offsets(items)
	for i := range labels {
		for j, item := range items {
			codes[j] = item.Codes[i]
		}
		labels[i] = logs.likeliest(codes, first, places, membership.Row(i))
	}
	return labels, membership
}

// Classifier returns what gives the likeliest class of the codes of one row, below
// 0 where missing, by items. It is safe for use by several goroutines.
func (m Model) Classifier() func(codes []int32) int32 {
	logs, first := m.classes.logarithms(), []int{0}
	for _, levels := range m.Answers[0] {
		first = append(first, first[len(first)-1]+len(levels))
	}
	return func(codes []int32) int32 {
		return logs.likeliest(codes, first, make([]int32, len(codes)), make([]float64, len(logs)))
	}
}
