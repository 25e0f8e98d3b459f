package term_test

import (
	"context"
	"io"
	"os"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"custseg/ui/tui/term"
)

// clicked keeps what a terminal told of its keys and its mouse, until a Q.
type clicked struct {
	keyboard *os.File // types the rest once the screen listens
	keys     []string
	presses  []tea.MouseMsg
}

func (c *clicked) Init() tea.Cmd {
	return func() tea.Msg {
		for _, part := range []string{"j\x1b[<0", ";", "1", "2", ";", "3M", "\x1b[<0;1", "kQ"} {
			if _, err := c.keyboard.WriteString(part); err != nil {
				return err
			}
		}
		return nil
	}
}

func (c *clicked) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		for _, k := range term.Keys(msg, false) {
			if k.Name == "Q" {
				return c, tea.Quit
			}
			c.keys = append(c.keys, k.Name)
		}
	case tea.MouseMsg:
		c.presses = append(c.presses, msg)
	case error:
		return c, tea.Quit
	}
	return c, nil
}

func (c *clicked) View() string { return "" }

// A click that a slow line tears apart is a click still, and no digit of it a key.
func TestATornClickIsAClick(t *testing.T) {
	master, slave := openPTY(t)
	c := &clicked{keyboard: master}
	if _, err := term.Run(context.Background(), c, term.Options{}, slave, io.Discard); err != nil {
		t.Fatal(err)
	}
	if len(c.presses) != 1 || c.presses[0].X != 11 || c.presses[0].Y != 2 {
		t.Errorf("the mouse: %v", c.presses)
	}
	if len(c.keys) != 2 || c.keys[0] != "j" || c.keys[1] != "k" {
		t.Errorf("the keys: %q", c.keys)
	}
}
