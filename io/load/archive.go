package load

import (
	"archive/zip"
	"io"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"custseg/model"
)

// zipEncrypted is the bit of a zip file's flags that says it is encrypted.
const zipEncrypted = 1

// member is a file in a zip archive.
type member struct {
	*zip.File
	name string // in UTF-8
	at   int    // its place in the archive
}

// unzip is the file in a zip archive: the only one, or the one that part names,
// which may go on with # and a sheet. Workbooks and other documents are zip
// archives too, and return as they are.
func (s source) unzip(part string) (source, error) {
	r, size, closer, err := s.randomAccess()
	if err != nil {
		return source{}, err
	}
	defer closer.Close()
	archive, err := zip.NewReader(r, size)
	if err != nil {
		return source{}, openError(s.path, err)
	}
	if isDocument(archive) {
		if part != "" {
			s.sheet = part
		}
		return s, nil
	}
	m, sheet, err := s.chooseMember(members(archive), part)
	if err != nil {
		return source{}, err
	}
	inside := s
	if sheet != "" {
		inside.sheet = sheet
	}
	if part != "" && sheet != part {
		inside.path = s.path + "#" + m.name
	}
	inside.inner, inside.packed = m.name, true
	inside.size = int64(m.UncompressedSize64)
	switch {
	case m.Flags&zipEncrypted != 0:
		return source{}, inside.fail(model.P("it is protected with a password"), model.P("unpack it and open the file inside"))
	case isBomb(inside.size, int64(m.CompressedSize64)):
		return source{}, openError(inside.path, errBomb)
	}
	inside.reopen = func() (io.ReadCloser, error) { return s.openMember(m.at) }
	return inside, nil
}

// openMember starts reading a file of the archive.
func (s source) openMember(at int) (io.ReadCloser, error) {
	r, size, closer, err := s.randomAccess()
	if err != nil {
		return nil, err
	}
	archive, err := zip.NewReader(r, size)
	if err == nil && at >= len(archive.File) {
		err = zip.ErrFormat // the archive has changed meanwhile
	}
	if err != nil {
		closer.Close()
		return nil, err
	}
	f, err := archive.File[at].Open()
	if err != nil {
		closer.Close()
		return nil, err
	}
	return &unpacking{r: f, file: closer, packed: int64(archive.File[at].CompressedSize64)}, nil
}

// isDocument reports whether a zip archive is a workbook or another document of
// an office program.
func isDocument(archive *zip.Reader) bool {
	return slices.ContainsFunc(archive.File, func(f *zip.File) bool {
		return f.Name == "[Content_Types].xml" || f.Name == "_rels/.rels" || f.Name == "META-INF/manifest.xml"
	})
}

// checkParts fails when a part of a workbook is far larger than its packed size.
func (s source) checkParts() error {
	r, size, closer, err := s.randomAccess()
	if err != nil {
		return err
	}
	defer closer.Close()
	archive, err := zip.NewReader(r, size)
	if err != nil {
		return nil // the reading itself will say why
	}
	for _, f := range archive.File {
		if isBomb(int64(f.UncompressedSize64), int64(f.CompressedSize64)) {
			return openError(s.path, errBomb)
		}
	}
	return nil
}

// members lists the files of an archive, without what systems add for
// themselves.
func members(archive *zip.Reader) []member {
	var out []member
	for i, f := range archive.File {
		name := strings.ReplaceAll(memberName(f), `\`, "/")
		base := path.Base(name)
		if strings.HasSuffix(name, "/") || strings.HasPrefix(name, "__MACOSX/") || strings.HasPrefix(base, ".") ||
			strings.EqualFold(base, "Thumbs.db") || strings.EqualFold(base, "desktop.ini") {
			continue
		}
		out = append(out, member{f, name, i})
	}
	return out
}

// memberName is a file's name in UTF-8. Archives made under Windows write it in
// the machine's own character set and do not say which.
func memberName(f *zip.File) string {
	if utf8.ValidString(f.Name) {
		return f.Name
	}
	name, err := guessWords([]string{f.Name}, false).enc.NewDecoder().String(f.Name)
	if err != nil {
		return strings.ToValidUTF8(f.Name, "\uFFFD")
	}
	return name
}

// chooseMember finds the file that part names, and the sheet that it goes on
// with. Of a single workbook part may name a sheet at once.
func (s source) chooseMember(all []member, part string) (m member, sheet string, err error) {
	if len(all) == 0 {
		return member{}, "", s.fail(model.P("the archive holds no file"), model.P("pack it again"))
	}
	names := make([]string, len(all))
	for i, m := range all {
		names[i] = oneLine(m.name)
	}
	if part == "" {
		if len(all) > 1 {
			return member{}, "", s.fail(model.P("the archive holds several files: %s", listNames(names)), s.memberRemedy(names[0]))
		}
		return all[0], "", nil
	}
	book, sheet, _ := cutSheet(part)
	for _, same := range []func(m member) bool{
		func(m member) bool { return m.name == book },
		func(m member) bool { return strings.EqualFold(m.name, book) },
		func(m member) bool { return path.Base(m.name) == book },
	} {
		if i := slices.IndexFunc(all, same); i >= 0 {
			return all[i], sheet, nil
		}
	}
	if len(all) == 1 && slices.Contains(workbookEndings(), strings.ToLower(path.Ext(all[0].name))) {
		return all[0], part, nil
	}
	return member{}, "", s.fail(model.P("there is no file %q in the archive; it holds %s", oneLine(part), listNames(names)), s.memberRemedy(names[0]))
}

func (s source) memberRemedy(example string) model.Phrase {
	if s.path == stdinPath {
		return model.P("unpack it and give one of them")
	}
	return model.P("open one of them as %s", oneLine(s.path)+"#"+example)
}

// listNames writes some names, at most ten.
func listNames(names []string) string {
	const most = 10
	if len(names) > most {
		return strings.Join(names[:most], ", ") + ", …"
	}
	return strings.Join(names, ", ")
}
