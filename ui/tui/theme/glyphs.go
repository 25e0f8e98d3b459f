package theme

import "strings"

// Glyphs are the signs of the terminal UI, one cell each where not said
// otherwise.
type Glyphs struct {
	Pointer   string // at the row the cursor is on
	Swatch    string // beside a segment's name, in its colour
	Left      string // columns are hidden to the left
	Right     string
	StepLeft  string // a value can be stepped down
	StepRight string
	Up        string // sorted from the smallest
	Down      string
	Ellipsis  string // text is cut; two cells in ASCII
	HRule     string
	VRule     string
	Cross     string
	TeeUp     string
	TeeDown   string
	CutLine   string    // above the bars of a histogram at a cut
	Dot       string    // between parts of a line
	Check     string    // three cells
	Uncheck   string    // three cells
	Changed   string    // a parameter is not at its default
	Missing   string    // a value that is missing
	Eighths   [8]string // a bar growing from the left, by eighths of a cell
	Columns   [8]string // a bar growing from the bottom, by eighths of a cell
	Braille   bool      // curves may use braille dots
}

// plainSigns are the signs of ASCII for those that titles and sentences have, as
// wide as they.
func plainSigns() *strings.Replacer {
	return strings.NewReplacer("›", ">", "‹", "<", "×", "x", "…", ".", "·", ".", "→", ">", "←", "<", "↑", "^", "↓", "v",
		"≥", ">", "≤", "<", "–", "-", "—", "-", "²", "2", "•", "*", "’", "'", "‘", "'", "“", "\"", "”", "\"")
}

func glyphs(ascii bool) Glyphs {
	if ascii {
		return Glyphs{
			Pointer: ">", Swatch: "#", Left: "<", Right: ">", StepLeft: "<", StepRight: ">",
			Up: "^", Down: "v", Ellipsis: "..", HRule: "-", VRule: "|", Cross: "+", TeeUp: "+", TeeDown: "+",
			CutLine: ":", Dot: ".", Check: "[x]", Uncheck: "[ ]", Changed: "*", Missing: "-",
			Eighths: [8]string{"-", "-", "-", "=", "=", "=", "=", "#"},
			Columns: [8]string{"_", ".", ".", ":", ":", "|", "|", "#"},
		}
	}
	return Glyphs{
		Pointer: "▶", Swatch: "■", Left: "‹", Right: "›", StepLeft: "◂", StepRight: "▸",
		Up: "▲", Down: "▼", Ellipsis: "…", HRule: "─", VRule: "│", Cross: "┼", TeeUp: "┴", TeeDown: "┬",
		CutLine: "┊", Dot: "·", Check: "[x]", Uncheck: "[ ]", Changed: "•", Missing: "⌀",
		Eighths: [8]string{"▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"},
		Columns: [8]string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
		Braille: true,
	}
}
