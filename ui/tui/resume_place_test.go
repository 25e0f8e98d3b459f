package tui

import (
	"strings"
	"testing"
)

// Wherever a session is left, it goes on with the same screen.
func TestEveryPlaceIsResumed(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []string
		want string // a part of the screen that was left
	}{
		{"a column's chart", []string{"down", "down", "z"}, "1 DATA"},
		{"rows of the data", []string{"tab", "down", "down", "right"}, "1 DATA"},
		{"a role", []string{"2", "down", "down"}, "2 ROLES"},
		{"a method", []string{"3", "down", "down", "down"}, "3 METHOD"},
		{"a parameter", []string{"3", "enter", "shift+tab", "down", "down"}, "4 SEGMENTS"},
		{"an enlarged chart with its cursor", []string{"3", "enter", "v", "z", "right", "right"}, "4 SEGMENTS"},
		{"finer bins as figures", []string{"3", "enter", "v", ".", "t"}, "4 SEGMENTS"},
		{"customers of a cell", []string{"3", "enter", "tab", "right", "right", "enter", "down"}, "1-"},
		{"a customer of a cell", []string{"3", "enter", "tab", "right", "right", "enter", "down", "enter"}, "Why here"},
		{"an enlarged list", []string{"3", "enter", "enter", "z", "down"}, "1-"},
		{"an order", []string{"3", "enter", "enter", "enter", "up", "enter"}, "4 SEGMENTS"},
		{"the notes", []string{"3", "enter", "i"}, "about the result"},
		{"a rival and its table", []string{"3", "enter", "5", "n", "n", "right", "down", "%"}, "5 COMPARE"},
		{"customers of both methods", []string{"3", "enter", "5", "n", "n", "n", "enter"}, "×"},
		{"two dates", []string{"3", "enter", "5", "d", "+", "f", "right"}, "TWO DATES"},
		{"movers", []string{"3", "enter", "5", "d", "-", "shift+tab", "down", "enter"}, "On 202"},
		{"a mover", []string{"3", "enter", "5", "d", "-", "shift+tab", "enter", "down", "enter"}, "Why here"},
		{"a bake-off without a method", []string{"5", "b", "tab", "right", "tab", "down", "down"}, "BAKE-OFF"},
		{"customers of such a method", []string{"3", "enter", "5", "b", "down", "down", "down", "enter", "enter", "down"}, "By "},
	} {
		t.Run(c.name, func(t *testing.T) {
			kept := storeOf(t)
			p := playWith(t, kept, false, orders(t))
			p.press(c.keys...)
			p.shows(c.want)
			left := settled(p)
			p.press("Q")
			p = playWith(t, kept, true)
			p.shows(c.want)
			if got := settled(p); got != left {
				t.Errorf("resumed at\n%s\nleft at\n%s", got, left)
			}
		})
	}
}

// settled is the body of the screen, without what tells of the way there.
func settled(p *player) string {
	p.m.message, p.m.ran = notice{}, lastRun{}
	lines := strings.Split(p.screen(), "\n")
	lines[1], _, _ = strings.Cut(lines[1], "  ·")
	return strings.Join(lines[2:len(lines)-1], "\n")
}
