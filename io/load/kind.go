package load

import (
	"bytes"
	"errors"
	"slices"

	"custseg/io/load/xlsx"
	"custseg/model"
)

// workbookEndings are the endings of the workbooks that can be read.
func workbookEndings() []string { return []string{".xlsx", ".xlsm", oldEnding} }

// oldEnding is the ending of the workbooks of before 2007. Shops give it to text
// and web pages too, so that Excel opens them.
const oldEnding = ".xls"

// fileKind is what a file's first bytes say it is.
type fileKind uint8

const (
	textFile fileKind = iota
	zipFile           // also a workbook
	oleFile           // a workbook of before 2007 or an encrypted one
	gzipFile
	tarFile
	otherFile
)

// tarMark is where a tar archive says what it is.
const tarMark = 257

// oleMark is how a compound file begins, in which the Office of before 2007 kept
// its documents and later ones keep encrypted ones.
const oleMark = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

// kindOf tells a file's kind from its first bytes.
func kindOf(head []byte) fileKind {
	has := func(magic string) bool { return bytes.HasPrefix(head, []byte(magic)) }
	switch {
	case has("PK\x03\x04"), has("PK\x05\x06"):
		return zipFile
	case has(oleMark):
		return oleFile
	case has("\x1F\x8B\x08"):
		return gzipFile
	case len(head) >= tarMark+5 && string(head[tarMark:tarMark+5]) == "ustar":
		return tarFile
	case has("%PDF-"), has("\x89PNG"), has("PAR1"), has("SQLite format 3"):
		return otherFile
	}
	return textFile
}

// isWorkbook decides by what a file holds, not by its name, whether it is to be
// read as a workbook or as text, or says why it can be neither.
func (s source) isWorkbook(v survey) (bool, error) {
	named := slices.Contains(workbookEndings(), s.ending())
	switch kind := kindOf(v.head); {
	case len(trimSpace(v.head)) == 0 && v.size <= headSize:
		return false, s.fail(model.P("the file is empty"), model.P("export it again"))
	case kind == zipFile:
		if !named && s.path != stdinPath {
			if err := s.checkSheets(); err != nil {
				return false, err
			}
		}
		return true, s.checkParts()
	case kind == oleFile:
		return true, nil
	case kind == gzipFile:
		return false, s.fail(model.P("it is packed twice"), model.P("unpack it and open the file inside"))
	case kind == tarFile:
		return false, s.fail(model.P("it is a tar archive, not a text file"), model.P("unpack it and open the files inside"))
	case kind == otherFile:
		return false, s.binaryError()
	case isMarkup(v.head):
		return false, s.fail(model.P("it holds a web page or XML, not a table of plain text"),
			model.P("open it in Excel and save it as .xlsx"))
	case isJSON(v.head):
		return false, s.fail(model.P("it holds JSON, not a table of plain text"), model.P("export the data as CSV or .xlsx"))
	}
	return false, nil
}

// misnamed tells that a file holds another kind of table than its ending says.
func (s source) misnamed(v survey) []model.Finding {
	ending := s.ending()
	key := ""
	switch kindOf(v.head) {
	case zipFile:
		if ending != "" && ending != ".xlsx" && ending != ".xlsm" {
			key = "the file is an Excel workbook (.xlsx), in spite of its ending %s, and was read as one"
		}
	case oleFile:
		if ending != "" && ending != oldEnding {
			key = "the file is a workbook of Excel before 2007 (.xls), in spite of its ending %s, and was read as one"
		}
	case textFile:
		if slices.Contains(workbookEndings(), ending) {
			key = "the file holds text, in spite of its ending %s, and was read as text"
		}
	}
	if key == "" || s.path == stdinPath {
		return nil
	}
	return []model.Finding{{Level: model.Info, Column: -1, Text: model.P(key, ending)}}
}

func (s source) binaryError() error {
	if slices.Contains(workbookEndings(), s.ending()) {
		return s.fail(model.P("it is not an Excel workbook, in spite of its name"), model.P("save it again as .xlsx"))
	}
	return s.fail(model.P("it is not a text file"), model.P("export the data as CSV or .xlsx"))
}

// zipError says that a zip file is no workbook.
func (s source) zipError() error {
	return s.fail(model.P("it is a zip archive, not a text file"), model.P("unpack it and open the file inside"))
}

// checkSheets fails when a zip file is no workbook, and says what it is where that
// is known.
func (s source) checkSheets() error {
	r, size, closer, err := s.randomAccess()
	if err != nil {
		return s.zipError()
	}
	defer closer.Close()
	book, err := xlsx.Open(r, size)
	switch {
	case errors.Is(err, xlsx.ErrOpenDoc), errors.Is(err, xlsx.ErrBinary):
		return s.workbookError(err)
	case err != nil || len(book.Sheets()) == 0:
		return s.zipError()
	}
	return nil
}

// isMarkup reports whether text begins as a web page or an XML document does,
// as the exports of some web shops named .xls do.
func isMarkup(head []byte) bool {
	head = bytes.ToLower(trimSpace(head[:min(len(head), 512)]))
	for _, tag := range []string{"<html", "<!doctype", "<?xml", "<table", "<meta"} {
		if bytes.HasPrefix(head, []byte(tag)) {
			return true
		}
	}
	return false
}

// isJSON reports whether text begins as a JSON document does, one of records in a
// list or of a record a line.
func isJSON(head []byte) bool {
	head = trimSpace(bytes.TrimPrefix(head, []byte(markUTF8)))
	listed := bytes.HasPrefix(head, []byte("["))
	if listed {
		head = trimSpace(head[1:])
	}
	if listed && bytes.HasPrefix(head, []byte("[")) {
		return true
	}
	record, ok := bytes.CutPrefix(head, []byte("{"))
	if !ok {
		return false
	}
	record = trimSpace(record)
	return bytes.HasPrefix(record, []byte{'"'}) || bytes.HasPrefix(record, []byte{'}'})
}
