package cli

import (
	"runtime/debug"
	"testing"
)

// TestSaveMemory leaves a setting of the environment alone.
func TestSaveMemory(t *testing.T) {
	before := debug.SetGCPercent(100)
	defer debug.SetGCPercent(before)
	set := func(environment string) int {
		app := App{Getenv: func(string) string { return environment }}
		app.saveMemory()
		return debug.SetGCPercent(100)
	}
	if got := set("300"); got != 100 {
		t.Errorf("in spite of the environment it is %d", got)
	}
	if got := set(""); got != garbageShare {
		t.Errorf("it is %d", got)
	}
}
