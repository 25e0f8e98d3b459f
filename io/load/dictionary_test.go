package load

import (
	"strconv"
	"strings"
	"testing"

	"custseg/model"
)

// Many ids lie in pages and few in a list; either way a row has its own.
func TestManyWordsStayThoseOfTheirRows(t *testing.T) {
	for _, rows := range []int{fewPacked, fewPacked + 1, 20 * fewPacked} {
		var text strings.Builder
		text.WriteString("order_id,amount\n")
		for i := range rows {
			text.WriteString("O" + strconv.Itoa(i) + ",1\n")
		}
		d := openText(t, text.String(), model.Reading{})
		ids := d.Tables[0].Column(0).(*model.Texts)
		if ids.Dict.Len() != rows {
			t.Fatalf("%d words of %d rows", ids.Dict.Len(), rows)
		}
		for i := range rows {
			if want := "O" + strconv.Itoa(i); ids.Text(i) != want {
				t.Fatalf("row %d of %d: %q, want %q", i, rows, ids.Text(i), want)
			}
		}
	}
}
