package store

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"custseg/model"
)

// Recipe is a whole analysis under a name of the user's.
type Recipe struct {
	Name   string       `json:"name"`
	Recipe model.Recipe `json:"recipe"`
}

// recipesFile is the file of recipes, in the order they were made.
type recipesFile struct {
	Version int      `json:"version"`
	Recipes []Recipe `json:"recipes"`
}

const recipesName = "recipes.json"

// ErrNoRecipe is returned for a name that no recipe has.
var ErrNoRecipe = errors.New("there is no such recipe")

// Recipes returns all recipes in the order they were made.
func (s *Store) Recipes() ([]Recipe, error) {
	f := recipesFile{Version: version}
	if err := read(s.folders.Config, recipesName, &f); err != nil {
		return nil, err
	}
	return f.Recipes, checkVersion(s.folders.Config, recipesName, f.Version)
}

// SaveRecipe keeps a recipe, in the place of one of the same name.
func (s *Store) SaveRecipe(r Recipe) error {
	r.Name = strings.TrimSpace(r.Name)
	if r.Name == "" {
		return errors.New("a recipe needs a name")
	}
	return s.changeRecipes(func(all []Recipe) ([]Recipe, error) {
		if i := slices.IndexFunc(all, r.sameName); i >= 0 {
			all[i] = r
			return all, nil
		}
		return append(all, r), nil
	})
}

// DeleteRecipe forgets a recipe.
func (s *Store) DeleteRecipe(name string) error {
	return s.changeRecipes(func(all []Recipe) ([]Recipe, error) {
		i := slices.IndexFunc(all, Recipe{Name: name}.sameName)
		if i < 0 {
			return nil, fmt.Errorf("%s: %w", name, ErrNoRecipe)
		}
		return slices.Delete(all, i, i+1), nil
	})
}

func (r Recipe) sameName(o Recipe) bool { return r.Name == o.Name }

// changeRecipes reads the recipes as they are now, changes and writes them.
func (s *Store) changeRecipes(change func([]Recipe) ([]Recipe, error)) error {
	all, err := s.Recipes()
	if err != nil {
		return err
	}
	if all, err = change(all); err != nil {
		return err
	}
	return write(s.folders.Config, recipesName, recipesFile{version, all})
}
