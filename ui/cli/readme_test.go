package cli

import (
	"fmt"
	"strings"
	"testing"

	"custseg/io/load"
	"custseg/model/wording"
	"custseg/seg"
	"custseg/ui/tui/golden"
)

// The README's table of methods is made from the catalogue.
func TestReadmeListsTheMethods(t *testing.T) {
	pr := wording.English()
	var b strings.Builder
	var family seg.Family
	for _, m := range seg.Catalogue() {
		s := m.Spec()
		if s.Family != family {
			family = s.Family
			fmt.Fprintf(&b, "\n**%s**\n\n| method | what it does | needs | parameters | source |\n|---|---|---|---|---|\n", family)
		}
		var needs, params []string
		for _, n := range s.Needs {
			name := string(n.Measure)
			if name == "" {
				name = n.Why.In(pr)
			}
			for _, or := range n.Or {
				name += " or " + string(or)
			}
			if n.Optional {
				name += " (optional)"
			}
			needs = append(needs, name)
		}
		for _, p := range s.Params {
			params = append(params, "`"+p.ID+"`")
		}
		fmt.Fprintf(&b, "| `%s` %s | %s | %s | %s | %s |\n", s.ID, s.Name.In(pr), s.Summary.In(pr),
			strings.Join(needs, ", "), strings.Join(params, " "), s.Source)
	}
	golden.Section(t, "../../README.md", "methods", b.String())
}

// The README says of each method whether its segments can be a query.
func TestReadmeListsTheMethodsOfSQL(t *testing.T) {
	pr := wording.English()
	var written, refused strings.Builder
	for _, m := range seg.Catalogue() {
		if s := m.Spec(); s.Unwritten.Empty() {
			fmt.Fprintf(&written, " `%s`", s.ID)
		} else {
			fmt.Fprintf(&refused, "| `%s` | %s |\n", s.ID, s.Unwritten.In(pr))
		}
	}
	golden.Section(t, "../../README.md", "sql", fmt.Sprintf("Written:%s.\n\n| refused | why, and what else to do |\n|---|---|\n%s", written.String(), refused.String()))
}

// The README's table of roles is made from the names that loading knows.
func TestReadmeListsTheRoles(t *testing.T) {
	var b strings.Builder
	b.WriteString("| role | names |\n|---|---|\n")
	for _, r := range load.Synonyms() {
		fmt.Fprintf(&b, "| `%s` | %s |\n", r.Role, strings.Join(r.Names[1:], " · "))
	}
	golden.Section(t, "../../README.md", "roles", b.String())
}
