package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"custseg/ui/tui/golden"
)

// picture fails the test unless a section of the README is what the terminal
// soon shows.
func (s *terminal) picture(section string) {
	s.t.Helper()
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		s.t.Fatal(err)
	}
	text := s.shown()
	for end := time.Now().Add(5 * time.Second); !strings.Contains(string(readme), text) && time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		text = s.shown()
	}
	golden.Section(s.t, "../../README.md", section, text)
}

// shown is the screen as the README has it. Of the last line it takes the first
// hints: how many there is room for hangs on how long the run took, which is the
// machine's.
func (s *terminal) shown() string {
	const hints = 4
	lines := strings.Split(strings.TrimRight(s.screen(), "\n"), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	last := &lines[len(lines)-1]
	parts := strings.SplitN(*last, "  ", hints+1)
	*last = strings.Join(parts[:min(hints, len(parts))], "  ")
	return "```text\n" + strings.Join(lines, "\n") + "\n```\n"
}

// The README's pictures are what a terminal shows in an analysis of the sample.
func TestScenarioReadmePictures(t *testing.T) {
	s := scenario(t, 110, 32, []string{"NO_COLOR=1"}, "sample:shop --no-session")
	s.until("1 DATA")
	s.keys("3", "Enter")
	s.until(`method rfm · [0-9]`)
	s.picture("picture of the segments")
	for range 8 {
		s.keys("Down")
	}
	s.until("▶■I At Risk")
	s.keys("Enter")
	s.until(`› At Risk[\s\S]*Apart \([\s\S]*effect`)
	s.picture("picture of a segment")
	s.keys("Escape")
	s.until("4 SEGMENTS[\\s\\S]*▶■I")
	s.keys("5")
	s.until("5 COMPARE")
	s.keys("d")
	s.until("stayed[\\s\\S]*Tab")
	s.picture("picture of two dates")
}

// The same of a workbook in Chinese, where it is there.
func TestScenarioReadmePictureOfAWorkbook(t *testing.T) {
	path, err := filepath.Abs(shared(t, "zh_superstore.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	s := scenario(t, 110, 32, []string{"NO_COLOR=1"}, path+" --no-session")
	s.until("790 customers")
	s.keys("3")
	s.until("3 METHOD")
	s.keys("/", "geographic")
	s.until(`▶ \[x\] [^\n]* geographic`)
	s.keys("Enter")
	s.until(`method geographic · [0-9]`)
	s.picture("picture of a workbook")
}
