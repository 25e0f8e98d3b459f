package export

import (
	"fmt"
	"slices"
	"strings"

	"custseg/model"
	"custseg/model/notation"
)

// tableReader reads the columns of a table as the loader read those of its file,
// whether they hold text as the file does or numbers and dates.
type tableReader struct {
	Dialect
	table *model.Table
}

// how is how a column of the table was written, nil for plainly.
func (r tableReader) how(header string) *notation.Column {
	for _, c := range r.table.Columns() {
		if c.Name() == header {
			return model.NotationOf(c)
		}
	}
	return nil
}

// trimmed is a column as text without outer spaces, also the unbreakable and the
// wide one.
func (d Dialect) trimmed(e string) string {
	letter := "E"
	if d == Spark { // whose plain literals know these escapes
		letter = ""
	}
	return "TRIM(BOTH " + letter + `' \t\r\n` + "\u00a0\u3000" + "' FROM " + d.asText(e) + ")"
}

// words is a column as trimmed text, NULL where that stands for nothing.
func (r tableReader) words(header string) string {
	text, how := r.trimmed(r.quoted(header)), r.how(header)
	if how == nil {
		return "NULLIF(" + text + ", '')"
	}
	out := text
	if how.Keys.Tick {
		out = r.replaced(out, notation.TickPattern, r.group(1))
	}
	if how.Keys.Fraction {
		out = r.replaced(out, notation.FractionPattern, r.group(1))
	}
	return r.oddities(text, how, "''", func(o notation.Odd) string { return r.text(o.Text) }) + " ELSE " + out + " END"
}

// number is a column as a double, NULL where it is not a finite number, with what
// was done to its values since.
func (r tableReader) number(header string) string {
	out := r.readNumber(header)
	if how := r.how(header); how != nil {
		for _, s := range how.Steps {
			out = r.treated(out, s, r.Dialect.number)
		}
	}
	return out
}

// readNumber is a column as a double as it stands.
func (r tableReader) readNumber(header string) string {
	e, how := r.quoted(header), r.how(header)
	if how == nil {
		return r.plainNumber(e)
	}
	raw := r.trimmed(e)
	out := r.oddities(raw, how, "", func(o notation.Odd) string { return r.Dialect.number(o.Number) })
	if how.Numbers == nil {
		return orElse(out, r.plainNumber(e))
	}
	text, plain := raw, notation.PlainNumber
	if how.Numbers.Wide {
		text = "TRANSLATE(" + raw + ", " + r.text(notation.WideSigns) + ", " + r.text(notation.PlainSigns) + ")"
	}
	if how.Numbers.Comma { // of numbers that are no text the mark is the point
		out, plain = out+" WHEN "+r.notText(e)+" THEN "+r.plainNumber(e), "^[+-]?[0-9]+$"
	}
	return out + " WHEN " + r.matches(text, plain) + " THEN " + r.tryCast(text, "DOUBLE") +
		" WHEN " + r.matches(text, how.Numbers.Pattern()) + " THEN " + r.dressed(text, how.Numbers) + " END"
}

// dressed is the digits of a number that is not plain, with its sign and its power
// of ten, as a double.
func (d Dialect) dressed(text string, n *notation.Numbers) string {
	digits := d.replacedAll(text, n.Strip())
	if n.Comma {
		digits = "REPLACE(" + digits + ", ',', '.')"
	}
	digits = "CASE WHEN " + d.matches(text, n.Negative()) + " THEN '-' ELSE '' END || " + digits
	if len(n.Scales) > 0 {
		power := "CASE"
		for _, s := range n.Scales {
			power += fmt.Sprintf(" WHEN POSITION(%s IN %s) > 0 THEN 'e%d'", d.text(s.Sign), text, s.Power)
		}
		digits += " || " + power + " ELSE '' END"
	}
	return d.tryCast(digits, "DOUBLE")
}

// plainNumber is a column as a double that is finite, NULL where it is none. NaN is
// above all numbers in these engines.
func (d Dialect) plainNumber(e string) string {
	if d == Postgres { // which cannot try a cast
		text := d.trimmed(e)
		return "CASE WHEN " + d.matches(text, notation.PlainNumber) + " THEN " + d.asDouble(text) + " END"
	}
	return d.finite(d.tryCast(e, "DOUBLE"))
}

// date is a column as a date, NULL where it is none, with what was done to its
// values since.
func (r tableReader) date(header string) string {
	out := r.readDate(header)
	if how := r.how(header); how != nil {
		for _, s := range how.Steps {
			out = r.treated(out, s, r.day)
		}
	}
	return out
}

// day is a literal of a date that is given as the days since 1 January 1970.
func (d Dialect) day(since float64) string { return "DATE " + d.text(model.Day(since).String()) }

// readDate is a column as a date as it stands.
func (r tableReader) readDate(header string) string {
	e, how := r.quoted(header), r.how(header)
	if how == nil {
		return r.plainDate(e)
	}
	text := r.trimmed(e)
	out := r.oddities(text, how, "", func(o notation.Odd) string { return r.day(o.Number) })
	switch {
	case how.Dates == nil:
		return orElse(out, r.plainDate(e))
	case how.Dates.Count != nil:
		return out + r.counted(text, how.Dates.Count) + " ELSE " + r.plainDate(e) + " END"
	}
	for _, f := range how.Dates.Forms {
		out += "\n      WHEN " + r.matches(text, f.Pattern) + " THEN " + r.formed(text, f)
	}
	return out + " END"
}

// plainDate is a column that begins as 2006-01-31 as a date, NULL where it is none
// or there is no such day, at which PostgreSQL would stop.
func (d Dialect) plainDate(e string) string {
	if d == Postgres {
		text := d.trimmed(e)
		first := "CAST(LEFT(" + text + ", 7) || '-01' AS DATE)"
		day := "CAST(SUBSTRING(" + text + ", 9, 2) AS int)"
		return "CASE WHEN " + text + " LIKE '0000%' THEN NULL WHEN " + d.matches(text, notation.PlainDate) +
			" THEN CASE WHEN EXTRACT(MONTH FROM " + first + " + (" + day + " - 1)) = EXTRACT(MONTH FROM " + first + ") THEN CAST(LEFT(" + text + ", 10) AS DATE) END END"
	}
	return d.tryCast(e, "DATE")
}

// counted is the case of a number that counts days or seconds.
func (d Dialect) counted(text string, c *notation.Count) string {
	const seconds = 86400
	number := d.tryCast(text, "DOUBLE")
	days := "(" + number + " - " + d.number(c.Epoch) + ") / " + d.number(c.PerDay)
	if c.Rounded {
		days = "ROUND((" + number + " - " + d.number(c.Epoch) + ") * " + d.number(seconds/c.PerDay) + ") / " + d.number(seconds)
	}
	days = "CAST(FLOOR(" + days + ") AS INTEGER)"
	date := "DATE '1970-01-01' + " + days
	if d == Spark {
		date = "DATE_ADD(DATE '1970-01-01', " + days + ")"
	}
	return " WHEN " + d.matches(text, notation.PlainNumber) + " THEN CASE WHEN " + number + " BETWEEN " + d.number(c.Least) + " AND " + d.number(c.Most) + " THEN " + date + " END"
}

// formed is text of a form of dates as a date, NULL where there is no such day.
func (d Dialect) formed(text string, f notation.Form) string {
	y, m, day := f.Figures()
	part := func(group int) string { return d.replaced(text, f.Pattern, d.group(group)) }
	if d == Postgres {
		part = func(group int) string { return fmt.Sprintf("found[%d]", group) }
	}
	year, month := part(y), part(m)
	if f.Short {
		year = fmt.Sprintf("CASE WHEN %s >= '%02d' THEN '19' ELSE '20' END || %[1]s", year, f.First19)
	}
	if f.Named {
		names := "CASE LOWER(" + month + ")"
		for i, name := range notation.Months() {
			names += fmt.Sprintf(" WHEN '%s' THEN '%d'", name, i+1)
		}
		month = names + " END"
	}
	if d != Postgres {
		iso := year + " || '-' || " + month + " || '-' || " + part(day)
		if !f.Short && !f.Named {
			iso = d.replaced(text, f.Pattern, d.group(y)+"-"+d.group(m)+"-"+d.group(day))
		}
		return d.tryCast(iso, "DATE")
	}
	return "(SELECT CASE WHEN EXTRACT(MONTH FROM made) = m THEN made END FROM (SELECT CAST(" + year + " AS int) AS y, CAST(" + month + " AS int) AS m, CAST(" + part(day) +
		" AS int) AS d FROM REGEXP_MATCH(" + text + ", " + d.text(f.Pattern) + ") AS found) AS figures, LATERAL (SELECT CASE WHEN m BETWEEN 1 AND 12 AND d > 0 THEN MAKE_DATE(y, m, 1) + (d - 1) END AS made) AS days)"
}

// oddities begins a case with the words that do not read as the rest; nothing is
// another word that stands for no value, empty for none.
func (d Dialect) oddities(text string, how *notation.Column, nothing string, value func(notation.Odd) string) string {
	var missing []string
	if nothing != "" {
		missing = append(missing, nothing)
	}
	out := ""
	for _, o := range how.Odd {
		if o.Missing {
			missing = append(missing, d.text(o.Word))
		} else {
			out += " WHEN " + text + " = " + d.text(o.Word) + " THEN " + value(o)
		}
	}
	if len(missing) > 0 {
		out = " WHEN " + text + " IN (" + strings.Join(missing, ", ") + ") THEN NULL" + out
	}
	return "CASE" + out
}

// orElse ends a case of oddities, which may have none.
func orElse(cases, plain string) string {
	if cases == "CASE" {
		return plain
	}
	return cases + " ELSE " + plain + " END"
}

// id is the id of a customer as text without outer spaces.
func (r tableReader) id(header string) string {
	if !r.wholeIDs(header) {
		return r.words(header)
	}
	e := r.quoted(header)
	switch {
	case r.how(header) != nil:
		e = "CAST(" + r.number(header) + " AS BIGINT)"
	case r.Dialect == Postgres:
		text := r.trimmed(e)
		e = "CASE WHEN " + r.matches(text, "^[+-]?[0-9]{1,18}([.]0*)?$") + " THEN CAST(CAST(" + text + " AS numeric) AS bigint) END"
	default:
		e = r.tryCast(r.tryCast(e, "DECIMAL(38, 0)"), "BIGINT")
	}
	return r.asText(e)
}

// wholeIDs reports whether a column holds nothing but whole numbers, such as
// ids without letters.
func (r tableReader) wholeIDs(header string) bool {
	const exact = 1 << 53
	for _, c := range r.table.Columns() {
		if n, ok := c.(*model.Numbers); ok && c.Name() == header {
			return !slices.ContainsFunc(n.Values(), func(v float64) bool { return v != float64(int64(v)) && v == v || v >= exact || v <= -exact })
		}
	}
	return false
}

// attribute reads a column as one of a kind.
func (r tableReader) attribute(c readColumn) string {
	read := map[model.Kind]func(string) string{model.Text: r.words, model.Date: r.date, model.Number: r.number}[c.kind]
	return read(c.header) + " AS " + r.name(c.name)
}
