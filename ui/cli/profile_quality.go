package cli

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/model/quality"
)

// qualityJSON is the quality of the data as profile --json prints it.
type qualityJSON struct {
	RowsRead     int          `json:"rows_read"`
	RowsUsed     *int         `json:"rows_used"` // null when no customers can be made
	RowsExcluded *int         `json:"rows_excluded"`
	Excluded     []reasonJSON `json:"excluded"`
	Rejected     int          `json:"rejected"`
	Partial      bool         `json:"partial"`
	Findings     []issueJSON  `json:"findings"`
	Treated      []string     `json:"treated"`
}

type reasonJSON struct {
	Table  string `json:"table"`
	Reason string `json:"reason"`
	Rows   int    `json:"rows"`
}

// issueJSON is one finding of quality.
type issueJSON struct {
	Check       string        `json:"check"`
	Level       string        `json:"level"`
	Table       string        `json:"table"`
	Column      string        `json:"column,omitempty"`
	Count       int           `json:"count"`
	Rows        int           `json:"rows"`
	Text        string        `json:"text"`
	Consequence string        `json:"consequence"`
	Examples    []exampleJSON `json:"examples"`
	Actions     []string      `json:"actions"`
	Action      string        `json:"action"`
	Personal    bool          `json:"personal"`
	// Treat is what --treat takes to act on the finding, but for the action.
	Treat string `json:"treat"`
}

type exampleJSON struct {
	Value string `json:"value"`
	File  string `json:"file"`
	Row   int    `json:"row"`
}

// outliersJSON counts the values of a measure beyond Tukey's fences.
type outliersJSON struct {
	Mild    int        `json:"mild"`    // beyond 1.5 interquartile ranges, within 3
	Extreme int        `json:"extreme"` // beyond 3
	Q1      float64    `json:"q1"`
	Q3      float64    `json:"q3"`
	Inner   [2]float64 `json:"inner_fences"`
	Outer   [2]float64 `json:"outer_fences"`
}

func outliersOf(o *quality.Outliers) *outliersJSON {
	if o == nil {
		return nil
	}
	return &outliersJSON{Mild: o.Mild, Extreme: o.Extreme, Q1: o.Q1, Q3: o.Q3,
		Inner: [2]float64{o.InnerLow, o.InnerHigh}, Outer: [2]float64{o.OuterLow, o.OuterHigh}}
}

func examplesOf(list []quality.Example) []exampleJSON {
	out := []exampleJSON{}
	for _, e := range list {
		out = append(out, exampleJSON{e.Value, e.File, e.FileRow})
	}
	return out
}

// quality renders the report.
func (p *profile) quality(pr *message.Printer) qualityJSON {
	r := p.report
	out := qualityJSON{RowsRead: r.Rows, Excluded: []reasonJSON{}, Rejected: r.Rejected, Partial: r.Partial, Findings: []issueJSON{}, Treated: []string{}}
	if p.customers != nil {
		q := p.customers.Quality()
		used, excluded := q.RowsUsed, q.RowsExcluded()
		out.RowsUsed, out.RowsExcluded = &used, &excluded
		for _, e := range q.Excluded {
			out.Excluded = append(out.Excluded, reasonJSON{p.data.Tables[e.Table].Name, e.Reason.In(pr), len(e.Rows)})
		}
	}
	for _, f := range r.Findings {
		out.Findings = append(out.Findings, p.issue(f, pr))
	}
	for _, e := range p.effects {
		out.Treated = append(out.Treated, e.Text.In(pr))
	}
	return out
}

func (p *profile) issue(f quality.Finding, pr *message.Printer) issueJSON {
	out := issueJSON{Check: f.Check, Level: "info", Table: p.data.Tables[f.Table].Name, Count: f.Count, Rows: len(f.Rows),
		Text: f.Text.In(pr), Consequence: f.Consequence.In(pr), Examples: examplesOf(f.Examples), Action: string(f.Action),
		Personal: f.Personal, Treat: f.Check + ":" + f.Where}
	if f.Level == model.Warning {
		out.Level = "warning"
	}
	if f.Column >= 0 {
		out.Column = p.data.Tables[f.Table].Column(f.Column).Name()
	}
	for _, a := range f.Actions {
		out.Actions = append(out.Actions, string(a))
	}
	return out
}

// printQuality prints what was read and used, and the findings: each with its
// consequence and the flag that would act on it.
func printQuality(w io.Writer, q qualityJSON, pr *message.Printer) {
	for at, f := range q.Findings {
		if at == 0 || f.Table != q.Findings[at-1].Table {
			fmt.Fprintf(w, "\nQuality of %s\n", plain(f.Table))
		}
		like := alike(q.Findings, at)
		switch {
		case like == nil:
			printIssue(w, f, pr)
		case like[0] == at:
			printAlike(w, q.Findings, like, pr)
		}
	}
	for _, t := range q.Treated {
		fmt.Fprintf(w, "· %s\n", plain(t))
	}
	if q.Partial {
		fmt.Fprintln(w, "! reading was stopped before the end of the data")
	}
	if q.RowsUsed == nil {
		pr.Fprintf(w, "\n%d rows read; no customers can be made of them: custseg run says what is missing\n", q.RowsRead)
		return
	}
	pr.Fprintf(w, "\n%d rows read, %d used, %d left out\n", q.RowsRead, *q.RowsUsed, *q.RowsExcluded)
	for _, e := range q.Excluded {
		pr.Fprintf(w, "    %d of %s: %s\n", e.Rows, plain(e.Table), plain(e.Reason))
	}
}

// mostReasons is how many reasons for records left out are printed.
const mostReasons = 5

// printRejected says which records of the files are no rows of a table, by
// reason, the more frequent first.
func printRejected(w io.Writer, rejected []rejectJSON, pr *message.Printer) {
	var reasons []string
	of := map[string][]rejectJSON{}
	for _, r := range rejected {
		if of[r.Reason] == nil {
			reasons = append(reasons, r.Reason)
		}
		of[r.Reason] = append(of[r.Reason], r)
	}
	slices.SortStableFunc(reasons, func(a, b string) int { return cmp.Compare(len(of[b]), len(of[a])) })
	for i, reason := range reasons {
		if i == mostReasons {
			pr.Fprintf(w, "    and for %d other reasons; --json lists all\n", len(reasons)-i)
			return
		}
		first := of[reason][0]
		pr.Fprintf(w, "    %d no row of the table, first in row %d of %s: %s\n", len(of[reason]), first.Row, plain(first.File), plain(reason))
	}
}

// printIssue prints one finding.
func printIssue(w io.Writer, f issueJSON, pr *message.Printer) {
	mark, what := "·", f.Text
	if f.Level == "warning" {
		mark = "!"
	}
	if f.Column != "" {
		what = f.Column + ": " + what
	}
	fmt.Fprintf(w, "%s %s\n", mark, plain(what))
	if len(f.Examples) > 0 {
		fmt.Fprintf(w, "    such as %s\n", listExamples(f.Examples, pr))
	}
	fmt.Fprintf(w, "    %s\n", plain(f.Consequence))
	printTreat(w, f.Treat, f.Actions, f.Action)
}

// printTreat prints the flag that acts on a finding, and what is in force.
func printTreat(w io.Writer, treat string, actions []string, action string) {
	if len(actions) < 2 {
		return
	}
	inForce := ""
	if action != string(model.Keep) {
		inForce = " (in force: " + action + ")"
	}
	may := slices.DeleteFunc(slices.Clone(actions), func(a string) bool { return a == string(model.Keep) })
	fmt.Fprintf(w, "    --treat %s=%s%s\n", quoteArg(plain(treat)), strings.Join(may, "|"), inForce)
}

// quoteArg puts an argument with a space in quotes for a shell.
func quoteArg(s string) string {
	if strings.ContainsAny(s, " '\"$&|;()<>*?#") {
		return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
	}
	return s
}

func listExamples(list []exampleJSON, pr *message.Printer) string {
	var out []string
	for _, e := range list[:min(len(list), 3)] {
		out = append(out, pr.Sprintf("%s in row %s", model.Shorten(plain(e.Value), 30), model.FormatNumber(float64(e.Row))))
	}
	return strings.Join(out, ", ")
}

// alike returns the findings of a table that are told together because they
// only count, nil for a finding that is told alone.
func alike(all []issueJSON, at int) []int {
	together := []string{"outliers", "extreme_outliers", "constant_column", "nearly_empty"}
	f := all[at]
	if !slices.Contains(together, f.Check) {
		return nil
	}
	var out []int
	for i, g := range all {
		if g.Check == f.Check && g.Table == f.Table {
			out = append(out, i)
		}
	}
	if len(out) == 1 {
		return nil
	}
	return out
}

// printAlike prints findings of one check on several columns.
func printAlike(w io.Writer, all []issueJSON, like []int, pr *message.Printer) {
	const most = 12
	first := all[like[0]]
	check, err := quality.Lookup(first.Check)
	if err != nil {
		return
	}
	var columns, treated []string
	for _, i := range like {
		f := all[i]
		name := model.Shorten(plain(f.Column), 32)
		if first.Check != "constant_column" {
			name = pr.Sprintf("%s %d", name, f.Count)
		}
		columns = append(columns, name)
		if f.Action != string(model.Keep) {
			treated = append(treated, model.Shorten(plain(f.Column), 32)+" "+f.Action)
		}
	}
	if more := len(columns) - most; more > 0 {
		columns = append(columns[:most], pr.Sprintf("%d more", more))
	}
	fmt.Fprintf(w, "· %s, in %d columns: %s\n", check.Label.In(pr), len(like), strings.Join(columns, " · "))
	switch first.Check {
	case "constant_column":
		fmt.Fprintf(w, "    %s\n", first.Consequence)
	case "nearly_empty":
		fmt.Fprintln(w, "    a method that needs such a column leaves most rows unclassified")
	default:
		fmt.Fprintln(w, "    they pull means and the centres of k-means; bins by quantiles go by rank and do not move")
	}
	if len(check.Actions) > 1 {
		printTreat(w, first.Check+":COLUMN", first.Actions, string(model.Keep))
	}
	if len(treated) > 0 {
		fmt.Fprintf(w, "    in force: %s\n", strings.Join(treated, ", "))
	}
}
