package model

import (
	"cmp"
	"slices"
	"strings"
)

// ItemList is what each customer has of a set of items that columns list in any
// order, as a file of baskets does: what is in which column says nothing.
type ItemList struct {
	Columns []string  // the columns, by their names
	Words   []string  // the items, sorted
	Of      [][]int32 // per customer, the places of their items in Words, ascending
}

// ItemList reads the columns of customers with the role item as a list, false where
// they are no list: fewer than two, of yes and no, or answers to questions, of
// which the same word may be the answer to several.
func (c *Customers) ItemList() (ItemList, bool) {
	var columns []*Texts
	out := ItemList{}
	for _, a := range c.Attributes() {
		texts, ok := a.Column.(*Texts)
		if a.Role != "item" || a.Personal || !ok {
			continue
		}
		if _, yesNo := Truths(texts); yesNo {
			return ItemList{}, false
		}
		columns, out.Columns = append(columns, texts), append(out.Columns, a.Name())
	}
	if len(columns) < 2 {
		return ItemList{}, false
	}
	codes, shared := out.code(columns)
	if !shared {
		return ItemList{}, false
	}
	const seldom = .05 // of the customers who have any item
	repeated, any := 0, 0
	out.Of = make([][]int32, c.Len())
	for i := range out.Of {
		var own []int32
		for j, column := range columns {
			if k := column.Code(i); k >= 0 {
				own = append(own, codes[j][k])
			}
		}
		slices.Sort(own)
		out.Of[i] = slices.Compact(slices.Clone(own))
		if len(own) > 0 {
			any++
		}
		if len(out.Of[i]) < len(own) {
			repeated++
		}
	}
	if any == 0 || float64(repeated) > seldom*float64(any) {
		return ItemList{}, false
	}
	return out, true
}

// code gives the words of the columns a common order, by column and dictionary,
// and reports whether a word is in more than one.
func (l *ItemList) code(columns []*Texts) (codes [][]int32, shared bool) {
	in := map[string]int{}
	for _, c := range columns {
		used := make([]bool, c.Dict.Len())
		for _, k := range c.Codes() {
			if k >= 0 {
				used[k] = true
			}
		}
		for k, word := range c.Dict.All() {
			if used[k] {
				in[word]++
			}
		}
	}
	place := make(map[string]int32, len(in))
	for word, n := range in {
		l.Words = append(l.Words, word)
		shared = shared || n > 1
	}
	slices.Sort(l.Words)
	for i, word := range l.Words {
		place[word] = int32(i)
	}
	for _, c := range columns {
		own := make([]int32, c.Dict.Len())
		for k, word := range c.Dict.All() {
			own[k] = place[word]
		}
		codes = append(codes, own)
	}
	return codes, shared
}

// Text is what a customer has, the items separated by commas.
func (l ItemList) Text(customer int) string {
	words := make([]string, len(l.Of[customer]))
	for i, k := range l.Of[customer] {
		words[i] = l.Words[k]
	}
	return strings.Join(words, ", ")
}

// Column is what all customers have, in one column.
func (l ItemList) Column(name string) *Texts {
	texts := make([]string, len(l.Of))
	for i := range texts {
		texts[i] = l.Text(i)
	}
	return TextsOf(name, texts)
}

// Commonest are the places of the items that most customers have, the commonest
// first, of equals the one that sorts first; at most so many.
func (l ItemList) Commonest(most int) []int32 {
	counts, out := make([]int, len(l.Words)), make([]int32, len(l.Words))
	for _, own := range l.Of {
		for _, k := range own {
			counts[k]++
		}
	}
	for k := range out {
		out[k] = int32(k)
	}
	slices.SortStableFunc(out, func(a, b int32) int { return cmp.Compare(counts[b], counts[a]) })
	return out[:min(most, len(out))]
}
