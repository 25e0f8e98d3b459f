package chart

import "custseg/ui/tui/theme"

// glyphs are the signs of axes, boxes and lines, one cell each.
type glyphs struct {
	corner, axis, tick    string // the left and bottom axes, and a tick on the left one
	whiskerLow, whiskerHi string
	box, median           string
	chosen                string
	markers               [4]string
	points                [4]string // a line where there is no braille: one sign for each line
	shades                [4]string // columns beside each other where there is no colour
}

func glyphsOf(t *theme.Theme) glyphs {
	if t.ASCII {
		return glyphs{
			corner: "+", axis: "|", tick: "+", whiskerLow: "|", whiskerHi: "|", box: "#", median: "|",
			chosen: "@", markers: [4]string{"*", "o", "x", "+"}, points: [4]string{".", ".", ".", "."},
			shades: [4]string{"#", "=", "+", "o"},
		}
	}
	return glyphs{
		corner: "└", axis: "│", tick: "┤", whiskerLow: "├", whiskerHi: "┤", box: "█", median: "│",
		chosen: "◆", markers: [4]string{"●", "▲", "■", "○"}, points: [4]string{"·", "·", "·", "·"},
		shades: [4]string{"█", "░", "▓", "▒"},
	}
}
