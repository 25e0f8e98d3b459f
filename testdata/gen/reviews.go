package main

// The touchpoints, in the order asked.
func touchpointNames() [5]string {
	return [5]string{"delivery", "website", "store", "support", "packaging"}
}

// review writes a few words in English, or mostly in Chinese from China, that
// fit the satisfaction and name the touchpoint that made it.
func review(d dice, a *answer, o opinion) string {
	chinese := a.who.place.culture == chinese && d.chance(0.8)
	best := a.touchpoints[0]
	at := 0
	for t, score := range a.touchpoints {
		if score > best && t != o.weakest {
			best, at = score, t
		}
	}
	switch {
	case a.satisfaction >= 4 && chinese:
		return pick(d, [][]string{
			{"物流很快", "送货准时，满意"}, {"网站好用", "下单方便，推荐"}, {"门店服务很好", "店员热情，喜欢"},
			{"客服耐心，好评", "客服很专业"}, {"包装精美，喜欢", "包装很好"},
		}[at])
	case a.satisfaction >= 4:
		return pick(d, [][]string{
			{"Fast delivery, great", "Always on time", "Quick and reliable"}, {"Easy to order", "Great website", "Love the app"},
			{"Lovely store", "Friendly staff, nice shop"}, {"Helpful support", "Excellent advice, thanks"},
			{"Beautifully packed", "Good packaging, happy"},
		}[at])
	case a.satisfaction == 3 && chinese:
		return pick(d, []string{"一般", "还可以", "价格偏高"})
	case a.satisfaction == 3:
		return pick(d, []string{"It was okay", "Average", "Fine, nothing special", "A bit pricey"})
	case chinese:
		return pick(d, [][]string{
			{"送货太慢", "迟到，失望"}, {"网站很差", "付款失败"}, {"店里排队太久", "店员态度差"},
			{"客服态度差，失望", "没人回复，投诉"}, {"包装破损", "收到时坏了"},
		}[o.weakest])
	}
	return pick(d, [][]string{
		{"Late again, disappointed", "Slow delivery", "Arrived too late"}, {"Confusing website", "Payment failed twice"},
		{"Rude staff", "Long queue, poor service"}, {"No answer, terrible support", "Support was rude"},
		{"Arrived broken", "Poor packaging, damaged"},
	}[o.weakest])
}
