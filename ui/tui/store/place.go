package store

import "custseg/model"

// Place is what was on the screen, told by numbers: names and ids would be a
// customer's data. They hold for the data of the recipe's fingerprints only.
type Place struct {
	Step string `json:"step"` // data, roles, method, segments, compare or export

	// What lay over the step, from below.
	Look     *List  `json:"look,omitempty"`     // the segments of a method of the bake-off
	Segment  int    `json:"segment,omitempty"`  // from 1; 0 for none opened
	Wide     bool   `json:"wide,omitempty"`     // its customers have the whole body
	Bar      *Point `json:"bar,omitempty"`      // the place of a chart whose customers are listed
	Listed   bool   `json:"listed,omitempty"`   // the customers of a table's cell, or of a segment of Look, are
	Customer int    `json:"customer,omitempty"` // from 1 in the order of the customers; 0 for none opened
	Order    int    `json:"order,omitempty"`    // the customer's, from 1 at the first; 0 for none opened
	Notes    bool   `json:"notes,omitempty"`    // what to know of the result

	Table   int    `json:"table,omitempty"`   // of the data, from 1; 0 for the first to show
	Rows    *List  `json:"rows,omitempty"`    // those of the table
	Columns *List  `json:"columns,omitempty"` // the list of its columns
	Pane    string `json:"pane,omitempty"`    // of the data, nothing for the columns
	Role    int    `json:"role,omitempty"`    // the column under the cursor of the roles, from 1

	OnlyFit bool   `json:"only_fit,omitempty"` // the methods are filtered to those that can run
	Method  string `json:"method,omitempty"`   // under the cursor of the catalogue

	Segments  *List   `json:"segments,omitempty"`  // the table of segments
	Tuning    *Tuning `json:"tuning,omitempty"`    // the parameters and charts beside it
	Customers *List   `json:"customers,omitempty"` // those of the list opened

	Comparing *Comparing `json:"comparing,omitempty"` // the step Compare
	Exporting *Exporting `json:"exporting,omitempty"` // the step Export
}

// List is how a list was left: its order, its filter and the place of the
// cursor.
type List struct {
	Sort   []SortKey `json:"sort,omitempty"`
	Filter string    `json:"filter,omitempty"` // without what tells of persons
	Row    int       `json:"row,omitempty"`    // from 1, whatever the order shown
	Column string    `json:"column,omitempty"` // by its key
}

// SortKey is a column that a list is sorted by.
type SortKey struct {
	Column string `json:"column"` // by its key
	Desc   bool   `json:"desc,omitempty"`
}

// Point is a place of a chart in a room of cells; a negative number is nowhere.
type Point struct {
	X   int `json:"x"`
	Y   int `json:"y"`
	Cut int `json:"cut"`
	W   int `json:"w,omitempty"`
	H   int `json:"h,omitempty"`
}

// Tuning is how the step Segments was left beside its table.
type Tuning struct {
	Pane    string `json:"pane,omitempty"`  // with the focus: parameters or charts, nothing for the table
	Param   string `json:"param,omitempty"` // under the pointer
	Chart   int    `json:"chart,omitempty"` // with the focus, from 1
	At      Point  `json:"at"`              // its cursor
	Finer   int    `json:"finer,omitempty"` // steps by which the bins of a histogram are finer
	Zoomed  bool   `json:"zoomed,omitempty"`
	Figures bool   `json:"figures,omitempty"` // as text
}

// Comparing is how the step Compare was left.
type Comparing struct {
	Way   string    `json:"way,omitempty"` // dates or bakeoff, nothing for two methods
	From  model.Day `json:"from"`          // the two dates, nothing for those proposed
	To    model.Day `json:"to"`
	Hold  bool      `json:"hold,omitempty"` // the cuts of From hold at To
	Split model.Day `json:"split"`          // of the bake-off, nothing for the one proposed

	Rival   string `json:"rival,omitempty"` // what the method is held against
	Methods Cross  `json:"methods"`
	Dates   Cross  `json:"dates"`
	Move    int    `json:"move,omitempty"` // the line of what became of customers, from 1

	Contender string `json:"contender,omitempty"` // the method under the cursor of the bake-off
	Ranks     *List  `json:"ranks,omitempty"`     // the table of the bake-off
}

// Cross is how a table of two sets of segments was left.
type Cross struct {
	X      int    `json:"x,omitempty"` // the cursor
	Y      int    `json:"y,omitempty"`
	Figure int    `json:"figure,omitempty"` // in the cells, 0 for customers
	Pane   string `json:"pane,omitempty"`   // with the focus, nothing for the table
}

// Exporting is how the form of the step Export was left. That a file may be
// overwritten is not kept: it is said anew of every file.
type Exporting struct {
	Output       model.Output  `json:"output"`
	Privacy      model.Privacy `json:"privacy"`
	Path         string        `json:"path,omitempty"` // as typed, nothing for the one made up
	Excluded     string        `json:"excluded,omitempty"`
	ExcludedPath string        `json:"excluded_path,omitempty"` // as typed
	Recipe       bool          `json:"recipe,omitempty"`        // is written beside the file
	Field        string        `json:"field,omitempty"`         // under the pointer
}
