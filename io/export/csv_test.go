package export

import (
	"bytes"
	"encoding/csv"
	"math"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"custseg/model"
)

// csvOf writes the document and reads it back.
func csvOf(t *testing.T, d Document, o Options) (text string, rows [][]string) {
	t.Helper()
	v, err := newView(d, o)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := writeCSV(&b, v, o, func(float64) {}); err != nil {
		t.Fatal(err)
	}
	rows, err = csv.NewReader(bytes.NewReader(b.Bytes())).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return b.String(), rows
}

func TestCSVColumnsInTheAgreedOrder(t *testing.T) {
	_, rows := csvOf(t, testDocument(t), Options{})
	want := "customer_id segment r code recency monetary frequency average_order tenure first_order last_order name phone city born segment_2 why_unclassified"
	if got := strings.Join(rows[0], " "); got != want {
		t.Errorf("header\n%s, want\n%s", got, want)
	}
	if len(rows) != 6 {
		t.Fatalf("%d rows", len(rows))
	}
	last := rows[5]
	if last[0] != "K-00021" || last[1] != "Unclassified" || last[4] != "" || last[16] != "no order" || last[14] != "1975-01-01" {
		t.Errorf("%q", last)
	}
}

func TestCSVKeepsEveryDigit(t *testing.T) {
	d := testDocument(t)
	_, rows := csvOf(t, d, Options{})
	f, _ := d.Customers.Feature(model.AverageOrder)
	for i, want := range f.Values() {
		if got, err := strconv.ParseFloat(rows[i+1][7], 64); !math.IsNaN(want) && (err != nil || got != want) {
			t.Errorf("row %d: %s, want %v", i, rows[i+1][7], want)
		}
	}
}

func TestCSVRunsNothing(t *testing.T) {
	text, rows := csvOf(t, testDocument(t), Options{})
	for _, row := range rows[1:] {
		for j, cell := range row {
			_, err := strconv.ParseFloat(cell, 64)
			if risky(cell) && (err != nil || rows[0][j] == "name" || rows[0][j] == "phone") {
				t.Errorf("%s may run: %q", rows[0][j], cell)
			}
		}
	}
	if !strings.Contains(text, "'@SUM(A1:A9)") || !strings.Contains(text, "'＋44") || !strings.Contains(text, "'=At/Risk") || !strings.Contains(text, ",-2,") {
		t.Errorf("not as expected:\n%s", text)
	}
	if !utf8.ValidString(text) || strings.Contains(text, "\r\n") || !strings.HasSuffix(text, "\n") {
		t.Error("not UTF-8 with line feeds")
	}
}
