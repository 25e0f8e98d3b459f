package export

import (
	"bytes"
	"encoding/json"
	"math"
	"strings"
	"testing"

	"custseg/model"
)

func jsonOf(t *testing.T, d Document, o Options) (text string, object map[string]any) {
	t.Helper()
	var b bytes.Buffer
	if err := JSON(&b, d, o); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b.Bytes(), &object); err != nil {
		t.Fatalf("%v in %s", err, b.String())
	}
	return b.String(), object
}

func TestJSONHasTheAgreedShape(t *testing.T) {
	text, got := jsonOf(t, testDocument(t), Options{})
	at := 0
	for _, key := range []string{"method", "recipe", "as_of", "customers", "unclassified", "segments", "cuts", "measures", "notes", "quality", "privacy"} {
		i := strings.Index(text[at:], "\n  \""+key+"\":")
		if i < 0 {
			t.Fatalf("no %q after %q", key, text[max(0, at-20):at])
		}
		at += i
	}
	if len(got) != 11 || got["method"] != "rfm" || got["as_of"] != "2024-06-27" || got["customers"] != 5.0 || got["unclassified"] != 1.0 {
		t.Errorf("%v", got)
	}
	first := got["segments"].([]any)[0].(map[string]any)
	if len(first) != 7 || first["name"] != "Champions" || first["share"] != 0.2 || first["rule"] != "R 5, F 4-5" ||
		first["advice"] != "Marketing: reward; no discount\nService: a line of their own" {
		t.Errorf("%v", first)
	}
	if cuts := got["cuts"].(map[string]any)["recency"].([]any); len(cuts) != 3 || cuts[1] != 36.5 || cuts[2] != nil {
		t.Errorf("cuts %v", cuts)
	}
	if m := got["measures"].(map[string]any); m["gini"] != 0.715 || m["p_value"] != nil || len(m) != 2 {
		t.Errorf("measures %v", m)
	}
	if _, isText := got["notes"].([]any)[0].(string); !isText {
		t.Errorf("notes %v", got["notes"])
	}
}

func TestJSONAccountsForEveryRow(t *testing.T) {
	_, got := jsonOf(t, testDocument(t), Options{})
	q := got["quality"].(map[string]any)
	excluded := 0.0
	for _, e := range q["excluded"].([]any) {
		excluded += e.(map[string]any)["rows"].(float64)
	}
	if q["rows_read"] != 66.0 || q["rows_used"] != 63.0 || q["rows_excluded"] != 3.0 || excluded != 3 {
		t.Errorf("%v", q)
	}
}

func TestJSONWithoutMoneyOrDates(t *testing.T) {
	table, err := model.NewTable("t", "t.csv", 2, model.TextsOf("id", []string{"a"}))
	if err != nil {
		t.Fatal(err)
	}
	d := &model.Dataset{Tables: []*model.Table{table}, Guesses: []model.Guess{{Role: model.CustomerID}}, Partial: true}
	s := &model.Segmentation{Method: "m", Of: []int32{0}, Segments: []model.Segment{{Name: model.P("all")}}}
	text, got := jsonOf(t, Document{Dataset: d, Customers: testCustomers(t, d), Segmentation: s}, Options{})
	first := got["segments"].([]any)[0].(map[string]any)
	if got["as_of"] != nil || first["value"] != nil || first["value_share"] != nil || got["method"] != "m" {
		t.Errorf("%v", got)
	}
	for _, empty := range []string{`"cuts": {}`, `"measures": {}`, `"excluded": []`} {
		if !strings.Contains(text, empty) {
			t.Errorf("no %s in %s", empty, text)
		}
	}
	if !strings.Contains(text, "stopped before the end") {
		t.Error("a partial reading is not noted")
	}
}

func TestJSONNumbersAreWhole(t *testing.T) {
	d := testDocument(t)
	d.Segmentation.Fit = []model.Fit{{Name: "x", Value: 0.1 + 0.2}, {Name: "y", Value: 1e-300}, {Name: "z", Value: math.MaxFloat64}}
	_, got := jsonOf(t, d, Options{})
	m := got["measures"].(map[string]any)
	if m["x"] != 0.1+0.2 || m["y"] != 1e-300 || m["z"] != math.MaxFloat64 {
		t.Errorf("%v", m)
	}
}

func TestTwoCutsOfOneMeasureAreBothKept(t *testing.T) {
	d := testDocument(t)
	d.Segmentation.Cuts = append(d.Segmentation.Cuts, model.Cuts{Measure: "recency", Values: []float64{1}})
	_, got := jsonOf(t, d, Options{})
	if cuts := got["cuts"].(map[string]any); len(cuts) != 2 {
		t.Errorf("%v", cuts)
	}
}

func TestBrokenSegmentationIsRefused(t *testing.T) {
	d := testDocument(t)
	d.Segmentation.Of = d.Segmentation.Of[1:]
	if err := JSON(&bytes.Buffer{}, d, Options{}); err == nil {
		t.Error("a customer without a segment was written")
	}
}
