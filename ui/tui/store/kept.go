package store

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// named is a thing under a name of the user's, such as a preset.
type named[T any] interface {
	called() string
	renamed(name string) T
}

// kind is how a kind of kept things is spoken of in errors.
type kind struct {
	noName string // there is no name to keep one under
	taken  string // another has the name
	none   error  // none has the name
}

// find returns where in a list the thing of a name stands, -1 for none.
func find[T named[T]](all []T, name string) int {
	return slices.IndexFunc(all, func(one T) bool { return one.called() == name })
}

// put keeps a thing in the place of one of the same name, or behind all others.
func put[T named[T]](all []T, one T) []T {
	if i := find(all, one.called()); i >= 0 {
		all[i] = one
		return all
	}
	return append(all, one)
}

// rename gives the thing of a name another, which must be free.
func rename[T named[T]](k kind, all []T, old, name string) ([]T, error) {
	i := find(all, old)
	switch {
	case i < 0:
		return nil, fmt.Errorf("%s: %w", old, k.none)
	case name != old && find(all, name) >= 0:
		return nil, fmt.Errorf("%s: %s", name, k.taken)
	}
	all[i] = all[i].renamed(name)
	return all, nil
}

// remove forgets the thing of a name.
func remove[T named[T]](k kind, all []T, name string) ([]T, error) {
	i := find(all, name)
	if i < 0 {
		return nil, fmt.Errorf("%s: %w", name, k.none)
	}
	return slices.Delete(all, i, i+1), nil
}

// nameFor trims a name to keep something under.
func (k kind) nameFor(name string) (string, error) {
	if name = strings.TrimSpace(name); name == "" {
		return "", errors.New(k.noName)
	}
	return name, nil
}
