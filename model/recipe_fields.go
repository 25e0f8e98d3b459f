package model

import (
	"bytes"
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// checkFieldNames reports the first field of b, in the order of their names, that
// a value of type t does not have under exactly that name: [json.Unmarshal] takes
// METHOD for method, and of two spellings the last one counts. What is not the
// JSON of such a value is left to the decoder to report.
func checkFieldNames(b []byte, t reflect.Type) error {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if decodesItself(t) {
		return nil
	}
	switch t.Kind() {
	case reflect.Struct:
		return checkObject(b, fieldTypes(t))
	case reflect.Map:
		return eachMember(b, func(_ string, value []byte) error { return checkFieldNames(value, t.Elem()) })
	case reflect.Slice:
		var list []json.RawMessage
		if json.Unmarshal(b, &list) != nil {
			return nil
		}
		for _, value := range list {
			if err := checkFieldNames(value, t.Elem()); err != nil {
				return err
			}
		}
	}
	return nil
}

// checkObject holds the members of an object against the fields it may have.
func checkObject(b []byte, fields map[string]reflect.Type) error {
	return eachMember(b, func(name string, value []byte) error {
		if t, ok := fields[name]; ok {
			return checkFieldNames(value, t)
		}
		for field := range fields {
			if strings.EqualFold(field, name) {
				return fmt.Errorf("the field %q is not known; did you mean %q?", name, field)
			}
		}
		return fmt.Errorf("the field %q is not known", name)
	})
}

// eachMember visits the members of an object in the order of their names, of which
// no two may be equal: the decoder would take the last without a word.
func eachMember(b []byte, visit func(name string, value []byte) error) error {
	var object map[string]json.RawMessage
	if json.Unmarshal(b, &object) != nil {
		return nil
	}
	if name, twice := repeatedMember(b); twice {
		return fmt.Errorf("the field %q stands there twice: leave one out", name)
	}
	var names []string
	for name := range object {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		if err := visit(name, object[name]); err != nil {
			return err
		}
	}
	return nil
}

// repeatedMember returns the first name that an object, which is valid JSON, has
// twice.
func repeatedMember(b []byte) (name string, twice bool) {
	d := json.NewDecoder(bytes.NewReader(b))
	if open, err := d.Token(); err != nil || open != json.Delim('{') {
		return "", false
	}
	seen := map[string]bool{}
	for d.More() {
		token, err := d.Token()
		if err != nil {
			return "", false
		}
		name, _ = token.(string)
		if seen[name] {
			return name, true
		}
		seen[name] = true
		var value json.RawMessage
		if d.Decode(&value) != nil {
			return "", false
		}
	}
	return "", false
}

// fieldTypes are the fields that the JSON of a struct may have.
func fieldTypes(t reflect.Type) map[string]reflect.Type {
	out := map[string]reflect.Type{}
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name == "" {
			name = f.Name
		}
		out[name] = f.Type
	}
	return out
}

// decodesItself reports whether a type has a form of its own in JSON.
func decodesItself(t reflect.Type) bool {
	p := reflect.PointerTo(t)
	return p.Implements(reflect.TypeFor[json.Unmarshaler]()) || p.Implements(reflect.TypeFor[encoding.TextUnmarshaler]())
}
