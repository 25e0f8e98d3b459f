package term_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"custseg/model/parallel"
	"custseg/ui/tui/term"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/mattn/go-runewidth"
)

const secret = "Ms Customer, 5 Private Road"

// failing panics where it is told to and keeps the crash it is sent.
type failing struct {
	where string
	crash *term.Crash
	after bool // a message arrived after the crash
}

type poke struct{}

func (m *failing) Init() tea.Cmd {
	m.fail("init")
	fail := func() tea.Msg { panic(fmt.Errorf("cannot use %s", secret)) }
	switch m.where {
	case "cmd":
		return fail
	case "batch":
		return tea.Batch(func() tea.Msg { return nil }, tea.Batch(nil, fail))
	case "sequence":
		return tea.Sequence(func() tea.Msg { return nil }, fail)
	}
	return func() tea.Msg { return poke{} }
}

func (m *failing) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case *term.Crash:
		m.crash = msg
		return m, func() tea.Msg { return poke{} }
	case poke:
		if m.crash != nil || m.where == "" {
			m.after = true
			return m, tea.Quit
		}
		m.fail("update")
	}
	return m, nil
}

func (m *failing) View() string {
	m.fail("view")
	return "view"
}

func (m *failing) fail(where string) {
	if m.where == where {
		var row []string
		_ = row[len(secret)]
	}
}

func run(t *testing.T, where string) (*failing, string, error) {
	t.Helper()
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	var out bytes.Buffer
	m := &failing{where: where}
	last, err := term.Run(context.Background(), m, term.Options{Mouse: true}, strings.NewReader(""), &out)
	if last != tea.Model(m) {
		t.Errorf("Run returned another model: %T", last)
	}
	return m, out.String(), err
}

func TestRun(t *testing.T) {
	runewidth.DefaultCondition.EastAsianWidth = true
	m, out, err := run(t, "")
	if err != nil || !m.after {
		t.Fatalf("err %v, model %+v", err, m)
	}
	for _, seq := range []string{"\x1b[?1049h", "\x1b[?1002h", "\x1b[?1049l", "\x1b[?1002l"} {
		if !strings.Contains(out, seq) {
			t.Errorf("the output lacks %q", seq)
		}
	}
	if runewidth.DefaultCondition.EastAsianWidth {
		t.Error("ambiguous characters are still wide for runewidth")
	}
}

func TestRunEndsWithContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := term.Run(ctx, &failing{}, term.Options{}, strings.NewReader(""), io.Discard)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("err %v", err)
	}
}

func TestPanicInModel(t *testing.T) {
	for _, where := range []string{"init", "update", "view"} {
		t.Run(where, func(t *testing.T) {
			_, out, err := run(t, where)
			var crash *term.Crash
			if !errors.As(err, &crash) {
				t.Fatalf("err %v, want a crash", err)
			}
			if !strings.Contains(err.Error(), crash.Log) || !strings.Contains(err.Error(), "index out of range") {
				t.Errorf("error %q does not say enough", err)
			}
			if log := readLog(t, crash); !strings.Contains(log, "(*failing).fail") {
				t.Errorf("the place of the panic is not in the log:\n%s", log)
			}
			if !strings.HasSuffix(out, "\x1b[?25h") && !strings.Contains(out, "\x1b[?1049l") {
				t.Errorf("the screen is not given back: %q", out)
			}
		})
	}
}

func TestPanicInCommand(t *testing.T) {
	for _, where := range []string{"cmd", "batch", "sequence"} {
		t.Run(where, func(t *testing.T) {
			m, _, err := run(t, where)
			if err != nil || m.crash == nil || !m.after {
				t.Fatalf("err %v, model %+v", err, m)
			}
			log := readLog(t, m.crash)
			if !strings.Contains(log, "(*failing).Init") {
				t.Errorf("the place of the panic is not in the log:\n%s", log)
			}
			if strings.Contains(log+m.crash.Error(), secret) {
				t.Errorf("customer data in the crash: %v\n%s", m.crash, log)
			}
		})
	}
}

// quitting sends its own process SIGQUIT once it is on the screen.
type quitting struct{ failing }

func (m *quitting) Init() tea.Cmd {
	return func() tea.Msg {
		p, err := os.FindProcess(os.Getpid())
		if err == nil {
			err = p.Signal(syscall.SIGQUIT)
		}
		return err
	}
}

func (m *quitting) Update(tea.Msg) (tea.Model, tea.Cmd) { return m, nil }

func TestQuitSignalGivesTheScreenBack(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no SIGQUIT there")
	}
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	var out bytes.Buffer
	_, err := term.Run(context.Background(), &quitting{}, term.Options{}, strings.NewReader(""), &out)
	var crash *term.Crash
	if !errors.As(err, &crash) || !strings.Contains(err.Error(), crash.Log) {
		t.Fatalf("err %v, want a crash", err)
	}
	if log := readLog(t, crash); strings.Count(log, "goroutine ") < 3 || !strings.Contains(log, "TestQuitSignal") {
		t.Errorf("the log lacks goroutines:\n%s", log)
	}
	if !strings.Contains(out.String(), "\x1b[?1049l") {
		t.Errorf("the screen is not given back: %q", out.String())
	}
}

func TestSafeOfNothing(t *testing.T) {
	if term.Safe(nil) != nil {
		t.Error("no command became one")
	}
	if got := term.Safe(func() tea.Msg { return poke{} })(); got != tea.Msg(poke{}) {
		t.Errorf("the message became %v", got)
	}
}

func TestCrashLogFallsBackToTemp(t *testing.T) {
	blocked := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	tmp := t.TempDir()
	t.Setenv("XDG_STATE_HOME", blocked)
	t.Setenv("HOME", blocked)
	t.Setenv("TMPDIR", tmp)
	crash := term.Safe(func() tea.Msg { panic("x") })().(*term.Crash)
	if filepath.Dir(crash.Log) != tmp {
		t.Errorf("log at %q, want it in %q", crash.Log, tmp)
	}
	t.Setenv("TMPDIR", blocked)
	crash = term.Safe(func() tea.Msg { panic("x") })().(*term.Crash)
	if crash.Log != "" || !strings.Contains(crash.Error(), "no crash log") {
		t.Errorf("crash %v with log %q", crash, crash.Log)
	}
}

func readLog(t *testing.T, c *term.Crash) string {
	t.Helper()
	b, err := os.ReadFile(c.Log)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestGuardCatchesWorkers(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	err := term.Guard(func() error {
		var g parallel.Group
		g.Go(func() { panic(fmt.Errorf("cannot use %s", secret)) })
		g.Wait()
		return nil
	})
	var crash *term.Crash
	if !errors.As(err, &crash) || strings.Contains(err.Error(), secret) {
		t.Fatalf("error %v", err)
	}
	log, err := os.ReadFile(crash.Log)
	if err != nil || !strings.Contains(string(log), "run_test.go") || strings.Contains(string(log), secret) {
		t.Errorf("%v, log %s", err, log)
	}
}
