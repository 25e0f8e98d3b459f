package wording

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestEverySentenceWithACountIsWordedForOne reads the program's own text: what
// prints a count before a noun is in the catalogue, and what the catalogue holds
// is said somewhere.
func TestEverySentenceWithACountIsWordedForOne(t *testing.T) {
	said := sayings(t, "../..")
	if len(said) < 1000 {
		t.Fatalf("only %d texts were found", len(said))
	}
	nouns, worded := map[string]bool{}, map[string]bool{}
	for _, s := range sentences() {
		worded[s.key()] = true
		if said[s.key()] == "" {
			t.Errorf("nothing says %q", s.key())
		}
		for _, p := range s.parts {
			if words := strings.Fields(p.text); p.arg > 0 && p.text == p.one+"s" && len(words) == 1 {
				nouns[p.text] = true
			}
		}
	}
	counted := regexp.MustCompile(`%(?:\[\d\])?d (?:([a-z]+) )?([a-z]+)`)
	for text, where := range said {
		for _, m := range counted.FindAllStringSubmatch(text, -1) {
			if m[1] != "of" && nouns[m[2]] && !worded[text] {
				t.Errorf("%s: %q has no words for a count of one: add it to package wording", where, text)
			}
		}
	}
}

// sayings are the texts of the program below a folder that a reader may see, with
// the place of one: errors for programmers are not among them.
func sayings(t *testing.T, root string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "wording" || d.Name() == "testdata" || d.Name() == "golden"):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && forProgrammers(call) {
				return false
			}
			if e, ok := n.(ast.Expr); ok {
				if text, ok := constant(e); ok {
					out[text] = fset.Position(e.Pos()).String()
					return false
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// forProgrammers reports whether a call words an error or a text without a
// printer.
func forProgrammers(call *ast.CallExpr) bool {
	f, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	of, ok := f.X.(*ast.Ident)
	return ok && (of.Name == "fmt" || of.Name == "errors")
}

// constant is the text of a string, or of strings that are added up.
func constant(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		if e.Kind != token.STRING {
			return "", false
		}
		text, err := strconv.Unquote(e.Value)
		return text, err == nil
	case *ast.BinaryExpr:
		a, first := constant(e.X)
		b, second := constant(e.Y)
		return a + b, first && second && e.Op == token.ADD
	}
	return "", false
}
