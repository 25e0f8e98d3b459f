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

// sources finds the files the analyst named. A folder of samples becomes one
// source a file, under a path that can be opened again by itself.
func (o Options) sources(ctx context.Context, paths []string) ([]source, error) {
	var out []source
	stdin := false
	for _, p := range paths {
		switch {
		case p == stdinPath:
			if stdin {
				return nil, &Error{File: p, Problem: model.P("standard input can be read only once"), Remedy: model.P("name it once")}
			}
			stdin = true
			s, err := o.stdin(ctx)
			if err != nil {
				return nil, err
			}
			out = append(out, s)
		case strings.HasPrefix(p, samplePrefix):
			samples, err := o.samples(p)
			if err != nil {
				return nil, err
			}
			out = append(out, samples...)
		default:
			s, err := o.file(ctx, p)
			if err != nil {
				return nil, err
			}
			out = append(out, s)
		}
	}
	return out, nil
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
