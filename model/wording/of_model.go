package wording

// ofModel are what package model and its parts tell of the data.
func ofModel() []string {
	return []string{
		"%d customer {id|ids} {differs|differ} from another only in leading zeros, a fraction of zero, case, spaces or width, such as %q and %q; each counts as a customer of its own: write them alike in the files",
		"%d {customer|customers} answered more than once in table %s, without dates: numbers are their mean, words the commonest",
		"%d {customer|customers} answered more than once in table %s: the latest answer to each question counts, and of numbers given at the same moment the mean",
		"%d {customer|customers} first {appears|appear} after the as-of date and {is|are} not counted",
		"%d {customer|customers} had nothing but rows that were left out by choice and {is|are} not counted",
		"%d {customer|customers} ordered or did something by %s though their sign-up date is later: {it counts as a customer|they count as customers}",
		"%d {customer|customers} signed up after the as-of date and {is|are} not counted",
		"%d {day|days}",
		"%d {event|events} of table %s {counts|count} in the number of events and active days alone: %s",
		"%d of %d {customer|customers} {1:is|are} not in table %s",
		"%d of %d {customer|customers} {1:has|have} no order in scope",
		"%d returned {row|rows} {is|are} of %d cancelled {order|orders}, whose {2:id begins|ids begin} with C: {1:its|their} money counts as given back",
		"%d returned {row|rows} {is|are} of %d {order|orders} that a table lists as returned: what such a sale brought in counts as nothing",
		"%d returned {row|rows} {has|have} a quantity below zero and money above: it counts as given back",
		"%d {row is a return: its|rows are returns: their} money is netted, a day of returns alone is no purchase",
		"%d {row|rows} of orders {has|have} a %s that table %s does not list",
		"%d {row|rows} {says|say} neither yes nor no in %s, such as %q: {it counts|they count} as not returned",
		"%s (%d {row|rows})",
		"In %d of %d {order|orders} of several lines, every line has the same %s: if it is the total of the order, money is counted once for each line; give the role of the amount to the money of a line",
		"Only %d of %d {id|ids} of table %s {1:is|are} in table %s, but %d would be without leading zeros, a fraction of zero and upper case: %q there is %q here; write them alike in both files",
		"Only %d of %d {id|ids} of table %s {1:is|are} in table %s: make sure that both name the same things",
		"Table %s is not used, %d {row|rows} with money of %.2f: table %s %s",
		"Table %s is not used, %d {row|rows}: table %s %s",
		"The %s is the total of an order, repeated on each of its lines in %d of %d {order|orders} of several lines: it is split evenly among them and counts once",
		"a method that needs the column can place %d {row|rows} at most; the others are unclassified",
		"an age made of them is up to %d {year|years}: groups by age are wrong for them, and a distance of k-means is mostly their age",
		"money in %d {currency|currencies}: %d {row|rows} {is|are} not in %s but in others, such as %s",
		"order ids that stand for several customers or days: %d, in %d {row|rows}",
		"returns by customers of whom there is no purchase: %d, of %d {customer|customers}",
		"the as-of date becomes %s instead of %s, so every recency is %d {day|days} too long; --as-of sets it too",
	}
}
