package xlsx

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"custseg/io/load/grid"
)

// The errors of [Open], apart from those of reading.
var (
	ErrNotWorkbook = errors.New("not a workbook")
	ErrBinary      = errors.New("a binary workbook (.xlsb)")
	ErrOpenDoc     = errors.New("an OpenDocument spreadsheet (.ods)")
)

// Book is an open workbook.
type Book struct {
	parts        map[string]*zip.File // by path in lower case
	sheets       []grid.Sheet
	sheetParts   []string      // by sheet; empty where the workbook names none
	strings      string        // the part of the shared strings, may be empty
	shared       [][]byte      // the shared strings once they were read
	formats      []grid.Format // by cell style
	calendar1904 bool
}

// Calendar1904 reports whether days are counted from 1904 rather than from 1900.
func (b *Book) Calendar1904() bool { return b.calendar1904 }

type workbookXML struct {
	Properties struct {
		Date1904 string `xml:"date1904,attr"`
	} `xml:"workbookPr"`
	Sheets []struct {
		Name  string `xml:"name,attr"`
		State string `xml:"state,attr"`
		ID    string `xml:"id,attr"`
	} `xml:"sheets>sheet"`
}

type relationsXML struct {
	Relations []struct {
		ID     string `xml:"Id,attr"`
		Type   string `xml:"Type,attr"`
		Target string `xml:"Target,attr"`
	} `xml:"Relationship"`
}

type stylesXML struct {
	Formats []struct {
		ID   int    `xml:"numFmtId,attr"`
		Code string `xml:"formatCode,attr"`
	} `xml:"numFmts>numFmt"`
	Cells []struct {
		Format int `xml:"numFmtId,attr"`
	} `xml:"cellXfs>xf"`
}

// formats returns what each cell style makes of a number.
func (s stylesXML) formats() []grid.Format {
	custom := map[int]string{}
	for _, f := range s.Formats {
		custom[f.ID] = f.Code
	}
	out := make([]grid.Format, len(s.Cells))
	for i, c := range s.Cells {
		if code, ok := custom[c.Format]; ok {
			out[i] = grid.ParseFormat(code)
		} else {
			out[i] = grid.BuiltinFormat(c.Format)
		}
	}
	return out
}

// Open reads what a workbook says of itself, not its cells. The reader must
// stay open as long as the book is used.
func Open(r io.ReaderAt, size int64) (*Book, error) {
	archive, err := zip.NewReader(r, size)
	if err != nil {
		return nil, ErrNotWorkbook
	}
	b := &Book{parts: map[string]*zip.File{}}
	for _, f := range archive.File {
		b.parts[partName(f.Name)] = f
	}
	main, err := b.mainPart()
	if err != nil {
		return nil, err
	}
	var w workbookXML
	if err := b.decode(main, &w); err != nil {
		return nil, err
	}
	b.calendar1904 = isTrue([]byte(w.Properties.Date1904))
	return b, b.relate(main, w)
}

func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// mainPart finds the part that lists the sheets.
func (b *Book) mainPart() (string, error) {
	if _, ok := b.parts["meta-inf/manifest.xml"]; ok && b.parts["content.xml"] != nil {
		return "", ErrOpenDoc
	}
	var r relationsXML
	if err := b.decode("_rels/.rels", &r); err != nil {
		return "", err
	}
	for _, rel := range r.Relations {
		if !strings.HasSuffix(rel.Type, "/officeDocument") {
			continue
		}
		part := partName(rel.Target)
		switch {
		case strings.HasSuffix(part, ".bin"):
			return "", ErrBinary
		case b.parts[part] != nil && strings.Contains(path.Base(part), "workbook"):
			return part, nil
		}
	}
	return "", ErrNotWorkbook
}

// relate finds the parts of the sheets, the shared strings and the styles.
func (b *Book) relate(main string, w workbookXML) error {
	dir, base := path.Split(main)
	var r relationsXML
	if err := b.decode(dir+"_rels/"+base+".rels", &r); err != nil {
		return err
	}
	sheets, others := map[string]string{}, map[string]bool{}
	for _, rel := range r.Relations {
		part := partName(rel.Target)
		if !strings.HasPrefix(rel.Target, "/") {
			part = partName(path.Join(dir, rel.Target))
		}
		switch path.Base(rel.Type) {
		case "worksheet":
			sheets[rel.ID] = part
		case "sharedStrings":
			b.strings = part
		case "styles":
			var s stylesXML
			if b.parts[part] == nil {
				return &PartError{Part: part, Missing: true}
			}
			if err := b.decode(part, &s); err != nil {
				return err
			}
			b.formats = s.formats()
		default:
			others[rel.ID] = true // a sheet of a chart, a dialog or macros
		}
	}
	for _, s := range w.Sheets {
		if others[s.ID] {
			continue
		}
		part := sheets[s.ID]
		b.sheets = append(b.sheets, grid.Sheet{Name: s.Name, Hidden: s.State != "" && s.State != "visible", Size: b.sizeOf(part)})
		b.sheetParts = append(b.sheetParts, part)
	}
	return nil
}

func (b *Book) sizeOf(part string) int64 {
	if f := b.parts[part]; f != nil {
		return int64(f.UncompressedSize64)
	}
	return 0
}

// SharedSize returns how many bytes the first reading of rows passes through
// beside those of its sheet.
func (b *Book) SharedSize() int64 { return b.sizeOf(b.strings) }

// Sheets returns the sheets of cells in the order of their tabs, also those
// whose parts are missing.
func (b *Book) Sheets() []grid.Sheet { return b.sheets }

// maxSmallPart is how much is read of a part that lists sheets or styles.
const maxSmallPart = 256 << 20

// decode reads a small part.
func (b *Book) decode(part string, into any) error {
	f := b.parts[part]
	if f == nil {
		return ErrNotWorkbook
	}
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	return xml.NewDecoder(io.LimitReader(r, maxSmallPart)).Decode(into)
}
