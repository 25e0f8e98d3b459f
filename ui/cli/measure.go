package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/pprof"
)

// profileVariable names a folder into which a run writes how it spent its time
// and its memory, cpu.pprof and heap.pprof, for go tool pprof.
const profileVariable = "CUSTSEG_PROFILE"

// measured carries out work while it is measured, when a folder is named for
// that. Heap.pprof holds what lives at the end and all that was ever allocated.
func (a *App) measured(work func() error) error {
	dir := a.Getenv(profileVariable)
	if dir == "" {
		return work()
	}
	cpu, err := os.Create(filepath.Join(dir, "cpu.pprof"))
	if err != nil {
		return fmt.Errorf("%s: %w", profileVariable, err)
	}
	defer cpu.Close()
	if err := pprof.StartCPUProfile(cpu); err != nil {
		return fmt.Errorf("%s: %w", profileVariable, err)
	}
	err = work()
	pprof.StopCPUProfile()
	heap, failed := os.Create(filepath.Join(dir, "heap.pprof"))
	if failed != nil {
		return fmt.Errorf("%s: %w", profileVariable, failed)
	}
	defer heap.Close()
	runtime.GC()
	if failed := pprof.WriteHeapProfile(heap); failed != nil {
		return fmt.Errorf("%s: %w", profileVariable, failed)
	}
	return err
}
