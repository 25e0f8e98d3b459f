package cli

import (
	"testing"

	"custseg/model"
	"custseg/model/wording"
)

func TestOnlyAnOpenQuestionNamesItsFlag(t *testing.T) {
	pr := wording.English()
	f := model.Finding{Kind: model.SeveralKeys, Text: model.P("two can: %s", "a, b")}
	if got := noticed(f, pr); got != "two can: a, b; choose with --map customer_id=COLUMN" {
		t.Error(got)
	}
	f.Kind = model.Noticed
	if got := noticed(f, pr); got != "two can: a, b" {
		t.Error(got)
	}
}
