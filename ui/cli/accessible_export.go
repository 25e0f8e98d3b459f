package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"custseg/io/export"
	"custseg/model"
	"custseg/ui/pipeline"
)

// export asks for a path and writes the result there, with those of the methods
// that were kept.
func (t *talk) export() error {
	if n := len(t.recipe.Choices()); n > 1 {
		t.say("The file will hold %d methods.", n)
	}
	for {
		path, err := t.answer("Path to write, ending in .xlsx, .csv, .json, .md or .sql; + to keep this result for the file of another method; or 0:")
		switch {
		case err != nil || path == "0" || path == "":
			return err
		case path == "+":
			t.keep()
			return nil
		}
		o := export.Options{SegmentSheets: true}
		if o.Privacy, err = t.askPrivacy(); err != nil {
			return err
		}
		if err := t.askFormat(path, &o); err != nil {
			return err
		}
		if _, missing := os.Stat(path); !errors.Is(missing, fs.ErrNotExist) {
			if o.Force, err = t.sure(t.pr.Sprintf("%s is there already. Overwrite it?", path)); err != nil {
				return err
			}
		}
		err = t.write(path, o)
		switch {
		case err == nil:
			t.say("Written: %s", path)
			return nil
		case t.ctx.Err() != nil:
			return t.ctx.Err()
		}
		t.say("It could not be written: %s", oneLine(err))
	}
}

// keep keeps the result for files that hold it beside that of another method.
func (t *talk) keep() {
	t.recipe = t.recipe.WithAlso(t.recipe.First())
	t.say("Kept. Run another method, and the file will hold both.")
}

// askPrivacy asks what the file tells of persons: of all columns that name them,
// or of each.
func (t *talk) askPrivacy() (model.Privacy, error) {
	var p model.Privacy
	columns, err := export.Columns(t.result.Document(t.pr), p)
	if err != nil {
		return p, err
	}
	var names []string
	for _, c := range columns {
		names = append(names, c.Header)
	}
	t.say("Columns that name persons or hold ids: %s.", plain(strings.Join(names, ", ")))
	told, err := t.disclosure(t.pr.Sprintf("What the file tells of them: keep, drop, mask, hash, or each to choose one by one:"), "each")
	if err != nil {
		return p, err
	}
	if told != "each" {
		p.Default = model.Disclosure(told)
		return p, nil
	}
	for _, c := range columns {
		one, err := t.disclosure(t.pr.Sprintf("%s: keep, drop, mask or hash:", plain(c.Header)))
		if err != nil {
			return p, err
		}
		p = p.With(t.result.Dataset.Tables[c.Table].Name+":"+c.Header, model.Disclosure(one))
	}
	return p, nil
}

// disclosure asks for what is told of columns, or another word; nothing means
// keep.
func (t *talk) disclosure(question string, others ...string) (string, error) {
	for _, d := range model.Disclosures() {
		others = append(others, string(d))
	}
	for {
		text, err := t.answer("%s", question)
		if err != nil {
			return "", err
		}
		switch text = strings.ToLower(text); text {
		case "", "no", "n":
			return string(model.KeepColumn), nil
		case "yes", "y":
			return string(model.MaskColumn), nil
		}
		if slices.Contains(others, text) {
			return text, nil
		}
		t.say("%q is none of these words.", text)
	}
}

// askFormat asks for what is to be known of one format alone.
func (t *talk) askFormat(path string, o *export.Options) (err error) {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".csv":
		o.BOM, err = t.sure(t.pr.Sprintf("Begin it with a byte order mark, so that Excel shows Chinese and accents?"))
	case ".xlsx":
		o.ValuesOnly, err = t.sure(t.pr.Sprintf("Numbers in the Summary in place of formulas?"))
	case ".sql":
		var text string
		text, err = t.answer("Dialect of SQL, %s, or Enter for the first:", dialects())
		o.Dialect = export.Dialect(strings.ToLower(text))
	}
	return err
}

// write writes the result, or those of all methods that were kept.
func (t *talk) write(path string, o export.Options) error {
	recipe := t.recipe.WithPrivacy(o.Privacy).WithOutput(model.Output{ValuesOnly: o.ValuesOnly, BOM: o.BOM, Dialect: string(o.Dialect)})
	results, err := t.line.RunAll(t.ctx, recipe, nil)
	switch {
	case err != nil:
		return err
	case len(results) == 1:
		return export.Write(t.ctx, path, results[0].Document(t.pr), o, nil)
	}
	return export.WriteSeveral(t.ctx, path, pipeline.Several(results, t.pr), o, nil)
}
