package cli

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// smallDisk mounts a file system of some kilobytes, or skips where that is not
// allowed.
func smallDisk(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if said, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", dir).CombinedOutput(); err != nil {
		t.Skipf("a small disk cannot be mounted here, as only root may: %v %s", err, said)
	}
	t.Cleanup(func() { exec.Command("umount", dir).Run() })
	return dir
}

// A disk that is full, or may not be written to, leaves the old file and says what
// is the matter.
func TestFaultFullAndReadOnlyDisk(t *testing.T) {
	t.Parallel()
	dir := smallDisk(t)
	check := func(says string) {
		t.Helper()
		for _, flag := range [][]string{{"--out", "out.xlsx"}, {"--out", "out.csv"}, {"--out", "out.json"}, {"--excluded", "excluded.csv"}} {
			path := filepath.Join(dir, flag[1])
			p := spawn(t, nil, "run", "rfm", "sample:shop", "--quiet", "--force", flag[0], path).started(t)
			p.end(t, exitFailed, says)
			if b, err := os.ReadFile(path); err != nil || string(b) != "old" {
				t.Errorf("%s holds %.20q, %v", path, b, err)
			}
			if left := litter(t, dir); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
		}
	}
	for _, name := range []string{"out.xlsx", "out.csv", "out.json", "excluded.csv"} {
		writeFile(t, filepath.Join(dir, name), "old")
	}
	writeFile(t, filepath.Join(dir, "filler"), string(bytes.Repeat([]byte("x"), 40<<10)))
	check("no space left on device; make room")
	if said, err := exec.Command("mount", "-o", "remount,ro", dir).CombinedOutput(); err != nil {
		t.Fatalf("%v %s", err, said)
	}
	check("choose another folder")
}

// A sample that has no room leaves nothing behind, and what was there before.
func TestFaultSampleOnAFullDisk(t *testing.T) {
	t.Parallel()
	dir := smallDisk(t)
	writeFile(t, filepath.Join(dir, "mine"), "mine")
	for _, folder := range []string{dir, filepath.Join(dir, "new")} {
		spawn(t, nil, "sample", folder).started(t).end(t, exitFailed, "no space left on device; make room")
		if left, err := os.ReadDir(dir); err != nil || len(left) != 1 {
			t.Errorf("left behind: %v, %v", left, err)
		}
	}
}

// Without a home, or with one that cannot be written to, nothing is remembered and
// all else goes on.
func TestFaultNoHome(t *testing.T) {
	t.Parallel()
	for _, home := range []string{"", "/proc/none"} {
		env := []string{"HOME=" + home, "XDG_CONFIG_HOME=", "XDG_STATE_HOME=", "XDG_CACHE_HOME="}
		p := spawn(t, env, "run", "rfm", "sample:shop").started(t)
		p.end(t, exitDone, "")
		if !bytes.Contains(p.out.Bytes(), []byte("Champions")) {
			t.Errorf("HOME=%s: %s", home, p.out.String())
		}
	}
}

// Where the clock, the language and the number forms of the machine are odd, files
// are the same to the byte.
func TestFaultOddTimeZoneAndLocale(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	var first []byte
	for i, env := range [][]string{
		{"TZ=UTC", "LC_ALL=C"}, {"TZ=Pacific/Apia", "LC_ALL=tr_TR.UTF-8", "LANG=tr_TR.UTF-8"}, {"TZ=No/Where", "LC_ALL=xx_YY", "LC_NUMERIC=de_DE"},
		{"TZ=:/dev/null", "LC_ALL=", "LANG=ja_JP.SJIS"},
	} {
		out := filepath.Join(dir, string(rune('a'+i))+".xlsx")
		spawn(t, env, "run", "rfm", "sample:shop", "--quiet", "--out", out).started(t).end(t, exitDone, "")
		b, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			first = b
		} else if !bytes.Equal(b, first) {
			t.Errorf("with %v the workbook is another", env)
		}
	}
}
