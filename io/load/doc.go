// Package load turns files into a [model.Dataset]: it finds out how a file is
// written, reads it into typed columns, guesses what the columns mean, and
// lists everything it noticed or left out on the way.
//
// A text file passes through these stations, a file of this package each:
//
//	path, source   which file, and its bytes as often as they are needed
//	packed         the file inside, under gzip (gunzip) or in a zip archive (archive)
//	survey         one pass over the bytes: fingerprint, size, is it text
//	decode         bytes to UTF-8; guess: in which character set they are the
//	               most probable text
//	memory         is there enough of it, by an estimate from the first rows
//	kind           text or workbook, by what the file holds; nul: stray ones go
//	layout, probe  delimiter, line ends and quoting, from a sample; fixed: where
//	               columns padded with spaces stand
//	records        UTF-8 to records of fields
//	opening, frame where the table begins among the first rows: what stands above
//	               it, a header of one row or two, units below
//	intake, words  records to dictionary-coded columns
//	blockread      the same, many rows at a time, cut and filed side by side; numbering,
//	               lastday: words that are numbers or moments are told by these
//	repeats, second, beside, remarks, totals, headings
//	               rows that are none of the table
//	header         is the first record a header; the columns' names; rownames:
//	               one that is shorter than the rows
//	typing         words to numbers, dates or text, over the whole column
//	marks          decimal point or comma, dayorder: day or month first,
//	               by what the column proves, else the file
//	roles          what the columns mean, from their names and values
//
// A workbook joins at intake, sheet by sheet; its cells come from the packages
// xlsx and xls.
//
// The types and the roles depend on what the rows hold, never on their order.
package load
