package cli

import (
	"strings"

	"custseg/model"
	"custseg/model/quality"
	"custseg/seg"
	"custseg/ui/pipeline"
)

// treatHelp is the help of the flag --treat.
const treatHelp = "act on a finding of quality: `check[:column]=action` (repeatable), as in outliers:Income=cap; custseg profile lists them"

// treat puts the treatments of flags into a recipe. What depends on today
// remembers the day, so that a replay of the recipe needs no clock.
func treat(r model.Recipe, flags []string) (model.Recipe, error) {
	for _, text := range flags {
		t, err := parseTreatment(text)
		if err != nil {
			return r, err
		}
		r = r.WithTreatment(t)
	}
	return r, nil
}

// parseTreatment reads check[:column]=action. The column may hold colons and
// equals signs.
func parseTreatment(text string) (model.Treatment, error) {
	at := strings.LastIndexByte(text, '=')
	if at <= 0 {
		return model.Treatment{}, usagef("--treat %s: write it as check=action or check:column=action, as in --treat outliers:Income=cap", text)
	}
	id, column, _ := strings.Cut(text[:at], ":")
	t := model.Treatment{Check: id, Column: column, Action: model.Action(text[at+1:])}
	check, err := quality.Lookup(id)
	if err != nil {
		return t, usagef("--treat %s: %w%s", text, err, meant(id, checkIDs()))
	}
	if err := quality.Validate(t); err != nil {
		return t, usagef("--treat %s: %w%s", text, err, meant(string(t.Action), actionIDs(check)))
	}
	if check.Dated && t.Action != model.Keep {
		t.Limit = pipeline.Today().String()
	}
	return t, nil
}

// meant suggests the word that was meant.
func meant(word string, known []string) string {
	if near := seg.Nearest(word, known); near != "" && near != word {
		return "; did you mean " + near + "?"
	}
	return ""
}

func checkIDs() []string {
	var out []string
	for _, c := range quality.Checks() {
		out = append(out, c.ID)
	}
	return out
}

func actionIDs(c quality.Check) []string {
	var out []string
	for _, a := range c.Actions {
		out = append(out, string(a))
	}
	return out
}
