package cli

import "runtime/debug"

// garbageShare is how much garbage may lie about while data is loaded and after, in
// percent of what is in use. A run takes little more than its data then, and
// collecting costs little, for hardly any of the data holds pointers.
const garbageShare = 20

// saveMemory collects garbage more often from here on, unless the environment says
// how often.
func (a *App) saveMemory() {
	if a.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbageShare)
	}
}
