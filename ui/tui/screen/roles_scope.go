package screen

import (
	"errors"
	"strconv"
	"strings"

	"custseg/model"
	"custseg/ui/tui/form"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

// scopeAsk is the text field for the as-of date, the window, a filter or a search, with
// what is wrong with what was typed last.
type scopeAsk struct {
	kind askKind
	line form.Line
	err  string
}

// askKind is what the text field is for.
type askKind uint8

const (
	askNothing askKind = iota
	askAsOf
	askWindow
	askWhere
	askSearch
)

// label says what is to be typed.
func (k askKind) label() string {
	switch k {
	case askAsOf:
		return "As of"
	case askWindow:
		return "Window, days"
	case askWhere:
		return "Only customers with"
	}
	return "/"
}

// hint says how it is typed.
func (k askKind) hint() string {
	switch k {
	case askAsOf:
		return "as 2011-12-31; empty: the day after the last order"
	case askWindow:
		return "days up to the as-of date; empty: all time"
	case askWhere:
		return "as frequency >= 2 and region = East; empty: all customers"
	}
	return ""
}

// ask opens the text field with what is in force.
func (s *RolesView) ask(k askKind) {
	r := s.host.Session().Recipe
	text := ""
	switch {
	case k == askAsOf && r.AsOf != model.NoDay:
		text = r.AsOf.String()
	case k == askWindow && r.Window > 0:
		text = strconv.Itoa(r.Window)
	case k == askWhere:
		text = r.Where
	}
	s.asking = scopeAsk{kind: k, line: form.NewLine(text)}
}

// askKey types into the text field. Enter takes what is valid and else says what
// is wrong; Esc leaves all as it was.
func (s *RolesView) askKey(k term.Key) {
	switch k.Name {
	case "esc":
		s.asking = scopeAsk{}
	case "enter":
		if err := s.answer(strings.TrimSpace(s.asking.line.Text())); err != nil {
			s.asking.err = err.Error()
			return
		}
		s.asking = scopeAsk{}
	case "tab":
		if s.asking.kind == askWhere {
			s.completeWhere()
		}
	default:
		s.asking.line.Key(k)
		s.asking.err = ""
	}
}

func (s *RolesView) answer(text string) error {
	switch s.asking.kind {
	case askAsOf:
		return s.setAsOf(text)
	case askWindow:
		return s.setWindow(text)
	case askWhere:
		return s.setWhere(text)
	}
	s.searched = text
	if text != "" {
		s.find(false)
	}
	return nil
}

func (s *RolesView) setAsOf(text string) error {
	session, pr := s.host.Session(), s.host.Printer()
	if text == "" {
		session.Propose(session.Recipe.WithAsOf(model.NoDay), say(pr, "as of the day after the last order"))
		return nil
	}
	day, err := model.ParseDay(text)
	if err != nil {
		return err
	}
	session.Propose(session.Recipe.WithAsOf(day), say(pr, "as of %s", day.String()))
	return nil
}

// mostWindow is the longest window in days, about 270 years: a slip of the
// finger is longer.
const mostWindow = 100_000

func (s *RolesView) setWindow(text string) error {
	session, pr := s.host.Session(), s.host.Printer()
	if text == "" || text == "0" {
		session.Propose(session.Recipe.WithWindow(0), say(pr, "window all time"))
		return nil
	}
	days, err := strconv.Atoi(text)
	if err != nil || days < 0 || days > mostWindow {
		return errors.New(say(pr, "%q is not a number of days: write 1 to %d, or nothing for all time", text, mostWindow))
	}
	session.Propose(session.Recipe.WithWindow(days), say(pr, "window %d days", days))
	return nil
}

// askLine draws the text field, with its hint or what is wrong beside it.
func (s *RolesView) askLine(t *theme.Theme) string {
	pr := s.host.Printer()
	label := " " + say(pr, s.asking.kind.label()) + " "
	note, ink := "  "+say(pr, s.asking.kind.hint()), t.Faint
	if s.asking.err != "" {
		note, ink = "  ! "+s.asking.err, t.Error
	}
	const field = 12 // cells of a date and a cursor
	w := s.w - len(label)
	if s.asking.kind != askSearch {
		w = field
	}
	return t.Paint(t.Key, label) + s.asking.line.View(t, w, true) + inked(t, ink, note, max(0, s.w-len(label)-w))
}
