package export

import (
	"context"
	"encoding/json"
	"io"

	"custseg/model"
)

// WriteRecipe writes a recipe as JSON.
func WriteRecipe(path string, r model.Recipe, force bool) error {
	b, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	var inputs []string
	for _, s := range r.Sources {
		inputs = append(inputs, s.Path)
	}
	return replaceFile(context.Background(), path, force, inputs, func(w io.Writer) error {
		_, err := w.Write(append(b, '\n'))
		return err
	})
}
