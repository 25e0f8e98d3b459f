package export

import (
	"path/filepath"
	"slices"
	"strings"

	"custseg/model"
)

// viewFact is one thing to know of what segments were made of.
type viewFact struct {
	label  model.Phrase
	text   string
	day    model.Day // where it is one
	ofRows bool      // it counts the rows, of which the part about quality tells more
}

// facts says what the segments were made of.
func (v *view) facts() []viewFact {
	c, q := v.source, v.source.Quality()
	var out []viewFact
	add := func(label model.Phrase, text string) {
		out = append(out, viewFact{label: label, text: text, day: model.NoDay})
	}
	add(model.P("Data"), v.sources())
	if c.AsOf != model.NoDay {
		add(model.P("As of"), c.AsOf.String())
		out[len(out)-1].day = c.AsOf
		window := model.P("all orders up to that day")
		if c.Window > 0 {
			window = model.P("%d days up to that day", c.Window)
		}
		add(model.P("Window"), v.text(window))
	}
	if c.First != model.NoDay && c.Last != model.NoDay {
		add(model.P("Orders"), v.text(model.P("%s to %s", c.First.String(), c.Last.String())))
	}
	if where := v.recipe.Where; where != "" {
		add(model.P("Only customers with"), v.text(model.Raw(where)))
	}
	add(model.P("Rows"), v.text(model.P("%d read, %d used, %d left out", q.RowsRead, q.RowsUsed, q.RowsExcluded())))
	out[len(out)-1].ofRows = true
	if v.mask != nil {
		add(model.P("Personal data"), v.text(v.mask.summary()))
	}
	return out
}

// sources names the files, and the tables within where they differ.
func (v *view) sources() string {
	const most = 6
	var out []string
	for i := range v.data.Tables {
		name, file := v.tableName(i)
		base := filepath.Base(file)
		if strings.TrimSuffix(base, filepath.Ext(base)) != name {
			base += " (" + name + ")"
		}
		if !slices.Contains(out, base) {
			out = append(out, base)
		}
	}
	if len(out) > most {
		out = append(out[:most], "…")
	}
	return strings.Join(out, ", ")
}

// averageTitle names the average of a measure with its unit.
func (v *view) averageTitle(i int) string {
	m := v.summary.total.Averages[i]
	if m.Known {
		return v.text(model.P("%s, share", m.Label))
	}
	if m.Unit == model.Days {
		return v.text(model.P("%s, days, average", m.Label))
	}
	return v.text(model.P("%s, average", m.Label))
}
