package load

import "custseg/model"

// personNames are names of what is known about a person.
func personNames() []synonym {
	return []synonym{
		{model.BirthDate, "birthday|date of birth|dob|born|born on|出生日期|生日|出生年月|出生年月日|出生时间", ""},
		{"age", "age years|age in years|current age|age at purchase|年龄|岁数|周岁|年龄岁", ""},
		{"gender", "sex|gender identity|性别|男女", "genre"},
		{"income", "annual income|yearly income|monthly income|household income|personal income|income per year|income per month|salary|annual salary|monthly salary|estimated salary|" +
			"收入|年收入|月收入|家庭收入|家庭年收入|家庭月收入|个人收入|个人年收入|个人月收入|薪资|薪水|工资|月薪|年薪|收入水平", ""},
		{"education", "education level|educational level|level of education|highest education|qualification|degree|学历|教育程度|受教育程度|文化程度|最高学历|教育水平|教育背景", ""},
		{"occupation", "job|profession|job title|job role|employment|employment type|employment status|职业|工作|职位|岗位|职业类型|从事职业", ""},
		{"marital", "marital status|marriage|marriage status|married|relationship status|婚姻|婚姻状况|婚姻状态|婚姻情况|婚否|是否已婚|是否结婚", ""},
		{"children", "number of children|num children|no of children|children count|kids|number of kids|num kids|child count|dependents count|dependent count|number of dependents|total children|" +
			"子女数|子女数量|子女个数|子女人数|孩子数量|孩子数|小孩数量|小孩个数", "dependents"},
		{"signup_date", "sign up|sign up time|signed up|signed up at|registration date|registration time|register date|register time|registered at|registered on|registered date|reg date|join date|joined|joined at|joined on|joining date|" +
			"member since|customer since|membership start|enrollment date|enrolment date|dt customer|account created|account created at|account created date|account opened|account opening date|open date|subscription date|subscription start|became a customer date|" +
			"注册日期|注册时间|入会日期|入会时间|开户日期|开户时间|开卡日期|开卡时间|建档日期|加入日期|加入时间|成为会员时间|成为会员日期|办卡日期|首次注册时间", ""},
		{model.Email, "email address|mail|mail address|primary email|邮箱|电子邮箱|邮箱地址|邮件|电子邮件|邮件地址", ""},
		{model.Phone, "phone number|phone no|mobile|mobile number|mobile phone|mobile no|telephone|telephone number|tel|tel no|cell|cell phone|contact number|whatsapp|" +
			"手机|手机号|手机号码|移动电话|电话|电话号码|联系电话|联系方式|联系手机|固定电话|座机", ""},
		{model.Address, "street address|address line 1|address 1|mailing address|shipping address|billing address|shipping street|billing street|delivery address|home address|street|street name|" +
			"地址|收货地址|详细地址|联系地址|家庭地址|通讯地址|住址|街道|街道地址|收件地址|收件人地址|收货人地址", ""},
	}
}

// placeNames are names of where somebody is.
func placeNames() []synonym {
	return []synonym{
		{"region", "sales region|region name|sales territory|territory|area|zone|district|continent|world region|地区|区域|大区|销售区域|销售大区|地域|片区|所属区域|所属大区", "location|geography"},
		{"province", "state|state province|province state|state code|province name|state name|county|prefecture|省|省份|省/自治区|省市|省级|州省|省/州|省、自治区、直辖市|省直辖市", ""},
		{"city", "town|city name|city town|suburb|municipality|城市|市|城市名称|所在城市|地级市|市区|地市", ""},
		{"country", "country name|country code|country region|country iso|country iso code|nation|nationality|market country|国家|国家地区|国别|国籍", "geography"},
		{"postcode", "zip|zip code|zip code prefix|zip postal code|postal|postal code|postal zip code|plz|邮编|邮政编码|邮递区号", ""},
		{"latitude", "lat|geo lat|geolocation lat|gps lat|纬度", ""},
		{"longitude", "lon|lng|long|geo lng|geo lon|geolocation lng|gps lon|gps lng|经度", ""},
	}
}

// activityNames are names of what somebody does on a site, in an app and on
// social networks.
func activityNames() []synonym {
	return []synonym{
		{"event_date", "event time|event timestamp|event datetime|activity date|activity time|login date|login time|visit date|visit time|session date|session start|" +
			"事件时间|事件日期|行为时间|行为日期|登录时间|登录日期|访问时间|访问日期|浏览时间", ""},
		{"event_type", "event|event name|event category|event action|behavior type|behaviour type|behavior|behaviour|activity type|action|action type|行为类型|行为|事件类型|事件|事件名称|操作类型|用户行为", ""},
		{"views", "page views|view count|views count|screen views|product views|item views|num views|浏览量|浏览次数|浏览数|页面浏览量|pv|访问次数|曝光次数", ""},
		{"clicks", "click count|clicks count|num clicks|link clicks|email clicks|点击次数|点击量|点击数", ""},
		{"carts", "add to cart|add to carts|adds to cart|cart adds|cart additions|cart count|carts count|加购次数|加购|加购数|加购件数|加入购物车次数", ""},
		{"purchases", "ecommerce purchases|transactions completed|purchase events|购买|购买数", ""},
		{"sessions", "session count|sessions count|num sessions|visits|visit count|number of visits|num visits|engaged sessions|num web visits month|web visits|logins|login count|number of logins|会话数|访问会话数|访问量|登录次数|到访次数|到店次数", ""},
		{"minutes", "usage minutes|minutes used|total minutes|minutes of use|time spent minutes|time on site|time on app|hour spend on app|watch time|play time|使用时长|使用分钟数|在线时长|停留时长|观看时长", ""},
		{"features_used", "feature count|number of features used|使用功能数", ""},
		{"features_available", "number of features|可用功能数|功能总数", ""},
		{"active_days", "days active|number of active days|days used|login days|活跃天数|登录天数|使用天数", ""},
		{"opens", "email opens|emails opened|open count|marketing emails opened|打开次数|邮件打开次数|打开数", ""},
		{"device", "device type|device category|device used|device os|preferred device|preferred login device|operating system|设备|设备类型|终端|终端类型|登录设备|使用设备", ""},
		{"followers", "follower count|followers count|number of followers|fans|粉丝数|粉丝|粉丝量", ""},
		{"likes", "like count|likes count|number of likes|favourites count|favorites count|点赞数|点赞|获赞数|点赞量", ""},
		{"shares", "share count|shares count|retweets|retweet count|reposts|转发数|转发|分享数|分享次数|转发量", ""},
		{"comments", "comment count|comments count|reply count|number of comments|评论数|评论量|评论次数|回复数", ""},
		{"posts", "post count|posts count|statuses count|number of posts|media count|发帖数|发文数|作品数|笔记数", ""},
		{"referrals", "referral count|referrals count|number of referrals|referred friends|friends referred|推荐人数|邀请人数|转介绍人数|邀请好友数", ""},
	}
}

// surveyNames are names of answers.
func surveyNames() []synonym {
	return []synonym{
		{"touchpoint", "store rating|shop rating|website rating|web rating|app rating|hotline rating|call center rating|call centre rating|门店评分|网站评分|热线评分", ""},
		{"recommend", "nps|nps score|nps rating|net promoter score|likelihood to recommend|likely to recommend|would recommend|would you recommend|recommend score|recommendation score|recommendation|ltr|weiterempfehlung|weiterempfehlungsbereitschaft|推荐意愿|推荐分|推荐度|推荐评分|推荐可能性|推荐指数|NPS评分|NPS得分", "rec"},
		{"satisfaction", "satisfaction score|satisfaction rating|satisfaction level|overall satisfaction|customer satisfaction|csat|csat score|review score|review rating|star rating|stars|满意度|满意度评分|满意度得分|总体满意度|整体满意度|客户满意度|服务满意度|评价星级|星级", "rating|评分|打分"},
		{"effort", "effort score|customer effort|customer effort score|ces|ces score|ease of use|费力度|费力程度|省力程度|客户费力度", ""},
		{"complaints", "complaint|complain|complains|complaint count|complaints count|number of complaints|num complaints|support tickets|tickets|ticket count|number of tickets|service calls|customer service calls|投诉|投诉次数|投诉数|投诉量|是否投诉|工单数", ""},
		{"review", "review text|review comment|review comment message|review body|review content|comment text|comment|feedback text|feedback comment|verbatim|open text|customer review|评价|评论|评论内容|评价内容|用户评价|用户评论|反馈内容|意见|意见建议|留言", ""},
		{"preference", "brand preference|preference score|偏好|品牌偏好|偏好度", ""},
		{"benefit", "benefits|perceived value|perceived quality|感知利益|感知价值|感知质量", ""},
		{"price_perceived", "perceived price|price perception|感知价格|价格感知", ""},
		{"adoption_date", "date of adoption|adopted on|adopted at|first use date|first used|采用日期|首次使用日期|首次使用时间", ""},
		{"readiness", "technology readiness|tech readiness|readiness score|innovativeness|技术接受度|技术准备度", ""},
	}
}

// marketNames are names of what banks and market research tell.
func marketNames() []synonym {
	return []synonym{
		{"balance", "account balance|current balance|avg balance|average balance|balance amount|deposit balance|余额|账户余额|存款余额|月均余额|日均余额|资产余额", ""},
		{"transactions", "transaction count|transactions count|number of transactions|num transactions|no of transactions|total transactions|total trans ct|purchases trx|trans count|交易次数|交易笔数|交易数|交易量", ""},
		{"feedback", "feedback score|feedback rating|反馈评分|反馈得分|客户反馈", ""},
		{"credit_score", "credit rating score|fico|fico score|credit points|信用评分|信用分|信用得分|芝麻信用分|征信评分", ""},
		{"utilisation", "utilization|credit utilisation|credit utilization|utilization ratio|utilisation ratio|avg utilization ratio|credit usage|revolving utilization|revolving utilization of unsecured lines|信用卡使用率|信用卡额度使用率|额度使用率|信用额度使用率|授信使用率", ""},
		{"overdue", "overdue days|days overdue|days past due|dpd|past due|overdue count|late payments|number of late payments|delinquencies|逾期|逾期天数|逾期次数|逾期笔数", ""},
		{"debt_ratio", "debt to income|debt to income ratio|dti|dti ratio|debt income ratio|负债率|负债收入比|负债比|资产负债率", ""},
		{"history_years", "credit history years|credit history length|length of credit history|years of credit history|信用历史|信用年限|信用历史年限", ""},
		{"own_spend", "our spend|spend with us|own brand spend|本品牌消费|本店消费额", ""},
		{"category_spend", "total category spend|category spending|品类消费|品类总消费", ""},
		{"brand_rank", "our rank|rank of our brand|品牌排名", ""},
		{"brands_used", "number of brands|brands count|使用品牌数|品牌数", ""},
		{"custom_orders", "number of custom orders|custom order count|bespoke orders|made to order orders|定制订单数|定制订单", ""},
		{"custom_request", "custom request score|customization request|customisation request|wish for custom|定制需求|定制意愿", ""},
		{"interest", "interest score|engagement score|lead score|兴趣分|兴趣度|意向度|意向分", ""},
		{"fit", "fit score|匹配度", ""},
		{"segment", "market segment|customer segment|customer category|customer group|customer type|customer tier|segment name|细分|客户细分|细分市场|客户类型|客户分类|客户群|客户分群", ""},
		{"size", "market size|市场规模", ""},
		{"growth", "market growth|growth rate|市场增长率|增长率", ""},
		{"margin", "market margin|profit margin|gross margin|margin rate|利润率|毛利率|净利率", ""},
		{"share", "market share|relative market share|市场份额|市场占有率|相对市场份额", ""},
		{"target", "response|responded|responder|churn|churned|churn flag|churn label|churn value|is churn|is churned|has churned|customer status churn|exited|attrition|attrition flag|converted|conversion|subscribed|" +
			"流失|是否流失|流失标签|是否响应|响应|是否转化|是否购买|是否续费|目标变量", "y|label"},
	}
}
