package latent

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"custseg/seg/logweight"
)

// class is one class: its share of the rows, and the probability of each answer
// of each item, the items one after the other.
type class struct {
	share   float64
	answers []float64
}

type classes []class

// offsets returns where the answers of each item begin among those of all.
func offsets(items []Item) []int {
	out, next := make([]int, len(items)), 0
	for j, item := range items {
		out[j], next = next, next+item.Levels
	}
	return out
}

// ranked orders classes by descending number of rows, ties by their shares.
func (cs classes) ranked(rows []int) classes {
	order := make([]int, len(cs))
	for k := range order {
		order[k] = k
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(rows[b]-rows[a], cmp.Compare(cs[b].share, cs[a].share), slices.Compare(cs[a].answers, cs[b].answers))
	})
	out := make(classes, len(cs))
	for to, from := range order {
		out[to] = cs[from]
	}
	return out
}

// drawn are k classes of equal share whose answers are drawn at random.
func drawn(k int, levels []int, random *rand.Rand) classes {
	out := make(classes, k)
	for c := range out {
		out[c].share = 1 / float64(k)
		for _, n := range levels {
			from, sum := len(out[c].answers), 0.
			for range n {
				const least = .05 // so that no answer starts as impossible
				v := least + random.Float64()
				out[c].answers = append(out[c].answers, v)
				sum += v
			}
			for l := range n {
				out[c].answers[from+l] /= sum
			}
		}
	}
	return out
}

// logarithms are classes by the logarithms of their probabilities. That of an
// answer never given in a class is very low and yet finite, so that a row of
// which all classes think so is still judged by its other answers.
type logarithms []class

func (cs classes) logarithms() logarithms {
	const least = 1e-300
	log := func(p float64) float64 { return math.Log(max(p, least)) }
	out := make(logarithms, len(cs))
	for k, c := range cs {
		out[k] = class{log(c.share), make([]float64, len(c.answers))}
		for a, p := range c.answers {
			out[k].answers[a] = log(p)
		}
	}
	return out
}

// posterior fills p with the probability of each class given a row's answers,
// by their places and below 0 where missing, and returns the logarithm of their
// probability.
func (ls logarithms) posterior(answers []int32, p []float64) float64 {
	for k, l := range ls {
		sum := l.share
		for _, a := range answers {
			if a >= 0 {
				sum += l.answers[a]
			}
		}
		p[k] = sum
	}
	return logweight.Normalize(p)
}

// likeliest fills p with the probabilities of the classes given the codes of a
// row, and places with the places of its answers, which begin at first, and
// returns the likeliest class.
func (ls logarithms) likeliest(codes []int32, first []int, places []int32, p []float64) int32 {
	for j, c := range codes {
		places[j] = -1
		if c >= 0 {
			places[j] = int32(first[j]) + c
		}
	}
	ls.posterior(places, p)
	best := int32(0)
	for k, v := range p {
		if v > p[best] {
			best = int32(k)
		}
	}
	return best
}

// Logarithms are those of the share of each class and, by class, item and answer,
// of the probability of the answer, by whose sum over a row's answers [Model.Assign]
// goes.
func (m Model) Logarithms() (shares []float64, answers [][][]float64) {
	for k, l := range m.classes.logarithms() {
		shares, answers = append(shares, l.share), append(answers, nil)
		at := 0
		for _, levels := range m.Answers[k] {
			answers[k] = append(answers[k], l.answers[at:at+len(levels)])
			at += len(levels)
		}
	}
	return shares, answers
}
