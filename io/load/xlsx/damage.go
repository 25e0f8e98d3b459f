package xlsx

import "fmt"

// PartError reports a part that the workbook needs and that is missing, or cut off
// before its end.
type PartError struct {
	Part    string // its path in lower case; empty where the workbook does not say it
	Missing bool
}

func (e *PartError) Error() string {
	if e.Missing {
		return fmt.Sprintf("xlsx: the part %q is missing", e.Part)
	}
	return fmt.Sprintf("xlsx: the part %q is cut off", e.Part)
}

// LongError reports a tag or a text that is far longer than what any cell holds.
type LongError struct {
	Row int // of the sheet, counted from 1; 0 where it is a text shared by sheets
}

func (e *LongError) Error() string {
	return fmt.Sprintf("xlsx: a tag or text in row %d is too long", e.Row)
}

// PlaceError reports a row or a cell that stands at no place of a sheet.
type PlaceError struct {
	Ref string // as it is written, or as R1C1 where it follows from the cell before
}

func (e *PlaceError) Error() string { return fmt.Sprintf("xlsx: %q is no place of a sheet", e.Ref) }

// EntityError reports text that stands for a name that XML does not know by itself.
type EntityError struct {
	Name string
}

func (e *EntityError) Error() string { return fmt.Sprintf("xlsx: the entity %q is not known", e.Name) }
