package cli

import (
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/cobra"
	"golang.org/x/text/message"

	"custseg/model"
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
			roles, err := data.Assign(recipe.Roles)
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(a.Out, profileOf(data, roles, a.printer))
			}
			return printProfile(a.Out, profileOf(data, roles, a.printer), a.printer)
		},
	}
	f.register(cmd)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

// profileJSON is what profile --json prints.
type profileJSON struct {
	Tables   []tableJSON   `json:"tables"`
	Findings []findingJSON `json:"findings"`
	Rejected []rejectJSON  `json:"rejected"`
}

type tableJSON struct {
	Name    string       `json:"name"`
	File    string       `json:"file"`
	Rows    int          `json:"rows"`
	Columns []columnJSON `json:"columns"`
}

type columnJSON struct {
	Name       string   `json:"name"`
	Type       string   `json:"type"`
	Role       string   `json:"role,omitempty"`
	Confidence float64  `json:"confidence,omitempty"`
	Reason     string   `json:"reason,omitempty"`
	Missing    int      `json:"missing"`
	Distinct   int      `json:"distinct"`
	Min        string   `json:"min,omitempty"`
	Max        string   `json:"max,omitempty"`
	Mean       *float64 `json:"mean,omitempty"`
	Examples   []string `json:"examples"`
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

func profileOf(d *model.Dataset, roles model.RoleMap, pr *message.Printer) profileJSON {
	out := profileJSON{Tables: []tableJSON{}, Findings: []findingJSON{}, Rejected: []rejectJSON{}}
	for i, t := range d.Tables {
		table := tableJSON{Name: t.Name, File: t.File, Rows: t.Rows(), Columns: []columnJSON{}}
		for j, c := range t.Columns() {
			s := model.Summarize(c)
			column := columnJSON{Name: c.Name(), Type: c.Kind().String(), Missing: s.Missing, Distinct: s.Distinct,
				Min: s.Min, Max: s.Max, Examples: s.Examples}
			if c.Kind() == model.Number && s.N > 0 {
				column.Mean = &s.Mean
			}
			if b, ok := roles.Of(i, j); ok {
				column.Role, column.Confidence, column.Reason = string(b.Role), b.Confidence, b.Reason.In(pr)
			}
			table.Columns = append(table.Columns, column)
		}
		out.Tables = append(out.Tables, table)
	}
	for _, f := range d.Findings {
		finding := findingJSON{Level: "info", Text: f.Text.In(pr), Rows: len(f.Rows)}
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

func printProfile(w io.Writer, p profileJSON, pr *message.Printer) error {
	for _, t := range p.Tables {
		pr.Fprintf(w, "%s · %s · %d rows · %d columns\n\n", plain(t.Name), plain(t.File), t.Rows, len(t.Columns))
		tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
		fmt.Fprintln(tab, "COLUMN\tTYPE\tROLE\tMISSING\tDISTINCT\tFROM\tTO\tEXAMPLES")
		for _, c := range t.Columns {
			examples := ""
			for i, e := range c.Examples {
				if i > 0 {
					examples += " · "
				}
				examples += shorten(plain(e), 24)
			}
			pr.Fprintf(tab, "%s\t%s\t%s\t%d\t%d\t%s\t%s\t%s\n", shorten(plain(c.Name), 32), c.Type, c.Role, c.Missing, c.Distinct,
				shorten(plain(c.Min), 20), shorten(plain(c.Max), 20), examples)
		}
		if err := tab.Flush(); err != nil {
			return err
		}
		fmt.Fprintln(w)
	}
	for _, f := range p.Findings {
		where := f.Table
		if f.Column != "" {
			where += ", " + f.Column
		}
		fmt.Fprintf(w, "! %s: %s\n", plain(where), plain(f.Text))
	}
	if n := len(p.Rejected); n > 0 {
		pr.Fprintf(w, "! %d rows could not be read; the first is row %d of %s: %s\n", n, p.Rejected[0].Row, p.Rejected[0].File, p.Rejected[0].Reason)
	}
	return nil
}
