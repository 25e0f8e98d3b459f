package export

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"errors"
	"io"
	"regexp"
)

// rowZip is the zip archive of a workbook. Excelize hands it each sheet whole,
// and a sheet of customers with its header alone: the rows are made as they
// pass into the archive, so that no number of them takes memory. (Excelize's
// own stream writers keep megabytes of every sheet, and then the whole archive,
// in memory.)
type rowZip struct {
	*zip.Writer
	ctx  context.Context
	rows map[string]*rowSource // by the sheet's name in the archive
	// formulas are the sheets with formulas, by their names in the archive.
	formulas map[string]bool
}

func newRowZip(ctx context.Context, w io.Writer, rows map[string]*rowSource, formulas map[string]bool) *rowZip {
	z := zip.NewWriter(w)
	// A third of the default level's time for a tenth more bytes.
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, 3) })
	return &rowZip{z, ctx, rows, formulas}
}

// Create begins an entry, as [zip.Writer.Create] does.
func (z *rowZip) Create(name string) (io.Writer, error) {
	w, err := z.Writer.Create(name)
	if rows, ok := z.rows[name]; ok {
		return &sheetEntry{w, z.ctx, rows}, err
	}
	if z.formulas[name] {
		return formulaEntry{w}, err
	}
	return w, err
}

// sheetEntry is the entry of a sheet whose rows are not in what excelize
// writes.
type sheetEntry struct {
	w    io.Writer
	ctx  context.Context
	rows *rowSource
}

// Write takes the sheet's whole XML and writes it with its rows.
func (e *sheetEntry) Write(p []byte) (int, error) {
	const end = "</sheetData>"
	before, after, found := bytes.Cut(p, []byte(end))
	if !found {
		return 0, errors.New("excelize wrote a sheet in another form than expected: please report this fault")
	}
	if _, err := e.w.Write(before); err != nil {
		return 0, err
	}
	if err := e.rows.write(e.ctx, e.w); err != nil {
		return 0, err
	}
	_, err := e.w.Write(append([]byte(end), after...))
	return len(p), err
}

// formulaEntry is the entry of a sheet with formulas. Excelize says of each that
// it comes to a text; those with a value come to a number.
type formulaEntry struct{ w io.Writer }

var numberFormula = regexp.MustCompile(` t="str">(<f>[^<]*</f><v>)`)

// Write takes the sheet's whole XML.
func (e formulaEntry) Write(p []byte) (int, error) {
	_, err := e.w.Write(numberFormula.ReplaceAll(p, []byte(">$1")))
	return len(p), err
}
