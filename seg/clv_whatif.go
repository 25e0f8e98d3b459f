package seg

import (
	"math"

	"custseg/seg/btyd"
)

// predicted is the value of each customer, which follows from their measures by
// the models that were fitted. Measures that are columns are read as they would
// be. What a measure of orders is changed by is added to the purchases seen, for
// days with a purchase are not always as many as orders.
func (fit *clvFit) predicted(f *clvForecast) measured {
	from, end := f.buyers.purchases, fit.buyers.end
	buying, spend, horizon, margin := fit.model.Model, fit.spend, f.horizon, f.margin
	money, orders, tenure, recency := from.inputs[0], from.inputs[1], from.inputs[2], from.inputs[3]
	value := func(w whatIf) float64 {
		var seen buyer
		var why int32
		if from.orders == nil {
			seen, why = fromMeasures(w.value(money), w.value(orders), w.value(tenure), w.value(recency))
		} else {
			seen, why = from.of(w.i, end)
			seen = seen.with(w.gain(money), w.gain(orders), w.gain(tenure), w.gain(recency))
		}
		if why >= 0 {
			return missing
		}
		return spend.expected(seen) * btyd.Discounted(buying, seen.customer(), horizon) * margin
	}
	return measured{MeasureInfo: clvInfo(), own: true, values: f.value}.following(value, orders, recency, money, tenure)
}

// with is the customer after gains of money, orders, days known and days since
// the last purchase. Who has no purchase after the first day has none that could
// be later or bring money.
func (b buyer) with(money, orders, tenure, recency float64) buyer {
	b.repeats = max(0, b.repeats+math.Round(orders))
	b.watched = max(0, b.watched+tenure)
	b.last = min(max(0, b.last+tenure-recency), b.watched)
	b.money += money
	if b.repeats == 0 || b.last == 0 {
		b.repeats, b.last, b.money = 0, 0, 0
	}
	return b
}
