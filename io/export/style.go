package export

import (
	"fmt"
	"math"

	"github.com/xuri/excelize/v2"
)

// Colours of the workbook.
const (
	inkColor   = "1F2933"
	greyColor  = "667085"
	lineColor  = "CBD2D9"
	headColor  = "334155"
	linkColor  = "1D4ED8"
	otherColor = "9AA1A9" // of customers who are in no segment
	alertColor = "FFE0A3" // behind what no longer holds
)

// segmentColors are for paper: quieter than those of the screen, and yet at least 17
// steps of CIE Lab from one another to normal, protan and deutan eyes (by the
// matrices of Machado, Oliveira and Fernandes, 2009), each of another lightness
// than the one before. [inkOf] makes letters of them.
var segmentColors = [...]string{
	"3865A8", "EBA947", "3C7C3C", "761976", "57DBC1", "6B2440",
	"B3CA91", "A378E2", "813C0E", "B5ACD7", "197676", "BD8475",
}

// segmentRounds are what the colours of segments are mixed with, and how much of
// it, from round to round of them: more segments than colours differ by shade.
var segmentRounds = [...]struct {
	with string
	part float64
}{{"000000", 0}, {"000000", 0.45}, {"FFFFFF", 0.4}, {"000000", 0.7}, {"FFFFFF", 0.75}}

// segmentColor returns the colour of a segment, which repeats when all shades of
// all colours are used up.
func segmentColor(index int, unclassified bool) string {
	if unclassified {
		return otherColor
	}
	round := segmentRounds[index/len(segmentColors)%len(segmentRounds)]
	return mixed(segmentColors[index%len(segmentColors)], round.with, round.part)
}

// inkOf darkens a colour until letters of it can be read on white, at a contrast of
// 4.5 (WCAG 2.1).
func inkOf(color string) string {
	const least, step = 4.5, 0.05
	for part := 0.; part < 1; part += step {
		if ink := mixed(color, "000000", part); 1.05/(luminance(ink)+0.05) >= least {
			return ink
		}
	}
	return inkColor
}

// luminance is the relative luminance of a colour (WCAG 2.1).
func luminance(color string) float64 {
	l := 0.
	for i, v := range components(color) {
		c := float64(v) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		l += c * [3]float64{0.2126, 0.7152, 0.0722}[i]
	}
	return l
}

// components are the red, green and blue of a colour of six digits.
func components(color string) (out [3]uint8) {
	fmt.Sscanf(color, "%02X%02X%02X", &out[0], &out[1], &out[2])
	return out
}

// mixed mixes a part of another colour into one, both as six digits.
func mixed(color, other string, part float64) string {
	a, b := components(color), components(other)
	for i := range a {
		a[i] = uint8(math.Round(float64(a[i])*(1-part) + float64(b[i])*part))
	}
	return fmt.Sprintf("%02X%02X%02X", a[0], a[1], a[2])
}

// Number formats.
const (
	wholeFormat   = "#,##0"
	codeFormat    = "0" // whole numbers that may be codes or years
	moneyFormat   = "#,##0.00"
	decimalFormat = "0.00"
	smallFormat   = "0.0000"
	shareFormat   = "0.0%"
	dateFormat    = "yyyy-mm-dd"
	momentFormat  = "yyyy-mm-dd hh:mm:ss"
	generalFormat = "General"
	textFormat    = "@"
)

// look is a cell style in two forms: plain, and with the quote prefix that
// tells every program to take what follows as text.
type look struct{ plain, quoted int }

// looks are the styles of texts.
type looks struct {
	title, subtitle, heading, label, text, wrap, advice, strong, link, name, nameLink, nameStrong, head, headRight, headIndent, headMid, headUp, key, keyLabel, data, code look
}

// addLook registers a style in both forms.
func addLook(f *excelize.File, s *excelize.Style) (look, error) {
	id, err := f.NewStyle(s)
	if err != nil {
		return look{}, err
	}
	// Excelize has no option for the quote prefix, so the form is added to the
	// style sheet by hand.
	yes := true
	quoted := f.Styles.CellXfs.Xf[id]
	quoted.QuotePrefix = &yes
	f.Styles.CellXfs.Xf = append(f.Styles.CellXfs.Xf, quoted)
	f.Styles.CellXfs.Count = len(f.Styles.CellXfs.Xf)
	return look{id, f.Styles.CellXfs.Count - 1}, nil
}

// font is text of a size in points.
func font(size float64, color string, bold bool) *excelize.Font {
	return &excelize.Font{Family: "Calibri", Size: size, Color: color, Bold: bold}
}

// line is a border on one side of a cell.
func line(side, color string) []excelize.Border {
	return []excelize.Border{{Type: side, Color: color, Style: 1}}
}

func newLooks(f *excelize.File) (looks, error) {
	var l looks
	format := textFormat
	top := &excelize.Alignment{Vertical: "top"}
	indented := &excelize.Alignment{Horizontal: "left", Vertical: "top", WrapText: true, Indent: 1}
	link := font(11, linkColor, false)
	link.Underline = "single"
	code := font(10, inkColor, false)
	code.Family = "Consolas"
	for _, s := range []struct {
		look  *look
		style excelize.Style
	}{
		{&l.title, excelize.Style{Font: font(18, inkColor, true)}},
		{&l.subtitle, excelize.Style{Font: font(11, greyColor, false), Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}},
		{&l.heading, excelize.Style{Font: font(13, inkColor, true), Border: line("bottom", lineColor)}},
		{&l.label, excelize.Style{Font: font(11, greyColor, false), Alignment: top}},
		{&l.text, excelize.Style{Font: font(11, inkColor, false), Alignment: top}},
		{&l.wrap, excelize.Style{Font: font(11, inkColor, false), Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}},
		{&l.advice, excelize.Style{Font: font(11, inkColor, false), Alignment: indented}},
		{&l.strong, excelize.Style{Font: font(11, inkColor, true), Alignment: &excelize.Alignment{Vertical: "center"}, Border: line("top", headColor)}},
		{&l.link, excelize.Style{Font: link, Alignment: top}},
		{&l.name, excelize.Style{Font: font(11, inkColor, false), Alignment: indented}},
		{&l.nameLink, excelize.Style{Font: link, Alignment: indented}},
		{&l.nameStrong, excelize.Style{Font: font(11, inkColor, true), Alignment: &excelize.Alignment{Horizontal: "left", Vertical: "center", Indent: 1}, Border: line("top", headColor)}},
		{&l.head, headStyle(excelize.Alignment{Horizontal: "left"})},
		{&l.headRight, headStyle(excelize.Alignment{Horizontal: "right"})},
		{&l.headIndent, headStyle(excelize.Alignment{Horizontal: "left", Indent: 1})},
		{&l.headMid, headStyle(excelize.Alignment{Horizontal: "center"})},
		{&l.key, excelize.Style{Font: font(keySize, inkColor, true), Alignment: &excelize.Alignment{Horizontal: "left", Indent: 1}}},
		{&l.keyLabel, excelize.Style{Font: font(10, greyColor, false), Alignment: indented}},
		{&l.headUp, headStyle(excelize.Alignment{Horizontal: "center", TextRotation: 90})},
		{&l.data, excelize.Style{CustomNumFmt: &format, Alignment: &excelize.Alignment{Horizontal: "left", Indent: 1}}},
		{&l.code, excelize.Style{Font: code, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}},
	} {
		var err error
		if *s.look, err = addLook(f, &s.style); err != nil {
			return l, err
		}
	}
	return l, nil
}

// headStyle is a cell of the head of a table.
func headStyle(a excelize.Alignment) excelize.Style {
	a.Vertical, a.WrapText = "center", true
	return excelize.Style{Font: font(11, "FFFFFF", true), Fill: solid(headColor), Alignment: &a}
}

// numberLook is the style of a number.
type numberLook struct {
	format string
	strong bool // in a row of totals
	left   bool // beside a label
	key    bool // a key figure
}

// keySize is the size of a key figure in points.
const keySize = 16

func (n numberLook) style() *excelize.Style {
	s := &excelize.Style{CustomNumFmt: &n.format, Font: font(11, inkColor, n.strong), Alignment: &excelize.Alignment{Vertical: "top"}}
	if n.key {
		s.Font.Size, s.Font.Bold = keySize, true
		s.Alignment = &excelize.Alignment{Horizontal: "left", Indent: 1}
	}
	if n.left {
		s.Alignment.Horizontal = "left"
	}
	if n.strong {
		s.Alignment.Vertical = "center"
		s.Border = line("top", headColor)
	}
	return s
}
