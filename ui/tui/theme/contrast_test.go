package theme_test

import (
	"math"
	"testing"

	"custseg/ui/tui/theme"
)

// linear returns the linear RGB of colour n of the xterm cube.
func linear(n int) (out [3]float64) {
	level := [...]float64{0, 95, 135, 175, 215, 255}
	n -= 16
	for i, v := range [...]float64{level[n/36], level[n/6%6], level[n%6]} {
		if v /= 255; v <= 0.04045 {
			out[i] = v / 12.92
		} else {
			out[i] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return out
}

func luminance(c [3]float64) float64 { return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2] }

// contrast is the ratio of WCAG 2, from 1 to 21.
func contrast(a, b float64) float64 { return (max(a, b) + 0.05) / (min(a, b) + 0.05) }

// vision are the full-strength matrices of Machado, Oliveira and Fernandes (A
// Physiologically-based Model for Simulation of Color Vision Deficiency, 2009).
var vision = map[string][3][3]float64{
	"normal": {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protan": {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deutan": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
}

func seenAs(c [3]float64, m [3][3]float64) (out [3]float64) {
	for i := range out {
		for j := range c {
			out[i] += m[i][j] * c[j]
		}
		out[i] = min(1, max(0, out[i]))
	}
	return out
}

// lab converts linear RGB to CIE Lab under D65.
func lab(c [3]float64) [3]float64 {
	f := func(t float64) float64 {
		if t > 0.008856 {
			return math.Cbrt(t)
		}
		return 7.787*t + 16.0/116
	}
	x := f((0.4124*c[0] + 0.3576*c[1] + 0.1805*c[2]) / 0.95047)
	y := f(luminance(c))
	z := f((0.0193*c[0] + 0.1192*c[1] + 0.9505*c[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// light is the same terminal with a white background.
var light = theme.Options{Color: true, Colors256: true, Light: true}

// apart is the distance of two colours in CIE Lab to some eyes.
func apart(a, b [3]float64, eyes [3][3]float64) float64 {
	p, q := lab(seenAs(a, eyes)), lab(seenAs(b, eyes))
	return math.Hypot(math.Hypot(p[0]-q[0], p[1]-q[1]), p[2]-q[2])
}

// Segments are named by a letter in their colour: it must be read on the
// background, and the colours be told apart by any eyes. Without a word of the
// terminal a background counts as dark, so those colours must be seen on white as
// well.
func TestSegmentColorsOnTheirBackgroundToAnyEyes(t *testing.T) {
	const nearlyBlack = 0.013 // the luminance of #1e1e1e
	for _, c := range []struct {
		options       theme.Options
		background    float64
		normal, other float64 // least distances to normal eyes and to others
	}{{full, nearlyBlack, 36, 14}, {light, 1, 32, 12}} {
		th := theme.New(nil, c.options)
		for i := range 12 {
			a := linear(th.Segment(i).FG)
			if got := contrast(luminance(a), c.background); got < 4.5 {
				t.Errorf("light %v: segment %d has a contrast of %.1f", c.options.Light, i, got)
			}
			if got := contrast(luminance(a), 1); got < 1.5 {
				t.Errorf("light %v: segment %d has a contrast of %.1f on white", c.options.Light, i, got)
			}
			if i > 0 {
				if before := linear(th.Segment(i - 1).FG); math.Abs(lab(a)[0]-lab(before)[0]) < 8 {
					t.Errorf("light %v: segments %d and %d are of one lightness", c.options.Light, i-1, i)
				}
			}
			for j := range i {
				for name, eyes := range vision {
					least := c.other
					if name == "normal" {
						least = c.normal
					}
					if d := apart(a, linear(th.Segment(j).FG), eyes); d < least {
						t.Errorf("light %v: segments %d and %d differ by %.1f to %s eyes, want %.0f", c.options.Light, j, i, d, name, least)
					}
				}
			}
		}
	}
}

// Customers whom no segment is of are in grey, which no segment is near to.
func TestGreying(t *testing.T) {
	th := theme.New(nil, full)
	grey := th.Greying(3)
	if grey.Segment(3) != theme.Of(244, -1) || grey.Segment(2) != th.Segment(2) || th.Segment(3) == grey.Segment(3) {
		t.Errorf("segment 3 is %+v", grey.Segment(3))
	}
	if th.Greying(3) != grey || th.Greying(-1) != th {
		t.Error("a theme is made twice")
	}
	const g = 0.2159 // of 128 of 255
	for _, o := range []theme.Options{full, light} {
		th := theme.New(nil, o)
		for i := range 12 {
			for name, eyes := range vision {
				if d := apart(linear(th.Segment(i).FG), [3]float64{g, g, g}, eyes); d < 18 {
					t.Errorf("light %v: segment %d differs by %.1f from grey to %s eyes", o.Light, i, d, name)
				}
			}
		}
	}
}

// The lowest level is on the terminal's own background; from there each level
// goes farther away from it in lightness, and its text stands out.
func TestHeatGoesAwayFromTheBackground(t *testing.T) {
	for _, o := range []theme.Options{full, light} {
		th := theme.New(nil, o)
		if ink := th.Heat(0, 6); ink.BG != -1 || ink.FG != -1 {
			t.Errorf("the lowest level is coloured: %+v", ink)
		}
		last := 0.
		if o.Light {
			last = 100
		}
		for l := 1; l < 6; l++ {
			ink := th.Heat(l, 6)
			bg := linear(ink.BG)
			text := [3]float64{1, 1, 1}
			if ink.FG == 16 {
				text = [3]float64{}
			}
			if c := contrast(luminance(text), luminance(bg)); c < 4.5 {
				t.Errorf("level %d: contrast %.1f", l, c)
			}
			light := lab(bg)[0]
			if step := light - last; !o.Light && step < 10 || o.Light && step > -4 {
				t.Errorf("light %v: level %d goes from lightness %.0f to %.0f", o.Light, l, last, light)
			}
			last = light
		}
	}
	th := theme.New(nil, ansi)
	if a, b := th.Heat(2, 4), th.Heat(3, 4); a != theme.Of(0, 6) || b != theme.Of(0, 14) {
		t.Errorf("of 16 colours: %+v, %+v", a, b)
	}
}

func TestLettered(t *testing.T) {
	for _, c := range []struct {
		o    theme.Options
		n    int
		want bool
	}{{full, 12, false}, {full, 13, true}, {ansi, 4, false}, {ansi, 5, true}, {mono, 1, true}} {
		if got := theme.New(nil, c.o).Lettered(c.n); got != c.want {
			t.Errorf("%d segments with %+v: %v", c.n, c.o, got)
		}
	}
}

// Words that stand out must be read on white: there the terminal's own cyan and
// yellow may not be.
func TestWordsAreReadOnWhite(t *testing.T) {
	white := theme.New(nil, light)
	for name, ink := range map[string]theme.Ink{"accent": white.Accent, "selected": white.Selected, "key": white.Key, "good": white.Good,
		"warn": white.Warn, "error": white.Error, "changed": white.Changed} {
		if ink.FG < 16 {
			t.Errorf("%s is the terminal's own colour %d", name, ink.FG)
		} else if got := contrast(luminance(linear(ink.FG)), 1); got < 4.5 {
			t.Errorf("%s has a contrast of %.1f", name, got)
		}
	}
	few := theme.New(nil, theme.Options{Color: true, Light: true})
	for _, ink := range []theme.Ink{few.Accent, few.Key, few.Warn, few.Changed} {
		if ink.FG == 6 || ink.FG == 3 {
			t.Errorf("colour %d of 16 on white", ink.FG)
		}
	}
}
