package load

import (
	"testing"

	"custseg/model"
)

// TestSingleQuotes takes single quotation marks for such only where the rows are
// as long as the header then.
func TestSingleQuotes(t *testing.T) {
	wantTable(t, "customer_id,name,amount\n1,'Lee, Bob',10\n2,'Ann ''A'' Ray',20\n", model.Reading{}, "customer_id|name|amount\n1|Lee, Bob|10\n2|Ann 'A' Ray|20")
	wantTable(t, "id,city\n1,'s-Gravenhage\n2,'t Harde\n", model.Reading{}, "id|city\n1|'s-Gravenhage\n2|'t Harde")
	wantTable(t, "id,city,n\n1,'s-Gravenhage,5\n2,\"Den, 'x'\",6\n", model.Reading{}, "id|city|n\n1|'s-Gravenhage|5\n2|Den, 'x'|6")
}
