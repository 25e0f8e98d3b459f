package export

import (
	"context"
	"io"
	"strings"

	"custseg/model"
)

// WriteRecipe writes a recipe as JSON.
func WriteRecipe(path string, r model.Recipe, force bool) error {
	text, err := recipeText(r)
	if err != nil {
		return err
	}
	var inputs []string
	for _, s := range r.Sources {
		inputs = append(inputs, s.Path)
	}
	return replaceFile(context.Background(), path, force, inputs, func(w io.Writer) error {
		_, err := io.WriteString(w, text+"\n")
		return err
	})
}

// recipeText writes a recipe as JSON that is good to read: signs of filters stay
// as they are.
func recipeText(r model.Recipe) (string, error) {
	var out strings.Builder
	err := writeIndented(&out, r)
	return strings.TrimSpace(out.String()), err
}
