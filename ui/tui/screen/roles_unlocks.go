package screen

import (
	"errors"
	"strings"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/model/quality"
	"custseg/seg"
	"custseg/ui/pipeline"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/session"
	"custseg/ui/tui/theme"
)

// unlocks writes what the roles in force give: who the customers are, which
// measures can be had, and which methods can run. It is a writer of lines of w
// cells.
type unlocks struct {
	t   *theme.Theme
	pr  *message.Printer
	w   int
	out []string
}

// unlocked writes all of it; items are columns that look like items, nil for none.
func unlocked(t *theme.Theme, pr *message.Printer, s *session.Session, specs []seg.Spec, items *pipeline.Items, w int) []string {
	u := &unlocks{t: t, pr: pr, w: w}
	switch {
	case s.Trouble != nil:
		u.trouble(s.Trouble)
		u.items(s.Data(), items)
	case s.Customers == nil:
		u.line(t.Faint, say(pr, "counting customers ")+t.Glyphs.Ellipsis)
	default:
		u.scope(s, specs)
		u.tables(s.Data(), s.Customers)
		u.quality(s.Data(), s.Customers)
		u.changed(s)
		u.measures(s.Customers)
		u.methods(specs, s.Customers)
		u.items(s.Data(), items)
		u.notes(s.Customers)
	}
	return u.out
}

const unlockLabel = 15

// heading begins a part.
func (u *unlocks) heading(s string) {
	if len(u.out) > 0 {
		u.out = append(u.out, "")
	}
	u.line(u.t.Header, s)
}

func (u *unlocks) line(ink theme.Ink, s string) {
	for _, l := range wrapped(s, u.w-2) {
		u.out = append(u.out, " "+inked(u.t, ink, l, u.w-1))
	}
}

// entry writes a label and what there is to say about it, on as many lines as
// it takes.
func (u *unlocks) entry(mark string, markInk theme.Ink, label string, ink theme.Ink, text string) {
	name := cell.Fitter{Ellipsis: u.t.Glyphs.Ellipsis}.Fit(label, unlockLabel, cell.Left)
	indent := 1 + 4 + unlockLabel + 1
	lines := wrapped(text, u.w-indent-1)
	if len(lines) == 0 {
		lines = []string{""}
	}
	for i, l := range lines {
		head := strings.Repeat(" ", indent)
		if i == 0 {
			head = " " + u.t.Paint(markInk, fitted(u.t, mark, 3, cell.Left)) + " " + name + " "
		}
		u.out = append(u.out, head+inked(u.t, ink, l, max(0, u.w-indent)))
	}
}

func (u *unlocks) plain(label, text string) { u.entry("", u.t.Plain, label, u.t.Plain, text) }
func (u *unlocks) warn(label, text string)  { u.entry("!", u.t.Warn, label, u.t.Warn, text) }

// trouble says why there are no customers, and the remedy.
func (u *unlocks) trouble(err error) {
	var unfit *quality.UnfitError
	if errors.As(err, &unfit) {
		u.line(u.t.Error, "! "+say(u.pr, "A treatment does not fit the data: %s", TreatmentName(u.pr, unfit.Treatment)))
		u.line(u.t.Plain, cell.Clean(err.Error()))
		u.line(u.t.Plain, say(u.pr, "Data (1) lists it among the findings, where Space switches it off; u takes the last change back."))
		return
	}
	if !errors.Is(err, model.ErrNoCustomerID) {
		u.line(u.t.Error, "! "+say(u.pr, "The roles do not yield customers"))
		u.line(u.t.Plain, cell.Clean(err.Error()))
		u.line(u.t.Plain, say(u.pr, "u takes the last change back; Enter gives a column another role."))
		return
	}
	u.line(u.t.Error, "! "+say(u.pr, "No column says which customer a row belongs to"))
	u.out = append(u.out, "")
	u.line(u.t.Plain, say(u.pr, "Move to the column that does, press Enter and choose customer id."))
	u.line(u.t.Plain, say(u.pr, "When each row is a customer of its own, press R."))
}

// scope says who the customers are and what time is looked at.
func (u *unlocks) scope(s *session.Session, specs []seg.Spec) {
	c, pr := s.Customers, u.pr
	u.heading(say(pr, "In short"))
	who := say(pr, "%d", c.Len())
	for i, t := range s.Data().Tables {
		if s.Roles.RowIsCustomer(i) {
			who += say(pr, ", each row of %s", cell.Clean(t.Name))
		}
	}
	u.plain(say(pr, "Customers"), who)
	if why := nobody(pr, s); why != "" {
		u.warn("", why)
	}
	if o := c.Orders(); o != nil {
		u.plain(say(pr, "Orders"), say(pr, "%d rows of %s, counted as %s", len(o.Row), cell.Clean(o.Table.Name), o.Counted))
		if c.First != model.NoDay {
			u.plain(say(pr, "From, to"), say(pr, "%s to %s", c.First.String(), c.Last.String()))
		}
	}
	if c.AsOf != model.NoDay {
		how := say(pr, "the day after the last order; a sets it")
		if s.Recipe.AsOf != model.NoDay {
			how = say(pr, "you set it; a changes it")
		}
		u.plain(say(pr, "As of"), c.AsOf.String()+"  "+how)
	}
	switch {
	case c.Window > 0:
		u.plain(say(pr, "Window"), say(pr, "the last %d days; w changes it", c.Window))
	case c.AsOf != model.NoDay:
		u.plain(say(pr, "Window"), say(pr, "all time; w sets it"))
	}
	u.plain(say(pr, "Methods"), say(pr, "%d of %d can run", len(runnable(specs, c)), len(specs)))
}

// nobody says why there are no customers, nothing when there are some.
func nobody(pr *message.Printer, s *session.Session) string {
	var none *pipeline.NoCustomersError
	if s.Customers != nil && errors.As(pipeline.Nobody(s.Customers, s.Recipe), &none) {
		return cell.Clean(none.In(pr))
	}
	return ""
}

// notes says what a reader should know of how rows became customers.
func (u *unlocks) notes(c *model.Customers) {
	if len(c.Notes()) == 0 {
		return
	}
	u.heading(say(u.pr, "Notes"))
	for _, n := range c.Notes() {
		u.bullet(u.t.Glyphs.Dot, u.t.Faint, u.t.Faint, n.In(u.pr))
	}
}

// bullet writes a sentence behind a sign.
func (u *unlocks) bullet(mark string, markInk, ink theme.Ink, text string) {
	n := cell.Width(mark)
	for i, l := range wrapped(text, u.w-n-3) {
		head := strings.Repeat(" ", n)
		if i == 0 {
			head = u.t.Paint(markInk, mark)
		}
		u.out = append(u.out, " "+head+" "+inked(u.t, ink, l, max(0, u.w-n-2)))
	}
}

// quality counts the rows used, and those left out by reason.
func (u *unlocks) quality(d *model.Dataset, c *model.Customers) {
	q, pr := c.Quality(), u.pr
	u.heading(say(pr, "Rows"))
	u.plain(say(pr, "Read"), chart.Count(q.RowsRead))
	u.plain(say(pr, "Used"), say(pr, "%s (%s)", chart.Count(q.RowsUsed), chart.Share(q.RowsUsed, q.RowsRead)))
	for _, e := range q.Excluded {
		reason := cell.Clean(e.Reason.In(pr))
		if len(d.Tables) > 1 {
			reason = say(pr, "%s (%s)", reason, cell.Clean(d.Tables[e.Table].Name))
		}
		u.warn(chart.Count(len(e.Rows)), reason)
	}
	if n := len(q.Rejected); n > 0 {
		u.warn(chart.Count(n), say(pr, "records that could not become rows"))
	}
}

// changed says which values were changed by choice.
func (u *unlocks) changed(s *session.Session) {
	for _, e := range s.Line.Effects(s.Recipe) {
		if e.Action != model.Drop { // rows left out are counted already
			u.warn("", cell.Clean(e.Text.In(u.pr)))
		}
	}
}

// measures lists what can be known of each customer with where it comes from,
// and what is missing with what would give it.
func (u *unlocks) measures(c *model.Customers) {
	u.heading(say(u.pr, "Measures of each customer"))
	for _, info := range model.Measures() {
		label := info.Label.In(u.pr)
		if f, ok := c.Feature(info.ID); ok {
			u.entry(u.t.Glyphs.Check, u.t.Good, label, u.t.Faint, cell.Clean(f.Origin.In(u.pr)))
		} else {
			u.entry(u.t.Glyphs.Uncheck, u.t.Warn, label, u.t.Plain, measureRemedy(info.ID).In(u.pr))
		}
	}
	n := 0
	for _, a := range c.Attributes() {
		if a.Role != model.Ignore {
			n++
		}
	}
	u.plain(say(u.pr, "Attributes"), say(u.pr, "%d (%d of numbers)", n, numericAttributes(c)))
}

func numericAttributes(c *model.Customers) int {
	n := 0
	for _, a := range c.Attributes() {
		if a.Role != model.Ignore && a.Kind() == model.Number {
			n++
		}
	}
	return n
}

// measureRemedy says which roles give a measure.
func measureRemedy(m model.Measure) model.Phrase {
	switch m {
	case model.Monetary, model.AverageOrder:
		return model.P("needs amount, or quantity and unit price")
	case model.Frequency:
		return model.P("needs orders: a table in which customer ids repeat")
	}
	return model.P("needs orders with an order date")
}

// digest says in a few lines what is unlocked, where there is no room for all
// of it.
func digest(t *theme.Theme, pr *message.Printer, s *session.Session, specs []seg.Spec, w int) []string {
	u := &unlocks{t: t, pr: pr, w: w}
	c, q := s.Customers, s.Customers.Quality()
	dot := " " + t.Glyphs.Dot + " "
	who := []string{customerCount(pr, c.Len())}
	if o := c.Orders(); o != nil {
		who = append(who, say(pr, "%d rows of orders", len(o.Row)))
	}
	if c.AsOf != model.NoDay {
		who = append(who, say(pr, "as of %s", c.AsOf.String()))
	}
	if c.Window > 0 {
		who = append(who, say(pr, "last %d days", c.Window))
	} else {
		who = append(who, say(pr, "all time"))
	}
	u.line(t.Plain, strings.Join(who, dot))
	if text, lacking := tablesInShort(t, pr, s.Data(), c); lacking {
		u.line(t.Warn, text)
	} else if text != "" {
		u.line(t.Plain, text)
	}
	rows := []string{say(pr, "%d rows used of %d", q.RowsUsed, q.RowsRead)}
	for _, e := range q.Excluded {
		rows = append(rows, say(pr, "! %s %s", chart.Count(len(e.Rows)), cell.Clean(e.Reason.In(pr))))
	}
	if n := len(q.Rejected); n > 0 {
		rows = append(rows, say(pr, "! %d records could not be read", n))
	}
	u.line(t.Plain, strings.Join(rows, dot))
	var have, lack []string
	for _, info := range model.Measures() {
		if _, ok := c.Feature(info.ID); ok {
			have = append(have, info.Label.In(pr))
		} else {
			lack = append(lack, info.Label.In(pr))
		}
	}
	if len(have) > 0 {
		u.line(t.Plain, t.Glyphs.Check+" "+strings.Join(have, ", "))
	}
	if len(lack) > 0 {
		u.line(t.Warn, t.Glyphs.Uncheck+" "+strings.Join(lack, ", "))
	}
	if why := nobody(pr, s); why != "" {
		u.line(t.Warn, why)
		return u.out
	}
	u.line(t.Plain, methodsInShort(t, pr, specs, c))
	return u.out
}
