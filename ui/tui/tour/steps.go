package tour

import (
	"slices"

	"custseg/model"
)

// steps are the tour's, an analysis of the built-in shop in about five minutes,
// and a farewell.
func steps() []Step {
	var out []Step
	out = append(out, understand()...)
	out = append(out, tune()...)
	out = append(out, drill()...)
	return append(out, deliver()...)
}

// understand leads from the files to the first segments.
func understand() []Step {
	return []Step{
		{
			Title: model.P("Open the data"),
			Look: model.P("A shop's customers and orders are built in: the entry sample:shop. Below it are the folders and files of yours. " +
				"Nothing ever leaves this machine."),
			Press: []string{"enter"}, Does: model.P("opens the entry under the pointer"),
			At: []string{"start"}, reached: func(s State) bool { return s.Open && s.Place == "data" },
		},
		{
			Title: model.P("What do we have?"),
			Look: model.P("Each line is a column: its type, what is missing, how many different values, how they are spread. " +
				"Below, what was found out about the data. The arrows walk the columns; look at one or two."),
			Press: []string{"2"}, Does: model.P("shows what the columns were taken for"),
			At: []string{"data"}, reached: func(s State) bool { return s.Place == "roles" },
		},
		{
			Title: model.P("Was it understood?"),
			Look: model.P("A role is what a column means: customer id, order date, amount. All were guessed from names and values. " +
				"Enter on a column would change one. Tab goes to what the roles make possible."),
			Press: []string{"3"}, Does: model.P("lists the methods"),
			At: []string{"roles"}, reached: func(s State) bool { return s.Place == "method" },
		},
		{
			Title: model.P("Choose a method"),
			Look: model.P("The methods that suit this data come first, with the reason; of others it says what is missing. " +
				"RFM scores how recently, how often and for how much each customer buys."),
			Press: []string{"enter"}, Does: model.P("runs the method under the pointer, RFM"),
			At: []string{"method"}, ready: onMethod("rfm"), reached: func(s State) bool { return s.Method == "rfm" && s.Place == "segments" },
		},
	}
}

// tune reads the segments and moves a cut.
func tune() []Step {
	return []Step{
		{
			Title: model.P("Read the table"),
			Look: model.P("A line is a segment: how many customers, their share, what they are worth; where that has no room, the right arrow goes on to it. " +
				"Champions are one customer in seven and bring more than two fifths of the value. At the left are the parameters."),
			Press: []string{"down"}, Does: model.P("goes to the next segment, Loyal"),
			At: []string{"segments"}, ready: onPane(OnTable), reached: func(s State) bool { return s.Place == "segments" && s.Key == "down" },
		},
		{
			Title: model.P("Read the chart"),
			Look: model.P("The grid counts customers by recency and frequency: best at the top right, lost at the bottom left. " +
				"The next chart shows the days since the last order, and the cuts that make the scores."),
			Press: []string{"v"}, Does: model.P("goes to the next chart, recency"),
			At: []string{"segments"}, reached: hasCuts, moot: hasCuts,
		},
		{
			Title: model.P("Move a cut"),
			Look: model.P("What if a customer counts as recent a little longer? Choose the first cut and move it: the segments follow at once. " +
				"Beside each stands what it gained or lost."),
			Press: []string{"down", "right"}, Does: model.P("choose the first cut, move it up"),
			At: []string{"segments"}, ready: toCuts, reached: func(s State) bool { return s.Tuned && movesCut(s.Key) },
		},
		{
			Title: model.P("Take it back"),
			Look: model.P("Nothing you try is lost and nothing is final: u undoes a change and ctrl+r does it again. " +
				"Move the cut further if you like, then go back to where it was."),
			Press: []string{"u"}, Does: model.P("undoes the change"),
			At: []string{"segments"}, reached: func(s State) bool { return !s.Tuned }, moot: func(s State) bool { return !s.Tuned },
		},
	}
}

// onMethod leads to the first method of the list where the pointer is on another
// than the step means.
func onMethod(id string) func(State) []string {
	return func(s State) []string {
		if s.Pointer == id {
			return nil
		}
		return []string{"g"}
	}
}

// onPane leads to a pane of the segments.
func onPane(pane string) func(State) []string {
	around := []string{OnParams, OnTable, OnCharts}
	return func(s State) []string {
		switch from, to := slices.Index(around, s.Focus), slices.Index(around, pane); {
		case from < 0 || from == to:
			return nil
		case from < to:
			return []string{"tab"}
		}
		return []string{"shift+tab"}
	}
}

// hasCuts reports whether a chart with cuts has the focus.
func hasCuts(s State) bool { return s.Place == "segments" && s.Focus == OnCharts && s.Cuts }

// toCuts leads to a chart with cuts.
func toCuts(s State) []string {
	if hasCuts(s) {
		return nil
	}
	return []string{"v"}
}

// movesCut reports whether a key moves the cut that is chosen, or the mouse may
// have dragged one.
func movesCut(key string) bool {
	return slices.Contains([]string{"right", "left", "l", "h", Mouse}, key)
}

// drill goes from a segment to a customer and back.
func drill() []Step {
	return []Step{
		{
			Title: model.P("Open a segment"),
			Look: model.P("Who are they? The table has a pointer, and Enter opens what it points to: a segment, a bar, a cell of the grid. " +
				"Esc leads back to the same place, always."),
			Press: []string{"enter"}, Does: model.P("opens the segment under the pointer"),
			At: []string{"segments"}, ready: onPane(OnTable), reached: func(s State) bool { return s.Place == "segment" },
		},
		{
			Title: model.P("What sets them apart"),
			Look: model.P("Above, the rule that makes the segment and what to do about it, for marketing, product, service and risk. " +
				"Then what differs most from all customers: lift and effect. Below, the customers."),
			Press: []string{"enter"}, Does: model.P("opens the customer under the pointer"),
			At: []string{"segment"}, reached: func(s State) bool { return s.Place == "customer" },
		},
		{
			Title: model.P("One customer"),
			Look: model.P("Why here: the figures that put this customer into the segment. What next: what one more order, or silence, would lead to. " +
				"And every order of theirs, by date."),
			Press: []string{"esc", "esc"}, Does: model.P("back to the segment, back to all"),
			At: []string{"customer", "segment"}, reached: func(s State) bool { return s.Place == "segments" },
		},
	}
}

// deliver compares and exports.
func deliver() []Step {
	return []Step{
		{
			Title:   model.P("Does another method agree?"),
			Look:    model.P("One method is one opinion. The step Compare counts the same customers by another method, or by this one on an earlier date."),
			Press:   []string{"5"},
			Does:    model.P("compares with another method"),
			At:      []string{"segments"},
			reached: func(s State) bool { return s.Place == "compare" },
		},
		{
			Title: model.P("Read the comparison"),
			Look: model.P("Rows are the segments of RFM, columns those of the other method, cells the customers in both. Above, how far the two agree. " +
				"Enter on a cell would open its customers, n go on to the next method."),
			Press: []string{"6"}, Does: model.P("goes on to the export"),
			At: []string{"compare"}, reached: func(s State) bool { return s.Place == "export" },
		},
		{
			Title: model.P("Hand it over"),
			Look: model.P("A workbook with a summary, native charts, all customers, a sheet for each segment, the rules, and the recipe that repeats it. " +
				"If a file of the name is there already, switch overwrite on first."),
			Press: []string{"ctrl+s"}, Does: model.P("writes the workbook to the folder you are in"),
			At: []string{"export"}, writes: true, reached: func(s State) bool { return s.Exported && s.Key == "ctrl+s" },
		},
		{
			Title: model.P("Your turn"),
			Look: model.P("That was an analysis from file to workbook. ctrl+o opens your own files. In every place ? lists the keys and ctrl+p " +
				"finds every command. Parameters worth keeping become presets: p on Segments."),
			Press: []string{"ctrl+t"}, Does: model.P("ends the tour"),
			At: []string{"export"}, reached: func(State) bool { return false },
		},
	}
}
