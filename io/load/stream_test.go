package load

import (
	"context"
	"io"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"custseg/model"
)

// counted counts what was read of a reader.
type counted struct {
	io.Reader
	n int
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.n += n
	return n, err
}

// A stream of no text is refused by its first bytes, for it may have no end.
func TestBinaryStreams(t *testing.T) {
	const most = 64 << 20
	for name, r := range map[string]io.Reader{
		"zeros":                  &repeated{fill: "\x00"},
		"random":                 rand.NewChaCha8([32]byte{1}),
		"text behind many zeros": io.MultiReader(strings.NewReader(strings.Repeat("\x00", 1000)), &repeated{fill: "a,b\n"}),
	} {
		in := &counted{Reader: io.LimitReader(r, most)}
		_, err := Open(context.Background(), []string{"-"}, Options{Stdin: in, Memory: -1}, nil)
		expectError(t, err, "-", "it is not a text file; export the data as CSV or .xlsx")
		if in.n > 2*blockSize {
			t.Errorf("%s: %d bytes were read", name, in.n)
		}
	}
}

// Streams that hold characters NUL with good reason are read.
func TestStreamsWithZeros(t *testing.T) {
	wide := strings.Join(strings.Split("id,x\n1,2\n", ""), "\x00") + "\x00"
	for name, text := range map[string]string{
		"UTF-16 with a mark": "\xff\xfe" + wide, "UTF-16 without": wide, "one stray": "id,x\n1,\x002\n", "under gzip": gzipOf(t, "id,x\n1,2\n"), "a zip": zipOf(t, "a.csv", "id,x\n1,2\n"),
	} {
		d, err := Open(context.Background(), []string{"-"}, Options{Stdin: strings.NewReader(text)}, nil)
		if err != nil || cells(d.Tables[0]) != "id|x\n1|2" {
			t.Errorf("%s: %v, %v", name, d, err)
		}
	}
	asked := Options{Stdin: strings.NewReader(strings.Repeat("\x00a\x01\x02", 10)), Reading: model.Reading{Encoding: "utf-16be"}}
	if d, err := Open(context.Background(), []string{"-"}, asked, nil); err != nil || len(d.Tables) != 1 {
		t.Errorf("an encoding that was named: %v, %v", d, err)
	}
}

func TestDevices(t *testing.T) {
	for _, path := range []string{"/dev/zero", "/dev/random", "/dev/null"} {
		if _, err := os.Stat(path); err != nil {
			t.Skip(err)
		}
		_, err := Open(context.Background(), []string{path}, Options{}, nil)
		expectError(t, err, path, "it is a device, not a file; name a file, or - for standard input")
	}
}

// While nothing comes of a stream it is told that it is waited for, and then how
// much has come.
func TestWaitingForAStream(t *testing.T) {
	out, in := io.Pipe()
	var heard []Progress
	const first, second = "id,x\n", "1,2\n"
	d, err := Open(context.Background(), []string{"-"}, Options{Stdin: out}, func(p Progress) {
		if p.Stream == "" {
			return
		}
		heard = append(heard, p)
		switch len(heard) {
		case 1:
			in.Write([]byte(first)) // returns when it was read
		case 2:
			in.Write([]byte(second))
			in.Close()
		}
	})
	if err != nil || cells(d.Tables[0]) != "id|x\n1|2" {
		t.Fatal(err)
	}
	if len(heard) < 2 || heard[0] != (Progress{Stream: "-"}) || heard[1].Stream != "-" || heard[1].Taken > int64(len(first)) {
		t.Errorf("heard %v", heard)
	}
}
