package seg

import "custseg/model"

// rfmAdvice gives each team's line for a segment named by any of the maps.
// Names that differ in number or case only share their advice; an own name in
// edited ranges has none.
func rfmAdvice(name string) model.Advice {
	say := func(marketing, product, service, risk string) model.Advice {
		return model.Advice{Marketing: model.P(marketing), Product: model.P(product), Service: model.P(service), Risk: model.P(risk)}
	}
	switch plainName(name) {
	case "champions":
		return say("Reward them, ask for referrals, no discount needed", "Early access to what is new",
			"A named contact", "Watch the share of value that rests on few")
	case "loyal":
		return say("Upsell, ask for reviews", "Bundles and higher tiers", "Thank them by name", "")
	case "potential loyalists", "potential loyalist":
		return say("Offer membership", "Cross-sell the next category", "Ask what they miss", "")
	case "new":
		return say("Welcome series with a reason to come back", "Onboarding to the best sellers", "Check the first delivery", "")
	case "promising":
		return say("Free trial or sample", "Show the range beside the first purchase", "", "")
	case "need attention":
		return say("A limited-time offer from past purchases", "Remind of what goes with it", "Ask for feedback", "")
	case "about to sleep":
		return say("Recommend popular items, one reminder", "Show what changed since", "", "")
	case "cannot lose them", "cant lose them":
		return say("Win back by call, not by mail", "Ask what a competitor does better", "A senior contact calls each", "Value at stake is high")
	case "at risk":
		return say("Personal win-back with what they used to buy", "Remind of news in their category", "Call the largest", "Value is leaving")
	case "hibernating":
		return say("Cheap reactivation, one campaign", "", "", "")
	case "lost":
		return say("Stop paid contact, keep the address", "", "", "")
	case "others":
		return say("Look at the codes before acting", "", "", "")
	case "high":
		return say("Reward and keep close", "Early access", "A named contact", "Watch the share of value that rests on few")
	case "mid":
		return say("Grow by cross-sell and points", "Bundles", "", "")
	case "low":
		return say("Keep contact cheap", "Self-service", "", "")
	}
	return model.Advice{}
}

// eightClass is one of the eight classes of customers.
type eightClass struct {
	is        [3]bool // here lately, comes often, spends much
	name      string
	marketing string
	meaning   model.Phrase
}

// eightClasses are the classes of Chinese practice, by whether the customer was
// here lately, comes often and spends much.
func eightClasses() []eightClass {
	return []eightClass{
		{[3]bool{true, true, true}, "Important value", "Keep and reward: they are here, often, with money", model.P("111, near, often, much")},
		{[3]bool{false, true, true}, "Important keep", "Bring them back personally: often and much, but away", model.P("011, far, often, much")},
		{[3]bool{true, false, true}, "Important develop", "Raise how often they come", model.P("101, near, seldom, much")},
		{[3]bool{false, false, true}, "Important win back", "Win back: much money, long ago", model.P("001, far, seldom, much")},
		{[3]bool{true, true, false}, "General value", "Raise the basket: cross-sell", model.P("110, near, often, little")},
		{[3]bool{false, true, false}, "General keep", "Remind with an offer", model.P("010, far, often, little")},
		{[3]bool{true, false, false}, "General develop", "Welcome and show the range", model.P("100, near, seldom, little")},
		{[3]bool{false, false, false}, "General win back", "Cheap contact only", model.P("000, far, seldom, little")},
	}
}
