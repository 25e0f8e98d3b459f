package xls

import (
	"encoding/binary"
	"io"
)

// The types of the records that are read ([MS-XLS] 2.3).
const (
	recFormula     = 0x0006
	recEOF         = 0x000A
	recDateMode    = 0x0022
	recFilePass    = 0x002F
	recContinue    = 0x003C
	recCodePage    = 0x0042
	recColInfo     = 0x007D
	recBoundSheet  = 0x0085
	recMulRK       = 0x00BD
	recRString     = 0x00D6
	recXF          = 0x00E0
	recMergedCells = 0x00E5
	recSST         = 0x00FC
	recLabelSST    = 0x00FD
	recNumber      = 0x0203
	recLabel       = 0x0204
	recBoolErr     = 0x0205
	recString      = 0x0207
	recRow         = 0x0208
	recRK          = 0x027E
	recFormat      = 0x041E
	recBOF         = 0x0809
)

// headLength is the length of a record's head: its type and its length.
const headLength = 4

// record is a record of the stream.
type record struct {
	kind uint16
	data []byte
	at   int // where it begins in the stream
	next int // where the one behind it begins
}

// recordAt returns the record at a place of a stream. It fails when the stream
// ends before the record does.
func recordAt(stream []byte, at int) (record, error) {
	if at < 0 || len(stream)-at < headLength {
		return record{}, io.ErrUnexpectedEOF
	}
	r := record{kind: binary.LittleEndian.Uint16(stream[at:]), at: at}
	r.next = at + headLength + int(binary.LittleEndian.Uint16(stream[at+2:]))
	if r.next > len(stream) {
		return record{}, io.ErrUnexpectedEOF
	}
	r.data = stream[at+headLength : r.next]
	return r, nil
}

// substream calls a function with each record between the BOF at a place of the
// stream and its EOF, passing over substreams inside such as charts.
func substream(stream []byte, at int, each func(record) error) error {
	for depth := 0; ; {
		r, err := recordAt(stream, at)
		if err != nil {
			return err
		}
		at = r.next
		switch {
		case r.kind == recBOF:
			depth++
			continue
		case r.kind == recEOF:
			if depth--; depth <= 0 {
				return nil
			}
		case depth == 1:
			if err := each(r); err != nil {
				return err
			}
		}
	}
}

func u16(b []byte, at int) int { return int(binary.LittleEndian.Uint16(b[at:])) }
