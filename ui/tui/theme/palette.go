package theme

// segments256 are colours of the xterm cube that can be read as letters on a
// black or nearly black background, at a contrast of 4.5 or more, and seen on a
// white one. Any two differ by 36 or more in CIE Lab to normal eyes, and by 14 to
// protan and deutan ones; each differs in lightness from the one before, so that
// segments that follow each other are told apart in grey as well.
var segments256 = [...]int{69, 44, 201, 184, 202, 213, 203, 215, 34, 217, 108, 103}

// wordInks are the colours of words that stand out.
type wordInks struct{ accent, good, warn, err, changed int }

// wordColours are the terminal's own colours, which its owner chose. Cyan and
// yellow are the exception on white, where few palettes make them readable.
func wordColours(o Options) wordInks {
	switch {
	case !o.Light:
		return wordInks{accent: 6, good: 2, warn: 3, err: 1, changed: 5}
	case o.Colors256:
		return wordInks{accent: 23, good: 22, warn: 94, err: 124, changed: 90}
	}
	return wordInks{accent: 4, good: 2, warn: 5, err: 1, changed: 5}
}

// light256 are those of a white background: the darker colours, in which letters
// have that contrast, lie closer together, at 32 and 12.
var light256 = [len(segments256)]int{26, 22, 161, 21, 97, 124, 128, 52, 24, 17, 126, 19}

// segments16 are the ANSI colours, those that the colour-blind tell apart
// first.
var segments16 = [...]int{12, 3, 5, 6, 1, 10, 4, 13, 2, 9, 14, 11}

// The grey of customers that no segment is of.
const (
	grey256 = 244
	grey16  = 8
)

// heat256 are background and text of one hue, from dark to light.
var heat256 = [...][2]int{{24, 231}, {31, 16}, {38, 16}, {81, 16}, {159, 16}}

// heat16 is the ramp in ANSI colours, which nearly every palette has in this
// order of lightness.
var heat16 = [...][2]int{{4, 15}, {6, 0}, {14, 0}}

// cold256 and cold16 are the same in another hue, for the other side of a scale.
var (
	cold256 = [...][2]int{{94, 231}, {130, 16}, {172, 16}, {215, 16}, {223, 16}}
	cold16  = [...][2]int{{1, 15}, {3, 0}, {11, 0}}
)

const tags = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

// Segment returns the ink of segment i from 0, which repeats after twelve; that
// of [Theme.Greying] is grey. Without colour it is plain, and only [Theme.Tag]
// tells segments apart.
func (t *Theme) Segment(i int) Ink {
	switch {
	case !t.Color || i < 0:
		return t.Plain
	case i == t.grey && t.Colors256:
		return Of(grey256, -1)
	case i == t.grey:
		return Of(grey16, -1)
	case t.Colors256 && t.Light:
		return Of(light256[i%len(light256)], -1)
	case t.Colors256:
		return Of(segments256[i%len(segments256)], -1)
	}
	return Of(segments16[i%len(segments16)], -1)
}

// fewColors is the number of segments that the 16 colours tell apart at a glance.
const fewColors = 4

// Lettered reports whether colours are too few to tell n segments apart, so that
// bars and dots show tags.
func (t *Theme) Lettered(n int) bool {
	switch {
	case !t.Color:
		return true
	case t.Colors256:
		return n > len(segments256)
	}
	return n > fewColors
}

// Tag returns the one-character name of segment i from 0, shown beside its
// swatch so that colour is never the only sign: A to Z, a to z, 0 to 9, then +.
func (t *Theme) Tag(i int) string {
	if i < 0 {
		return " "
	}
	if i >= len(tags) {
		return "+"
	}
	return tags[i : i+1]
}

// Heat returns the ink of a level from 0 to levels-1 of a heat map, with text in
// good contrast. The lowest level is on the terminal's own background; the others
// are of one hue and go steadily away from it: lighter on a dark terminal, darker
// on a light one. Without colour the steps are plain, bold, reverse, bold
// reverse. The number in the cell is the information; heat helps.
func (t *Theme) Heat(level, levels int) Ink {
	if !t.Color {
		s := step(level, levels, 4)
		return Ink{FG: -1, BG: -1, Bold: s%2 == 1, Reverse: s >= 2}
	}
	if t.Colors256 {
		return t.ramp(heat256[:], level, levels)
	}
	return t.ramp(heat16[:], level, levels)
}

// Cold returns the ink of a level below the middle of a scale that goes to two
// sides, of which [Theme.Heat] is that above: of another hue and, without colour,
// underlined.
func (t *Theme) Cold(level, levels int) Ink {
	if !t.Color {
		s := step(level, levels, 3)
		return Ink{FG: -1, BG: -1, Underline: s > 0, Bold: s > 1}
	}
	if t.Colors256 {
		return t.ramp(cold256[:], level, levels)
	}
	return t.ramp(cold16[:], level, levels)
}

// step returns the place of a level from 0 to levels-1 among n steps.
func step(level, levels, n int) int {
	if levels < 2 {
		return 0
	}
	level = max(0, min(level, levels-1))
	return (level*(n-1) + (levels-1)/2) / (levels - 1)
}

// ramp returns the ink of a level on colours from dark to light; the lowest is on
// the background of the terminal.
func (t *Theme) ramp(colours [][2]int, level, levels int) Ink {
	s := step(level, levels, len(colours)+1)
	switch {
	case s == 0:
		return t.Plain
	case t.Light:
		s = len(colours) + 1 - s
	}
	return Of(colours[s-1][1], colours[s-1][0])
}
