package cli

import (
	"archive/zip"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// terminal is a real terminal, of tmux, with the program in it.
type terminal struct {
	t      *testing.T
	socket string
	dir    string // the program's working directory
	own    string // for presets, sessions and crash logs
}

// scenario starts custseg in a terminal of a size, or skips where there is no
// tmux and none is required.
func scenario(t *testing.T, w, h int, env []string, args string) *terminal {
	t.Helper()
	s := newTerminal(t)
	s.start(w, h, fmt.Sprintf("%s %s %s; echo exit $?; exec cat", strings.Join(env, " "), s.build(), args))
	return s
}

// newTerminal makes a terminal that has yet to be started.
func newTerminal(t *testing.T) *terminal {
	t.Helper()
	if _, err := exec.LookPath("tmux"); err != nil {
		if os.Getenv("CUSTSEG_SCENARIOS") == "required" {
			t.Fatal("tmux is needed")
		}
		t.Skip("no tmux")
	}
	return &terminal{t: t, socket: filepath.Join(t.TempDir(), "s"), dir: t.TempDir(), own: t.TempDir()}
}

// build makes the program and returns a path of the test's own to it.
func (s *terminal) build() string {
	s.t.Helper()
	built, err := program()
	if err != nil {
		s.t.Fatal(err)
	}
	own := filepath.Join(s.t.TempDir(), "custseg") // by which its processes are found
	if err := os.Symlink(built, own); err != nil {
		s.t.Fatal(err)
	}
	return own
}

// program makes the program once for all tests, in a folder that [TestMain]
// removes.
var program = sync.OnceValues(func() (string, error) {
	var err error
	if programFolder, err = os.MkdirTemp("", "custseg-test-"); err != nil {
		return "", err
	}
	path := filepath.Join(programFolder, "custseg")
	if out, err := exec.Command("go", "build", "-o", path, "custseg").CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w: %s", err, out)
	}
	return path, nil
})

// programFolder is where the program was made, empty while no test asked for it.
var programFolder string

// start runs a shell's command in the terminal, with the environment that
// programs of tests have.
func (s *terminal) start(w, h int, command string) {
	s.t.Helper()
	s.t.Cleanup(s.stop)
	s.must("-f", "/dev/null", "new-session", "-d", "-x", fmt.Sprint(w), "-y", fmt.Sprint(h), "sh", "-c",
		fmt.Sprintf("cd %s && unset CI NO_COLOR && export LC_ALL=C.UTF-8 XDG_CONFIG_HOME=%s XDG_STATE_HOME=%s && %s", s.dir, s.own, s.own, command))
}

// stop closes the terminal and waits for the programs in it, which write what
// they remember before they end: their folders are about to be removed.
func (s *terminal) stop() {
	s.tmux("kill-server")
	folders := filepath.Dir(s.dir)
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if exec.Command("pgrep", "-f", folders).Run() != nil { // none, or no pgrep
			return
		}
	}
}

func (s *terminal) tmux(args ...string) (string, error) {
	out, err := exec.Command("tmux", append([]string{"-S", s.socket}, args...)...).CombinedOutput()
	return string(out), err
}

func (s *terminal) must(args ...string) string {
	s.t.Helper()
	out, err := s.tmux(args...)
	if err != nil {
		s.t.Fatalf("tmux %v: %v %s", args, err, out)
	}
	return out
}

func (s *terminal) screen() string { return s.must("capture-pane", "-p") }

// keys types keys by tmux's names.
func (s *terminal) keys(names ...string) {
	s.t.Helper()
	s.must(append([]string{"send-keys"}, names...)...)
}

// until waits for the screen to match, and fails with what it shows.
func (s *terminal) until(pattern string) {
	s.t.Helper()
	re := regexp.MustCompile(pattern)
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if re.MatchString(s.screen()) {
			return
		}
	}
	s.t.Fatalf("the screen never showed %s:\n%s", pattern, s.screen())
}

func TestScenarioFromStartToWorkbook(t *testing.T) {
	t.Parallel()
	s := scenario(t, 100, 30, nil, "")
	s.until("sample:shop")
	s.keys("Enter")
	s.until(`1 DATA[\s\S]*orders`)
	s.keys("3")
	s.until("3 METHOD[\\s\\S]*RFM")
	s.keys("Enter")
	s.until("4 SEGMENTS[\\s\\S]*Champions")
	s.keys("BTab", "Left") // bins 4
	s.until("u undoes bins 4")
	s.keys("Tab", "Enter")
	s.until("What sets them apart|Apart \\(1-")
	s.keys("Escape")
	s.until("4 SEGMENTS")
	s.keys("6")
	s.until("6 EXPORT")
	s.keys("C-s")
	s.until(`written|Written`)
	books, err := filepath.Glob(filepath.Join(s.dir, "*.xlsx"))
	if err != nil || len(books) != 1 {
		t.Fatalf("workbooks: %v %v", books, err)
	}
	book, err := zip.OpenReader(books[0])
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if _, err := book.Open("xl/workbook.xml"); err != nil {
		t.Error(err)
	}
	s.keys("Q")
	s.until("exit 0")
}

func TestScenarioHeldKeysAllArrive(t *testing.T) {
	t.Parallel()
	file := write(t, "orders.csv", manyOrders(50))
	s := scenario(t, 80, 24, nil, file)
	s.until("1 DATA")
	s.keys("3", "Enter")
	s.until("Champions")
	s.keys("Enter")
	s.until("What sets them apart|Apart \\(1-")
	s.keys("Escape", "v", "v") // a chart has the focus
	s.until("chart 3 of")
	s.keys("BTab")
	s.keys("-N", "4", "j")
	s.until(`▶■E`)
}

// manyOrders is orders of so many customers, with names that drive terminals.
func manyOrders(n int) string {
	var b strings.Builder
	b.WriteString("customer_id,customer_name,order_date,amount\n")
	for i := range 6 * n {
		fmt.Fprintf(&b, "C%d,\x1b[2J王小明 ｱﾊﾟｰﾄ,2024-%02d-%02d,%d\n", i%n*i%n, i%12+1, i%28+1, i*7%113)
	}
	return b.String()
}

func TestScenarioWithoutColourKeepsItsCursor(t *testing.T) {
	t.Parallel()
	file := write(t, "注文.csv", manyOrders(40))
	s := scenario(t, 80, 24, []string{"NO_COLOR=1"}, file)
	s.until("1 DATA[\\s\\S]*注文")
	s.keys("3", "Enter")
	s.until("Champions")
	s.keys("Enter")
	s.until("What sets them apart|Apart \\(1-")
	s.keys("P")
	s.until("王小明 ｱパｰﾄ")
	styled := s.must("capture-pane", "-p", "-e")
	if !regexp.MustCompile(`\x1b\[([0-9]+;)*7[;m]`).MatchString(styled) {
		t.Error("the cursor is not in reverse video")
	}
	if regexp.MustCompile(`\x1b\[[0-9;]*(3[0-7]|38;)[0-9;]*m`).MatchString(styled) {
		t.Errorf("there is colour: %q", styled)
	}
	if lines := strings.Split(strings.TrimRight(s.screen(), "\n"), "\n"); !strings.HasPrefix(lines[0], " custseg") || len(lines) != 24 {
		t.Errorf("the screen slipped:\n%s", s.screen())
	}
}

func TestScenarioResizeAndTooSmall(t *testing.T) {
	t.Parallel()
	s := scenario(t, 120, 36, nil, "sample:shop")
	s.until("1 DATA")
	s.keys("3", "Enter")
	s.until("Champions")
	s.must("resize-window", "-x", "50", "-y", "10")
	s.until("Too small")
	s.must("resize-window", "-x", "1", "-y", "1")
	s.keys("Down", "Up")
	s.until(`^…\s*$`)
	s.must("resize-window", "-x", "60", "-y", "16")
	s.until("Champions")
	s.must("resize-window", "-x", "200", "-y", "50")
	s.until("Champions[\\s\\S]*recency and frequency")
	s.keys("C-c")
	s.until("exit 0")
}

func TestScenarioVersionDoesNotWaitForTheTerminal(t *testing.T) {
	t.Parallel()
	s := scenario(t, 80, 24, []string{"TERM=xterm-256color"}, "--version")
	s.until("custseg development build\\s+exit 0|custseg v[^ ]*\\s+exit 0")
}

func TestScenarioBadFileLeavesTheTerminalUsable(t *testing.T) {
	t.Parallel()
	s := scenario(t, 80, 24, nil, "missing.csv")
	s.until("missing.csv")
	s.keys("Q")
	s.until("exit 0")
}

// Of a terminal that nothing is known of no screen is expected.
func TestScenarioUnknownTerminalGetsAReport(t *testing.T) {
	t.Parallel()
	for env, why := range map[string]string{"TERM=": "TERM is not set", "TERM=dumb": "TERM=dumb says"} {
		s := scenario(t, 100, 40, []string{env}, "sample:shop")
		s.until(why + `[\s\S]*exit 0`)
	}
}

func TestScenarioSignalEndsTheProgram(t *testing.T) {
	t.Parallel()
	s := scenario(t, 80, 24, nil, "sample:shop")
	s.until("1 DATA")
	s.keys("3", "Enter")
	s.until("Champions")
	pid := s.must("list-panes", "-F", "#{pane_pid}")
	if out, err := exec.Command("pkill", "-TERM", "-P", strings.TrimSpace(pid), "custseg").CombinedOutput(); err != nil {
		t.Skipf("no pkill: %v %s", err, out)
	}
	s.until("stopped; nothing was left half-written[\\s\\S]*exit 1")
}
