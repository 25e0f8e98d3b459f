package cli

import (
	"context"

	"custseg/ui/tui"
	"custseg/ui/tui/store"
	"custseg/ui/tui/term"
)

// openScreen shows the terminal UI.
func (a *App) openScreen(ctx context.Context, files []string, f screenFlags) error {
	if _, err := f.data.apply(emptyRecipe()); err != nil {
		return err // wrong usage is told before the screen changes
	}
	return tui.Run(ctx, tui.Config{
		Files:   files,
		Samples: a.Samples,
		Prepare: f.data.apply,
		Reading: f.data.reading,
		Printer: a.printer,
		Term:    term.Detect(a.Getenv, term.Flags{NoColor: f.noColor, ASCII: f.ascii, NoMouse: f.noMouse}),
		Out:     a.Out,
		Store:   store.New(store.FoldersOf(a.Getenv)),
	})
}
