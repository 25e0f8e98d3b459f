package screen

import (
	"context"
	"math"

	"custseg/model"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

// Profile describes the columns of a table over the rows that it shows: what is
// missing, how many values differ, and how they lie.
type Profile struct {
	host  Host
	of    *rowTable
	shown []int // the columns described, by their place in the source
	rows  int
	table *rowTable
	w, h  int
}

// openProfile lays the profile of the columns over the table, at the cursor's.
func (t *rowTable) openProfile() { t.host.Push(newProfile(t.host, t)) }

func newProfile(host Host, of *rowTable) *Profile {
	s := &Profile{host: host, of: of, shown: of.grid.Shown(), rows: of.grid.Len()}
	s.table = newTable(host, "profile", &figureRows{pr: host.Printer()})
	s.table.title = say(host.Printer(), "columns")
	_, col := of.grid.Cursor()
	source, rows := of.fields(), of.shown()
	lines := make([]fieldProfile, len(s.shown))
	s.table.begin(Task{
		Name: "describing columns",
		Work: func(ctx context.Context, report func(float64)) error {
			places := valueRows(source, rows)
			for i, c := range s.shown {
				if err := ctx.Err(); err != nil {
					return err
				}
				lines[i] = describeField(source.field(c), places)
				report(float64(i+1) / float64(len(s.shown)))
			}
			return nil
		},
		Done: func(err error) {
			if err == nil {
				s.take(lines, col)
			}
		},
	})
	return s
}

// fieldProfile is what there is to say of one column. Figures that it has none
// of are NaN, texts that it has none of empty.
type fieldProfile struct {
	name, kind                string
	n, missing, distinct      float64
	least, q1, half, q3, most string
	mean, deviation, sum      float64
	common                    string
	commonShare               float64
}

// describeField describes a field over rows of its values.
func describeField(f tableField, rows []int32) fieldProfile {
	out := fieldProfile{name: f.name, kind: f.kind.String(), mean: math.NaN(), deviation: math.NaN(), sum: math.NaN(), commonShare: math.NaN()}
	column := f.values().Pick(rows)
	facts := model.Summarize(column)
	out.n, out.missing, out.distinct = float64(facts.N), float64(facts.Missing), float64(facts.Distinct)
	if f.hidden {
		return out
	}
	switch c := column.(type) {
	case *model.Numbers:
		out.numbers(c.Values(), f.unit)
	case *model.Dates:
		out.quartiles(chart.NewSample(momentsOf(c)), func(v float64) string { return model.DayOf(int64(v)).String() })
	case *model.Texts:
		if len(facts.Common) > 0 {
			out.common, out.commonShare = facts.Common[0].Value, float64(facts.Common[0].Rows)/float64(max(1, facts.N))
		}
	}
	return out
}

// numbers describes finite numbers: quartiles by linear interpolation (type 7 of
// Hyndman and Fan 1996), the deviation of a sample.
func (p *fieldProfile) numbers(values []float64, unit model.Unit) {
	sample := chart.NewSample(values)
	if sample.N() == 0 {
		return
	}
	p.quartiles(sample, func(v float64) string { return chart.Full(v, unit) })
	n, sum := float64(sample.N()), 0.0
	for _, v := range values {
		if finiteNumber(v) {
			sum += v
		}
	}
	squares := 0.0
	for _, v := range values {
		if finiteNumber(v) {
			squares += (v - sum/n) * (v - sum/n)
		}
	}
	p.mean, p.sum = sum/n, sum
	if n > 1 {
		p.deviation = math.Sqrt(squares / (n - 1))
	}
}

func finiteNumber(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

func (p *fieldProfile) quartiles(s *chart.Sample, write func(float64) string) {
	if s.N() == 0 {
		return
	}
	for i, to := range []*string{&p.least, &p.q1, &p.half, &p.q3, &p.most} {
		*to = write(s.Quantile(float64(i) / 4))
	}
}

// take shows the profile once it is worked out, the cursor on a column of the
// table.
func (s *Profile) take(lines []fieldProfile, col int) {
	pr := s.host.Printer()
	texts := func(title string, of func(p fieldProfile) string) figureColumn {
		words := make([]string, len(lines))
		for i, l := range lines {
			words[i] = of(l)
		}
		return figureColumn{title: say(pr, title), values: model.TextsOf(title, words)}
	}
	numbers := func(title string, unit model.Unit, of func(p fieldProfile) float64) figureColumn {
		values := make([]float64, len(lines))
		for i, l := range lines {
			values[i] = of(l)
		}
		return figureColumn{title: say(pr, title), values: model.NewNumbers(title, values), unit: unit}
	}
	figures := func(title string, of func(p fieldProfile) string) figureColumn {
		c := texts(title, of)
		c.right = true
		return c
	}
	s.table.replace(&figureRows{pr: pr, columns: []figureColumn{
		texts("Column", func(p fieldProfile) string { return p.name }),
		texts("Type", func(p fieldProfile) string { return say(pr, p.kind) }),
		numbers("Values", model.Plain, func(p fieldProfile) float64 { return p.n }),
		numbers("Missing", model.Plain, func(p fieldProfile) float64 { return p.missing }),
		numbers("Distinct", model.Plain, func(p fieldProfile) float64 { return p.distinct }),
		figures("Least", func(p fieldProfile) string { return p.least }),
		figures("Quarter", func(p fieldProfile) string { return p.q1 }),
		figures("Median", func(p fieldProfile) string { return p.half }),
		figures("3 quarters", func(p fieldProfile) string { return p.q3 }),
		figures("Most", func(p fieldProfile) string { return p.most }),
		numbers("Mean", model.Plain, func(p fieldProfile) float64 { return p.mean }),
		numbers("Deviation", model.Plain, func(p fieldProfile) float64 { return p.deviation }),
		numbers("Sum", model.Plain, func(p fieldProfile) float64 { return p.sum }),
		texts("Commonest", func(p fieldProfile) string { return p.common }),
		numbers("its share", model.Percent, func(p fieldProfile) float64 { return p.commonShare }),
	}}, false)
	s.table.grid.SetFrozen(1)
	for i, c := range s.shown {
		if c == col {
			s.table.grid.SetCursor(i, 0)
		}
	}
}

// Place, Crumb and Typing implement [Screen].
func (s *Profile) Place() string { return "profile" }
func (s *Profile) Crumb() string { return say(s.host.Printer(), "columns") }
func (s *Profile) Typing() bool  { return s.table.typing() }

// Hints implements [Hinter].
func (s *Profile) Hints() []Hint { return s.table.promptHints() }

// SetSize implements [Screen].
func (s *Profile) SetSize(w, h int) {
	s.w, s.h = w, h
	s.table.setSize(w, h-1)
}

// Refresh implements [Screen]: the profile stays that of the rows it was asked
// for.
func (s *Profile) Refresh() {}

// Key implements [Screen].
func (s *Profile) Key(k term.Key) bool { return s.table.key(k) }

// Mouse implements [Screen].
func (s *Profile) Mouse(m term.Mouse) {
	m.Y--
	if s.table.mouse(m) && s.whyHidden() == "" {
		s.drill()
	}
}

// Actions implements [Screen].
func (s *Profile) Actions() map[string]Action {
	out := s.table.listActions("profile")
	out["profile.drill"] = Action{Do: s.drill, Why: s.whyHidden}
	return out
}

// drill counts the values of the column under the cursor.
func (s *Profile) drill() {
	row, _ := s.table.grid.Cursor()
	s.host.Back()
	s.of.grid.SetCursor(-1, s.shown[row])
	s.of.openValues()
}

func (s *Profile) whyHidden() string {
	row, _ := s.table.grid.Cursor()
	if row < 0 {
		return s.table.whyEmpty()
	}
	if f, ok := s.of.fieldAt(s.shown[row]); ok && f.hidden {
		return s.table.say("the column's values are hidden: P shows them")
	}
	return ""
}

// View implements [Screen].
func (s *Profile) View(t *theme.Theme) []string {
	pr := s.host.Printer()
	title := say(pr, "%s of %s", columnCount(pr, len(s.shown)), rowCount(pr, s.rows))
	if where := s.of.show.where; where != nil {
		title += say(pr, " %s %s", t.Glyphs.Dot, where.String())
	}
	return append([]string{" " + inked(t, t.Title, title, s.w-1)}, s.table.view(t, true)...)
}
