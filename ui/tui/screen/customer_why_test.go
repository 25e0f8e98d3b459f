package screen

import (
	"strings"
	"testing"

	"custseg/model"
	"custseg/seg/why"
)

// Values of which none alone would move a customer share a line, with each of them
// below it; a few keep their own lines.
func TestImmovableValuesShareALine(t *testing.T) {
	var values []why.Value
	for _, label := range []string{"Music", "Folk", "Country", "Musical", "Opera", "Rock, metal and punk"} {
		values = append(values, why.Value{Label: model.P(label), Word: "never"})
	}
	values[0].Decides = true
	c := &CustomerPage{host: newFakeHost()}
	facts := c.together(immovable(values))
	text := ""
	for _, f := range facts {
		text += f.label + strings.Join(f.notes, " ") + "\n"
	}
	if len(facts) != 3 || strings.Contains(text, "Music ") || strings.Count(text, "would move them") != 1 {
		t.Errorf("%d lines:\n%s", len(facts), text)
	}
	for _, v := range values[1:] {
		if name := v.Label.In(c.host.Printer()); !strings.Contains(text, name+" never") {
			t.Errorf("%s is not told:\n%s", name, text)
		}
	}
	if few := immovable(values[:3]); few != nil {
		t.Errorf("%d values are taken together", len(few))
	}
}
