package export

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"errors"
	"io"
	"regexp"
	"slices"
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
	// formulas are the sheets with formulas, by their names in the archive: for
	// each cell whose formula comes to a text, that text.
	formulas map[string]map[string]string
}

func newRowZip(ctx context.Context, w io.Writer, rows map[string]*rowSource, formulas map[string]map[string]string) *rowZip {
	z := zip.NewWriter(w)
	// A third of the default level's time for a tenth more bytes.
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, 3) })
	return &rowZip{z, ctx, rows, formulas}
}

// Create begins an entry, as [zip.Writer.Create] does.
func (z *rowZip) Create(name string) (io.Writer, error) {
	w, err := z.Writer.Create(name)
	out := w
	if rows, ok := z.rows[name]; ok {
		out = &sheetEntry{w, z.ctx, rows}
	}
	if texts, ok := z.formulas[name]; ok {
		out = formulaEntry{out, texts}
	}
	return out, err
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
// it comes to a text, and writes none: those with a value come to a number, and
// texts holds what others come to by the cell.
type formulaEntry struct {
	w     io.Writer
	texts map[string]string
}

var (
	numberFormula = regexp.MustCompile(` t="str">(<f>[^<]*</f><v>)`)
	textFormula   = regexp.MustCompile(`<c r="([A-Z]+[0-9]+)"[^>]* t="str"><f>[^<]*</f></c>`)
)

// Write takes the sheet's whole XML.
func (e formulaEntry) Write(p []byte) (int, error) {
	out := numberFormula.ReplaceAll(p, []byte(">$1"))
	if len(e.texts) > 0 {
		out = textFormula.ReplaceAllFunc(out, func(cell []byte) []byte {
			text, ok := e.texts[string(textFormula.FindSubmatch(cell)[1])]
			if !ok {
				return cell
			}
			return slices.Concat(bytes.TrimSuffix(cell, []byte("</c>")), []byte("<v>"+escapeText(text)+"</v></c>"))
		})
	}
	_, err := e.w.Write(out)
	return len(p), err
}
