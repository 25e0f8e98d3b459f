package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"custseg/io/export"
	"custseg/model"
)

// maskFlags say what is told of persons in what is written and printed.
type maskFlags struct {
	mask    bool
	privacy []string
	salt    string
}

// saltVariable names the salt in the environment, where other users of the
// machine do not see it among the programs that run.
const saltVariable = "CUSTSEG_SALT"

func (f *maskFlags) register(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.BoolVar(&f.mask, "mask", false, "replace names, phones, e-mails and addresses and hash ids in all that is written and printed; without a salt hashes differ at each run")
	flags.StringArrayVar(&f.privacy, "privacy", nil, "tell of a column what `column=choice` says: "+disclosures()+"; a choice alone is of all columns that name persons (repeatable)")
	flags.StringVar(&f.salt, "salt", "", "the secret `text` to hash with: with the same one a value has the same hash in every file (default: "+saltVariable+", else random and not kept)")
}

// disclosures lists what can be told of a column.
func disclosures() string {
	var words []string
	for _, d := range model.Disclosures() {
		words = append(words, string(d))
	}
	return strings.Join(words, ", ")
}

// over puts the flags over what a recipe tells of persons.
func (f maskFlags) over(cmd *cobra.Command, p model.Privacy) (model.Privacy, error) {
	if cmd.Flags().Changed("mask") {
		p.Default = model.KeepColumn
		if f.mask {
			p.Default = model.MaskColumn
		}
	}
	for _, text := range f.privacy {
		column, choice := "", text
		if at := strings.LastIndexByte(text, '='); at >= 0 {
			column, choice = text[:at], text[at+1:]
		}
		told := model.Disclosure(strings.ToLower(strings.TrimSpace(choice)))
		switch {
		case !slices.Contains(model.Disclosures(), told), strings.HasPrefix(text, "="):
			return p, usagef("--privacy %s: write it as column=choice, and the choice is one of %s", text, disclosures())
		case column == "":
			p.Default = told
		default:
			p = p.With(column, told)
		}
	}
	if f.salt != "" && !p.Hides() {
		return p, usagef("--salt is what --mask and --privacy hash with: give one of them too")
	}
	return p, nil
}

// check reports the first column that the flags name and the data has not.
func (f maskFlags) check(d *model.Dataset) error {
	for _, text := range f.privacy {
		if at := strings.LastIndexByte(text, '='); at >= 0 {
			if err := export.CheckPrivacy(d, model.Privacy{}.With(text[:at], model.DropColumn)); err != nil {
				return fmt.Errorf("--privacy %s: %w", text, err)
			}
		}
	}
	return nil
}

// maskOptions are the options of export that a privacy and the flags ask for.
func (a *App) maskOptions(f maskFlags, p model.Privacy) export.Options {
	o := export.Options{Privacy: p}
	if p.Hides() {
		o.Salt = a.saltOf(f)
	}
	return o
}

// saltOf is the salt that was given, by the flag or in the environment; empty for
// none.
func (a *App) saltOf(f maskFlags) []byte {
	if f.salt != "" {
		return []byte(f.salt)
	}
	return []byte(a.Getenv(saltVariable))
}

// printPrivacy says which columns are not told as they are, a way a line.
func printPrivacy(w io.Writer, d export.Document, p model.Privacy) error {
	told, err := export.Disclose(d, p)
	if err != nil {
		return err
	}
	columns := told.Columns
	var remarks []string
	for _, c := range columns {
		if c.FreeText && c.Told != model.KeepColumn && !slices.Contains(remarks, c.Header) {
			remarks = append(remarks, c.Header)
		}
	}
	for _, way := range []struct {
		told model.Disclosure
		word string
	}{{model.MaskColumn, "masked"}, {model.HashColumn, "hashed"}, {model.DropColumn, "dropped"}} {
		var names []string
		for _, c := range columns {
			name := c.Header
			if c.ID {
				name = "customer ids"
			}
			if c.Told == way.told && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
		if len(names) > 0 {
			fmt.Fprintf(w, "%s: %s\n", way.word, plain(strings.Join(names, ", ")))
		}
	}
	if names := partlyKept(columns); len(names) > 0 {
		fmt.Fprintf(w, "kept, but for names and numbers that are hidden elsewhere, which are hashed there too: %s\n", plain(strings.Join(names, ", ")))
	}
	if len(remarks) > 0 {
		fmt.Fprintf(w, "free text may name anybody, and is hidden whole: %s; --privacy %q keeps it without the names and numbers found in it\n",
			plain(strings.Join(remarks, ", ")), plain(remarks[0])+"=keep")
	}
	warn := func(names []string, note func([]string) model.Phrase) {
		if len(names) > 0 {
			fmt.Fprintf(w, "warning: %s\n", plain(note(names).In(d.Printer)))
		}
	}
	warn(told.Files, export.FilesNote)
	warn(told.Tracing, export.TraceNote)
	warn(told.Open, export.OpenNote)
	return nil
}

// partlyKept lists the headers of columns that are kept but for what is hidden in
// others, none twice.
func partlyKept(columns []export.ColumnPrivacy) []string {
	var out []string
	for _, c := range columns {
		if c.Partly && !slices.Contains(out, c.Header) {
			out = append(out, c.Header)
		}
	}
	return out
}
