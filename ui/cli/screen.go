package cli

import (
	"context"

	"custseg/ui/tui"
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
		Term:    term.Detect(a.Getenv, term.Flags{NoColor: f.noColor, ASCII: f.ascii, Light: f.light, NoMouse: f.noMouse}),
		Out:     a.Out,
		Err:     a.Err,
		Clip:    func(text string) (tool, file string, err error) { return term.Clip(a.Getenv, text) },
		Store:   a.store(),
		Keep:    f.keep.keeps(a.Getenv),
		Resume:  f.keep.resume,
		Tour:    f.tour,
	})
}
