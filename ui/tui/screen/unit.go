package screen

import (
	"golang.org/x/text/message"

	"custseg/model"
)

// unitText writes a number in full as its unit asks, nothing when missing.
func unitText(pr *message.Printer, v float64, u model.Unit) string {
	switch {
	case v != v:
		return ""
	case u == model.Money:
		return pr.Sprintf("%.2f", v)
	case u == model.Percent:
		return pr.Sprintf("%.1f%%", 100*v)
	case v == float64(int64(v)):
		return pr.Sprintf("%d", int64(v))
	}
	return pr.Sprintf("%.4g", v)
}
