// Package filter is a small language that says which rows of a table are meant,
// such as
//
//	region = East and orders > 3
//	"Last order" >= 2025-01-01 or not (city in (Rome, Oslo))
//
// A filter is parsed to an [Expr] without knowing any table, written back by
// String in one stable form, and compiled against named columns to a function
// of the row. It knows no file, no screen, no clock and no locale: the same
// filter on the same columns keeps the same rows.
//
// The grammar, with words in any case:
//
//	filter  = or | text
//	or      = and { "or" and }
//	and     = term { "and" term }
//	term    = "not" term | "(" or ")" | test
//	test    = column compare value
//	        | column [ "not" ] "in" "(" value { "," value } ")"
//	        | column [ "not" ] "between" value "and" value
//	        | column [ "not" ] ( "contains" | "starts with" | "ends with" ) value
//	        | column "is" [ "not" ] ( "missing" | value )
//	column  = name | "*"
//	compare = "=" | "==" | "!=" | "<>" | "<" | "<=" | ">" | ">="
//
// A name or a value is one or more words, or stands in quotes, "..." or '...',
// in which a quote is doubled. Words need quotes where they would read as the
// language: names that hold an operator, values that hold and, or, or a comma in
// a list. Brackets within words are part of them when they come in pairs. The
// full-width signs ＝ ＜ ＞ （ ） ， and ≠ ≤ ≥ stand for the plain ones.
//
// A text alone means the rows in which any column contains it; "*" names any
// column and goes with contains only.
//
// What a value means depends on its column. Text is compared in any case.
// Numbers may have commas between thousands and a percent sign. A date may be a
// year, a month, a day or a moment, 2025, 2025-03, 2025-03-31, 2025-03-31 14:05,
// and stands for all of that stretch: = is within it, < before its start, > after
// its end, between from the start of the first to the end of the second.
//
// There are two truth values. A missing value equals nothing and is in no
// range, so region = East does not hold for it and region != East, which is
// its opposite, does.
package filter
