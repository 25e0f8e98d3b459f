package model_test

import (
	"strings"
	"testing"

	"custseg/model"
)

func TestBriefCutsByCharacters(t *testing.T) {
	for text, want := range map[string]string{
		"":                                 "",
		strings.Repeat("東", 80):            strings.Repeat("東", 80),
		strings.Repeat("東", 81):            strings.Repeat("東", 79) + "…",
		"in (" + strings.Repeat("1, ", 40): "in (" + strings.Repeat("1, ", 25) + "…",
	} {
		if got := model.Brief(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
