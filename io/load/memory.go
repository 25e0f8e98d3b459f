package load

import (
	"io/fs"
	"math"
	"os"
	"path"
	"strconv"
	"strings"

	"custseg/io/load/xlsx"
	"custseg/model"

	"github.com/shirou/gopsutil/v4/mem"
)

// memory is how many bytes reading may take; below 0 any number.
type memory int64

// memory is what the options allow, or what the machine can give.
func (o Options) memory() memory {
	if o.Memory != 0 {
		return memory(o.Memory)
	}
	return freeMemory(os.DirFS("/"))
}

// freeMemory is what the machine can give without swapping, or the control group
// or the limits of the process where that is less. It is below 0 when the system does not say.
func freeMemory(root fs.FS) memory {
	free := int64(-1)
	if m, err := mem.VirtualMemory(); err == nil && m.Available <= math.MaxInt64 {
		free = int64(m.Available)
	}
	if group, ok := groupMemory(root); ok && (free < 0 || group < free) {
		free = group
	}
	if space, ok := addressSpace(root); ok && (free < 0 || space < free) {
		free = space
	}
	return memory(free)
}

// groupMemory is what the limits of the process's control group under Linux and
// of those around it leave, by either version of control groups. Pages that only
// cache files count as free, for the system gives them up.
func groupMemory(root fs.FS) (free int64, ok bool) {
	groups, err := fs.ReadFile(root, "proc/self/cgroup")
	if err != nil {
		return 0, false
	}
	for line := range strings.Lines(string(groups)) {
		parts := strings.SplitN(strings.TrimSpace(line), ":", 3)
		if len(parts) < 3 {
			continue
		}
		at, limit, used, cache := "sys/fs/cgroup", "memory.max", "memory.current", "inactive_file"
		if parts[1] == "memory" {
			at, limit, used, cache = "sys/fs/cgroup/memory", "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"
		} else if parts[1] != "" {
			continue
		}
		for group := path.Join("/", parts[2]); ; group = path.Dir(group) {
			dir := path.Join(at, group)
			most, ok1 := readCount(root, path.Join(dir, limit))
			taken, ok2 := readCount(root, path.Join(dir, used))
			if left := max(0, most-taken+readStat(root, path.Join(dir, "memory.stat"), cache)); ok1 && ok2 && (!ok || left < free) {
				free, ok = left, true
			}
			if group == "/" {
				break
			}
		}
	}
	return free, ok
}

// addressSpace is how many bytes the limit of the process's address space leaves
// under Linux (ulimit -v).
func addressSpace(root fs.FS) (free int64, ok bool) {
	limits, err := fs.ReadFile(root, "proc/self/limits")
	if err != nil {
		return 0, false
	}
	for line := range strings.Lines(string(limits)) {
		words := strings.Fields(line)
		if len(words) < 4 || !strings.HasPrefix(line, "Max address space") {
			continue
		}
		most, err := strconv.ParseInt(words[3], 10, 64)
		if err != nil {
			return 0, false // unlimited
		}
		return max(0, most-readStat(root, "proc/self/status", "VmSize:")<<10), true
	}
	return 0, false
}

// readCount reads a file of one number; max is none.
func readCount(root fs.FS, name string) (int64, bool) {
	content, err := fs.ReadFile(root, name)
	if err != nil {
		return 0, false
	}
	n, err := strconv.ParseInt(strings.TrimSpace(string(content)), 10, 64)
	return n, err == nil
}

// readStat reads one number of a file of names and numbers, 0 when absent.
func readStat(root fs.FS, name, key string) int64 {
	content, err := fs.ReadFile(root, name)
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(content)) {
		if words := strings.Fields(line); len(words) > 1 && words[0] == key {
			n, _ := strconv.ParseInt(words[1], 10, 64)
			return n
		}
	}
	return 0
}

// allows fails when a source needs more memory than there is. Fit is how many of
// its rows there is memory for, 0 when it is not known.
func (m memory) allows(s source, need int64, fit int) error {
	if m < 0 || need <= int64(m) {
		return nil
	}
	problem := model.P("reading it needs about %s of memory and %s is free", byteSize(need), byteSize(int64(m)))
	if fit > 0 {
		return s.fail(problem, model.P("read the first rows only, as with --rows %s, or export it with fewer columns", strconv.Itoa(fit)))
	}
	return s.fail(problem, model.P("read the first rows only with --rows, or export it with fewer columns"))
}

// roundDown keeps the first figure of a number.
func roundDown(n int) int {
	if n < 1 {
		return 0
	}
	x := float64(n)
	unit := math.Pow(10, math.Floor(math.Log10(x)))
	return int(math.Floor(x/unit) * unit)
}

func byteSize(n int64) model.Phrase {
	if n >= 1<<30 {
		return model.P("%.1f GB", float64(n)/(1<<30))
	}
	return model.P("%.0f MB", float64(n)/(1<<20))
}

// allowsText fails when a text file needs too much memory. At most is how many
// rows of it are read, below 0 for all.
func (m memory) allowsText(s source, v survey, c charset, atMost int) error {
	if m < 0 || v.size <= sampledText || c.enc == nil && float64(v.size)*mostTimes < float64(m) {
		return nil
	}
	e, err := s.estimate(v, c)
	if err != nil {
		return nil // the reading itself will say why
	}
	rows := e.rows
	if atMost >= 0 {
		rows = min(rows, float64(atMost))
	}
	return m.allows(s, e.bytes(rows), roundDown(e.fitting(m)))
}

// sheetShare is what a sheet needs in memory of its size as XML: a cell of some
// thirty bytes becomes its code, its value and its share of the words.
const sheetShare = .75

// allowsWorkbook fails when a workbook needs too much memory, or holds far more
// than its size. A reading of at most some rows is let through.
func (m memory) allowsWorkbook(s source, atMost int) error {
	if m < 0 || atMost >= 0 {
		return nil
	}
	r, size, closer, err := s.randomAccess()
	if err != nil {
		return err
	}
	defer closer.Close()
	book, err := xlsx.Open(r, size)
	if err != nil {
		return nil // the reading itself will say why
	}
	need := sheetShare * float64(book.SharedSize())
	for _, sheet := range book.Sheets() {
		if s.sheet == "" && !sheet.Hidden || s.sheet != "" && strings.EqualFold(sheet.Name, s.sheet) {
			need += sheetShare * float64(sheet.Size)
		}
	}
	return m.allows(s, int64(need), 0)
}
