package load

import (
	"fmt"
	"strings"
	"testing"

	"custseg/model"
)

// roles writes the guesses of the first table as column=role.
func roles(d *model.Dataset) string {
	var out []string
	for _, g := range d.Guesses {
		if g.Table == 0 {
			out = append(out, d.Tables[0].Column(g.Column).Name()+"="+string(g.Role))
		}
	}
	return strings.Join(out, " ")
}

func TestRoles(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"own names", "customer_id,order_date,amount\nc,2011-01-02,3\n", "customer_id=customer_id order_date=order_date amount=amount"},
		{"cases and signs", "CUST-ID,Order Date,Total Price,QTY\nc,2011-01-02,3,1\n", "CUST-ID=customer_id Order Date=order_date Total Price=amount QTY=quantity"},
		{"chinese", "顾客ID,付款时间,实付金额,订单编号,件数,单价,省份\nc,2011-01-02,3,x,1,2,浙江\n",
			"顾客ID=customer_id 付款时间=order_date 实付金额=amount 订单编号=order_id 件数=quantity 单价=unit_price 省份=province"},
		{"wide letters", "ＣｕｓｔｏｍｅｒＩＤ\nc\nd\n", "ＣｕｓｔｏｍｅｒＩＤ=customer_id"},
		{"brackets", "CustomerID,Annual Income (k$),年龄（岁）\nc,15,30\n", "CustomerID=customer_id Annual Income (k$)=income 年龄（岁）=age"},
		{"the id before the name", "CustomerID,customer name,customer\nc,Ann,A\nd,Bob,B\n", "CustomerID=customer_id customer name=customer_name"},
		{"an account before a phone", "acct,手机,age\nA01,13800138001,30\nA02,13800138002,31\nA03,13800138003,32\n", "acct=customer_id 手机=phone age=age"},
		{"a membership before a phone", "mobile,membership,age\n13800138001,M-01,30\n13800138002,M-02,31\n13800138003,M-03,32\n", "mobile=phone membership=customer_id age=age"},
		{"a kind of membership", "mobile,membership,age\n13800138001,Gold 1,30\n13800138002,Gold 1,31\n13800138003,Gold 2,32\n", "mobile=customer_id age=age"},
		{"codes before a phone", "ref,手机,age\nX01,13800138001,30\nX02,13800138002,31\nX03,13800138003,32\n", "ref=customer_id 手机=phone age=age"},
		{"a phone alone", "town,手机,age\nLund,13800138001,30\nOslo,13800138002,31\nWien,13800138003,32\n", "town=city 手机=customer_id age=age"},
		{"a customer alone", "customer,order_date,amount\nAnn,2011-01-02,3\nAnn,2011-01-03,4\n", "customer=customer_id order_date=order_date amount=amount"},
		{"a customer beside an id", "user_id,customer,order_date\n1,Ann,2011-01-02\n1,Ann,2011-01-03\n", "user_id=customer_id customer=customer_name order_date=order_date"},
		{"an id alone", "ID,Income\n5524,58138\n2174,46344\n", "ID=customer_id Income=income"},
		{"an id of lines", "ID,customer,order_date,amount\n1,Ann,2011-01-02,1\n2,Ann,2011-01-03,2\n3,Bob,2011-01-03,2\n",
			"ID=order_id customer=customer_id order_date=order_date amount=amount"},
		{"an id of lines beside orders", "ID,order_id,customer,order_date\n1,a,Ann,2011-01-02\n2,a,Ann,2011-01-03\n3,b,Bob,2011-01-03\n",
			"order_id=order_id customer=customer_id order_date=order_date"},
		{"unique ids and a better one", "customer_id,user_id,order_date\n1,x,2011-01-02\n2,x,2011-01-03\n3,y,2011-01-03\n", "user_id=customer_id order_date=order_date"},
		{"shipping is not ordering", "订单日期,发货日期,ship date\n2011-01-02,2011-01-03,2011-01-03\n", "订单日期=order_date"},
		{"a date beside orders", "customer_id,date,amount\nc,2011-01-02,3\n", "customer_id=customer_id date=order_date amount=amount"},
		{"a date alone", "date,score\n2011-01-02,3\n", ""},
		{"genre of people", "Genre\nMale\nFemale\n", "Genre=gender"},
		{"genre of music", "Genre\nRock\nPop\n", ""},
		{"the type must fit", "order_date,amount,age,email\nMonday,many,old,none\nTuesday,few,new,one\n", ""},
		{"ranges must fit", "latitude,age,recommend,views\n120,300,11,1.5\n-130,250,12,2.5\n", ""},
		{"a scale of five is no recommendation", "recommend\n1\n5\n3\n", ""},
		{"numbers as labels", "Channel,Region,Country\n2,3,1\n1,1,2\n", "Channel=channel Region=region"},
		{"one column a role", "amount,revenue\n1,2\n3,4\n", "amount=amount"},
		{"survey", "ResponseId,store_rating,tp_app,Weiterempfehlung\nR1,5,3,9\nR2,1,2,10\nR3,4,4,2\n",
			"ResponseId=customer_id store_rating=touchpoint tp_app=touchpoint Weiterempfehlung=recommend"},
		{"survey de", "Befragter,Weiterempfehlung\n1,9\n2,10\n3,2\n", "Befragter=customer_id Weiterempfehlung=recommend"},
		{"credit zh", "客户编号,信用卡使用率\nA1,0.3\nA2,0.9\n", "客户编号=customer_id 信用卡使用率=utilisation"},
		{"several", "attitude_price,attitude 2,need_speed,factor1,importance_brand,touchpoint_web,touchpoint\n1,2,3,4,5,5,4\n2,3,4,5,1,2,3\n",
			"attitude_price=attitude attitude 2=attitude need_speed=need factor1=factor importance_brand=factor touchpoint_web=touchpoint touchpoint=touchpoint"},
		{"not a family", "needle,factory\n1,2\n", ""},
		{"a price needs an order", "price,variety\n3,1\n", ""},
		{"a price of orders", "order_id,price\na,1\nb,3\n", "order_id=order_id price=amount"},
		{"a price beside a quantity", "order_id,qty,price\na,2,1\nb,3,3\n", "order_id=order_id qty=quantity price=unit_price"},
		{"an empty column means nothing", "customer_id,amount\nc,\nd,\n", "customer_id=customer_id"},
		{"e-mail", "customer_id,mail\nc,c@x.org\nd,d@x.org\n", "customer_id=customer_id mail=email"},
		{"a name without customers", "name,price\nMilk,1\n", ""},
	} {
		if got := roles(openText(t, c.text, model.Reading{})); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

// TestEveryRoleByItsOwnName maps each role's own name where the kind fits.
func TestEveryRoleByItsOwnName(t *testing.T) {
	values := map[model.Kind][]string{model.Number: {"7", "9"}, model.Text: {"x", "y"}, model.Date: {"2011-01-02", "2011-01-03"}}
	for _, r := range model.Roles() {
		if r.ID == model.Ignore {
			continue
		}
		v := values[r.Kind]
		if r.ID == model.Email {
			v = []string{"a@b.c", "d@e.f"}
		}
		d := openText(t, fmt.Sprintf("%s,other\n%s,1\n%s,2\n", r.ID, v[0], v[1]), model.Reading{})
		if got, want := roles(d), string(r.ID)+"="+string(r.ID); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// TestSynonymsNameRoles checks that the table of names is about roles there
// are, and that no usual name means two.
func TestSynonymsNameRoles(t *testing.T) {
	for _, s := range synonyms() {
		if _, ok := model.LookupRole(s.role); !ok {
			t.Errorf("no role is called %s", s.role)
		}
	}
	for name, rules := range nameRules() {
		var sure []model.Role
		for _, r := range rules {
			if r.usage != vague {
				sure = append(sure, r.role)
			}
		}
		if len(sure) > 1 {
			t.Errorf("%q means %v", name, sure)
		}
	}
}

func TestGuessesSayWhy(t *testing.T) {
	d := openText(t, "ID,Qty,order_id,order_date\n1,2,x,2011-01-02\n1,3,y,2011-01-02\n", model.Reading{})
	want := map[int]string{0: `"ID" may mean it, and no other column does so better`, 1: `"Qty" is a usual name for it`, 2: `"order_id" is the name of this role`}
	last := -1
	for _, g := range d.Guesses {
		if g.Column <= last {
			t.Errorf("the guesses are not in the order of the columns")
		}
		last = g.Column
		if w, ok := want[g.Column]; ok && english(g.Reason) != w {
			t.Errorf("column %d: %q, want %q", g.Column, english(g.Reason), w)
		}
		if g.Confidence <= 0 || g.Confidence > 1 {
			t.Errorf("column %d: confidence %v", g.Column, g.Confidence)
		}
	}
	if d.Guesses[0].Confidence >= d.Guesses[1].Confidence || d.Guesses[1].Confidence >= d.Guesses[2].Confidence {
		t.Errorf("a vague name is as sure as a usual one: %+v", d.Guesses)
	}
}
