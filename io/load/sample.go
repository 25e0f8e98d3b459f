package load

import (
	"bytes"
	"compress/gzip"
	"io"
	"io/fs"
	"path"
	"strings"

	"custseg/model"
)

// packedEnding is the ending of a sample's file under gzip. It is no part of the
// path by which the file is known: that and its bytes are those of the file
// unpacked.
const packedEnding = ".gz"

// samples finds built-in data: a folder of CSV files, or one file of it.
func (o Options) samples(p string) ([]source, error) {
	name := strings.TrimPrefix(p, samplePrefix)
	if o.Samples == nil || !fs.ValidPath(name) || name == "." {
		return nil, o.noSample(p)
	}
	info, err := fs.Stat(o.Samples, name)
	if err == nil && info.IsDir() {
		return o.sampleFolder(p, name)
	}
	if err != nil {
		name += packedEnding
		if _, err := fs.Stat(o.Samples, name); err != nil {
			return nil, o.noSample(p)
		}
	}
	s, err := o.sample(name)
	return []source{s}, err
}

func (o Options) sampleFolder(p, name string) ([]source, error) {
	entries, err := fs.ReadDir(o.Samples, name)
	if err != nil {
		return nil, openError(p, err)
	}
	var out []source
	for _, e := range entries {
		if e.IsDir() || !strings.EqualFold(path.Ext(strings.TrimSuffix(e.Name(), packedEnding)), ".csv") {
			continue
		}
		s, err := o.sample(path.Join(name, e.Name()))
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	if out == nil {
		return nil, o.noSample(p)
	}
	return out, nil
}

func (o Options) sample(name string) (source, error) {
	known := samplePrefix + strings.TrimSuffix(name, packedEnding)
	content, err := ReadSample(o.Samples, name)
	if err != nil {
		return source{}, openError(known, err)
	}
	return memorySource(known, content), nil
}

// ReadSample returns the bytes of a file of built-in data, unpacked where its
// name ends in .gz.
func ReadSample(samples fs.FS, name string) ([]byte, error) {
	content, err := fs.ReadFile(samples, name)
	if err != nil || !strings.HasSuffix(name, packedEnding) {
		return content, err
	}
	r, err := gzip.NewReader(bytes.NewReader(content))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

func (o Options) noSample(p string) error {
	var names []string
	if o.Samples != nil {
		entries, _ := fs.ReadDir(o.Samples, ".")
		for _, e := range entries {
			if e.IsDir() {
				names = append(names, samplePrefix+e.Name())
			}
		}
	}
	remedy := model.Phrase{}
	if len(names) > 0 {
		remedy = model.P("there are %s", strings.Join(names, ", "))
	}
	return &Error{File: p, Problem: model.P("there is no such sample"), Remedy: remedy}
}
