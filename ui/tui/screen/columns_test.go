package screen

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/message"

	"custseg/model"
	"custseg/model/wording"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/golden"
)

func printer() *message.Printer { return wording.English() }

func TestShapeLeavesOutALongTail(t *testing.T) {
	values := make([]float64, 0, 1002)
	for i := range 1000 {
		values = append(values, float64(i%100))
	}
	values = append(values, 1e9, math.Inf(1), math.NaN())
	f := factsOf(model.NewNumbers("x", values))
	if !f.above || f.below {
		t.Errorf("above %v, below %v; want a value above only", f.above, f.below)
	}
	if n := sum(f.shape); n != 1000 {
		t.Errorf("the shape holds %d values, want 1000", n)
	}
	if f.Infinite != 1 || f.Missing != 1 {
		t.Errorf("%d infinite and %d missing, want 1 and 1", f.Infinite, f.Missing)
	}
	if slices.Contains(f.shape[:40], 0) {
		t.Errorf("the bulk is squeezed into few bins: %v", f.shape)
	}
}

func sum(counts []int) (n int) {
	for _, c := range counts {
		n += c
	}
	return n
}

func TestStoreStopsWhenCancelledAndGoesOn(t *testing.T) {
	table := messyData(t).Tables[0]
	store := newColumnStore()
	ctx, cancel := context.WithCancel(context.Background())
	err := store.read(ctx, 0, table, func(done float64) {
		if done > .3 {
			cancel()
		}
	})
	if err == nil || store.now() != 2 || store.complete(0, table) {
		t.Fatalf("cancelled after a third: %v with %d columns", err, store.now())
	}
	if err := store.read(context.Background(), 0, table, func(float64) {}); err != nil || !store.complete(0, table) {
		t.Errorf("reading on: %v, complete %v", err, store.complete(0, table))
	}
}

func dates(days ...string) *model.Dates {
	out := make([]int64, len(days))
	for i, d := range days {
		at, err := time.Parse("2006-01-02 15:04", d)
		if err != nil {
			out[i] = model.NoDate
			continue
		}
		out[i] = at.Unix()
	}
	return model.NewDates("at", out)
}

func TestTimeChartTakesTheShortestStretchThatFits(t *testing.T) {
	for _, c := range []struct {
		last string
		want string
		n    int
	}{
		{"2024-01-02 01:00", "hour", 25},
		{"2024-02-09 12:00", "day", 40},
		{"2024-06-30 12:00", "week", 26},
		{"2026-06-30 12:00", "month", 30},
		{"2033-12-30 12:00", "quarter", 40},
		{"2063-12-30 12:00", "year", 40},
		{"2063-12-30 12:00", "year", 40},
		{"2064-01-01 12:00", "2 years", 21},
		{"9999-12-30 12:00", "500 years", 16},
	} {
		b := newTimeChart(printer(), dates("2024-01-01 01:00", "", c.last)).bins(40)
		if b.name != c.want || len(b.counts) != c.n || sum(b.counts) != 2 || b.counts[0] != 1 || b.counts[c.n-1] != 1 {
			t.Errorf("to %s: %d bars by %s %v, want %d by %s", c.last, len(b.counts), b.name, b.counts, c.n, c.want)
		}
	}
}

func TestTimeChartWeeksBeginOnMonday(t *testing.T) {
	c := newTimeChart(printer(), dates("2024-01-07 23:00", "2024-01-08 00:00", "2024-05-01 00:00", "1969-12-28 00:00"))
	week := timeUnits()[2]
	sunday, monday := week.index(c.hours[1]), week.index(c.hours[2])
	if sunday == monday || week.label(monday) != "2024-01-08" {
		t.Errorf("Sunday is in week %s, Monday in that of %s", week.label(sunday), week.label(monday))
	}
	if got := week.label(week.index(c.hours[0])); got != "1969-12-22" {
		t.Errorf("the week of Sunday 1969-12-28 begins on %s", got)
	}
}

func TestTimeChartLabelsYears(t *testing.T) {
	c := newTimeChart(printer(), dates("2023-03-05 00:00", "2025-11-05 00:00"))
	view := c.View(themes()["ascii"], 80, 8, chart.Nowhere())
	labels := strings.Fields(ansi.Strip(view[7]))
	if want := []string{"2023-03", "2023-07", "2024-01", "2024-07", "2025-01", "2025-07", "2025-11"}; !slices.Equal(labels, want) {
		t.Errorf("labels %v, want %v", labels, want)
	}
}

func TestTimeChartMembersAreItsRows(t *testing.T) {
	c := newTimeChart(printer(), dates("2024-03-01 10:00", "", "2024-01-31 23:59", "2024-03-31 00:00", "2026-02-01 00:00"))
	all := map[int32]int{}
	at := chart.Nowhere()
	for i := range c.bins(40 - c.axisWidth(40)).counts {
		at = c.Move(at, 1, 0, 40, 8)
		if at.X != i {
			t.Fatalf("the cursor is on bar %d, want %d", at.X, i)
		}
		for _, r := range c.Members(at, 40, 8) {
			all[r]++
		}
	}
	if len(all) != 4 || all[1] != 0 || all[0] != 1 || all[3] != 1 {
		t.Errorf("bars hold rows %v, want each with a date once", all)
	}
	if got := c.Members(chart.Cursor{X: 2}, 40, 8); !slices.Equal(got, []int32{0, 3}) {
		t.Errorf("March holds rows %v, want 0 and 3", got)
	}
}

func TestTimeChartIsExactAtEverySize(t *testing.T) {
	for _, c := range []*timeChart{
		newTimeChart(printer(), dates()), newTimeChart(printer(), dates("")), newTimeChart(printer(), dates("2024-03-01 10:00")),
		newTimeChart(printer(), dates("0001-01-01 00:00", "9999-12-31 23:00")),
		newTimeChart(printer(), dates("2024-03-01 10:00", "2024-03-01 12:00", "2026-07-01 10:00")),
	} {
		for w := 1; w < 90; w += 4 {
			for h := range 14 {
				for _, look := range themes() {
					golden.Size(t, "time", c.View(look, w, h, chart.Cursor{X: 1}), w, h)
				}
			}
		}
	}
}

func TestIDChartCountsRowsOfEachID(t *testing.T) {
	c := newIDChart(printer(), model.TextsOf("id", []string{"a", "b", "a", "", "c", "a", "b"}))
	if got := c.Bins(40).N; got != 3 {
		t.Errorf("%d ids, want 3", got)
	}
	var rows []int32
	at := chart.Nowhere()
	for range len(c.Bins(40).Counts) {
		at = c.Move(at, 1, 0, 40, 8)
		rows = append(rows, c.Members(at, 40, 8)...)
	}
	// From the ids with the fewest rows: c, then b and a.
	if len(rows) != 6 || rows[0] != 4 || slices.Contains(rows, 3) {
		t.Errorf("the bars hold rows %v", rows)
	}
}

func TestWordChartBars(t *testing.T) {
	c := newWordChart(printer(), model.TextsOf("w", []string{"b", "a", "b", "", "c", "a", "b"}))
	if got := c.Table().Rows; len(got) != 3 || got[0][0] != "b" || got[1][0] != "a" || got[2][0] != "c" {
		t.Errorf("bars are %v, want b, a, c", got)
	}
	if got := c.Members(chart.Cursor{Y: 1}, 40, 8); !slices.Equal(got, []int32{1, 5}) {
		t.Errorf("the bar of a holds rows %v", got)
	}
}
