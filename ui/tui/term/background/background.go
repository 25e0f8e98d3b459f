// Package background settles the question of the terminal's background colour
// before Bubble Tea asks it. Importing bubbletea v1 makes its init query the
// terminal (OSC 11) and wait five seconds for a terminal that does not answer,
// for every command, --version too. Go initialises packages that are ready in
// the order of their import paths, and this path sorts before
// github.com/charmbracelet/bubbletea; it imports lipgloss only, so that it is
// ready as soon as lipgloss is. Import it for its effect.
package background

import "github.com/charmbracelet/lipgloss"

func init() { lipgloss.SetHasDarkBackground(true) }
