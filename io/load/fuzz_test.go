package load

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"custseg/model"

	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// FuzzOpen reads any bytes as a file: no panic, no error but of the kind
// promised, every record accounted for, and columns that hold together.
func FuzzOpen(f *testing.F) {
	for _, s := range []string{
		"id,amount,date\n1,2.5,2011-01-02\n2,x,3/4/2011\n", "a;b\n1,5;2\n\n;\n", "a\tb\r1\t2\r", " 1 2\n 3 4\n", "\"open\n1,2\n", "x\nNA\nnone\n无\n",
		"19970101\n19970102\n19970103\n", "a,a,,\n1,2,3,4\n1,2,3,4,5\n", "\xff\xfei\x00d\x00\n\x001\x00", "\xbf\xcd\xbb\xa7\n\xd4\xf8\n", "12%\n(3)\n$4\n1,234\n007\n",
		"a;b\n1,500;5,50 €\n1.500;EUR 1 234,50\n", "d\n05-Mar-24\nJan 5, 2024\n0000-00-00\n", "a\n\"1,500\"\n1'234.5\n1\u202f234\n?\n",
		encoded(f, "客戶,金額\n曾惠,5\n", traditionalchinese.Big5), encoded(f, "顧客,金額\nﾔﾏﾀﾞ,5\n", japanese.ShiftJIS), "i\x00d\x00\n\x001\x00\n\x00", "a\n\x81\x30\x81\xff\x80\n",
		gzipOf(f, "id,amount\n1,2\n"), zipOf(f, "a.csv", "id\n1\n"), zipOf(f, "a.csv", "id\n1\n", "b.csv", "id\n2\n"),
	} {
		f.Add([]byte(s), false, false)
		f.Add([]byte(s), true, true)
	}
	f.Fuzz(func(t *testing.T, content []byte, noHeader, decode bool) {
		s := memorySource("-", content)
		reading := model.Reading{NoHeader: noHeader}
		if decode {
			reading.Encoding = "gb18030"
		}
		d, err := Open(context.Background(), []string{"-"}, Options{Reading: reading, Stdin: strings.NewReader(string(content))}, nil)
		var e *Error
		if err != nil {
			if !errors.As(err, &e) || strings.ContainsAny(err.Error(), "\r\n") {
				t.Fatalf("the error is %q", err)
			}
			return
		}
		if kindOf(content) != textFile {
			return
		}
		ctx := context.Background()
		v, err := take(ctx, s, nil)
		if err != nil {
			t.Fatal(err)
		}
		if v.stray > 0 {
			s, v = s.withoutNULs(v)
			content = bytes.ReplaceAll(content, []byte{0}, nil)
		}
		c, _, err := s.charsetOf(ctx, v, reading.Encoding)
		if err != nil {
			t.Fatal(err)
		}
		in, err := s.readText(ctx, v, c, job{reading, &meter{}, newQuota(0, nil)}, nil)
		if err != nil {
			t.Fatal(err)
		}
		r := newRecords(c.reader(strings.NewReader(string(content))), in.layout)
		records := 0
		for r.next() {
			records++
		}
		if got := in.firstRows + in.rows + in.blank + in.aside + len(in.rejected); got != records {
			t.Errorf("%d records: %d first, %d rows, %d blank, %d aside, %d rejected", records, in.firstRows, in.rows, in.blank, in.aside, len(in.rejected))
		}
		table := d.Tables[0]
		p := in.settle(tableSpec{noHeader: noHeader, delimiter: in.layout.delimiter}, newNamer().keys)
		heads := in.firstRows
		if p.header == nil {
			heads = 0
		}
		if got := heads + in.rows + in.blank + in.aside + len(in.rejected); got != records || table.Rows() != in.rows || len(d.Rejected) != len(in.rejected) {
			t.Errorf("%d records became %d rows: %d in the header, %d rows, %d blank, %d aside, %d of %d rejected",
				records, table.Rows(), heads, in.rows, in.blank, in.aside, len(d.Rejected), len(in.rejected))
		}
		for _, column := range table.Columns() {
			if texts, ok := column.(*model.Texts); ok {
				seen := map[string]bool{}
				for _, w := range texts.Dict.All() {
					if w == "" || seen[w] {
						t.Errorf("the word %q is empty or occurs twice", w)
					}
					seen[w] = true
				}
			}
			for i := range column.Len() {
				_ = column.Text(i)
			}
		}
		for _, f := range d.Findings {
			if f.Column >= len(table.Columns()) {
				t.Errorf("a finding speaks of column %d of %d", f.Column, len(table.Columns()))
			}
			for _, row := range f.Rows {
				if int(row) >= table.Rows() {
					t.Errorf("a finding speaks of row %d of %d", row, table.Rows())
				}
			}
		}
	})
}
