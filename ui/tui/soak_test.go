package tui

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/keys"
	"custseg/ui/tui/store"
	"custseg/ui/tui/term"
)

// TestSoak plays random keys, clicks and sizes on random screens. Whatever they
// are there is no panic, every view has the size of the terminal and holds no
// byte that moves its cursor, and neither goroutines nor memory pile up.
// CUSTSEG_SOAK is the number of keys of each seed, CUSTSEG_SOAK_SEED repeats one.
func TestSoak(t *testing.T) {
	count, seeds := 400, []int{0, 1, 2}
	if testing.Short() {
		count = 100
	}
	count = fromEnv(t, "CUSTSEG_SOAK", count)
	if seed := fromEnv(t, "CUSTSEG_SOAK_SEED", -1); seed >= 0 {
		seeds = []int{seed}
	}
	for _, seed := range seeds {
		t.Run(fmt.Sprintf("seed=%d", seed), func(t *testing.T) {
			files := []string{"sample:shop", orders(t), answersFile(t, "churned")}
			built, err := filepath.Abs("../../testdata")
			if err != nil {
				t.Fatal(err)
			}
			t.Chdir(t.TempDir()) // what is written by chance stays here
			s := soak{t: t, rnd: rand.New(rand.NewPCG(uint64(seed), 7)), store: store.New(store.Folders{Config: t.TempDir(), State: t.TempDir()}),
				samples: os.DirFS(built), files: files, sample: seed%3 == 2}
			s.open(false)
			t.Logf("%d MB at the start", liveMemory()>>20)
			s.play(count / 4)
			goroutines, memory := s.rest(), liveMemory()
			t.Logf("%d MB, %d goroutines after %d keys", memory>>20, goroutines, count/4)
			for quarter := 2; quarter <= 4; quarter++ {
				s.play(count / 4)
				n := s.rest()
				t.Logf("%d MB, %d goroutines after %d keys", liveMemory()>>20, n, quarter*(count/4))
			}
			if n := s.rest(); n > goroutines+20 {
				t.Errorf("seed %d: %d goroutines after a quarter of the keys, %d at the end:\n%s", seed, goroutines, n, stacks())
			}
			if m := liveMemory(); m > 2*memory+64<<20 {
				t.Errorf("seed %d: %d MB after a quarter of the keys, %d MB at the end", seed, memory>>20, m>>20)
			}
		})
	}
}

// fromEnv is the number in an environment variable, or else another.
func fromEnv(t *testing.T, name string, other int) int {
	text := os.Getenv(name)
	if text == "" {
		return other
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return n
}

// answersFile writes customers with numbers, answers and gaps, and a last column
// of yes and no.
func answersFile(t *testing.T, last string) string {
	var b strings.Builder
	b.WriteString("id,age,income,recommend,region,plan," + last + "\n")
	rnd := rand.New(rand.NewPCG(5, 6))
	for i := range 150 {
		fmt.Fprintf(&b, "%d,%d,%.1f,%d,%s,%s,%s\n", i, 18+rnd.IntN(60), 1000*rnd.ExpFloat64(), rnd.IntN(11),
			[]string{"North", "South", "東", ""}[rnd.IntN(4)], []string{"basic", "pro"}[rnd.IntN(2)], []string{"yes", "no"}[rnd.IntN(2)])
	}
	path := filepath.Join(t.TempDir(), "answers.csv")
	if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// working is the number of goroutines that do something: not of those that only
// wait until a message of the screen is old.
func working() (n int) {
	for _, one := range strings.Split(string(stacks()), "\n\n") {
		if !strings.Contains(one, "bubbletea.Tick") {
			n++
		}
	}
	return n
}

func stacks() []byte {
	b := make([]byte, 4<<20)
	return b[:runtime.Stack(b, true)]
}

// rest lets what is under way come to its end and counts what still works then:
// a machine that is slow keeps them busy for a while, a leak for ever.
func (s *soak) rest() int {
	for end := time.Now().Add(time.Minute); ; {
		for !s.p.m.tasks.none() || len(s.p.msgs) > 0 {
			select {
			case msg := <-s.p.msgs:
				s.p.handle(msg)
			case <-time.After(time.Until(end)):
				return working()
			}
		}
		if n := working(); n < 20 || time.Now().After(end) {
			return n
		}
		time.Sleep(10 * time.Millisecond)
	}
}

func liveMemory() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// soak is one random session.
type soak struct {
	t       *testing.T
	rnd     *rand.Rand
	store   *store.Store
	samples fs.FS
	files   []string
	sample  bool // plays on the built-in data, which takes longer
	p       *player
	last    []string // what was done, to be read where it fails
	w, h    int
}

// open starts the program on one of the files, or on none.
func (s *soak) open(resume bool) {
	s.w, s.h = 80, 24
	var files []string
	switch pick := s.rnd.IntN(8); {
	case resume || pick == 0:
	case s.sample:
		files = s.files[:1]
	default:
		files = s.files[1+pick%2:][:1]
	}
	if s.p != nil {
		s.p.stop() // as the program does where it ends
	}
	look := []string{"colour", "mono", "ascii"}[s.rnd.IntN(3)]
	s.last = append(s.last, "open "+strings.Join(files, " "))
	s.p = playConfig(s.t, s.w, s.h, look, Config{Files: files, Samples: s.samples, Store: s.store, Keep: true, Resume: resume})
}

// play does so many random things.
func (s *soak) play(count int) {
	s.t.Helper()
	defer func() {
		if r := recover(); r != nil {
			s.t.Errorf("after %s", s.history())
			panic(r)
		}
	}()
	for range count {
		s.do()
		if s.p.quit {
			s.open(s.rnd.IntN(2) == 0)
		}
		s.check()
		if s.t.Failed() {
			s.t.Fatalf("after %s", s.history())
		}
	}
}

func (s *soak) history() string { return strings.Join(s.last[max(0, len(s.last)-40):], " ") }

// do sends one random message; now and then it does not wait for what follows.
func (s *soak) do() {
	msg, name := s.message()
	s.last = append(s.last, name)
	if s.rnd.IntN(10) == 0 {
		s.p.handle(msg)
		return
	}
	s.p.send(msg)
}

func (s *soak) message() (tea.Msg, string) {
	switch n := s.rnd.IntN(100); {
	case n < 4:
		s.w, s.h = s.size()
		return tea.WindowSizeMsg{Width: s.w, Height: s.h}, fmt.Sprintf("resize:%dx%d", s.w, s.h)
	case n < 14:
		m := tea.MouseMsg{X: s.rnd.IntN(s.w), Y: s.rnd.IntN(s.h), Action: tea.MouseAction(s.rnd.IntN(3)), Button: tea.MouseButton(s.rnd.IntN(6))}
		return m, fmt.Sprintf("mouse:%v@%d,%d", m, m.X, m.Y)
	case n < 18:
		text := []string{"=1+1", "orders > 3", "東京", "\x1b[2J", "a\tb\nc", "🇯🇵✔️", strings.Repeat("x", 300), "2024-03-01", "-1e309", "out.xlsx"}[s.rnd.IntN(10)]
		return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: s.rnd.IntN(2) == 0}, fmt.Sprintf("text:%q", text)
	case n < 55: // what works here
		if all := keys.Of(s.p.m.current().Place()); len(all) > 0 {
			b := all[s.rnd.IntN(len(all))]
			return s.key(b.Keys[s.rnd.IntN(len(b.Keys))])
		}
	case n < 65:
		all := keys.Of(keys.Anywhere)
		b := all[s.rnd.IntN(len(all))]
		return s.key(b.Keys[s.rnd.IntN(len(b.Keys))])
	case n < 80:
		return s.key([]string{"up", "down", "left", "right", "pgup", "pgdown", "home", "end", "tab", "shift+tab"}[s.rnd.IntN(10)])
	case n < 92:
		return s.key([]string{"enter", "enter", "esc", "space", "backspace"}[s.rnd.IntN(5)])
	}
	return s.key(string(rune('!' + s.rnd.IntN('~'-'!'+1))))
}

// key is a key by its name, as a terminal sends it.
func (s *soak) key(name string) (tea.Msg, string) {
	for kind := tea.KeyType(-200); kind < 200; kind++ {
		if kind != tea.KeyRunes && (tea.KeyMsg{Type: kind}).String() == name {
			return tea.KeyMsg{Type: kind}, name
		}
	}
	return keyMsg(name), name
}

// size is a size of a terminal, from nothing at all to a wall.
func (s *soak) size() (w, h int) {
	sizes := [][2]int{{80, 24}, {120, 36}, {200, 50}, {60, 16}, {1, 1}, {0, 0}, {20, 5}, {59, 15}, {400, 100}}
	if n := s.rnd.IntN(len(sizes) + 4); n < len(sizes) {
		return max(1, sizes[n][0]), max(1, sizes[n][1])
	}
	return 60 + s.rnd.IntN(140), 16 + s.rnd.IntN(40)
}

// check looks at the view as a terminal would.
func (s *soak) check() {
	view := s.p.m.View()
	lines := strings.Split(view, "\n")
	if len(lines) > s.h {
		s.t.Errorf("%dx%d: the view has %d lines", s.w, s.h, len(lines))
	}
	for i, l := range lines {
		if w := cell.Width(l); w > s.w {
			s.t.Errorf("%dx%d: line %d is %d cells wide: %q", s.w, s.h, i, w, l)
		}
		for _, r := range ansi.Strip(l) {
			if r < ' ' || r == 0x7f || 0x80 <= r && r < 0xa0 {
				s.t.Errorf("%dx%d: line %d holds %q: %q", s.w, s.h, i, r, l)
				break
			}
		}
	}
	for _, err := range s.p.ends {
		if crash := (*term.Crash)(nil); errors.As(err, &crash) {
			s.t.Errorf("a task panicked: %v", err)
		}
	}
	s.p.ends = nil
}
