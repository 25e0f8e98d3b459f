package load

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"custseg/model"

	"github.com/xuri/excelize/v2"
)

// TestTooLargeForMemory: a file that needs more memory than there is fails
// before it is read, and says how many rows would fit.
func TestTooLargeForMemory(t *testing.T) {
	path := writeOrders(t, 60000)
	read := func(path string, o Options) error {
		_, err := Open(context.Background(), []string{path}, o, nil)
		return err
	}
	err := read(path, Options{Memory: 2 << 20})
	expectError(t, err, path, "memory and 2 MB is free; read the first rows only, as with --rows ")
	var need, fit int
	if _, scanErr := fmt.Sscanf(err.Error()[len(path):], ": reading it needs about %d MB of memory and 2 MB is free; read the first rows only, as with --rows %d", &need, &fit); scanErr != nil || need < 4 || need > 40 {
		t.Fatalf("%v: %v", scanErr, err)
	}
	if err := read(path, Options{Memory: 2 << 20, Reading: model.Reading{Rows: fit}}); err != nil {
		t.Errorf("the rows advised do not fit: %v", err)
	}
	for _, memory := range []int64{-1, 1 << 40} {
		if err := read(path, Options{Memory: memory}); err != nil {
			t.Errorf("with memory %d: %v", memory, err)
		}
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	packed := writeFile(t, "orders.csv.gz", gzipOf(t, string(content)))
	expectError(t, read(packed, Options{Memory: 2 << 20}), packed, "--rows")
	expectError(t, read("-", Options{Memory: 2 << 20, Stdin: bytes.NewReader(content)}), "-", "it is longer than the 1 MB of memory that it may take, or has no end; save it in a file and open that")
}

func TestWorkbookTooLargeForMemory(t *testing.T) {
	path := saveBook(t, func(f *excelize.File) error {
		w, err := f.NewStreamWriter("Sheet1")
		if err != nil {
			return err
		}
		for i := range 5000 {
			if err := w.SetRow(fmt.Sprint("A", i+1), []any{i, "Ann", 2.5}); err != nil {
				return err
			}
		}
		return w.Flush()
	})
	_, err := Open(context.Background(), []string{path}, Options{Memory: 100 << 10}, nil)
	expectError(t, err, path, "is free; read the first rows only with --rows, or export it with fewer columns")
	if _, err := Open(context.Background(), []string{path}, Options{Memory: 64 << 20}, nil); err != nil {
		t.Error(err)
	}
}

// TestEstimate compares what is estimated with the heap that a table takes.
func TestEstimate(t *testing.T) {
	path := writeOrders(t, 200_000)
	o := Options{Memory: -1}
	s, err := o.file(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	v, err := take(context.Background(), s, nil)
	if err != nil {
		t.Fatal(err)
	}
	e, err := s.estimate(v, charset{name: "utf-8"})
	if err != nil {
		t.Fatal(err)
	}
	if e.rows < 180_000 || e.rows > 220_000 || len(e.columns) != 8 {
		t.Errorf("%.0f rows of %d columns, not 200,000 of 8", e.rows, len(e.columns))
	}
	heap := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.GC() // what pools keep goes with the second
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before := heap()
	d, err := Open(context.Background(), []string{path}, o, nil)
	if err != nil {
		t.Fatal(err)
	}
	held := float64(heap() - before)
	runtime.KeepAlive(d)
	// While it is read a table takes more than what stays of it: places of words and
	// tables to find them.
	if need := float64(e.bytes(e.rows)); need < held || need > 15*held {
		t.Errorf("%.0f bytes were estimated, the table holds %.0f", need, held)
	}
}

// TestHugeLines: a field and a row without end stop early and in little memory.
func TestHugeLines(t *testing.T) {
	for _, c := range []struct {
		name, head string
		fill       string
		want       string
	}{
		{"a field", "a,b\n1,", "x", "row 2: the line is longer than any record"},
		{"a quoted field", "a,b\n1,\"", "x", "row 2: the line is longer than any record"},
		{"a row of fields", "a,b\n1", ",2", "row 2: the line is longer than any record"},
		{"a million fields", "a,b\n1" + strings.Repeat(",", 1_000_000/2) + "\n", "3,4\n", "row 2: it has 500,001 fields"},
	} {
		const size = 1 << 30
		s := source{path: "huge.csv", size: size, reopen: func() (io.ReadCloser, error) {
			return io.NopCloser(io.MultiReader(strings.NewReader(c.head), io.LimitReader(&repeated{fill: c.fill}, size))), nil
		}}
		head, err := s.firstBytes(headSize)
		if err != nil {
			t.Fatal(err)
		}
		v := survey{head: head, size: size, validUTF8: true}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err = s.readText(context.Background(), v, charset{name: "utf-8"}, job{model.Reading{}, &meter{}, newQuota(0, nil)}, nil)
		runtime.ReadMemStats(&after)
		expectError(t, err, "huge.csv", c.want)
		if allocated := after.TotalAlloc - before.TotalAlloc; allocated > 200<<20 {
			t.Errorf("%s: %d MB were allocated", c.name, allocated>>20)
		}
		if e, err := s.estimate(v, charset{name: "utf-8"}); err != nil || len(e.columns) > maxColumns {
			t.Errorf("%s: an estimate of %d columns, %v", c.name, len(e.columns), err)
		}
	}
}

// repeated is a text over and over.
type repeated struct {
	fill string
	at   int
}

func (r *repeated) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = r.fill[r.at%len(r.fill)]
		r.at++
	}
	return len(p), nil
}

func TestGroupMemory(t *testing.T) {
	files := func(pairs ...string) fstest.MapFS {
		out := fstest.MapFS{}
		for i := 0; i < len(pairs); i += 2 {
			out[pairs[i]] = &fstest.MapFile{Data: []byte(pairs[i+1])}
		}
		return out
	}
	for _, c := range []struct {
		name string
		root fstest.MapFS
		want int64
		ok   bool
	}{
		{"no groups", files(), 0, false},
		{"version 2, no limit", files("proc/self/cgroup", "0::/a\n", "sys/fs/cgroup/a/memory.max", "max\n", "sys/fs/cgroup/a/memory.current", "5\n"), 0, false},
		{"version 2", files("proc/self/cgroup", "0::/a/b\n", "sys/fs/cgroup/a/b/memory.max", "1000\n", "sys/fs/cgroup/a/b/memory.current", "300\n",
			"sys/fs/cgroup/a/b/memory.stat", "anon 5\ninactive_file 100\n"), 800, true},
		{"version 2, a parent's limit", files("proc/self/cgroup", "0::/a/b\n", "sys/fs/cgroup/a/b/memory.max", "1000\n", "sys/fs/cgroup/a/b/memory.current", "300\n",
			"sys/fs/cgroup/a/memory.max", "500", "sys/fs/cgroup/a/memory.current", "400"), 100, true},
		{"version 2, in a container", files("proc/self/cgroup", "0::/\n", "sys/fs/cgroup/memory.max", "1000\n", "sys/fs/cgroup/memory.current", "2000\n"), 0, true},
		{"version 1", files("proc/self/cgroup", "5:cpu:/x\n4:memory:/x\n0::/\n", "sys/fs/cgroup/memory/x/memory.limit_in_bytes", "1000\n",
			"sys/fs/cgroup/memory/x/memory.usage_in_bytes", "400\n", "sys/fs/cgroup/memory/x/memory.stat", "total_inactive_file 50\n"), 650, true},
	} {
		if got, ok := groupMemory(c.root); got != c.want || ok != c.ok {
			t.Errorf("%s: %d, %v, want %d, %v", c.name, got, ok, c.want, c.ok)
		}
		if got := freeMemory(c.root); c.ok && int64(got) != c.want {
			t.Errorf("%s: %d bytes are free, want %d", c.name, got, c.want)
		}
	}
}

func TestAddressSpace(t *testing.T) {
	for _, c := range []struct {
		limit string
		want  int64
		ok    bool
	}{{"6144000000", 6144000000 - 2048<<10, true}, {"1000", 0, true}, {"unlimited", 0, false}} {
		root := fstest.MapFS{
			"proc/self/limits": {Data: []byte("Limit                     Soft Limit           Hard Limit           Units\nMax open files            20000                20000                files\n" +
				"Max address space         " + c.limit + "           unlimited            bytes\n")},
			"proc/self/status": {Data: []byte("VmPeak:\t    9999 kB\nVmSize:\t    2048 kB\n")},
		}
		if got, ok := addressSpace(root); got != c.want || ok != c.ok {
			t.Errorf("%s: %d, %v", c.limit, got, ok)
		}
		if got := freeMemory(root); c.ok && int64(got) > c.want {
			t.Errorf("%s: %d bytes are free", c.limit, got)
		}
	}
}
