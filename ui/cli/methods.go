package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"
	"golang.org/x/text/message"

	"custseg/model"
	"custseg/seg"
)

func (a *App) methodsCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "methods [METHOD]",
		Short: "List the methods, or one method's inputs, parameters and rule",
		Args:  wantArgs(0, 1, "at most one method"),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				if asJSON {
					return writeJSON(a.Out, describeAll(a.printer))
				}
				return printCatalogue(a.Out, a.printer)
			}
			m, err := seg.Lookup(args[0])
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(a.Out, describe(m.Spec(), a.printer))
			}
			return printMethod(a.Out, m.Spec(), a.printer)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// methodJSON is a method as printed by methods --json.
type methodJSON struct {
	ID      string      `json:"id"`
	Name    string      `json:"name"`
	Family  string      `json:"family"`
	Summary string      `json:"summary"`
	Rule    string      `json:"rule"`
	Source  string      `json:"source"`
	Needs   []needJSON  `json:"needs"`
	Params  []paramJSON `json:"params"`
}

type needJSON struct {
	Measure  string `json:"measure,omitempty"`
	Optional bool   `json:"optional"`
	Why      string `json:"why"`
}

type paramJSON struct {
	ID      string       `json:"id"`
	Kind    string       `json:"kind"`
	Default model.Value  `json:"default"`
	Range   string       `json:"range,omitempty"`
	Unit    string       `json:"unit,omitempty"`
	Help    string       `json:"help"`
	Options []optionJSON `json:"options,omitempty"`
}

type optionJSON struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

func describeAll(pr *message.Printer) []methodJSON {
	var out []methodJSON
	for _, m := range seg.Catalogue() {
		out = append(out, describe(m.Spec(), pr))
	}
	return out
}

func describe(s seg.Spec, pr *message.Printer) methodJSON {
	out := methodJSON{ID: s.ID, Name: s.Name.In(pr), Family: string(s.Family), Summary: s.Summary.In(pr),
		Rule: s.Rule.In(pr), Source: s.Source, Needs: []needJSON{}, Params: []paramJSON{}}
	for _, n := range s.Needs {
		out.Needs = append(out.Needs, needJSON{string(n.Measure), n.Optional, n.Why.In(pr)})
	}
	for _, p := range s.Params {
		param := paramJSON{ID: p.ID, Kind: p.Kind.String(), Default: p.Default, Range: p.Range(), Unit: string(p.Unit), Help: p.Help.In(pr)}
		for _, o := range p.Options {
			param.Options = append(param.Options, optionJSON{o.ID, o.Label.In(pr)})
		}
		out.Params = append(out.Params, param)
	}
	return out
}

func printCatalogue(w io.Writer, pr *message.Printer) error {
	tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(tab, "METHOD\tFAMILY\tWHAT IT DOES")
	for _, m := range seg.Catalogue() {
		s := m.Spec()
		fmt.Fprintf(tab, "%s\t%s\t%s\n", s.ID, s.Family, s.Summary.In(pr))
	}
	return tab.Flush()
}

func printMethod(w io.Writer, s seg.Spec, pr *message.Printer) error {
	fmt.Fprintf(w, "%s (%s)\n\n%s\n\nRule: %s\nSource: %s\n\nNeeds:\n", s.Name.In(pr), s.ID, s.Summary.In(pr), s.Rule.In(pr), s.Source)
	for _, n := range s.Needs {
		name, optional := string(n.Measure), ""
		if name == "" {
			name = "number columns"
		}
		if n.Optional {
			optional = " (optional)"
		}
		fmt.Fprintf(w, "  %s%s: %s\n", name, optional, n.Why.In(pr))
	}
	fmt.Fprintln(w, "\nParameters, set with --set NAME=VALUE:")
	tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(tab, "  NAME\tDEFAULT\tVALUES\tWHAT IT DOES")
	for _, p := range s.Params {
		value := p.Format(p.Default)
		if p.Kind == seg.LineList {
			value = strings.SplitAfterN(value, ";", 2)[0] + " ..."
		}
		fmt.Fprintf(tab, "  %s\t%s\t%s\t%s\n", p.ID, value, p.Range(), p.Help.In(pr))
	}
	if err := tab.Flush(); err != nil {
		return err
	}
	return printOptions(w, s, pr)
}

// printOptions says what each choice of each parameter means.
func printOptions(w io.Writer, s seg.Spec, pr *message.Printer) error {
	tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, p := range s.Params {
		for i, o := range p.Options {
			name := ""
			if i == 0 {
				name = p.ID
				fmt.Fprintln(tab)
			}
			fmt.Fprintf(tab, "  %s\t%s\t%s\n", name, o.ID, o.Label.In(pr))
		}
	}
	return tab.Flush()
}
