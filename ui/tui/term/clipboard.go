package term

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// takesOSC52 reports whether a terminal is known to put on the clipboard what a
// program asks it to by OSC 52, without being set up for it. Of tmux, screen,
// xterm and iTerm2 that is not known: it depends on their settings.
func takesOSC52(env func(string) string) bool {
	if env("TMUX") != "" || env("STY") != "" {
		return false
	}
	name := strings.ToLower(env("TERM"))
	known := []string{"alacritty", "contour", "foot", "foot-extra", "rio", "wezterm", "xterm-ghostty", "xterm-kitty"}
	return slices.Contains(known, name) || env("WT_SESSION") != "" || env("TERM_PROGRAM") == "WezTerm" || env("TERM_PROGRAM") == "ghostty"
}

// clipTool is a program that puts its input on the clipboard, and the variable
// without which it has no clipboard to put it on, if any.
type clipTool struct {
	needs string
	args  []string
}

func clipTools() []clipTool {
	return []clipTool{
		{"WAYLAND_DISPLAY", []string{"wl-copy"}},
		{"DISPLAY", []string{"xclip", "-selection", "clipboard"}},
		{"DISPLAY", []string{"xsel", "--clipboard", "--input"}},
		{"", []string{"pbcopy"}},
		{"", []string{"clip.exe"}},
	}
}

// clipFor is how long a tool may take.
const clipFor = 3 * time.Second

// Clip puts text on the clipboard by the first tool there is, or else into a
// file that only the user may read, in place of what was copied before. It
// returns the name of the tool or the path of the file.
func Clip(env func(string) string, text string) (tool, file string, err error) {
	for _, c := range clipTools() {
		path, missing := exec.LookPath(c.args[0])
		if missing != nil || c.needs != "" && env(c.needs) == "" {
			continue
		}
		ctx, cancel := context.WithTimeout(context.Background(), clipFor)
		cmd := exec.CommandContext(ctx, path, c.args[1:]...)
		cmd.Stdin = strings.NewReader(text)
		err := cmd.Run()
		cancel()
		if err == nil {
			return c.args[0], "", nil
		}
	}
	folder, err := os.UserCacheDir()
	if err != nil {
		return "", "", err
	}
	folder = filepath.Join(folder, "custseg")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", "", err
	}
	file = filepath.Join(folder, "copied.txt")
	return "", file, os.WriteFile(file, []byte(text), 0o600)
}
