package screen

import (
	"strings"
	"testing"
)

// Every measure and note of the result is on the page, reached by scrolling at
// any size, and is copied.
func TestAboutTellsEveryMeasureAndNote(t *testing.T) {
	host := manyFacts(t)
	s := newAbout(host)
	if len(s.result.Segmentation.Fit) == 0 {
		t.Fatal("the method measures nothing: the test cannot tell")
	}
	for _, size := range [][2]int{{60, 13}, {80, 21}, {200, 46}} {
		s.SetSize(size[0], size[1])
		all := ""
		press(t, s, "g")
		for range 100 {
			all += seen(s)
			press(t, s, "pgdown")
		}
		all = strings.Join(strings.Fields(all), " ")
		for _, f := range s.result.Segmentation.Fit {
			if !strings.Contains(all, strings.ReplaceAll(f.Name, "_", " ")) {
				t.Errorf("%v: no %s", size, f.Name)
			}
		}
		for _, n := range notesOf(host, s.result) {
			if words := strings.Fields(n); !strings.Contains(all, words[0]) || !strings.Contains(all, words[len(words)-1]) {
				t.Errorf("%v: no %q", size, n)
			}
		}
	}
	if text := s.text(); strings.Count(text, "\n") < len(s.result.Segmentation.Fit) {
		t.Errorf("copied:\n%s", text)
	}
}
