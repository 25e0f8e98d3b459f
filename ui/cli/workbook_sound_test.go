package cli

import (
	"encoding/xml"
	"path"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// checkSound holds a workbook against what Excel asks of one, which repairs or
// refuses what other programs read: names, tables, links, formats and charts.
func checkSound(t *testing.T, b *bookParts) {
	t.Helper()
	b.checkParts(t)
	b.checkNames(t)
	for _, s := range b.sheets {
		b.checkCells(t, s)
		b.checkLinks(t, s)
		b.checkConditions(t, s)
	}
	b.checkTables(t)
	b.checkCharts(t)
}

// checkParts finds every part that another refers to, and its type.
func (b *bookParts) checkParts(t *testing.T) {
	t.Helper()
	var types struct {
		Defaults []struct {
			Extension string `xml:"Extension,attr"`
		} `xml:"Default"`
		Overrides []struct {
			Part string `xml:"PartName,attr"`
		} `xml:"Override"`
	}
	b.read(t, "[Content_Types].xml", &types)
	typed := map[string]int{}
	for _, d := range types.Defaults {
		typed["."+d.Extension]++
	}
	for _, o := range types.Overrides {
		typed[o.Part[1:]]++
		if b.parts[o.Part[1:]] == nil {
			t.Errorf("a type is given of %s, which is not there", o.Part)
		}
	}
	for name, n := range typed {
		if n > 1 {
			t.Errorf("%s has %d types", name, n)
		}
	}
	for part := range b.parts {
		if part != "[Content_Types].xml" && typed[part]+typed[path.Ext(part)] == 0 {
			t.Errorf("%s has no type", part)
		}
		for id, r := range b.relations(t, part) {
			if r.Mode != "External" && b.parts[r.Target] == nil {
				t.Errorf("%s: %s refers to %s, which is not there", part, id, r.Target)
			}
		}
	}
}

// checkNames holds the names of sheets, and those defined, against Excel's rules.
func (b *bookParts) checkNames(t *testing.T) {
	t.Helper()
	const longest = 31 // UTF-16 units
	seen := map[string]bool{}
	for _, s := range b.sheets {
		key := strings.ToLower(s.name)
		if n := len(utf16.Encode([]rune(s.name))); seen[key] || n == 0 || n > longest || strings.ContainsAny(s.name, `[]:*?/\`) || strings.Trim(s.name, "'") != s.name || key == "history" {
			t.Errorf("Excel has no sheet of the name %q", s.name)
		}
		seen[key] = true
	}
	defined := map[string]bool{}
	for _, n := range b.names {
		scope := ""
		if n.Sheet != nil {
			scope = b.sheets[*n.Sheet].name
		}
		key := scope + "!" + strings.ToLower(n.Name)
		if defined[key] {
			t.Errorf("the name %s is defined twice", key)
		}
		defined[key] = true
		for ref := range strings.SplitSeq(n.Refer, ",'") {
			if s, _ := b.sheetArea(t, "'"+strings.TrimPrefix(ref, "'")); s.name != scope {
				t.Errorf("%s of %s refers to %s", n.Name, scope, s.name)
			}
		}
	}
}

// checkCells holds cells, and those merged, against Excel's limits.
func (b *bookParts) checkCells(t *testing.T, s *sheetParts) {
	t.Helper()
	const longestFormula, longestText = 8192, 32767
	row := 0
	for _, r := range s.Rows {
		if r.At <= row {
			t.Errorf("%s: row %d is below row %d", s.name, r.At, row)
		}
		row = r.At
		column := 0
		for _, c := range r.Cells {
			at := parseArea(t, c.At)
			if at.top != r.At || at.left <= column || c.Style >= len(b.styles.Cells) || len(c.Formula) > longestFormula || len(utf16.Encode([]rune(c.Value))) > longestText {
				t.Errorf("%s: Excel takes no cell %s in row %d behind column %d: style %d, formula %d, text %d", s.name, c.At, r.At, column, c.Style, len(c.Formula), len(c.Value))
			}
			if c.Type == "e" {
				t.Errorf("%s: %s holds the error %s", s.name, c.At, c.Value)
			}
			column = at.left
		}
	}
	for i, m := range s.Merged {
		one := parseArea(t, m.Ref)
		if one.cells() < 2 {
			t.Errorf("%s: %s is merged of one cell", s.name, m.Ref)
		}
		for _, o := range s.Merged[:i] {
			if one.meets(parseArea(t, o.Ref)) {
				t.Errorf("%s: %s and %s are merged, and overlap", s.name, o.Ref, m.Ref)
			}
		}
	}
}

// checkLinks finds what links lead to.
func (b *bookParts) checkLinks(t *testing.T, s *sheetParts) {
	t.Helper()
	for _, l := range s.Links {
		if s.cells[l.Ref] == nil {
			t.Errorf("%s: a link is in %s, where no cell is", s.name, l.Ref)
		}
		if l.Location != "" {
			b.sheetArea(t, l.Location)
		} else if s.rels[l.ID].Target == "" {
			t.Errorf("%s: the link in %s leads nowhere", s.name, l.Ref)
		}
	}
}

// checkConditions holds formats of cells that meet a condition against the cells
// there are.
func (b *bookParts) checkConditions(t *testing.T, s *sheetParts) {
	t.Helper()
	for _, c := range s.Conditions {
		for ref := range strings.FieldsSeq(c.Cells) {
			if a := parseArea(t, ref); a.right > s.right || a.bottom > s.bottom {
				t.Errorf("%s: cells %s have conditions, and the sheet has %d columns and %d rows", s.name, ref, s.right, s.bottom)
			}
		}
		for _, r := range c.Rules {
			if r.Format != nil && *r.Format >= len(b.styles.Conditions) {
				t.Errorf("%s: there is no format %d for %s", s.name, *r.Format, c.Cells)
			}
		}
	}
}

// checkTables holds tables against each other and against the cells they are of.
func (b *bookParts) checkTables(t *testing.T) {
	t.Helper()
	taken := map[string]bool{}
	for _, n := range b.names {
		taken[strings.ToLower(n.Name)] = true
	}
	for _, s := range b.sheets {
		for _, one := range s.Tables {
			var table struct {
				ID      string `xml:"id,attr"`
				Name    string `xml:"displayName,attr"`
				Ref     string `xml:"ref,attr"`
				Columns []struct {
					Name string `xml:"name,attr"`
				} `xml:"tableColumns>tableColumn"`
				Filter struct {
					Ref string `xml:"ref,attr"`
				} `xml:"autoFilter"`
			}
			b.read(t, s.rels[one.ID].Target, &table)
			if name := strings.ToLower(table.Name); taken[name] || taken["id "+table.ID] {
				t.Errorf("%s: a second table is %s, or has the id %s", s.name, table.Name, table.ID)
			}
			taken[strings.ToLower(table.Name)], taken["id "+table.ID] = true, true
			a := parseArea(t, table.Ref)
			if table.Filter.Ref != table.Ref || len(table.Columns) != a.right-a.left+1 || a.bottom == a.top || a.right > s.right {
				t.Errorf("%s: the table %s of %d columns has filters on %s", s.name, table.Ref, len(table.Columns), table.Filter.Ref)
			}
			heads := map[string]bool{}
			for j, c := range s.row(a.top) {
				if j >= len(table.Columns) || c.Value != table.Columns[j].Name {
					t.Errorf("%s: %s holds %q, and the columns of the table are %q", s.name, c.At, c.Value, table.Columns)
				}
				heads[strings.ToLower(c.Value)] = true
			}
			if len(heads) != len(table.Columns) {
				t.Errorf("%s: %d columns have %d names", s.name, len(table.Columns), len(heads))
			}
			for _, m := range s.Merged {
				if parseArea(t, m.Ref).meets(a) {
					t.Errorf("%s: %s is merged within the table %s", s.name, m.Ref, table.Ref)
				}
			}
		}
	}
}

// checkCharts finds the cells that charts are drawn from, as many of values as of
// what they stand at.
func (b *bookParts) checkCharts(t *testing.T) {
	t.Helper()
	for part, text := range b.parts {
		if ok, _ := path.Match("xl/charts/chart*.xml", part); !ok {
			continue
		}
		series := chartSeries(t, text)
		if len(series) == 0 {
			t.Errorf("%s has no series", part)
		}
		for _, one := range series {
			cells := 0
			for _, ref := range one {
				s, a := b.sheetArea(t, ref)
				if a.right > s.right || a.bottom > s.bottom {
					t.Errorf("%s: %s is not on the sheet of %d columns and %d rows", part, ref, s.right, s.bottom)
				}
				if cells != 0 && cells != a.cells() {
					t.Errorf("%s: %q have not as many cells", part, one)
				}
				cells = a.cells()
			}
		}
	}
}

// chartSeries lists the references of each series of a chart but that of its name.
func chartSeries(t *testing.T, chart []byte) [][]string {
	t.Helper()
	var out [][]string
	var open []string
	d := xml.NewDecoder(strings.NewReader(string(chart)))
	for token, err := d.Token(); err == nil; token, err = d.Token() {
		switch e := token.(type) {
		case xml.StartElement:
			open = append(open, e.Name.Local)
			if e.Name.Local == "ser" {
				out = append(out, nil)
			}
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 && open[len(open)-1] == "f" && len(out) > 0 && !slices.Contains(open, "tx") {
				out[len(out)-1] = append(out[len(out)-1], string(e))
			}
		}
	}
	return out
}
