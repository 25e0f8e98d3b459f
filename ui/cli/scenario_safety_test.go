package cli

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"custseg/model"
	"custseg/model/wording"
	"custseg/ui/tui"
	"custseg/ui/tui/term"
)

// faultVariable makes the test's own program a custseg with a fault: in the
// update loop at the key X, or in a task that reads the sample; or with none.
const faultVariable = "CUSTSEG_TEST_FAULT"

func TestMain(m *testing.M) {
	if fault := os.Getenv(faultVariable); fault != "" {
		os.Exit(faultyMain(fault))
	}
	code := m.Run()
	if programFolder != "" {
		_ = os.RemoveAll(programFolder)
	}
	os.Exit(code)
}

func faultyMain(fault string) int {
	samples := os.DirFS(os.Getenv(faultVariable + "_SAMPLES"))
	if fault == "none" {
		app := App{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv, Samples: samples}
		return app.Main(os.Args[1:])
	}
	if fault == "task" {
		samples = faultyFiles{}
	}
	config := tui.Config{Samples: samples, Printer: wording.English(), Out: os.Stdout,
		Prepare: func(r model.Recipe) (model.Recipe, error) { return r, nil }, Term: term.Detect(os.Getenv, term.Flags{})}
	ctx := context.Background()
	_, err := term.Run(ctx, faulty{tui.New(ctx, config)}, config.Term, nil, os.Stdout)
	if err != nil {
		fmt.Fprintln(os.Stderr, "custseg:", err)
		return exitFailed
	}
	return exitDone
}

// faulty is the terminal UI with a fault at the key X.
type faulty struct{ tea.Model }

func (f faulty) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if k, ok := msg.(tea.KeyMsg); ok && k.String() == "X" {
		var none []string
		fmt.Println(none[len(k.String())])
	}
	next, cmd := f.Model.Update(msg)
	return faulty{next}, cmd
}

// faultyFiles are files on which reading panics.
type faultyFiles struct{}

func (faultyFiles) Open(string) (fs.File, error) { panic("Ms Customer, 5 Private Road") }

// faultyScenario starts the program with a fault in a terminal.
func faultyScenario(t *testing.T, fault string) *terminal {
	t.Helper()
	s := newTerminal(t)
	samples, err := filepath.Abs("../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	s.start(90, 24, fmt.Sprintf("echo before; %s=%s %s_SAMPLES=%s %s; echo exit $?; stty -a | tr ' ' '\\n' | grep -x 'echo;*'; exec cat",
		faultVariable, fault, faultVariable, samples, os.Args[0]))
	return s
}

// After a panic the terminal is as it was, the error names the crash log, and the
// log is in the folder of state.
func TestScenarioPanicGivesTheTerminalBack(t *testing.T) {
	t.Parallel()
	s := faultyScenario(t, "update")
	s.until("sample:shop")
	s.keys("X")
	s.until(`before[\s\S]*custseg failed inside[\s\S]*exit 1\s+echo`)
	logs, err := filepath.Glob(filepath.Join(s.own, "custseg", "custseg-crash-*.log"))
	if err != nil || len(logs) != 1 {
		t.Fatalf("crash logs %v, %v", logs, err)
	}
	if text := strings.ReplaceAll(s.screen(), "\n", ""); !strings.Contains(text, filepath.Base(logs[0])) {
		t.Errorf("the log %s is not named:\n%s", logs[0], s.screen())
	}
	if flag := strings.TrimSpace(s.must("display-message", "-p", "#{alternate_on}#{mouse_any_flag}")); flag != "00" {
		t.Errorf("alternate screen and mouse are %s", flag)
	}
}

// A panic in a task is told, and the program goes on.
func TestScenarioPanicInATaskIsTold(t *testing.T) {
	t.Parallel()
	s := faultyScenario(t, "task")
	s.until("sample:shop")
	s.keys("Enter")
	s.until(`Could not be opened[\s\S]*custseg failed inside`)
	logs, err := filepath.Glob(filepath.Join(s.own, "custseg", "custseg-crash-*.log"))
	if err != nil || len(logs) == 0 {
		t.Fatalf("no crash log: %v", err)
	}
	log, err := os.ReadFile(logs[0])
	if err != nil || strings.Contains(string(log), "Private Road") || strings.Contains(s.screen(), "Private Road") {
		t.Errorf("%v: the log or the screen tells customer data", err)
	}
	s.keys("Q")
	s.until("exit 0")
}

// ctrl-z gives the terminal to the shell, fg comes back to the same place.
func TestScenarioSuspendAndComeBack(t *testing.T) {
	t.Parallel()
	s := newTerminal(t)
	program := s.build()
	s.start(90, 24, "exec bash --norc -i")
	s.keys(program+" sample:shop", "Enter")
	s.until("1 DATA")
	s.keys("3")
	s.until("3 METHOD")
	s.keys("C-z")
	s.until(`Stopped`)
	if s.mouseTaken() {
		t.Error("the shell has the mouse taken from it")
	}
	s.keys("fg", "Enter")
	s.until("3 METHOD[\\s\\S]*RFM")
	s.untilMouseTaken()
	s.keys("Enter")
	s.until("Champions")
}

// Where no shell holds the program, ctrl-z cannot stop it: the screen comes back
// and is as good as before.
func TestScenarioSuspendWhereNoShellHoldsIt(t *testing.T) {
	t.Parallel()
	s := newTerminal(t)
	s.start(90, 24, "exec "+s.build()+" sample:shop")
	s.until("1 DATA")
	s.keys("3")
	s.until("3 METHOD[\\s\\S]*RFM")
	for range 2 {
		s.keys("C-z")
		s.until("3 METHOD[\\s\\S]*RFM[\\s\\S]*No shell holds custseg")
		s.untilMouseTaken()
		s.keys("Down", "Up") // what was said has been read
		s.until("3 METHOD[\\s\\S]*RFM[\\s\\S]*\\? help")
	}
	s.keys("Enter")
	s.until("Champions")
}

// mouseTaken reports whether the program has the mouse.
func (s *terminal) mouseTaken() bool {
	s.t.Helper()
	return strings.TrimSpace(s.must("display-message", "-p", "#{mouse_any_flag}")) == "1"
}

func (s *terminal) untilMouseTaken() {
	s.t.Helper()
	for end := time.Now().Add(time.Minute); !s.mouseTaken(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			s.t.Fatal("the mouse is not taken again")
		}
	}
}

// A session is resumed in another run of the program.
func TestScenarioResume(t *testing.T) {
	t.Parallel()
	s := newTerminal(t)
	program := s.build()
	s.start(100, 30, fmt.Sprintf("%s sample:shop; %s --resume; echo exit $?; exec cat", program, program))
	s.until("1 DATA")
	s.keys("3", "Enter")
	s.until("Champions")
	s.keys("BTab", "Left")
	s.until("u undoes bins 4")
	s.keys("Tab", "Enter")
	s.until("› Champions")
	s.keys("Q")
	s.until("› Champions[\\s\\S]*nearest[\\s\\S]*Resumed: ")
	s.keys("Escape")
	s.until(`• bins +◂ 4 ▸`)
	s.keys("Q")
	s.until("exit 0")
}

// A session that cannot be kept is told of behind the screen, however soon one
// quits.
func TestScenarioUnkeptSessionIsTold(t *testing.T) {
	t.Parallel()
	s := scenario(t, 100, 30, []string{"XDG_STATE_HOME=/dev/null/state"}, "sample:shop")
	s.until("1 DATA")
	s.keys("Q")
	s.until(`custseg: The session is not kept for --resume: /dev/null/state/custseg[\s\S]*XDG_STATE_HOME[\s\S]*exit 0`)
}

// tuned is a terminal with the sample segmented and one parameter changed.
func tuned(t *testing.T) *terminal {
	t.Helper()
	s := scenario(t, 90, 24, nil, "sample:shop")
	s.until("1 DATA")
	s.keys("3", "Enter")
	s.until("Champions")
	s.keys("BTab", "Left")
	s.until("u undoes bins 4")
	return s
}

// goesOn resumes in another terminal the session of one that [tuned] made.
func (s *terminal) goesOn() {
	s.t.Helper()
	again := newTerminal(s.t)
	again.own = s.own
	again.start(90, 24, again.build()+" --resume; echo exit $?; exec cat")
	again.until(`• bins +◂ 4 ▸[\s\S]*Resumed: `)
	again.keys("Q")
	again.until("exit 0")
}

// A terminal that is closed ends the program, which keeps the session for
// --resume.
func TestScenarioTerminalClosed(t *testing.T) {
	t.Parallel()
	s := tuned(t)
	s.stop()
	if out, err := exec.Command("pgrep", "-f", filepath.Dir(s.dir)).Output(); err == nil {
		t.Fatalf("the program is still there without its terminal: %s", out)
	}
	s.goesOn()
}

// A program that is killed, which nobody can answer, is resumed where it was a
// moment before.
func TestScenarioKilledGoesOn(t *testing.T) {
	t.Parallel()
	s := tuned(t)
	kept := filepath.Join(s.own, "custseg", "sessions.json")
	for end := time.Now().Add(time.Minute); ; time.Sleep(20 * time.Millisecond) {
		if b, err := os.ReadFile(kept); err == nil && strings.Contains(string(b), `"bins": 4`) {
			break
		} else if time.Now().After(end) {
			t.Fatalf("the session is not kept: %v %s", err, b)
		}
	}
	pid := strings.TrimSpace(s.must("list-panes", "-F", "#{pane_pid}"))
	if out, err := exec.Command("pkill", "-KILL", "-P", pid, "custseg").CombinedOutput(); err != nil {
		t.Skipf("no pkill: %v %s", err, out)
	}
	s.stop()
	s.goesOn()
}

func TestTheTourNeedsATerminal(t *testing.T) {
	if o := custseg(t, "tour"); o.code != exitUsage || !strings.Contains(o.err, "not a terminal") {
		t.Errorf("exit %d: %s", o.code, o.err)
	}
	if o := custseg(t, "--resume", "a.csv"); o.code != exitUsage || !strings.Contains(o.err, "name none") {
		t.Errorf("exit %d: %s", o.code, o.err)
	}
	if o := custseg(t, "--resume"); o.code != exitUsage || !strings.Contains(o.err, "--recipe") {
		t.Errorf("exit %d: %s", o.code, o.err)
	}
}
