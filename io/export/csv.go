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

// writeCSV writes a row per customer.
func writeCSV(w io.Writer, v *view, o Options, report func(float64)) error {
	if err := writeMark(w, o); err != nil {
		return err
	}
	return writeColumns(w, v.columns(), v.source.Len(), func(row int) int { return int(v.customer(row)) }, report)
}

// writeMark begins a CSV with a byte order mark where one is asked for: Excel
// takes a file without it for one in the encoding of the country.
func writeMark(w io.Writer, o Options) error {
	if !o.BOM {
		return nil
	}
	_, err := io.WriteString(w, "\ufeff")
	return err
}

// writeColumns writes rows of columns in UTF-8, as RFC 4180 has it but with a
// line feed alone at the end of a line, which every reader of today takes; at
// says which row of the columns is the next.
func writeColumns(w io.Writer, columns []column, count int, at func(row int) int, report func(float64)) error {
	out := csv.NewWriter(w)
	record := make([]string, len(columns))
	for j, c := range columns {
		record[j] = inert(c.header)
	}
	if err := out.Write(record); err != nil {
		return err
	}
	for row := range count {
		i := at(row)
		for j, c := range columns {
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
			report(float64(row) / float64(count))
		}
	}
	out.Flush()
	report(1)
	return out.Error()
}
