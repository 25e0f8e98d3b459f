package export

import (
	"strings"
	"testing"
	"unicode/utf16"
)

func TestRisky(t *testing.T) {
	for _, s := range []string{"=1", "+1", "-1", "@a", "\tx", "\rx", "\n=", "＝1", "＋1", "－1", "＠1", " =1", "\x00=1", "\ufeff=1", "\u200b=1"} {
		if !risky(s) || inert(s) != "'"+s {
			t.Errorf("%q passes", s)
		}
	}
	for _, s := range []string{"", "a=1", "1-2", "王", "a@b", " x", "'=1"} {
		if risky(s) || inert(s) != s {
			t.Errorf("%q is marked", s)
		}
	}
}

func TestCleanDropsWhatXMLCannotHold(t *testing.T) {
	if got := clean("a\x00b\x1fc\td\ne\uffffz\xff王"); got != "abc\td\nez�王" {
		t.Errorf("got %q", got)
	}
}

func TestCutCountsUTF16(t *testing.T) {
	s := strings.Repeat("𝄞", 20_000) // two units each
	got := cut(s, 32767)
	if n := len(utf16.Encode([]rune(got))); n > 32767 || n < 32765 || !strings.HasSuffix(got, "𝄞…") {
		t.Errorf("%d units", n)
	}
	if got := cut("abc", 3); got != "abc" {
		t.Errorf("cut to %q", got)
	}
}

func TestDistinctFoldsCase(t *testing.T) {
	got := distinct([]string{"a", "A", "a_2", "b", "a"})
	seen := map[string]bool{}
	for _, n := range got {
		if seen[strings.ToLower(n)] {
			t.Errorf("twice %q in %q", n, got)
		}
		seen[strings.ToLower(n)] = true
	}
	if got[0] != "a" || got[3] != "b" {
		t.Errorf("names that were distinct changed: %q", got)
	}
}

func TestSheetNames(t *testing.T) {
	n := newSheetNames()
	seen := map[string]bool{}
	long := strings.Repeat("客户", 20)
	for _, text := range []string{"Summary", "CUSTOMERS", "history", "a/b\\c[d]:e*f?", "'quoted'", "", "  ", "\x00", long, long, "𝄞" + strings.Repeat("𝄞", 20), "A", "a"} {
		got := n.claim(text)
		fold := strings.ToLower(got)
		if seen[fold] || fold == "summary" || fold == "customers" || fold == "history" {
			t.Errorf("%q becomes %q, which is taken", text, got)
		}
		seen[fold] = true
		if got == "" || units(got) > 31 || strings.ContainsAny(got, `[]:*?/\`) || strings.HasPrefix(got, "'") || strings.HasSuffix(got, "'") {
			t.Errorf("%q becomes %q", text, got)
		}
	}
}

func TestEscapeText(t *testing.T) {
	if got := escapeText("a<b>&\r_x0041_ _x_xZZZZ_ _x005F_"); got != "a&lt;b&gt;&amp;&#xD;_x005F_x0041_ _x_xZZZZ_ _x005F_x005F_" {
		t.Errorf("got %q", got)
	}
}

func TestPiecesJoinBack(t *testing.T) {
	s := "short\n" + strings.Repeat("x", 25) + "\n" + strings.Repeat("line\n", 7)
	parts := pieces(s, 10)
	if strings.Join(parts, "") != s {
		t.Errorf("%q", parts)
	}
	for _, p := range parts {
		if units(p) > 10 || p == "" {
			t.Errorf("a piece of %d: %q", units(p), p)
		}
	}
}

func TestShareOut(t *testing.T) {
	for _, c := range []struct{ sizes, want []int }{
		{[]int{9, 5, 900}, []int{9, 5, 86}},
		{[]int{500, 500}, []int{50, 50}},
		{[]int{3}, []int{3}},
		{nil, []int{}},
	} {
		got := shareOut(c.sizes, 100)
		for i := range c.want {
			if got[i] != c.want[i] {
				t.Errorf("%v shared as %v", c.sizes, got)
			}
		}
	}
}
