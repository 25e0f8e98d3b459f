package model

import (
	"cmp"

	"custseg/model/idorder"
	"custseg/model/parallel"
)

// idSorting is the ids of all tables, one table after the other, while they are being
// sorted: that goes on beside the selection of rows, which does not need it.
type idSorting struct {
	work   parallel.Group
	ids    idorder.List // sorted
	places []int32      // that each of them had
}

// sortIDs begins to sort the ids.
func (b *customerBuilder) sortIDs() error {
	s := &idSorting{}
	b.sorting = s
	s.work.Go(func() {
		var ids idorder.Builder
		for _, t := range b.parts.named() {
			ids.Grow(b.idWords[t].Len(), b.idWords[t].bytes())
			for id := range b.idWords[t].Each() {
				ids.Add(id)
			}
		}
		s.ids, s.places = idorder.Sort(ids.List())
	})
	return nil
}

// sameID is ids that are equal, of several tables: places in the sorted list.
type sameID struct {
	from, to int
	kept     bool // by a table
}

// eachID yields the ids that begin in a range of the sorted list. Within a table all
// differ, so that those of one table need not be compared.
func (s *idSorting) eachID(kept []bool, several bool, from, to int, yield func(sameID)) {
	same := func(i int) bool { return several && i > 0 && i < len(s.places) && s.ids.At(i) == s.ids.At(i-1) }
	for from < to && same(from) {
		from++
	}
	for from < to {
		id := sameID{from, from + 1, kept[s.places[from]]}
		for ; same(id.to); id.to++ {
			id.kept = id.kept || kept[s.places[id.to]]
		}
		yield(id)
		from = id.to
	}
}

// number lists the sorted ids, without those that no table keeps, and notes each id's
// place.
func (b *customerBuilder) number() error {
	s, tables := b.sorting, b.parts.named()
	s.work.Wait()
	var kept []bool
	for _, t := range tables {
		kept = append(kept, b.kept[t]...)
	}
	n := len(s.places)
	first := make([]int32, parallel.Parts(n)+1) // by range: the number of its first customer
	err := parallel.Ranges(b.ctx, n, func(part, from, to int) {
		s.eachID(kept, len(tables) > 1, from, to, func(id sameID) {
			if id.kept {
				first[part+1]++
			}
		})
	})
	for part := range parallel.Parts(n) {
		first[part+1] += first[part]
	}
	places, customers := make([]int32, n), make([]int32, first[parallel.Parts(n)]) // the latter in the order of ids
	err = cmp.Or(err, parallel.Ranges(b.ctx, n, func(part, from, to int) {
		next := first[part]
		s.eachID(kept, len(tables) > 1, from, to, func(id sameID) {
			at := int32(-1)
			if id.kept {
				at = next
				customers[at] = int32(id.from)
				next++
			}
			for _, k := range s.places[id.from:id.to] {
				places[k] = at
			}
		})
	}))
	if err != nil {
		return err
	}
	b.c.ids, b.place, b.sorting = s.ids, map[int][]int32{}, nil
	if len(customers) < n {
		b.c.ids = s.ids.Pick(customers)
	}
	for _, t := range tables {
		n := b.idWords[t].Len()
		b.place[t], places = places[:n:n], places[n:]
	}
	b.noteNoCustomers()
	return nil
}

// noteNoCustomers counts the ids that became no customers.
func (b *customerBuilder) noteNoCustomers() {
	later, dropped := map[string]bool{}, map[string]bool{}
	for _, t := range b.parts.named() {
		words, place := b.idWords[t], b.place[t]
		for k, is := range b.later[t] {
			if is && place[k] < 0 {
				later[words.At(k)] = true
			}
		}
		for r, gone := range b.dropped[t] {
			if k := b.idCodes[t][r]; gone && k >= 0 && place[k] < 0 {
				dropped[words.At(int(k))] = true
			}
		}
	}
	for id := range later {
		delete(dropped, id)
	}
	if n := len(later); n > 0 {
		b.note("%d customers first appear after the as-of date and are not counted", n)
	}
	if n := len(dropped); n > 0 {
		b.note("%d customers had nothing but rows that were left out by choice and are not counted", n)
	}
}
