package screen

import (
	"slices"
	"strings"
	"testing"

	"custseg/ui/tui/grid"
	"custseg/ui/tui/term"
)

// segmented is a host with the messy data in segments by RFM.
func segmented(t testing.TB) *fakeHost {
	t.Helper()
	host := newFakeHost()
	host.open(t, messyData(t))
	host.session.Propose(host.session.Recipe.WithMethod("rfm"), "rfm")
	host.settle()
	if host.session.Result == nil {
		t.Fatal(host.session.Failed, host.session.Trouble)
	}
	return host
}

// everyone lists all customers of the result.
func everyone(host *fakeHost, w, h int) *Members {
	all := make([]int32, host.session.Result.Customers.Len())
	for i := range all {
		all[i] = int32(i)
	}
	s := NewMembers(host, "all", all)
	s.SetSize(w, h)
	return s
}

func TestPersonalDataIsOneSwitch(t *testing.T) {
	const name = "王小明"
	host := segmented(t)
	list := everyone(host, 120, 40)
	page := newCustomer(host, host.session.Result, list.table.members, list.table.members, slices.IndexFunc(list.table.members, func(m int32) bool {
		return host.session.Result.Customers.ID(int(m)) == "客户-001"
	}), nil)
	page.SetSize(120, 40)
	segment := newSegment(host, int(host.session.Result.Segmentation.Of[page.id()]))
	segment.SetSize(120, 40)
	data := NewData(host)
	data.SetSize(120, 32)
	data.Refresh()
	press(t, data, "T", "j")
	screens := map[string]Screen{"list": list, "customer": page, "segment": segment, "data": data}
	for on, by := range []Screen{list, page, segment, data} {
		press(t, by, "P")
		for place, s := range screens {
			if got := strings.Contains(seen(s), name); got != (on%2 == 0) {
				t.Errorf("after P on %s: %s shows names: %v\n%s", by.Place(), place, got, seen(s))
			}
		}
	}
	press(t, list, "P")
	host.session.Close()
	if host.session.Personal {
		t.Error("the next file would be opened with personal data shown")
	}
}

// The name comes in beside the id: sort mark and cursor stay with their column.
func TestPersonalColumnsKeepTheOrder(t *testing.T) {
	s := everyone(segmented(t), 160, 40)
	title := func(col int) string { return s.table.rows().columns[col].title }
	col := s.table.rows().at("measure frequency")
	s.table.grid.SetCursor(0, col)
	press(t, s, "]")
	order := s.table.customers()
	for range 2 {
		press(t, s, "P")
		by := s.table.grid.Sort()
		if len(by) != 1 || title(by[0].Col) != "Frequency" || !by[0].Desc {
			t.Fatalf("sorted by %v", by)
		}
		if _, at := s.table.grid.Cursor(); title(at) != "Frequency" {
			t.Errorf("the cursor is on %s", title(at))
		}
		if !slices.Equal(s.table.customers(), order) {
			t.Error("the order changed")
		}
	}
	press(t, s, "P")
	s.table.grid.SetCursor(0, s.table.rows().at("attribute name"))
	press(t, s, "[", "P")
	if by := s.table.grid.Sort(); len(by) > 0 || !slices.Equal(s.table.customers(), s.table.members) {
		t.Errorf("the column of the order is hidden, yet the list is sorted by %v", by)
	}
}

func TestSegmentsOfAListAreWordsThatSortAsNumbers(t *testing.T) {
	s := everyone(segmented(t), 160, 40)
	col := s.table.rows().at("segment")
	s.table.grid.SetCursor(0, col)
	press(t, s, "[")
	last := -1.
	for _, m := range s.table.customers() {
		n := s.table.rows().Number(slices.Index(s.table.members, m), col)
		if n < last {
			t.Fatalf("segment %v after %v", n, last)
		}
		last = n
	}
	for l := range strings.Lines(seen(s)) {
		if _, after, ok := strings.Cut(l, "■"); ok && after[2] == ' ' {
			t.Errorf("the name stands away from its letter: %q", l)
		}
	}
	if s.table.grid.Sort()[0] != (grid.Key{Col: col}) {
		t.Errorf("sorted by %v", s.table.grid.Sort())
	}
}

func TestListFromAChartNamesThePlace(t *testing.T) {
	host := segmented(t)
	p := chartPane{host: host, w: 80, h: 15}
	p.set(host.session.Result, false)
	var titles []string
	for range p.charts {
		for before, tries := len(host.pushed), 0; len(host.pushed) == before && tries < 40; tries++ {
			p.key(term.KeyOf("right")) // past bins and cells of nobody
			p.drill()
		}
		titles = append(titles, host.pushed[len(host.pushed)-1].Crumb())
		p.turn(1)
	}
	if !slices.ContainsFunc(titles, func(s string) bool { return strings.HasPrefix(s, "R5 × F") }) || !slices.ContainsFunc(titles, func(s string) bool {
		return strings.HasPrefix(s, "Monetary ") && strings.Contains(s, " to ")
	}) {
		t.Errorf("the lists are called %q", titles)
	}
}
