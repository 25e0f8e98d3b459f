package seg

import "custseg/model"

// advice is what to do with a cluster by the column in which it differs most from
// all: what is known of how recently, how often and for how much they buy; of
// other columns, that they stand out.
func (c clusters) advice(g int) model.Advice {
	by := c.differences(g)
	most := strongest(by)
	if len(most) == 0 || by[most[0]].size < telling {
		return model.Advice{Marketing: model.P("Close to the average in all columns: treat as the base")}
	}
	at := most[0]
	high := c.z[g][at] > 0
	switch id := c.f.infos[at].ID; {
	case id == model.Recency && high:
		return model.Advice{Marketing: model.P("They have not bought for long: win back those who were worth it, and spend nothing on the others"),
			Service: model.P("Ask some of them why they stopped"), Risk: model.P("Do not count on their money")}
	case id == model.Recency:
		return model.Advice{Marketing: model.P("They bought lately: lead them to the next order while they remember"), Service: model.P("See that the last order went well")}
	case id == model.Frequency && high:
		return model.Advice{Marketing: model.P("They buy often: reward it, and ask them to recommend"), Product: model.P("Subscriptions, and what goes with what they buy"),
			Service: model.P("Known by name, answered first")}
	case id == model.Frequency:
		return model.Advice{Marketing: model.P("They buy seldom: give a reason for the next order"), Product: model.P("Start from what they bought")}
	case (id == model.Monetary || id == model.AverageOrder) && high:
		return model.Advice{Marketing: model.P("They bring more money than others: personal offers, no discount"), Product: model.P("The best there is, and first to see the new"),
			Service: model.P("A person of their own"), Risk: model.P("Watch for those who fall silent: much is lost with each")}
	case id == model.Monetary || id == model.AverageOrder:
		return model.Advice{Marketing: model.P("They bring little money: bundles and automated mail"), Service: model.P("Self-service")}
	}
	return model.Advice{Marketing: model.P("Stands out by %s: plan for it", by[at].what)}
}
