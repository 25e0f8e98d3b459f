package model

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestRecipeSurvivesJSON(t *testing.T) {
	day, _ := ParseDay("2011-12-09")
	r := NewRecipe([]Source{{Path: "orders.csv", Bytes: 12, Fingerprint: "ab", Encoding: "gb18030"}, {Path: "b.xlsx", Sheet: "订单"}}, Reading{Delimiter: ";"}).
		WithRole(Assignment{Amount, "Sales"}).WithRole(Assignment{CustomerID, "orders:Client"}).WithAsOf(day).WithWindow(365).
		WithMethod("rfm").WithParam("bins", Num(4)).WithParam("map", Word("ranges")).WithParam("weights", Nums(1, 2, 0.5)).
		WithParam("ranges", Words("Best 5/5/5")).WithParam("cuts", CutsOf(map[string][]float64{"recency": {10, 20}})).WithSeed(9)
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var back Recipe
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	if !back.Equal(r) {
		t.Errorf("read back %+v, wrote %s", back, b)
	}
	again, _ := json.Marshal(back)
	if string(again) != string(b) {
		t.Errorf("%s, then %s", b, again)
	}
}

func TestRecipeSaysItsAsOfRule(t *testing.T) {
	b, _ := json.Marshal(NewRecipe(nil, Reading{}))
	if !strings.Contains(string(b), `"as_of":"last order + 1 day"`) {
		t.Errorf("%s", b)
	}
	var r Recipe
	if err := json.Unmarshal(b, &r); err != nil || r.AsOf != NoDay {
		t.Errorf("%v %v", r.AsOf, err)
	}
}

func TestRecipeOfAnotherVersionIsRefused(t *testing.T) {
	var r Recipe
	if err := json.Unmarshal([]byte(`{"version":1,"methd":"rfm"}`), &r); err == nil || !strings.Contains(err.Error(), "methd") {
		t.Errorf("err = %v: a misspelt setting was dropped", err)
	}
	if err := json.Unmarshal([]byte(`{"version":2}`), &r); err == nil || !strings.Contains(err.Error(), "version 2") {
		t.Errorf("err = %v", err)
	}
}

// A recipe handed out earlier must not change when another is made from it.
func TestRecipesAreImmutable(t *testing.T) {
	first := NewRecipe(nil, Reading{}).WithMethod("rfm").WithParam("bins", Num(4)).WithRole(Assignment{Amount, "a"})
	kept, _ := json.Marshal(first)
	first.WithParam("bins", Num(9))
	first.WithoutParam("bins")
	first.WithRole(Assignment{Quantity, "a"})
	first.WithRole(Assignment{"cost", "b"})
	first.WithMethod("abc")
	if now, _ := json.Marshal(first); string(now) != string(kept) {
		t.Errorf("%s became %s", kept, now)
	}
	if r := first.WithMethod("abc"); len(r.Params) != 0 {
		t.Error("another method kept the parameters of the first")
	}
	if r := first.WithRole(Assignment{Quantity, "a"}); len(r.Roles) != 1 || r.Roles[0].Role != Quantity {
		t.Errorf("roles %v: the later word on a column counts", r.Roles)
	}
}

func TestSameScopeIsAboutCustomersOnly(t *testing.T) {
	r := NewRecipe(nil, Reading{})
	if !r.SameScope(r.WithMethod("rfm").WithParam("bins", Num(3)).WithSeed(4)) {
		t.Error("a parameter changed the scope")
	}
	for name, other := range map[string]Recipe{"window": r.WithWindow(3), "as of": r.WithAsOf(4), "role": r.WithRole(Assignment{Amount, "x"})} {
		if r.SameScope(other) {
			t.Errorf("%s did not change the scope", name)
		}
	}
}

func TestValuesOfEveryFormSurviveJSON(t *testing.T) {
	for _, v := range []Value{{}, Num(0), Num(-1.5e-7), Word(""), Word("a,b"), Nums(1, 2), Nums(), Words("x", ""), Words(), CutsOf(nil),
		CutsOf(map[string][]float64{"a": {1}, "b": {}})} {
		b, err := json.Marshal(v)
		if err != nil {
			t.Errorf("%+v: %v", v, err)
			continue
		}
		var back Value
		if err := json.Unmarshal(b, &back); err != nil {
			t.Errorf("%s: %v", b, err)
		}
		// An empty list has no type of its own: it reads as words.
		if v.Kind() != NumbersVal || len(v.Numbers()) > 0 {
			if !back.Equal(v) {
				t.Errorf("%+v became %+v by %s", v, back, b)
			}
		}
	}
	var v Value
	if err := json.Unmarshal([]byte("true"), &v); err == nil {
		t.Error("true was read as a parameter")
	}
}
