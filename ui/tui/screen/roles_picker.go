package screen

import (
	"strings"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/form"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

// rolePicker is the list of roles that one column may be given, by group. What
// is typed narrows it; a role that does not fit is listed with the reason.
type rolePicker struct {
	pr      *message.Printer
	key     columnKey
	column  model.Column
	columns int // that get the role, 1 or those marked
	entries []roleEntry
	shown   []int // entries that match what is typed
	search  form.Line
	at      int // among those shown
	top     int // the first line on the screen, group titles counted
	drawn   []int
}

// roleEntry is one role in the list.
type roleEntry struct {
	model.RoleInfo
	label string
	note  string // what choosing it changes, or why it cannot be chosen
	fits  bool
}

// newRolePicker lists the roles for a column, with the pointer on the one it
// has.
func newRolePicker(pr *message.Printer, d *model.Dataset, k columnKey, roles model.RoleMap) *rolePicker {
	p := &rolePicker{pr: pr, key: k, column: d.Tables[k.table].Column(k.column)}
	own, _ := roles.Of(k.table, k.column)
	for _, info := range model.Roles() {
		e := roleEntry{RoleInfo: info, label: info.Label.In(pr), fits: roleFits(info, p.column)}
		holder := roles.Column(k.table, info.ID)
		switch {
		case !e.fits:
			e.note = say(pr, "wants a %s", say(pr, info.Kind.String()))
		case info.ID == own.Role:
			e.note = say(pr, "now")
		case holder >= 0 && !info.Several:
			e.note = say(pr, "now %s", cell.Clean(d.Tables[k.table].Column(holder).Name()))
		}
		p.entries = append(p.entries, e)
	}
	p.narrow()
	for i, e := range p.shown {
		if p.entries[e].ID == own.Role {
			p.at = i
		}
	}
	return p
}

// roleFits reports whether a column can have a role. Words may be written as
// numbers: ids, postcodes, codes of any sort; and answers in words, such as
// satisfied or yes.
func roleFits(info model.RoleInfo, c model.Column) bool {
	kind := c.Kind()
	if _, ok := model.ReadWords(c, info.InWords); ok {
		return true
	}
	return info.ID == model.Ignore || info.Kind == kind || info.Kind == model.Text && kind == model.Number
}

// narrow lists the roles whose name or id holds what is typed, in any case.
func (p *rolePicker) narrow() {
	p.shown, p.at, p.top = nil, 0, 0
	want := strings.ToLower(strings.TrimSpace(p.search.Text()))
	for i, e := range p.entries {
		if strings.Contains(strings.ToLower(e.label), want) || strings.Contains(string(e.ID), want) {
			p.shown = append(p.shown, i)
		}
	}
	// The pointer starts on the role that can be chosen and is meant most likely.
	best := -1
	for i, e := range p.shown {
		if n := p.entries[e].matches(want); p.entries[e].fits && n > best {
			p.at, best = i, n
		}
	}
}

// matches says how well a role is named by what is typed.
func (e roleEntry) matches(typed string) int {
	switch label := strings.ToLower(e.label); {
	case label == typed || string(e.ID) == typed:
		return 2
	case strings.HasPrefix(label, typed) || strings.HasPrefix(string(e.ID), typed):
		return 1
	}
	return 0
}

// chosen returns the entry under the pointer.
func (p *rolePicker) chosen() (roleEntry, bool) {
	if len(p.shown) == 0 {
		return roleEntry{}, false
	}
	return p.entries[p.shown[p.at]], true
}

// press moves the pointer or types. Enter and Esc are the screen's.
func (p *rolePicker) press(k term.Key) {
	page := max(1, len(p.drawn)-1)
	switch k.Name {
	case "up":
		p.move(-1)
	case "down":
		p.move(1)
	case "pgup":
		p.move(-page)
	case "pgdown":
		p.move(page)
	default:
		before := p.search.Text()
		p.search.Key(k)
		if p.search.Text() != before {
			p.narrow()
		}
	}
}

func (p *rolePicker) move(d int) { p.at = max(0, min(p.at+d, len(p.shown)-1)) }

// rolePickerHead is how many lines stand above the list.
const rolePickerHead = 2

// view draws the picker in h lines of w cells: the column and what is typed,
// then the roles below the titles of their groups.
func (p *rolePicker) view(t *theme.Theme, w, h int) []string {
	title := say(p.pr, "Role of %s", shortWord(t, p.column.Name()))
	if p.columns > 1 {
		title = say(p.pr, "Role of %d columns, %s first", p.columns, shortWord(t, p.column.Name()))
	}
	hint := say(p.pr, "type to search, Enter chooses, Esc leaves")
	label := say(p.pr, "Search: ")
	out := []string{
		" " + t.Paint(t.Title, fitted(t, title, max(0, w-1), cell.Left)),
		" " + t.Paint(t.Key, label) + p.search.View(t, max(0, w-1-cell.Width(label)), true),
	}
	lines, of := p.lines(t, w)
	room := max(1, h-rolePickerHead-1)
	at := 0
	for i, e := range of {
		if e == p.at {
			at = i
		}
	}
	above := at
	if above > 0 && of[above-1] < 0 {
		above-- // the group's title stays with its first role
	}
	p.top = max(at-room+1, min(p.top, above, max(0, len(lines)-room)))
	end := min(len(lines), p.top+room)
	p.drawn = of[min(p.top, len(of)):end]
	out = append(out, lines[min(p.top, len(lines)):end]...)
	if len(lines) == 0 {
		out = append(out, inked(t, t.Faint, "   "+say(p.pr, "no role is called so"), w))
	}
	out = sized(out, w, h-1)
	return append(out, inked(t, t.Faint, " "+hint, w))
}

// lines are the roles and the titles of their groups; of says which of the
// roles shown each line is, -1 for a title.
func (p *rolePicker) lines(t *theme.Theme, w int) (lines []string, of []int) {
	group := model.RoleGroup("")
	for i, at := range p.shown {
		e := p.entries[at]
		if e.Group != group {
			group = e.Group
			lines = append(lines, " "+inked(t, t.Header, say(p.pr, string(group)), w-1))
			of = append(of, -1)
		}
		lines = append(lines, p.line(t, e, i == p.at, w))
		of = append(of, i)
	}
	return lines, of
}

func (p *rolePicker) line(t *theme.Theme, e roleEntry, cursor bool, w int) string {
	const label = 20
	note := e.note
	if !e.fits {
		note = "(" + note + ")"
	}
	text := " " + fitted(t, e.label, min(label, w-3), cell.Left) + " "
	rest := max(0, w-2-cell.Width(text))
	switch {
	case cursor:
		return t.Paint(t.Cursor, " "+t.Glyphs.Pointer+text+fitted(t, note, rest, cell.Left))
	case !e.fits:
		return "  " + t.Paint(t.Faint, text+fitted(t, note, rest, cell.Left))
	}
	return "  " + text + inked(t, t.Faint, note, rest)
}

// click moves the pointer to the role on a line of the view, and reports
// whether it was there already.
func (p *rolePicker) click(y int) (again bool) {
	i := y - rolePickerHead
	if i < 0 || i >= len(p.drawn) || p.drawn[i] < 0 {
		return false
	}
	again = p.at == p.drawn[i]
	p.at = p.drawn[i]
	return again
}
