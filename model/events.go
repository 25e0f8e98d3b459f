package model

import (
	"math"
	"slices"
	"strings"
)

// The measures computed from events, beside those named as roles.
const (
	Events       Measure = "events"         // rows of event tables
	ActiveDays   Measure = "active_days"    // days with an event
	ActiveDays30 Measure = "active_days_30" // of them, those in the 30 days up to the as-of date that was set, or to the last event
	LastEvent    Measure = "last_event"     // date of the last event
)

const recentDays = 30

// eventTotals are the measures that add up over the events of a customer: a
// column of numbers with the role is summed, else events of that type are
// counted.
var eventTotals = []Measure{"views", "clicks", "carts", "purchases", "sessions", "minutes", "opens", "likes", "shares", "comments", "posts", "referrals"}

// eventLevels are numbers that an event states anew: the largest counts.
var eventLevels = []Measure{"features_used", "features_available", "followers"}

// EventMeasures lists the measures computed from tables of events, in the order
// shown to an analyst. A customer has those that the events tell.
func EventMeasures() []MeasureInfo {
	out := []MeasureInfo{{Events, P("Events"), Plain}}
	for _, m := range slices.Concat(eventTotals, eventLevels) {
		role, _ := LookupRole(Role(m))
		out = append(out, MeasureInfo{m, role.Label, Plain})
	}
	return append(out, MeasureInfo{ActiveDays, P("Active days"), Days}, MeasureInfo{ActiveDays30, P("Active days of the last 30"), Days},
		MeasureInfo{LastEvent, P("Last event"), Plain})
}

// measureOfType returns the measure that counts events of a type, empty for
// none. Things taken back, such as remove_from_cart, count in none.
func measureOfType(word string) Measure {
	word = strings.Join(strings.FieldsFunc(strings.ToLower(word), func(r rune) bool { return strings.ContainsRune(" _-./:$", r) }), " ")
	for _, known := range []struct {
		measure Measure
		words   string
	}{
		{"views", "view|views|pv|page view|pageview|product view|view item|view product|item view|detail page view|visit|browse|浏览|访问|查看|浏览商品"},
		{"clicks", "click|clicks|tap|click item|product click|ad click|点击|单击"},
		{"carts", "cart|carts|add to cart|addtocart|add cart|cart add|basket|add to basket|加购|加购物车|加入购物车|购物车|添加购物车"},
		{"purchases", "purchase|purchases|purchased|buy|bought|order|ordered|transaction|checkout complete|order placed|order completed|购买|下单|支付|成交|付款"},
		{"sessions", "session|session start|login|log in|sign in|signin|登录|启动"},
		{"opens", "open|opened|email open|e mail open|opened email|open email|打开|打开邮件"},
		{"likes", "like|liked|点赞"},
		{"shares", "share|shared|分享|转发"},
		{"comments", "comment|commented|评论"},
		{"posts", "post|posted|发帖|发布"},
		{"referrals", "referral|referred|invite|邀请|推荐好友"},
	} {
		if slices.Contains(strings.Split(known.words, "|"), word) {
			return known.measure
		}
	}
	return ""
}

// selectEvents decides which events are in scope.
func (b *customerBuilder) selectEvents() error {
	b.events = map[int]datedRows{}
	reach := map[int]Extent{} // by table: of the rows that are used
	last := NoDate
	for _, t := range b.parts.events {
		rows, used := datedRows{fate: make([]rowFate, b.data.Tables[t].Rows()), time: b.moments(t)}, noExtent
		for i, k := range b.idCodes[t] {
			if err := b.stopped(i); err != nil {
				return err
			}
			switch {
			case b.isDropped(t, i):
				rows.fate[i] = rowDropped
			case k < 0:
				rows.fate[i] = rowNoID
			case rows.time != nil && rows.time.At(i) == NoDate:
				rows.fate[i] = rowNoEventDate
			case rows.time != nil:
				used = used.with(rows.time.At(i))
			}
		}
		b.events[t], reach[t], last = rows, used, max(last, used.Last)
	}
	b.endAfter(last)
	for _, t := range b.parts.events {
		if err := b.cutToScope(b.events[t], reach[t]); err != nil {
			return err
		}
		b.keepCustomers(t, b.events[t])
	}
	return nil
}

// fromEvents computes the measures that the tables of events allow. A customer
// without events in scope has done nothing: the counts are 0, the levels and
// the last date missing.
func (b *customerBuilder) fromEvents() (map[Measure]Feature, error) {
	if len(b.parts.events) == 0 {
		return nil, nil
	}
	e := &eventMeasures{n: b.c.ids.Len(), totals: map[Measure]*total{}, levels: map[Measure][]float64{}}
	for _, t := range b.parts.events {
		if err := b.addEvents(e, t); err != nil {
			return nil, err
		}
	}
	return e.features(b.lastEventDay(e)), nil
}

// lastEventDay is the day up to which events are recent: the as-of date that the
// analyst set, or else the day of the last event, so that all of the days have
// been.
func (b *customerBuilder) lastEventDay(e *eventMeasures) Day {
	if b.scope.AsOf != NoDay {
		return b.scope.AsOf
	}
	last := NoDay
	for _, at := range e.last {
		last = max(last, DayOf(at))
	}
	return last
}

// total is a compensated sum per customer and where it comes from.
type total struct {
	sum, lost []float64
	origin    Phrase
}

type eventMeasures struct {
	n      int
	totals map[Measure]*total
	levels map[Measure][]float64
	last   []int64 // of each customer, nil without dates
	days   []int64 // customer << 32 | day, of each event with a date
}

func (e *eventMeasures) add(m Measure, customer int32, v float64, origin Phrase) {
	t := e.totals[m]
	if t == nil {
		t = &total{make([]float64, e.n), make([]float64, e.n), origin}
		e.totals[m] = t
	}
	t.sum[customer], t.lost[customer] = addExactly(t.sum[customer], t.lost[customer], v)
}

func (e *eventMeasures) raise(m Measure, customer int32, v float64) {
	if e.levels[m] == nil {
		e.levels[m] = make([]float64, e.n)
		for i := range e.levels[m] {
			e.levels[m][i] = math.NaN()
		}
	}
	if held := &e.levels[m][customer]; math.IsNaN(*held) || v > *held {
		*held = v
	}
}

func (e *eventMeasures) seen(customer int32, at int64) {
	if e.last == nil {
		e.last = make([]int64, e.n)
		for i := range e.last {
			e.last[i] = NoDate
		}
	}
	e.last[customer] = max(e.last[customer], at)
	e.days = append(e.days, int64(customer)<<32|int64(uint32(DayOf(at))))
}

// addEvents adds the events of one table.
func (b *customerBuilder) addEvents(e *eventMeasures, t int) error {
	rows, customers := b.events[t], b.place[t]
	types := b.eventTypes(t)
	values, level := map[Measure]*Numbers{}, map[Measure]*Numbers{}
	for _, m := range append(slices.Clone(eventTotals), ActiveDays) {
		if v := b.numbers(t, Role(m)); v != nil {
			values[m] = v
		}
	}
	for _, m := range eventLevels {
		if v := b.numbers(t, Role(m)); v != nil {
			level[m] = v
		}
	}
	for r, k := range b.idCodes[t] {
		if err := b.stopped(r); err != nil {
			return err
		}
		if rows.fate[r] != rowUsed {
			continue
		}
		at := customers[k]
		e.add(Events, at, 1, P("rows of event tables"))
		if m := types.measure(r); m != "" && values[m] == nil {
			e.add(m, at, 1, P("events by %s", types.column))
		}
		for m, v := range values {
			if finiteNumber(v.At(r)) {
				e.add(m, at, v.At(r), P("sum over events"))
			}
		}
		for m, v := range level {
			if finiteNumber(v.At(r)) {
				e.raise(m, at, v.At(r))
			}
		}
		if rows.time != nil {
			e.seen(at, rows.time.At(r))
		}
	}
	b.noteTypes(t, types)
	return nil
}

func finiteNumber(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

// eventTypes is the column that says what an event was.
type eventTypes struct {
	column   string
	codes    []int32
	words    Dictionary
	measures []Measure // by word, empty for none
}

func (b *customerBuilder) eventTypes(t int) eventTypes {
	column := b.roles.Column(t, EventType)
	if column < 0 {
		return eventTypes{}
	}
	c := b.data.Tables[t].Column(column)
	codes, words := keysOf(c)
	types := eventTypes{c.Name(), codes, words, make([]Measure, words.Len())}
	for k, w := range words.All() {
		types.measures[k] = measureOfType(w)
	}
	return types
}

func (t eventTypes) measure(row int) Measure {
	if t.codes == nil || t.codes[row] < 0 {
		return ""
	}
	return t.measures[t.codes[row]]
}

// noteTypes counts the events that no measure but their number counts.
func (b *customerBuilder) noteTypes(t int, types eventTypes) {
	n, rows := 0, map[int32]int{}
	for r, k := range types.codes {
		if k >= 0 && types.measures[k] == "" && b.events[t].fate[r] == rowUsed {
			n++
			rows[k]++
		}
	}
	if n > 0 {
		b.note("%d events of table %s count in the number of events and active days alone: %s", n, b.data.Tables[t].Name, commonest(types.words, rows))
	}
}

// features writes the measures down.
func (e *eventMeasures) features(until Day) map[Measure]Feature {
	out := map[Measure]Feature{}
	for m, t := range e.totals {
		values := make([]float64, e.n)
		for i := range values {
			values[i] = roundMoney(t.sum[i] + t.lost[i])
		}
		out[m] = Feature{Column: NewNumbers("", values), Origin: t.origin}
	}
	for m, v := range e.levels {
		out[m] = Feature{Column: NewNumbers("", v), Origin: P("the largest of the events")}
	}
	if e.last == nil {
		return out
	}
	slices.Sort(e.days)
	all, recent := make([]float64, e.n), make([]float64, e.n)
	for _, d := range slices.Compact(e.days) {
		customer, day := d>>32, Day(int32(uint32(d)))
		all[customer]++
		if int(until)-int(day) < recentDays {
			recent[customer]++
		}
	}
	if _, stated := out[ActiveDays]; !stated {
		out[ActiveDays] = Feature{Column: NewNumbers("", all), Origin: P("days with an event")}
	}
	out[ActiveDays30] = Feature{Column: NewNumbers("", recent), Origin: P("days with an event in the 30 days up to %s", until.String())}
	out[LastEvent] = Feature{Column: NewDates("", e.last), Origin: P("date of the last event")}
	return out
}
