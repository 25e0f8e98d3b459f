package keys

import "slices"

// rows are the bindings of the data screen while its rows have the focus.
func rows() []Binding {
	return slices.Concat(dataset("rows"), []Binding{
		{ID: "rows.zoom", Place: "rows", Keys: []string{"z"}, Category: "Rows", Title: "Give the rows the whole screen, or put them back", Hint: "enlarge"},
	}, records("rows", "Rows"))
}

// customers are the bindings of every list of customers.
func customers(p string) []Binding {
	const category = "Customers"
	return slices.Concat([]Binding{
		{ID: p + ".drill", Place: p, Keys: []string{"enter"}, Category: category, Title: "Open the customer", Hint: "customer"},
		{ID: p + ".personal", Place: p, Keys: []string{"P"}, Category: category, Title: "Show or hide personal data"},
		{ID: p + ".keep", Place: p, Keys: []string{"K"}, Category: category, Title: "Segment only customers who pass the filter in force, undone by u"},
	}, records(p, category))
}

// values are the bindings of how often each value of a column occurs.
func values() []Binding {
	const p, category = "values", "Values"
	return slices.Concat([]Binding{
		{ID: "values.drill", Place: p, Keys: []string{"enter"}, Category: category, Title: "Only the rows with this value, or with those marked", Hint: "only these rows"},
		{ID: "values.but", Place: p, Keys: []string{"!"}, Category: category, Title: "All rows but those with this value, or with those marked", Hint: "all but these"},
	}, list(p, category), widths(p, category))
}

// profile are the bindings of what columns hold.
func profile() []Binding {
	const p, category = "profile", "Columns"
	return slices.Concat([]Binding{
		{ID: "profile.drill", Place: p, Keys: []string{"enter", "F"}, Category: category, Title: "How often each value of the column occurs", Hint: "its values"},
	}, list(p, category), widths(p, category))
}

// records are the bindings of every table of records, rows or customers: those
// of a list, filters, what columns hold, and which are shown.
func records(p, category string) []Binding {
	const column = "Columns"
	return slices.Concat(list(p, category), []Binding{
		{ID: p + ".filter", Place: p, Keys: []string{"&"}, Category: category, Title: "Filter: region = East and orders > 3, or a text; empty: all rows", Hint: "filter"},
		{ID: p + ".only", Place: p, Keys: []string{"="}, Category: category, Title: "Only the rows with the value under the cursor", Hint: "only these"},
		{ID: p + ".but", Place: p, Keys: []string{"!"}, Category: category, Title: "All rows but those with the value under the cursor", Hint: "all but"},
		{ID: p + ".values", Place: p, Keys: []string{"F"}, Category: category, Title: "How often each value of the column occurs", Hint: "values"},
		{ID: p + ".profile", Place: p, Keys: []string{"I"}, Category: category, Title: "Profile of the columns: missing, distinct, quartiles", Hint: "profile"},
		{ID: p + ".mark.filter", Place: p, Keys: []string{"|"}, Category: category, Title: "Mark the rows that pass a filter"},
		{ID: p + ".marked", Place: p, Keys: []string{"m"}, Category: category, Title: "Only the marked rows, or all again"},
	}, []Binding{
		{ID: p + ".bars", Place: p, Keys: []string{"b"}, Category: column, Title: "Bars in the column's cells, on or off"},
		{ID: p + ".column.hide", Place: p, Keys: []string{"-"}, Category: column, Title: "Hide the column"},
		{ID: p + ".column.all", Place: p, Keys: []string{"+"}, Category: column, Title: "Show all columns again"},
		{ID: p + ".column.left", Place: p, Keys: []string{"H"}, Category: column, Title: "Move the column to the left"},
		{ID: p + ".column.right", Place: p, Keys: []string{"L"}, Category: column, Title: "Move the column to the right"},
	}, widths(p, column))
}

// list are the bindings of every table: order, search, marks, copies, files.
func list(p, category string) []Binding {
	return []Binding{
		{ID: p + ".sort.up", Place: p, Keys: []string{"["}, Category: category, Title: "Sort ascending by the column; again: the order there was", Hint: "sort"},
		{ID: p + ".sort.down", Place: p, Keys: []string{"]"}, Category: category, Title: "Sort descending by the column; again: the order there was"},
		{ID: p + ".sort.also.up", Place: p, Keys: []string{"{"}, Category: category, Title: "Then sort ascending by the column; again: not by it"},
		{ID: p + ".sort.also.down", Place: p, Keys: []string{"}"}, Category: category, Title: "Then sort descending by the column; again: not by it"},
		{ID: p + ".search", Place: p, Keys: []string{"/"}, Category: category, Title: "Search", Hint: "search"},
		{ID: p + ".again", Place: p, Keys: []string{"n"}, Category: category, Title: "Next match"},
		{ID: p + ".backwards", Place: p, Keys: []string{"N"}, Category: category, Title: "Previous match"},
		{ID: p + ".column", Place: p, Keys: []string{"c"}, Category: category, Title: "Go to a column by a part of its name", Hint: "column"},
		{ID: p + ".mark", Place: p, Keys: []string{"space"}, Category: category, Title: "Mark the row, or take its mark away"},
		{ID: p + ".mark.range", Place: p, Keys: []string{"V"}, Category: category, Title: "Mark from the row last marked to this one"},
		{ID: p + ".mark.all", Place: p, Keys: []string{"a"}, Category: category, Title: "Mark all rows shown"},
		{ID: p + ".mark.invert", Place: p, Keys: []string{"i"}, Category: category, Title: "Turn the marks of the rows shown round"},
		{ID: p + ".mark.none", Place: p, Keys: []string{"A"}, Category: category, Title: "Take all marks away"},
		{ID: p + ".copy", Place: p, Keys: []string{"y"}, Category: category, Title: "Copy the cell"},
		{ID: p + ".copy.rows", Place: p, Keys: []string{"Y"}, Category: category, Title: "Copy the row, or the marked rows"},
		{ID: p + ".copy.table", Place: p, Keys: []string{"ctrl+y"}, Category: category, Title: "Copy the table as it is shown"},
		{ID: p + ".write", Place: p, Keys: []string{"e"}, Category: category, Title: "Write the table as it is shown to a CSV file or a workbook"},
	}
}

// widths are the bindings that change how wide a column is.
func widths(p, category string) []Binding {
	return []Binding{
		{ID: p + ".fit", Place: p, Keys: []string{"_"}, Category: category, Title: "The column as wide as its values, or as before"},
		{ID: p + ".narrower", Place: p, Keys: []string{"("}, Category: category, Title: "The column narrower"},
		{ID: p + ".wider", Place: p, Keys: []string{")"}, Category: category, Title: "The column wider"},
	}
}
