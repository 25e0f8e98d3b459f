package wording

// ofFiles are what reading and writing files tells.
func ofFiles() []string {
	return []string{
		"%d {customer|customers} drawn, of %d; {1:its|their} numbers are on the sheet %s",
		"%d {customer|customers} {is|are} elsewhere than {its|their} own values say, as where ties are broken",
		"%d {day|days} up to each date",
		"%d {day|days} up to that day",
		"%d {row|rows} {was|were} left out; the first of each reason are listed here.",
		"%d {table|tables} with the same columns {was|were} put under one another: %s",
		"%s in %d {row|rows}",
		"A copy as of the export of %d {customer|customers}: the sheet %s now has %s in this segment, so this sheet differs",
		"A copy as of the export: %d {customer|customers}, as many as the sheet %s has in this segment",
		"Customer segments by %d {method|methods}",
		"Every number below was fitted to %d {customer|customers}; the query scores any customers by it.",
		"Orders of the %d {day|days} up to it count.",
		"What sets each segment apart is told of %d {customer|customers} at most; a workbook tells it of all.",
		"and %d more {column|columns}",
		"another table seems to begin in row %d with %q; only the first was read, and %d {row|rows} {was|were} left out: move it to a sheet or a file of its own",
		"cut at %s: %d {cluster|clusters}",
		"it has %d {field|fields} where the first row has %d",
		"it has %d {field|fields}, more than any table",
		"it unpacks to more than %d GiB and to more than %d {time|times} its size, which no table does",
		"none: there {is|are} %d {customer|customers}, and segments get sheets of their own up to %d",
		"of the first %d {segment|segments} that have customers, of %d",
		"reading was stopped after %d {row|rows}; the rest of the file is not in any result",
		"the header comes again in %d {row|rows}, which {was|were} left out",
		"the header has %d {name|names}, the rows have %d {field|fields}; the last two look like numbers with decimal commas without quotation marks: export the file with semicolons or points",
		"the header has %d {name|names}, the rows have %d {field|fields}; the names were taken from the left and the rest has none",
		"… and %d more {column|columns}",
	}
}
