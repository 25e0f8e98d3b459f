package theme

// segments256 are colours of the xterm cube after the hues of Okabe and Ito
// (Color Universal Design, 2008), chosen so that each stands out from a black
// and from a white background, and that the first ten differ by 19 or more in
// CIE Lab, the twelve by 14, to normal, protan and deutan eyes.
var segments256 = [...]int{27, 208, 29, 124, 38, 96, 143, 109, 61, 141, 166, 57}

// segments16 are the ANSI colours, those that the colour-blind tell apart
// first.
var segments16 = [...]int{12, 3, 6, 5, 1, 2, 4, 13, 9, 14, 10, 8}

// heat256 are background and text of a ramp of blue that grows in saturation at
// a middle lightness: a small number stays on the terminal's own background, so
// that it never shines, be the terminal dark or light.
var heat256 = [...][2]int{{-1, -1}, {60, 231}, {61, 231}, {62, 231}, {26, 231}, {20, 231}}

// heat16 is the ramp in the 16 ANSI colours.
var heat16 = [...][2]int{{-1, -1}, {6, 0}, {4, 15}, {5, 15}}

const tags = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

// Segment returns the ink of segment i from 0, which repeats after twelve.
// Without colour it is plain, and only [Theme.Tag] tells segments apart.
func (t *Theme) Segment(i int) Ink {
	switch {
	case !t.Color || i < 0:
		return t.Plain
	case t.Colors256:
		return Of(segments256[i%len(segments256)], -1)
	}
	return Of(segments16[i%len(segments16)], -1)
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

// Heat returns the ink of a level from 0 to levels-1 of a heat map, faint to
// strong, with text in good contrast. Without colour the steps are plain, bold,
// reverse, bold reverse. The number in the cell is the information; heat helps.
func (t *Theme) Heat(level, levels int) Ink {
	level = max(0, min(level, levels-1))
	step := func(n int) int {
		if levels < 2 {
			return 0
		}
		return (level*(n-1) + (levels-1)/2) / (levels - 1)
	}
	if !t.Color {
		s := step(4)
		return Ink{FG: -1, BG: -1, Bold: s%2 == 1, Reverse: s >= 2}
	}
	c := heat16[step(len(heat16))]
	if t.Colors256 {
		c = heat256[step(len(heat256))]
	}
	return Of(c[1], c[0])
}
