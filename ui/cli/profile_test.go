package cli

import (
	"encoding/json"
	"strings"
	"testing"
)

// A column of yes and no is called so whether it is written in words or in
// numbers, beside the type that it has; a column of no role says null.
func TestProfileOfColumns(t *testing.T) {
	file := write(t, "people.csv", "customer_id,Partner,Senior,Seats\nA1,Yes,0,3\nA2,No,1,1\nA3,Yes,1,2\nA4,No,0,7\n")
	var p struct {
		Tables []struct {
			Columns []map[string]any
		}
	}
	if err := json.Unmarshal([]byte(custseg(t, "profile", file, "--json").out), &p); err != nil {
		t.Fatal(err)
	}
	for i, want := range []struct {
		kind  string
		yesNo bool
	}{{"text", false}, {"text", true}, {"number", true}, {"number", false}} {
		c := p.Tables[0].Columns[i]
		if c["type"] != want.kind || c["yes_no"] != want.yesNo {
			t.Errorf("%v", c)
		}
		if role, there := c["role"]; !there || i > 0 && role != nil || i == 0 && role != "customer_id" {
			t.Errorf("role of %v", c)
		}
	}
	for _, line := range strings.Split(custseg(t, "profile", file).out, "\n") {
		for name, kind := range map[string]string{"Partner": "yes/no", "Senior": "yes/no", "Seats": "number"} {
			if words := strings.Fields(line); len(words) > 1 && words[0] == name && words[1] != kind {
				t.Errorf("%s is called %s", name, words[1])
			}
		}
	}
}
