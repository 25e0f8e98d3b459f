package model

import "custseg/model/parallel"

// bucketCustomers is how many neighbouring customers share a bucket: few enough
// that what is gathered of them stays in a processor's cache, and many enough that
// their rows are not far from each other in the columns.
const bucketCustomers = 1 << 15

// buckets parts the rows of a table by whose they are. The rows of one customer
// lie all over a long table, so that going from row to row, or from customer to
// customer, waits for memory at every step; within a bucket it does not. Buckets
// are worked on side by side.
type buckets struct {
	customers int      // of all buckets
	first     []int32  // the rows of bucket k are rows[first[k]:first[k+1]]
	rows      []int32  // ascending within a bucket
	of        []uint16 // whose each row is, counted from the first customer of its bucket
}

// bucket is some neighbouring customers and their rows.
type bucket struct {
	from, to int      // the customers
	rows     []int32  // ascending
	of       []uint16 // whose each row is, counted from the first customer
}

// each works on every bucket, many side by side.
func (s buckets) each(b *customerBuilder, work func(bucket)) error {
	return eachBucket(b, s, func() struct{} { return struct{}{} }, func(k bucket, _ struct{}) { work(k) })
}

// eachBucket works on every bucket, many side by side, each worker in a room of its own.
func eachBucket[R any](b *customerBuilder, s buckets, newRoom func() R, work func(bucket, R)) error {
	return parallel.Each(b.ctx, len(s.first)-1, newRoom, func(k int, room R) {
		from, first, last := k*bucketCustomers, s.first[k], s.first[k+1]
		work(bucket{from: from, to: min(from+bucketCustomers, s.customers), rows: s.rows[first:last], of: s.of[first:last]}, room)
	}, nil)
}

// bucketing puts the rows of a table into buckets, many parts of the table side by
// side: each part counts its rows for itself and then knows where they go.
type bucketing struct {
	ids, place []int32
	gone       []bool    // nil when no row is
	fates      []rowFate // nil when all will do
	next       [][]int32 // by part and bucket: the place of the part's next row
	buckets
}

// bucketsOf parts the rows of a table that name a customer and were not dropped. Of
// those whose fates are given it takes the used ones.
func (b *customerBuilder) bucketsOf(t int, fates []rowFate) (buckets, error) {
	s := &bucketing{ids: b.idCodes[t], place: b.place[t], gone: b.dropped[t], fates: fates}
	s.customers = b.c.ids.Len()
	s.next = make([][]int32, parallel.Parts(len(s.ids)))
	if err := parallel.Ranges(b.ctx, len(s.ids), s.count); err != nil {
		return buckets{}, err
	}
	s.settle()
	return s.buckets, parallel.Ranges(b.ctx, len(s.ids), s.fill)
}

// customer is whose a row is, -1 for nobody's.
func (s *bucketing) customer(row int) int32 {
	if k := s.ids[row]; k >= 0 && (s.gone == nil || !s.gone[row]) && (s.fates == nil || s.fates[row] == rowUsed) {
		return s.place[k]
	}
	return -1
}

func (s *bucketing) count(part, from, to int) {
	rows := make([]int32, s.number())
	for row := from; row < to; row++ {
		if of := s.customer(row); of >= 0 {
			rows[of/bucketCustomers]++
		}
	}
	s.next[part] = rows
}

// number is how many buckets there are.
func (s *bucketing) number() int { return (s.customers + bucketCustomers - 1) / bucketCustomers }

// settle turns the counts of rows into places.
func (s *bucketing) settle() {
	at := int32(0)
	for k := range s.number() {
		s.first = append(s.first, at)
		for part := range s.next {
			s.next[part][k], at = at, at+s.next[part][k]
		}
	}
	s.first = append(s.first, at)
	s.rows, s.of = make([]int32, at), make([]uint16, at)
}

func (s *bucketing) fill(part, from, to int) {
	next := s.next[part]
	for row := from; row < to; row++ {
		if of := s.customer(row); of >= 0 {
			at := next[of/bucketCustomers]
			next[of/bucketCustomers]++
			s.rows[at], s.of[at] = int32(row), uint16(of%bucketCustomers)
		}
	}
}
