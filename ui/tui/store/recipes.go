package store

import (
	"errors"

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

// ErrNoRecipe is returned for a name that no recipe has.
var ErrNoRecipe = errors.New("there is no such recipe")

var recipeKind = kind{noName: "a recipe needs a name", taken: "a recipe of this name is there already", none: ErrNoRecipe}

// Recipes returns all recipes in the order they were made.
func (s *Store) Recipes() ([]Recipe, error) {
	f := recipesFile{Version: version}
	if err := s.recipes().read(&f); err != nil {
		return nil, err
	}
	return f.Recipes, s.recipes().checkVersion(f.Version)
}

// SaveRecipe keeps a recipe, in the place of one of the same name.
func (s *Store) SaveRecipe(r Recipe) (err error) {
	if r.Name, err = recipeKind.nameFor(r.Name); err != nil {
		return err
	}
	return s.changeRecipes(func(all []Recipe) ([]Recipe, error) { return put(all, r), nil })
}

// DeleteRecipe forgets a recipe.
func (s *Store) DeleteRecipe(name string) error {
	return s.changeRecipes(func(all []Recipe) ([]Recipe, error) { return remove(recipeKind, all, name) })
}

// RenameRecipe gives a recipe another name, which must be free.
func (s *Store) RenameRecipe(old, name string) (err error) {
	if name, err = recipeKind.nameFor(name); err != nil {
		return err
	}
	return s.changeRecipes(func(all []Recipe) ([]Recipe, error) { return rename(recipeKind, all, old, name) })
}

func (r Recipe) called() string { return r.Name }

func (r Recipe) renamed(name string) Recipe {
	r.Name = name
	return r
}

// changeRecipes reads the recipes as they are now, changes and writes them.
func (s *Store) changeRecipes(change func([]Recipe) ([]Recipe, error)) error {
	all, err := s.Recipes()
	if err != nil {
		return err
	}
	if all, err = change(all); err != nil {
		return err
	}
	return s.recipes().write(recipesFile{version, all})
}
