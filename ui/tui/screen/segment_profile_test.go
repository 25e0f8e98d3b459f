package screen

import (
	"math"
	"strings"
	"testing"

	"custseg/model"
	"custseg/model/wording"
	"custseg/seg/profile"
	"custseg/ui/tui/golden"
	"custseg/ui/tui/theme"
)

// profileOf is a profile with a line of every kind.
func profileOf(w, h int) *segmentProfile {
	nan := math.NaN()
	figures := func(n int, mean, median float64, box ...float64) profile.Figures {
		return profile.Figures{N: n, Mean: mean, Median: median, Box: box}
	}
	day := func(s string) float64 {
		d, _ := model.ParseDay(s)
		return float64(d)
	}
	return &segmentProfile{w: w, h: h, ink: func(t *theme.Theme) theme.Ink { return t.Segment(0) }, nearest: []int{1}, lines: []profile.Line{
		{Name: "monetary", Label: model.P("Monetary"), Unit: model.Money, Used: true, Effect: 0.91, Z: 2.5, H: nan, Q: nan,
			Here: figures(1200, 12345.6, 900, 100, 400, 900, 2000, 60000), All: figures(9000, 1234.5, 120, 5, 40, 120, 600, 4000)},
		{Name: "品类", Label: model.P("%s %s", "品类", "办公用品"), Unit: model.Percent, Kind: profile.OfMoney, Word: "办公用品", Effect: 0.31, Z: nan, Q: 0.0002,
			Here: figures(1200, 0.41, nan), All: figures(9000, 0.29, nan)},
		{Name: "signup", Label: model.Raw("a header that is far too long for the room there is"), Kind: profile.Date, Effect: -0.2, Z: -0.4, Q: 0.031,
			Here: figures(900, day("2023-05-05"), day("2023-04-01"), day("2023-01-01"), day("2023-02-01"), day("2023-04-01"), day("2023-08-01"), day("2023-12-01")),
			All:  figures(8000, day("2024-05-05"), day("2024-04-01"), day("2023-01-01"), day("2023-07-01"), day("2024-04-01"), day("2024-12-01"), day("2025-06-01"))},
		{Name: "phone", Label: model.P("%s: missing", "phone"), Unit: model.Percent, Kind: profile.Share, Effect: 0.05, Z: nan, Q: 0.4,
			Here: figures(1200, 0.12, nan), All: figures(9000, 0.1, nan)},
		{Name: "zero", Label: model.Raw("zero"), Effect: 0.02, Z: 0.01, Q: 0.9, Here: figures(1200, 0.5, 0, 0, 0, 0, 0, 3), All: figures(9000, 0, 0, 0, 0, 0, 0, 2)},
	}}
}

func TestGoldenSegmentProfile(t *testing.T) {
	pr := wording.English()
	for name, look := range themes() {
		for _, w := range []int{80, 110, 120, 200} {
			p := profileOf(w, 6)
			lines := p.view(look, pr, false)
			for i := range lines {
				lines[i] = sized(lines[i:i+1], w, 1)[0]
			}
			golden.View(t, "segment-profile-"+name+"-"+model.FormatNumber(float64(w)), lines, w, 6)
		}
	}
}

func TestSegmentProfileScrollsWithinItsLines(t *testing.T) {
	p := profileOf(80, 3)
	pr := wording.English()
	for _, step := range []struct {
		by   int
		want string
	}{{0, "1-2 of 5"}, {1, "2-3 of 5"}, {99, "4-5 of 5"}, {-99, "1-2 of 5"}} {
		p.scroll(step.by)
		if got := p.title(themes()["mono"], pr, 80); !strings.Contains(got, step.want) {
			t.Errorf("after %d: %q, want %s", step.by, got, step.want)
		}
	}
}

func TestLegendSaysWhatIsInView(t *testing.T) {
	p := profileOf(80, 3)
	pr := wording.English()
	if got := p.legend(pr); got != "= read by the method, or follows from it" {
		t.Errorf("%q", got)
	}
	p.scroll(3)
	if got := p.legend(pr); got != "? may be chance" {
		t.Errorf("%q", got)
	}
}
