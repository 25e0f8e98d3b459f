package cli

import (
	"context"
	"errors"
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
			w := sampleWriter{samples: a.Samples, dir: args[0], force: force}
			if err := w.write(cmd.Context()); err != nil {
				w.undo()
				return err
			}
			for _, path := range w.written {
				if _, err := fmt.Fprintf(a.Out, "written: %s\n", path); err != nil {
					return err
				}
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&force, "force", false, "overwrite existing files")
	return cmd
}

// sampleWriter writes the built-in data to a folder, all of it or nothing.
type sampleWriter struct {
	samples fs.FS
	dir     string
	force   bool
	written []string
	made    []string // that were not there before
}

func (w *sampleWriter) write(ctx context.Context) error {
	_, missing := os.Stat(w.dir)
	if err := os.MkdirAll(w.dir, 0o755); err != nil {
		var of *fs.PathError
		if errors.As(err, &of) {
			err = of.Err
		}
		return fmt.Errorf("%s: the folder cannot be made: %w; choose one in a folder where you may write", w.dir, err)
	}
	if missing != nil {
		w.made = append(w.made, w.dir)
	}
	files, err := fs.Glob(w.samples, "shop/*.csv.gz")
	if err != nil {
		return err
	}
	for _, name := range files {
		err := w.file(strings.TrimSuffix(path.Base(name), ".gz"), func(path string) error {
			b, err := load.ReadSample(w.samples, name)
			if err != nil {
				return err
			}
			return export.WriteBytes(path, b, w.force)
		})
		if err != nil {
			return err
		}
	}
	data, err := load.Open(ctx, []string{sampleName}, load.Options{Samples: w.samples}, nil)
	if err != nil {
		return err
	}
	// The orders, the longest table, come first: that is the sheet read when none is
	// named.
	slices.SortStableFunc(data.Tables, func(x, y *model.Table) int { return y.Rows() - x.Rows() })
	return w.file("shop.xlsx", func(path string) error { return export.Tables(ctx, path, data, w.force) })
}

// file writes one file of the folder.
func (w *sampleWriter) file(name string, write func(path string) error) error {
	path := filepath.Join(w.dir, name)
	_, missing := os.Lstat(path)
	if err := write(path); err != nil {
		return err
	}
	w.written = append(w.written, path)
	if missing != nil {
		w.made = append(w.made, path)
	}
	return nil
}

// undo removes what was made, the folder last.
func (w *sampleWriter) undo() {
	for _, path := range slices.Backward(w.made) {
		_ = os.Remove(path) // the error that led here is told
	}
}
