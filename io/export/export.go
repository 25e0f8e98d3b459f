// Package export writes a segmentation as a workbook, a CSV file, a JSON object,
// a report in Markdown or an SQL query. It knows the model and nothing of how the segments came about: what a
// reader should know of the method comes with the [Document].
//
// Files appear whole or not at all, memory does not follow the number of rows,
// and the same document gives the same bytes: no clock is read, and the only
// chance is the key of a mask that is not given.
package export

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/model/parallel"
	"custseg/model/quality"
	"custseg/model/wording"
)

// Param is one parameter of a method as it was in force.
type Param struct {
	ID             string
	Label, Help    model.Phrase
	Value, Default string // as written on the command line
}

// Method is what a reader should know of the method behind the segments.
type Method struct {
	ID                  string
	Name, Summary, Rule model.Phrase
	Source              string
	Unwritten           model.Phrase // why its segments are no query, empty where they can be one
	Params              []Param
}

// Document is everything a file needs. Dataset is the data as it was loaded. A
// nil Printer means English.
type Document struct {
	Dataset      *model.Dataset
	Customers    *model.Customers
	Segmentation *model.Segmentation
	Recipe       model.Recipe
	Method       Method
	Printer      *message.Printer
	Effects      []quality.Effect // what treatments did to the dataset before customers were made
	// Quality reports on the data for a workbook; nil leaves the report out.
	Quality func(ctx context.Context) (quality.Report, error)
	// Profile compares the segments with all customers; nil leaves profiles out.
	Profile func(ctx context.Context) (Profile, error)
	// Snapshot is what the recipe met and made, for a file that holds the recipe;
	// nil leaves the recipe as it is.
	Snapshot func() *model.Snapshot
	Replay   *Replay // nil for a recipe that was not read from a file; what is the same is not written
}

// Options says how a file is written.
type Options struct {
	Force bool // overwrite a file that exists
	// Privacy is what is told of columns that name persons, or that it names
	// itself. Salt is the key of hashes; empty means a random one that nobody keeps.
	Privacy model.Privacy
	Salt    []byte
	// SegmentSheets adds a sheet for each segment to a workbook, while there are
	// no more than [MostSheetedCustomers] customers.
	SegmentSheets bool
	// ValuesOnly writes no formulas into a workbook: the numbers of its Summary
	// otherwise follow a segment that is changed on the sheet of customers.
	ValuesOnly bool
	Dialect    Dialect // of SQL; empty means the first of [Dialects]
	BOM        bool    // begins a CSV with a byte order mark, by which Excel knows it for UTF-8
}

// Write writes the document to a file in the format of its ending: .xlsx, .csv,
// .json, .md for a report, or .sql for the rule as a query. It reports progress as a share of 1. After an error or a cancel
// there is no new file and an old one is as it was.
func Write(ctx context.Context, path string, d Document, o Options, report func(done float64)) error {
	format, err := formatOf(path, ".md", ".sql")
	if err != nil {
		return err
	}
	v, err := parallel.Stoppable(ctx, func() (*view, error) { return newView(d, o) })
	if err != nil {
		return failed(path, err)
	}
	if report == nil {
		report = func(float64) {}
	}
	return replaceFile(ctx, path, o.Force, inputs(d.Dataset), func(w io.Writer) error {
		switch format {
		case ".csv":
			return writeCSV(w, v, o, report)
		case ".json":
			return writeJSON(ctx, w, v)
		case ".md":
			return writeMarkdown(ctx, w, v)
		case ".sql":
			return writeSQL(ctx, w, v, o.Dialect)
		}
		return writeWorkbook(ctx, w, v, o, report)
	})
}

// ErrFormat reports a path whose ending names no known format.
var ErrFormat = errors.New("the ending of the name says the format")

// Check reports what would keep Write from beginning, so that of several files
// none is written when one cannot be.
func Check(path string, d Document, o Options) error {
	format, err := formatOf(path, ".md", ".sql")
	if err != nil {
		return err
	}
	if format == ".sql" {
		if err := checkSQL(path, d, o); err != nil {
			return err
		}
	}
	_, _, err = checkTarget(path, o.Force, inputs(d.Dataset))
	return err
}

// formatOf returns the ending of a path in lower case, if it is a known one or one
// of others.
func formatOf(path string, others ...string) (string, error) {
	known := append([]string{".xlsx", ".csv", ".json"}, others...)
	ending := strings.ToLower(filepath.Ext(path))
	for _, k := range known {
		if k == strings.ToLower(filepath.Base(path)) {
			return "", fmt.Errorf("cannot write %s: it is an ending without a name before it; write one, as in segments%s", path, k)
		}
		if k == ending {
			return k, nil
		}
	}
	return "", fmt.Errorf("cannot write %s: %w, and is one of %s", path, ErrFormat, strings.Join(known, ", "))
}

// inputs lists the files the data was read from.
func inputs(d *model.Dataset) []string {
	var out []string
	for _, s := range d.Sources {
		out = append(out, s.Path)
	}
	for _, t := range d.Tables {
		out = append(out, t.File)
	}
	return out
}

// JSON writes the document as one JSON object. Of the options it reads Privacy
// and Salt.
func JSON(w io.Writer, d Document, o Options) error {
	d.Snapshot = soon(d.Snapshot)
	v, err := newView(d, o)
	if err != nil {
		return err
	}
	return writeJSON(context.Background(), w, v)
}

// soon begins to take a snapshot, which is waited for when it is asked for.
func soon(take func() *model.Snapshot) func() *model.Snapshot {
	if take == nil {
		return nil
	}
	var s *model.Snapshot
	var beside parallel.Group
	beside.Go(func() { s = take() })
	return func() *model.Snapshot {
		beside.Wait()
		return s
	}
}

// printer returns the document's printer, or the English one.
func (d Document) printer() *message.Printer {
	return cmp.Or(d.Printer, wording.English())
}
