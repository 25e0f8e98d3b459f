package export

import (
	"strconv"

	"github.com/xuri/excelize/v2"
)

// page is how a sheet looks on the screen and on paper.
type page struct {
	widths []float64 // of the columns, in digits
	tab    string    // colour of the tab
	grid   bool      // show grid lines
	panes  *excelize.Panes
	titles int // the row repeated on every printed page, 0 for none

	onePage  bool // print on one page, however small
	portrait bool // print on upright paper
	rows     bool // print a table of rows, as many pages wide as it takes
}

// A table of rows is printed on pages side by side, at a scale in percent that can
// be read, when it would have to be smaller than the least to fit on one.
const (
	paperPixels = 1045 // the width of landscape A4 within its margins
	leastScale  = 60
	rowsScale   = 70
	// mostAcross is how many pages side by side a row takes at the most: what stands
	// further to the right is read on the screen.
	mostAcross = 3
)

// beside reports whether the page is printed on several side by side.
func (p page) beside() bool {
	total := 0
	for _, w := range p.widths {
		total += pixels(w)
	}
	return p.rows && total*leastScale/100 > paperPixels
}

// printed is how many columns go on paper: all, or those on the first pages of a
// table of rows. Each page begins with the first column.
func (p page) printed() int {
	if !p.beside() {
		return len(p.widths)
	}
	const room = paperPixels * 100 / rowsScale
	first := pixels(p.widths[0])
	pages, used := 1, first
	for i, w := range p.widths[1:] {
		used += pixels(w)
		if used > room {
			pages, used = pages+1, first+pixels(w)
		}
		if pages > mostAcross {
			return i + 1
		}
	}
	return len(p.widths)
}

// setPage makes a sheet print on A4, as wide as one page or, where that
// cannot be read, on several with the first column repeated.
func (b *book) setPage(name string, p page) error {
	beside := p.beside()
	fit := !beside
	props := &excelize.SheetPropsOptions{FitToPage: &fit}
	if p.tab != "" {
		props.TabColorRGB = &p.tab
	}
	if err := b.file.SetSheetProps(name, props); err != nil {
		return err
	}
	if err := b.file.SetPageLayout(name, p.layout()); err != nil {
		return err
	}
	side, top, bottom, edge := 0.4, 0.5, 0.6, 0.3 // inches
	if p.portrait {
		top, bottom, edge = 0.4, 0.45, 0.2
	}
	if err := b.file.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &top, Bottom: &bottom, Header: &edge, Footer: &edge}); err != nil {
		return err
	}
	foot := "&L&A&R&P / &N"
	if n := p.printed(); n < len(p.widths) {
		last, err := excelize.ColumnNumberToName(n)
		if err != nil {
			return err
		}
		area := quoteSheet(name) + "!$A:$" + last
		if err := b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", Scope: name, RefersTo: area}); err != nil {
			return err
		}
		foot = "&L&A&C" + b.printer().Sprintf("Printed: columns 1 to %d of %d", n, len(p.widths)) + "&R&P / &N"
	}
	if err := b.file.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddFooter: foot}); err != nil {
		return err
	}
	if p.titles > 0 {
		row := "$" + strconv.Itoa(p.titles)
		titles := quoteSheet(name) + "!" + row + ":" + row
		if beside {
			titles = quoteSheet(name) + "!$A:$A," + titles
		}
		if err := b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: name, RefersTo: titles}); err != nil {
			return err
		}
	}
	return b.file.SetSheetView(name, 0, &excelize.ViewOptions{ShowGridLines: &p.grid})
}

// layout is the paper, and how the sheet is fitted to it.
func (p page) layout() *excelize.PageLayoutOptions {
	turned, a4, wide, high := "landscape", 9, 1, 0 // as high as it takes
	if p.portrait {
		turned = "portrait"
	}
	out := &excelize.PageLayoutOptions{Size: &a4, Orientation: &turned}
	if p.beside() {
		scale, across := uint(rowsScale), "overThenDown" // all columns of some customers, then the next ones
		out.AdjustTo, out.PageOrder = &scale, &across
		return out
	}
	if p.onePage {
		high = 1
	}
	out.FitToWidth, out.FitToHeight = &wide, &high
	return out
}
