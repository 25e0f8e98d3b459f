package screen

import (
	"context"

	"custseg/ui/tui/grid"
)

// kept are things of one kind under names of the user's, presets or recipes, as
// last read from where they are kept.
type kept[T any] struct {
	read    func() ([]T, error)
	keeping string // what is being done, such as keeping presets
	all     []T
	trouble error // why they could not be read
}

// All returns the things in the order they were made.
func (k *kept[T]) All() []T { return k.all }

// Load reads them.
func (k *kept[T]) Load(host Host) {
	k.change(host, func() error { return nil }, func(error) {})
}

// change does something to them where they are kept, and reads them again. Done is
// given what went wrong.
func (k *kept[T]) change(host Host, do func() error, done func(error)) {
	var all []T
	var reading error
	host.Start(Task{
		Name:  k.keeping,
		Quiet: true,
		Work: func(context.Context, func(float64)) error {
			err := do()
			all, reading = k.read()
			return err
		},
		Done: func(err error) {
			k.all, k.trouble = all, reading
			done(err)
		},
	})
}

// shelf is what a [keptPage] shows and does that differs by what is kept.
type shelf interface {
	said() shelfText
	told(done keptTask, name string) string // that it is done
	rows() grid.Source
	nameOf(row int) string
	trouble() error // why the rows could not be read
	// inForce writes what would be saved, and about what is kept in a row and why it
	// cannot be put in force.
	inForce() string
	about(row int) (text, misfit string)
	apply(row int)
	save(name string, done func(error))
	rename(old, name string, done func(error))
	remove(name string, done func(error))
	whyNotSaved() string // why nothing can be saved, nothing when it can
}

// shelfText is what a page says of the kind of things that it lists.
type shelfText struct {
	place, crumb, title string
	empty, none         string // in the place of the list, and of an action
	gone                error  // what remove returns where another program did it
	lines               int    // at most, of what is kept in a row
}
