package term

import (
	"os"
	"path/filepath"
	"testing"
)

func TestTerminalsKnownToTakeOSC52(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want bool
	}{
		{map[string]string{"TERM": "xterm-kitty"}, true},
		{map[string]string{"TERM": "xterm-256color", "WT_SESSION": "x"}, true},
		{map[string]string{"TERM": "xterm-256color"}, false},
		{map[string]string{"TERM": "xterm-kitty", "TMUX": "/tmp/tmux"}, false},
	} {
		if got := takesOSC52(func(k string) string { return c.env[k] }); got != c.want {
			t.Errorf("%v: %v", c.env, got)
		}
	}
}

func TestClipTakesAToolOrElseAFile(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("PATH", folder)
	t.Setenv("XDG_CACHE_HOME", folder)
	t.Setenv("HOME", folder)
	tool, file, err := Clip(os.Getenv, "one")
	if got, _ := os.ReadFile(file); err != nil || tool != "" || string(got) != "one" {
		t.Fatalf("%q in %q by %q: %v", got, file, tool, err)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	out := filepath.Join(folder, "out")
	if err := os.WriteFile(filepath.Join(folder, "xclip"), []byte("#!/bin/sh\nread -r line\necho \"$line\" > "+out+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	env := map[string]string{"DISPLAY": ":0"}
	if tool, _, err := Clip(func(k string) string { return env[k] }, "two\n"); err != nil || tool != "xclip" {
		t.Fatalf("by %q: %v", tool, err)
	}
	if got, _ := os.ReadFile(out); string(got) != "two\n" {
		t.Errorf("xclip got %q", got)
	}
}
