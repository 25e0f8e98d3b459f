package cli

import (
	"github.com/spf13/cobra"

	"custseg/ui/tui/store"
)

// noSessionVariable is set where sessions shall not be kept.
const noSessionVariable = "CUSTSEG_NO_SESSION"

// keepFlags say whether a session goes on, and whether it is kept.
type keepFlags struct{ resume, noSession bool }

func (f *keepFlags) register(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.BoolVar(&f.resume, "resume", false, "go on where the last session was left")
	flags.BoolVar(&f.noSession, "no-session", false, "do not keep the session for --resume (as "+noSessionVariable+"=1)")
}

// check refuses files beside a session that names its own, and a session where
// there is no screen for it to go on.
func (f keepFlags) check(files []string, screen bool) error {
	switch {
	case !f.resume:
		return nil
	case len(files) > 0:
		return usagef("--resume opens the files of the last session: name none, or leave --resume out")
	case !screen:
		return usagef("--resume goes on with a session on the screen, and there is none; custseg run --recipe repeats an analysis without one")
	}
	return nil
}

// keeps reports whether sessions are kept.
func (f keepFlags) keeps(getenv func(string) string) bool {
	return !f.noSession && getenv(noSessionVariable) == ""
}

// store is where presets and sessions are kept.
func (a *App) store() *store.Store { return store.New(store.FoldersOf(a.Getenv)) }
