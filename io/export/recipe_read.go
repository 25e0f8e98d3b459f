package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"syscall"

	"github.com/xuri/excelize/v2"

	"custseg/model"
)

// ReadRecipe reads a recipe from a file that holds one: as [WriteRecipe] writes
// it, a result in JSON, or a workbook. Where a file holds several, its path is
// followed by # and which: the sheet of a workbook, a or b of a comparison. An
// error says what the file holds instead, or what of the recipe is wrong.
func ReadRecipe(path string) (model.Recipe, error) {
	file, part := path, ""
	if _, err := os.Stat(path); err != nil {
		if at := strings.LastIndexByte(path, '#'); at >= 0 {
			file, part = path[:at], path[at+1:]
		}
	}
	r, err := readRecipe(file, part)
	if err != nil {
		return r, fmt.Errorf("%s: %w", path, err)
	}
	return r, nil
}

// mostRecipe is how large a file of JSON may be that holds a recipe.
const mostRecipe = 256 << 20

func readRecipe(path, part string) (model.Recipe, error) {
	f, err := os.Open(path)
	if err != nil {
		return model.Recipe{}, unreadable(err)
	}
	defer f.Close()
	head := make([]byte, 512)
	n, err := io.ReadFull(f, head)
	if err != nil && n == 0 && !errors.Is(err, io.EOF) {
		return model.Recipe{}, unreadable(err)
	}
	head = bytes.TrimSpace(bytes.TrimPrefix(head[:n], []byte("\xef\xbb\xbf")))
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return recipeOfBook(path, part)
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")):
		return model.Recipe{}, errors.New("no recipe can be read from it: it is a workbook with a password or one of Excel before 2007; open it in Excel and save it as .xlsx without a password")
	case !bytes.HasPrefix(head, []byte("{")):
		return model.Recipe{}, errors.New("there is no recipe in it: it is neither a recipe as --save-recipe writes it, nor a result in JSON, nor a workbook with a sheet Recipe")
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return model.Recipe{}, unreadable(err)
	}
	b, err := io.ReadAll(io.LimitReader(f, mostRecipe+1))
	switch {
	case err != nil:
		return model.Recipe{}, unreadable(err)
	case len(b) > mostRecipe:
		return model.Recipe{}, errors.New("the file is too large to hold a recipe")
	}
	return ParseRecipe(bytes.TrimPrefix(b, []byte("\xef\xbb\xbf")), part)
}

// unreadable says that a recipe cannot be read, and what helps.
func unreadable(err error) error {
	help := "check that the file and its disk are in order"
	switch {
	case errors.Is(err, syscall.EISDIR):
		help = "name a file in it"
	case errors.Is(err, fs.ErrNotExist):
		help = "check the spelling and the folder"
	case errors.Is(err, fs.ErrPermission):
		help = "change its permissions or copy it to a folder of yours"
	}
	return fmt.Errorf("the recipe cannot be read: %w; %s", withoutPath(err), help)
}

// withoutPath is an error of the file system without the path, which the caller
// tells.
func withoutPath(err error) error {
	var of *os.PathError
	if errors.As(err, &of) {
		return of.Err
	}
	return err
}

// ParseRecipe reads a recipe from JSON: its own, or that of a result which holds
// one. part is a or b for that side of a comparison, else empty.
func ParseRecipe(text []byte, part string) (model.Recipe, error) {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(text, &fields); err != nil {
		return model.Recipe{}, fmt.Errorf("it is not JSON as custseg writes it: %w", err)
	}
	whole, isResult := fields["recipe"]
	if _, versioned := fields["version"]; !versioned && !isResult {
		return recipeOfSide(fields, part)
	}
	if part != "" {
		return model.Recipe{}, fmt.Errorf("it holds one recipe: leave #%s out", part)
	}
	if isResult && fields["version"] == nil {
		text = whole
	}
	return decodeRecipe(text, "the recipe")
}

// decodeRecipe reads a recipe that errors call by a name.
func decodeRecipe(text []byte, name string) (r model.Recipe, err error) {
	if err := json.Unmarshal(text, &r); err != nil {
		return r, fmt.Errorf("%s is not as custseg writes it: %w", name, err)
	}
	for _, ending := range r.Output.Formats {
		if _, err := formatOf("file."+ending, ".md", ".sql"); err != nil {
			return r, fmt.Errorf(`%s has in the field "formats" of "export" %q, which is no kind of file that is written`, name, model.Brief(ending))
		}
	}
	return r, nil
}

// recipeOfSide reads the recipe of one side of a comparison or a migration.
func recipeOfSide(fields map[string]json.RawMessage, part string) (model.Recipe, error) {
	sides := map[string]json.RawMessage{}
	for name, text := range fields {
		var side map[string]json.RawMessage
		if json.Unmarshal(text, &side) == nil && side["recipe"] != nil {
			sides[name] = side["recipe"]
		}
	}
	names := slices.Sorted(maps.Keys(sides))
	switch {
	case len(names) == 0:
		return model.Recipe{}, errors.New(`there is no recipe in it: neither a field "version" nor a field "recipe"`)
	case sides[part] == nil:
		return model.Recipe{}, fmt.Errorf("it holds the recipes of %s: write # and one of these behind the name of the file", strings.Join(names, ", "))
	}
	return decodeRecipe(sides[part], "the recipe of "+part)
}

// recipeOfBook reads the recipe of a workbook's sheet, of any that has one when
// the name is empty.
func recipeOfBook(path, sheet string) (model.Recipe, error) {
	f, err := excelize.OpenFile(path)
	if err != nil {
		return model.Recipe{}, fmt.Errorf("it is no workbook that can be read: %w; name an .xlsx that custseg run wrote", withoutPath(err))
	}
	defer f.Close()
	if sheet == "" {
		if sheet, err = sheetOfRecipe(f.GetSheetList()); err != nil {
			return model.Recipe{}, err
		}
	}
	rows, err := f.Rows(sheet)
	if err != nil {
		return model.Recipe{}, fmt.Errorf("the workbook has no sheet %s; its sheets are %s", sheet, strings.Join(f.GetSheetList(), ", "))
	}
	defer rows.Close()
	var text strings.Builder
	for rows.Next() {
		cells, err := rows.Columns()
		if err != nil {
			return model.Recipe{}, fmt.Errorf("the sheet %s cannot be read: %w", sheet, err)
		}
		if len(cells) > 0 {
			text.WriteString(cells[0])
		}
	}
	var first json.RawMessage // what follows it says what has changed
	if err := json.NewDecoder(strings.NewReader(text.String())).Decode(&first); err != nil {
		return model.Recipe{}, fmt.Errorf("the sheet %s holds no recipe: %w", sheet, err)
	}
	r, err := ParseRecipe(first, "")
	if err != nil {
		return r, fmt.Errorf("the sheet %s: %w", sheet, err)
	}
	return r, nil
}

// sheetOfRecipe chooses the sheet of the recipe among those of a workbook.
func sheetOfRecipe(sheets []string) (string, error) {
	var some []string
	for _, name := range sheets {
		if name == recipeSheet {
			return name, nil
		}
		if strings.HasPrefix(name, recipeSheet+" ") {
			some = append(some, "#"+name)
		}
	}
	if len(some) > 0 {
		return "", fmt.Errorf("the workbook holds several recipes: write %s behind its name", strings.Join(some, " or "))
	}
	return "", fmt.Errorf("the workbook has no sheet %s: it is not one that custseg run wrote", recipeSheet)
}
