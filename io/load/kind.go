package load

import (
	"bytes"
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

// isWorkbook decides whether a file is to be read as a workbook or as text, or
// says why it can be neither.
func (s source) isWorkbook(v survey) (bool, error) {
	named := slices.Contains(workbookEndings(), s.ending())
	switch kind := kindOf(v.head); {
	case len(trimSpace(v.head)) == 0 && v.size <= headSize:
		return false, s.fail(model.P("the file is empty"), model.P("export it again"))
	case kind == zipFile && (named || s.path == stdinPath):
		return true, s.checkParts()
	case kind == zipFile:
		return false, s.zipError()
	case kind == oleFile:
		return true, nil
	case named && s.ending() != oldEnding:
		return false, s.fail(model.P("it is not an Excel workbook, in spite of its name"),
			model.P("if it is text, rename it to end in .csv, else save it again as .xlsx"))
	case kind == gzipFile:
		return false, s.fail(model.P("it is packed twice"), model.P("unpack it and open the file inside"))
	case kind == tarFile:
		return false, s.fail(model.P("it is a tar archive, not a text file"), model.P("unpack it and open the files inside"))
	case kind == otherFile:
		return false, s.binaryError()
	case isMarkup(v.head):
		return false, s.fail(model.P("it holds a web page or XML, not a table of plain text"),
			model.P("open it in Excel and save it as .xlsx"))
	}
	return false, nil
}

func (s source) binaryError() error {
	return s.fail(model.P("it is not a text file"), model.P("export the data as CSV or .xlsx"))
}

// zipError says what a zip file is that is not named as a workbook.
func (s source) zipError() error {
	r, size, closer, err := s.randomAccess()
	if err != nil {
		return err
	}
	defer closer.Close()
	if book, err := xlsx.Open(r, size); err == nil && len(book.Sheets()) > 0 {
		return s.fail(model.P("it is an Excel workbook under another ending"), model.P("rename it to end in .xlsx"))
	}
	return s.fail(model.P("it is a zip archive, not a text file"), model.P("unpack it and open the file inside"))
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
