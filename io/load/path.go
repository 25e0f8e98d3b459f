package load

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"custseg/model"
)

const (
	stdinPath    = "-"
	samplePrefix = "sample:"

	archiveEnding = ".zip"
)

// sources finds the files the analyst named, in their order. What is named again
// is found once.
func (o Options) sources(ctx context.Context, paths []string) ([]source, error) {
	var out []source
	type span struct{ from, to int }
	found := map[string]span{} // of the sources of a path
	for _, p := range paths {
		if before, again := found[p]; again {
			if p == stdinPath {
				return nil, &Error{File: p, Problem: model.P("standard input can be read only once"), Remedy: model.P("name it once")}
			}
			for i := before.from; i < before.to; i++ {
				out = append(out, source{path: out[i].path, again: true, first: i})
			}
			continue
		}
		some, err := o.named(ctx, p)
		if err != nil {
			return nil, err
		}
		found[p] = span{len(out), len(out) + len(some)}
		out = append(out, some...)
	}
	return out, nil
}

// named finds what one path stands for. A folder of samples becomes one source a
// file, under a path that can be opened again by itself.
func (o Options) named(ctx context.Context, p string) ([]source, error) {
	if strings.HasPrefix(p, samplePrefix) {
		return o.samples(p)
	}
	if p == "" {
		return nil, &Error{File: `""`, Problem: model.P("the name of the file is empty"), Remedy: model.P("write the path of one, or - for standard input")}
	}
	var s source
	var err error
	if p == stdinPath {
		s, err = o.stdin(ctx)
	} else {
		s, err = o.file(ctx, p)
	}
	return []source{s}, err
}

// file finds a file by its path, with a sheet or a file of an archive after #
// where no file has the whole path as its name.
func (o Options) file(ctx context.Context, p string) (source, error) {
	var part string
	info, err := os.Stat(p)
	if err != nil {
		if book, after, ok := cutSheet(p); ok {
			p, part = book, after
			info, err = os.Stat(p)
		}
	}
	if err != nil {
		return source{}, openError(p, err)
	}
	if info.IsDir() {
		return source{}, folderError(p)
	}
	s := fileSource(p, info, func() (fs.File, error) { return os.Open(p) })
	if !info.Mode().IsRegular() {
		if s, err = o.special(ctx, p, info.Mode()); err != nil {
			return source{}, err
		}
	}
	s.sheet = o.Reading.Sheet
	return s.unpack(part)
}

// cutSheet parts book.xlsx#Sheet, where the book may be under gzip, and
// archive.zip#file.
func cutSheet(p string) (book, part string, ok bool) {
	for i := range len(p) {
		if p[i] != '#' {
			continue
		}
		ending := strings.ToLower(filepath.Ext(p[:i]))
		if ending == packedEnding {
			ending = strings.ToLower(filepath.Ext(p[:i-len(packedEnding)]))
		}
		if ending == archiveEnding || slices.Contains(workbookEndings(), ending) {
			return p[:i], p[i+1:], true
		}
	}
	return p, "", false
}

func folderError(p string) error {
	return &Error{File: p, Problem: model.P("it is a folder"), Remedy: model.P("name the files in it")}
}
