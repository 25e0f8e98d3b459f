package model

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
)

// RecipeVersion is the version of the recipe's JSON form. A field that is added
// does not change it, since a program that does not know the field refuses the
// recipe by the field's name.
const RecipeVersion = 1

// recipeJSON is the recipe as written. An as-of date left to the data is
// written in words; a recipe of one method has the fields method and params, one
// of several the list methods.
type recipeJSON struct {
	Version    int          `json:"version"`
	Sources    []Source     `json:"sources"`
	Reading    *Reading     `json:"reading,omitempty"`
	Roles      []Assignment `json:"roles,omitempty"`
	Treatments []Treatment  `json:"treatments,omitempty"`
	AsOf       string       `json:"as_of"`
	Window     int          `json:"window_days,omitempty"`
	Where      string       `json:"where,omitempty"`
	Method     *string      `json:"method,omitempty"`
	Params     Settings     `json:"params,omitempty"`
	Methods    []Choice     `json:"methods,omitempty"`
	Seed       uint64       `json:"seed"`
	Privacy    *Privacy     `json:"privacy,omitempty"`
	Output     *Output      `json:"export,omitempty"`
	Snapshot   *Snapshot    `json:"snapshot,omitempty"`
}

const lastOrderRule = "last order + 1 day"

// MarshalJSON implements [json.Marshaler]. It writes no sign in another way
// because of HTML: filters have < and >.
func (r Recipe) MarshalJSON() ([]byte, error) {
	j := recipeJSON{Version: RecipeVersion, Sources: r.Sources, Roles: r.Roles, Treatments: r.Treatments, AsOf: lastOrderRule,
		Window: r.Window, Where: r.Where, Seed: r.Seed, Snapshot: r.Snapshot}
	if r.Reading != (Reading{}) {
		j.Reading = &r.Reading
	}
	if r.AsOf != NoDay {
		j.AsOf = r.AsOf.String()
	}
	if choices := r.Choices(); len(choices) > 1 {
		j.Methods = choices
	} else {
		j.Method, j.Params = &r.Method, r.Params
	}
	if !r.Privacy.Equal(Privacy{}) {
		j.Privacy = &r.Privacy
	}
	if !r.Output.Equal(Output{}) {
		j.Output = &r.Output
	}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	err := e.Encode(j)
	return bytes.TrimSpace(out.Bytes()), err
}

// UnmarshalJSON implements [json.Unmarshaler]. It refuses a version it does
// not know, and names a field that it does not know or cannot read.
func (r *Recipe) UnmarshalJSON(b []byte) error {
	if err := checkVersion(b); err != nil {
		return err
	}
	if err := checkFieldNames(b, reflect.TypeFor[recipeJSON]()); err != nil {
		return err
	}
	var j recipeJSON
	strict := json.NewDecoder(bytes.NewReader(b))
	strict.DisallowUnknownFields() // a misspelt setting must not be dropped silently: checkFieldNames names it first
	if err := strict.Decode(&j); err != nil {
		return fieldError(err)
	}
	out, err := j.recipe()
	if err != nil {
		return err
	}
	*r = out
	return nil
}

// checkVersion looks at the version before any other field: those of another
// version mean nothing here.
func checkVersion(b []byte) error {
	var head struct {
		Version *int `json:"version"`
	}
	switch err := json.Unmarshal(b, &head); {
	case err != nil:
		return fieldError(err)
	case head.Version == nil:
		return errors.New(`the field "version" is missing`)
	case *head.Version != RecipeVersion:
		return fmt.Errorf("the recipe has version %d, this custseg reads version %d", *head.Version, RecipeVersion)
	}
	return nil
}

// recipe makes the recipe, after a look at what types do not tell.
func (j recipeJSON) recipe() (Recipe, error) {
	r := Recipe{Sources: j.Sources, Roles: j.Roles, Treatments: j.Treatments, AsOf: NoDay, Window: j.Window, Where: strings.TrimSpace(j.Where),
		Params: j.Params, Seed: j.Seed, Snapshot: j.Snapshot}
	if j.Method != nil {
		r.Method = *j.Method
	}
	if len(j.Methods) > 0 {
		if j.Method != nil || j.Params != nil {
			return r, errors.New(`the field "methods" stands in the place of "method" and "params": write one or the other`)
		}
		r.Method, r.Params = j.Methods[0].Method, j.Methods[0].Params
		r.Also = j.Methods[1:]
		if len(r.Also) == 0 {
			r.Also = nil
		}
		for i, c := range j.Methods {
			if c.Method == "" {
				return r, fmt.Errorf(`the field "methods" names no method in its entry %d`, i+1)
			}
		}
	}
	if j.Reading != nil {
		r.Reading = *j.Reading
	}
	if j.Privacy != nil {
		r.Privacy = *j.Privacy
	}
	if j.Output != nil {
		r.Output = *j.Output
	}
	if j.AsOf != "" && j.AsOf != lastOrderRule {
		if err := r.AsOf.UnmarshalText([]byte(j.AsOf)); err != nil {
			return r, fmt.Errorf(`the field "as_of": %w, or as %q`, err, lastOrderRule)
		}
	}
	if r.Window < 0 {
		return r, fmt.Errorf(`the field "window_days" is %d, and is 0 or more`, r.Window)
	}
	return r, errors.Join(r.Reading.check(), r.Privacy.check(), r.Snapshot.check())
}

// fieldError says in words what is wrong with a field.
func fieldError(err error) error {
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		if wrong.Field == "" {
			return fmt.Errorf("it is a JSON %s, not an object", wrong.Value)
		}
		return fmt.Errorf("the field %q is a JSON %s, and should be %s", wrong.Field, wrong.Value, kindWords(wrong.Type))
	}
	text := strings.TrimPrefix(err.Error(), "json: ")
	if name, ok := strings.CutPrefix(text, "unknown field "); ok {
		return fmt.Errorf("the field %s is not known", name)
	}
	return errors.New(text)
}

// kindWords names what JSON has for a type.
func kindWords(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Int, reflect.Int64:
		return "a whole number"
	case reflect.Uint64, reflect.Uint8:
		return "a whole number, 0 or more"
	case reflect.Float64:
		return "a number"
	case reflect.Bool:
		return "true or false"
	case reflect.Slice:
		return "a list"
	case reflect.Struct, reflect.Map, reflect.Pointer:
		return "an object"
	}
	return "a text"
}
