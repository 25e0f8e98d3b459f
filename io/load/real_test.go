package load

import (
	"context"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"custseg/model"
)

// realFile opens a file of the shared data or skips the test.
func realFile(t *testing.T, name string, r model.Reading) *model.Dataset {
	t.Helper()
	path := filepath.Join("../../../shared/data", name)
	if _, err := os.Stat(strings.SplitN(path, "#", 2)[0]); err != nil {
		t.Skip(err)
	}
	d, err := Open(context.Background(), []string{path}, Options{Reading: r}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestRealFiles reads other people's files: rows, kinds of the first columns,
// roles, and the first row of data.
func TestRealFiles(t *testing.T) {
	const superstore = "订单 ID=order_id 订单日期=order_date 客户 ID=customer_id 客户名称=customer_name 细分=segment 城市=city 省/自治区=province 国家=country " +
		"地区=region 类别=category 产品名称=product 销售额=amount 数量=quantity 折扣=discount 利润=profit"
	for _, c := range []struct {
		file, encoding string
		rows           int
		kinds, roles   string
		first          string
	}{
		{"cdnow_sample.txt", "", 6919, "ttdnn", "1=customer_id 3=order_date 4=quantity 5=amount", "00004|0001|1997-01-01|2|29.33"},
		{"rfm_data_orders.csv", "", 4906, "tdnttt", "customer_id=customer_id order_date=order_date revenue=amount first_name=customer_name email=email",
			"Brion Stark|2004-12-20|32|Brion|Stark|brion_stark@rfmail.com"},
		{"online_retail_30k_lines.csv", "", 30000, "tttndnnt", "InvoiceNo=order_id StockCode=product Quantity=quantity InvoiceDate=order_date UnitPrice=unit_price " +
			"CustomerID=customer_id Country=country", "569901|23256|CHILDRENS CUTLERY SPACEBOY|2|2011-10-06 16:20:00|4.15|12923|United Kingdom"},
		{"rfm_superstore_orders_macroman_cr.csv", "", 5009, "dttn", "order_date=order_date order_id=order_id customer=customer_id grand_total=amount",
			"2011-09-07|CA-2011-100006|Dennis Kane|378"},
		{"zh_superstore_orders_gbk.csv", "", 10000, "ntddttttttttttttnnnn", superstore, "1|US-2017-1357144|2017-04-27|2017-04-29|二级|曾惠-14485|曾惠|公司|杭州|浙江|中国|华东|办公用-用品-10002717|办公用品|用品|Fiskars 剪刀, 蓝色|129.696|2|0.4|-60.70400000000001"},
		{"zh_superstore.xlsx", "", 10000, "ntddttttttttttttnnnn", superstore, "1|US-2017-1357144|2017-04-27|2017-04-29|二级|曾惠-14485|曾惠|公司|杭州|浙江|中国|华东|办公用-用品-10002717|办公用品|用品|Fiskars 剪刀, 蓝色|129.696|2|0.4|-60.70400000000001"},
		{"zh_superstore.xlsx#退货", "", 296, "tt", "订单 ID=order_id 退回=returned", ""},
		{"zh_customers_small_utf8bom.csv", "", 10, "tnt", "客户id=customer_id 年龄=age 姓名=customer_name", "001|55|Tom"},
		{"zh_orders_small_utf8bom.csv", "", 10, "tdntn", "客户id=customer_id 订单日期=order_date 订单ID=order_id 产品=product 数量=quantity", "001|2024-05-05|1001|Qian-Bi|20"},
		{"mall_customers.csv", "", 200, "ttnnn", "CustomerID=customer_id Genre=gender Age=age Annual Income (k$)=income", "0001|Male|19|15|39"},
		{"telco_churn.csv", "", 7043, "ttntt", "customerID=customer_id gender=gender tenure=tenure TotalCharges=monetary Churn=target", ""},
		{"marketing_campaign.csv", "", 2240, "nnttnnnd", "ID=customer_id Education=education Marital_Status=marital Income=income Dt_Customer=signup_date " +
			"Recency=recency NumWebVisitsMonth=sessions Complain=complaints Response=target", ""},
		{"credit_card_customers.csv", "", 8950, "tnnn", "CUST_ID=customer_id BALANCE=balance PURCHASES=monetary PURCHASES_TRX=transactions TENURE=tenure", ""},
		{"wholesale_customers.csv", "", 440, "nnnnnnnn", "Channel=channel Region=region", "2|3|12669|9656|7561|214|2674|1338"},
		{"nps_testdata.csv", "", 1000, "nnnnnttdtt", "REC=recommend PRODUCT=product Region=region", "9|6|5|6|5|Apples|Pink Lady|2012-04-08|Account C|NAM"},
		{"lca_carcinoma.csv", "", 118, "nnnnnnn", "", "1|1|1|1|1|1|1"},
		{"kmodes_soybean.csv", "", 47, "nnnn", "", ""},
		{"groceries_baskets.csv", "", 9835, "ttttttttt", "", ""},
		{"donations_bgbb.csv", "", 22, "nnnn", "frequency=frequency recency=recency", "0|0|6|3464"},
		{"young_people_survey.csv", "", 1010, "nnnn", "Age=age Gender=gender Education=education", ""},
		{"conjoint_tea_levels.csv", "", 11, "t", "", "low"},
		{"conjoint_tea_profiles.csv", "", 13, "nnnn", "", "3|1|1|1"},
	} {
		t.Run(c.file, func(t *testing.T) {
			d := realFile(t, c.file, model.Reading{Encoding: c.encoding})
			table := d.Tables[0]
			if table.Rows() != c.rows || len(d.Rejected) != 0 {
				t.Errorf("%d rows and %d rejected, want %d and none", table.Rows(), len(d.Rejected), c.rows)
			}
			if got := kinds(table); !strings.HasPrefix(got, c.kinds) {
				t.Errorf("kinds are %s, want %s", got, c.kinds)
			}
			if got := roles(d); got != c.roles {
				t.Errorf("roles are\n%s, want\n%s", got, c.roles)
			}
			if got := strings.Split(cells(table), "\n")[1]; c.first != "" && got != c.first {
				t.Errorf("the first row is\n%s, want\n%s", got, c.first)
			}
		})
	}
}

// TestRealDetails checks single facts of the files, as their sources state them.
func TestRealDetails(t *testing.T) {
	missing := func(c model.Column) int {
		n := 0
		for i := range c.Len() {
			if c.Missing(i) {
				n++
			}
		}
		return n
	}
	column := func(d *model.Dataset, name string) model.Column { return d.Tables[0].Column(d.Tables[0].Find(name)) }
	t.Run("telco", func(t *testing.T) {
		if n := missing(column(realFile(t, "telco_churn.csv", model.Reading{}), "TotalCharges")); n != 11 {
			t.Errorf("%d total charges are missing, not 11", n)
		}
	})
	t.Run("credit", func(t *testing.T) {
		d := realFile(t, "credit_card_customers.csv", model.Reading{})
		if n, m := missing(column(d, "MINIMUM_PAYMENTS")), missing(column(d, "CREDIT_LIMIT")); n != 313 || m != 1 {
			t.Errorf("%d and %d are missing, not 313 and 1", n, m)
		}
	})
	t.Run("campaign", func(t *testing.T) {
		if n := missing(column(realFile(t, "marketing_campaign.csv", model.Reading{}), "Income")); n != 24 {
			t.Errorf("%d incomes are missing, not 24", n)
		}
	})
	t.Run("mac", func(t *testing.T) {
		c := column(realFile(t, "rfm_superstore_orders_macroman_cr.csv", model.Reading{}), "customer")
		if got := c.Text(2); got != "Neil Französisch" {
			t.Errorf("the third customer is %q", got)
		}
	})
	t.Run("cdnow", func(t *testing.T) {
		c, ok := realFile(t, "cdnow_sample.txt", model.Reading{}).Tables[0].Column(0).(*model.Texts)
		if !ok || c.Dict.Len() != 2357 {
			t.Errorf("the customers are not 2,357")
		}
	})
	t.Run("csv and xlsx agree", func(t *testing.T) {
		a, b := realFile(t, "zh_superstore.xlsx", model.Reading{}), realFile(t, "zh_superstore_orders_gbk.csv", model.Reading{})
		for i, x := range a.Tables[0].Columns() {
			y := b.Tables[0].Column(i)
			for row := range x.Len() {
				if n, ok := x.(*model.Numbers); ok {
					// the workbook holds one digit less
					if v, w := n.At(row), y.(*model.Numbers).At(row); math.Abs(v-w) > 1e-12*math.Abs(v) {
						t.Fatalf("%s of row %d: %v, not %v", x.Name(), row, v, w)
					}
				} else if x.Text(row) != y.Text(row) {
					t.Fatalf("%s of row %d: %s, not %s", x.Name(), row, x.Text(row), y.Text(row))
				}
			}
		}
	})
}

// TestRealFilesAreClear finds no table of the shared data in which more than one
// column may be the customer's id.
func TestRealFilesAreClear(t *testing.T) {
	for _, file := range []string{"cdnow_sample.txt", "rfm_data_orders.csv", "online_retail_30k_lines.csv", "zh_superstore_orders_gbk.csv", "zh_superstore.xlsx#退货",
		"zh_orders_small_utf8bom.csv", "mall_customers.csv", "telco_churn.csv", "marketing_campaign.csv", "credit_card_customers.csv", "nps_testdata.csv", "young_people_survey.csv"} {
		t.Run(file, func(t *testing.T) {
			if got := choiceOf(realFile(t, file, model.Reading{}), 0); got != "" {
				t.Errorf("the columns to choose from are %s", got)
			}
		})
	}
}
