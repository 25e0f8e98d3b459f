package export

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"regexp"
	"slices"
	"sort"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/message"

	"custseg/model"
	"custseg/model/wording"
)

// book is a workbook being written. Excelize makes all of it but the rows of
// customers, which [rowZip] puts in as the workbook is saved.
type book struct {
	ctx          context.Context
	view         *view
	file         *excelize.File
	names        sheetNames
	looks        looks
	styles       map[numberLook]int
	fills        map[string]int               // cells of one colour, by colour
	segmentLooks []look                       // of each segment's name
	tabs         map[string]string            // the names of the method's sheets where these are not the usual ones
	rowsOf       map[string]*rowSource        // by the sheet's name in the archive
	formulas     map[string]map[string]string // see rowZip
	ledger       ledger                       // where all customers stand
	remarks      []string                     // what Quality notes before what the view does
	options      Options
	most         int // rows of a sheet of customers, its header included
	tables       int // made so far
	charts       int // made so far
	own          ownChart
	table        tableAt // of the method in view
	steps        *progress
}

// progress counts the rows that were written.
type progress struct {
	report     func(float64)
	rows, done int
}

func (p *progress) tick(rows int) {
	p.done += rows
	p.report(float64(p.done) / float64(max(1, p.rows)))
}

// mostCells of a sheet keep its XML below 4 GB, where zip archives change their
// form and Excel takes offence.
const mostCells = 40_000_000

// writeWorkbook writes the workbook to w.
func writeWorkbook(ctx context.Context, w io.Writer, v *view, o Options, report func(float64)) error {
	return writeBook(ctx, w, v, o, min(excelize.TotalRows, mostCells/len(v.columns())), report)
}

// writeBook writes a workbook whose sheets hold at most a number of rows.
func writeBook(ctx context.Context, w io.Writer, v *view, o Options, most int, report func(float64)) error {
	b := newBook(ctx, report)
	b.most = most
	b.view, b.options = v, o
	defer b.file.Close()
	if err := b.fill(); err != nil {
		return err
	}
	return b.save(w)
}

// newBook makes an empty workbook.
func newBook(ctx context.Context, report func(float64)) *book {
	return &book{ctx: ctx, file: excelize.NewFile(), names: newSheetNames(),
		styles: map[numberLook]int{}, fills: map[string]int{}, rowsOf: map[string]*rowSource{}, formulas: map[string]map[string]string{}, steps: &progress{report: report}}
}

// printer says sentences: of the result in view, or, in a workbook of tables that
// has none, in English.
func (b *book) printer() *message.Printer {
	if b.view == nil {
		return wording.English()
	}
	return b.view.printer
}

// fill makes every sheet.
func (b *book) fill() error {
	var err error
	if b.looks, err = newLooks(b.file); err != nil {
		return err
	}
	if n := len(b.view.columns()); n > excelize.MaxColumns {
		return fmt.Errorf("there are %d columns, and a sheet holds %d; write .csv instead", n, excelize.MaxColumns)
	}
	all := b.allCustomers()
	b.ledger = ledger{all, b.view.columns()}
	p, err := b.plan(nil, slices.Concat(all, b.segmentLists("")))
	if err != nil {
		return err
	}
	if err := b.addSheets(slices.Concat(p.sheets, []string{qualitySheet, recipeSheet}, p.last)); err != nil {
		return err
	}
	for _, fill := range []func() error{func() error { return b.method(p) }, b.qualitySheet, b.recipeSheet, func() error { return b.properties(b.title()) }} {
		if err := fill(); err != nil {
			return err
		}
	}
	return nil
}

// methodSheets is what a method has of a workbook.
type methodSheets struct {
	view    *view
	tabs    map[string]string // the names of its sheets where these are not the usual ones
	looks   []look            // of its segments' names
	lists   []customerList
	plots   []model.Chart
	tables  []tableSheet
	profile Profile
	sheets  []string // in the order of their tabs
	last    []string // behind all others
}

// plan finds out what the sheets of the method in view are, under the usual names
// or those of tabs.
func (b *book) plan(tabs map[string]string, lists []customerList) (methodSheets, error) {
	p := methodSheets{view: b.view, tabs: tabs, lists: lists, plots: b.view.plots()}
	b.tabs = tabs
	var err error
	if p.looks, err = b.newSegmentLooks(); err != nil {
		return p, err
	}
	if p.profile, err = b.view.profile(b.ctx); err != nil {
		return p, err
	}
	p.sheets = []string{b.tab(summarySheet)}
	for _, l := range lists {
		p.sheets = append(p.sheets, l.sheet)
		b.steps.rows += l.count
	}
	if len(p.plots) > 0 {
		p.sheets = append(p.sheets, b.tab(chartsSheet))
	}
	for _, l := range b.view.listings() {
		t := tableSheet{b.names.claim(b.view.text(l.Title)), l}
		p.tables, p.sheets = append(p.tables, t), append(p.sheets, t.name)
	}
	if len(p.profile.Lines) > 0 {
		p.sheets = append(p.sheets, b.tab(profileSheet))
	}
	p.sheets = append(p.sheets, b.tab(rulesSheet))
	if hasDots(p.plots) {
		p.last = []string{b.tab(dotsSheet)}
	}
	return p, nil
}

// method writes the sheets of a method, which were added before.
func (b *book) method(p methodSheets) error {
	b.view, b.tabs, b.segmentLooks = p.view, p.tabs, p.looks
	links := map[int]string{}
	for _, l := range p.lists {
		if links[l.segment] == "" {
			links[l.segment] = l.sheet
		}
	}
	b.own, b.table = ownChart{}, tableAt{}
	if err := b.summarySheet(links, p.plots); err != nil {
		return err
	}
	for _, l := range p.lists {
		if err := b.customerSheet(l); err != nil {
			return err
		}
	}
	for _, t := range p.tables {
		if err := b.listingSheet(t); err != nil {
			return err
		}
	}
	for _, fill := range []func() error{func() error { return b.chartsSheet(p.plots) }, b.drawOwn, func() error { return b.profileSheet(p.profile) }, b.rulesSheet} {
		if err := fill(); err != nil {
			return err
		}
	}
	return nil
}

// tab is the name of one of the sheets that every method has.
func (b *book) tab(name string) string { return cmp.Or(b.tabs[name], name) }

// addSheets makes the empty sheets, in the order of their tabs.
func (b *book) addSheets(names []string) error {
	for i, name := range names {
		var err error
		if i == 0 { // a new workbook has one
			err = b.file.SetSheetName(b.file.GetSheetName(0), name)
		} else {
			_, err = b.file.NewSheet(name)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// title names the workbook.
func (b *book) title() string {
	return b.view.text(model.P("Customer segments: %s", b.view.method.Name))
}

// properties sets what file managers show. The date is the data's, not the
// clock's.
func (b *book) properties(title string) error {
	p := &excelize.DocProperties{Title: clean(title), Creator: "custseg", LastModifiedBy: "custseg"}
	if asOf := b.view.source.AsOf; asOf != model.NoDay {
		p.Created = asOf.String() + "T00:00:00Z"
		p.Modified = p.Created
	}
	if err := b.file.SetDocProps(p); err != nil {
		return err
	}
	if p.Created == "" {
		b.dropDates()
	}
	return b.file.SetAppProps(&excelize.AppProperties{Application: "custseg"})
}

// dropDates takes the dates of the document out of it, which excelize sets to some
// day of its own.
func (b *book) dropDates() {
	const part = "docProps/core.xml"
	if core, ok := b.file.Pkg.Load(part); ok {
		b.file.Pkg.Store(part, regexp.MustCompile(`<dcterms:(created|modified)[^>]*>[^<]*</dcterms:(created|modified)>`).ReplaceAll(core.([]byte), nil))
	}
}

// save writes the workbook to w.
func (b *book) save(w io.Writer) error {
	// Excelize lists the types of pictures in an order that chance decides.
	types := b.file.ContentTypes.Defaults
	sort.Slice(types, func(i, j int) bool { return types[i].Extension < types[j].Extension })
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return newRowZip(b.ctx, w, b.rowsOf, b.formulas) })
	if err := b.file.Write(io.Discard); err != nil {
		return err
	}
	b.steps.report(1)
	return nil
}

// number returns the style of a number.
func (b *book) number(l numberLook) (int, error) {
	if id, ok := b.styles[l]; ok {
		return id, nil
	}
	id, err := b.file.NewStyle(l.style())
	b.styles[l] = id
	return id, err
}

// fillOf returns the style of a cell of one colour.
func (b *book) fillOf(color string) (int, error) {
	if id, ok := b.fills[color]; ok {
		return id, nil
	}
	id, err := b.file.NewStyle(&excelize.Style{Fill: solid(color)})
	b.fills[color] = id
	return id, err
}

// cell is a styled value of a sheet; a nil value leaves the style alone. With a
// formula the value is what the formula comes to.
type cell struct {
	style   int
	value   any
	formula string
}

// textCell is a cell of text that no program runs.
func textCell(l look, s string) cell {
	s = cut(clean(s), excelize.TotalCellChars)
	if risky(s) {
		return cell{style: l.quoted, value: s}
	}
	return cell{style: l.plain, value: s}
}
