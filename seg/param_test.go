package seg

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"custseg/model"
)

// everyKind is a method of one parameter of each kind.
func everyKind() Spec {
	return Spec{ID: "every", Params: []Param{
		{ID: "int", Kind: Int, Default: model.Num(5), Min: 2, Max: 10},
		{ID: "auto", Kind: Int, Default: model.Word("auto"), Min: 1, Auto: true},
		{ID: "float", Kind: Float, Default: model.Num(.5), Min: -1, Max: 1e9},
		{ID: "percent", Kind: PercentShare, Default: model.Num(.8), Min: .01, Max: 1},
		{ID: "choice", Kind: Choice, Default: model.Word("one"), Options: []Option{{ID: "one"}, {ID: "two"}, {ID: "three"}}},
		{ID: "day", Kind: Day, Default: model.Word("")},
		{ID: "column", Kind: OneColumn, Default: model.Word("monetary")},
		{ID: "columns", Kind: ColumnList, Default: model.Words("age")},
		{ID: "cuts", Kind: CutList, Default: model.CutsOf(map[string][]float64{"recency": {1}}), Names: []string{"recency", "frequency"}},
		{ID: "weights", Kind: Weights, Default: model.Nums(1, 1), Names: []string{"R", "F"}},
		{ID: "lines", Kind: LineList, Default: model.Words("a line")},
		{ID: "sub", Kind: Float, Default: model.Num(0), When: []Condition{{"choice", []string{"two"}}}},
		{ID: "deeper", Kind: Choice, Default: model.Word("x"), Options: []Option{{ID: "x"}, {ID: "y"}}, When: []Condition{{"choice", []string{"two", "three"}}}},
		{ID: "deepest", Kind: Float, Default: model.Num(0), When: []Condition{{"deeper", []string{"y"}}, {"choice", []string{"three"}}}},
	}}
}

func TestParamParses(t *testing.T) {
	spec := everyKind()
	for _, c := range []struct {
		param, text string
		want        model.Value
	}{
		{"int", " 3 ", model.Num(3)}, {"int", "1e1", model.Num(10)},
		{"auto", "auto", model.Word("auto")}, {"auto", "1000000", model.Num(1e6)},
		{"percent", "80%", model.Num(.8)}, {"percent", "0.8", model.Num(.8)}, {"percent", "1 %", model.Num(.01)},
		{"choice", "two", model.Word("two")},
		{"day", "2011-12-31", model.Word("2011-12-31")}, {"day", "", model.Word("")},
		{"columns", `age, "a, b" ,income`, model.Words("age", "a, b", "income")},
		{"columns", `19" rack,age`, model.Words(`19" rack`, "age")},
		{"columns", `"say ""a, b""",age`, model.Words(`say "a, b"`, "age")},
		{"columns", " , ,", model.Words()},
		{"cuts", "recency:1,2;frequency: 5 ;", model.CutsOf(map[string][]float64{"recency": {1, 2}, "frequency": {5}})},
		{"cuts", "recency:1,1,2", model.CutsOf(map[string][]float64{"recency": {1, 1, 2}})},
		{"cuts", "", model.CutsOf(nil)},
		{"weights", "0.5, 2", model.Nums(.5, 2)},
		{"lines", "a 1; b 2 ;;", model.Words("a 1", "b 2")},
	} {
		p, _ := spec.Param(c.param)
		if got, err := p.Parse(c.text); err != nil || !got.Equal(c.want) {
			t.Errorf("%s=%q is %+v (%v), want %+v", c.param, c.text, got, err, c.want)
		}
	}
}

func TestParamRefuses(t *testing.T) {
	spec := everyKind()
	for _, c := range []struct{ param, text, says string }{
		{"int", "11", "11 is outside 2 to 10"}, {"int", "1", "outside 2 to 10"}, {"int", "2.5", "whole number"}, {"int", "many", `"many" is not a whole number, 2 to 10`},
		{"int", strings.Repeat("9x", 400), `9x9…" is not a whole number, 2 to 10`},
		{"int", "auto", "2 to 10"}, {"auto", "0", "0 is outside 1 or more or auto"}, {"int", "NaN", "2 to 10"}, {"float", "Inf", "-1 to 1000000000"},
		{"percent", "0", "0% is outside 1% to 100%"}, {"percent", "101%", "101% is outside 1% to 100%"}, {"percent", "80", "80 is above 1, the whole: write 80% or 0.8"},
		{"percent", "1.5", "write 1.5% or 0.015"}, {"percent", "800", "with its sign or as a share of 1, 1% to 100%"}, {"percent", "800%", "800% is outside 1% to 100%"},
		{"percent", "0.8x", `"0.8x" is not a percent, 1% to 100%`}, {"percent", "Inf", "wants a number, 1% to 100%"},
		{"choice", "four", `"four" is not one of one, two, three`},
		{"day", "31.12.2011", "write it as 2011-12-31"},
		{"column", "", "wants a column"}, {"columns", `age,""`, "empty entry"},
		{"cuts", "recency:2,1", "cuts of recency must be numbers that ascend"}, {"cuts", "recency:NaN", "must be numbers"},
		{"cuts", "age:1", `has no measure "age", only recency, frequency`}, {"cuts", "1,2", "lacks its measure, as in recency:1,2,3;frequency:1,2,3"},
		{"cuts", "recency:x", `"x" is not a number`},
		{"weights", "1", "wants 2 numbers, for R, F"}, {"weights", "1,2,3", "wants 2 numbers"}, {"weights", "1,-1", "0 or more"},
		{"weights", "0,0", "above 0"}, {"weights", "1,NaN", "0 or more"}, {"weights", "1,1e300", "at most 1000000000"}, {"weights", "1,x", `"x" is not a number`},
	} {
		p, _ := spec.Param(c.param)
		_, err := p.Parse(c.text)
		var wrong *ParamError
		if !errors.As(err, &wrong) || wrong.Param != c.param {
			t.Errorf("%s=%q: %v", c.param, c.text, err)
			continue
		}
		wantText(t, err.Error(), "parameter "+c.param+": ", c.says)
	}
}

// A value of another form, as an edited recipe may hold, is refused by name and
// never read as zero.
func TestParamRefusesOtherForms(t *testing.T) {
	forms := []model.Value{model.Num(3), model.Word("two"), model.Nums(1, 2), model.Words("a"), model.CutsOf(nil)}
	fits := map[ParamKind][]model.ValueKind{Int: {model.NumberVal}, Float: {model.NumberVal}, PercentShare: {model.NumberVal}, Choice: {model.WordVal},
		Day: {}, OneColumn: {model.WordVal}, ColumnList: {model.WordsVal}, CutList: {model.CutsVal}, Weights: {model.NumbersVal}, LineList: {model.WordsVal}}
	for _, p := range everyKind().Params[:11] {
		for _, v := range forms {
			err := p.Check(v)
			if p.ID == "percent" || slices.Contains(fits[p.Kind], v.Kind()) {
				continue
			}
			if err == nil || !strings.HasPrefix(err.Error(), "parameter "+p.ID+": ") {
				t.Errorf("%s takes %+v: %v", p.ID, v, err)
			}
		}
	}
	lines, _ := everyKind().Param("lines")
	for _, bad := range []string{"a;b", " a", ""} {
		if lines.Check(model.Words(bad)) == nil {
			t.Errorf("a line %q is accepted, which cannot be written", bad)
		}
	}
}

// randomValue makes a value that fits a parameter.
func randomValue(r *rand.Rand, p Param) model.Value {
	number := func() float64 { return math.Ldexp(r.Float64()-.5, r.IntN(60)-30) }
	word := func() string {
		const letters = "ab Z,\"'%é客;:/ 09"
		runes := []rune(letters)
		out := make([]rune, 1+r.IntN(6))
		for i := range out {
			out[i] = runes[r.IntN(len(runes))]
		}
		return string(out)
	}
	words := func(fits func(string) bool) model.Value {
		var out []string
		for range r.IntN(4) {
			if w := word(); fits(w) {
				out = append(out, w)
			}
		}
		return model.Words(out...)
	}
	switch p.Kind {
	case Int:
		if p.Auto && r.IntN(3) == 0 {
			return model.Word("auto")
		}
		return model.Num(p.Min + float64(r.IntN(9)))
	case Float:
		return model.Num(max(p.Min, number()))
	case PercentShare:
		return model.Num(p.Min + (p.Max-p.Min)*r.Float64())
	case Choice:
		return model.Word(p.Options[r.IntN(len(p.Options))].ID)
	case Day:
		return model.Word(model.Day(r.IntN(30000)).String())
	case OneColumn:
		return model.Word("c" + strings.TrimSpace(word()))
	case ColumnList:
		return words(func(w string) bool { return strings.TrimSpace(w) != "" })
	case LineList:
		return words(func(w string) bool { return strings.TrimSpace(w) == w && !strings.Contains(w, ";") })
	case Weights:
		out := make([]float64, len(p.Names))
		for i := range out {
			out[i] = math.Abs(number())
		}
		return model.Nums(out...)
	}
	cuts := map[string][]float64{}
	for _, name := range p.Names {
		for range r.IntN(4) {
			cuts[name] = append(cuts[name], number())
		}
		slices.Sort(cuts[name])
	}
	return model.CutsOf(cuts)
}

func TestParamsReadBack(t *testing.T) {
	spec := everyKind()
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		set := model.Settings{}
		for _, p := range spec.Params {
			v := randomValue(r, p)
			set[p.ID] = v
			text := p.Format(v)
			if got, err := p.Parse(text); err != nil || !got.Equal(v) {
				t.Fatalf("%s: %+v is written %q and reads back as %+v (%v)", p.ID, v, text, got, err)
			}
		}
		if _, err := NewParams(spec, set); err != nil {
			t.Fatal(err)
		}
		for name, v := range throughJSON(t, set) {
			if !v.Equal(set[name]) {
				t.Fatalf("%s: %+v is %+v after JSON", name, set[name], v)
			}
		}
	}
}

// throughJSON writes settings and reads them back.
func throughJSON(t *testing.T, set model.Settings) model.Settings {
	t.Helper()
	text, err := json.Marshal(set)
	if err != nil {
		t.Fatal(err)
	}
	var out model.Settings
	if err := json.Unmarshal(text, &out); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return out
}

func TestEmptyListsSurviveJSON(t *testing.T) {
	spec := everyKind()
	p, err := NewParams(spec, throughJSON(t, model.Settings{"columns": model.Words(), "lines": model.Words(), "cuts": model.CutsOf(nil)}))
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Words("columns")) != 0 || len(p.Words("lines")) != 0 || len(p.Cuts("cuts")) != 0 {
		t.Errorf("an empty list became the default: %v %v %v", p.Words("columns"), p.Words("lines"), p.Cuts("cuts"))
	}
	if p, err = NewParams(spec, model.Settings{"int": {}, "choice": {}}); err != nil || p.Int("int") != 5 || p.Word("choice") != "one" {
		t.Errorf("null is not the default: %v", err)
	}
}

func TestPercentIsWrittenShortest(t *testing.T) {
	p, _ := everyKind().Param("percent")
	for v, want := range map[float64]string{.29: "29%", .8: "80%", 1: "100%", .07: "7%", .125: "12.5%", 1. / 3: "0.3333333333333333"} {
		if got := p.Format(model.Num(v)); got != want {
			t.Errorf("%v is written %s, want %s", v, got, want)
		}
	}
}

func TestParamsSayWhatIsUnknown(t *testing.T) {
	_, err := NewParams(everyKind(), model.Settings{"weigths": model.Num(1)})
	wantText(t, fmt.Sprint(err), "parameter weigths", "did you mean weights?")
	_, err = NewParams(everyKind(), model.Settings{"zzzzzzzz": model.Num(1)})
	wantText(t, fmt.Sprint(err), "it has int, auto, float")
}

func TestParamActive(t *testing.T) {
	for _, c := range []struct {
		set  model.Settings
		want []string
	}{
		{nil, nil},
		{model.Settings{"deeper": model.Word("y")}, nil}, // what it hangs on has no effect itself
		{model.Settings{"choice": model.Word("two")}, []string{"sub", "deeper"}},
		{model.Settings{"choice": model.Word("two"), "deeper": model.Word("y")}, []string{"sub", "deeper", "deepest"}},
		{model.Settings{"choice": model.Word("three")}, []string{"deeper", "deepest"}}, // either condition will do
	} {
		p, err := NewParams(everyKind(), c.set)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, id := range []string{"sub", "deeper", "deepest"} {
			if p.Active(id) {
				got = append(got, id)
			}
		}
		if !slices.Equal(got, c.want) || !p.Active("int") || p.Active("nothing") {
			t.Errorf("%v: active are %v, want %v", c.set, got, c.want)
		}
	}
}

func TestIdleParametersAreNoted(t *testing.T) {
	spec := everyKind()
	for _, c := range []struct {
		set  model.Settings
		want []string
	}{
		{nil, nil},
		{model.Settings{"sub": model.Num(0), "int": model.Num(7)}, nil}, // the default, and one that always counts
		{model.Settings{"sub": {}}, nil},                                // null in a recipe
		{model.Settings{"sub": model.Num(1), "choice": model.Word("two")}, nil},
		{model.Settings{"sub": model.Num(1), "choice": model.Word("three")}, []string{"Parameter sub is set but has no effect here: it counts with choice=two"}},
		{model.Settings{"deepest": model.Num(1), "deeper": model.Word("y")}, []string{
			"Parameter deeper is set but has no effect here: it counts with choice=two or choice=three",
			"Parameter deepest is set but has no effect here: it counts with deeper=y (with choice=two or choice=three) or choice=three"}},
	} {
		p, err := NewParams(spec, c.set)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, note := range p.idle(c.set, nil) {
			got = append(got, english(note))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%v: notes %q, want %q", c.set, got, c.want)
		}
	}
}

func TestNearest(t *testing.T) {
	ids := []string{"rfm", "abc", "kmeans", "monetary", "客户价值", "fit", "bins", "cells"}
	for word, want := range map[string]string{"rmf": "rfm", "RFM": "rfm", "kmean": "kmeans", "k-means": "kmeans", "monetry": "monetary",
		"客户价": "客户价值", "x": "", "zz": "", "": "", "something": "", "ab": "abc",
		"foo": "", "fat": "fit", "bin": "bins", "cell": "cells", "celsl": "cells", "xins": "bins", "xyns": "bins", "xyzs": "", "rxx": ""} {
		if got := Nearest(word, ids); got != want {
			t.Errorf("nearest to %q is %q, want %q", word, got, want)
		}
	}
}

func TestLookupSuggests(t *testing.T) {
	_, err := Lookup("kmean")
	if !errors.Is(err, ErrUnknownMethod) {
		t.Errorf("err = %v", err)
	}
	wantText(t, err.Error(), `"kmean"`, "did you mean kmeans?")
	_, err = Lookup("something else")
	wantText(t, err.Error(), "rfm, clv, ltv, abc", "kmeans")
}
