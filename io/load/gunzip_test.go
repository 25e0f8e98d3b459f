package load

import (
	"compress/gzip"
	"context"
	"errors"
	"io"
	"strings"
	"sync/atomic"
	"testing"
	"testing/iotest"

	"custseg/model"
	"custseg/model/wording"
)

// TestBehindTheEndOfGzip: zeros that fill a block are none of a file's business,
// and other bytes are left out and told of, from files and standard input.
func TestBehindTheEndOfGzip(t *testing.T) {
	const text, want = "id,paid\nA1,5\nA2,6\n", "id|paid\nA1|5\nA2|6"
	zeros := strings.Repeat("\x00", 511)
	for _, c := range []struct{ name, content, says string }{
		{"zeros", gzipOf(t, text) + zeros, ""},
		{"zeros between", gzipOf(t, text[:12]) + zeros + gzipOf(t, text[12:]) + "\x00", ""},
		{"a few bytes", gzipOf(t, text) + "garbage", "were left out: 7; pack the file again if rows are missing"},
		{"a line", gzipOf(t, text) + "some longer line of a log\n", "were left out: 26;"},
		{"zeros and bytes", gzipOf(t, text) + zeros + "end", "were left out: 3;"},
		{"a workbook", gzipOf(t, workbookBytes(t, "")) + "end", "were left out: 3;"},
	} {
		path := writeFile(t, "orders.csv.gz", c.content)
		for _, o := range []struct{ path, stdin string }{{path, ""}, {"-", c.content}} {
			d, err := Open(context.Background(), []string{o.path}, Options{Stdin: strings.NewReader(o.stdin)}, nil)
			if err != nil {
				t.Errorf("%s, %s: %v", c.name, o.path, err)
				continue
			}
			if got := cells(d.Tables[0]); got != want && got != "id" {
				t.Errorf("%s, %s:\n%s", c.name, o.path, got)
			}
			var told string
			for _, f := range d.Findings {
				if f.Table < 0 && f.Level == model.Warning {
					told += f.Text.In(wording.English())
				}
			}
			if (told == "") != (c.says == "") || !strings.Contains(told, c.says) || c.says != "" && !strings.HasPrefix(told, o.path+": ") {
				t.Errorf("%s, %s: told %q", c.name, o.path, told)
			}
		}
	}
	cut := gzipOf(t, text) + gzipOf(t, text)[:15]
	_, err := Open(context.Background(), []string{"-"}, Options{Stdin: strings.NewReader(cut)}, nil)
	expectError(t, err, "-", "it is cut off before its end")
}

// TestGzipMembersReadByByte: however the bytes come, they are the same.
func TestGzipMembersReadByByte(t *testing.T) {
	content := gzipOf(t, "one ") + "\x00\x00" + gzipOf(t, "") + gzipOf(t, "two") + "x"
	var behind atomic.Int64
	g, err := newGzipMembers(iotest.OneByteReader(strings.NewReader(content)), &behind)
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(iotest.OneByteReader(g))
	if err != nil || string(got) != "one two" || behind.Load() != 1 {
		t.Errorf("%q, %d bytes behind, %v", got, behind.Load(), err)
	}
	broken := gzipOf(t, "one") + "\x1F\x8B no header"
	g, err = newGzipMembers(strings.NewReader(broken), &behind)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadAll(g); !errors.Is(err, gzip.ErrHeader) {
		t.Errorf("a member with a broken header: %v", err)
	}
}

// TestGzipSize: what cannot be the size of the file inside is not taken for it.
func TestGzipSize(t *testing.T) {
	text := strings.Repeat("A1,5\n", 9) + "A2,6\n"
	packed := int64(len(gzipOf(t, text)))
	for name, c := range map[string]struct {
		content string
		want    int64
	}{
		"stated":  {gzipOf(t, text), int64(len(text))},
		"zeros":   {gzipOf(t, text) + strings.Repeat("\x00", 500), usualRatio * (packed + 500)},
		"words":   {gzipOf(t, text) + "zzzz", usualRatio * (packed + 4)},
		"members": {gzipOf(t, text) + gzipOf(t, "\n"), usualRatio * int64(len(gzipOf(t, text)+gzipOf(t, "\n")))},
	} {
		if got, err := memorySource("a.gz", []byte(c.content)).gzipSize(); err != nil || got != c.want {
			t.Errorf("%s: %d, not %d, %v", name, got, c.want, err)
		}
	}
}
