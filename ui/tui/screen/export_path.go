package screen

import (
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/message"

	"custseg/model"
)

// exportFormats are the endings of the files that can be written of a result,
// pairFormats of those of a comparison.
var (
	exportFormats = [...]string{"xlsx", "csv", "json", "md", "sql"}
	pairFormats   = exportFormats[:3]
)

// defaultPath names a file in the current folder after the first source and
// the method, such as orders-rfm.xlsx. Nothing in a CSV can say that it is made
// of partial data, so its name does.
func defaultPath(sources []model.Source, method, format string, partial bool) string {
	name := ""
	if len(sources) > 0 {
		path := sources[0].Path
		if sample, ok := strings.CutPrefix(path, "sample:"); ok {
			path, _, _ = strings.Cut(sample, "/")
		}
		name = filepath.Base(strings.ReplaceAll(path, `\`, "/"))
		name = strings.TrimSuffix(name, filepath.Ext(name))
	}
	if strings.Trim(name, "-./") == "" { // standard input, or a name that is all ending
		name = "segments"
	}
	name += "-" + cmp.Or(method, "segments")
	if partial && format == "csv" {
		name += "-partial"
	}
	return name + "." + format
}

// formatOfPath returns the format that a path's ending says, if it is one of some.
func formatOfPath(path string, formats []string) (format string, ok bool) {
	ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))
	return ending, slices.Contains(formats, ending)
}

// withFormat gives a path the ending of a format in the place of another
// format's.
func withFormat(path, format string) string {
	if _, ok := formatOfPath(path, exportFormats[:]); ok {
		path = strings.TrimSuffix(path, filepath.Ext(path))
	}
	return path + "." + format
}

// checkPath says what is wrong with the path of a file to write in one of some
// formats, as typed.
func checkPath(pr *message.Printer, path string, formats []string) error {
	base := filepath.Base(path)
	if strings.HasSuffix(path, "/") || base == "." || base == ".." || base == "~" {
		return errors.New(say(pr, "that is a folder; name a file in it"))
	}
	if _, ok := formatOfPath(path, formats); !ok && filepath.Ext(path) != "" {
		return errors.New(say(pr, "end it in one of .%s", strings.Join(formats, " .")))
	}
	return nil
}

// recipePath names the recipe beside a file.
func recipePath(path string) string {
	return strings.TrimSuffix(path, filepath.Ext(path)) + ".recipe.json"
}

// atHome puts the home folder in the place of a leading ~, as a shell does.
func atHome(path string) string {
	if path != "~" && !strings.HasPrefix(path, "~/") {
		return path
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return path
	}
	return filepath.Join(home, path[1:])
}
