package term_test

import (
	"io"
	"strings"
	"testing"

	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

func TestDetect(t *testing.T) {
	type env map[string]string
	full := theme.Options{Color: true, Colors256: true}
	for _, c := range []struct {
		name  string
		env   env
		flags term.Flags
		want  term.Options
	}{
		{"xterm-256color", env{"TERM": "xterm-256color", "LANG": "en_US.UTF-8"}, term.Flags{}, term.Options{Options: full, Mouse: true}},
		{"no locale", env{"TERM": "tmux-256color"}, term.Flags{}, term.Options{Options: full, Mouse: true}},
		{"truecolor", env{"TERM": "xterm", "COLORTERM": "truecolor"}, term.Flags{}, term.Options{Options: full, Mouse: true}},
		{"kitty", env{"TERM": "xterm-kitty"}, term.Flags{}, term.Options{Options: full, Mouse: true, OSC52: true}},
		{"sixteen colours", env{"TERM": "screen"}, term.Flags{}, term.Options{Options: theme.Options{Color: true}, Mouse: true}},
		{"NO_COLOR", env{"TERM": "xterm-256color", "NO_COLOR": "1"}, term.Flags{}, term.Options{Options: theme.Options{Colors256: true}, Mouse: true}},
		{"empty NO_COLOR", env{"TERM": "xterm-256color", "NO_COLOR": ""}, term.Flags{}, term.Options{Options: full, Mouse: true}},
		{"CI", env{"TERM": "xterm", "CI": "1"}, term.Flags{}, term.Options{Mouse: true}},
		{"dumb", env{"TERM": "dumb", "COLORTERM": "truecolor"}, term.Flags{}, term.Options{Options: theme.Options{ASCII: true}, Dumb: true}},
		{"C locale", env{"TERM": "xterm-256color", "LANG": "en_US.UTF-8", "LC_ALL": "C"}, term.Flags{},
			term.Options{Options: theme.Options{Color: true, Colors256: true, ASCII: true}, Mouse: true}},
		{"GBK locale", env{"TERM": "xterm", "LANG": "zh_CN.GBK"}, term.Flags{}, term.Options{Options: theme.Options{Color: true, ASCII: true}, Mouse: true}},
		{"C.utf8", env{"TERM": "xterm", "LC_CTYPE": "C.utf8", "LANG": "C"}, term.Flags{}, term.Options{Options: theme.Options{Color: true}, Mouse: true}},
		{"Linux console", env{"TERM": "linux", "LANG": "en_US.UTF-8"}, term.Flags{}, term.Options{Options: theme.Options{Color: true, ASCII: true}, Mouse: true}},
		{"light background", env{"TERM": "xterm-256color", "COLORFGBG": "0;default;15"}, term.Flags{},
			term.Options{Options: theme.Options{Color: true, Colors256: true, Light: true}, Mouse: true}},
		{"dark background", env{"TERM": "xterm-256color", "COLORFGBG": "15;0"}, term.Flags{}, term.Options{Options: full, Mouse: true}},
		{"light flag", env{"TERM": "screen"}, term.Flags{Light: true}, term.Options{Options: theme.Options{Color: true, Light: true}, Mouse: true}},
		{"flags", env{"TERM": "xterm-256color"}, term.Flags{NoColor: true, ASCII: true, NoMouse: true},
			term.Options{Options: theme.Options{Colors256: true, ASCII: true}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := term.Detect(func(k string) string { return c.env[k] }, c.flags); got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}

// Without colour the cursor must still be seen: lipgloss by itself would drop
// reverse video under NO_COLOR.
func TestRendererKeepsReverseWithoutColor(t *testing.T) {
	t.Setenv("NO_COLOR", "1")
	t.Setenv("CI", "1")
	for _, c := range []struct {
		o    term.Options
		want string
	}{
		{term.Options{}, "\x1b[7mx\x1b[0m"},
		{term.Options{Dumb: true}, "x"},
	} {
		th := theme.New(term.Renderer(io.Discard, c.o), c.o.Options)
		if got := th.Paint(th.Cursor, "x"); got != c.want {
			t.Errorf("%+v: cursor painted as %q, want %q", c.o, got, c.want)
		}
		if got := th.Paint(th.Error, "x"); strings.Contains(got, "31") {
			t.Errorf("%+v: colour in %q", c.o, got)
		}
	}
}
