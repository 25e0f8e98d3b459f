package load

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"custseg/model"
)

// blockTexts are texts whose rows are cut in several ways.
func blockTexts() []string {
	rows := func(row string, n int) string { return strings.Repeat(row, n) }
	return []string{
		rows("O1,C2,3.5\n", 6) + "O2,C3\n\n , ,\nO4,C5,6,,\nO7,C8,9,x\n\"O1\", \"a \"\"b\"\" \nc\" d,7\n",
		rows("a\n", 7) + "\"open\nb\n", rows("a,b\n", 7) + "last,line", rows("a,b\r\n", 7) + "x\ry,z\r\n", rows("a;b\n", 7) + ";\n;;\n;x\n",
		rows("id,name\n", 10) + rows("1,\"two\nlines\"\n12345678901234567890, Ä \n,\u00a0x\u00a0\n", 90), rows("a\tb\n", 7) + "\t\n c\t\td\n",
		rows("100,x\n", 7) + "101,x\n101,y\n102,x\n12345678,x\n123456789012,x\n123456789013,x\n5,x\n", rows("a,b\n", 7) + "\"x\"y\"z\",\" \"\n\"\",\"\"\"\"\n",
	}
}

// FuzzTakeBlocks takes a text in blocks and record by record: both give the same
// rows, and set the same apart.
func FuzzTakeBlocks(f *testing.F) {
	for i, text := range blockTexts() {
		f.Add([]byte(text), uint8(i), uint8(3*i))
	}
	f.Fuzz(func(t *testing.T, text []byte, size, delimiter uint8) {
		l := layout{delimiter: delimiters()[int(delimiter)%len(delimiters())], eol: '\n'}
		if !bytes.Contains(text, []byte{'\n'}) {
			l.eol = '\r'
		}
		s := memorySource("x.csv", text)
		one, other := newTestIntake(nil), newTestIntake(nil)
		err := s.takeAll(one, bytes.NewReader(text), l, 0)
		again := s.takeAll(other, bytes.NewReader(text), l, 1+int(size))
		if (err == nil) != (again == nil) {
			t.Fatalf("record by record: %v, in blocks: %v", err, again)
		}
		if err != nil {
			return
		}
		if a, b := takenIn(one), takenIn(other); !reflect.DeepEqual(a, b) {
			t.Errorf("record by record:\n%v\nin blocks:\n%v", a, b)
		}
	})
}

// newTestIntake is an intake of three columns whose table has begun.
func newTestIntake(stop <-chan struct{}) *intake {
	in := newIntake(job{model.Reading{}, &meter{}, newQuota(0, stop)}, 3, room{}, false)
	in.opening, in.least = false, 3
	return in
}

// takeAll takes in a text, in passages of a size behind its first rows, or record
// by record for a size of 0.
func (s source) takeAll(in *intake, src *bytes.Reader, l layout, size int) error {
	r := newRecords(src, l)
	rows := 0
	more, err := s.takeRecords(in, r, func() bool { rows++; return size == 0 || rows < 3 })
	if more && err == nil {
		if r, err = in.takeBlocks(r, src, nil, size); r != nil {
			_, err = s.takeRecords(in, r, func() bool { return true })
		}
	}
	in.finish()
	return err
}

// taken is what an intake holds.
type taken struct {
	Rows     [][]string
	Runs     []model.Run
	Short    []int32
	Rejected []model.Rejected
	Counts   [6]int
	First    []string
	Taken    int
	Words    [][]string // by column, in their order
}

func takenIn(in *intake) taken {
	out := taken{Runs: in.runs, Short: in.short, Rejected: in.rejected, First: in.first, Taken: in.job.taken,
		Counts: [6]int{in.rows, in.blank, in.aside, in.widest, in.longer, in.strayCR}}
	for row := range int32(in.rows) {
		out.Rows = append(out.Rows, in.cellsOf(row))
	}
	for _, w := range in.columns {
		var words []string
		for _, word := range w.all() {
			words = append(words, word)
		}
		out.Words = append(out.Words, words)
	}
	return out
}

// TestTakeBlocksGivesUp takes a record that is longer than any, and one whose
// quotation mark stays open, in blocks as record by record.
func TestTakeBlocksGivesUp(t *testing.T) {
	l := layout{delimiter: ',', eol: '\n'}
	for _, text := range []string{
		strings.Repeat("a,b\n", 60) + "\"" + strings.Repeat("open\n", maxRecord/4) + "c,d\n",
		strings.Repeat("a,b\n", 60) + "\"" + strings.Repeat("long\n", maxRecord/5-3) + "\",x\nc,d\n",
		strings.Repeat("a,b\n", 60) + "\"" + strings.Repeat("x", 300<<10) + "\",y\nc,\"d",
	} {
		s := memorySource("x.csv", []byte(text))
		one, other := newTestIntake(nil), newTestIntake(nil)
		if err := s.takeAll(one, bytes.NewReader([]byte(text)), l, 0); err != nil {
			t.Fatal(err)
		}
		if err := s.takeAll(other, bytes.NewReader([]byte(text)), l, passageText); err != nil {
			t.Fatal(err)
		}
		if a, b := takenIn(one), takenIn(other); !reflect.DeepEqual(a, b) {
			t.Errorf("%d and %d rows, %d and %d rejected", one.rows, other.rows, len(one.rejected), len(other.rejected))
		}
	}
}

// TestStopInBlocks ends a reading before the end of the file.
func TestStopInBlocks(t *testing.T) {
	stop := make(chan struct{})
	close(stop)
	in := newTestIntake(stop)
	text := strings.Repeat("a,b\n", 200)
	s := memorySource("x.csv", []byte(text))
	if err := s.takeAll(in, bytes.NewReader([]byte(text)), layout{delimiter: ',', eol: '\n'}, 16); err != nil {
		t.Fatal(err)
	}
	if in.rows >= 200 || !in.cut || !in.job.ended || in.rows != in.job.taken || in.columns[0].codes.Len() != in.rows {
		t.Errorf("%d rows of %d words, %d taken, cut %v, ended %v", in.rows, in.columns[0].codes.Len(), in.job.taken, in.cut, in.job.ended)
	}
}
