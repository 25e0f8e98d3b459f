package cli

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"custseg/io/export"
	"custseg/model"
)

// dialectVar registers the flag of the dialect of SQL.
func dialectVar(cmd *cobra.Command, to *string) {
	cmd.Flags().StringVar(to, "dialect", string(export.DuckDB), "the `dialect` of a .sql: "+dialects())
}

// checkSQL refuses a dialect that is not known, and a query of several methods at
// once.
func (f runFlags) checkSQL(r model.Recipe) error {
	for _, d := range []string{f.dialect, r.Output.Dialect} {
		if d != "" && !slices.Contains(export.Dialects(), export.Dialect(d)) {
			return usagef("--dialect %s: choose from %s", d, dialects())
		}
	}
	for _, path := range f.out {
		if len(r.Also) > 0 && strings.EqualFold(filepath.Ext(path), ".sql") {
			return usagef("--out %s: a query is of one method", path)
		}
	}
	return nil
}

// dialects lists the dialects of SQL.
func dialects() string {
	var words []string
	for _, d := range export.Dialects() {
		words = append(words, string(d))
	}
	return strings.Join(words, ", ")
}
