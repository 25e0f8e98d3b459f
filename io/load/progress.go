package load

// Progress is how far the reading has come.
type Progress struct {
	Done float64 // the share of all bytes, 0 to 1, never falling
	Rows int     // rows read so far

	// Stream is the path of the pipe, or of standard input, that is waited for before
	// anything is read; empty otherwise.
	Stream string
	Taken  int64 // bytes of it that have come
}

// meter turns the bytes of passes over files into progress.
type meter struct {
	report func(Progress)
	total  int64 // bytes of all sources
	before int64 // bytes of the sources that are done
	size   int64 // bytes of the source being read
	done   float64
	rows   int
}

// The shares of a source's progress that its passes take.
const (
	surveyed = .15
	read     = .9
	typed    = 1
)

// pass returns a counter of bytes that moves a source's progress between two
// shares of it while total bytes go by.
func (m *meter) pass(from, to float64, total int64) func(n int) {
	var seen int64
	return func(n int) {
		seen += int64(n)
		part := 1.0
		if total > 0 {
			part = min(1, float64(seen)/float64(total))
		}
		m.at(from + (to-from)*part)
	}
}

// at sets the progress of the source being read.
func (m *meter) at(share float64) {
	if m.report == nil || m.total == 0 {
		return
	}
	m.done = max(m.done, (float64(m.before)+share*float64(m.size))/float64(m.total))
	m.report(Progress{Done: min(1, m.done), Rows: m.rows})
}

func (m *meter) begin(s source) { m.size = s.size }

func (m *meter) end(s source) {
	m.at(typed)
	m.before += s.size
	m.size = 0
}
