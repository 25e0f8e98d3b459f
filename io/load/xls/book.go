package xls

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"custseg/io/load/grid"

	"github.com/richardlehane/mscfb"
	"golang.org/x/text/encoding"
)

// The errors of [Open], apart from those of reading.
var (
	ErrNotWorkbook = errors.New("not a workbook")
	ErrPassword    = errors.New("a workbook with a password")
)

var errDamaged = errors.New("xls: the compound file is damaged")

// Book is an open workbook.
type Book struct {
	stream       []byte
	biff8        bool // else BIFF5
	text         encoding.Encoding
	sheets       []grid.Sheet
	begins       []int // of the sheets in the stream
	strings      [][]byte
	codes        map[int]grid.Format // of the number formats
	formats      []grid.Format       // by cell style
	calendar1904 bool
}

// Calendar1904 reports whether days are counted from 1904 rather than from 1900.
func (b *Book) Calendar1904() bool { return b.calendar1904 }

// Open reads a workbook into memory, and what it says of itself.
func Open(r io.ReaderAt, size int64) (*Book, error) {
	stream, err := workbookStream(r, size)
	if err != nil {
		return nil, err
	}
	return parse(stream)
}

// maxStream is the most that is read of a workbook.
const maxStream = 1 << 30

// workbookStream returns the records of a workbook. A file that holds them for
// two versions of Excel has two streams.
func workbookStream(r io.ReaderAt, size int64) (stream []byte, err error) {
	defer func() {
		if recover() != nil { // the directory of a damaged file may be empty
			stream, err = nil, errDamaged
		}
	}()
	if err := checkHeader(r, size); err != nil {
		return nil, err
	}
	file, err := mscfb.New(r)
	if err != nil {
		return nil, fmt.Errorf("xls: %w", err)
	}
	var book *mscfb.File
	for _, f := range file.File {
		switch {
		case len(f.Path) > 0:
		case strings.EqualFold(f.Name, "Workbook"), strings.EqualFold(f.Name, "Book") && book == nil:
			book = f
		case f.Name == "EncryptedPackage":
			return nil, ErrPassword
		}
	}
	if book == nil {
		return nil, ErrNotWorkbook
	}
	if book.Size > size || book.Size > maxStream {
		return nil, errDamaged
	}
	stream = make([]byte, book.Size)
	if _, err := io.ReadFull(book, stream); err != nil {
		return nil, fmt.Errorf("xls: %w", err)
	}
	return stream, nil
}

// checkHeader looks whether the numbers of sectors in the head of a compound
// file ([MS-CFB] 2.2) fit the file's size, for memory is set aside by them.
func checkHeader(r io.ReaderAt, size int64) error {
	head := make([]byte, 76)
	if _, err := r.ReadAt(head, 0); err != nil {
		return ErrNotWorkbook
	}
	sectors := size / 512
	for _, at := range []int{40, 44, 64, 72} { // of the directory, the FAT, the mini FAT, the DIFAT
		if n := int64(u16(head, at)) | int64(u16(head, at+2))<<16; n > sectors {
			return errDamaged
		}
	}
	return nil
}

// The versions that a BOF record names.
const (
	versionBIFF5 = 0x0500
	versionBIFF8 = 0x0600
)

// parse reads the globals of a workbook: its sheets, shared strings and styles.
func parse(stream []byte) (*Book, error) {
	b := &Book{stream: stream, codes: map[int]grid.Format{}, text: codePage(0)}
	first, err := recordAt(stream, 0)
	if err != nil || first.kind != recBOF || len(first.data) < 2 {
		return nil, ErrNotWorkbook
	}
	switch u16(first.data, 0) {
	case versionBIFF8:
		b.biff8 = true
	case versionBIFF5:
	default:
		return nil, ErrNotWorkbook
	}
	var xf []int
	err = substream(stream, 0, func(r record) error {
		if r.kind == recXF && len(r.data) >= 4 {
			xf = append(xf, u16(r.data, 2))
			return nil
		}
		return b.global(r)
	})
	if err != nil {
		return nil, err
	}
	b.formats = make([]grid.Format, len(xf))
	for i, id := range xf {
		if f, ok := b.codes[id]; ok {
			b.formats[i] = f
		} else {
			b.formats[i] = grid.BuiltinFormat(id)
		}
	}
	b.measure()
	return b, nil
}

// global takes a record of the globals.
func (b *Book) global(r record) error {
	var err error
	switch r.kind {
	case recFilePass:
		return ErrPassword
	case recCodePage:
		if len(r.data) >= 2 {
			b.text = codePage(u16(r.data, 0))
		}
	case recDateMode:
		b.calendar1904 = len(r.data) >= 2 && u16(r.data, 0) == 1
	case recFormat:
		if len(r.data) < 4 {
			break
		}
		id := u16(r.data, 0)
		r.data = r.data[2:]
		b.codes[id] = grid.ParseFormat(string(b.shortText(r, b.biff8)))
	case recBoundSheet:
		b.boundSheet(r)
	case recSST:
		b.strings, err = readStrings(r.reader(b.stream))
	}
	return err
}

// boundSheet takes a sheet ([MS-XLS] 2.4.28), unless it is a chart or a macro.
func (b *Book) boundSheet(r record) {
	if len(r.data) < 8 || r.data[5] != 0 {
		return
	}
	begin, state := u16(r.data, 0)|u16(r.data, 2)<<16, r.data[4]&3
	r.data = r.data[6:]
	b.sheets = append(b.sheets, grid.Sheet{Name: string(b.shortText(r, false)), Hidden: state != 0})
	b.begins = append(b.begins, begin)
}

// shortText reads the text at the beginning of a record's data, with a length of
// one byte or of two.
func (b *Book) shortText(r record, long bool) []byte {
	in := r.reader(b.stream)
	length := 0
	if long {
		length = in.u16()
	} else {
		length = int(in.byte())
	}
	return b.appendText(nil, in, length)
}

// appendText appends a text whose length was read.
func (b *Book) appendText(dst []byte, in *reader, length int) []byte {
	if b.biff8 {
		return in.appendText(dst, length)
	}
	text, err := b.text.NewDecoder().Bytes(in.rest[:min(length, len(in.rest))])
	if err != nil {
		return dst
	}
	return append(dst, text...)
}

// measure finds how long the sheets are: up to the one behind or the end.
func (b *Book) measure() {
	for i, begin := range b.begins {
		end := len(b.stream)
		for _, other := range b.begins {
			if other > begin && other < end {
				end = other
			}
		}
		b.sheets[i].Size = int64(max(0, end-begin))
	}
}

// Sheets returns the sheets of cells in the order of their tabs.
func (b *Book) Sheets() []grid.Sheet { return b.sheets }
