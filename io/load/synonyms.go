package load

import (
	"strings"

	"custseg/model"
)

// usage is how surely a name means its role.
type usage uint8

const (
	own   usage = iota // the role's own name
	usual              // a usual name for it
	vague              // a name that other things have too
)

// nameRule says that columns of some name have a role.
type nameRule struct {
	role  model.Role
	usage usage
}

// synonym lists names of a role: usual ones and vague ones. They are compared by
// [compact], so that case, spaces and signs do not matter.
type synonym struct {
	role         model.Role
	usual, vague string // separated by |
}

// synonyms are the names by which columns are known besides the roles' own.
func synonyms() []synonym {
	return []synonym{
		{model.CustomerID, "cust id|customer no|customer number|customer code|customer key|cust no|client id|member id|membership no|user id|" +
			"buyer id|shopper id|客户ID|客户编号|客户编码|客户代码|顾客ID|顾客编号|会员号|会员ID|会员编号|会员卡号|用户ID|用户编号|买家ID|买家会员名",
			"id|customer|client|member|user|buyer|客户|顾客|会员|用户|买家|编号"},
		{model.CustomerName, "cust name|client name|full name|user name|member name|buyer name|contact name|" +
			"客户名称|客户姓名|客户名|顾客姓名|顾客名称|会员姓名|会员名称|会员名|用户名|用户姓名|姓名|收货人姓名|收货人",
			"customer|client|member|name|first name|last name|surname|客户|顾客|会员"},
		{model.OrderID, "order no|order number|order code|invoice|invoice no|invoice id|invoice number|transaction id|receipt no|receipt id|" +
			"订单ID|订单号|订单编号|订单编码|交易编号|交易号|流水号|发票号", "order|transaction|id|basket id|单号|订单"},
		{model.OrderDate, "date of order|order time|order timestamp|order day|invoice date|purchase date|date of purchase|transaction date|" +
			"sale date|sales date|payment date|payment time|paid at|订单日期|订单时间|下单日期|下单时间|购买日期|购买时间|交易日期|交易时间|消费日期|" +
			"付款日期|付款时间|成交时间|支付时间|订单付款时间", "date|day|time|timestamp|created at|日期|时间"},
		{model.Amount, "revenue|sales|sales amount|total price|order amount|order total|order value|grand total|line total|total amount|turnover|" +
			"sales value|net sales|gross sales|purchase amount|amount paid|payment amount|transaction amount|销售额|销售金额|总价|金额|总金额|订单金额|" +
			"实付金额|付款金额|支付金额|实际支付金额|买家实际支付金额|消费金额|成交金额|交易金额|营业额", "total|value|payment|合计"},
		{model.Quantity, "qty|units|number of items|item count|数量|件数|购买数量|商品数量|宝贝总数量", "count"},
		{model.UnitPrice, "price each|price per unit|item price|单价|单位价格", "price|价格|售价"},
		{"cost", "cogs|unit cost|total cost|成本", ""},
		{"profit", "net profit|gross profit|利润|毛利|净利润", "margin amount"},
		{"discount", "discount rate|discount percent|折扣|折扣率", ""},
		{"product", "product name|item name|article|商品|商品名称|产品|产品名称|宝贝标题|商品标题",
			"product id|stock code|sku|description|商品ID|商品编号|产品ID|产品编号"},
		{"category", "product category|item category|类别|品类|商品类别|产品类别|类目", ""},
		{"channel", "sales channel|purchase channel|order channel|渠道|购买渠道|销售渠道", ""},
		{"status", "order status|订单状态|状态", ""},
		{"returned", "return|is returned|refunded|退回|是否退货|退货|退款", ""},

		{"recency", "days since last purchase|days since last order|最近一次消费间隔|最近购买间隔", ""},
		{"frequency", "order count|orders|number of orders|purchase count|购买次数|消费次数|订单数|消费频率|购买频率", ""},
		{"monetary", "total spend|total spent|total spending|lifetime value|累计消费|累计消费金额|消费总额|总消费|消费总金额", ""},
		{"average_order", "average order value|aov|avg order value|客单价|平均订单金额", ""},
		{"tenure", "tenure months|months as customer|在网时长", ""},
		{"first_order", "first order date|first purchase|first purchase date|首次购买日期|首次下单时间|首单时间", ""},
		{"last_order", "last order date|last purchase|last purchase date|最近购买日期|最近一次消费日期|最后购买时间|最近下单时间", ""},

		{model.BirthDate, "birthday|date of birth|dob|出生日期|生日|出生年月", ""},
		{"age", "customer age|age years|年龄", ""},
		{"gender", "sex|性别", "genre"},
		{"income", "annual income|yearly income|monthly income|household income|收入|年收入|月收入", ""},
		{"education", "education level|学历|教育程度|受教育程度", ""},
		{"occupation", "job|profession|job title|职业", ""},
		{"marital", "marital status|marriage|婚姻|婚姻状况|婚姻状态", ""},
		{"children", "number of children|children count|子女数|孩子数量", ""},
		{"signup_date", "registration date|register date|registered at|registered on|join date|joined at|member since|enrollment date|dt customer|" +
			"注册日期|注册时间|入会日期|入会时间", ""},
		{model.Email, "email address|mail|邮箱|电子邮箱|邮件|电子邮件", ""},
		{model.Phone, "phone number|mobile|mobile number|telephone|tel|cell phone|手机|手机号|手机号码|电话|联系电话|联系手机", ""},
		{model.Address, "street address|shipping address|billing address|street|地址|收货地址|详细地址|联系地址", ""},

		{"region", "sales region|area|地区|区域|大区", ""},
		{"province", "state|state province|省|省份|省/自治区|州省", ""},
		{"city", "town|城市|市", ""},
		{"country", "country name|nation|国家|国家地区", ""},
		{"postcode", "zip|zip code|postal code|邮编|邮政编码", ""},
		{"latitude", "lat|纬度", ""},
		{"longitude", "lon|lng|long|经度", ""},

		{"event_date", "event time|event timestamp|事件时间|行为时间", ""},
		{"event_type", "event|event name|behavior type|behaviour type|行为类型|事件类型", ""},
		{"views", "page views|view count|浏览量|浏览次数|访问次数", ""},
		{"clicks", "click count|点击次数|点击量", ""},
		{"carts", "add to cart|cart count|加购次数|加购", ""},
		{"purchases", "购买", ""},
		{"sessions", "session count|visits|会话数", ""},
		{"minutes", "usage minutes|minutes used|使用时长", ""},
		{"active_days", "days active|活跃天数", ""},
		{"opens", "email opens|打开次数", ""},
		{"device", "device type|设备|设备类型", ""},
		{"followers", "follower count|粉丝数|粉丝", ""},
		{"likes", "like count|点赞数|点赞", ""},
		{"shares", "share count|转发数|分享数", ""},
		{"comments", "comment count|评论数", ""},
		{"posts", "post count|发帖数", ""},
		{"referrals", "referral count|推荐人数", ""},

		{"recommend", "nps|nps score|likelihood to recommend|recommendation|推荐意愿|推荐分", "rec"},
		{"satisfaction", "satisfaction score|csat|满意度|满意度评分", ""},
		{"effort", "effort score|ces", ""},
		{"complaints", "complaint|complain|complaint count|投诉|投诉次数", ""},
		{"review", "review text|comment text|评价|评论|评论内容|评价内容", ""},

		{"balance", "account balance|余额|账户余额", ""},
		{"transactions", "transaction count|交易次数|交易笔数", ""},
		{"feedback", "feedback score|反馈评分", ""},
		{"credit_score", "信用评分|信用分", ""},
		{"utilisation", "utilization|credit utilisation|credit utilization|额度使用率", ""},
		{"overdue", "overdue days|逾期|逾期天数|逾期次数", ""},
		{"debt_ratio", "debt to income|dti|负债率|负债收入比", ""},
		{"segment", "market segment|customer segment|细分|客户细分|细分市场", ""},
		{"size", "market size|市场规模", ""},
		{"growth", "market growth|growth rate|市场增长率|增长率", ""},
		{"margin", "market margin|利润率|毛利率", ""},
		{"share", "market share|市场份额|市场占有率", ""},
		{"target", "response|responded|churn|churned|流失|是否流失", ""},
	}
}

// families are the beginnings of names of roles that several columns have, such
// as attitude_price.
func families() []struct {
	role  model.Role
	heads []string
} {
	return []struct {
		role  model.Role
		heads []string
	}{
		{"attitude", []string{"attitude", "态度"}},
		{"touchpoint", []string{"touchpoint", "触点"}},
		{"item", []string{"item"}},
		{"need", []string{"need", "需求"}},
		{"factor", []string{"factor", "importance", "因素", "重要性"}},
	}
}

// nameRules gathers what names mean, by their compact form.
func nameRules() map[string][]nameRule {
	rules := map[string][]nameRule{}
	add := func(names string, role model.Role, u usage) {
		for name := range strings.SplitSeq(names, "|") {
			if key := compact(name); key != "" {
				rules[key] = append(rules[key], nameRule{role, u})
			}
		}
	}
	for _, r := range model.Roles() {
		if r.ID != model.Ignore {
			add(string(r.ID), r.ID, own)
		}
	}
	for _, s := range synonyms() {
		add(s.usual, s.role, usual)
		add(s.vague, s.role, vague)
	}
	return rules
}

// family returns the role of a name such as need_price or importance1.
func family(header string) (model.Role, bool) {
	header = strings.ToLower(strings.TrimSpace(header))
	for _, f := range families() {
		for _, head := range f.heads {
			rest, ok := strings.CutPrefix(header, head)
			if ok && rest != "" && (strings.ContainsAny(rest[:1], "_-. :") || rest[0] >= '0' && rest[0] <= '9') {
				return f.role, true
			}
		}
	}
	return "", false
}
