package quality

import (
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"custseg/model"
)

// idNames finds customer ids under which several names stand.
func idNames(c *column) (hit, bool) {
	names, ids := c.texts(), c.with(model.CustomerID)
	if c.role != model.CustomerName || names == nil || ids == nil {
		return hit{}, false
	}
	whose, n := codes(ids)
	several := make([]bool, n)
	markSeveral(several, whose, alike(names))
	rows, count := rowsOfCodes(whose, several)
	if count == 0 {
		return hit{}, false
	}
	return hit{level: model.Warning, count: count, rows: rows,
		text:        model.P("customer ids with several names: %d, the first is %q", count, ids.Text(int(rows[0]))),
		consequence: model.P("the orders of two people may be added up under one id: frequency and money of these customers are too high")}, true
}

// alike codes words so that those which differ only in writing are one.
func alike(t *model.Texts) []int32 {
	seen := map[string]int32{}
	of := make([]int32, t.Dict.Len())
	for k, w := range t.Dict.All() {
		folded := fold(w)
		if _, ok := seen[folded]; !ok {
			seen[folded] = int32(len(seen))
		}
		of[k] = seen[folded]
	}
	out := make([]int32, t.Len())
	for i, k := range t.Narrow().All() {
		out[i] = -1
		if k >= 0 {
			out[i] = of[k]
		}
	}
	return out
}

// fold drops case, spaces, width and invisible characters from a word.
func fold(w string) string {
	return strings.Join(strings.Fields(strings.ToLower(norm.NFKC.String(model.Seen(w)))), "")
}

// idSpelling finds customer ids that differ only in leading zeros, case, spaces or width.
// Spaces around an id are dropped when customers are made, so they do not count.
func idSpelling(c *column) (hit, bool) {
	ids := c.texts()
	if c.role != model.CustomerID || ids == nil || model.SurelyDiffer(ids.Dict.Any) {
		return hit{}, false
	}
	rows, groups := variants(ids, model.PlainID, strings.TrimSpace)
	count := 0
	for _, g := range groups {
		count += len(g) - 1
	}
	if count == 0 {
		return hit{}, false
	}
	return hit{level: model.Warning, count: count, rows: rows,
		text:        model.P("customer ids that differ from another only in leading zeros, case, spaces or width, such as %s: %d", quoted(groups[0]), count),
		consequence: model.P("each counts as a customer of its own, so the orders of one customer are divided: frequency and money are too low; write them alike in the file")}, true
}

// variants finds words in use that alike makes the same: their rows, ascending, and
// the words of each group, alphabetically. Words that are the same after clean
// are no variants.
func variants(t *model.Texts, alike, clean func(string) string) (rows []int32, groups [][]string) {
	byFold := map[string][]int32{}
	for k, w := range t.Dict.All() {
		f := alike(w)
		byFold[f] = append(byFold[f], int32(k))
	}
	maps.DeleteFunc(byFold, func(_ string, group []int32) bool { return len(group) < 2 })
	if len(byFold) == 0 {
		return nil, nil // at the cost of the words, which are less than the rows
	}
	used := make([]bool, t.Dict.Len())
	for _, k := range t.Narrow().All() {
		if k >= 0 {
			used[k] = true
		}
	}
	marked := make([]bool, t.Dict.Len())
	for _, group := range byFold {
		var words []string
		group = slices.DeleteFunc(group, func(k int32) bool { return !used[k] })
		for _, k := range group {
			words = append(words, clean(t.Dict.At(int(k))))
		}
		slices.Sort(words)
		if words = slices.Compact(words); len(words) < 2 {
			continue
		}
		groups = append(groups, words)
		for _, k := range group {
			marked[k] = true
		}
	}
	slices.SortFunc(groups, func(a, b []string) int { return slices.Compare(a, b) })
	rows, _ = rowsOfCodes(t.Codes(), marked)
	return rows, groups
}

// emails finds values of a column of e-mail addresses that are none.
func emails(c *column) (hit, bool) {
	if c.role != model.Email {
		return hit{}, false
	}
	return c.unreachable(isEmail, "values that are no e-mail address: %d, %.1f%% of those that are there", "these customers cannot be written to; the segments do not change")
}

// phones finds values of a column of phone numbers that are none.
func phones(c *column) (hit, bool) {
	if c.role != model.Phone {
		return hit{}, false
	}
	return c.unreachable(isPhone, "values that are no phone number: %d, %.1f%% of those that are there", "these customers cannot be called; the segments do not change")
}

func (c *column) unreachable(good func(string) bool, text, consequence string) (hit, bool) {
	rows := c.rowsSaying(func(w string) bool { return !good(w) })
	present := c.summary().N
	if len(rows) == 0 {
		return hit{}, false
	}
	return hit{level: model.Info, count: len(rows), rows: rows,
		text: model.P(text, len(rows), 100*float64(len(rows))/float64(present)), consequence: model.P(consequence)}, true
}

// isEmail reports whether a word has the form of an address: something, an at
// sign, and a domain with a dot.
func isEmail(w string) bool {
	user, domain, ok := strings.Cut(strings.TrimSpace(w), "@")
	dot := strings.LastIndexByte(domain, '.')
	return ok && user != "" && dot > 0 && dot < len(domain)-1 && !strings.ContainsAny(w[len(user)+1:], "@") && !strings.ContainsAny(strings.TrimSpace(w), " ,;")
}

// isPhone reports whether a word has as many digits as a phone number, 5 to 15
// by ITU-T E.164 with its shortest national numbers, and hardly anything else.
func isPhone(w string) bool {
	digits, others := 0, 0
	for _, r := range norm.NFKC.String(w) {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case strings.ContainsRune("+-()./ \u00a0x", r):
		default:
			others++
		}
	}
	return digits >= 5 && digits <= 18 && others <= 5 // with an extension
}
