package export

import (
	"bytes"
	"strings"
	"testing"

	"custseg/model"
)

// markdownOf writes the report of a document.
func markdownOf(t *testing.T, d Document, o Options) string {
	t.Helper()
	v, err := newView(d, o)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := writeMarkdown(t.Context(), &b, v); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestMarkdownTellsTheSegments(t *testing.T) {
	text := markdownOf(t, testDocument(t), Options{})
	for _, want := range []string{"# Customer segments: RFM\n", "- **Data:** people.csv, orders.csv\n", "- **As of:** 2024-06-27\n",
		"- **Rows:** 66 read, 63 used, 3 left out\n", "| Champions ", "| All customers ", "### Champions\n\n- **Rule:** R 5, F 4-5\n",
		"- Marketing: reward; no discount\n", "- **Bins:** 4 (default 5)\n", "- **Left out:** no amount (1)\n", "- **Personal data:** id, name, phone, born, who: kept as it is.\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if strings.Contains(text, "\n\n\n") {
		t.Error("more than one empty line")
	}
}

// Cells stand below each other as a terminal shows them, ideographs too.
func TestMarkdownTablesAreAligned(t *testing.T) {
	var m markdown
	m.table([]markdownColumn{{"名称", false}, {"n", true}}, [][]string{{"重要客户", "1"}, {"a|b", "1,000"}})
	want := "| 名称     |     n |\n| -------- | ----: |\n| 重要客户 |     1 |\n| a\\|b     | 1,000 |\n"
	if m.String() != want {
		t.Errorf("%s, want\n%s", m.String(), want)
	}
}

// No name marks up, links, runs or moves the cursor.
func TestMarkdownNamesAreInert(t *testing.T) {
	for in, want := range map[string]string{
		"a|b": `a\|b`, "`rm`": "\\`rm\\`", "<script>x</script>": `\<script\>x\</script\>`, "*bold* _it_ snake_case": `\*bold\* \_it\_ snake_case`,
		"[x](http://a.b)": `\[x\](http\://a.b)`, "www.a.b": `www\.a.b`, "a@b.c": `a\@b.c`, "# head": `\# head`, "=1+2": `\=1+2`, "-x": `\-x`,
		"1. one": `1\. one`, "2) two": `2\) two`, "13.8%": "13.8%", "AT&T & co &amp; &#38;": `AT\&T & co \&amp; \&#38;`,
		"two\nlines\tand \x1b[2J\u202e": `two lines and \[2J`, "![i](x)": `\!\[i\](x)`, "~~x~~": `\~\~x\~\~`, `back\slash`: `back\\slash`,
	} {
		if got := markdownText(in); got != want {
			t.Errorf("%q is written %q, want %q", in, got, want)
		}
	}
	var m markdown
	m.block([]string{"```", "# x"})
	if m.String() != "````text\n```\n# x\n````\n" {
		t.Errorf("a name ends the block:\n%s", m.String())
	}
}

func TestMarkdownChartsAreText(t *testing.T) {
	d := testDocument(t)
	nan := []float64{1, 2, 2, 9, 4}
	for name, c := range map[string]struct {
		chart model.Chart
		want  string
	}{
		"bars": {&model.Bars{Title: model.P("b"), NameTitle: model.P("item"), ValueTitle: model.P("lift"), Labels: []model.Phrase{model.P("one"), model.P("two")}, Values: []float64{2, 4}},
			"Item  Lift\none      2  ████████████████\ntwo      4  ████████████████████████████████"},
		"grid": {&model.Grid{RowTitle: model.P("R"), ColTitle: model.P("F"), Rows: []string{"r1", "r2"}, Cols: []string{"f1", "f2"}, Row: []int32{0, 0, 1, 1, -1}, Col: []int32{0, 0, 1, 0, -1}},
			"R \\ F  f1  f2\nr1      2   0\nr2      1   1"},
		"histogram": {&model.Histogram{Values: nan, Cuts: []float64{3}}, "1 to 2      1  ████████████████\n2 to 3      2  ████████████████████████████████\n3 to 4      0                                    cut 3\n4 and more  2  ████████████████████████████████"},
		"series": {&model.Series{XTitle: model.P("k"), X: []float64{2, 3}, Lines: []model.Line{{Name: model.P("fit"), Y: []float64{0.25, 0.5}}}, Chosen: 3},
			"k      fit\n2    0.250\n3 *  0.500"},
		"tree": {&model.Tree{ValueName: model.P("share"), Unit: model.Percent, Nodes: []model.TreeNode{{Text: model.P("all"), N: 5, Value: .4, Children: []int{1}, Segment: -1}, {Text: model.P("x < 2"), N: 2, Value: 1, Segment: 0}}},
			"         Customers   share  Segment\nall              5   40.0%\n· x < 2          2  100.0%  Champions"},
	} {
		v, err := newView(d, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(v.textChart(c.chart), "\n"); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

func TestMaskedMarkdownHoldsNoOriginal(t *testing.T) {
	for _, told := range []model.Disclosure{model.MaskColumn, model.HashColumn, model.DropColumn} {
		wantNoSecret(t, "Markdown", strings.ReplaceAll(markdownOf(t, named(t), Options{Privacy: model.Privacy{Default: told}}), `\`, ""))
	}
}

// A CSV begins with a byte order mark when asked, and then reads as before.
func TestByteOrderMark(t *testing.T) {
	plain, _ := csvOf(t, testDocument(t), Options{})
	marked, _ := csvOf(t, testDocument(t), Options{BOM: true})
	if marked != "\ufeff"+plain {
		t.Errorf("%.40q, then %.40q", plain, marked)
	}
}
