package cli

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// process is a custseg of its own, which can be killed.
type process struct {
	*exec.Cmd
	out, err bytes.Buffer
}

// spawn prepares a run of the program with more environment than the test's. The
// program is the test's own.
func spawn(t *testing.T, env []string, args ...string) *process {
	t.Helper()
	samples, err := filepath.Abs("../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	p := &process{Cmd: exec.CommandContext(t.Context(), os.Args[0], args...)}
	p.Env = append(os.Environ(), append([]string{faultVariable + "=none", faultVariable + "_SAMPLES=" + samples, "GOGC=100"}, env...)...)
	p.Stdout, p.Stderr = &p.out, &p.err
	return p
}

// end waits for a process that was started, and fails unless it ended with a code
// and said something; -1 is the code of one that was killed.
func (p *process) end(t *testing.T, code int, says string) {
	t.Helper()
	var ended *exec.ExitError
	if err := p.Wait(); err != nil && !errors.As(err, &ended) {
		t.Fatal(err)
	}
	if got := p.ProcessState.ExitCode(); got != code || !strings.Contains(p.err.String(), says) || strings.Contains(p.err.String(), "goroutine") {
		t.Errorf("%v: exit %d, want %d and %q: %s", p.Args[1:], got, code, says, p.err.String())
	}
}

func (p *process) started(t *testing.T) *process {
	t.Helper()
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	return p
}

// litter are the half files in a folder.
func litter(t *testing.T, folder string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(folder, ".*.custseg-*"))
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// longOrders is a file whose workbook takes a while to write.
func longOrders(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("customer_id,order_id,order_date,amount\n")
	for i := range 80_000 {
		fmt.Fprintf(&b, "C%d,%d,2024-%02d-%02d,%d\n", i%60_000, i, i%12+1, i%28+1, i*7%113)
	}
	return write(t, "orders.csv", b.String())
}

// A signal in the middle of an export leaves the old file, and no half one; kill,
// which nobody can answer, leaves a half file that the next export removes.
func TestFaultSignalsDuringExport(t *testing.T) {
	t.Parallel()
	orders := longOrders(t)
	for signal, code := range map[syscall.Signal]int{syscall.SIGTERM: exitFailed, syscall.SIGHUP: exitFailed, syscall.SIGQUIT: exitFailed, syscall.SIGKILL: -1} {
		t.Run(signal.String(), func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			out := filepath.Join(dir, "out.xlsx")
			writeFile(t, out, "old")
			p := spawn(t, nil, "run", "rfm", orders, "--quiet", "--force", "--out", out).started(t)
			for len(litter(t, dir)) == 0 {
				time.Sleep(time.Millisecond)
			}
			if err := p.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			p.end(t, code, map[bool]string{true: "stopped"}[code == exitFailed])
			if b, err := os.ReadFile(out); err != nil || string(b) != "old" {
				t.Errorf("the old file holds %.20q, %v", b, err)
			}
			left := litter(t, dir)
			if (len(left) > 0) != (signal == syscall.SIGKILL) || len(left) > 0 && !strings.HasPrefix(filepath.Base(left[0]), ".out.xlsx.custseg-") {
				t.Errorf("left behind: %v", left)
			}
			spawn(t, nil, "run", "rfm", "sample:shop", "--quiet", "--force", "--out", out).started(t).end(t, exitDone, "")
			if left := litter(t, dir); len(left) > 0 || !strings.Contains(bookPart(t, out, "xl/workbook.xml"), "Summary") {
				t.Errorf("after the next export: %v", left)
			}
		})
	}
}

// A signal ends a run that reads a pipe to which nothing comes.
func TestFaultSignalsDuringLoad(t *testing.T) {
	t.Parallel()
	for _, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT} {
		dir := t.TempDir()
		p := spawn(t, nil, "run", "rfm", "-", "--out", filepath.Join(dir, "out.csv"))
		in, err := p.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		p.started(t)
		if _, err := in.Write([]byte(manyOrders(2000))); err != nil { // more than a pipe holds: the program reads
			t.Fatal(err)
		}
		if err := p.Process.Signal(signal); err != nil {
			t.Fatal(err)
		}
		p.end(t, exitFailed, "stopped; nothing was left half-written")
		in.Close()
		if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
			t.Errorf("left behind: %v, %v", left, err)
		}
	}
}

// Of two programs that write the same file at once one at least succeeds, the
// other does or says that the file is there, and the file is whole.
func TestFaultTwoWriteTheSameFile(t *testing.T) {
	t.Parallel()
	for _, force := range []bool{true, false} {
		dir := t.TempDir()
		out := filepath.Join(dir, "out.xlsx")
		args := []string{"run", "rfm", "sample:shop", "--quiet", "--out", out, fmt.Sprintf("--force=%v", force)}
		first, second := spawn(t, nil, args...).started(t), spawn(t, nil, args...).started(t)
		failures := 0
		for _, p := range []*process{first, second} {
			if p.Wait() != nil {
				failures++
				if !strings.Contains(p.err.String(), "--force") {
					t.Error(p.err.String())
				}
			}
		}
		if force && failures != 0 || !force && failures != 1 {
			t.Errorf("force %v: %d failed", force, failures)
		}
		if left, err := os.ReadDir(dir); err != nil || len(left) != 1 || !strings.Contains(bookPart(t, out, "xl/workbook.xml"), "Summary") {
			t.Errorf("left behind: %v, %v", left, err)
		}
	}
}

// Without standard input or with an output that is full the program says so.
func TestFaultClosedAndFullStreams(t *testing.T) {
	t.Parallel()
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip("there is no /dev/full")
	}
	for _, c := range []struct {
		streams, args string
		code          int
		says          string
	}{
		{"<&-", "run rfm -", exitFailed, "empty"},
		{"<&-", "run rfm sample:shop", exitDone, ""},
		{"<&-", "sample:shop", exitDone, ""},
		{">/dev/full", "run rfm sample:shop", exitFailed, "no space left"},
		{">/dev/full", "run rfm sample:shop --json", exitFailed, "no space left"},
		{">/dev/full", "profile sample:shop", exitFailed, "no space left"},
		{">/dev/full", "methods rfm", exitFailed, "no space left"},
		{">/dev/full", "sample:shop", exitFailed, "no space left"},
		{">/dev/full", "--help", exitFailed, "no space left"},
		{">/dev/full", "run --help", exitFailed, "no space left"},
		{">/dev/full", "--version", exitFailed, "no space left"},
	} {
		p := spawn(t, nil)
		p.Path, p.Args = "/bin/sh", []string{"sh", "-c", os.Args[0] + " " + c.args + " " + c.streams}
		p.started(t).end(t, c.code, c.says)
	}
}
