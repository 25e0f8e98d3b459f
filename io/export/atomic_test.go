package export

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"custseg/model"
)

// folderHolds fails unless the folder holds exactly these files.
func folderHolds(t *testing.T, folder string, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("the folder holds %q, want %q", got, want)
	}
}

func fileHolds(t *testing.T, path, want string) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(b) != want {
		t.Errorf("%s holds %q, want %q", path, b, want)
	}
}

func writeOld(t *testing.T, path string) {
	t.Helper()
	if err := os.WriteFile(path, []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
}

func wantError(t *testing.T, err error, words ...string) {
	t.Helper()
	if err == nil {
		t.Fatal("no error")
	}
	for _, w := range words {
		if !strings.Contains(err.Error(), w) {
			t.Errorf("error %q does not say %q", err, w)
		}
	}
	if strings.Contains(err.Error(), "\n") || strings.Contains(err.Error(), ".custseg-") {
		t.Errorf("error %q is not one line without temporary names", err)
	}
}

func TestExistingFileNeedsForce(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out.csv")
	writeOld(t, path)
	d := testDocument(t)
	wantError(t, Write(context.Background(), path, d, Options{}, nil), path, "--force")
	fileHolds(t, path, "old")
	if err := Write(context.Background(), path, d, Options{Force: true}, nil); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if info.Size() < 100 || info.Mode().Perm() != 0o640 {
		t.Errorf("overwritten: %d bytes, mode %v", info.Size(), info.Mode())
	}
	folderHolds(t, dir, "out.csv")
}

func TestWriteProtectedFileStays(t *testing.T) {
	dir := t.TempDir()
	path, link := filepath.Join(dir, "out.csv"), filepath.Join(dir, "link.csv")
	writeOld(t, path)
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(path, link); err != nil {
		t.Skip(err)
	}
	d := testDocument(t)
	for _, name := range []string{path, link} {
		wantError(t, Write(context.Background(), name, d, Options{Force: true}, nil), name, "write-protected", "--force")
		wantError(t, Check(name, d, Options{Force: true}), name, "write-protected")
	}
	fileHolds(t, path, "old")
	folderHolds(t, dir, "link.csv", "out.csv")
}

func TestInputIsNeverOverwritten(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "in.csv")
	writeOld(t, in)
	link := filepath.Join(dir, "link.csv")
	if err := os.Symlink(in, link); err != nil {
		t.Skip(err)
	}
	hard := filepath.Join(dir, "hard.csv")
	if err := os.Link(in, hard); err != nil {
		t.Skip(err)
	}
	for _, as := range []string{in, in + "#Sheet1"} {
		d := testDocument(t)
		d.Dataset.Sources[0].Path = as
		for _, path := range []string{in, link, hard} {
			wantError(t, Write(context.Background(), path, d, Options{Force: true}, nil), path, "read from")
		}
	}
	fileHolds(t, in, "old")
	folderHolds(t, dir, "hard.csv", "in.csv", "link.csv")
}

func TestLinkIsWrittenThrough(t *testing.T) {
	dir := t.TempDir()
	real, link := filepath.Join(dir, "real.json"), filepath.Join(dir, "link.json")
	writeOld(t, real)
	if err := os.Symlink(real, link); err != nil {
		t.Skip(err)
	}
	if err := Write(context.Background(), link, testDocument(t), Options{Force: true}, nil); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v, %v", info, err)
	}
	if b, _ := os.ReadFile(real); !strings.HasPrefix(string(b), "{") {
		t.Error("the file behind the link was not written")
	}
}

func TestUnusablePathsSaySo(t *testing.T) {
	dir := t.TempDir()
	d := testDocument(t)
	write := func(path string) error { return Write(context.Background(), path, d, Options{Force: true}, nil) }
	wantError(t, write(filepath.Join(dir, "out.pdf")), ".xlsx", ".csv", ".json")
	wantError(t, write(filepath.Join(dir, "out")), ".xlsx", ".csv", ".json")
	missing := filepath.Join(dir, "none", "out.csv")
	wantError(t, write(missing), missing, "no folder", filepath.Join(dir, "none"))
	if err := os.Mkdir(filepath.Join(dir, "folder.csv"), 0o755); err != nil {
		t.Fatal(err)
	}
	wantError(t, write(filepath.Join(dir, "folder.csv")), "is a folder")
	folderHolds(t, dir, "folder.csv")
	if os.Geteuid() != 0 {
		if err := os.Chmod(dir, 0o555); err != nil {
			t.Fatal(err)
		}
		wantError(t, write(filepath.Join(dir, "out.csv")), "may not write")
	}
}

func TestCancelLeavesNothing(t *testing.T) {
	d := manyCustomers(t, 20_000)
	for _, name := range []string{"out.csv", "out.xlsx"} {
		dir := t.TempDir()
		path := filepath.Join(dir, name)
		writeOld(t, path)
		ctx, cancel := context.WithCancel(context.Background())
		calls := 0
		err := Write(ctx, path, d, Options{Force: true, SegmentSheets: true}, func(done float64) {
			if calls++; done < 1 {
				cancel()
			}
		})
		if !errors.Is(err, context.Canceled) || calls == 0 {
			t.Errorf("%s: %v after %d reports", name, err, calls)
		}
		fileHolds(t, path, "old")
		folderHolds(t, dir, name)
		cancel()
	}
}

func TestFailureLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out.csv")
	broken := errors.New("broken")
	err := replaceFile(context.Background(), path, false, nil, func(w io.Writer) error {
		io.WriteString(w, strings.Repeat("half a file", 1e5))
		return broken
	})
	if !errors.Is(err, broken) {
		t.Error(err)
	}
	folderHolds(t, dir)
	func() {
		defer func() { recover() }()
		replaceFile(context.Background(), path, false, nil, func(io.Writer) error { panic("fault") })
	}()
	folderHolds(t, dir)
}

func TestFileThatAppearsMeanwhileIsKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.csv")
	err := replaceFile(context.Background(), path, false, nil, func(w io.Writer) error {
		writeOld(t, path)
		return nil
	})
	wantError(t, err, "--force")
	fileHolds(t, path, "old")
}

func TestRecipeIsReadBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.json")
	want := testDocument(t).Recipe
	if err := WriteRecipe(path, want, false); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var got model.Recipe
	if err := got.UnmarshalJSON(b); err != nil || !got.Equal(want) {
		t.Errorf("got %+v, %v", got, err)
	}
	wantError(t, WriteBytes(path, b, false), "--force")
}

// A half file that a killed export left goes with the next export to the same
// target; one that another program writes at the moment stays, and so do those of
// other targets.
func TestLitterOfAKilledExportGoes(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out.csv")
	for _, name := range []string{".out.csv.custseg-DEAD.tmp", ".other.csv.custseg-DEAD.tmp", ".out.csv.custseg-note"} {
		writeOld(t, filepath.Join(dir, name))
	}
	alive, err := createBeside(path, path)
	if err != nil {
		t.Fatal(err)
	}
	if err := WriteBytes(path, []byte("new"), false); err != nil {
		t.Fatal(err)
	}
	fileHolds(t, path, "new")
	folderHolds(t, dir, ".other.csv.custseg-DEAD.tmp", filepath.Base(alive.Name()), ".out.csv.custseg-note", "out.csv")
	alive.discard()
	folderHolds(t, dir, ".other.csv.custseg-DEAD.tmp", ".out.csv.custseg-note", "out.csv")
}

// The name of a half file fits wherever the name of its target does.
func TestLongNamesAreWritten(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{strings.Repeat("a", 251) + ".csv", strings.Repeat("客", 83) + ".csv"} {
		if err := WriteBytes(filepath.Join(dir, name), []byte("new"), false); err != nil {
			t.Error(err)
		}
	}
	folderHolds(t, dir, strings.Repeat("a", 251)+".csv", strings.Repeat("客", 83)+".csv")
}

// A name that the file system does not take is told, not a program that might have
// the file open.
func TestATooLongNameIsToldAsOne(t *testing.T) {
	path := filepath.Join(t.TempDir(), strings.Repeat("n", 300)+".csv")
	err := WriteBytes(path, []byte("x"), true)
	if err == nil || !strings.Contains(err.Error(), "choose a shorter name") || strings.Contains(err.Error(), "another program") {
		t.Error(err)
	}
}

// Of programs that write the same new file at once one succeeds, and the file is
// whole.
func TestOnlyOneWritesANewFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out.csv")
	const writers = 8
	errs, begin := make(chan error, writers), make(chan struct{})
	for i := range writers {
		go func() {
			<-begin
			errs <- WriteBytes(path, []byte(strings.Repeat(string(rune('a'+i)), 1e6)), false)
		}()
	}
	close(begin)
	done := 0
	for range writers {
		if err := <-errs; err == nil {
			done++
		} else {
			wantError(t, err, path, "--force")
		}
	}
	b, err := os.ReadFile(path)
	if err != nil || done != 1 || strings.Trim(string(b), string(b[:1])) != "" || len(b) != 1e6 {
		t.Errorf("%d writers succeeded, %d bytes, %v", done, len(b), err)
	}
	folderHolds(t, dir, "out.csv")
}
