package cli

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"path"
	"strconv"
	"strings"
	"testing"
)

// bookParts is a workbook as it lies in its archive.
type bookParts struct {
	parts  map[string][]byte
	sheets []*sheetParts
	names  []definedName
	styles styleCounts
}

type definedName struct {
	Name  string `xml:"name,attr"`
	Sheet *int   `xml:"localSheetId,attr"`
	Refer string `xml:",chardata"`
}

// styleCounts is how many formats there are for cells, and for cells that meet a
// condition.
type styleCounts struct {
	Cells      []struct{} `xml:"cellXfs>xf"`
	Conditions []struct{} `xml:"dxfs>dxf"`
}

// sheetParts is one sheet. Its cells have the texts that they show.
type sheetParts struct {
	name, path string
	rels       map[string]relation
	cells      map[string]*cellParts
	right      int // the last column with a cell, and row
	bottom     int

	Rows []struct {
		At    int         `xml:"r,attr"`
		Cells []cellParts `xml:"c"`
	} `xml:"sheetData>row"`
	Merged []struct {
		Ref string `xml:"ref,attr"`
	} `xml:"mergeCells>mergeCell"`
	Links []struct {
		Ref      string `xml:"ref,attr"`
		Location string `xml:"location,attr"`
		ID       string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
	} `xml:"hyperlinks>hyperlink"`
	Conditions []struct {
		Cells string `xml:"sqref,attr"`
		Rules []struct {
			Format *int `xml:"dxfId,attr"`
		} `xml:"cfRule"`
	} `xml:"conditionalFormatting"`
	Tables []struct {
		ID string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
	} `xml:"tableParts>tablePart"`
}

type cellParts struct {
	At      string `xml:"r,attr"`
	Style   int    `xml:"s,attr"`
	Type    string `xml:"t,attr"`
	Formula string `xml:"f"`
	Value   string `xml:"v"`
	Inline  string `xml:"is>t"`
}

// relation is where a part refers to another, or to the outside.
type relation struct {
	ID     string `xml:"Id,attr"`
	Target string `xml:"Target,attr"`
	Mode   string `xml:"TargetMode,attr"`
}

// openParts reads the parts of a workbook.
func openParts(t *testing.T, file string) *bookParts {
	t.Helper()
	z, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	b := &bookParts{parts: map[string][]byte{}}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		if _, twice := b.parts[f.Name]; twice {
			t.Errorf("%s: %s is in the archive twice", file, f.Name)
		}
		b.parts[f.Name] = text
	}
	var workbook struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
		Names []definedName `xml:"definedNames>definedName"`
	}
	var shared struct {
		Texts []struct {
			Text string   `xml:"t"`
			Runs []string `xml:"r>t"`
		} `xml:"si"`
	}
	b.read(t, "xl/workbook.xml", &workbook)
	b.read(t, "xl/sharedStrings.xml", &shared)
	b.read(t, "xl/styles.xml", &b.styles)
	b.names = workbook.Names
	texts := make([]string, len(shared.Texts))
	for i, s := range shared.Texts {
		texts[i] = s.Text + strings.Join(s.Runs, "")
	}
	rels := b.relations(t, "xl/workbook.xml")
	for _, s := range workbook.Sheets {
		b.sheets = append(b.sheets, b.sheet(t, s.Name, rels[s.ID].Target, texts))
	}
	return b
}

// sheet reads a sheet and gives its cells their texts.
func (b *bookParts) sheet(t *testing.T, name, file string, texts []string) *sheetParts {
	t.Helper()
	s := &sheetParts{name: name, path: file, rels: b.relations(t, file), cells: map[string]*cellParts{}}
	b.read(t, file, s)
	for _, row := range s.Rows {
		for i := range row.Cells {
			c := &row.Cells[i]
			switch c.Type {
			case "s":
				k, err := strconv.Atoi(c.Value)
				if err != nil || k < 0 || k >= len(texts) {
					t.Fatalf("%s %s: there is no text %q", name, c.At, c.Value)
				}
				c.Value = texts[k]
			case "inlineStr":
				c.Value = c.Inline
			}
			s.cells[c.At] = c
			at := parseArea(t, c.At)
			s.right, s.bottom = max(s.right, at.right), max(s.bottom, at.bottom)
		}
	}
	return s
}

// row is the cells of a row.
func (s *sheetParts) row(at int) []cellParts {
	for _, r := range s.Rows {
		if r.At == at {
			return r.Cells
		}
	}
	return nil
}

func (b *bookParts) read(t *testing.T, part string, to any) {
	t.Helper()
	text, ok := b.parts[part]
	if !ok {
		t.Fatalf("there is no part %s", part)
	}
	if err := xml.Unmarshal(text, to); err != nil {
		t.Fatalf("%s: %v", part, err)
	}
}

// relations reads what a part refers to, by the ids of the references, with their
// targets as parts of the archive.
func (b *bookParts) relations(t *testing.T, part string) map[string]relation {
	t.Helper()
	file := path.Dir(part) + "/_rels/" + path.Base(part) + ".rels"
	out := map[string]relation{}
	if b.parts[file] == nil {
		return out
	}
	var list struct {
		Relations []relation `xml:"Relationship"`
	}
	b.read(t, file, &list)
	for _, r := range list.Relations {
		if _, twice := out[r.ID]; twice {
			t.Errorf("%s: the id %s is there twice", file, r.ID)
		}
		switch {
		case r.Mode == "External":
		case strings.HasPrefix(r.Target, "/"):
			r.Target = r.Target[1:]
		default:
			r.Target = path.Join(path.Dir(part), r.Target)
		}
		out[r.ID] = r
	}
	return out
}

// area is a rectangle of cells, rows and columns counted from 1.
type area struct{ left, top, right, bottom int }

// parseArea reads a reference such as B2, $B$2:$C$9, $A:$A or $1:$1.
func parseArea(t *testing.T, ref string) area {
	t.Helper()
	const lastColumn, lastRow = 16_384, 1_048_576
	from, to, ok := strings.Cut(strings.ReplaceAll(ref, "$", ""), ":")
	if !ok {
		to = from
	}
	corner := func(at string, column, row int) (int, int) {
		letters := strings.TrimRight(at, "0123456789")
		if letters != "" {
			column = 0
		}
		for _, l := range letters {
			if l < 'A' || l > 'Z' {
				t.Fatalf("%q is no reference", ref)
			}
			column = column*26 + int(l-'A') + 1
		}
		if digits := at[len(letters):]; digits != "" {
			row, _ = strconv.Atoi(digits)
		}
		return column, row
	}
	var a area
	a.left, a.top = corner(from, 1, 1)
	a.right, a.bottom = corner(to, lastColumn, lastRow)
	if a.left < 1 || a.top < 1 || a.right > lastColumn || a.bottom > lastRow || a.left > a.right || a.top > a.bottom {
		t.Fatalf("%q is no reference", ref)
	}
	return a
}

func (a area) cells() int { return (a.right - a.left + 1) * (a.bottom - a.top + 1) }

func (a area) meets(o area) bool {
	return a.left <= o.right && o.left <= a.right && a.top <= o.bottom && o.top <= a.bottom
}

// sheetArea splits a reference into the sheet that it names and its area.
func (b *bookParts) sheetArea(t *testing.T, ref string) (*sheetParts, area) {
	t.Helper()
	bang := strings.LastIndexByte(ref, '!')
	name := ref[:max(0, bang)]
	if n := len(name); n > 1 && name[0] == '\'' && name[n-1] == '\'' {
		name = strings.ReplaceAll(name[1:n-1], "''", "'")
	}
	for _, s := range b.sheets {
		if s.name == name {
			return s, parseArea(t, ref[bang+1:])
		}
	}
	t.Fatalf("%s: there is no such sheet", ref)
	return nil, area{}
}
