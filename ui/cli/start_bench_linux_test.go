package cli

import (
	"bytes"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// BenchmarkStartToFirstFrame is a whole process on a terminal that answers
// nothing, from its start until the first frame has been written: without a file,
// with one that has yet to be read, and until the customers of that are there.
func BenchmarkStartToFirstFrame(b *testing.B) {
	built, err := program()
	if err != nil {
		b.Fatal(err)
	}
	for _, c := range []struct{ name, file, shown string }{
		{"NoFile", "", "guided tour"},
		{"Sample", "sample:shop", "reading sample:shop"},
		{"SampleRead", "sample:shop", "3,030 customers"},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				untilShown(b, c.shown, built, strings.Fields(c.file)...)
			}
		})
	}
}

// untilShown starts the program on a terminal and waits until that shows a text.
func untilShown(b *testing.B, text, program string, files ...string) {
	master, slave := pty(b)
	defer master.Close()
	cmd := exec.Command(program, append(files, "--no-session")...)
	cmd.Dir = b.TempDir()
	cmd.Env = append(os.Environ(), "TERM=xterm-256color")
	cmd.Stdin, cmd.Stdout, cmd.Stderr = slave, slave, slave
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	slave.Close()
	var seen []byte
	for buf := make([]byte, 1<<16); !bytes.Contains(seen, []byte(text)); {
		n, err := master.Read(buf)
		if err != nil {
			b.Fatalf("the program ended: %q", seen)
		}
		seen = append(seen, buf[:n]...)
	}
	if err := cmd.Process.Kill(); err != nil {
		b.Fatal(err)
	}
	cmd.Wait() // killed
}

// pty is a pseudo-terminal of 120 by 36 cells.
func pty(b *testing.B) (master, slave *os.File) {
	fd, err := unix.Open("/dev/ptmx", unix.O_RDWR|unix.O_CLOEXEC|unix.O_NOCTTY, 0)
	if err != nil {
		b.Skip("no pseudo-terminals here: ", err)
	}
	if err := unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0); err != nil {
		b.Fatal(err)
	}
	number, err := unix.IoctlGetInt(fd, unix.TIOCGPTN)
	if err != nil {
		b.Fatal(err)
	}
	slave, err = os.OpenFile("/dev/pts/"+strconv.Itoa(number), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		b.Skip("no pseudo-terminals here: ", err)
	}
	if err := unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Row: 36, Col: 120}); err != nil {
		b.Fatal(err)
	}
	return os.NewFile(uintptr(fd), "/dev/ptmx"), slave
}
