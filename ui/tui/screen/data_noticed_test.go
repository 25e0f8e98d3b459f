package screen

import (
	"strings"
	"testing"

	"custseg/model"
)

func TestAnsweredQuestionOfReadingIsGone(t *testing.T) {
	d := messyData(t)
	d.Findings = append(d.Findings, model.Finding{Level: model.Warning, Kind: model.SeveralKeys, Table: 1, Column: 0, Text: model.P("more than one column can say whose a row is")})
	s, host := openData(t, d, 120, 32)
	s.show(1)
	asked := func() bool { return strings.Contains(seen(s), "whose a row is") }
	if !asked() {
		t.Fatalf("it is not asked\n%s", seen(s))
	}
	press(t, s, "shift+tab", "g")
	if text := seen(s); !strings.Contains(text, "2 goes to the roles") || strings.Contains(text, "--map") {
		t.Errorf("the remedy is\n%s", text)
	}
	host.session.Propose(host.session.Recipe.WithRole(model.Assignment{Role: model.CustomerID, Column: "customers:name"}), "role")
	followed(s, host)
	if asked() {
		t.Errorf("answered, and asked again\n%s", seen(s))
	}
	host.session.Undo()
	followed(s, host)
	if !asked() {
		t.Error("undone, and not asked")
	}
}

func TestSameNoticeOfManyColumnsIsOneLine(t *testing.T) {
	d := manyColumns(t, 9)
	for c := range 5 {
		d.Findings = append(d.Findings, model.Finding{Column: c, Text: model.P("another column is called %q too", string(rune('a'+c)))})
	}
	d.Findings = append(d.Findings, model.Finding{Column: 7, Text: model.P("another column is called %q too", "x"), Rows: []int32{1}})
	s, host := openData(t, d, 120, 32)
	found := findingsOf(host.pr, d, 0, s.roles)
	if len(found) != 2 || len(found[0].like) != 4 || found[0].text != `列000: another column is called "a" too; 4 columns more are like it` || found[1].shown() != 1 {
		t.Fatalf("%+v", found)
	}
	press(t, s, "shift+tab", "g")
	if text := seen(s); !strings.Contains(text, `列004: another column is called "e" too`) {
		t.Errorf("the others are not told:\n%s", text)
	}
	d.Findings = d.Findings[:2]
	if found := findingsOf(host.pr, d, 0, s.roles); len(found) != 2 || found[1].like != nil {
		t.Errorf("two columns: %+v", found)
	}
}
