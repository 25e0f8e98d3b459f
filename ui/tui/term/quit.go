package term

import (
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"syscall"
	"time"
)

// stuckAfter is how long a program that was told to quit may take to end by
// itself. One that hangs, which is why it was told, never does.
const stuckAfter = 2 * time.Second

// onQuit waits for SIGQUIT, by which Go would end the process with the terminal
// raw: it keeps what every goroutine does in a crash log and stops the program.
// Of one that does not stop, release gives the terminal back and the process
// ends. What it returns ends the waiting, and is the crash when there was one.
func onQuit(stop, release func()) (ended func() *Crash) {
	signals, over, out := make(chan os.Signal, 1), make(chan struct{}), make(chan *Crash, 1)
	signal.Notify(signals, syscall.SIGQUIT)
	go func() {
		var crash *Crash
		select {
		case <-signals:
			crash = newQuit()
			stop()
			select {
			case <-over:
			case <-time.After(stuckAfter):
				release()
				fmt.Fprintln(os.Stderr, "custseg:", crash.Error())
				os.Exit(1)
			}
		case <-over:
		}
		out <- crash
	}()
	return func() *Crash {
		signal.Stop(signals)
		close(over)
		return <-out
	}
}

// newQuit records what every goroutine does.
func newQuit() *Crash {
	c := &Crash{Cause: "SIGQUIT", quit: true}
	c.Log = writeLog(fmt.Sprintf("custseg quit by %s\n%s %s/%s\n\n%s", c.Cause, runtime.Version(), runtime.GOOS, runtime.GOARCH, allStacks()))
	return c
}

// allStacks are the stacks of all goroutines, as many as have room in 16 MiB.
func allStacks() []byte {
	const most = 16 << 20
	for size := 64 << 10; ; size *= 2 {
		buf := make([]byte, size)
		if n := runtime.Stack(buf, true); n < size || size >= most {
			return buf[:n]
		}
	}
}
