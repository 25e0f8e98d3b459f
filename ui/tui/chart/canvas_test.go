package chart

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func strip(s string) string { return ansi.Strip(s) }

func TestCanvasKeepsWidth(t *testing.T) {
	c := newCanvas(plain(), 6, 1)
	c.text(0, 0, "客户名", c.t.Plain)
	c.set(1, 0, "x", c.t.Plain) // the right half of 客
	c.set(2, 0, "y", c.t.Plain) // the left half of 户
	if got := c.lines()[0]; got != " xy 名" {
		t.Errorf("%q", got)
	}
	c.text(5, 0, "客", c.t.Plain) // only half of it fits, over the right half of 名
	c.text(-1, 0, "户", c.t.Plain)
	if got := c.lines()[0]; got != " xy   " {
		t.Errorf("%q", got)
	}
	c.text(0, 0, "か\u3099é", c.t.Plain)
	if got := ansi.StringWidth(c.lines()[0]); got != 6 {
		t.Errorf("%q is %d cells wide", c.lines()[0], got)
	}
}

func TestCanvasWritesRuns(t *testing.T) {
	c := newCanvas(colours(), 20, 1)
	c.text(0, 0, "aa bb", c.t.Segment(1))
	c.text(8, 0, "cc", c.t.Segment(1))
	c.text(12, 0, "dd", c.t.Accent)
	got := c.lines()[0]
	if n := strings.Count(got, "\x1b["); n != 4 {
		t.Errorf("two inks need four sequences, %q has %d", got, n)
	}
	if strip(got) != "aa bb   cc  dd      " {
		t.Errorf("%q", strip(got))
	}
}

func TestBraille(t *testing.T) {
	d := newDots(2, 1)
	d.set(0, 0)
	d.set(1, 3)
	d.set(-1, 0)
	d.set(4, 0)
	if d.at(0, 0) != "⢁" || d.at(1, 0) != " " {
		t.Errorf("%q %q", d.at(0, 0), d.at(1, 0))
	}
	d = newDots(2, 1)
	d.line(0, 3, 3, 0)
	if got := d.at(0, 0) + d.at(1, 0); got != "⡠⠊" {
		t.Errorf("a rising line is %q", got)
	}
}
