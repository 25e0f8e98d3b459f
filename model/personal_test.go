package model

import (
	"bufio"
	"compress/gzip"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
)

func TestPersonalHeaders(t *testing.T) {
	words := []string{"value one 1234567", "value two 2345678", "value three 3456789"}
	for _, name := range strings.Split("name|Name|NAME|customer_name|CustomerName|first_name|last_name|LastName|LASTNAME|surname|full name|Full Name|given name|Given-Name|"+
		"family name|middle name|name of customer|billing name|contact person|e-mail|E-Mail|eMail|email|billing_email|email address|Email 2|mail|phone|Phone 2|phone_number|home phone|"+
		"PhoneHome|Mobile|mobile phone|cell phone|tel|Tel.|telephone no|fax|WhatsApp|wechat|address|Address 2|address_line_1|street|street name|house number|House No.|DOB|birth date|"+
		"BirthDate|date of birth|national id|SSN|passport|passport_no|driver licence|Driver's License|tax id|iban|IBAN 2|bank account|account number|card number|credit card number|username|user name|"+
		"login|ip|IP address|ip_address|"+
		"Nachname|Vorname|Kundenname|Straße|Hausnummer|Telefonnummer|Telefon privat|Handy|E-Mail-Adresse|Rechnungsadresse|Anschrift|Geburtsdatum|Kontonummer|Ansprechpartner|"+
		"Prénom|Nom|Nom de famille|nom du client|Courriel|Adresse|Téléphone|Date de naissance|Apellidos|Nombre|nombre completo|Correo electrónico|Teléfono|Dirección|Fecha de nacimiento|"+
		"姓名|客户姓名|名字|电话|联系电话|手机|手机号码|邮箱|电子邮箱|地址|收货地址|身份证|身份证号|护照|护照号|银行卡|银行卡号|微信|微信号|生日|出生日期|联系人|用户名|IP地址|客户名称|電話|手機|身分證字號|"+
		"氏名|お名前|フリガナ|電話番号|携帯電話|メールアドレス|住所|生年月日|이름|전화번호", "|") {
		if !Personal("", TextsOf(name, words)) {
			t.Errorf("%q is personal", name)
		}
	}
	for _, name := range strings.Split("product name|Product Name|ProductName|company size|file name|city name|country name|segment name|category name|channel name|brand name|event name|"+
		"PhoneService|phone brand|phone model|email_opens|email domain|emails sent|has_email|is_mobile|num phones|address type|card type|birth year|Year_Birth|birth month|"+
		"store address|shop phone|branch name|order name|campaign name|username length|gender|city|country|region|category|product|channel|status|review|streetwear|"+
		"Produktname|Dateiname|Ortsname|Stadt|nom produit|nombre producto|产品名称|商品名称|品牌名称|手机品牌|手机型号|门店地址|商品名字|城市|省份|地址类型|邮寄方式|产品|订单日期|年龄|住宅类型|商品名|都道府県|customer_id|client code", "|") {
		if Personal("", TextsOf(name, words)) {
			t.Errorf("%q is not personal", name)
		}
	}
}

func TestPersonalHeadersNeedFittingValues(t *testing.T) {
	numbers := func(name string, v ...float64) Column { return NewNumbers(name, v) }
	for _, c := range []struct {
		column Column
		role   Role
		want   bool
	}{
		{TextsOf("phone", []string{"Yes", "No"}), "", false},
		{TextsOf("email", []string{"yes", "no", "yes"}), "", false},
		{TextsOf("mobile", []string{"iOS", "Android"}), "", false},
		{TextsOf("phone", []string{"Yes", "No"}), Phone, true},
		{numbers("phone", 5550100123, 5550100124), "", true},
		{numbers("mobile", 120, 64.5), "", false},
		{numbers("email", 3, 4), "", false},
		{numbers("house_number", 3, 4), "", true},
		{numbers("passport", 12345678), "", true},
		{numbers("dob", 19800505, 19900101), "", true},
		{NewDates("dob", []int64{0, 86400}), "", true},
		{NewDates("last email", []int64{0, 86400}), "", false},
		{TextsOf("contact", []string{"cellular", "telephone", "cellular", "telephone"}), "", false},
		{TextsOf("contact", []string{"Ann", "Bob", "Cy"}), "", true},
		{TextsOf("company", []string{"A", "B", "A", "A"}), "", false},
		{TextsOf("postcode", []string{"11122", "11123", "11124"}), "postcode", true},
		{TextsOf("postcode", []string{"11122", "11123", "11122", "11122"}), "postcode", true},
		{TextsOf("postcode", slices.Repeat([]string{"11122", "11123"}, 10)), "postcode", false},
		{numbers("plz", 80331, 80333, 80335), "", true},
		{numbers("lat", 48.13713, 48.13921, 48.12001), "latitude", true},
		{numbers("lat", 48.13, 48.14, 48.15), "latitude", true},
		{numbers("lat", 48.1, 48.2, 48.3), "latitude", false},
		{numbers("lat", slices.Repeat([]float64{48.13713}, 10)...), "latitude", false},
		{TextsOf("email", []string{"a@b.se", "b@b.se"}), CustomerID, false},
		{TextsOf("x", []string{"a@b.se", "b@b.se"}), Ignore, true},
	} {
		if got := Personal(c.role, c.column); got != c.want {
			t.Errorf("%s as %q with %q: %v", c.column.Name(), c.role, c.column.Text(0), got)
		}
	}
}

func TestPersonalValues(t *testing.T) {
	for _, c := range []struct {
		words []string
		want  bool
	}{
		{[]string{"ann@example.com", "none", "bo@example.org"}, true},
		{[]string{"called twice", "write to ann.lee@mail.example.co.uk, please", "-", "x"}, true},
		{[]string{"王明的邮箱是wang@example.cn。", "无"}, true},
		{[]string{"3 @ 2.50", "4@3.10", "@home", "a@b"}, false},
		{[]string{"+46 70 012 34 56", "+49 171 1234567", "+15550100123"}, true},
		{[]string{"13800138000", "13900139000", "18612345678"}, true},
		{[]string{"(555) 010-0123", "555-010-0124", "555 010 0125"}, true},
		{[]string{"0171 1234567", "030/12345678", "07911 123456"}, true},
		{[]string{"10001", "10002", "10003"}, false},
		{[]string{"0000012345", "0000012346", "0000012347"}, false},
		{[]string{"2024-01-01", "2024-01-02", "2024-01-03"}, false},
		{[]string{"2011-100006", "2011-100090"}, false},
		{[]string{"4006381333931", "4006381333948"}, false},
		{[]string{"110105194913310021", "44052418800101001X", "440524199902300019"}, false}, // no such days and centuries
		{[]string{"11010519491231002X", "440524198001010013", "330106199002280017"}, true},
		{[]string{"DE89 3704 0044 0532 0130 00", "GB82WEST12345698765432", "SE4550000000058398257466"}, true},
		{[]string{"DE00 3704 0044 0532 0130 00", "GB00WEST12345698765432"}, false},
		{[]string{"192.168.0.1", "10.0.0.7", "2001:db8::1"}, true},
		{[]string{"1.2.3", "1.2.4"}, false},
		{[]string{"51.58494;0.00268", "50.12001;-1.20018"}, true},
		{[]string{"0766285612", "0712345678", "0799970763"}, true},
		{[]string{"0766285612", "0766285613", "0766285614"}, false},
	} {
		if got := Personal("", TextsOf("x", c.words)); got != c.want {
			t.Errorf("%q: %v", c.words, got)
		}
	}
	if !Personal("", NewNumbers("x", []float64{13800138000, 13900139000})) || Personal(OrderID, NewNumbers("x", []float64{13800138000, 13900139000})) {
		t.Error("mobile numbers are personal, order numbers are not")
	}
	hotline := TextsOf("x", []string{"+46 8 123 456", "+46 8 123 456", "+46 8 123 456"})
	if Personal("", hotline) {
		t.Error("one number for all is nobody's own")
	}
}

// Codes of one customer each, and numbers that run on, tell customers apart;
// quantities, kinds, and the numbers of orders do not.
func TestTellsApart(t *testing.T) {
	const n = 200
	texts := func(name string, word func(i int) string) Column {
		var words []string
		for i := range n {
			words = append(words, word(i))
		}
		return TextsOf(name, words)
	}
	numbers := func(name string, value func(i int) float64) Column {
		var values []float64
		for i := range n {
			values = append(values, value(i))
		}
		return NewNumbers(name, values)
	}
	for _, c := range []struct {
		column Column
		want   bool
	}{
		{texts("policy", func(i int) string { return fmt.Sprintf("P-%06d", 7919*i) }), true},
		{texts("mac", func(i int) string { return fmt.Sprintf("63:cd:%02x:de:95", i) }), true},
		{texts("membership", func(i int) string { return []string{"Gold", "Silver"}[i%2] }), false},
		{texts("desk", func(i int) string { return fmt.Sprint("D", i/2) }), false},
		{numbers("ref", func(i int) float64 { return 100000 + 797*float64(i) }), true},
		{numbers("line", func(i int) float64 { return float64(i + 1) }), true},
		{numbers("points", func(i int) float64 { return float64(i * i * i) }), false},
		{numbers("spent", func(i int) float64 { return 1000 + 12.25*float64(i) }), false},
	} {
		table, err := NewTable("t", "t.csv", 2, texts("id", func(i int) string { return fmt.Sprint("K", i) }), c.column)
		if err != nil {
			t.Fatal(err)
		}
		d := &Dataset{Tables: []*Table{table}}
		roles, err := d.Assign([]Assignment{{Role: CustomerID, Column: "id"}})
		if err != nil {
			t.Fatal(err)
		}
		if got := d.TellsApart(roles, 0, 1); got != c.want {
			t.Errorf("%s: %v", c.column.Name(), got)
		}
		if d.TellsApart(roles, 0, 0) {
			t.Error("the ids are not told of here")
		}
	}
}

func TestPersonalDoesNotDependOnOrder(t *testing.T) {
	var words []string
	for i := range 20000 {
		w := fmt.Sprintf("+46 70 %07d", i)
		if i >= 16200 { // close to the 80 %
			w = fmt.Sprint("note ", i)
		}
		words = append(words, w)
	}
	first := Personal("", TextsOf("x", words))
	slices.Reverse(words)
	if Personal("", TextsOf("x", words)) != first {
		t.Error("the order of rows changed the answer")
	}
}

func TestColumnOutOfPlayStaysPersonal(t *testing.T) {
	table, err := NewTable("t", "t.csv", 2, TextsOf("id", []string{"a", "b"}), TextsOf("x", []string{"Ann", "Bob"}))
	if err != nil {
		t.Fatal(err)
	}
	d := &Dataset{Tables: []*Table{table}, Guesses: []Guess{{Role: CustomerID}, {Column: 1, Role: CustomerName}}}
	roles, err := d.Assign([]Assignment{{Ignore, "x"}})
	if err != nil {
		t.Fatal(err)
	}
	if !d.Personal(roles, 0, 1) || d.Personal(roles, 0, 0) {
		t.Error("the name is personal, the id is not")
	}
	if d.Personal(RoleMap{}, 0, 0) {
		t.Error("an id without a role is not personal")
	}
}

// TestPersonalColumnsOfFiles looks at real data as text, without roles.
func TestPersonalColumnsOfFiles(t *testing.T) {
	const shared = "../../shared/data/"
	for file, want := range map[string][]string{
		"../testdata/shop/customers.csv.gz":       {"name", "birth_date", "latitude", "longitude", "postcode", "email", "phone"},
		"../testdata/shop/orders.csv.gz":          nil,
		"../testdata/shop/survey.csv.gz":          nil,
		"../testdata/shop/web.csv.gz":             nil,
		"../testdata/shop/card.csv.gz":            nil,
		shared + "credit_card_customers.csv":      nil,
		shared + "mall_customers.csv":             nil,
		shared + "telco_churn.csv":                nil,
		shared + "wholesale_customers.csv":        nil,
		shared + "young_people_survey.csv":        nil,
		shared + "nps_testdata.csv":               nil,
		shared + "rfm_data_orders.csv":            {"first_name", "last_name", "email"},
		shared + "online_retail_30k_lines.csv":    nil,
		shared + "zh_customers_small_utf8bom.csv": {"姓名"},
	} {
		t.Run(file, func(t *testing.T) {
			var got []string
			for _, c := range textColumns(t, file) {
				if Personal("", c) {
					got = append(got, c.Name())
				}
			}
			if !slices.Equal(got, want) {
				t.Errorf("personal: %q, want %q", got, want)
			}
		})
	}
}

func textColumns(t *testing.T, file string) []Column {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Skip(err)
	}
	defer f.Close()
	var r io.Reader = bufio.NewReader(f)
	if strings.HasSuffix(file, ".gz") {
		if r, err = gzip.NewReader(r); err != nil {
			t.Fatal(err)
		}
	}
	in := csv.NewReader(r)
	in.FieldsPerRecord, in.LazyQuotes = -1, true
	records, err := in.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []Column
	for j, name := range records[0] {
		var words []string
		for _, rec := range records[1:] {
			if j < len(rec) {
				words = append(words, rec[j])
			}
		}
		out = append(out, TextsOf(strings.TrimPrefix(name, "\ufeff"), words))
	}
	return out
}

func BenchmarkPersonal(b *testing.B) {
	words := make([]string, 1_000_000)
	for i := range words {
		words[i] = fmt.Sprintf("%08d-%d", i, i%7)
	}
	c := TextsOf("x", words)
	for b.Loop() {
		Personal("", c)
	}
}

// A messenger's name heads numbers in one file and handles in another.
func TestHandlesArePersonalInLettersToo(t *testing.T) {
	for _, words := range [][]string{{"wxid_a9", "anna_k", "li.wei"}, {"13800138000", "13900139000", "13700137000"}} {
		if !Personal("", TextsOf("wechat", words)) {
			t.Errorf("%v under wechat are not personal", words)
		}
	}
	if Personal("", TextsOf("phone", []string{"yes", "no", "yes"})) {
		t.Error("yes and no under phone are personal")
	}
}
