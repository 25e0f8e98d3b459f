package cli

import (
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"custseg/model"
)

func TestOnlyAnOpenQuestionNamesItsFlag(t *testing.T) {
	pr := message.NewPrinter(language.English)
	f := model.Finding{Kind: model.SeveralKeys, Text: model.P("two can: %s", "a, b")}
	if got := noticed(f, pr); got != "two can: a, b; choose with --map customer_id=COLUMN" {
		t.Error(got)
	}
	f.Kind = model.Noticed
	if got := noticed(f, pr); got != "two can: a, b" {
		t.Error(got)
	}
}
