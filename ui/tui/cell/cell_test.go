package cell_test

import (
	"strings"
	"testing"
	"unicode"

	"custseg/ui/tui/cell"

	"github.com/charmbracelet/lipgloss"
	"github.com/mattn/go-runewidth"
)

func TestClean(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"ascii", "plain text", "plain text"},
		{"chinese", "顧客一覧", "顧客一覧"},
		{"full-width sign", "㈱山田", "㈱山田"},
		{"clear screen", "a\x1b[2Jb", "a□b"},
		{"title", "a\x1b]0;owned\x07b", "a□b"},
		{"link", "\x1b]8;;http://x\x1b\\y\x1b]8;;\x1b\\", "□y□"},
		{"escape cut short", "a\x1b[3", "a□"},
		{"C1 in UTF-8", "a\u009b2Jb", "a□2Jb"},
		{"C1 as a byte", "a\x9b2Jb", "a\uFFFD2Jb"},
		{"escape inside a broken rune", "\xe4\x1b[2J", "\uFFFD□"},
		{"null and bell", "a\x00b\x07c\x7fd", "a□b□c□d"},
		{"tab and lines", "a\tb\r\nc\nd\re", "a⇥b⏎c⏎d⏎e"},
		{"line separators", "a\u2028b\u2029c", "a⏎b⏎c"},
		{"bidi", "a\u202eb\u2066c\u200fd", "a□b□c□d"},
		{"byte order mark", "\ufeffid", "id"},
		{"soft hyphen and zero width space", "a\u00adb\u200bc", "a□b□c"},
		{"no-break space", "1\u00a0234", "1 234"},
		{"half-width katakana", "ｱﾊﾟｰﾄ", "ｱパｰﾄ"},
		{"half-width voiced", "ｶﾞｲﾄﾞ", "ガｲド"},
		{"decomposed kana", "か\u3099", "が"},
		{"decomposed accent", "e\u0301", "é"},
		{"emoji", "😀", "😀"},
		{"heavy check with selector", "✔\ufe0f", "✔"},
		{"warning with selector", "⚠\ufe0f", "⚠"},
		{"keycap", "1\ufe0f\u20e3", "1\u20e3"},
		{"family", "👨\u200d👩\u200d👧", "👨"},
		{"skin tone", "👍🏽", "👍"},
		{"flag", "🇯🇵", "JP"},
		{"half a flag", "🇯", "J"},
		{"devanagari keeps its letters", "हिन्दी", "हनद"},
		{"hangul", "한국어", "한국어"},
		{"hangul from parts", "\u1112\u1161\u11ab", "한"},
		{"thai", "ลูกค้า", "ลูกค้า"},
		{"mark alone", "\u0301x", "x"},
		{"pile of marks", "a" + strings.Repeat("\u0317", 40), "a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := cell.Clean(c.in); got != c.want {
				t.Errorf("Clean(%q) = %q (%+[2]q), want %q", c.in, got, c.want)
			}
		})
	}
}

func TestWidth(t *testing.T) {
	for _, c := range []struct {
		in   string
		want int
	}{
		{"", 0}, {"abc", 3}, {"顧客", 4}, {"ﾊ", 1}, {"é…─█①", 5}, {"😀", 2}, {"e\u0301", 1},
		{"\x1b[1;38;5;3mabc\x1b[0m", 3}, {"\x1b[mé\x1b[4:3m顧", 3}, {"\x1b]0;t\x07ab", 2}, {"\x1b[2Jab", 2}, {"\x1b", 0},
	} {
		if got := cell.Width(c.in); got != c.want {
			t.Errorf("Width(%q) = %d, want %d", c.in, got, c.want)
		}
	}
}

func TestFit(t *testing.T) {
	for _, c := range []struct {
		in    string
		w     int
		align cell.Align
		want  string
	}{
		{"abc", 5, cell.Left, "abc  "},
		{"abc", 5, cell.Right, "  abc"},
		{"abc", 6, cell.Center, " abc  "},
		{"abc", 3, cell.Right, "abc"},
		{"abcdef", 4, cell.Left, "abc…"},
		{"abcdef", 4, cell.Right, "abc…"},
		{"abcdef", 1, cell.Left, "…"},
		{"abcdef", 0, cell.Left, ""},
		{"abcdef", -3, cell.Left, ""},
		{"", 3, cell.Left, "   "},
		{"顧客一覧", 5, cell.Left, "顧客…"},
		{"顧客一覧", 4, cell.Left, "顧… "},
		{"顧客一覧", 4, cell.Right, " 顧…"},
		{"ｶﾞｲﾄﾞﾌﾞｯｸ", 6, cell.Left, "ガｲド…"},
		{"a\x1b[2Jb", 4, cell.Left, "a□b "},
		{"e\u0301e\u0323e\u0301", 2, cell.Left, "é…"},
	} {
		if got := cell.Fit(c.in, c.w, c.align); got != c.want {
			t.Errorf("Fit(%q, %d, %d) = %q, want %q", c.in, c.w, c.align, got, c.want)
		}
	}
	ascii := cell.Fitter{Ellipsis: ".."}
	for w, want := range []string{"", ".", "..", "a..", "ab..", "abcde"} {
		if got := ascii.Fit("abcde", w, cell.Left); got != want {
			t.Errorf("with two dots Fit(abcde, %d) = %q, want %q", w, got, want)
		}
	}
}

func TestPad(t *testing.T) {
	for _, c := range []struct {
		in   string
		w    int
		want string
	}{
		{"\x1b[1mab\x1b[0m", 4, "\x1b[1mab\x1b[0m  "},
		{"\x1b[1mabcd\x1b[0m", 2, "\x1b[1mab\x1b[0m"},
		{"\x1b[1m顧客\x1b[0m", 3, "\x1b[1m顧\x1b[0m "},
		{"x", 0, ""},
	} {
		if got := cell.Pad(c.in, c.w); got != c.want {
			t.Errorf("Pad(%q, %d) = %q, want %q", c.in, c.w, got, c.want)
		}
	}
}

// Every rune, alone and after a letter, ends up at a width on which the
// renderer and a terminal counting rune by rune agree.
func TestEveryRuneIsMeasurable(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		for _, s := range [...]string{string(r), "ﾊ" + string(r)} {
			if fault := unsafeText(cell.Clean(s)); fault != "" {
				t.Fatalf("U+%04X in %q: %s", r, s, fault)
			}
		}
	}
}

// The widths in a Chinese, Japanese or Korean locale are those of any other.
func TestWidthIgnoresLocale(t *testing.T) {
	before := runewidth.DefaultCondition.EastAsianWidth
	defer func() { runewidth.DefaultCondition.EastAsianWidth = before }()
	runewidth.DefaultCondition.EastAsianWidth = true
	if got := cell.Width("…─█é①"); got != 5 {
		t.Errorf("width %d, want 5", got)
	}
	if got := cell.Clean("…─█é①"); got != "…─█é①" {
		t.Errorf("cleaned to %q", got)
	}
}

// unsafeText says what is wrong with text that is to be shown.
func unsafeText(s string) string {
	narrow := runewidth.Condition{StrictEmojiNeutral: true}
	sum := 0
	for _, r := range s {
		if unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Variation_Selector) {
			return "control or format character survives in " + s
		}
		if !unicode.In(r, unicode.Mn, unicode.Me) {
			sum += narrow.RuneWidth(r)
		}
	}
	switch w := lipgloss.Width(s); {
	case w != sum:
		return "renderer and terminal disagree on " + s
	case w != cell.Width(s):
		return "Width differs from the renderer's on " + s
	}
	return ""
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{
		"plain", "a\x1b[2Jb", "\x1b]0;t\x07", "\xe4\x1b[2J", "ｱﾊﾟｰﾄ", "👨\u200d👩\u200d👧", "🇯🇵🇯", "हिन्दी",
		"1\ufe0f\u20e3", "e\u0301\u0323", "\u0600a", "\u1100\u1161", "क\u094d\u200dष", "\r\n\t", "\u115f\u1160",
	} {
		f.Add(s, 7, uint8(0))
	}
	f.Fuzz(func(t *testing.T, s string, w int, a uint8) {
		clean := cell.Clean(s)
		if fault := unsafeText(clean); fault != "" {
			t.Fatalf("Clean(%q) = %q: %s", s, clean, fault)
		}
		w = max(-1, w%200)
		fit := cell.Fit(s, w, cell.Align(a%3))
		if fault := unsafeText(fit); fault != "" {
			t.Fatalf("Fit(%q, %d) = %q: %s", s, w, fit, fault)
		}
		if got := lipgloss.Width(fit); got != max(0, w) {
			t.Fatalf("Fit(%q, %d) = %q is %d wide", s, w, fit, got)
		}
		if got := lipgloss.Width(cell.Pad("\x1b[7m"+clean+"\x1b[0m", w)); got != max(0, w) {
			t.Fatalf("Pad(%q, %d) is %d wide", clean, w, got)
		}
	})
}

func BenchmarkFit(b *testing.B) {
	for _, c := range []struct{ name, text string }{
		{"ascii", "Customer 12345"}, {"chinese", "顧客一覧表"}, {"cut", "a text that is longer than its cell"},
		{"half-width", "ｱﾊﾟｰﾄ"}, {"emoji", "👨\u200d👩\u200d👧 family"},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				cell.Fit(c.text, 20, cell.Left)
			}
		})
	}
}
