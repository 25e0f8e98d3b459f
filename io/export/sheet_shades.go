package export

import (
	"strconv"

	"github.com/xuri/excelize/v2"

	"custseg/model"
)

// Colours behind the numbers of customers, light enough to read them by.
const (
	barColor   = "B9D7F0"
	scoreColor = "CFC3EC" // of the highest score
	usedColor  = "D8E6C3" // of the highest of other numbers that the method read
)

// shade, of the rows from first on, tells large numbers of a column from small ones: money and counts by
// bars, scores and other numbers that the method read by a scale of colours.
func (b *book) shade(sheet string, at, first, rows int, c column) error {
	format := excelize.ConditionalFormatOptions{Criteria: "=", MinType: "min", MaxType: "max"}
	switch {
	case c.hidden || c.Kind() != model.Number:
		return nil
	case c.unit == model.Money || c.unit == model.OrderCount:
		// A solid bar is one that begins at nought.
		format.Type, format.BarColor, format.BarSolid = "data_bar", "#"+barColor, true
	case c.role == scoreColumn:
		format.Type, format.MinColor, format.MaxColor = "2_color_scale", "#FFFFFF", "#"+scoreColor
	case c.used:
		format.Type, format.MinColor, format.MaxColor = "2_color_scale", "#FFFFFF", "#"+usedColor
	default:
		return nil
	}
	letters, err := excelize.ColumnNumberToName(at)
	if err != nil {
		return err
	}
	cells := letters + strconv.Itoa(first) + ":" + letters + strconv.Itoa(first+max(1, rows)-1)
	return b.file.SetConditionalFormat(sheet, cells, []excelize.ConditionalFormatOptions{format})
}
