// Package cli is the command line: it opens the terminal UI, or runs without
// a screen.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/mattn/go-isatty"
	"github.com/spf13/cobra"
	"golang.org/x/text/message"

	"custseg/io/export"
	"custseg/model/wording"
	"custseg/seg"
	"custseg/ui/tui/term"
)

// Exit codes of the program.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

// App is what the program is given by the world around it.
type App struct {
	In       *os.File
	Out, Err *os.File
	Getenv   func(string) string
	Samples  fs.FS // the built-in data, a folder of CSV files a name

	printer *message.Printer
}

// Main runs the program with its arguments, without the program's name, and
// returns the exit code. An error is one line on Err.
func (a *App) Main(args []string) int {
	a.printer = wording.English()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT)
	defer stop()
	root := a.rootCommand()
	root.SetArgs(append([]string{}, args...)) // nil would mean the process's own
	root.SetIn(a.In)
	out := &checkedWriter{w: a.Out}
	root.SetOut(out)
	root.SetErr(a.Err)
	err := checkFiles()
	if err == nil {
		err = a.measured(func() error { return a.execute(ctx, root) })
	}
	if err == nil {
		err = out.err
	}
	if err == nil {
		return exitDone
	}
	if errors.Is(err, context.Canceled) {
		err = errors.New("stopped; nothing was left half-written")
	}
	fmt.Fprintln(a.Err, "custseg:", oneLine(err))
	if isUsage(err) {
		return exitUsage
	}
	return exitFailed
}

// execute carries out the command that the arguments name. An answer in JSON that
// nobody can have read is told of: what is closed takes every byte without an error.
func (a *App) execute(ctx context.Context, root *cobra.Command) error {
	cmd, err := root.ExecuteContextC(ctx)
	if err != nil {
		return err
	}
	if asked := cmd.Flags().Lookup("json"); asked != nil && asked.Value.String() == "true" && isClosed(a.Out) {
		fmt.Fprintln(a.Err, "custseg: the JSON went nowhere, for standard output is closed; leave >&- out, or send it to a file")
	}
	return nil
}

// checkedWriter remembers the first error of writing, which cobra drops when it
// prints its help.
type checkedWriter struct {
	w   io.Writer
	err error
}

func (c *checkedWriter) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	if c.err == nil {
		c.err = err
	}
	return n, err
}

func oneLine(err error) string { return strings.Join(strings.Fields(err.Error()), " ") }

// usageError marks an error as wrong usage.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

func isUsage(err error) bool {
	var usage usageError
	var param *seg.ParamError
	return errors.As(err, &usage) || errors.As(err, &param) || errors.Is(err, seg.ErrUnknownMethod) || errors.Is(err, export.ErrFormat)
}

func (a *App) rootCommand() *cobra.Command {
	var f screenFlags
	root := &cobra.Command{
		Use:   "custseg [FILE...]",
		Short: "Segment customers from CSV and Excel files in the terminal",
		Long: `custseg opens CSV and Excel files of customers and orders, splits the customers
by a method of your choice, and writes a segmented workbook. Data never leaves
this machine.

A FILE is a path, - for standard input, book.xlsx#Sheet, or sample:shop.`,
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, files []string) error {
			if err := misspelt(cmd, files); err != nil {
				return err
			}
			if err := f.keep.check(files, a.onTerminal() && !f.accessible); err != nil {
				return err
			}
			if f.accessible {
				return a.accessible(cmd.Context(), files, f.data)
			}
			if a.onTerminal() {
				return a.openScreen(cmd.Context(), files, f)
			}
			return a.report(cmd.Context(), files, f.data)
		},
	}
	f.register(root)
	root.SetVersionTemplate("custseg {{.Version}}\n")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usagef("%s", flagTrouble(err)) })
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(a.runCommand(), a.whyCommand(), a.methodsCommand(), a.profileCommand(), a.sampleCommand(), a.compareCommand(), a.migrateCommand())
	root.AddCommand(a.bakeOffCommand(), a.tourCommand())
	return root
}

// flagTrouble is an error of the flags without the name of the function that
// found it.
func flagTrouble(err error) string {
	text, _, _ := strings.Cut(err.Error(), ": strconv.")
	return text
}

// misspelt reports a first argument that is no file but close to a command.
func misspelt(cmd *cobra.Command, files []string) error {
	if len(files) == 0 {
		return nil
	}
	if _, err := os.Stat(files[0]); err == nil {
		return nil
	}
	var names []string
	for _, c := range cmd.Commands() {
		names = append(names, c.Name())
	}
	if near := seg.Nearest(files[0], names); near != "" {
		return usagef("%s: there is no such file or command; did you mean custseg %s?", files[0], near)
	}
	return nil
}

// onTerminal reports whether there is someone to show a screen to, and a terminal
// that can.
func (a *App) onTerminal() bool { return a.isTerminal() && !term.Detect(a.Getenv, term.Flags{}).Dumb }

func (a *App) isTerminal() bool { return isatty.IsTerminal(a.In.Fd()) && isatty.IsTerminal(a.Out.Fd()) }

// noScreen says why there is no screen.
func (a *App) noScreen() string {
	switch {
	case !a.isTerminal():
		return "This is not a terminal, so there is no screen."
	case a.Getenv("TERM") == "":
		return "TERM is not set, so that nothing is known of this terminal, and there is no screen: with TERM=xterm-256color there is."
	}
	return "TERM=dumb says that this terminal has no screen."
}

func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "development build"
	}
	return info.Main.Version
}

// wantArgs checks the number of arguments as a matter of usage.
func wantArgs(least, most int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < least || most >= 0 && len(args) > most {
			return usagef("%s wants %s; see %s --help", cmd.CommandPath(), what, cmd.CommandPath())
		}
		return nil
	}
}

// progressWriter is where progress goes: nowhere but a terminal.
func (a *App) progressWriter(quiet bool) io.Writer {
	if quiet || !isatty.IsTerminal(a.Err.Fd()) {
		return io.Discard
	}
	return a.Err
}
