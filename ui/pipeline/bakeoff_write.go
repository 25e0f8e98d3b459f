package pipeline

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"math"
	"path/filepath"
	"strings"

	"custseg/io/export"
	"custseg/model"
)

// Write writes a bake-off to a file in the format of its ending: .xlsx, .csv or
// .json. It refuses the data's own files, and an existing file unless force is
// set.
func (b BakeOffDocument) Write(ctx context.Context, path string, d *model.Dataset, force bool) error {
	if err := export.Check(path, export.Document{Dataset: d}, export.Options{Force: force}); err != nil {
		return err
	}
	var content bytes.Buffer
	switch strings.ToLower(filepath.Ext(path)) {
	case ".json":
		e := json.NewEncoder(&content)
		e.SetIndent("", "  ")
		e.SetEscapeHTML(false)
		if err := e.Encode(b); err != nil {
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
func (b BakeOffDocument) columns() []model.Column {
	var out []model.Column
	words := func(name string, of func(ContenderJSON) string) {
		values := make([]string, len(b.Methods))
		for i, m := range b.Methods {
			values[i] = of(m)
		}
		out = append(out, model.TextsOf(name, values))
	}
	numbers := func(name string, of func(ContenderJSON) FigureJSON) {
		values := make([]float64, len(b.Methods))
		for i, m := range b.Methods {
			values[i] = float64(of(m))
		}
		out = append(out, model.NewNumbers(name, values))
	}
	numbers("rank", func(c ContenderJSON) FigureJSON {
		if c.Rank == nil {
			return FigureJSON(math.NaN())
		}
		return FigureJSON(*c.Rank)
	})
	words("method", func(c ContenderJSON) string { return c.ID })
	words("name", func(c ContenderJSON) string { return c.Name })
	words("standing", func(c ContenderJSON) string { return c.Standing })
	words("not_told_apart", func(c ContenderJSON) string {
		if c.NotTold {
			return "yes"
		}
		return ""
	})
	numbers("score", func(c ContenderJSON) FigureJSON { return c.Score })
	numbers("score_se", func(c ContenderJSON) FigureJSON { return c.ScoreError })
	numbers("gini", func(c ContenderJSON) FigureJSON { return c.Gini })
	numbers("top20_share", func(c ContenderJSON) FigureJSON { return c.TopShare })
	numbers("lift", func(c ContenderJSON) FigureJSON { return c.Lift })
	numbers("auc", func(c ContenderJSON) FigureJSON { return c.AUC })
	numbers("auc_se", func(c ContenderJSON) FigureJSON { return c.AUCError })
	numbers("auc_gain", func(c ContenderJSON) FigureJSON { return c.AUCGain })
	numbers("auc_gain_se", func(c ContenderJSON) FigureJSON { return c.AUCGainError })
	numbers("separation", func(c ContenderJSON) FigureJSON { return c.Separation })
	numbers("stability", func(c ContenderJSON) FigureJSON { return c.Stability })
	numbers("shift", func(c ContenderJSON) FigureJSON { return c.Shift })
	numbers("segments", func(c ContenderJSON) FigureJSON { return FigureJSON(c.Segments) })
	numbers("smallest_share", func(c ContenderJSON) FigureJSON { return c.Smallest })
	numbers("largest_share", func(c ContenderJSON) FigureJSON { return c.Largest })
	numbers("effective_segments", func(c ContenderJSON) FigureJSON { return c.Effective })
	numbers("unclassified_share", func(c ContenderJSON) FigureJSON { return c.Unclassified })
	words("why", func(c ContenderJSON) string { return c.Why })
	return out
}

// csv writes the table as text.
func (b BakeOffDocument) csv(content *bytes.Buffer) error {
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
