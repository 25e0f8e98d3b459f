package cli

import (
	"encoding/json"
	"strings"
	"testing"
)

// fewOrders is a table of customers as counted before.
const fewOrders = "customer_id,orders,spent\na,1,10\nb,3,20\nc,5,90\nd,12,400\ne,,30\n"

func TestWhyNamesTheValuesTheCutsAndTheWayUp(t *testing.T) {
	file := write(t, "few.csv", fewOrders)
	o := custseg(t, "why", "frequency", file, "--map", "frequency=orders", "--customer", "b", "--customer", "e")
	if o.code != 0 {
		t.Fatal(o.err)
	}
	for _, want := range []string{"b is in Occasional", "here from 2 to 3", "Regular: Frequency 4, not 3", "one more order of their usual size, now: Regular",
		"e is in Unclassified", "Frequency is missing or not finite"} {
		if !strings.Contains(o.out, want) {
			t.Errorf("it does not say %q:\n%s", want, o.out)
		}
	}
}

func TestWhyAsJSON(t *testing.T) {
	file := write(t, "few.csv", fewOrders)
	o := custseg(t, "why", "frequency", file, "--map", "frequency=orders", "--customer", "d", "--json")
	var got []explainedJSON
	if err := json.Unmarshal([]byte(o.out), &got); err != nil {
		t.Fatal(err, o.err)
	}
	v := got[0].Values[0]
	if got[0].Segment != "Frequent" || v.Value != 12. || *v.From != 10 || v.To != nil || len(got[0].Moves) != 0 || got[0].Next.Segment != "Frequent" {
		t.Errorf("%s", o.out)
	}
}

func TestWhyRefusesWhomNobodyKnows(t *testing.T) {
	file := write(t, "few.csv", "customer_id,orders\nC1001,1\nC1002,3\nC1003,4\n")
	o := custseg(t, "why", "frequency", file, "--map", "frequency=orders", "--customer", "C100")
	if o.code != exitFailed || !strings.Contains(o.err, `no customer has the id "C100"; did you mean C1001?`) {
		t.Errorf("%d %s", o.code, o.err)
	}
	if o := custseg(t, "why", "frequency", file); o.code != exitUsage || !strings.Contains(o.err, "--customer ID") {
		t.Errorf("%d %s", o.code, o.err)
	}
}
