package export

import (
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"custseg/model"
	"custseg/model/person"
)

// PersonalFiles lists the files whose names may tell a person, such as
// orders_of_Jane_Doe.csv. What a mask writes names files without their folders, as
// the recipe finds them again by name, and warns of these.
func PersonalFiles(d *model.Dataset) []string {
	var out []string
	for _, path := range inputs(d) {
		if name := filepath.Base(path); path != "" && !slices.Contains(out, name) && namesPerson(name) {
			out = append(out, name)
		}
	}
	return out
}

// namesPerson reports whether a file's name has two words beside each other that
// are a person's name, or in Chinese one.
func namesPerson(file string) bool {
	words := strings.FieldsFunc(strings.TrimSuffix(file, filepath.Ext(file)), func(r rune) bool { return !unicode.IsLetter(r) })
	for i, w := range words {
		if len(w) != len([]rune(w)) && person.Known(w) { // a script without spaces
			return true
		}
		if i > 0 && !isMonth(w) && !isMonth(words[i-1]) && person.Known(words[i-1]+" "+w) {
			return true
		}
	}
	return false
}

func isMonth(word string) bool {
	return slices.Contains([]string{"april", "may", "june", "august"}, strings.ToLower(word))
}

// FilesNote warns of names of files that may tell a person.
func FilesNote(names []string) model.Phrase {
	return model.P("the name of a file may tell a person, and is written as it is: %s; rename the file before masking it", strings.Join(names, ", "))
}
