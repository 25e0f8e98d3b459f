package export

import (
	"context"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"custseg/model"
)

// heapWatch finds the most heap that is in use while something runs, over what
// was in use before.
type heapWatch struct {
	before, most uint64
	stop, ended  chan struct{}
}

func watchHeap() *heapWatch {
	const every = 5 * time.Millisecond
	runtime.GC()
	w := &heapWatch{stop: make(chan struct{}), ended: make(chan struct{})}
	w.look()
	w.before = w.most
	go func() {
		defer close(w.ended)
		for tick := time.NewTicker(every); ; {
			select {
			case <-w.stop:
				tick.Stop()
				return
			case <-tick.C:
				w.look()
			}
		}
	}()
	return w
}

func (w *heapWatch) look() {
	var now runtime.MemStats
	runtime.ReadMemStats(&now)
	w.most = max(w.most, now.HeapInuse)
}

// megabytes ends the watch.
func (w *heapWatch) megabytes() float64 {
	close(w.stop)
	<-w.ended
	return float64(w.most-w.before) / (1 << 20)
}

// plainStream writes the cells of a document's customers as excelize's own stream
// does, with nothing else in the workbook.
func plainStream(b *testing.B, path string, d Document) {
	b.Helper()
	v, err := newView(d, Options{})
	if err != nil {
		b.Fatal(err)
	}
	f := excelize.NewFile()
	defer f.Close()
	sheet, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	row := make([]any, len(v.columns()))
	for i := range d.Customers.Len() {
		for j, c := range v.columns() {
			if n, is := c.Column.(*model.Numbers); is {
				row[j] = n.At(i)
			} else {
				row[j] = c.Text(i)
			}
		}
		at, err := excelize.CoordinatesToCellName(1, i+2)
		if err != nil {
			b.Fatal(err)
		}
		if err := sheet.SetRow(at, row); err != nil {
			b.Fatal(err)
		}
	}
	if err := sheet.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := f.SaveAs(path); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkWorkbook reports the time and the heap of a workbook
// of a number of customers as ratios to a plain stream of the same cells in the
// same run, and its heap, which must not follow the number of customers: what it
// grows by is garbage, of which a larger document lets more lie.
func BenchmarkWorkbook(b *testing.B) {
	for _, n := range []int{25_000, 250_000} {
		d := manyCustomers(b, n)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			folder := b.TempDir()
			var ours, plain time.Duration
			var heap, plainHeap float64
			for b.Loop() {
				w, start := watchHeap(), time.Now()
				if err := Write(context.Background(), filepath.Join(folder, "ours.xlsx"), d, Options{Force: true}, nil); err != nil {
					b.Fatal(err)
				}
				ours += time.Since(start)
				heap = max(heap, w.megabytes())
				w, start = watchHeap(), time.Now()
				plainStream(b, filepath.Join(folder, "plain.xlsx"), d)
				plain += time.Since(start)
				plainHeap = max(plainHeap, w.megabytes())
			}
			b.ReportMetric(float64(ours)/float64(plain), "time/plain")
			b.ReportMetric(heap, "MB-heap")
			b.ReportMetric(plainHeap, "MB-plain")
		})
	}
}
