package screen

import "strings"

// mostCopied is how many bytes are put on the clipboard: terminals drop more.
const mostCopied = 1 << 20

// copyCell puts the cursor's value on the clipboard.
func (t *rowTable) copyCell() {
	if row, col := t.grid.Cursor(); row >= 0 {
		t.host.Copy(t.source.plain(row, col), say(t.host.Printer(), "the cell"))
	}
}

// copyRows puts the cursor's row on the clipboard, or the marked ones below the
// titles.
func (t *rowTable) copyRows() {
	rows := t.chosen()
	what := say(t.host.Printer(), "the row")
	if t.marks.Len() > 0 {
		what = say(t.host.Printer(), "%d rows", len(rows))
	}
	t.copyText(rows, t.marks.Len() > 0, what)
}

// copyTable puts all rows shown on the clipboard, below the titles.
func (t *rowTable) copyTable() {
	t.copyText(t.inOrder(), true, say(t.host.Printer(), "the table: %d rows", t.grid.Len()))
}

// copyText copies rows of the columns shown with tabs between the values, as
// spreadsheets paste them.
func (t *rowTable) copyText(rows []int32, titles bool, what string) {
	oneCell := strings.NewReplacer("\t", " ", "\r\n", " ", "\n", " ", "\r", " ")
	columns, shown := t.source.Columns(), t.grid.Shown()
	var b strings.Builder
	line := func(text func(col int) string) {
		for i, col := range shown {
			if i > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(oneCell.Replace(text(col)))
		}
		b.WriteByte('\n')
	}
	if titles {
		line(func(col int) string { return columns[col].Title })
	}
	for _, row := range rows {
		if line(func(col int) string { return t.source.plain(int(row), col) }); b.Len() > mostCopied {
			t.host.Say(say(t.host.Printer(), "That is more than terminals take: e writes it to a file"))
			return
		}
	}
	t.host.Copy(b.String(), what)
}
