package load

import (
	"archive/zip"
	"compress/flate"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"strings"
	"syscall"

	"custseg/model"
	"custseg/model/wording"
)

// Error is a file that cannot be read, where in it, and what to do. Its text
// is one line.
type Error struct {
	File        string // as the analyst named it
	Row, Column int    // in the file, counted from 1; 0 when unknown
	Problem     model.Phrase
	Remedy      model.Phrase // may be empty
	Err         error        // the cause, may be nil
}

// Error writes the error in English, on one line.
func (e *Error) Error() string {
	return e.Phrase().In(wording.English())
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Phrase returns the whole error for a reader of any language.
func (e *Error) Phrase() model.Phrase {
	file := oneLine(e.File)
	where := model.Raw(file)
	switch {
	case e.Row > 0 && e.Column > 0:
		where = model.P("%s, row %d, column %d", file, e.Row, e.Column)
	case e.Row > 0:
		where = model.P("%s, row %d", file, e.Row)
	}
	if e.Remedy.Empty() {
		return model.P("%s: %s", where, e.Problem)
	}
	return model.P("%s: %s; %s", where, e.Problem, e.Remedy)
}

// oneLine keeps a file's name or a record from breaking a line or steering a
// terminal.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 {
			return ' '
		}
		return r
	}, s)
}

func (s source) fail(problem, remedy model.Phrase) error {
	return &Error{File: s.path, Problem: problem, Remedy: remedy}
}

func isCorrupt(err error) bool {
	var corrupt flate.CorruptInputError
	return errors.As(err, &corrupt)
}

// openError says why a file cannot be opened, unpacked or read.
func openError(path string, err error) error {
	if named := (*Error)(nil); errors.As(err, &named) {
		return err
	}
	e := &Error{File: path, Err: err}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		e.Problem = model.P("there is no such file")
		e.Remedy = model.P("check the spelling and the folder")
	case errors.Is(err, errChanged):
		e.Problem = model.P("it changed while it was read")
		e.Remedy = model.P("run again when nothing writes it any more")
	case errors.Is(err, fs.ErrPermission):
		e.Problem = model.P("you may not read this file")
		e.Remedy = model.P("change its permissions or copy it to a folder of yours")
	case errors.Is(err, syscall.EMFILE), errors.Is(err, syscall.ENFILE):
		e.Problem = model.P("too many files are open already")
		e.Remedy = model.P("close other programs, or raise the limit with ulimit -n")
	case errors.Is(err, errBomb):
		e.Problem = model.P("it unpacks to more than %d GiB and to more than %d times its size, which no table does", unpackedLimit>>30, unpackedRatio)
		e.Remedy = model.P("if it is a table all the same, unpack it and open the file inside")
	case errors.Is(err, io.ErrUnexpectedEOF):
		e.Problem = model.P("it is cut off before its end")
		e.Remedy = model.P("copy or download it again")
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), errors.Is(err, zip.ErrFormat), errors.Is(err, zip.ErrChecksum), isCorrupt(err):
		e.Problem = model.P("its packed data is damaged")
		e.Remedy = model.P("copy or download it again, or unpack it and open the file inside")
	case errors.Is(err, zip.ErrAlgorithm):
		e.Problem = model.P("it is packed in a way that is not known here")
		e.Remedy = model.P("unpack it and open the file inside")
	default:
		var pe *fs.PathError
		if errors.As(err, &pe) {
			err = pe.Err
		}
		e.Problem = model.P("it cannot be read: %s", oneLine(err.Error()))
		e.Remedy = model.P("check that the file and its disk are in order")
	}
	return e
}
