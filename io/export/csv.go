package export

import (
	"encoding/csv"
	"io"
	"strings"

	"custseg/model"
)

// progressRows is how many rows pass between two reports of progress and two
// looks at whether to stop.
const progressRows = 4096

// writeCSV writes a row per customer in UTF-8, as RFC 4180 has it but with a
// line feed alone at the end of a line, which every reader of today takes.
func writeCSV(w io.Writer, v *view, report func(float64)) error {
	out := csv.NewWriter(w)
	record := make([]string, len(v.columns))
	for j, c := range v.columns {
		record[j] = inert(c.header)
	}
	if err := out.Write(record); err != nil {
		return err
	}
	n := v.source.Len()
	for row := range n {
		i := int(v.customer(row))
		for j, c := range v.columns {
			s := c.plain(i)
			if c.Kind() == model.Text {
				s = inert(strings.ToValidUTF8(s, "�"))
			}
			record[j] = s
		}
		if err := out.Write(record); err != nil {
			return err
		}
		if row%progressRows == 0 {
			report(float64(row) / float64(n))
		}
	}
	out.Flush()
	report(1)
	return out.Error()
}
