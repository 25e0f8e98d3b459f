package model

// Source is one file, or one sheet of it, that was read.
type Source struct {
	Path        string `json:"path"`
	Sheet       string `json:"sheet,omitempty"`
	Bytes       int64  `json:"bytes"`
	Fingerprint string `json:"fingerprint"` // SHA-256 of the file, unpacked where it is packed, in hex
	// Encoding is the character set a text file was read in, such as utf-8,
	// gb18030 or macintosh; empty for a workbook.
	Encoding string `json:"encoding,omitempty"`
	// Delimiter is what stands between the fields of a text file, in words such as
	// comma or tab where it has one; empty for a workbook.
	Delimiter string `json:"delimiter,omitempty"`
}

// Guess is what loading made of one column.
type Guess struct {
	Table, Column int
	Role          Role
	Confidence    float64 // 0..1
	Reason        Phrase
}

// Level tells how much a finding matters.
type Level uint8

// The levels of findings.
const (
	Info    Level = iota // worth knowing
	Warning              // changes what a result means
)

// FindingKind tells findings apart that an answer of the analyst settles, so
// that a reader is told how to give it there.
type FindingKind uint8

// The kinds of findings.
const (
	Noticed     FindingKind = iota // nothing in particular is asked
	SeveralKeys                    // which column is the customer id, see [KeyChoice]
	NotDates                       // why a column was read as text and not as dates, see [DateReading]
)

// Finding is something noticed about the data.
type Finding struct {
	Level         Level
	Kind          FindingKind
	Table, Column int // -1 for none
	Text          Phrase
	Rows          []int32 // the data rows it speaks of; may be nil
	// Unread is what stood in the first of Rows where no value of the column's
	// kind could be read; nil for another finding.
	Unread []string
}

// Exclusion is rows of a table that were left out, and why.
type Exclusion struct {
	Table  int
	Reason Phrase
	Rows   []int32 // data rows of the table, ascending
}

// Rejected is a record of a file that could not become a row of its table.
type Rejected struct {
	Table  int
	File   string // the path as the analyst gave it
	Row    int    // in the file, counted from 1
	Reason Phrase
	Text   string // the record as it stands in the file, shortened
}

// Dataset is everything that was read: tables, what their columns seem to
// mean, and what loading noticed.
type Dataset struct {
	Sources  []Source
	Tables   []*Table
	Guesses  []Guess
	Named    []Guess // columns of words that are called as a role of numbers or of dates and hold none of them
	Findings []Finding
	Rejected []Rejected
	Choices  []KeyChoice
	Dates    []DateReading // of columns of text that are mostly dates
	Dropped  []Exclusion   // rows taken out by the analyst's choice, before customers are made
	Partial  bool          // reading was stopped before the end
	Taken    int           // rows read when it was stopped, so that [Reading.Rows] can stop there again
}

// KeyChoice is a table in which more than one column can say whose its rows
// are, so that the analyst should have a say.
type KeyChoice struct {
	Table   int
	Columns []int // the candidates, the guessed one first
}

// Rows returns the number of rows in all tables.
func (d *Dataset) Rows() int {
	n := 0
	for _, t := range d.Tables {
		n += t.Rows()
	}
	return n
}
