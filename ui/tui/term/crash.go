package term

import (
	"fmt"
	"os"
	"reflect"
	"runtime"
	"runtime/debug"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"custseg/model/parallel"
	"custseg/ui/tui/store"
)

// Crash is a panic that was caught, or the signal to quit and dump. It is the error that [Run] returns and the
// message that a command from [Safe] sends.
type Crash struct {
	Cause string // what went wrong, without the customer data a panic may carry
	Log   string // path of the file with the stack, empty when none could be written

	quit bool // by a signal, not a panic
}

// Error implements error.
func (c *Crash) Error() string {
	switch {
	case c.quit && c.Log != "":
		return fmt.Sprintf("quit by %s; what it was doing is in the crash log %s", c.Cause, c.Log)
	case c.quit:
		return fmt.Sprintf("quit by %s; no crash log could be written", c.Cause)
	case c.Log == "":
		return fmt.Sprintf("custseg failed inside (%s); no crash log could be written", c.Cause)
	}
	return fmt.Sprintf("custseg failed inside (%s); please report it with the crash log %s", c.Cause, c.Log)
}

// Safe wraps a command so that a panic in it becomes a [*Crash] message, with
// its stack in a file, and the program goes on. [Run] wraps every command of
// its model; wrap what is run elsewhere.
func Safe(cmd func() tea.Msg) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				msg = newCrash(r)
			}
		}()
		return safeParts(cmd())
	}
}

// Guard returns the error of some work, or a [*Crash] when it panics, with its
// stack in a file.
func Guard(work func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = newCrash(r)
		}
	}()
	return work()
}

// safeParts wraps the commands inside a batch or a sequence, in place. Bubble
// Tea does not export the type of a sequence, so it is known by its shape.
func safeParts(msg tea.Msg) tea.Msg {
	v := reflect.ValueOf(msg)
	if v.Kind() != reflect.Slice || v.Type().Elem() != reflect.TypeFor[tea.Cmd]() {
		return msg
	}
	for i := range v.Len() {
		v.Index(i).Set(reflect.ValueOf(Safe(v.Index(i).Interface().(tea.Cmd))))
	}
	return msg
}

// newCrash records a recovered panic. It is called in the deferred function,
// where the stack still shows the place of the panic.
func newCrash(recovered any) *Crash {
	stack := debug.Stack()
	if f, ok := recovered.(*parallel.Fault); ok { // of a goroutine that worked for this one
		recovered, stack = f.Value, slices.Concat(f.Stack, []byte("\ncalled from\n"), stack)
	}
	c := &Crash{Cause: cause(recovered)}
	c.Log = writeLog(fmt.Sprintf("custseg crash: %s\n%s %s/%s\n\n%s",
		c.Cause, runtime.Version(), runtime.GOOS, runtime.GOARCH, stack))
	return c
}

// cause describes a panic by what the Go runtime says of it, and any other
// value by its type only: its text may quote a customer's data.
func cause(recovered any) string {
	if err, ok := recovered.(runtime.Error); ok {
		return err.Error()
	}
	return fmt.Sprintf("panic with a %T", recovered)
}

// writeLog writes a crash log to the user's folder of state or else to the
// temporary one, and returns its path, empty when neither can be written.
func writeLog(text string) string {
	for _, dir := range []string{store.FoldersOf(os.Getenv).State, os.TempDir()} {
		if dir == "" {
			continue
		}
		if path, err := writeTemp(dir, text); err == nil {
			return path
		}
	}
	return ""
}

func writeTemp(dir, text string) (string, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	f, err := os.CreateTemp(dir, "custseg-crash-*.log")
	if err != nil {
		return "", err
	}
	_, err = f.WriteString(text)
	if e := f.Close(); err == nil {
		err = e
	}
	return f.Name(), err
}
