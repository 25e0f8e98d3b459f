package term_test

import (
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// A program that imports term must start without asking the terminal anything:
// bubbletea's init would ask for the background colour and wait five seconds
// for a terminal that stays silent. The program is this test binary, run for no
// test, on a pseudo-terminal that never answers.
func TestStartAsksTheTerminalNothing(t *testing.T) {
	master, slave := openPTY(t)
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	cmd.Stdin, cmd.Stdout, cmd.Stderr = slave, slave, slave
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	for _, kv := range os.Environ() {
		// What keeps bubbletea from asking at all would prove nothing.
		if k, _, _ := strings.Cut(kv, "="); k != "TERM" && k != "CI" && k != "COLORFGBG" {
			cmd.Env = append(cmd.Env, kv)
		}
	}
	cmd.Env = append(cmd.Env, "TERM=xterm-256color")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	slave.Close()
	var said strings.Builder
	for buf := make([]byte, 4096); ; {
		n, err := master.Read(buf)
		said.Write(buf[:n])
		if err != nil { // EIO once the program has ended
			break
		}
	}
	if err := cmd.Wait(); err != nil {
		t.Fatalf("%v: %q", err, said.String())
	}
	if !strings.Contains(said.String(), "PASS") {
		t.Errorf("the program did not run: %q", said.String())
	}
	if strings.Contains(said.String(), "\x1b") {
		t.Errorf("the terminal was asked: %q", said.String())
	}
}

func openPTY(t *testing.T) (master, slave *os.File) {
	t.Helper()
	fd, err := unix.Open("/dev/ptmx", unix.O_RDWR|unix.O_CLOEXEC|unix.O_NOCTTY, 0)
	if err != nil {
		t.Skip("no pseudo-terminals here: ", err)
	}
	master = os.NewFile(uintptr(fd), "/dev/ptmx")
	t.Cleanup(func() { master.Close() })
	if err := unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0); err != nil {
		t.Fatal(err)
	}
	n, err := unix.IoctlGetInt(fd, unix.TIOCGPTN)
	if err != nil {
		t.Fatal(err)
	}
	slave, err = os.OpenFile("/dev/pts/"+strconv.Itoa(n), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	return master, slave
}
