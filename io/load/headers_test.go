package load

import (
	"fmt"
	"strings"
	"testing"

	"custseg/model"
)

// sureRole returns the role that a header means without regard to the rest of
// its table.
func sureRole(k keyNames, header string) model.Role {
	for _, r := range k.rules(header) {
		if r.usage != vague {
			return r.role
		}
	}
	return ""
}

// TestHeaders says what headers of exports and published data mean by
// themselves.
func TestHeaders(t *testing.T) {
	keys := newNamer().keys
	for _, c := range []struct {
		role    model.Role
		headers string // separated by |
	}{
		{model.CustomerID, "CustomerID|CUST_ID|Customer ID|customer-id|Customer No.|CLIENTNUM|client_id|Member Number|user_id|User ID|Effective user ID|customer_unique_id|msno|" +
			"客户ID|客户 ID|客户编号|顾客ID|会员号|会员ID|会员卡号|用户ID|买家会员名|下单帐号|openid|unionid|客戶編號|會員編號|顧客ID|会員番号|고객번호|회원ID|Kundennummer|Kunden-Nr.|id_cliente|Número de cliente|ID klienta|Číslo zákazníka|Код клиента|Müşteri No|" +
			"orders.customer_id|t_customer_id|dim_customer_key|stg_orders_customer_id|customer_id_x|o_custkey_c|customers:customer_id"},
		{model.CustomerName, "Customer Name|customer_name|full name|Billing Name|Shipping Name|buyer-name|客户名称|客户姓名|姓名|收货人姓名|买家昵称|顧客名|고객명"},
		{model.OrderID, "InvoiceNo|Invoice|Order ID|order_number|amazon-order-id|increment_id|Transaction ID|Receipt No|订单 ID|订单编号|订单号|主订单编号|小票号|訂單編號|注文番号|주문번호|Bestellnummer|n_pedido_id|numero de factura"},
		{model.OrderDate, "InvoiceDate|Order Date|order_purchase_timestamp|purchase-date|Transaction Date|Paid at|Close Date|o_orderdate|OrderDate (UTC)|" +
			"订单日期|购买日期|付款时间|下单时间|订单创建时间|订单付款时间|支付时间|交易日期|訂單日期|注文日|주문일자|Bestelldatum|Fecha de compra|Date de commande|data_pedido|Data zamówienia|Дата заказа|Sipariş tarihi"},
		{model.Amount, "Kwota|Částka|Сумма|Tutar|Nettobetrag (EUR)|revenue|Sales|TotalPrice|Grand Total (Base)|payment_value|amount_usd|Amount (USD)|(USD) Amount|Total Price:|order.amount|Purchase Amount (USD)|Net Sales|o_totalprice|" +
			"销售额|总价|金额|金额(元)|金额（元）|金额元|实付金额|买家实际支付金额|买家应付货款|应付金额|订单金额|商品总价(元)|用户实付金额(元)|銷售額|金額|금액|매출액|Betrag|Umsatz|importe|Montant|valor_total"},
		{model.Quantity, "Qty|Quantity|Lineitem quantity|quantity-purchased|Units Sold|数量|宝贝总数量|订购数量|商品数量(件)|數量|수량|Menge|cantidad|Quantité"},
		{model.UnitPrice, "UnitPrice|Unit Price|price_each|Lineitem price|单价|单价(元)|京东价|單價|単価|단가|Einzelpreis|precio unitario"},
		{"cost", "COGS|unit_cost|成本"},
		{"profit", "Profit|利润|毛利|利潤|Gewinn"},
		{"discount", "Discount|Discount Amount|折扣|优惠金额"},
		{"product", "Product Name|Item Purchased|Lineitem name|宝贝标题|商品名称|产品名称|商品名"},
		{"category", "Category|product_category_name|Product line|类别|商品类目|類別"},
		{"channel", "sales-channel|Lead Source|Session default channel group|渠道|订单来源"},
		{"status", "order_status|Financial Status|Fulfillment Status|Stage|订单状态|交易状态|訂單狀態"},
		{"returned", "Returned|is_return|退回|退货|是否退货|반품여부|返品"},
		{"recency", "recency_days|DaySinceLastOrder|最近一次消费距今天数"},
		{"frequency", "OrderCount|Total Orders|number_of_orders|Previous Purchases|消费次数|购买频次"},
		{"monetary", "Total Spent|Total Spend|CLTV|TotalCharges|Total_Trans_Amt|累计消费金额"},
		{"average_order", "AOV|Average Order Value|客单价"},
		{"tenure", "Tenure Months|Months_on_book|在网时长"},
		{"first_order", "First Order Date|首次购买日期"},
		{"last_order", "most_recent_visit|Last Purchase Date|最近购买日期"},
		{model.BirthDate, "Date of Birth|DOB|出生日期|Geburtsdatum|生年月日"},
		{"age", "Customer_Age|Age|年龄|会员年龄|年龄（岁）|What is your age?|您的年龄|2、您的年龄是|edad|나이"},
		{"gender", "Sex|customer_gender|性别|客户性别|1、您的性别|What is your gender?|性別|성별"},
		{"income", "Annual Income (k$)|EstimatedSalary|年收入|月收入（元）"},
		{"education", "Education_Level|学历"},
		{"occupation", "Job|职业"},
		{"marital", "Marital_Status|婚姻状况"},
		{"children", "Dependent_count|子女数"},
		{"signup_date", "Sign Up|Dt_Customer|Member Since|用户注册时间|注册日期"},
		{model.Email, "E-mail|buyer-email|Customer Email|customer_email|邮箱|电子邮件"},
		{model.Phone, "Phone|Billing Phone|buyer-phone-number|联系手机|买家手机号|手机号码|電話番号"},
		{model.Address, "Billing Street|Address Line 1|收货地址|客户地址"},
		{"region", "Region|Sales Territory|地区|所属大区"},
		{"province", "State|ship-state|Billing Province|customer_state|省/自治区|省份|收货省份|Bundesland"},
		{"city", "ship-city|Billing City|Default Address City|customer_city|客户城市|城市|所在城市"},
		{"country", "ship-country|Country / Region|Shipping Country|国家"},
		{"postcode", "Zip Code|ship-postal-code|Shipping Zip|customer_zip_code_prefix|邮编|PLZ"},
		{"latitude", "lat|geolocation_lat|纬度"},
		{"longitude", "lng|Lon|经度"},
		{"event_type", "Event name|behavior_type|行为类型"},
		{"sessions", "Sessions|Engaged sessions|visits"},
		{"views", "Page Views|浏览量"},
		{"device", "PreferredLoginDevice|Device category|设备类型"},
		{"recommend", "NPS|How likely are you to recommend us to a friend or colleague?|Q3. How likely is it that you would recommend our company?|您有多大可能向朋友推荐我们？|推荐意愿"},
		{"satisfaction", "SatisfactionScore|review_score|Review Rating|How satisfied are you with the service?|满意度"},
		{"effort", "CES|How easy was it to handle your issue?"},
		{"review", "review_comment_message|评价内容"},
		{"balance", "BALANCE|account_balance|账户余额"},
		{"utilisation", "Avg_Utilization_Ratio|额度使用率"},
		{"transactions", "PURCHASES_TRX|Total_Trans_Ct|交易笔数"},
		{"target", "Churn Label|Attrition_Flag|Exited|是否流失"},
		{"", "ship date|Ship Date|发货日期|发货时间|shipping_limit_date|Delivered at|Year_Birth|birth year|出生年份|Z_Revenue|MntWines|NumStorePurchases|NumDealsPurchases|" +
			"Ship Mode|邮寄方式|子类别|Order Priority|order size|Seller ID|seller_city|store_id|店铺ID|店铺名称|物流单号|物流公司|Employee Name|Payment Method|Tax|freight_value|" +
			"last_visit|最后登录时间|row id|行 ID|Spending Score (1-100)|BALANCE_FREQUENCY|supplier city|warehouse postcode|Shipping|Taxes|Currency"},
	} {
		for header := range strings.SplitSeq(c.headers, "|") {
			if got := sureRole(keys, header); got != c.role {
				t.Errorf("%q is %q, want %q", header, got, c.role)
			}
		}
	}
}

// TestExports reads headers as programs write them, each with two rows.
func TestExports(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"shopify orders", "Name,Email,Financial Status,Paid at,Subtotal,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Billing City\n" +
			"#1001,a@b.co,paid,2024-01-02,9,10,2024-01-02,1,Tea,9,Oslo\n#1002,a@b.co,paid,2024-01-05,8,9,2024-01-05,1,Tea,8,Oslo\n",
			"Email=customer_id Financial Status=status Paid at=order_date Subtotal=amount Lineitem quantity=quantity Lineitem name=product Lineitem price=unit_price Billing City=city"},
		{"taobao", "订单编号,买家会员名,买家应付货款,总金额,买家实际支付金额,订单状态,收货地址,联系手机,订单创建时间,订单付款时间,宝贝标题,宝贝总数量\n" +
			"T1,小王,10,11,11,交易成功,杭州,13800000001,2024-01-02 10:00:00,2024-01-02 10:01:00,茶,1\nT2,小王,20,21,21,交易成功,杭州,13800000001,2024-01-03 10:00:00,2024-01-03 10:01:00,茶,2\n",
			"订单编号=order_id 买家会员名=customer_id 买家实际支付金额=amount 订单状态=status 收货地址=address 联系手机=phone 订单创建时间=order_date 宝贝标题=product 宝贝总数量=quantity"},
		{"jd", "订单号,商品名称,订购数量,下单时间,京东价,订单金额,应付金额,订单状态,下单帐号,客户姓名,客户地址\nJ1,茶,1,2024-01-02 10:00:00,10,10,9,完成,u1,王五,北京\nJ2,茶,1,2024-01-03 10:00:00,10,10,9,完成,u1,王五,北京\n",
			"订单号=order_id 商品名称=product 订购数量=quantity 下单时间=order_date 京东价=unit_price 订单金额=amount 订单状态=status 下单帐号=customer_id 客户姓名=customer_name 客户地址=address"},
		{"online retail II", "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country\n1,a,x,2,2011-01-02 08:00,3.5,17850,UK\n2,b,y,1,2011-01-03 08:00,2.5,17850,UK\n",
			"Invoice=order_id StockCode=product Quantity=quantity InvoiceDate=order_date Price=unit_price Customer ID=customer_id Country=country"},
		{"amazon", "amazon-order-id,purchase-date,order-status,product-name,quantity,item-price,ship-city,ship-state,buyer-email\n" +
			"1,2024-01-02,Shipped,Tea,2,10.5,Oslo,Oslo,a@b.co\n2,2024-01-03,Shipped,Tea,1,20.5,Oslo,Oslo,a@b.co\n",
			"amazon-order-id=order_id purchase-date=order_date order-status=status product-name=product quantity=quantity item-price=amount ship-city=city ship-state=province buyer-email=customer_id"},
		{"hubspot", "Record ID,First Name,Last Name,Email,Phone Number,Create Date\n11,Ann,A,a@b.co,+4912345678,2024-01-02\n12,Bob,B,b@b.co,+4912345679,2024-01-03\n",
			"Record ID=customer_id First Name=customer_name Email=email Phone Number=phone"},
		{"olist orders", "order_id,customer_id,customer_unique_id,order_status,order_purchase_timestamp,order_delivered_customer_date,payment_value\n" +
			"o1,c1,u1,delivered,2018-01-02 10:00:00,2018-01-05,10\no2,c2,u1,delivered,2018-02-02 10:00:00,2018-02-05,20\n",
			"order_id=order_id customer_unique_id=customer_id order_status=status order_purchase_timestamp=order_date payment_value=amount"},
		{"olist items", "order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value\no1,1,p1,s1,2018-01-02,10.5,3\no2,1,p2,s1,2018-01-03,20.5,3\n",
			"order_id=order_id product_id=product price=amount"},
		{"salesforce", "Account Name,Opportunity Name,Stage,Close Date,Amount\nAcme,New,Closed Won,2024-01-02,100\nAcme,More,Closed Won,2024-03-02,200\n",
			"Account Name=customer_id Stage=status Close Date=order_date Amount=amount"},
		{"analytics", "User ID,Event name,Sessions,Total revenue\nu1,view,3,10.5\nu2,view,4,3.5\n",
			"User ID=customer_id Event name=event_type Sessions=sessions Total revenue=monetary"},
		{"rfm table", "customer_id,revenue,most_recent_visit,number_of_orders,recency_days\na,10,2011-01-02,3,4\nb,20,2011-01-03,4,5\n",
			"customer_id=customer_id revenue=monetary most_recent_visit=last_order number_of_orders=frequency recency_days=recency"},
		{"all vague", "Customer,Date,Total\nAnn,2011-01-02,3\nAnn,2011-01-03,4\n", "Customer=customer_id Date=order_date Total=amount"},
		{"a series of measurements", "id,date,value\n1,2011-01-02,3\n2,2011-01-03,4\n", "id=customer_id"},
		{"names only", "客户名称,订单日期,金额\n王五,2011-01-02,3\n王五,2011-01-03,4\n", "客户名称=customer_id 订单日期=order_date 金额=amount"},
		{"staff", "销售人员,地区\n王五,华东\n李四,华北\n", "地区=region"},
		{"questions", "Q1,Q2,Q3,How likely are you to recommend us?\n1,5,3,9\n2,4,5,10\n", "Q1=attitude Q2=attitude Q3=attitude How likely are you to recommend us?=recommend"},
		{"questions on other scales", "Q1,Q2,Q3\n1,50,3\n2,4,5\n", ""},
		{"shapes", "who,contact info,m or f\n1,a@b.co,male\n2,c@d.co,female\n", "contact info=email m or f=gender"},
		{"two names of one role", "sales,revenue\n1,2\n3,4\n", "revenue=amount"},
		{"and the other way round", "revenue,sales\n1,2\n3,4\n", "revenue=amount"},
	} {
		if got := roles(openText(t, c.text, model.Reading{})); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestItemsBearEachOtherOut compares one item column with several on one scale.
func TestItemsBearEachOtherOut(t *testing.T) {
	one := openText(t, "item_a\n1\n5\n", model.Reading{}).Guesses
	three := openText(t, "item_a,item_b,item_c\n1,2,3\n5,4,5\n", model.Reading{}).Guesses
	if len(one) != 1 || len(three) != 3 || three[0].Confidence <= one[0].Confidence {
		t.Errorf("one item: %+v; several: %+v", one, three)
	}
}

// TestColumnOrderDoesNotMatter turns a table's columns and rows around.
func TestColumnOrderDoesNotMatter(t *testing.T) {
	header := []string{"订单编号", "买家会员名", "总金额", "买家实际支付金额", "订单创建时间", "订单付款时间", "date", "sales", "Id", "email"}
	row := func(i int) []string {
		return []string{fmt.Sprintf("T%d", i), fmt.Sprintf("u%d", i%3), fmt.Sprint(i), fmt.Sprint(i + 1), fmt.Sprintf("2024-01-%02d", i), fmt.Sprintf("2024-02-%02d", i),
			fmt.Sprintf("2024-03-%02d", i), fmt.Sprint(2 * i), fmt.Sprint(i), fmt.Sprintf("u%d@x.org", i%3)}
	}
	write := func(backwards bool) map[string]model.Role {
		n := len(header)
		var b strings.Builder
		line := func(cells []string) {
			for k := range n {
				if backwards {
					k = n - 1 - k
				}
				b.WriteString(cells[k] + ";")
			}
			b.WriteString("\n")
		}
		line(header)
		for i := 1; i <= 9; i++ {
			if backwards {
				line(row(10 - i))
			} else {
				line(row(i))
			}
		}
		d := openText(t, b.String(), model.Reading{})
		out := map[string]model.Role{}
		for _, g := range d.Guesses {
			out[d.Tables[0].Column(g.Column).Name()] = g.Role
		}
		return out
	}
	if a, b := fmt.Sprint(write(false)), fmt.Sprint(write(true)); a != b {
		t.Errorf("forwards\n%s\nbackwards\n%s", a, b)
	}
}

func TestSynonymsAreKnown(t *testing.T) {
	keys := newNamer().keys
	for _, s := range Synonyms() {
		if len(s.Names) < 4 || len(s.Names) > 6 || s.Names[0] != string(s.Role) {
			t.Errorf("%s: %q", s.Role, s.Names)
		}
		for _, name := range s.Names {
			if got := sureRole(keys, name); got != s.Role {
				t.Errorf("%q is %q, want %q", name, got, s.Role)
			}
		}
	}
}
