package model

import (
	"testing"
	"unicode"
)

func TestIdsThatDifferInWritingAreWarnedOf(t *testing.T) {
	d := &Dataset{}
	addTable(t, d, "orders", "who=customer_id|day=order_date", "007|2024-01-01", "7|2024-01-02", "b1|2024-01-01", "c|2024-01-01", "d|2024-01-01")
	addTable(t, d, "people", "id=customer_id|age=age", "B1|20", "c|30", "d|40", "70|50")
	c := build(t, d, Scope{AsOf: NoDay})
	if w := c.Warnings(); len(w) != 1 || w[0].Args[0] != 2 {
		t.Errorf("warnings %v", w)
	}
	checkNotes(t, c, `such as "007" and "7"`)

	d = &Dataset{}
	addTable(t, d, "orders", "who=customer_id|day=order_date", "007|2024-01-01", "8|2024-01-02", "70|2024-01-01", "0|2024-01-01")
	if c := build(t, d, Scope{AsOf: NoDay}); len(c.Warnings()) > 0 {
		t.Errorf("warnings %v", c.Warnings())
	}

	// Tables that hardly share an id are told once.
	d = &Dataset{}
	addTable(t, d, "orders", "who=customer_id|day=order_date", "007|2024-01-01", "008|2024-01-02")
	addTable(t, d, "people", "id=customer_id|age=age", "7|20", "8|30")
	if c := build(t, d, Scope{AsOf: NoDay}); len(c.Warnings()) != 1 {
		t.Errorf("warnings %v", c.Warnings())
	}
}

// A table of customers may know the ids of the orders beside its own.
func TestTheOrdersAreJoinedByAnotherKey(t *testing.T) {
	d := &Dataset{}
	addTable(t, d, "people", "customer_id|unique=customer_id|city=city", "c1|u1|Rome", "c2|u1|Rome", "c3|u2|Oslo")
	addTable(t, d, "orders", "no=order_id|customer_id=customer_id|day=order_date", "1|c1|2024-01-01", "2|c2|2024-01-02", "3|c3|2024-01-03", "4|c9|2024-01-03")
	addTable(t, d, "items", "no=order_id|thing=product|paid=amount", "1|tea|1", "2|tea|2", "2|pot|4", "3|cup|8", "4|cup|9")
	c := build(t, d, Scope{AsOf: NoDay})
	if c.Len() != 2 || c.ID(0) != "u1" || c.ID(1) != "u2" {
		t.Fatalf("customers %v", c.ids.Strings())
	}
	checkMeasure(t, c, Frequency, 2, 1)
	checkMeasure(t, c, Monetary, 7, 8)
	checkAttribute(t, c, "city", "Rome", "Oslo")
	checkNotes(t, c, "Customers of table items are known by the unique of table people, looked up by its customer_id")
	checkExcluded(t, d, c, "people the customer id appears again: 1", "items no customer id: 4")
}

// TestSurelyDiffer holds the quick look at ids against the slow one.
func TestSurelyDiffer(t *testing.T) {
	for ids, want := range map[[2]string]bool{{"C1", "C2"}: true, {"c1", "C1"}: false, {"1", "01"}: false, {"1.0", "1"}: false,
		{"a b", "ab"}: false, {"Ａ1", "A1"}: false, {"12", "C12"}: true} {
		if got := SurelyDiffer(ListWords(ids[:]).Any); got != want || got && PlainID(ids[0]) == PlainID(ids[1]) {
			t.Errorf("%q: %v", ids, got)
		}
	}
}

// What shows nothing is left out of a word, and nothing else is.
func TestSeen(t *testing.T) {
	for word, want := range map[string]string{
		"Ea\u200bst": "East", "East\u00ad": "East", "\ufeffEast": "East", "\u202aEast\u202c": "East", "☀\ufe0f": "☀", "\u3164": "", "\u2060\u200d": "",
		"": "", "Öst 1": "Öst 1", "a\u00a0b": "a\u00a0b", "\u0601": "\u0601", "한국": "한국", "e\u0301": "e\u0301",
	} {
		if got := Seen(word); got != want {
			t.Errorf("%q became %q, not %q", word, got, want)
		}
	}
	for r := range unicode.MaxRune {
		listed := unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
		if Unseen(r) != listed {
			t.Errorf("%U is unseen: %v", r, Unseen(r))
		}
	}
	if PlainID("C\u200b07") != PlainID("c07") {
		t.Error("an id with a character that nobody sees is another one")
	}
}
