package cli

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"custseg/io/load"
)

// A stream that is waited for is named, and how much of it has come.
func TestProgressOfAStream(t *testing.T) {
	for want, p := range map[string]load.Progress{
		"waiting for standard input":  {Stream: "-"},
		"waiting for /tmp/a b":        {Stream: "/tmp/a\x1bb"},
		"taking in /tmp/ff · 12.3 MB": {Stream: "/tmp/ff", Taken: 12_345_678},
		"reading  25% · 7 rows":       {Done: .25, Rows: 7},
	} {
		var out bytes.Buffer
		shown := newProgress(&out)
		shown.started = time.Time{} // long ago
		shown.loading(p)
		if got := strings.TrimPrefix(out.String(), "\r\x1b[K"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
