package load

import (
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"custseg/model"
)

// allRecords cuts a text into records.
func allRecords(t testing.TB, text string, l layout) [][]string {
	t.Helper()
	var out [][]string
	r := newRecords(strings.NewReader(text), l)
	for r.next() {
		record := []string{}
		for _, f := range r.fields {
			record = append(record, string(f))
		}
		out = append(out, record)
	}
	if r.err != nil {
		t.Fatal(r.err)
	}
	return out
}

// TestRecordsAcrossBlocks cuts the same records whatever their place in the
// blocks that are read.
func TestRecordsAcrossBlocks(t *testing.T) {
	l := layout{delimiter: ',', eol: '\n'}
	record := "1,\"two, \"\"2\"\"\nlines\",three\n"
	want := []string{"1", "two, \"2\"\nlines", "three"}
	for pad := range len(record) + 1 {
		text := strings.Repeat("x", pad) + "\n" + strings.Repeat(record, 2*blockSize/len(record))
		got := allRecords(t, text, l)
		if len(got) != 1+2*blockSize/len(record) {
			t.Fatalf("pad %d: %d records", pad, len(got))
		}
		for i, r := range got[1:] {
			if !slices.Equal(r, want) {
				t.Fatalf("pad %d: record %d is %q", pad, i+1, r)
			}
		}
	}
}

// TestLongQuotedField reads a field longer than a block, and rejects only the
// line of one that never ends.
func TestLongQuotedField(t *testing.T) {
	l := layout{delimiter: ',', eol: '\n'}
	long := strings.Repeat("word\n", blockSize/4)
	if got := allRecords(t, "a,\""+long+"\"\nb,c\n", l); len(got) != 2 || got[0][1] != long {
		t.Errorf("%d records", len(got))
	}
	open := "a,\"b\n" + strings.Repeat("1,2\n", maxRecord/2)
	r := newRecords(strings.NewReader(open), l)
	rows, unclosed := 0, 0
	for r.next() {
		rows++
		if r.unclosed {
			unclosed++
		}
	}
	if r.err != nil || unclosed != 1 || rows != 1+maxRecord/2 || r.row != rows {
		t.Errorf("%v: %d rows, %d unclosed, row %d", r.err, rows, unclosed, r.row)
	}
}

func TestReadErrorIsKept(t *testing.T) {
	r := newRecords(iotest.TimeoutReader(strings.NewReader(strings.Repeat("a,b\n", blockSize))), layout{delimiter: ',', eol: '\n'})
	for r.next() {
	}
	if r.err != iotest.ErrTimeout {
		t.Errorf("the error is %v", r.err)
	}
}

func TestDetectLayout(t *testing.T) {
	for _, c := range []struct {
		name, head string
		want       string
	}{
		{"comma", "a,b\n1,2\n", ","},
		{"semicolon in text", "a,b\nx;y,2\nz;w,3\n", ","},
		{"comma in text", "a;b;c\nx, y;2;3\nz, w;3;4\n", ";"},
		{"decimal commas, no header", "1,5;2,5\n3,5;4,5\n", ";"},
		{"a semicolon in every first field", "x;y,2,3\nz;w,4,5\n", ","},
		{"tab with commas", "a\tb\nx, y\t2\n", "\t"},
		{"quoted delimiters", "a|b\n\"x,y,z\"|2\n\"p,q,r\"|3\n", "|"},
		{"ragged", "a,b,c\na\na,b\na,b,c,d\nb,c\n", ","},
		{"aligned", "  1  2.5 x\n 10 12.5 y\n", " "},
		{"sentences", "the quick fox\njumps over\nthe dog\n", ","},
		{"one column", "a\nb\n", ","},
	} {
		l, err := detectLayout([]byte(c.head), true, model.Reading{})
		got := string(l.delimiter)
		if l.aligned {
			got = " "
		}
		if err != nil || got != c.want {
			t.Errorf("%s: delimiter %q, want %q", c.name, got, c.want)
		}
	}
}

// FuzzRecords cuts any text without panic, always ending, and puts the pieces of
// the text together to the whole.
func FuzzRecords(f *testing.F) {
	for _, s := range []string{"a,b\n1,2\n", "\"a\"\"b\",c\r\n", "\"open\n1,2\n", "a\rb\r", " 1  2\n", "\ufeffa;b", "\"\"\"", ",\"\n\",", ""} {
		for mode := range byte(64) {
			f.Add(s, mode)
		}
	}
	f.Fuzz(func(t *testing.T, text string, mode byte) {
		l := layout{delimiter: ",;\t|"[mode%4], eol: "\n\r"[mode/4%2], aligned: mode/8%2 == 1}
		l.mixed, l.escaped = l.eol == '\n' && mode/16%2 == 1, mode/32%2 == 1
		r := newRecords(strings.NewReader(text), l)
		var whole strings.Builder
		rows := 0
		for r.next() {
			rows++
			whole.Write(r.text)
		}
		if r.err != nil {
			t.Skip(r.err)
		}
		if got, want := whole.String(), strings.TrimPrefix(text, markUTF8); got != want {
			t.Errorf("%d records hold %q of %q", rows, got, want)
		}
	})
}
