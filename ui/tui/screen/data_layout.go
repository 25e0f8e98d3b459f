package screen

// area is a rectangle of the body.
type area struct{ x, y, w, h int }

// has reports whether a cell of the body is in the area.
func (a area) has(x, y int) bool { return x >= a.x && x < a.x+a.w && y >= a.y && y < a.y+a.h }

// dataLayout is where the panes of the data screen are. A pane without height
// is not shown. Rows and findings have a title on the line above.
type dataLayout struct {
	columns, chart, rows, findings area
}

const (
	dataWide      = 104 // cells from which the chart stands beside the columns
	dataTall      = 28  // lines from which the rows show below the columns
	chartLeast    = 6   // lines of a chart worth drawing
	chartMost     = 12  // lines of a chart below a short list
	chartCells    = 44  // least cells of a chart beside the columns
	findingsLeast = 9   // lines of the findings that have the focus
	columnsMost   = 18  // lines of a long list above the rows, of a tall body less
	columnsLeast  = 4   // lines of the list, with its titles, before there is a chart
)

// layout places the panes: the list of columns and the chart above, beside each
// other when there is width for it; the rows; the findings at the bottom. A low
// body shows either columns or rows, as has the focus, and one that is narrow too
// the columns without a chart.
func (s *DataView) layout() dataLayout {
	w, h := s.w, s.h
	if s.zoom {
		return dataLayout{chart: area{1, 1, w - 1, h - 1}}
	}
	if s.rowsIn && s.focus == paneRows {
		return dataLayout{rows: area{0, 2, w, h - 2}}
	}
	if s.opened && s.focus == paneFindings {
		return dataLayout{findings: area{0, 2, w, h - 2}}
	}
	tab := s.table()
	var l dataLayout
	y, bottom := 1, h
	if n := s.findingRows(len(tab.findings)); n > 0 {
		l.findings = area{0, h - n, w, n}
		bottom -= n + 1
	}
	if h < dataTall && s.focus != paneColumns {
		if s.focus == paneRows {
			l.findings, bottom = area{}, h
		}
		l.rows = area{0, y + 1, w, bottom - y - 1}
		return l
	}
	room := bottom - y
	list := len(tab.table.Columns()) + 1
	if h >= dataTall {
		room = max(room/2, min(room-6, 12))
		if w >= dataWide {
			room = max(h/3, min(room, list, max(columnsMost, h*2/5)))
		}
	}
	below := max(chartLeast, min(room-list-1, chartMost))
	switch {
	case w >= dataWide:
		chart := max(chartCells, w*3/8)
		l.columns = area{0, y, w - chart - 1, room}
		l.chart = area{w - chart + 1, y, chart - 1, room}
	case room-below-1 < min(list, columnsLeast):
		l.columns = area{0, y, w, room}
	default:
		l.columns = area{0, y, w, room - below - 1}
		l.chart = area{1, y + room - below, w - 1, below}
	}
	if h >= dataTall {
		y += room + 1
		l.rows = area{0, y, w, bottom - y}
	}
	return l
}

// findingRows is how many lines the findings get.
func (s *DataView) findingRows(n int) int {
	most := 2
	if s.h >= dataTall {
		most = 4
	}
	if s.focus == paneFindings { // what there is to know of one, too
		return max(2, min(max(findingsLeast, s.h*2/5), s.h-6))
	}
	return min(n, most)
}
