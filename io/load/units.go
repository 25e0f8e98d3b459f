package load

import "strings"

// tellsUnits reports whether the row below a header says in what units or types
// the columns are: all its cells do, and one at least stands in a column of
// values, where it can be none.
func (f framer) tellsUnits(header, at int) bool {
	if at+1 >= len(f.rows) || at != header+1 {
		return false
	}
	below := f.below(at + 1)
	over, named := 0, 0
	for i, c := range f.rows[at].cells {
		if c == "" || isDash(c) {
			continue
		}
		if !tellsUnit(c) {
			return false
		}
		named++
		if i < len(below) && below[i].ofValues() {
			over++
		}
	}
	return over > 0 && 2*over >= named || named > 1 && allTypes(f.rows[at].cells)
}

func isDash(c string) bool {
	return c == "-" || c == "--" || c == "—" || c == "–" || c == "/" || c == "_"
}

// tellsUnit reports whether a cell is a unit or a type: in brackets, or a usual one.
func tellsUnit(c string) bool {
	if inner, ok := bracketedWord(c); ok {
		return !isNumber(inner)
	}
	switch strings.ToLower(c) {
	case "usd", "eur", "gbp", "cny", "rmb", "jpy", "chf", "inr", "$", "€", "£", "¥", "￥", "元", "万元", "美元", "円",
		"%", "％", "pct", "percent", "kg", "g", "lb", "lbs", "t", "km", "m", "cm", "mm", "mi", "l", "ml",
		"pcs", "pieces", "units", "unit", "each", "件", "个", "台", "人", "次", "天", "岁", "分钟",
		"days", "hours", "minutes", "min", "seconds", "sec", "s", "h", "d", "years", "yrs", "months", "yyyy-mm-dd", "dd/mm/yyyy", "mm/dd/yyyy":
		return true
	}
	return isTypeName(c)
}

// isTypeName reports whether a cell is the name of a data type, as programs
// write below the names of columns.
func isTypeName(c string) bool {
	name := strings.ToLower(c)
	if i := strings.IndexByte(name, '('); i > 0 && strings.HasSuffix(name, ")") {
		name = name[:i]
	}
	switch name {
	case "int", "integer", "bigint", "smallint", "int32", "int64", "float", "float64", "double", "decimal", "numeric", "number", "real",
		"string", "str", "text", "char", "varchar", "varchar2", "nvarchar", "object", "date", "datetime", "timestamp", "bool", "boolean":
		return true
	}
	return false
}

func allTypes(cells []string) bool {
	for _, c := range cells {
		if c != "" && !isTypeName(c) {
			return false
		}
	}
	return true
}

// bracketedWord returns what stands in brackets, where nothing else does.
func bracketedWord(c string) (string, bool) {
	for _, pair := range [][2]string{{"(", ")"}, {"[", "]"}, {"（", "）"}, {"<", ">"}} {
		if rest, ok := strings.CutPrefix(c, pair[0]); ok && strings.HasSuffix(rest, pair[1]) {
			return strings.TrimSuffix(rest, pair[1]), true
		}
	}
	return "", false
}
