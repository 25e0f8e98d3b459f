package load

import (
	"testing"

	"custseg/model"
)

func TestFormulasOfText(t *testing.T) {
	d := openText(t, "=\"order no\",amount\n=\"1234567890123456789\",=\"12.5\"\n=\"1234567890123456790\",3\n1234567890123456790,\n=\"\",4\n", model.Reading{})
	want := "order no|amount\n1234567890123456789|12.5\n1234567890123456790|3\n1234567890123456790|\n|4"
	if got := cells(d.Tables[0]); got != want || kinds(d.Tables[0]) != "tn" {
		t.Errorf("%s: %s", kinds(d.Tables[0]), got)
	}
	if says := `formulas that hold a text alone were read as the text: 1, such as "=\"12.5\""`; !found(d, says) {
		t.Errorf("it tells %v", d.Findings)
	}
	if d = openText(t, "note,x\n=A1,1\n\"=\"\"a\"\"&\"\"b\"\"\",2\n", model.Reading{}); cells(d.Tables[0]) != "note|x\n=A1|1\n=\"a\"&\"b\"|2" {
		t.Errorf("other formulas are %s", cells(d.Tables[0]))
	}
}
