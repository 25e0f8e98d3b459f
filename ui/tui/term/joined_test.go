package term

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// line is what a terminal sends, in the parts that arrive: each while the rest of
// a key is waited for, or too late for that.
type line struct {
	parts []string
	late  bool
}

func (l *line) Read(p []byte) (int, error) {
	if len(l.parts) == 0 {
		return 0, io.EOF
	}
	n := copy(p, l.parts[0])
	if l.parts[0] = l.parts[0][n:]; l.parts[0] == "" {
		l.parts = l.parts[1:]
	}
	return n, nil
}

func (l *line) ready(time.Duration) bool { return len(l.parts) > 0 && !l.late }

// reads returns what each read comes to, until the line ends.
func reads(t *testing.T, l *line) (out []string) {
	t.Helper()
	j := &joined{in: l, ready: l.ready}
	for buf := make([]byte, 256); ; {
		n, err := j.Read(buf)
		if n > 0 {
			out = append(out, string(buf[:n]))
		}
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestNoReadEndsInTheMiddleOfAKey(t *testing.T) {
	for _, key := range []string{"\x1b[<35;120;36M", "\x1b[M !!", "\x1b[A", "\x1bOP", "\x1b[[A", "\x1b[1;5C", "\x1b[200~", "\x1ba", "顧", "🇯", "\x1b\x1b[A", "\x1b顧"} {
		for cut := 1; cut < len(key); cut++ {
			got := reads(t, &line{parts: []string{"j" + key[:cut], key[cut:] + "k"}})
			if want := []string{"j" + key, "k"}; !slices.Equal(got, want) {
				t.Errorf("%q cut at %d is read as %q", key, cut, got)
			}
		}
	}
	for _, whole := range []string{"j", "\x1ba", "\x1b[A", "顧", "\xff", "\x1b[<0;1;2M", "\x1b\r"} {
		if got := reads(t, &line{parts: []string{whole, "k"}}); !slices.Equal(got, []string{whole, "k"}) {
			t.Errorf("%q is waited behind: %q", whole, got)
		}
	}
}

// What does not come in time is the next key; of an event of the mouse nothing
// ever becomes a key.
func TestWhatComesLate(t *testing.T) {
	for _, c := range []struct{ parts, want []string }{
		{[]string{"\x1b", "[A"}, []string{"\x1b", "[A"}},
		{[]string{"\x1b[", "A"}, []string{"\x1b[", "A"}},
		{[]string{"\x1b[<", "3"}, []string{"\x1b[<", "3"}},
		{[]string{"\xe9", "\xa1\xa7"}, []string{"\xe9", "\xa1\xa7"}},
		{[]string{"j\x1b[<0;12", ";3M", "k"}, []string{"j", "\x1b[<0;12;3M", "k"}},
		{[]string{"\x1b[<0", ";1", "2;3", "m"}, []string{"\x1b[<0;12;3m"}},
		{[]string{"\x1b[M", "!", "\"#k"}, []string{"\x1b[M!\"#k"}},
		{[]string{"j\x1b", "[<35;9;9M", "[<k"}, []string{"j\x1b", "\x1b[<35;9;9M", "[<k"}},
		{[]string{"\x1b", "[<35;9", ";9Mk"}, []string{"\x1b", "\x1b[<35;9;9Mk"}},
		{[]string{"\x1b[<0;12", "k"}, []string{"k"}},
		{[]string{"\x1b[<0;12", "\x1b[A"}, []string{"\x1b[A"}},
		{[]string{"\x1b[M!", "\x1b[A"}, []string{"\x1b[A"}},
		{[]string{"\x1b[<0;12"}, nil},
		{[]string{"j\x1b[<0;12k\x1b[<0;1\x1b[<0;12;3M", "q"}, []string{"jk\x1b[<0;12;3M", "q"}},
		{[]string{"\x1b[M!\x1b[M !!\x1b[M!", "\r"}, []string{"\x1b[M !!", "\r"}},
	} {
		if got := reads(t, &line{parts: c.parts, late: true}); !slices.Equal(got, c.want) {
			t.Errorf("%q is read as %q, want %q", c.parts, got, c.want)
		}
	}
}

// heard keeps the keys and the events of the mouse that arrive.
type heard struct{ keys []string }

func (h *heard) Init() tea.Cmd { return nil }
func (h *heard) View() string  { return "" }

func (h *heard) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		for _, k := range Keys(msg, false) {
			if k.Name == "Q" {
				return h, tea.Quit
			}
			h.keys = append(h.keys, k.Name)
		}
	case tea.MouseMsg:
		h.keys = append(h.keys, fmt.Sprintf("mouse %d,%d", msg.X, msg.Y))
	}
	return h, nil
}

// A burst of whatever a terminal sends, cut anywhere, is the keys that it was.
func TestBurstsAreTheKeysThatWerePressed(t *testing.T) {
	var sent bytes.Buffer
	var want []string
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		switch rnd.IntN(5) {
		case 0:
			sent.WriteString("\x1b[B")
			want = append(want, "down")
		case 1:
			sent.WriteString("顧")
			want = append(want, "顧")
		case 2:
			sent.WriteString("j")
			want = append(want, "j")
		default:
			x, y := rnd.IntN(200), rnd.IntN(50)
			fmt.Fprintf(&sent, "\x1b[<%d;%d;%dM", 64+rnd.IntN(2), x+1, y+1)
			want = append(want, fmt.Sprintf("mouse %d,%d", x, y))
		}
	}
	sent.WriteString("Q")
	for name, most := range map[string]int{"at once": sent.Len(), "in pieces": 300} {
		l := &line{}
		for all := sent.String(); all != ""; {
			n := min(len(all), 1+rnd.IntN(most))
			l.parts, all = append(l.parts, all[:n]), all[n:]
		}
		h := &heard{}
		in := &joined{in: l, ready: l.ready}
		if _, err := tea.NewProgram(h, tea.WithInput(in), tea.WithOutput(io.Discard), tea.WithoutSignalHandler()).Run(); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(h.keys, want) {
			t.Errorf("%s: %d keys instead of %d, such as %q", name, len(h.keys), len(want), firstOther(h.keys, want))
		}
	}
}

func firstOther(got, want []string) string {
	for i, k := range got {
		if i >= len(want) || k != want[i] {
			return k
		}
	}
	return ""
}
