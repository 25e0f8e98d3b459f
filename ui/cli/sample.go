package cli

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"custseg/io/export"
	"custseg/io/load"
	"custseg/model"
)

func (a *App) sampleCommand() *cobra.Command {
	var force bool
	cmd := &cobra.Command{
		Use:   "sample DIR",
		Short: "Write the sample data to a folder, as CSV files and as one workbook",
		Args:  wantArgs(1, 1, "one folder"),
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := args[0]
			if err := os.MkdirAll(dir, 0o755); err != nil {
				return fmt.Errorf("%s: the folder cannot be made: %w", dir, err)
			}
			files, err := fs.Glob(a.Samples, "shop/*.csv.gz")
			if err != nil {
				return err
			}
			for _, name := range files {
				if err := a.writeSample(name, filepath.Join(dir, strings.TrimSuffix(path.Base(name), ".gz")), force); err != nil {
					return err
				}
			}
			data, err := load.Open(cmd.Context(), []string{sampleName}, load.Options{Samples: a.Samples}, nil)
			if err != nil {
				return err
			}
			// The orders, the longest table, come first: that is the sheet read when
			// none is named.
			slices.SortStableFunc(data.Tables, func(x, y *model.Table) int { return y.Rows() - x.Rows() })
			book := filepath.Join(dir, "shop.xlsx")
			if err := export.Tables(cmd.Context(), book, data, force); err != nil {
				return err
			}
			fmt.Fprintf(a.Out, "written: %s\n", book)
			return nil
		},
	}
	cmd.Flags().BoolVar(&force, "force", false, "overwrite existing files")
	return cmd
}

// writeSample unpacks one file of the built-in data.
func (a *App) writeSample(name, path string, force bool) error {
	b, err := load.ReadSample(a.Samples, name)
	if err != nil {
		return err
	}
	if err := export.WriteBytes(path, b, force); err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.Out, "written: %s\n", path)
	return err
}
