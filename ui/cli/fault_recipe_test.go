package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A recipe that cannot be carried out is named with the field, and what helps.
func TestFaultRecipes(t *testing.T) {
	t.Parallel()
	file := month(t, "jan.csv", monthHeader, "2024-01", 30)
	for _, c := range []struct {
		name, fields string
		files        []string
		code         int
		says         string
	}{
		{"a check that there is not", `"treatments":[{"check":"outlayers","action":"cap"}]`, []string{file}, exitFailed,
			`the field "treatments" of the recipe, entry 1: no check of quality is called "outlayers"; there are duplicate_rows,`},
		{"an action that it does not take", `"treatments":[{"check":"outliers","action":"cap"},{"check":"email","action":"cap"}]`, []string{file}, exitFailed,
			`entry 2: "cap" cannot be done about email; it takes keep, drop, blank`},
		{"a limit that is no day", `"treatments":[{"check":"future_dates","action":"drop","limit":"NaN"}]`, []string{file}, exitFailed,
			`entry 1: the limit of future_dates, the day taken for today: "NaN" is not a date: write it as 2011-12-31`},
		{"no files", `"sources":[]`, nil, exitUsage, " names no file: name one, as in custseg run --recipe "},
		{"a parameter of another form", `"params":{"bins":{"a":1}}`, []string{file}, exitFailed, `the parameter "bins": cuts are lists of numbers by measure`},
		{"a seed below 0", `"seed":-1`, []string{file}, exitFailed, `the field "seed" is a JSON number -1, and should be a whole number, 0 or more`},
	} {
		path := write(t, "r.json", `{"version":1,"method":"rfm",`+c.fields+`}`)
		o := custseg(t, append([]string{"run", "--recipe", path}, c.files...)...)
		if o.code != c.code || !strings.Contains(o.err, c.says) || !strings.Contains(o.err, path) {
			t.Errorf("%s: exit %d: %s", c.name, o.code, o.err)
		}
	}
}

// A file that is no recipe says what it is.
func TestFaultRecipeFiles(t *testing.T) {
	t.Parallel()
	locked, err := os.ReadFile(filepath.Join("..", "..", "io", "load", "xls", "testdata", "locked.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	for path, says := range map[string]string{
		t.TempDir():                                                 "is a directory; name a file in it",
		filepath.Join(t.TempDir(), "none.json"):                     "no such file or directory; check the spelling and the folder",
		write(t, "locked.xlsx", string(locked)):                     "a workbook with a password or one of Excel before 2007; open it in Excel and save it as .xlsx without a password",
		write(t, "book.ods", "PK\x03\x04"+strings.Repeat("x", 600)): "it is no workbook that can be read: zip: not a valid zip file; name an .xlsx that custseg run wrote",
	} {
		if o := custseg(t, "run", "--recipe", path); o.code != exitFailed || !strings.HasPrefix(o.err, "custseg: "+path+": ") || !strings.Contains(o.err, says) {
			t.Errorf("%s: exit %d: %s", path, o.code, o.err)
		}
	}
}

// The folder of the sample data that cannot be made says why, once, and what helps.
func TestFaultSampleFolder(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(write(t, "a.csv", "x"), "below")
	o := custseg(t, "sample", dir)
	if want := "custseg: " + dir + ": the folder cannot be made: not a directory; choose one in a folder where you may write\n"; o.code != exitFailed || o.err != want {
		t.Errorf("exit %d: %s", o.code, o.err)
	}
}
