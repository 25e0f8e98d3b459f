package export

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// markdownText writes a text on one line so that a reader of Markdown shows it as
// it stands: no sign in it marks up, links, calls a person or ends a cell, and
// nothing in it moves the cursor of a terminal.
func markdownText(s string) string {
	s = oneLine(s)
	var out strings.Builder
	for i, r := range s {
		if marksUp(s, i, r) {
			out.WriteByte('\\')
		}
		out.WriteRune(r)
	}
	return out.String()
}

// marksUp reports whether a sign at a place of a text means more than itself.
func marksUp(s string, at int, r rune) bool {
	next := s[at+utf8.RuneLen(r):]
	switch r {
	case '\\', '`', '*', '[', ']', '<', '>', '|', '~', '@':
		return true
	case '_': // within a word it is a letter
		before, _ := utf8.DecodeLastRuneInString(s[:at])
		after, _ := utf8.DecodeRuneInString(next)
		return !inName(before) || !inName(after)
	case '&':
		return next != "" && (next[0] == '#' || next[0] < utf8.RuneSelf && unicode.IsLetter(rune(next[0])))
	case ':':
		return strings.HasPrefix(next, "//")
	case '.', ')': // of a numbered list, or of an address
		numbered := at > 0 && strings.Trim(s[:at], "0123456789") == "" && (next == "" || next[0] == ' ')
		return numbered || r == '.' && strings.HasSuffix(strings.ToLower(s[:at]), "www")
	case '#', '=', '+', '-', '!':
		return at == 0
	}
	return false
}

// inName reports whether a character is part of a word or a number.
func inName(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }

// oneLine writes a text on one line, without what cannot be seen.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == utf8.RuneError:
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// markdownColumn is a column of a table in Markdown.
type markdownColumn struct {
	title string
	right bool // of numbers
}

// markdown is a report being written.
type markdown struct {
	strings.Builder
}

// heading writes the title of a part, 1 for that of the whole.
func (m *markdown) heading(level int, text string) {
	if m.Len() > 0 && !strings.HasSuffix(m.String(), "\n\n") {
		m.WriteString("\n")
	}
	m.WriteString(strings.Repeat("#", level) + " " + markdownText(text) + "\n\n")
}

// item writes a line of a list, with a label in bold unless that is empty.
func (m *markdown) item(label, text string) {
	m.WriteString("- ")
	if label != "" {
		m.WriteString("**" + markdownText(label) + ":** ")
	}
	m.WriteString(markdownText(text) + "\n")
}

// paragraph writes a text of its own.
func (m *markdown) paragraph(text string) {
	if text != "" {
		m.WriteString(markdownText(text) + "\n\n")
	}
}

// table writes rows below each other, as good to read as text as it is rendered.
// Cells beyond the widest that is aligned stand out.
func (m *markdown) table(columns []markdownColumn, rows [][]string) {
	const widestAligned = 60
	widths := make([]int, len(columns))
	cells := make([][]string, len(rows)+1)
	for j, c := range columns {
		cells[0] = append(cells[0], markdownText(c.title))
		widths[j] = max(3, displayWidth(cells[0][j]))
	}
	for i, r := range rows {
		for j, text := range r {
			cells[i+1] = append(cells[i+1], markdownText(text))
			widths[j] = max(widths[j], min(displayWidth(cells[i+1][j]), widestAligned))
		}
	}
	for i, r := range cells {
		for j, text := range r {
			m.WriteString("| " + padded(text, widths[j], columns[j].right) + " ")
		}
		m.WriteString("|\n")
		if i > 0 {
			continue
		}
		for j, c := range columns {
			rule := strings.Repeat("-", widths[j])
			if c.right {
				rule = rule[1:] + ":"
			}
			m.WriteString("| " + rule + " ")
		}
		m.WriteString("|\n")
	}
}

// block writes lines as they stand, in a fence that none of them can end.
func (m *markdown) block(lines []string) {
	fence := "```"
	for _, l := range lines {
		for strings.Contains(l, fence) {
			fence += "`"
		}
	}
	m.WriteString(fence + "text\n")
	for _, l := range lines {
		m.WriteString(strings.TrimRight(l, " ") + "\n")
	}
	m.WriteString(fence + "\n")
}

// padded fills a text up to a width.
func padded(s string, width int, right bool) string {
	room := strings.Repeat(" ", max(0, width-displayWidth(s)))
	if right {
		return room + s
	}
	return s + room
}

// textBar draws a share of 1 in eighths of at most a number of cells.
func textBar(share float64, cells int) string {
	eighths := int(share*float64(cells*8) + 0.5)
	if share > 0 {
		eighths = max(1, eighths)
	}
	eighths = min(max(eighths, 0), cells*8)
	bar := strings.Repeat("█", eighths/8)
	if k := eighths % 8; k > 0 {
		bar += string([]rune("▏▎▍▌▋▊▉")[k-1])
	}
	return bar
}
