package cli

import (
	"golang.org/x/text/message"

	"custseg/model"
)

// noticed is what loading noticed, with the flag that answers it where an answer
// is asked for.
func noticed(f model.Finding, pr *message.Printer) string {
	if f.Kind == model.SeveralKeys {
		return model.P("%s; choose with --map customer_id=COLUMN", f.Text).In(pr)
	}
	return f.Text.In(pr)
}
