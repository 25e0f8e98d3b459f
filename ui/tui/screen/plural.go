package screen

import (
	"golang.org/x/text/message"

	"custseg/ui/tui/chart"
)

// customerCount says how many customers, in words that suit one too.
func customerCount(pr *message.Printer, n int) string {
	if n == 1 {
		return say(pr, "1 customer")
	}
	return say(pr, "%d customers", n)
}

// columnCount says how many columns.
func columnCount(pr *message.Printer, n int) string {
	if n == 1 {
		return say(pr, "1 column")
	}
	return say(pr, "%s columns", chart.Count(n))
}

// rowCount says how many rows.
func rowCount(pr *message.Printer, n int) string {
	if n == 1 {
		return say(pr, "1 row")
	}
	return say(pr, "%s rows", chart.Count(n))
}
