package load

import (
	"archive/zip"
	"errors"
	"io"
	"strconv"

	"custseg/io/load/xlsx"
	"custseg/model"
)

// sheetError says why a sheet of a workbook cannot be read, and what to do; there
// may be others that can.
func (s source) sheetError(sheet string, others bool, err error) error {
	problem := sheetProblem(oneLine(sheet), err)
	if problem.Empty() {
		return s.workbookError(err)
	}
	remedy := model.P("fetch the workbook again, or look at the sheet in Excel or LibreOffice and save it anew")
	if others {
		remedy = model.P("fetch the workbook again, or look at the sheet in Excel or LibreOffice and save it anew; --sheet NAME reads another sheet without it")
	}
	return &Error{File: s.path, Problem: problem, Remedy: remedy, Err: err}
}

// sheetProblem says what is wrong with a sheet; it is empty where the error is of
// another kind.
func sheetProblem(sheet string, err error) model.Phrase {
	var part *xlsx.PartError
	var place *xlsx.PlaceError
	var entity *xlsx.EntityError
	var long *xlsx.LongError
	switch {
	case errors.As(err, &part) && part.Part == "":
		return model.P("the workbook lists a sheet %q but holds no cells of it", sheet)
	case errors.As(err, &part) && part.Missing:
		return model.P("the workbook lists a sheet %q but has lost what it holds: the part %s is missing", sheet, oneLine(part.Part))
	case errors.As(err, &part):
		return model.P("the sheet %q is cut off: the part %s ends too early", sheet, oneLine(part.Part))
	case errors.As(err, &place):
		return model.P("the sheet %q is damaged: it has a row or a cell at %q, which is no place of a sheet", sheet, oneLine(place.Ref))
	case errors.As(err, &entity):
		return model.P("the sheet %q holds &%s; where text should be, a name that the file gives a meaning of its own and that is not read here", sheet, oneLine(entity.Name))
	case errors.As(err, &long) && long.Row == 0:
		return model.P("the workbook holds a text of millions of characters, and a cell of Excel 32,767 at most")
	case errors.As(err, &long):
		return model.P("the sheet %q holds in row %s a text of millions of characters, and a cell of Excel 32,767 at most", sheet, strconv.Itoa(long.Row))
	case errors.Is(err, zip.ErrChecksum), errors.Is(err, zip.ErrFormat), errors.Is(err, io.ErrUnexpectedEOF), isCorrupt(err):
		return model.P("the sheet %q is damaged or cut off", sheet)
	}
	return model.Phrase{}
}
