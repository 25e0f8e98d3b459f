package tui

import "testing"

// BenchmarkTuneSample is a key that steps a parameter on the built-in data, with
// the result and the frame that follow.
func BenchmarkTuneSample(b *testing.B) {
	p := play(b, 120, 36, "colour", "sample:shop")
	p.press("3", "enter", "shift+tab")
	for i := 0; b.Loop(); i++ {
		key := "left"
		if i%2 == 1 {
			key = "right"
		}
		p.handle(keyMsg(key))
		p.m.View()
		for !p.m.tasks.none() {
			p.handle(<-p.msgs)
		}
		p.m.View()
	}
}

// BenchmarkFrame is a key that moves the cursor of the segments, and the frame.
func BenchmarkFrame(b *testing.B) {
	p := play(b, 200, 50, "colour", "sample:shop")
	p.press("3", "enter")
	for b.Loop() {
		p.handle(keyMsg("down"))
		p.m.View()
	}
}
