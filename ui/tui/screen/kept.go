package screen

import (
	"errors"

	"golang.org/x/text/message"

	"custseg/ui/tui/theme"
)

// keptLines tell what a preset or a recipe that was kept holds, and why it does
// not fit the data, in so many lines at most below an empty one.
func keptLines(t *theme.Theme, pr *message.Printer, text, why string, w, most int) []string {
	out := wrappedIn(t, t.Faint, text, w)
	if why != "" {
		out = append(out, wrappedIn(t, t.Warn, say(pr, "! It does not fit: %s", why), w)...)
	}
	return append(sized(nil, w, 1), out[:min(len(out), most)]...)
}

// sayDeleted tells that something kept is deleted, or why not. It is deleted too
// if it was gone already, by another program.
func sayDeleted(host Host, err, gone error, said string) {
	if err != nil && !errors.Is(err, gone) {
		host.Warn(err.Error())
		return
	}
	host.Say(said)
}
