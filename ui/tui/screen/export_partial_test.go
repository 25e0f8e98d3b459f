package screen

import (
	"strings"
	"testing"
)

// TestExportOfPartialDataSaysWhatTheFileCannot holds the promises of the screen
// against what each format can carry.
func TestExportOfPartialDataSaysWhatTheFileCannot(t *testing.T) {
	s, host := exporting(t, rfmByHand(t))
	d := host.session.Data()
	d.Partial, d.Taken = true, 600
	s.SetSize(120, 32)
	s.settle()
	if text := seen(s); !strings.Contains(text, "were read. The file") || strings.Contains(text, "-partial") {
		t.Errorf("of the workbook it says\n%s", text)
	}
	press(t, s, "right")
	if text := seen(s); s.options.format != "csv" || !strings.Contains(text, "-partial.csv") || !strings.Contains(text, "were read. A CSV") ||
		strings.Contains(text, "were read. The file") {
		t.Errorf("of the CSV it says\n%s", text)
	}
	s.form.SetCursor(exportExcluded)
	if text := seen(s); !strings.Contains(text, "Of the first 600 rows") || strings.Contains(text, "No row was left out") {
		t.Errorf("of the rows left out it says\n%s", text)
	}
}
