package theme

// Ink is how text looks. FG and BG are ANSI colours 0-255, -1 for the
// terminal's own. The zero Ink is black on black: start from [Theme.Plain] or
// [Of].
type Ink struct {
	FG, BG                          int
	Bold, Faint, Reverse, Underline bool
}

// Of returns an ink of two colours, -1 for the terminal's own, and no
// attribute.
func Of(fg, bg int) Ink { return Ink{FG: fg, BG: bg} }

// uncoloured returns the ink with its attributes only.
func (i Ink) uncoloured() Ink {
	i.FG, i.BG = -1, -1
	return i
}
