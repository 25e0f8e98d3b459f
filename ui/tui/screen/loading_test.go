package screen

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"custseg/io/load"
	"custseg/model"
	"custseg/ui/tui/golden"
	"custseg/ui/tui/term"
)

// loadingOf is the view of a reading on its way, of so many files.
func loadingOf(n, w, h int) (*Loading, *fakeHost) {
	host := newFakeHost()
	paths := []string{"/data/订单 2024.csv", "/data/kunden.csv"}
	for i := len(paths); i < n; i++ {
		paths = append(paths, fmt.Sprintf("/data/more-%d.csv", i))
	}
	s := NewLoading(host, paths[:n], model.Reading{}, LoadingKeys{Stop: func() {}, Leave: func() {}})
	s.SetSize(w, h)
	s.Refresh()
	s.sizes[0] = 211_000_000
	s.Show()
	s.Follow(.413, 412_345, 1100*time.Millisecond)
	return s, host
}

func TestLoadingGolden(t *testing.T) {
	for _, l := range looks {
		s, host := loadingOf(2, l.w, l.h)
		host.looked[0].done(messyData(t), nil)
		press(t, s, "l", "l", "j")
		golden.View(t, fmt.Sprintf("loading-%s-%dx%d", l.look, l.w, l.h), s.View(themes()[l.look]), l.w, l.h)
	}
	s, _ := loadingOf(9, 80, 20)
	press(t, s, "esc")
	golden.View(t, "loading-stopping-80x20", s.View(themes()["mono"]), 80, 20)
}

func TestLoadingDrawsNothingBeforeItIsShown(t *testing.T) {
	host := newFakeHost()
	s := NewLoading(host, []string{"a.csv"}, model.Reading{}, LoadingKeys{})
	s.SetSize(80, 20)
	s.Refresh()
	golden.Size(t, "loading", s.View(themes()["mono"]), 80, 20)
	if text := seen(s); strings.TrimSpace(text) != "" {
		t.Errorf("a reading of a blink shows\n%s", text)
	}
}

func TestLoadingHidesPersonsAndMarksTypes(t *testing.T) {
	s, host := loadingOf(1, 120, 32)
	host.looked[0].done(messyData(t), nil)
	press(t, s, "T")
	text := seen(s)
	if !strings.Contains(text, "type") || !strings.Contains(text, hiddenValue) || strings.Contains(text, "Müller") {
		t.Errorf("the first rows are\n%s", text)
	}
	s.Mouse(term.Mouse{X: 5, Y: 20, Action: term.Wheel, DY: 5})
	if after := seen(s); after == text {
		t.Error("the wheel does not scroll")
	}
}

func TestLoadingKeysReachTheReading(t *testing.T) {
	stopped, left := 0, 0
	s := NewLoading(newFakeHost(), []string{"a.csv"}, model.Reading{}, LoadingKeys{Stop: func() { stopped++ }, Leave: func() { left++ }})
	press(t, s, "esc", "esc", "x")
	if stopped != 1 || left != 1 {
		t.Errorf("stopped %d times, left %d times", stopped, left)
	}
}

func TestLoadingSaysTimesAsOneReadsThem(t *testing.T) {
	s, _ := loadingOf(1, 80, 20)
	for d, want := range map[time.Duration]string{
		200 * time.Millisecond: "less than a second left", 12400 * time.Millisecond: "about 12 s left", 170 * time.Second: "about 3 min left",
	} {
		if got := s.timeLeft(d); got != want {
			t.Errorf("%v: %q", d, got)
		}
	}
	for v, want := range map[float64]int{7: 7, 99: 99, 123: 120, 374_859: 370_000} {
		if got := roundRate(v); got != want {
			t.Errorf("%v: %d", v, got)
		}
	}
}

func TestLoadingSaysWhatItWaitsFor(t *testing.T) {
	s, _ := loadingOf(1, 80, 20)
	for taken, want := range map[int64]string{0: "Waiting for orders.pipe: nothing has come of it yet", 5_300_000: "of orders.pipe have come; it is read when it ends"} {
		if s.Await("/tmp/orders.pipe", taken); !strings.Contains(seen(s), want) {
			t.Errorf("after %d bytes\n%s", taken, seen(s))
		}
	}
	if s.Await("", 0); !strings.Contains(seen(s), "412,345 rows") {
		t.Errorf("it still waits:\n%s", seen(s))
	}
}

func TestLoadingFindsSizes(t *testing.T) {
	dir := files(t, "a.csv")
	if err := os.WriteFile(dir+"/book.xlsx", make([]byte, 77), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]int64{dir + "/book.xlsx": 77, dir + "/book.xlsx#Sheet 1": 77, dir: 0, "sample:shop": 0} {
		if got := sizeOf(path); got != want {
			t.Errorf("%s: %d bytes, want %d", path, got, want)
		}
	}
}

func TestPreviewShowsTroubleAndForgetsIt(t *testing.T) {
	s, host := loadingOf(1, 80, 20)
	host.looked[0].done(nil, errors.New("a.csv: the quotes do not end; close them"))
	if text := seen(s); !strings.Contains(text, "Cannot be read") || !strings.Contains(text, "close them") {
		t.Errorf("the trouble is not told:\n%s", text)
	}
	host.looked[0].done(nil, &load.Error{File: "a.csv", Problem: model.P("it is a pipe"), Err: load.ErrPipe})
	if text := seen(s); strings.Contains(text, "Cannot") || !strings.Contains(text, "it is a pipe") {
		t.Errorf("a pipe is taken for a fault:\n%s", text)
	}
	host.looked[0].done(messyData(t), nil)
	if text := seen(s); strings.Contains(text, "Cannot") || !strings.Contains(text, "First rows of 订单") {
		t.Errorf("the trouble stays:\n%s", text)
	}
	host.looked[0].done(&model.Dataset{}, nil)
	press(t, s, "T", "j", "l")
	golden.Size(t, "no tables", s.View(themes()["mono"]), 80, 20)
}
