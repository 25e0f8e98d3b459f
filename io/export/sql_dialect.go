package export

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"custseg/model/formula"
	"custseg/model/idorder"
)

// Dialect is the SQL of one engine.
type Dialect string

// The dialects.
const (
	DuckDB   Dialect = "duckdb"
	Postgres Dialect = "postgres"
	Spark    Dialect = "spark"
)

// Dialects lists the dialects, the default first.
func Dialects() []Dialect { return []Dialect{DuckDB, Postgres, Spark} }

// known reports whether there is such a dialect.
func (d Dialect) known() bool { return d == DuckDB || d == Postgres || d == Spark }

// engine names the engine for a reader.
func (d Dialect) engine() string {
	return map[Dialect]string{DuckDB: "DuckDB", Postgres: "PostgreSQL", Spark: "Spark SQL"}[d]
}

// quoted is a name of a table or a column as the analyst's data has it.
func (d Dialect) quoted(name string) string {
	if d == Spark {
		return "`" + strings.ReplaceAll(name, "`", "``") + "`"
	}
	return `"` + strings.ReplaceAll(name, `"`, `""`) + `"`
}

// text is a literal of text.
func (d Dialect) text(s string) string {
	if d == Spark { // where a backslash escapes
		return "'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(s) + "'"
	}
	return "'" + strings.ReplaceAll(s, "'", "''") + "'"
}

// texts is a list of literals.
func (d Dialect) texts(words []string) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = d.text(w)
	}
	return strings.Join(out, ", ")
}

// number is a literal of a number that is finite: a whole one plain, others as a
// double, since engines take 0.1 for a decimal.
func (d Dialect) number(v float64) string {
	const widest = 1e15
	out := strconv.FormatFloat(v, 'f', -1, 64)
	switch a := math.Abs(v); {
	case v == math.Trunc(v) && a < widest:
		out = strconv.FormatInt(int64(v), 10)
	case a >= widest || a < 1e-4:
		out = strconv.FormatFloat(v, 'e', -1, 64)
		out = d.double(out)
	default:
		out = d.double(out)
	}
	if v < 0 {
		return "(" + out + ")"
	}
	return out
}

// double is a literal with a fraction or an exponent as a double.
func (d Dialect) double(digits string) string {
	switch {
	case d == Postgres:
		return "CAST(" + digits + " AS double precision)"
	case d == Spark:
		return strings.Replace(digits, "e", "E", 1) + "D"
	case strings.Contains(digits, "e"):
		return digits
	}
	return digits + "e0"
}

// asDouble and asText cast an expression.
func (d Dialect) asDouble(e string) string {
	if d == Postgres {
		return "CAST(" + e + " AS double precision)"
	}
	return "CAST(" + e + " AS DOUBLE)"
}

func (d Dialect) asText(e string) string {
	return "CAST(" + e + " AS " + map[Dialect]string{DuckDB: "VARCHAR", Postgres: "text", Spark: "STRING"}[d] + ")"
}

// tryCast casts text that can be anything to a double, a date or a whole number,
// NULL where it is none; PostgreSQL stops then, so that what can be is asked first.
func (d Dialect) tryCast(e, as string) string {
	if d == Postgres {
		return "CAST(" + e + " AS " + strings.Replace(as, "DOUBLE", "double precision", 1) + ")"
	}
	return "TRY_CAST(" + e + " AS " + as + ")"
}

// notText holds of a column that does not hold text.
func (d Dialect) notText(e string) string {
	switch d {
	case Postgres:
		return "CAST(PG_TYPEOF(" + e + ") AS text) NOT IN ('text', 'character varying', 'character')"
	case Spark:
		return "TYPEOF(" + e + ") <> 'string'"
	}
	return "TYPEOF(" + e + ") <> 'VARCHAR'"
}

// group refers to a group of a regular expression in what replaces it.
func (d Dialect) group(n int) string {
	if d == Spark {
		return fmt.Sprintf("$%d", n)
	}
	return fmt.Sprintf("\\%d", n)
}

// replaced is text with what a regular expression finds first replaced; of the
// expressions here, which hold of the whole text, there is no other.
func (d Dialect) replaced(e, pattern, by string) string {
	return "REGEXP_REPLACE(" + e + ", " + d.text(pattern) + ", " + d.text(by) + ")"
}

// replacedAll is text without all that a regular expression finds.
func (d Dialect) replacedAll(e, pattern string) string {
	if d == Spark { // where all are replaced
		return d.replaced(e, pattern, "")
	}
	return "REGEXP_REPLACE(" + e + ", " + d.text(pattern) + ", '', 'g')"
}

// finite is a double, NULL where it is not finite. NaN is above all numbers in
// these engines.
func (d Dialect) finite(e string) string {
	most := d.number(math.MaxFloat64)
	return "CASE WHEN " + e + " BETWEEN -" + most + " AND " + most + " THEN " + e + " END"
}

// daysFrom is the days from one date to another.
func (d Dialect) daysFrom(from, to string) string {
	switch d {
	case Spark:
		return "DATEDIFF(" + to + ", " + from + ")"
	case Postgres:
		return "(" + to + " - " + from + ")"
	}
	return "DATE_DIFF('day', " + from + ", " + to + ")"
}

// dateAs is a date as a number of a kind.
func (d Dialect) dateAs(kind formula.Kind, date string) string {
	part := func(of, date string) string { return "EXTRACT(" + of + " FROM " + date + ")" }
	inYear := func(date string) string { return "100 * " + part("MONTH", date) + " + " + part("DAY", date) }
	switch kind {
	case formula.Day:
		return d.asDouble(d.daysFrom("DATE '1970-01-01'", date))
	case formula.Year:
		return d.asDouble(part("YEAR", date))
	}
	return d.asDouble(part("YEAR", "as_of") + " - " + part("YEAR", date) + " - CASE WHEN " + inYear("as_of") + " < " + inYear(date) + " THEN 1 ELSE 0 END")
}

// round rounds a double, halves away from zero.
func (d Dialect) round(e string, places int) string {
	if d == Postgres { // rounds decimals alone
		return fmt.Sprintf("CAST(ROUND(CAST(%s AS numeric), %d) AS double precision)", e, places)
	}
	return fmt.Sprintf("ROUND(%s, %d)", e, places)
}

// cancelled holds of order ids of the letter C and one of so many digits.
func (d Dialect) cancelled(id string, digits []int) string {
	forms := make([]string, len(digits))
	for i, n := range digits {
		forms[i] = fmt.Sprintf("[Cc][0-9]{%d}", n)
	}
	return d.matches(id, "^("+strings.Join(forms, "|")+")$")
}

// matches holds of text that a regular expression matches.
func (d Dialect) matches(e, pattern string) string {
	switch d {
	case Spark:
		return e + " RLIKE " + d.text(pattern)
	case Postgres:
		return e + " ~ " + d.text(pattern)
	}
	return "REGEXP_MATCHES(" + e + ", " + d.text(pattern) + ")"
}

// byBytes is text that is compared by its bytes, as other engines do anyhow.
func (d Dialect) byBytes(e string) string {
	if d == Postgres {
		return e + ` COLLATE "C"`
	}
	return e
}

// upTo holds of an id that is another or comes before it, in the order of package
// idorder.
func (d Dialect) upTo(id, last string) string {
	number, within := d.matches(id, "^[0-9]+$"), d.byBytes(id)+" <= "+d.text(last)
	if !idorder.AllDigits(last) {
		return number + " OR " + within
	}
	digits, of := idorder.Digits(last), "LTRIM("+id+", '0')"
	if d == Spark {
		of = "TRIM(LEADING '0' FROM " + id + ")"
	}
	return fmt.Sprintf("%s AND (LENGTH(%s) < %d OR LENGTH(%[2]s) = %[3]d AND (%[4]s < %[5]s OR %[2]s = %[5]s AND %[6]s))",
		number, of, len(digits), d.byBytes(of), d.text(digits), within)
}

// name is a name of this program's own, quoted where an engine might read it as
// something else.
func (d Dialect) name(s string) string {
	plain := s != "" && (s[0] == '_' || s[0] >= 'a' && s[0] <= 'z')
	for _, r := range s {
		plain = plain && (r == '_' || r >= 'a' && r <= 'z' || r >= '0' && r <= '9')
	}
	if plain && !strings.Contains(reserved, " "+s+" ") {
		return s
	}
	return d.quoted(s)
}

// reserved are words of SQL that headers of data may be.
const reserved = " all and any as asc between by case cast check column cross current date day default desc distinct do else end " +
	"except false first for foreign from full grant group having in index inner interval into is join key last left " +
	"like limit month natural not null offset on or order outer over partition position primary range references " +
	"right row rows select set show some table then time timestamp to true type union unique user using value " +
	"values view when where window with year "
