package model

import (
	"bytes"
	"encoding/json"
	"reflect"
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
	if err := json.Unmarshal([]byte(`{"version":2,"steps":[]}`), &r); err == nil || !strings.Contains(err.Error(), "version 2") {
		t.Errorf("err = %v", err)
	}
}

func TestWhatIsWrongWithARecipeIsNamed(t *testing.T) {
	for text, want := range map[string]string{
		`{"version":1,"methd":"rfm"}`:                                       `"methd" is not known`,
		`{"version":1,"Method":"rfm"}`:                                      `"Method" is not known; did you mean "method"?`,
		`{"Version":1,"method":"rfm"}`:                                      `"Version" is not known; did you mean "version"?`,
		`{"version":1,"methods":[{"method":"rfm","PARAMS":{}}]}`:            `"PARAMS" is not known; did you mean "params"?`,
		`{"version":1,"privacy":{"columns":{"A":"mask"},"Default":"mask"}}`: `"Default" is not known; did you mean "default"?`,
		`{"version":1,"reading":{"sheets":"a"}}`:                            `"sheets" is not known`,
		`{"version":1,"window_days":"90"}`:                                  `"window_days" is a JSON string, and should be a whole number`,
		`{"version":1,"method":"rfm","method":"abc"}`:                       `"method" stands there twice`,
		`{"version":1,"reading":{"rows":-1}}`:                               `"rows" is -1`,
		`{"version":1,"reading":{"header_row":-2}}`:                         `"header_row" is -2`,
		`{"version":1,"reading":{"dates":"ydm"}}`:                           `"dates" is "ydm"`,
		`{"version":1,"reading":{"decimal":";"}}`:                           `"decimal" is ";"`,
		`{"version":1,"window_days":-1}`:                                    `"window_days" is -1`,
		`{"version":1,"sources":{}}`:                                        `"sources" is a JSON object, and should be a list`,
		`{"version":1,"roles":[{"role":1}]}`:                                `role" is a JSON number, and should be a text`,
		`{"version":"1"}`:                                                   `"version" is a JSON string`,
		`{"method":"rfm"}`:                                                  `"version" is missing`,
		`[]`:                                                                "a JSON array, not an object",
		`{"version":1,"as_of":"soon"}`:                                      `"as_of": "soon" is not a date`,
		`{"version":1,"method":"rfm","methods":[{"method":"abc"}]}`:         "one or the other",
		`{"version":1,"methods":[{"method":"abc"},{"params":{}}]}`:          "no method in its entry 2",
		`{"version":1,"privacy":{"columns":{"Phone":"burn"}}}`:              `column "Phone" is "burn"`,
		`{"version":1,"privacy":{"default":"all"}}`:                         `default is "all"`,
		`{"version":1,"params":{"bins":true}}`:                              `the parameter "bins": a parameter is a number`,
		`{"version":1,"params":{"bins":{"a":1}}}`:                           `the parameter "bins": cuts are lists of numbers by measure, as in {"recency": [30, 90]}`,
		`{"version":1,"params":{"bins":[1,"a"]}}`:                           `the parameter "bins": a list is one of numbers or one of texts`,
		`{"version":1,"params":{"bins":null}}`:                              `the parameter "bins": it is null: leave the parameter out`,
		`{"version":1,"params":{"bins":1,"bins":2}}`:                        `"bins" stands there twice`,
		`{"version":1,"methods":[{"method":"rfm","params":{"bins":[[]]}}]}`: `the parameter "bins"`,
		`{"version":1,"params":7}`:                                          `"params" is a JSON number, and should be an object`,
		`{"version":1,"methods":[{"method":"rfm","params":[]}]}`:            `params" is a JSON array, and should be an object`,
		`{"version":1,"seed":-1}`:                                           `"seed" is a JSON number -1, and should be a whole number, 0 or more`,
		`{"version":1,"snapshot":{"measures":[{"measure":"recency","deciles":[1],"counts":[]}]}}`:  "1 deciles and 0 counts",
		`{"version":1,"snapshot":{"measures":[{"measure":"m","deciles":[2,2],"counts":[0,0,0]}]}}`: "do not ascend",
	} {
		var r Recipe
		if err := json.Unmarshal([]byte(text), &r); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v; want %s", text, err, want)
		}
	}
}

// What older versions of the program wrote is still read.
func TestARecipeOfBeforeIsRead(t *testing.T) {
	var r Recipe
	old := `{"version":1,"sources":[{"path":"o.csv","bytes":3,"fingerprint":"ab"}],"roles":[{"role":"amount","column":"Sales"}],
		"as_of":"last order + 1 day","method":"rfm","params":{"bins":4},"seed":1}`
	if err := json.Unmarshal([]byte(old), &r); err != nil || r.Method != "rfm" || r.Params["bins"].Number() != 4 || r.Seed != 1 || len(r.Choices()) != 1 {
		t.Errorf("%+v %v", r, err)
	}
}

func TestARecipeCarriesAllThatWasChosen(t *testing.T) {
	r := NewRecipe(nil, Reading{}).WithMethod("rfm").WithAlso(Choice{"kmeans", Settings{"k": Num(3)}}).WithAlso(Choice{"kmeans", Settings{"k": Num(3)}}).
		WithWhere("orders > 3 and town = \"A & B\"").WithPrivacy(Privacy{MaskColumn, map[string]Disclosure{"people:Phone": DropColumn}}).
		WithOutput(Output{[]string{"xlsx", "csv"}, true, true, true, "spark"})
	bare := r
	r.Snapshot = &Snapshot{AsOf: 10, Rows: 9, Customers: 3, Columns: map[string]map[string]SnapshotColumn{"t": {"a, b": {"date", OrderDate}, "c": {"text", ""}}},
		Measures: []SnapshotMeasure{{"recency", []float64{1, 2.5}, []int{1, 1, 1}, 0}}, Results: []SnapshotResult{{"rfm", []SnapshotSegment{{"Best", 3}}}}}
	if !r.Equal(bare) {
		t.Error("a snapshot makes another recipe")
	}
	if len(r.Also) != 1 {
		t.Errorf("the same method twice: %v", r.Choices())
	}
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var back Recipe
	if err := json.Unmarshal(b, &back); err != nil || !back.Equal(r) || !reflect.DeepEqual(back.Snapshot, r.Snapshot) {
		t.Errorf("%v: %+v of %s", err, back, b)
	}
	if !bytes.Contains(b, []byte(`"a, b":"date, order_date"`)) {
		t.Errorf("columns are not written in words: %s", b)
	}
}

func TestTheFirstMethodWaitsAmongTheFurtherOnes(t *testing.T) {
	r := NewRecipe(nil, Reading{}).WithMethod("rfm").WithParam("bins", Num(4))
	r = r.WithAlso(r.First())
	if len(r.Choices()) != 1 {
		t.Errorf("one method is carried out as %v", r.Choices())
	}
	if other := r.WithMethod("abc"); len(other.Choices()) != 2 || other.Choices()[1].Params["bins"].Number() != 4 {
		t.Errorf("beside another it is %v", other.Choices())
	}
	if less := r.WithMethod("abc").WithoutAlso(r.First()); len(less.Choices()) != 1 || len(r.Also) != 1 {
		t.Errorf("taken away leaves %v, and %v", less.Choices(), r.Also)
	}
}

func TestWhatFilesTellChangesNoResult(t *testing.T) {
	r := NewRecipe(nil, Reading{}).WithMethod("rfm")
	for name, other := range map[string]Recipe{"a further method": r.WithAlso(Choice{Method: "abc"}), "a mask": r.WithPrivacy(Privacy{Default: MaskColumn}),
		"a format": r.WithOutput(Output{Formats: []string{"csv"}})} {
		if r.Equal(other) || !r.SameResult(other) || !r.SameScope(other) {
			t.Errorf("%s: equal %v, same result %v", name, r.Equal(other), r.SameResult(other))
		}
	}
	if other := r.WithWhere("a = b"); r.SameScope(other) || !r.SameBase(other) {
		t.Error("a filter sees the same customers, or changes what they are chosen from")
	}
	if !r.Equal(r.WithPrivacy(Privacy{Default: KeepColumn})) {
		t.Error("keeping all, said aloud, is another recipe")
	}
}

// Whatever is read is written so that it reads the same, and nothing panics.
func FuzzRecipe(f *testing.F) {
	for _, seed := range []string{`{"version":1}`, `{"version":1,"method":"rfm","params":{"cuts":{"recency":[1,2]},"w":[1],"n":["a"]},"seed":7}`,
		`{"version":1,"methods":[{"method":"a"},{"method":"b","params":{"k":3}}],"where":"x > 1","as_of":"2011-12-09"}`,
		`{"version":1,"privacy":{"default":"hash","columns":{"a":"keep"}},"export":{"formats":["csv"],"no_segment_sheets":true}}`,
		`{"version":1,"snapshot":{"as_of":"2020-01-01","columns":{"t":{"a":"text, region"}},"measures":[{"measure":"m","deciles":[1],"counts":[1,2]}],"results":[]}}`,
		`{"version":1,"snapshot":null,"reading":null,"sources":[{}],"treatments":[{"check":"c","action":"drop"}]}`, `{"version":99}`, `[`, `null`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var r, back Recipe
		if json.Unmarshal(b, &r) != nil {
			return
		}
		text, err := json.Marshal(r)
		if err != nil {
			t.Fatalf("%s reads as %+v, which cannot be written: %v", b, r, err)
		}
		if err := json.Unmarshal(text, &back); err != nil {
			t.Fatalf("%s is written as %s: %v", b, text, err)
		}
		if again, _ := json.Marshal(back); string(again) != string(text) {
			t.Fatalf("%s, then %s", text, again)
		}
	})
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
