package tui

import (
	"slices"

	"custseg/model"
	"custseg/ui/tui/keys"
	"custseg/ui/tui/screen"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

// keyModal asks which column says whose the rows of a table are, one table after
// the other.
type keyModal struct {
	ask  *screen.KeyAsk
	rest []model.KeyChoice
}

// askKeys asks for the customer ids of tables in which several columns can be
// it.
func (m *Model) askKeys(choices []model.KeyChoice) {
	if len(choices) == 0 {
		return
	}
	m.show(&keyModal{screen.NewKeyAsk(m, choices[0]), choices[1:]})
}

// askCustomers asks who the customers are when files were opened in which no
// column says it. The question is asked once.
func (m *Model) askCustomers() {
	asks := m.unasked && m.modal == nil
	m.unasked = false
	if !asks {
		return
	}
	if ask, ok := screen.NewCustomersAsk(m); ok {
		m.message.text = ""
		m.show(&keyModal{ask, nil})
	}
}

// newChoices returns the choices of data that the recipe does not answer and
// that were not there when the files were read before.
func newChoices(d, before *model.Dataset, r model.Recipe) []model.KeyChoice {
	var out []model.KeyChoice
	for _, c := range d.Choices {
		said := slices.ContainsFunc(r.Roles, func(a model.Assignment) bool {
			table, _, ok := d.FindColumn(a.Column)
			return ok && table == c.Table && a.Role == model.CustomerID
		})
		met := slices.ContainsFunc(before.Choices, func(o model.KeyChoice) bool { return sameChoice(d, c, before, o) })
		if !said && !met {
			out = append(out, c)
		}
	}
	return out
}

// sameChoice reports whether choices in two datasets are between columns of the
// same names in tables of the same name.
func sameChoice(d *model.Dataset, a model.KeyChoice, e *model.Dataset, b model.KeyChoice) bool {
	s, t := d.Tables[a.Table], e.Tables[b.Table]
	return s.Name == t.Name && slices.EqualFunc(a.Columns, b.Columns, func(i, j int) bool { return s.Column(i).Name() == t.Column(j).Name() })
}

func (k *keyModal) typing() bool     { return false }
func (k *keyModal) setSize(w, h int) { k.ask.SetSize(w, h) }
func (k *keyModal) hint() string {
	if k.ask.Open() {
		return "up and down choose  Enter takes it  Esc leaves it open  ? help"
	}
	return "up and down choose  Enter takes it  Esc keeps the guess  ? help"
}

func (k *keyModal) view(t *theme.Theme) []string { return k.ask.View(t) }

func (k *keyModal) key(m *Model, key term.Key) {
	switch key.Name {
	case "enter":
		k.ask.Take()
	case "esc", "q":
		k.ask.Keep()
	case "?":
		m.show(&over{newHelpOf(keys.Question, keys.Table), k})
		return
	default:
		if k.ask.Key(key.Name) {
			return
		}
		if k.ask.Open() {
			m.Say(m.config.Printer.Sprintf("Answer first: Enter takes the line, Esc leaves it open; ? is help"))
		} else {
			m.Say(m.config.Printer.Sprintf("Answer first: Enter takes the column, Esc keeps the guess; ? is help"))
		}
		return
	}
	m.hide()
	m.askKeys(k.rest)
}
