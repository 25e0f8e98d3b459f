package cli

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/text/message"

	"custseg/model"
	"custseg/model/quality"
	"custseg/ui/pipeline"
)

func (a *App) profileCommand() *cobra.Command {
	var f dataFlags
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "profile FILE...",
		Short: "Columns, types, roles and quality of files",
		Args:  wantArgs(1, -1, "at least one file"),
		RunE: func(cmd *cobra.Command, files []string) error {
			recipe, err := f.apply(model.NewRecipe(nil, f.reading))
			if err != nil {
				return err
			}
			progress := newProgress(a.progressWriter(asJSON))
			data, err := a.load(cmd.Context(), files, f.reading, progress.loading)
			progress.done()
			if err != nil {
				return err
			}
			p, err := gatherProfile(cmd.Context(), data, recipe)
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(a.Out, p.json(a.printer))
			}
			var report bytes.Buffer
			if err := printProfile(&report, p.json(a.printer), a.printer); err != nil {
				return err
			}
			_, err = a.Out.Write(report.Bytes())
			return err
		},
	}
	f.register(cmd)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

// profile is what is known of data before a method is chosen.
type profile struct {
	data      *model.Dataset
	roles     model.RoleMap
	report    quality.Report
	effects   []quality.Effect
	customers *model.Customers // nil when none can be made
}

// gatherProfile works out a profile with the roles and treatments of a recipe.
func gatherProfile(ctx context.Context, data *model.Dataset, recipe model.Recipe) (*profile, error) {
	line := pipeline.New(data)
	treated, roles, err := line.Treated(ctx, recipe)
	if err != nil {
		return nil, err
	}
	report, err := line.Quality(ctx, recipe, nil)
	if err != nil {
		return nil, err
	}
	customers, _, err := line.Customers(ctx, recipe, nil)
	if err != nil && ctx.Err() != nil { // data that makes no customers has a profile too
		return nil, err
	}
	return &profile{data: data.Read(roles), roles: roles, report: report, effects: treated.Effects, customers: customers}, nil
}

// profileJSON is what profile --json prints.
type profileJSON struct {
	Sources  []sourceJSON  `json:"sources"`
	Tables   []tableJSON   `json:"tables"`
	Findings []findingJSON `json:"findings"` // of loading
	Rejected []rejectJSON  `json:"rejected"`
	Joins    []joinJSON    `json:"joins"`
	Warnings []string      `json:"warnings"` // of making customers
	Quality  qualityJSON   `json:"quality"`
}

type sourceJSON struct {
	File      string `json:"file"`
	Sheet     string `json:"sheet,omitempty"`
	Bytes     int64  `json:"bytes"`
	Encoding  string `json:"encoding,omitempty"`
	Delimiter string `json:"delimiter,omitempty"`
}

// joinJSON is how well a table meets another on a key.
type joinJSON struct {
	Table            string   `json:"table"`
	With             string   `json:"with,omitempty"` // empty for all others that name customers
	Key              string   `json:"key"`
	Rows             int      `json:"rows"`
	Matched          int      `json:"matched"`
	Unmatched        int      `json:"unmatched"`
	CustomersWithout int      `json:"customers_without"`
	Examples         []string `json:"unmatched_examples"`
}

type tableJSON struct {
	Name    string       `json:"name"`
	File    string       `json:"file"`
	Rows    int          `json:"rows"`
	Columns []columnJSON `json:"columns"`
}

type columnJSON struct {
	Name               string        `json:"name"`
	Type               string        `json:"type"`
	Role               *string       `json:"role"` // null where there is none
	Confidence         float64       `json:"confidence,omitempty"`
	Reason             string        `json:"reason,omitempty"`
	Missing            int           `json:"missing"`
	Distinct           int           `json:"distinct"`
	YesNo              bool          `json:"yes_no"` // of numbers and of text
	Min                string        `json:"min,omitempty"`
	Max                string        `json:"max,omitempty"`
	Mean               *float64      `json:"mean,omitempty"`
	Examples           []string      `json:"examples"`
	Unparsable         int           `json:"unparsable"`
	UnparsableExamples []exampleJSON `json:"unparsable_examples,omitempty"`
	Outliers           *outliersJSON `json:"outliers,omitempty"`
}

type findingJSON struct {
	Level  string `json:"level"`
	Table  string `json:"table,omitempty"`
	Column string `json:"column,omitempty"`
	Text   string `json:"text"`
	Rows   int    `json:"rows"`
}

type rejectJSON struct {
	File   string `json:"file"`
	Row    int    `json:"row"`
	Reason string `json:"reason"`
}

// json renders the profile.
func (p *profile) json(pr *message.Printer) profileJSON {
	d := p.data
	out := profileJSON{Sources: []sourceJSON{}, Tables: []tableJSON{}, Findings: []findingJSON{}, Rejected: []rejectJSON{},
		Joins: p.joins(), Warnings: []string{}, Quality: p.quality(pr)}
	if p.customers != nil {
		for _, n := range p.customers.Warnings() {
			out.Warnings = append(out.Warnings, n.In(pr))
		}
	}
	for _, s := range d.Sources {
		out.Sources = append(out.Sources, sourceJSON{File: s.Path, Sheet: s.Sheet, Bytes: s.Bytes, Encoding: s.Encoding, Delimiter: s.Delimiter})
	}
	for i, t := range d.Tables {
		table := tableJSON{Name: t.Name, File: t.File, Rows: t.Rows(), Columns: []columnJSON{}}
		for j := range t.Columns() {
			table.Columns = append(table.Columns, p.column(i, j, pr))
		}
		out.Tables = append(out.Tables, table)
	}
	for _, f := range d.Findings {
		finding := findingJSON{Level: "info", Text: noticed(f, pr), Rows: len(f.Rows)}
		if f.Level == model.Warning {
			finding.Level = "warning"
		}
		if f.Table >= 0 {
			finding.Table = d.Tables[f.Table].Name
			if f.Column >= 0 {
				finding.Column = d.Tables[f.Table].Column(f.Column).Name()
			}
		}
		out.Findings = append(out.Findings, finding)
	}
	for _, r := range d.Rejected {
		out.Rejected = append(out.Rejected, rejectJSON{d.Tables[r.Table].File, r.Row, r.Reason.In(pr)})
	}
	return out
}

// column renders what is known of one column.
func (p *profile) column(table, place int, pr *message.Printer) columnJSON {
	c := p.report.Tables[table].Columns[place]
	s := c.Summary
	out := columnJSON{Name: c.Name, Type: c.Kind.String(), Missing: s.Missing, Distinct: s.Distinct, YesNo: s.YesNo,
		Min: s.Min, Max: s.Max, Examples: s.Examples, Unparsable: c.Unread, UnparsableExamples: examplesOf(c.Unreadable), Outliers: outliersOf(c.Outliers)}
	if c.Kind == model.Number && s.N > s.Infinite {
		out.Mean = &s.Mean
	}
	if b, ok := p.roles.Of(table, place); ok {
		role := string(b.Role)
		out.Role, out.Confidence, out.Reason = &role, b.Confidence, b.Reason.In(pr)
	}
	return out
}

// joins renders how the tables met.
func (p *profile) joins() []joinJSON {
	out := []joinJSON{}
	if p.customers == nil {
		return out
	}
	for _, j := range p.customers.Joins() {
		join := joinJSON{Table: p.data.Tables[j.Table].Name, Key: j.Key, Rows: j.Rows, Matched: j.Matched, Unmatched: j.Unmatched,
			CustomersWithout: j.CustomersWithout, Examples: append([]string{}, j.Examples...)}
		if j.With >= 0 {
			join.With = p.data.Tables[j.With].Name
		}
		out = append(out, join)
	}
	return out
}

// typeText is the type as a reader is told it: yes/no, as on the screen, of a
// column of either type that says nothing else.
func (c columnJSON) typeText(pr *message.Printer) string {
	if c.YesNo {
		return pr.Sprintf("yes/no")
	}
	return c.Type
}

// roleText is the role, nothing where there is none.
func (c columnJSON) roleText() string {
	if c.Role == nil {
		return ""
	}
	return *c.Role
}

// printColumnsOf prints what is known of each column of a table.
func printColumnsOf(w io.Writer, t tableJSON, pr *message.Printer) {
	rows := [][]string{{"COLUMN", "TYPE", "ROLE", "MISSING", "DISTINCT", "FROM", "TO", "EXAMPLES"}}
	for _, c := range t.Columns {
		var examples []string
		for _, e := range c.Examples {
			examples = append(examples, model.Shorten(plain(e), 24))
		}
		rows = append(rows, []string{model.Shorten(plain(c.Name), 32), c.typeText(pr), c.roleText(), pr.Sprintf("%d", c.Missing), pr.Sprintf("%d", c.Distinct),
			model.Shorten(plain(c.Min), 20), model.Shorten(plain(c.Max), 20), strings.Join(examples, " · ")})
	}
	printAligned(w, rows)
}

func printProfile(w io.Writer, p profileJSON, pr *message.Printer) error {
	for _, t := range p.Tables {
		pr.Fprintf(w, "%s · %s · %d rows · %d columns\n\n", plain(t.Name), plain(t.File), t.Rows, len(t.Columns))
		printColumnsOf(w, t, pr)
		fmt.Fprintln(w)
	}
	for _, j := range p.Joins {
		with := j.With
		if with == "" {
			with = "the other tables"
		}
		pr.Fprintf(w, "· %s joins %s on %s: %d keys match, %d do not\n", plain(j.Table), plain(with), plain(j.Key), j.Matched, j.Unmatched)
	}
	for _, n := range p.Warnings {
		fmt.Fprintf(w, "! %s\n", plain(n))
	}
	for _, f := range p.Findings {
		where := f.Table
		if f.Column != "" {
			where += ", " + f.Column
		}
		mark := "·"
		if f.Level == "warning" {
			mark = "!"
		}
		if where != "" {
			where += ": "
		}
		fmt.Fprintf(w, "%s %s%s\n", mark, plain(where), plain(f.Text))
	}
	printQuality(w, p.Quality, pr)
	printRejected(w, p.Rejected, pr)
	return nil
}
