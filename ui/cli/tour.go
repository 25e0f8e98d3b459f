package cli

import "github.com/spf13/cobra"

func (a *App) tourCommand() *cobra.Command {
	var f screenFlags
	cmd := &cobra.Command{
		Use:   "tour",
		Short: "A guided tour on the built-in data: five minutes, hands on",
		Long: `The tour is an analysis that you do, from the data to a workbook: a panel below
the screen says what to look at and which key to press. ctrl+n skips a step,
ctrl+g goes back, Esc leaves, ctrl+t comes back.`,
		Args: wantArgs(0, 0, "no file: it is on the built-in data"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if !a.onTerminal() {
				return usagef("the tour needs a screen. %s", a.noScreen())
			}
			f.tour = true
			return a.openScreen(cmd.Context(), nil, f)
		},
	}
	f.registerLook(cmd)
	return cmd
}
