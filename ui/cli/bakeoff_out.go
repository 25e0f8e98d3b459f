package cli

import (
	"bytes"
	"context"
	"encoding/csv"
	"math"
	"path/filepath"
	"strings"

	"custseg/io/export"
	"custseg/model"
)

// writeBakeOff writes a bake-off to a file in the format of its ending.
func writeBakeOff(ctx context.Context, path string, d *model.Dataset, b bakeOffJSON, force bool) error {
	var content bytes.Buffer
	switch strings.ToLower(filepath.Ext(path)) {
	case ".json":
		if err := writeJSON(&content, b); err != nil {
			return err
		}
	case ".csv":
		if err := b.csv(&content); err != nil {
			return err
		}
	default:
		table, err := model.NewTable("Bake-off", path, 2, b.columns()...)
		if err != nil {
			return err
		}
		return export.Tables(ctx, path, &model.Dataset{Sources: d.Sources, Tables: []*model.Table{table}}, force)
	}
	return export.WriteBytes(path, content.Bytes(), force)
}

// columns lays the contenders out, a row each, under the names of the JSON.
func (b bakeOffJSON) columns() []model.Column {
	var out []model.Column
	words := func(name string, of func(contenderJSON) string) {
		values := make([]string, len(b.Methods))
		for i, m := range b.Methods {
			values[i] = of(m)
		}
		out = append(out, model.TextsOf(name, values))
	}
	numbers := func(name string, of func(contenderJSON) figureJSON) {
		values := make([]float64, len(b.Methods))
		for i, m := range b.Methods {
			values[i] = float64(of(m))
		}
		out = append(out, model.NewNumbers(name, values))
	}
	numbers("rank", func(c contenderJSON) figureJSON {
		if c.Rank == nil {
			return figureJSON(math.NaN())
		}
		return figureJSON(*c.Rank)
	})
	words("method", func(c contenderJSON) string { return c.ID })
	words("name", func(c contenderJSON) string { return c.Name })
	words("standing", func(c contenderJSON) string { return c.Standing })
	numbers("score", func(c contenderJSON) figureJSON { return c.Score })
	numbers("gini", func(c contenderJSON) figureJSON { return c.Gini })
	numbers("top20_share", func(c contenderJSON) figureJSON { return c.TopShare })
	numbers("lift", func(c contenderJSON) figureJSON { return c.Lift })
	numbers("auc", func(c contenderJSON) figureJSON { return c.AUC })
	numbers("auc_se", func(c contenderJSON) figureJSON { return c.AUCError })
	numbers("auc_gain", func(c contenderJSON) figureJSON { return c.AUCGain })
	numbers("auc_gain_se", func(c contenderJSON) figureJSON { return c.AUCGainError })
	numbers("separation", func(c contenderJSON) figureJSON { return c.Separation })
	numbers("stability", func(c contenderJSON) figureJSON { return c.Stability })
	numbers("shift", func(c contenderJSON) figureJSON { return c.Shift })
	numbers("segments", func(c contenderJSON) figureJSON { return figureJSON(c.Segments) })
	numbers("smallest_share", func(c contenderJSON) figureJSON { return c.Smallest })
	numbers("largest_share", func(c contenderJSON) figureJSON { return c.Largest })
	numbers("effective_segments", func(c contenderJSON) figureJSON { return c.Effective })
	numbers("unclassified_share", func(c contenderJSON) figureJSON { return c.Unclassified })
	words("why", func(c contenderJSON) string { return c.Why })
	return out
}

// csv writes the table as text.
func (b bakeOffJSON) csv(content *bytes.Buffer) error {
	w := csv.NewWriter(content)
	columns := b.columns()
	record := make([]string, len(columns))
	for row := -1; row < len(b.Methods); row++ {
		for j, c := range columns {
			if row < 0 {
				record[j] = c.Name()
			} else {
				record[j] = c.Text(row)
			}
		}
		if err := w.Write(record); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}
