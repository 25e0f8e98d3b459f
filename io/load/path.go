package load

import (
	"context"
	"io"
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
			s, err := o.file(p)
			if err != nil {
				return nil, err
			}
			out = append(out, s)
		}
	}
	return out, nil
}

func (o Options) stdin(ctx context.Context) (source, error) {
	if o.Stdin == nil {
		return source{}, &Error{File: stdinPath, Problem: model.P("there is no standard input"), Remedy: model.P("name a file")}
	}
	content, err := io.ReadAll(&watched{ctx: ctx, r: o.Stdin, path: stdinPath})
	if err != nil {
		return source{}, err
	}
	s := memorySource(stdinPath, content)
	s.sheet = o.Reading.Sheet
	return s, nil
}

// file finds a file by its path, with a sheet after # where no file has the
// whole path as its name.
func (o Options) file(p string) (source, error) {
	sheet := o.Reading.Sheet
	info, err := os.Stat(p)
	if err != nil {
		if book, part, ok := cutSheet(p); ok {
			p, sheet = book, part
			info, err = os.Stat(p)
		}
	}
	if err != nil {
		return source{}, openError(p, err)
	}
	if info.IsDir() {
		return source{}, folderError(p)
	}
	var s source
	if info.Mode().IsRegular() {
		s = fileSource(p, info, func() (fs.File, error) { return os.Open(p) })
	} else { // a pipe can be read but once
		content, err := os.ReadFile(p)
		if err != nil {
			return source{}, openError(p, err)
		}
		s = memorySource(p, content)
	}
	s.sheet = sheet
	return s, nil
}

// cutSheet parts book.xlsx#Sheet.
func cutSheet(p string) (book, sheet string, ok bool) {
	for i := range len(p) {
		if p[i] == '#' && slices.Contains(workbookEndings(), strings.ToLower(filepath.Ext(p[:i]))) {
			return p[:i], p[i+1:], true
		}
	}
	return p, "", false
}

func folderError(p string) error {
	return &Error{File: p, Problem: model.P("it is a folder"), Remedy: model.P("name the files in it")}
}
