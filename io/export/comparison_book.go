package export

import (
	"context"
	"io"

	"custseg/model"
)

// The sheets of a workbook of two segmentations.
const (
	matrixSheet = "Matrix"
	moversSheet = "Movers"
)

// pairBook is a workbook of two segmentations being written.
type pairBook struct {
	*book
	pair    *pairView
	columns []column
}

// writeBook writes the pairing as a workbook whose sheets hold at most a number
// of rows.
func (v *pairView) writeBook(ctx context.Context, w io.Writer, f pairForms, o Options, most int, report func(float64)) error {
	b := &pairBook{book: newBook(ctx, report), pair: v, columns: f.columns}
	b.view, b.options, b.most = v.first, o, most
	b.remarks = v.remarks()
	defer b.file.Close()
	var err error
	if b.looks, err = newLooks(b.file); err != nil {
		return err
	}
	if err := f.book(b); err != nil {
		return err
	}
	return b.save(w)
}

// sideSheets are the sheets of one side, and the view that they are of.
type sideSheets struct {
	view                   *view
	profile, rules, recipe string
	told                   Profile
}

// side names the sheets of a side by a word, and its rules by a name.
func (b *pairBook) side(v *view, word string, name model.Phrase) (sideSheets, error) {
	told, err := v.profile(b.ctx)
	if err != nil {
		return sideSheets{}, err
	}
	shown := *v
	shown.method.Name = name
	out := sideSheets{view: &shown, told: told, rules: b.names.claim(rulesSheet + " " + word), recipe: b.names.claim(recipeSheet + " " + word)}
	if len(told.Lines) > 0 {
		out.profile = b.names.claim(profileSheet + " " + word)
	}
	return out, nil
}

// rowList is rows of columns of the customers, for sheets of one name.
type rowList struct {
	sheet   string
	columns []column
	count   int
	at      func(k int) int // which customer is the k-th
}

// lay adds the sheets in the order of their tabs and returns those of rows, which
// are not written yet.
func (b *pairBook) lay(lists []rowList, sides [2]sideSheets) ([]rowList, error) {
	for _, name := range []string{matrixSheet, moversSheet} {
		b.names.claim(name)
	}
	tabs := []string{summarySheet, matrixSheet}
	var sheets []rowList
	b.ledger.columns = b.columns
	for _, l := range lists {
		for _, part := range b.split(everyone, l.sheet, l.count, func(k int) int32 { return int32(l.at(k)) }) {
			tabs = append(tabs, part.sheet)
			b.steps.rows += part.count
			if l.sheet == customersSheet {
				b.ledger.lists = append(b.ledger.lists, part)
			}
			sheets = append(sheets, rowList{part.sheet, l.columns, part.count, func(k int) int { return int(part.customer(k)) }})
		}
	}
	for _, of := range []func(sideSheets) string{func(s sideSheets) string { return s.profile }, func(s sideSheets) string { return s.rules }} {
		for _, s := range sides {
			if name := of(s); name != "" {
				tabs = append(tabs, name)
			}
		}
	}
	return sheets, b.addSheets(append(tabs, qualitySheet, sides[0].recipe, sides[1].recipe))
}

// fill writes what stands behind the front page, and gives the book its title.
func (b *pairBook) fill(title string, rows []rowList, sides [2]sideSheets) error {
	if err := b.fillRows(rows); err != nil {
		return err
	}
	if err := b.fillSides(sides); err != nil {
		return err
	}
	return b.properties(title)
}

// fillSides writes the sheets of both sides, and the quality of the data as the
// second has it.
func (b *pairBook) fillSides(sides [2]sideSheets) error {
	kept := b.view
	defer func() { b.view, b.tabs = kept, nil }()
	for _, s := range sides {
		b.view, b.tabs = s.view, map[string]string{profileSheet: s.profile, rulesSheet: s.rules}
		if err := b.profileSheet(s.told); err != nil {
			return err
		}
		if err := b.rulesSheet(); err != nil {
			return err
		}
		if err := b.recipeOn(s.recipe, s.view.savedRecipe()); err != nil {
			return err
		}
	}
	b.view, b.tabs = b.pair.second, nil
	return b.qualitySheet()
}

// ledgerColumns are the columns of the segments on both sides, nil of a side that
// has customers who are not on the sheet, and that of money, nil without one.
func (b *pairBook) ledgerColumns() (first, second, money model.Column) {
	for _, c := range b.columns {
		switch {
		case c.header == b.pair.sides[0] && listed(b.pair.FirstAt) == b.pair.first.source.Len():
			first = c.Column
		case c.header == b.pair.sides[1] && listed(b.pair.SecondAt) == b.pair.second.source.Len():
			second = c.Column
		case c.role == measureColumn && c.header == string(model.Monetary):
			money = c.Column
		}
	}
	return first, second, money
}

// listed counts the customers of a side who are on the sheet.
func listed(at []int32) int {
	n := 0
	for _, k := range at {
		if k >= 0 {
			n++
		}
	}
	return n
}

// fillRows writes the sheets of rows.
func (b *pairBook) fillRows(sheets []rowList) error {
	for _, l := range sheets {
		if err := b.rowSheet(l.sheet, "", l.columns, l.count, l.at); err != nil {
			return err
		}
	}
	return nil
}
