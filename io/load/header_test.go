package load

import (
	"testing"

	"custseg/model"
)

// TestAddressIsNoName takes a first row with an address in it for data.
func TestAddressIsNoName(t *testing.T) {
	const says = "the first row looks like data"
	wantTable(t, "Cust0,Lee,c0@x.com\nCust1,Ray,c1@x.com\n", model.Reading{}, "1|2|3\nCust0|Lee|c0@x.com\nCust1|Ray|c1@x.com", says)
	wantTable(t, "Ann,https://x.com/a\nBob,https://x.com/b\n", model.Reading{}, "1|2\nAnn|https://x.com/a\nBob|https://x.com/b", says)
	wantTable(t, "Ann,+49 30 1234567\nBob,+49 30 7654321\n", model.Reading{}, "1|2\nAnn|+49 30 1234567\nBob|+49 30 7654321", says)
	wantTable(t, "name,(2010-2019)\nAnn,low\nBob,high\n", model.Reading{}, "name|(2010-2019)\nAnn|low\nBob|high")
}

// TestUntoldHeader says so when the first row was taken for a header and nothing
// but text tells.
func TestUntoldHeader(t *testing.T) {
	const says = "nothing but text tells; --no-header makes it data: Ann, Rome, Gold"
	wantTable(t, "Ann,Rome,Gold\nBob,Paris,Silver\nCy,Bonn,Gold\n", model.Reading{}, "Ann|Rome|Gold\nBob|Paris|Silver\nCy|Bonn|Gold", says)
	for text, r := range map[string]model.Reading{
		"name,town,metal\nBob,Paris,Silver\nCy,Bonn,Gold\n": {},               // a known name
		"Ann,Rome,Gold\nBob,Paris,7\nCy,Bonn,8\n":           {},               // numbers
		"Ann,Rome,Gold\nBob,Paris,Silver\n":                 {Header: 1},      // as told
		"Ann,Rome,Gold\nBob,Oslo,Gold\n":                    {NoHeader: true}, // as told
		"Ann\nBob\n":                                        {},               // a list
	} {
		if d := openText(t, text, r); found(d, "--no-header") {
			t.Errorf("%q: %v", text, d.Findings)
		}
	}
}
