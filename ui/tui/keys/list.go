package keys

import "slices"

// All returns every binding, grouped by place.
func All() []Binding {
	var out []Binding
	for _, part := range [][]Binding{anywhere(), start(), loading(), data(), rows(), reading(), roles(), method(), segments(), charts(), presets(), recipes(), segment(), about(), members(), values(), profile(), customer(), order(), compare(), migrate(), bakeOff(), look(), write(), export(), widgets()} {
		out = append(out, part...)
	}
	return out
}

func anywhere() []Binding {
	return []Binding{
		{ID: "help", Place: Anywhere, Keys: []string{"?"}, Category: "Help", Title: "Help for this place", Hint: "help"},
		{ID: "palette", Place: Anywhere, Keys: []string{"ctrl+p", ":"}, Category: "Help", Title: "All commands"},
		{ID: "step.data", Place: Anywhere, Keys: []string{"1"}, Category: "Steps", Title: "Data: what the files hold"},
		{ID: "step.roles", Place: Anywhere, Keys: []string{"2"}, Category: "Steps", Title: "Roles: what the columns mean"},
		{ID: "step.method", Place: Anywhere, Keys: []string{"3"}, Category: "Steps", Title: "Method: choose how to segment"},
		{ID: "step.segments", Place: Anywhere, Keys: []string{"4"}, Category: "Steps", Title: "Segments: tune and drill"},
		{ID: "step.compare", Place: Anywhere, Keys: []string{"5"}, Category: "Steps", Title: "Compare methods and dates, or let methods compete"},
		{ID: "step.export", Place: Anywhere, Keys: []string{"6", "ctrl+e"}, Category: "Steps", Title: "Export a workbook, CSV, JSON, a report or SQL"},
		{ID: "undo", Place: Anywhere, Keys: []string{"u"}, Category: "Recipe", Title: "Undo the last change"},
		{ID: "redo", Place: Anywhere, Keys: []string{"ctrl+r"}, Category: "Recipe", Title: "Redo what was undone"},
		{ID: "recipes", Place: Anywhere, Keys: []string{"ctrl+k"}, Category: "Recipe", Title: "Recipes: whole analyses kept under a name; save, apply to these files, delete"},
		{ID: "again", Place: Anywhere, Keys: []string{"r"}, Category: "Recipe", Title: "Run again what was cancelled"},
		{ID: "back", Place: Anywhere, Keys: []string{"esc"}, Category: "Program", Title: "Back to the same place, or cancel what runs"},
		{ID: "leave", Place: Anywhere, Keys: []string{"q"}, Category: "Program", Title: "Back; quit from the bottom of a step"},
		{ID: "open", Place: Anywhere, Keys: []string{"ctrl+o"}, Category: "Program", Title: "Open other files"},
		{ID: "tour", Place: Anywhere, Keys: []string{"ctrl+t"}, Category: "Help", Title: "Guided tour: start it, leave it, come back to it"},
		{ID: "tour.skip", Place: Anywhere, Keys: []string{"ctrl+n"}, Category: "Help", Title: "Skip the tour's step"},
		{ID: "tour.back", Place: Anywhere, Keys: []string{"ctrl+g"}, Category: "Help", Title: "Back to the tour's step before"},
		{ID: "mouse", Place: Anywhere, Keys: []string{"M"}, Category: "Program", Title: "Mouse on or off (off: the terminal selects text)"},
		{ID: "suspend", Place: Anywhere, Keys: []string{"ctrl+z"}, Category: "Program", Title: "Suspend; fg comes back"},
		{ID: "quit", Place: Anywhere, Keys: []string{"Q", "ctrl+c"}, Category: "Program", Title: "Quit"},
	}
}

func start() []Binding {
	const p = "start"
	return []Binding{
		{ID: "start.open", Place: p, Keys: []string{"enter"}, Category: "Start", Title: "Open the entry, or all that are marked", Hint: "open"},
		{ID: "start.mark", Place: p, Keys: []string{"space"}, Category: "Start", Title: "Mark files to open them together", Hint: "mark several"},
		{ID: "start.path", Place: p, Keys: []string{"/"}, Category: "Start", Title: "Type a path", Hint: "path"},
		{ID: "start.up", Place: p, Keys: []string{"backspace"}, Category: "Start", Title: "To the folder above"},
		{ID: "start.table", Place: p, Keys: []string{"T"}, Category: "Start", Title: "The first rows of the file's next table"},
	}
}

func loading() []Binding {
	const p = "loading"
	return []Binding{
		{ID: "loading.stop", Place: p, Keys: []string{"esc"}, Category: "Reading", Title: "Stop, and go on with the rows read so far", Hint: "stop, keep what was read"},
		{ID: "loading.leave", Place: p, Keys: []string{"x", "q"}, Category: "Reading", Title: "Give up, and go back to what was there", Hint: "give up"},
		{ID: "loading.table", Place: p, Keys: []string{"T", "tab"}, Category: "Reading", Title: "The first rows of the next table", Hint: "table"},
	}
}

func reading() []Binding {
	const p = "reading"
	return []Binding{
		{ID: "reading.apply", Place: p, Keys: []string{"ctrl+s"}, Category: "Reading", Title: "Read the files again as it says", Hint: "read again"},
		{ID: "reading.pane", Place: p, Keys: []string{"tab", "shift+tab"}, Category: "Reading", Title: "Between the settings and the first rows", Hint: "pane"},
		{ID: "reading.table", Place: p, Keys: []string{"T"}, Category: "Reading", Title: "The first rows of the next table"},
	}
}

// dataset are the bindings of the data screen, whatever has the focus.
func dataset(p string) []Binding {
	return []Binding{
		{ID: p + ".role", Place: p, Keys: roleKeys(p), Category: "Data", Title: "Set the column's role", Hint: "role"},
		{ID: p + ".pane", Place: p, Keys: []string{"tab"}, Category: "Data", Title: "Columns, rows, findings", Hint: "pane"},
		{ID: p + ".pane.back", Place: p, Keys: []string{"shift+tab"}, Category: "Data", Title: "The pane before"},
		{ID: p + ".table", Place: p, Keys: []string{"T", ">", "."}, Category: "Data", Title: "The next table", Hint: "table"},
		{ID: p + ".table.back", Place: p, Keys: []string{"<", ","}, Category: "Data", Title: "The table before"},
		{ID: p + ".reading", Place: p, Keys: []string{"o"}, Category: "Data", Title: "How the files are read: encoding, header, dates, sheets", Hint: "how it is read"},
		{ID: p + ".all", Place: p, Keys: []string{"R"}, Category: "Data", Title: "Read all rows, after a stop"},
		{ID: p + ".personal", Place: p, Keys: []string{"P"}, Category: "Data", Title: "Show or hide personal data"},
	}
}

// roleKeys are the keys that lead from a column to its role: Enter too among the
// rows, where it opens nothing else.
func roleKeys(p string) []string {
	if p == "rows" {
		return []string{"s", "enter"}
	}
	return []string{"s"}
}

func data() []Binding {
	const p = "data"
	return append(dataset(p), []Binding{
		{ID: "data.rows", Place: p, Keys: []string{"enter"}, Category: "Data", Title: "The rows, with the cursor on the column", Hint: "its rows"},
		{ID: "data.treat", Place: p, Keys: []string{"space", "right", "l"}, Category: "Data", Title: "What is done about the finding: keep, drop, cap or blank", Hint: "keep/drop"},
		{ID: "data.treat.back", Place: p, Keys: []string{"left", "h"}, Category: "Data", Title: "The choice about the finding before that"},
		{ID: "data.finding", Place: p, Keys: []string{"v"}, Category: "Data", Title: "The finding's rows alone", Hint: "its rows"},
		{ID: "data.check", Place: p, Keys: []string{"c"}, Category: "Data", Title: "Check the data again, after a stop"},
		{ID: "data.chart", Place: p, Keys: []string{"F", "I"}, Category: "Data", Title: "Enlarge the column's distribution, or put it back", Hint: "distribution"},
		{ID: "data.figures", Place: p, Keys: []string{"t"}, Category: "Data", Title: "The distribution's figures as text"},
		{ID: "data.sort.up", Place: p, Keys: []string{"["}, Category: "Data", Title: "Sort ascending by the column; again: the file's order", Hint: "sort"},
		{ID: "data.sort.down", Place: p, Keys: []string{"]"}, Category: "Data", Title: "Sort descending by the column; again: the file's order"},
		{ID: "data.search", Place: p, Keys: []string{"/"}, Category: "Data", Title: "Search", Hint: "search"},
		{ID: "data.again", Place: p, Keys: []string{"n"}, Category: "Data", Title: "Next match"},
		{ID: "data.backwards", Place: p, Keys: []string{"N"}, Category: "Data", Title: "Previous match"},
		{ID: "data.filter", Place: p, Keys: []string{"&"}, Category: "Data", Title: "Filter the rows: region = East and orders > 3, or a text"},
		{ID: "data.copy", Place: p, Keys: []string{"y"}, Category: "Data", Title: "Copy the cell, or the chart's figures"},
	}...)
}

func roles() []Binding {
	const p = "roles"
	return []Binding{
		{ID: "roles.set", Place: p, Keys: []string{"enter"}, Category: "Roles", Title: "Choose the column's role", Hint: "set role"},
		{ID: "roles.ignore", Place: p, Keys: []string{"x", "delete"}, Category: "Roles", Title: "Take the column out of use", Hint: "not used"},
		{ID: "roles.guess", Place: p, Keys: []string{"backspace"}, Category: "Roles", Title: "The column's role back to the guess"},
		{ID: "roles.mark", Place: p, Keys: []string{"space"}, Category: "Roles", Title: "Mark the column: Enter then sets the role of all that are marked", Hint: "mark several"},
		{ID: "roles.range", Place: p, Keys: []string{"V"}, Category: "Roles", Title: "Mark all from the last one marked to this column"},
		{ID: "roles.items", Place: p, Keys: []string{"I"}, Category: "Roles", Title: "The columns that look like items get that role"},
		{ID: "roles.rows", Place: p, Keys: []string{"R"}, Category: "Roles", Title: "Each row of the table is a customer"},
		{ID: "roles.asof", Place: p, Keys: []string{"a"}, Category: "Roles", Title: "Set the as-of date", Hint: "as of"},
		{ID: "roles.window", Place: p, Keys: []string{"w"}, Category: "Roles", Title: "Set the window in days", Hint: "window"},
		{ID: "roles.where", Place: p, Keys: []string{"&"}, Category: "Roles", Title: "Segment only customers who pass a filter: frequency >= 2 and region = East; empty: all", Hint: "only some customers"},
		{ID: "roles.pane", Place: p, Keys: []string{"tab", "shift+tab"}, Category: "Roles", Title: "Between the columns and what they unlock", Hint: "pane"},
		{ID: "roles.search", Place: p, Keys: []string{"/"}, Category: "Roles", Title: "Search columns", Hint: "search"},
		{ID: "roles.next", Place: p, Keys: []string{"n"}, Category: "Roles", Title: "Next match"},
		{ID: "roles.previous", Place: p, Keys: []string{"N"}, Category: "Roles", Title: "Previous match"},
	}
}

func method() []Binding {
	const p = "method"
	return []Binding{
		{ID: "method.choose", Place: p, Keys: []string{"enter"}, Category: "Method", Title: "Run the method", Hint: "run"},
		{ID: "method.search", Place: p, Keys: []string{"/"}, Category: "Method", Title: "Search by name, id or what it does", Hint: "search"},
		{ID: "method.only", Place: p, Keys: []string{"&"}, Category: "Method", Title: "Only those that can run on this data, or all", Hint: "can run only"},
		{ID: "method.rows", Place: p, Keys: []string{"R"}, Category: "Method", Title: "Each row is a customer, where no column says who is"},
		{ID: "method.items", Place: p, Keys: []string{"I"}, Category: "Method", Title: "The columns that look like items get that role"},
		{ID: "method.pane", Place: p, Keys: []string{"tab", "shift+tab"}, Category: "Method", Title: "Between the list and what it tells of the method", Hint: "read on"},
	}
}

func segments() []Binding {
	const p = "segments"
	return []Binding{
		{ID: "segments.drill", Place: p, Keys: []string{"enter"}, Category: "Segments", Title: "Open the segment, bin or cell", Hint: "drill"},
		{ID: "segments.pane", Place: p, Keys: []string{"tab"}, Category: "Segments", Title: "Next pane", Hint: "pane"},
		{ID: "segments.pane.back", Place: p, Keys: []string{"shift+tab"}, Category: "Segments", Title: "Previous pane"},
		{ID: "segments.chart", Place: p, Keys: []string{"v", ">", "."}, Category: "Segments", Title: "Next chart", Hint: "chart"},
		{ID: "segments.chart.back", Place: p, Keys: []string{"<", ","}, Category: "Segments", Title: "The chart before"},
		{ID: "segments.charts", Place: p, Keys: []string{"V"}, Category: "Segments", Title: "List of the charts, to choose one", Hint: "charts"},
		{ID: "segments.zoom", Place: p, Keys: []string{"z"}, Category: "Segments", Title: "Enlarge the chart", Hint: "enlarge"},
		{ID: "segments.figures", Place: p, Keys: []string{"t"}, Category: "Segments", Title: "The chart's figures as text"},
		{ID: "segments.finer", Place: p, Keys: []string{"+"}, Category: "Segments", Title: "Finer bins of the histogram"},
		{ID: "segments.coarser", Place: p, Keys: []string{"-"}, Category: "Segments", Title: "Coarser bins of the histogram"},
		{ID: "segments.notes", Place: p, Keys: []string{"i"}, Category: "Segments", Title: "About the result: its measures, who is left out, what to know", Hint: "measures, notes"},
		{ID: "segments.sort.up", Place: p, Keys: []string{"["}, Category: "Segments", Title: "Sort segments ascending by the column"},
		{ID: "segments.sort.down", Place: p, Keys: []string{"]"}, Category: "Segments", Title: "Sort segments descending by the column"},
		{ID: "segments.order", Place: p, Keys: []string{"="}, Category: "Segments", Title: "Segments in the method's own order"},
		{ID: "segments.default", Place: p, Keys: []string{"backspace"}, Category: "Segments", Title: "The parameter back to its default"},
		{ID: "segments.presets", Place: p, Keys: []string{"p"}, Category: "Segments", Title: "Presets: parameters kept under a name", Hint: "presets"},
		{ID: "segments.save", Place: p, Keys: []string{"s"}, Category: "Segments", Title: "Save the parameters as a preset"},
		{ID: "segments.accept", Place: p, Keys: []string{"b"}, Category: "Segments", Title: "Count changes from this result on; again: from before the last change"},
		{ID: "segments.copy", Place: p, Keys: []string{"y"}, Category: "Segments", Title: "Copy the cell, or the chart's figures"},
	}
}

func charts() []Binding {
	return []Binding{{ID: "charts.show", Place: "charts", Keys: []string{"enter"}, Category: "Segments", Title: "Show the chart", Hint: "show"}}
}

func presets() []Binding {
	const p = "presets"
	return []Binding{
		{ID: "presets.apply", Place: p, Keys: []string{"enter"}, Category: "Presets", Title: "Put the preset in force, with its method", Hint: "apply"},
		{ID: "presets.save", Place: p, Keys: []string{"a", "s"}, Category: "Presets", Title: "Save the parameters in force under a name", Hint: "save as"},
		{ID: "presets.rename", Place: p, Keys: []string{"r"}, Category: "Presets", Title: "Give the preset another name", Hint: "rename"},
		{ID: "presets.delete", Place: p, Keys: []string{"d", "delete"}, Category: "Presets", Title: "Delete the preset, after asking", Hint: "delete"},
	}
}

func recipes() []Binding {
	const p = "recipes"
	return []Binding{
		{ID: "recipes.apply", Place: p, Keys: []string{"enter"}, Category: "Recipes", Title: "Put the recipe in force on the files that are open", Hint: "apply"},
		{ID: "recipes.save", Place: p, Keys: []string{"a", "s"}, Category: "Recipes", Title: "Save the recipe in force under a name", Hint: "save as"},
		{ID: "recipes.rename", Place: p, Keys: []string{"r"}, Category: "Recipes", Title: "Give the recipe another name", Hint: "rename"},
		{ID: "recipes.delete", Place: p, Keys: []string{"d", "delete"}, Category: "Recipes", Title: "Delete the recipe, after asking", Hint: "delete"},
	}
}

func segment() []Binding {
	const p = "segment"
	return append([]Binding{
		{ID: "segment.pane", Place: p, Keys: []string{"tab", "shift+tab"}, Category: "Segment", Title: "Between customers and profile", Hint: "pane"},
		{ID: "segment.zoom", Place: p, Keys: []string{"z"}, Category: "Segment", Title: "Give the customers the whole screen, or put them back", Hint: "enlarge"},
		{ID: "segment.next", Place: p, Keys: []string{">", "."}, Category: "Segment", Title: "Next segment", Hint: "next segment"},
		{ID: "segment.previous", Place: p, Keys: []string{"<", ","}, Category: "Segment", Title: "Previous segment"},
	}, customers(p)...)
}

func about() []Binding {
	const p = "about"
	return []Binding{{ID: "about.copy", Place: p, Keys: []string{"y"}, Category: "Segments", Title: "Copy measures and notes", Hint: "copy"}}
}

func members() []Binding {
	const p = "members"
	return append(customers(p),
		Binding{ID: "members.next", Place: p, Keys: []string{">", "."}, Category: "Customers", Title: "The customers of the chart's next bar or cell", Hint: "next"},
		Binding{ID: "members.previous", Place: p, Keys: []string{"<", ","}, Category: "Customers", Title: "The customers of the bar or cell before"},
	)
}

func customer() []Binding {
	const p = "customer"
	return []Binding{
		{ID: "customer.order", Place: p, Keys: []string{"enter"}, Category: "Customer", Title: "The lines of the order", Hint: "its lines"},
		{ID: "customer.next", Place: p, Keys: []string{">", ".", "n"}, Category: "Customer", Title: "Next customer", Hint: "next"},
		{ID: "customer.previous", Place: p, Keys: []string{"<", ",", "p"}, Category: "Customer", Title: "Previous customer", Hint: "previous"},
		{ID: "customer.pane", Place: p, Keys: []string{"tab", "shift+tab"}, Category: "Customer", Title: "Between orders and facts", Hint: "pane"},
		{ID: "customer.personal", Place: p, Keys: []string{"P"}, Category: "Customer", Title: "Show or hide personal data", Hint: "personal data"},
		{ID: "customer.copy", Place: p, Keys: []string{"y"}, Category: "Customer", Title: "Copy the customer id", Hint: "copy id"},
	}
}

func order() []Binding {
	const p, category = "order", "Order"
	return slices.Concat([]Binding{
		{ID: "order.personal", Place: p, Keys: []string{"P"}, Category: category, Title: "Show or hide personal data", Hint: "personal data"},
	}, list(p, category), widths(p, category))
}

func compare() []Binding {
	const p = "compare"
	return append([]Binding{
		{ID: "compare.next", Place: p, Keys: []string{"n"}, Category: "Compare", Title: "Compare with the next in the list", Hint: "next"},
		{ID: "compare.previous", Place: p, Keys: []string{"p"}, Category: "Compare", Title: "Compare with the one before in the list", Hint: "previous"},
		{ID: "compare.pane", Place: p, Keys: []string{"tab", "shift+tab"}, Category: "Compare", Title: "Between the table and the list of what to compare with", Hint: "list"},
		{ID: "compare.share", Place: p, Keys: []string{"%"}, Category: "Compare", Title: "Counts, shares of the row or money", Hint: "shares"},
		{ID: "compare.drill", Place: p, Keys: []string{"enter"}, Category: "Compare", Title: "Open the customers of the cell", Hint: "drill"},
		{ID: "compare.take", Place: p, Keys: []string{"x"}, Category: "Compare", Title: "Go on with what it is compared with, in the place of the result"},
		{ID: "compare.copy", Place: p, Keys: []string{"y"}, Category: "Compare", Title: "Copy the table's figures"},
	}, comparing(p)...)
}

func migrate() []Binding {
	const p, category = "migrate", "Two dates"
	return append([]Binding{
		{ID: "migrate.pane", Place: p, Keys: []string{"tab"}, Category: category, Title: "Dates, what became of customers, table", Hint: "pane"},
		{ID: "migrate.pane.back", Place: p, Keys: []string{"shift+tab"}, Category: category, Title: "The pane before"},
		{ID: "migrate.longer", Place: p, Keys: []string{"+"}, Category: category, Title: "A longer time between the dates: 30, 90, 180, 365 days", Hint: "longer"},
		{ID: "migrate.shorter", Place: p, Keys: []string{"-"}, Category: category, Title: "A shorter time between the dates", Hint: "shorter"},
		{ID: "migrate.hold", Place: p, Keys: []string{"f"}, Category: category, Title: "The cuts of the first date at both, or those of each", Hint: "cuts"},
		{ID: "migrate.share", Place: p, Keys: []string{"%"}, Category: category, Title: "Counts, shares of the row, money, change of money", Hint: "shares"},
		{ID: "migrate.drill", Place: p, Keys: []string{"enter"}, Category: category, Title: "Open the customers of the cell, or those who moved", Hint: "drill"},
		{ID: "migrate.copy", Place: p, Keys: []string{"y"}, Category: category, Title: "Copy the table's figures, or what became of customers"},
	}, comparing(p)...)
}

func bakeOff() []Binding {
	const p, category = "bakeoff", "Bake-off"
	return append([]Binding{
		{ID: "bakeoff.look", Place: p, Keys: []string{"enter"}, Category: category, Title: "Look at the segments of the method", Hint: "look"},
		{ID: "bakeoff.take", Place: p, Keys: []string{"x"}, Category: category, Title: "Go on with the method, in the place of the one in force", Hint: "take it"},
		{ID: "bakeoff.compare", Place: p, Keys: []string{"c"}, Category: category, Title: "Hold the result against the method", Hint: "compare"},
		{ID: "bakeoff.pane", Place: p, Keys: []string{"tab", "shift+tab"}, Category: category, Title: "Between the methods and the date of the split", Hint: "split"},
		{ID: "bakeoff.again", Place: p, Keys: []string{"r"}, Category: category, Title: "Judge all methods again", Hint: "again"},
		{ID: "bakeoff.skip", Place: p, Keys: []string{"s"}, Category: category, Title: "Skip the method that is being judged", Hint: "skip"},
		{ID: "bakeoff.sort.up", Place: p, Keys: []string{"["}, Category: category, Title: "Sort ascending by the column"},
		{ID: "bakeoff.sort.down", Place: p, Keys: []string{"]"}, Category: category, Title: "Sort descending by the column", Hint: "sort"},
		{ID: "bakeoff.order", Place: p, Keys: []string{"="}, Category: category, Title: "Methods by their rank"},
		{ID: "bakeoff.copy", Place: p, Keys: []string{"y"}, Category: category, Title: "Copy the table's figures"},
	}, comparing(p)...)
}

func look() []Binding {
	const p, category = "look", "Look at a method"
	return []Binding{
		{ID: "look.drill", Place: p, Keys: []string{"enter"}, Category: category, Title: "Open the customers of the segment", Hint: "customers"},
		{ID: "look.take", Place: p, Keys: []string{"x"}, Category: category, Title: "Go on with the method, in the place of the one in force", Hint: "take it"},
		{ID: "look.sort.up", Place: p, Keys: []string{"["}, Category: category, Title: "Sort ascending by the column"},
		{ID: "look.sort.down", Place: p, Keys: []string{"]"}, Category: category, Title: "Sort descending by the column", Hint: "sort"},
	}
}

// comparing are the bindings of every way to compare.
func comparing(p string) []Binding {
	const category = "Compare"
	return []Binding{
		{ID: p + ".methods", Place: p, Keys: []string{"m"}, Category: category, Title: "Two methods: where customers of one are in the other"},
		{ID: p + ".dates", Place: p, Keys: []string{"d"}, Category: category, Title: "Two dates: who moved where"},
		{ID: p + ".bakeoff", Place: p, Keys: []string{"b"}, Category: category, Title: "Bake-off: which method tells best what customers do next"},
		{ID: p + ".write", Place: p, Keys: []string{"w"}, Category: category, Title: "Write what is compared to a workbook, CSV or JSON", Hint: "write"},
	}
}

func write() []Binding {
	return []Binding{
		{ID: "write.write", Place: "write", Keys: []string{"ctrl+s"}, Category: "Write", Title: "Write the file", Hint: "write"},
	}
}

func export() []Binding {
	const p = "export"
	return []Binding{
		{ID: "export.write", Place: p, Keys: []string{"ctrl+s"}, Category: "Export", Title: "Write the file", Hint: "write"},
		{ID: "export.keep", Place: p, Keys: []string{"a"}, Category: "Export", Title: "Keep this result in the file beside the next method", Hint: "add method"},
	}
}

// widgets are the movements that tables, parameter lists and charts handle
// themselves.
func widgets() []Binding {
	move := func(place string, title string, keys ...string) Binding {
		return Binding{ID: place + "." + keys[0], Place: place, Keys: keys, Category: "Moving", Title: title, Moves: true}
	}
	return []Binding{
		move(Question, "Take the column under the cursor", "enter"),
		move(Question, "Keep the guess", "esc", "q"),
		move(Table, "Up and down", "up", "down", "k", "j"),
		move(Table, "Left and right", "left", "right", "h", "l"),
		move(Table, "Half a page", "ctrl+d", "ctrl+u"),
		move(Table, "A page", "pgdown", "pgup"),
		move(Table, "First and last row", "g", "G", "home", "end"),
		move(Table, "First and last column", "0", "$"),
		move(Params, "Between parameters", "up", "down", "k", "j"),
		move(Params, "Step or choose a value", "left", "right", "h", "l"),
		move(Params, "Type a value, or open the list of a choice, which typing searches", "enter", "/"),
		move(Chart, "Move the cursor, or the cut that is chosen", "left", "right", "h", "l"),
		move(Chart, "Choose a cut, or move up and down", "up", "down", "k", "j"),
	}
}
