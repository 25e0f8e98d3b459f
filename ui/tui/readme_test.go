package tui

import (
	"strings"
	"testing"

	"custseg/ui/tui/golden"
)

// The pictures of the README are views of the program on its sample data.
func TestReadmePictures(t *testing.T) {
	p := play(t, 110, 32, "mono", "sample:shop")
	picture := func(name string) {
		t.Helper()
		p.m.ran = lastRun{} // how long it took is the machine's
		p.m.message = notice{}
		var b strings.Builder
		b.WriteString("```text\n")
		for l := range strings.Lines(p.screen() + "\n") {
			b.WriteString(strings.TrimRight(l, " \n") + "\n")
		}
		b.WriteString("```\n")
		golden.Section(t, "../../README.md", name, b.String())
	}
	p.press("3", "enter")
	picture("picture of the segments")
	for range 8 {
		p.press("down")
	}
	p.press("enter")
	picture("picture of a segment")
	p.press("esc", "5", "d")
	picture("picture of two dates")
}
