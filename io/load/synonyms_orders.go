package load

import "custseg/model"

// orderNames are names of what an order is known by, as web shops, tills and
// customer management export them: who, which, when and how much.
func orderNames() []synonym {
	return []synonym{
		{model.CustomerID, "customer unique id|cust id|customer no|customer number|customer num|customer code|customer key|customer ref|customer reference id|" +
			"cust no|cust num|cust number|cust code|cust key|client id|client no|client number|client num|client code|member id|member no|member number|" +
			"membership id|membership no|membership number|loyalty id|loyalty card|loyalty card number|loyalty number|user id|effective user id|" +
			"buyer id|buyer user id|shopper id|subscriber id|visitor id|full visitor id|user pseudo id|guest id|donor id|household id|household key|" +
			"panelist id|policyholder id|patient id|consumer id|person id|contact id|party id|profile id|crm id|account id|account number|account no|acct id|acct no|acct num|acct number|member code|msno|" +
			"uid|userid hash|customer hash|customer user|customer account|sold to|sold to party|sold to customer|bill to customer|respondent id|respondent|participant id|befragter|befragte|befragten id|befragtennummer|" +
			"客户ID|客户编号|客户编码|客户代码|客户号|客户码|客户账号|客户代号|客户唯一标识|顾客ID|顾客编号|顾客号|顾客编码|会员号|会员ID|会员编号|会员编码|会员卡号|会员账号|" +
			"会员卡ID|会员代码|用户ID|用户编号|用户号|用户编码|用户账号|用户唯一标识|买家ID|买家编号|买家会员名|买家会员ID|买家账号|买家旺旺|下单帐号|下单账号|下单用户ID|下单用户|" +
			"下单客户|消费者ID|消费者编号|访客ID|openid|unionid|微信openid|微信unionid|账户ID|账户号|账号ID|客户卡号|贵宾号|VIP卡号|学员ID|患者ID|受访者ID|样本编号",
			"customer|customers|id|response id|record id|record id contact|client|cust|member|user|buyer|subscriber|shopper|donor|acct|membership|account|account name|company|company name|organization|" +
				"客户|顾客|会员|用户|买家|客户标识|编号|买家昵称|账号|账户|公司|公司名称|企业名称|客户公司|单位名称"},
		{model.CustomerName, "cust name|client name|full name|customer full name|user name|member name|buyer name|contact name|shopper name|" +
			"billing name|bill to name|shipping name|ship to name|recipient name|recipient|ship name|consignee|donor name|guest name|card holder name|" +
			"客户名称|客户姓名|客户名|顾客姓名|顾客名称|会员姓名|会员名称|会员名|用户名|用户姓名|用户名称|买家姓名|买家名称|买家昵称|会员昵称|用户昵称|昵称|微信昵称|姓名|" +
			"收货人姓名|收货人|收件人|收件人姓名|联系人|联系人姓名|客户全称|客户简称|学员姓名|患者姓名",
			"customer|client|member|name|first name|last name|surname|given name|family name|customer first name|customer last name|" +
				"billing first name|billing last name|account name|客户|顾客|会员|名字"},
		{model.OrderID, "order no|order nr|order num|order number|order code|order key|order ref|order reference|amazon order id|merchant order id|increment id|" +
			"sales order|sales order id|sales order number|invoice|invoice no|invoice num|invoice id|invoice number|transaction id|transaction no|transaction number|" +
			"transaction key|trans id|txn id|trx id|payment id|charge id|receipt no|receipt id|receipt number|bill no|bill number|ticket no|ticket number|" +
			"booking id|booking reference|reservation id|purchase id|sale id|opportunity id|deal id|document number|" +
			"订单ID|订单号|订单编号|订单编码|订单号码|主订单编号|主订单号|订单流水号|订单序号|销售订单号|交易编号|交易号|交易ID|交易流水号|交易单号|流水号|小票号|小票单号|" +
			"单据号|单据编号|销售单号|发票号|发票编号|发票号码|购物单号|消费单号|账单号|商户订单号|微信支付单号|支付单号|预订编号",
			"order|transaction|orders|basket id|basket|cart id|visit id|id|单号|订单"},
		{model.OrderDate, "date of order|ordered on|ordered at|ordered date|order dt|order time|order timestamp|order datetime|order created at|" +
			"order created date|order created|order creation date|order placed at|order placed|order purchase timestamp|order day|invoice date|invoice time|" +
			"purchase date|purchase time|purchase timestamp|purchase datetime|purchase day|purchased at|purchased on|date of purchase|transaction date|" +
			"transaction time|transaction datetime|transaction timestamp|trans date|txn date|trx date|sale date|sales date|date of sale|sold at|sold on|" +
			"booking date|receipt date|bill date|billing date|posting date|payment date|payment time|paid at|paid date|date paid|close date|closed date|closed won date|donation date|" +
			"订单日期|订单时间|订单创建时间|订单创建日期|订单生成时间|订单提交时间|下单日期|下单时间|购买日期|购买时间|交易日期|交易时间|交易创建时间|消费日期|消费时间|" +
			"销售日期|销售时间|付款日期|付款时间|成交时间|成交日期|支付时间|支付日期|支付完成时间|订单付款时间|买家付款时间|付款确认时间|开票日期|开单日期|单据日期|结账时间|捐款日期|入账日期",
			"date|datetime|day|timestamp|time|created at|created on|created|created date|created time|create date|create time|creation date|dt|" +
				"日期|创建时间|创建日期|时间"},
		{model.Amount, "order amount|order total|order value|grand total|grand total purchased|grand total base|total paid|amount paid|paid amount|" +
			"net amount|total amount|total price|line total|line amount|extended price|item total|item subtotal|order subtotal|subtotal|revenue|order revenue|" +
			"total revenue|net revenue|gross revenue|n revenue|sales|net sales|sales amount|sales value|sale amount|sale price total|total sales|sales total|gross sales|" +
			"turnover|purchase amount|purchase value|purchase total|payment amount|payment value|transaction amount|transaction value|trans amount|trans amt|txn amount|" +
			"invoice amount|invoice total|invoice value|bill amount|receipt total|charge amount|amt|total amt|order amt|sales amt|transaction revenue|event value|deal amount|deal value|" +
			"opportunity amount|donation amount|total cost of order|gmv|" +
			"实付金额|实付款|实付|买家实际支付金额|订单实付金额|用户实付金额|实际支付金额|实际付款金额|实付总额|实收金额|实收|商家实收金额|付款金额|支付金额|成交金额|成交额|" +
			"订单金额|订单总金额|订单总额|订单总价|订单应付金额|应付金额|结算金额|应收金额|销售额|销售金额|销售总额|销售收入|交易金额|交易额|消费金额|消费额|购买金额|总价|金额|" +
			"总金额|合计金额|金额合计|总额|总计|买家应付货款|商品实付|商品总价|商品金额|价税合计|营业额|收入金额|流水金额|小计|捐款金额|下单金额|付款总额",
			"total|value|payment|spend|spent|amount spent|spending|dollars|money|price total|sum|合计|支付|付款|花费"},
	}
}

// lineNames are names of what one line of an order tells.
func lineNames() []synonym {
	return []synonym{
		{model.Quantity, "qty|order qty|order quantity|quantity ordered|qty ordered|quantity purchased|purchase quantity|item quantity|item qty|lineitem quantity|" +
			"product quantity|sales quantity|quantity sold|qty sold|items sold|units|units sold|unit count|number of units|number of items|num items|no of items|item count|pieces|pcs|volume sold|" +
			"数量|订购数量|购买数量|商品数量|产品数量|销售数量|销量|销售量|件数|购买件数|商品件数|宝贝总数量|宝贝数量|订单数量|下单数量|成交数量|成交件数|数量件",
			"count|items|个数"},
		{model.UnitPrice, "price each|price per unit|price per item|unit cost price|item price|product price|lineitem price|item cost|selling price|sell price|sales price|list price|price unit|unit amount|avg unit price|" +
			"单价|商品单价|产品单价|销售单价|成交单价|单位价格|商品价格|产品价格|宝贝价格|京东价|零售价|单件价格",
			"price|unit value|价格|售价|标价"},
		{"cost", "cogs|cost of goods|cost of goods sold|unit cost|product cost|item cost price|total cost|cost price|purchase cost|成本|成本价|商品成本|总成本|销售成本|单位成本|进货价|采购成本", ""},
		{"profit", "net profit|gross profit|order profit|total profit|profit amount|net income per order|contribution|利润|利润额|毛利|毛利额|净利润|销售利润|订单利润|总利润", "margin amount|盈利"},
		{"discount", "discount rate|discount percent|discount percentage|discount pct|discount amount|discount value|discounts|total discount|order discount|lineitem discount|" +
			"discount applied amount|折扣|折扣率|折扣金额|优惠金额|优惠|优惠额|总优惠|打折|让利金额|折让", ""},
		{"product", "product name|item name|item purchased|lineitem name|article|article name|product title|item title|item description|product description|product purchased|goods name|" +
			"商品|商品名称|商品名|产品|产品名称|产品名|宝贝标题|宝贝名称|商品标题|商品全名|选购商品|品名|货品名称|菜品名称|课程名称|全部商品名称|物料名称",
			"stock code|sku|product id|item id|article id|article number|product code|product key|item code|item|asin|lineitem sku|description|title|products|goods id|" +
				"商品ID|商品编号|商品编码|商品代码|产品ID|产品编号|产品编码|货号|SKU编码|宝贝ID|商家编码|物料编码"},
		{"category", "product category|product category name|item category|item type|product type|product group|product line|product class|category name|department|merchandise category|main category|" +
			"prefered order cat|preferred order cat|类别|品类|商品类别|产品类别|商品分类|产品分类|商品类目|类目|分类|品类名称|一级类目|一级分类|大类|宝贝种类|商品种类|产品大类|产品类型|商品类型", "category id|class|种类|类型"},
		{"channel", "sales channel|purchase channel|order channel|channel name|purchase point|sales channel name|order source|lead source|traffic source|source channel|acquisition channel|utm source|" +
			"session default channel group|first user default channel group|default channel grouping|source medium|session source medium|store type|" +
			"渠道|购买渠道|销售渠道|渠道名称|订单渠道|订单来源|下单渠道|下单平台|来源渠道|交易渠道|获客渠道|客户来源|销售平台|平台", "source|platform|来源"},
		{"status", "order status|order state|financial status|fulfillment status|fulfilment status|payment status|invoice status|transaction status|deal stage|opportunity stage|stage|item status|line status|shipping status|delivery status|" +
			"订单状态|交易状态|状态|支付状态|付款状态|发货状态|物流状态|订单状况|单据状态|退款状态|售后状态", ""},
		{"returned", "return|is return|is returned|is refund|is refunded|was returned|refunded|return status|return flag|returned flag|refund flag|has return|order returned|returns flag|" +
			"退回|是否退货|退货|退款|是否退款|是否退回|已退货|已退款|退货标志|退货标识|退货状态|是否退换货|是否退单", "returns"},
	}
}

// measureNames are names of what an analyst computed before.
func measureNames() []synonym {
	return []synonym{
		{"recency", "recency days|recency weeks|recency months|weeks since last order|weeks since last purchase|months since last order|months since last purchase|days since last purchase|days since last order|day since last order|days since last transaction|days since purchase|last purchase days ago|days inactive|" +
			"最近一次消费间隔|最近一次消费距今天数|最近消费间隔|最近购买间隔|最近一次购买间隔|距上次购买天数|距今天数|距离上次消费天数|未消费天数", "r|最近消费"},
		{"frequency", "order count|orders count|orders|total orders|number of orders|num orders|no of orders|order frequency|purchase count|number of purchases|num purchases|purchase frequency|total purchases|previous purchases|frequency count|" +
			"repeat purchases|购买次数|消费次数|订单数|订单量|总订单数|下单次数|交易频次|累计购买次数|累计消费次数|消费频次|消费频率|购买频率|购买频次|累计订单数", "f"},
		{"monetary", "monetary value|total spend|total spent|total spending|total purchase amount|total amount spent|total purchase value|lifetime spend|lifetime value|lifetime revenue|customer lifetime value|ltv|clv|cltv|total charges|total trans amt|total customer revenue|annual spend|" +
			"累计消费|累计消费金额|累计消费额|消费总额|消费总金额|总消费|总消费金额|总消费额|累计金额|累计购买金额|历史消费金额|购买总金额|交易总额|累计支付金额", "m|spend|spent|amount spent|spending|purchases"},
		{"average_order", "average order value|aov|avg order value|average purchase value|avg purchase value|average basket|average basket value|average ticket|avg ticket|avg order amount|mean order value|" +
			"客单价|平均订单金额|平均客单价|笔单价|单均金额|平均消费金额|平均订单价值", ""},
		{"tenure", "tenure months|tenure in months|tenure days|tenure weeks|tenure years|months as customer|years as customer|months on book|customer tenure|customer lifetime|customer since months|account age|days as customer|membership length|membership months|membership years|" +
			"在网时长|在网月数|入网时长|会员时长|客户年限|合作年限|入会时长|注册时长|客龄", ""},
		{"first_order", "first order date|first order at|date of first order|first purchase|first purchase date|first transaction date|first buy date|首次购买日期|首次购买时间|首次下单时间|首次下单日期|首单时间|首单日期|首次消费日期|首次消费时间|第一次购买日期", ""},
		{"last_order", "last order date|last order at|date of last order|latest order date|last purchase|last purchase date|last purchased at|most recent purchase|most recent order|most recent visit|most recent order date|last transaction date|" +
			"最近购买日期|最近购买时间|最近一次消费日期|最近一次消费时间|最后购买时间|最后购买日期|最近下单时间|最近下单日期|最后下单时间|最近消费时间|最近消费日期|最后消费时间|最后消费日期|上次购买时间|最近交易日期|末次消费日期", ""},
	}
}
