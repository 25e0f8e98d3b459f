package seg

import (
	"errors"
	"strings"

	"custseg/model"
	"custseg/model/wording"
)

// noColumn is the error of data none of whose columns a method takes by itself:
// what is lacking, and the notes of what was left out and why.
func noColumn(lacking string, notes []model.Phrase) error {
	english := wording.English()
	parts := []string{lacking}
	for _, n := range notes {
		parts = append(parts, n.In(english))
	}
	return errors.New(strings.Join(append(parts, "Name columns with --set columns=A,B"), ". "))
}
