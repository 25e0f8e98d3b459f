package load

import (
	"archive/zip"
	"context"
	"errors"
	"io"

	"custseg/io/load/grid"
	"custseg/io/load/xls"
	"custseg/io/load/xlsx"
	"custseg/model"
)

// workbook is an open workbook of one of the formats of Excel.
type workbook interface {
	Sheets() []grid.Sheet
	// Calendar1904 reports whether days are counted from 1904 rather than from 1900.
	Calendar1904() bool
	// SharedSize is how many bytes the first reading passes through beside those of
	// its sheet.
	SharedSize() int64
	// Rows starts reading a sheet by its place. The bytes read go by the reader
	// that watch makes.
	Rows(sheet int, watch func(io.Reader) io.Reader) (sheetRows, error)
	// Merges returns the merged cells that begin in the first rows of a sheet.
	Merges(sheet, rows int, watch func(io.Reader) io.Reader) ([]grid.Range, error)
}

// sheetRows are the rows of a sheet in order.
type sheetRows interface {
	Next() bool
	Number() int // counted from 1
	Cells() []grid.Cell
	Hidden() bool
	HiddenColumns() []grid.Span // known once the first row was read
	Err() error
	Close() error
}

// openWorkbook opens a workbook of either format.
func (s source) openWorkbook(r io.ReaderAt, size int64) (workbook, error) {
	head := make([]byte, len(oleMark))
	if _, err := r.ReadAt(head, 0); err == nil && kindOf(head) == oleFile {
		book, err := xls.Open(r, size)
		if err != nil {
			return nil, s.workbookError(err)
		}
		return oldBook{book}, nil
	}
	book, err := xlsx.Open(r, size)
	if err == xlsx.ErrNotWorkbook && kindOf(head) == zipFile {
		if _, cut := zip.NewReader(r, size); cut != nil {
			err = cut
		}
	}
	if err != nil {
		return nil, s.workbookError(err)
	}
	return newBook{book}, nil
}

// newBook is a workbook of Excel 2007 and later.
type newBook struct{ *xlsx.Book }

func (b newBook) Rows(sheet int, watch func(io.Reader) io.Reader) (sheetRows, error) {
	rows, err := b.Book.Rows(sheet, watch)
	if err != nil {
		return nil, err
	}
	return rows, nil
}

// oldBook is a workbook of Excel before 2007, held in memory.
type oldBook struct{ *xls.Book }

func (b oldBook) SharedSize() int64 { return 0 }

func (b oldBook) Rows(sheet int, watch func(io.Reader) io.Reader) (sheetRows, error) {
	if err := passBy(b.Sheets()[sheet].Size, watch); err != nil {
		return nil, err
	}
	rows, err := b.Book.Rows(sheet)
	if err != nil {
		return nil, err
	}
	return oldRows{rows}, nil
}

func (b oldBook) Merges(sheet, rows int, _ func(io.Reader) io.Reader) ([]grid.Range, error) {
	return b.Book.Merges(sheet, rows)
}

// passBy counts bytes that are in memory already.
func passBy(size int64, watch func(io.Reader) io.Reader) error {
	_, err := io.Copy(io.Discard, watch(io.LimitReader(nothing{}, size)))
	return err
}

// nothing is a reader of any number of bytes.
type nothing struct{}

func (nothing) Read(p []byte) (int, error) { return len(p), nil }

type oldRows struct{ *xls.Rows }

func (oldRows) Err() error   { return nil }
func (oldRows) Close() error { return nil }

// workbookError says why a workbook cannot be read.
func (s source) workbookError(err error) error {
	var named *Error
	var part *xlsx.PartError
	switch {
	case errors.As(err, &named), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.Is(err, xlsx.ErrBinary):
		return s.fail(model.P("it is a binary workbook (.xlsb)"), model.P("save it as .xlsx in Excel"))
	case errors.Is(err, xlsx.ErrOpenDoc):
		return s.fail(model.P("it is an OpenDocument spreadsheet (.ods)"), model.P("save it as .xlsx"))
	case errors.Is(err, xls.ErrPassword):
		return s.fail(model.P("the workbook is protected with a password"),
			model.P("open it in Excel or LibreOffice, remove the password and save it"))
	case errors.Is(err, xls.ErrNotWorkbook):
		return s.fail(model.P("it is a document of an older Office, not a workbook"), model.P("save the table as .xlsx"))
	case errors.Is(err, xlsx.ErrNotWorkbook):
		return s.fail(model.P("it is not an Excel workbook, in spite of its name"),
			model.P("if it is a zip archive, unpack it, else save it again as .xlsx"))
	}
	problem := model.P("the workbook is damaged or cut off")
	if errors.As(err, &part) {
		problem = model.P("the workbook has lost its part %s", oneLine(part.Part))
	}
	return &Error{File: s.path, Problem: problem,
		Remedy: model.P("copy or download it again, or open it in Excel and save it"), Err: err}
}
