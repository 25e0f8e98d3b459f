// Package term is the only part of the UI that knows how Bubble Tea is started,
// which colours a terminal has, and how keys and the mouse arrive.
package term

import (
	"io"
	"runtime"
	"slices"
	"strings"

	"custseg/ui/tui/theme"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
)

// Flags are the user's wishes, which go before what the environment says.
type Flags struct {
	NoColor, ASCII, Light, NoMouse bool
}

// Options says what the terminal can do.
type Options struct {
	theme.Options
	Dumb  bool // shows plain text only: no attributes, no cursor movement
	Mouse bool // the mouse is captured
	OSC52 bool // known to put on the clipboard what it is asked to
}

// Detect decides from the environment, as os.Getenv gives it, and the flags.
//
//   - NO_COLOR (no-color.org) and CI leave bold, reverse and underline.
//   - TERM and COLORTERM say whether there are 256 colours.
//   - A locale that is set and is not UTF-8, and the Linux console, whose font
//     lacks most signs, get ASCII glyphs.
//   - COLORFGBG, which some terminals set and a user may, says whether the
//     background is light.
//   - TERM=dumb, and no TERM outside Windows, is a dumb terminal.
func Detect(env func(string) string, f Flags) Options {
	name := env("TERM")
	dumb := name == "dumb" || name == "" && runtime.GOOS != "windows"
	return Options{
		Options: theme.Options{
			Color:     !dumb && !f.NoColor && env("NO_COLOR") == "" && env("CI") == "",
			Colors256: !dumb && colors256(name, env("COLORTERM")),
			ASCII:     f.ASCII || dumb || name == "linux" || !unicodeLocale(env),
			Light:     f.Light || light(env("COLORFGBG")),
		},
		Dumb:  dumb,
		Mouse: !dumb && !f.NoMouse,
		OSC52: !dumb && takesOSC52(env),
	}
}

func colors256(name, colorterm string) bool {
	switch strings.ToLower(colorterm) {
	case "truecolor", "24bit", "yes", "true", "256", "256color":
		return true
	}
	if strings.Contains(name, "256") || strings.HasSuffix(name, "-direct") {
		return true
	}
	known := []string{"alacritty", "contour", "rio", "wezterm", "foot", "xterm-ghostty", "xterm-kitty"}
	return slices.Contains(known, name) || name == "" && runtime.GOOS == "windows"
}

// light reports whether COLORFGBG names white as the background: the last of two
// or three ANSI colours.
func light(fgbg string) bool {
	bg := fgbg[strings.LastIndexByte(fgbg, ';')+1:]
	return bg == "7" || bg == "15"
}

// unicodeLocale reports whether the locale's encoding is UTF-8. None at all
// is common in containers, on terminals that all speak UTF-8.
func unicodeLocale(env func(string) string) bool {
	for _, v := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if l := strings.ToLower(env(v)); l != "" {
			return strings.Contains(l, "utf-8") || strings.Contains(l, "utf8")
		}
	}
	return true
}

// Renderer returns a renderer of its own for out, with the colours of the
// options; it asks the terminal nothing.
func Renderer(out io.Writer, o Options) *lipgloss.Renderer {
	profile := theme.Profile(o.Options)
	if o.Dumb {
		profile = termenv.Ascii
	}
	r := lipgloss.NewRenderer(out, termenv.WithProfile(profile))
	r.SetColorProfile(profile)
	r.SetHasDarkBackground(true)
	return r
}
