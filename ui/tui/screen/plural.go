package screen

import "golang.org/x/text/message"

// customerCount says how many customers.
func customerCount(pr *message.Printer, n int) string { return say(pr, "%d customers", n) }

// columnCount says how many columns.
func columnCount(pr *message.Printer, n int) string { return say(pr, "%d columns", n) }

// rowCount says how many rows.
func rowCount(pr *message.Printer, n int) string { return say(pr, "%d rows", n) }
