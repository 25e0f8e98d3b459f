package export

import (
	"strconv"
	"strings"
)

// claim takes a name, or the first of its variants numbered from 2, that is not
// taken yet without regard to case.
func claim(taken map[string]bool, name string, variant func(number string) string) string {
	free := name
	for k := 2; taken[strings.ToLower(free)]; k++ {
		free = variant(strconv.Itoa(k))
	}
	taken[strings.ToLower(free)] = true
	return free
}

// The sheets that every workbook has, and those of the method's charts.
const (
	summarySheet   = "Summary"
	customersSheet = "Customers"
	chartsSheet    = "Charts"
	dotsSheet      = "Chart data"
	profileSheet   = "Profile"
	rulesSheet     = "Rules"
	qualitySheet   = "Quality"
	recipeSheet    = "Recipe"
)

// sheetNames gives out names that Excel accepts for sheets, each once.
type sheetNames struct{ taken map[string]bool }

// newSheetNames keeps the fixed sheets' names, and the one that Excel keeps for
// itself.
func newSheetNames() sheetNames {
	n := sheetNames{taken: map[string]bool{"history": true}}
	for _, s := range []string{summarySheet, customersSheet, chartsSheet, dotsSheet, profileSheet, rulesSheet, qualitySheet, recipeSheet} {
		n.taken[strings.ToLower(s)] = true
	}
	return n
}

// longestSheetName is Excel's limit in UTF-16 units.
const longestSheetName = 31

// claim turns any text into the name of a sheet.
func (n sheetNames) claim(text string) string {
	base := strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`[]:*?/\`, r):
			return '-'
		case r < ' ' || !storable(r):
			return -1
		}
		return r
	}, clean(text))
	base = fitSheetName(base, longestSheetName)
	if base == "" {
		base = "Segment"
	}
	return claim(n.taken, base, func(k string) string {
		return fitSheetName(base, longestSheetName-len(k)-1) + " " + k
	})
}

// fitSheetName cuts a name and drops the quotes and spaces it may not begin or
// end with.
func fitSheetName(s string, most int) string {
	return strings.Trim(cut(strings.Trim(s, "' "), most), "' ")
}

// quoteSheet writes a sheet's name as a reference needs it.
func quoteSheet(name string) string {
	return "'" + strings.ReplaceAll(name, "'", "''") + "'"
}
