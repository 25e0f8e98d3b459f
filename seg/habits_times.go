package seg

import "custseg/model"

// weekdays are Sunday to Saturday.
func weekdays() []string {
	return []string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}
}

// reportTimes adds the weekday and the hour at which each customer buys most, the
// earliest of equals, and their charts. Hours need times of day.
func (in Input) reportTimes(s *model.Segmentation) {
	o := in.Customers.Orders()
	if o == nil || !o.Dated() {
		return
	}
	n := in.Customers.Len()
	days := peaks{names: weekdays(), top: make([]int32, n), all: make([]float64, 7)}
	hours := peaks{top: make([]int32, n), all: make([]float64, 24)}
	for h := range 24 {
		hours.names = append(hours.names, clock(h))
	}
	timed := false
	key := orderKey(o)
	seen := map[int64]bool{}
	for i := range n {
		var day [7]float64
		var hour [24]float64
		clear(seen)
		from, to := o.Lines(i)
		for l := from; l < to; l++ {
			at := o.Time(l)
			if o.Back(l) || at == model.NoDate || seen[key(l)] {
				continue
			}
			seen[key(l)] = true
			start := model.DayOf(at)
			h := int(at-start.Seconds()) / 3600
			timed = timed || at != start.Seconds()
			day[start.Time().Weekday()]++
			hour[h]++
		}
		days.put(i, day[:])
		hours.put(i, hour[:])
	}
	days.report(s, "top_weekday", model.P("Orders by weekday"))
	if timed {
		hours.report(s, "top_hour", model.P("Orders by hour"))
	}
}

// clock writes an hour of the day.
func clock(hour int) string {
	return string([]byte{'0' + byte(hour/10), '0' + byte(hour%10), ':', '0', '0'})
}

// peaks are the orders by weekday or hour.
type peaks struct {
	names []string
	top   []int32 // of each customer, -1 for none
	all   []float64
}

// put takes the orders of customer i.
func (p peaks) put(i int, orders []float64) {
	p.top[i] = -1
	most := 0.
	for k, n := range orders {
		p.all[k] += n
		if n > most {
			p.top[i], most = int32(k), n
		}
	}
}

// report adds the peak of each customer and the chart of all.
func (p peaks) report(s *model.Segmentation, name string, title model.Phrase) {
	chart := &model.Bars{Title: title, ValueTitle: model.P("orders"), CountTitle: model.P("mostly then"), Values: p.all, Of: p.top}
	for _, n := range p.names {
		chart.Labels = append(chart.Labels, model.P(n))
	}
	s.Scores = append(s.Scores, model.NewTexts(name, p.top, p.names))
	s.Charts = append(s.Charts, chart)
}
