//go:build unix

package term

import (
	"os"
	"os/signal"
	"syscall"
	"time"
)

// A stop takes effect a moment after it was asked for. The moments in which the
// process goes on are counted, and not the time, of which a stop takes any amount.
const (
	stopMoment  = 10 * time.Millisecond
	stopMoments = 30
)

// stop stops the process group as ctrl-z does, and returns when it goes on:
// whether it had stopped. POSIX has the signal ignored in an orphaned process
// group, one of which no process has its parent in another group of the session.
func stop() bool {
	continued := make(chan os.Signal, 1)
	signal.Notify(continued, syscall.SIGCONT)
	defer signal.Stop(continued)
	if err := syscall.Kill(0, syscall.SIGTSTP); err != nil {
		return false
	}
	for range stopMoments {
		select {
		case <-continued:
			return true
		case <-time.After(stopMoment):
		}
	}
	return false
}
