// Package cluster groups rows of numbers by distance: k-means, hierarchies,
// density and self-organizing maps, the choice of k, measures of how good, how
// stable and how alike groupings are, and the scaling and projection of columns
// that go with them.
//
// Data is a [Matrix] of finite numbers, a row per customer. Labels are int32
// per row, from 0; a label below 0 is a row in no cluster, such as noise.
// Every result is the same, bit for bit, whatever the number of processors:
// work is cut into pieces by the data alone, and what the pieces yield is
// put together in their order.
package cluster
