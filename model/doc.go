// Package model says what the data is: typed columns and tables, what their
// columns mean, one row per customer at an as-of date, the recipe of an
// analysis, and its result. It knows no file, no screen and no method.
//
// Missing is a value throughout: NaN in numbers, code -1 in text, [NoDate] in
// dates. Everything here is immutable once built and safe to share between
// goroutines.
package model
