package screen

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/seg"
	"custseg/ui/tui/store"
)

// Presets are the user's named parameters. The page of presets and the palette
// share them.
type Presets struct {
	kept[store.Preset]
	store *store.Store
}

// NewPresets makes presets that have yet to be read, see [Presets.Load].
func NewPresets(s *store.Store) *Presets {
	return &Presets{kept[store.Preset]{read: s.Presets, keeping: "keeping presets"}, s}
}

// Apply puts a preset in force, with its method, as one change for undo.
func (p *Presets) Apply(host Host, preset store.Preset) {
	pr, session := host.Printer(), host.Session()
	if why := Misfit(pr, preset, session.Customers); why != "" {
		host.Warn(say(pr, "The preset %s does not fit: %s", preset.Name, why))
		return
	}
	r := session.Recipe.WithMethod(preset.Method)
	r.Params = maps.Clone(preset.Params)
	if r.Equal(session.Recipe) {
		host.Say(say(pr, "The preset %s is in force already", preset.Name))
		return
	}
	session.Propose(r, say(pr, "preset %s", preset.Name))
	host.Say(say(pr, "In force: preset %s", preset.Name))
}

// Misfit says why a preset cannot be put in force: its method or a parameter is
// gone, a value fits no longer, or a column is not among the customers' ones;
// nothing when it can. Without customers no column is missed.
func Misfit(pr *message.Printer, p store.Preset, c *model.Customers) string {
	m, err := seg.Lookup(p.Method)
	if err != nil {
		return say(pr, "there is no method %s any more", p.Method)
	}
	spec := m.Spec()
	if _, err := seg.NewParams(spec, p.Params); err != nil {
		return say(pr, "%s", err)
	}
	if c == nil {
		return ""
	}
	var lost []string
	for _, param := range spec.Params {
		v, set := p.Params[param.ID]
		if !set || param.Kind != seg.ColumnList && param.Kind != seg.OneColumn {
			continue
		}
		names := v.Words()
		if w := v.Word(); w != "" {
			names = []string{w}
		}
		offered := append(param.Columns(c), append(param.Default.Words(), param.Default.Word())...)
		for _, n := range names {
			if !slices.Contains(offered, n) {
				lost = append(lost, n)
			}
		}
	}
	if len(lost) > 0 {
		return say(pr, "not a column of these customers: %s", strings.Join(lost, ", "))
	}
	return ""
}

// paramsText writes the parameters of a preset, those that differ from the
// method's defaults, by name.
func paramsText(pr *message.Printer, p store.Preset) string {
	spec := seg.Spec{}
	if m, err := seg.Lookup(p.Method); err == nil {
		spec = m.Spec()
	}
	var parts []string
	for _, id := range slices.Sorted(maps.Keys(p.Params)) {
		text := ""
		if param, ok := spec.Param(id); ok {
			text = param.Format(p.Params[id])
		} else if b, err := p.Params[id].MarshalJSON(); err == nil {
			text = string(b)
		}
		parts = append(parts, fmt.Sprintf("%s=%s", id, text))
	}
	if len(parts) == 0 {
		return say(pr, "the defaults")
	}
	return strings.Join(parts, "  ")
}
