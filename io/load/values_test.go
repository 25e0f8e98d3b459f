package load

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"custseg/model"
)

func TestScanClock(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"2017年4月27日 15:04", "2017-04-27 15:04:00"}, {"2017年4月27日 15时04分05秒", "2017-04-27 15:04:05"}, {"2017年4月27日15点", "2017-04-27 15:00:00"},
		{"2017/4/27 下午 3:04", "2017-04-27 15:04:00"}, {"2017/4/27 上午3:04:05", "2017-04-27 03:04:05"}, {"2017/4/27 中午12:30", "2017-04-27 12:30:00"},
		{"2017/4/27 凌晨12:30", "2017-04-27 00:30:00"}, {"2017/4/27 下午 15:04", "2017-04-27 15:04:00"}, {"２０１７／４／２７　１５：０４", "2017-04-27 15:04:00"},
		{"２０１７－０４－２７", "2017-04-27"}, {"Apr 27, 2017 3:04 PM", "2017-04-27 15:04:00"}, {"Apr 27, 2017 3:04 p.m.", "2017-04-27 15:04:00"},
		{"27-Apr-2017", "2017-04-27"}, {"2017.4.27", "2017-04-27"}, {"Thu Apr 27 15:04:05 CST 2017", "2017-04-27 15:04:05"},
		{"Thu Apr 27 2017 15:04:05 GMT+0800 (China Standard Time)", "2017-04-27 15:04:05"}, {"2017-04-27 15:04:05 CST", "2017-04-27 15:04:05"},
		{"2017-04-27 15:04:05.678 UTC+8", "2017-04-27 15:04:05"}, {"2017-04-27 15:04:05,678", "2017-04-27 15:04:05"}, {"2917-04-27", "2917-04-27"}, {"1017-04-27", "1017-04-27"},
		{"4月27日", ""}, {"2017年4月", ""}, {"2017-04-27 下午", ""}, {"2017-04-27 15时60分", ""}, {"2017-04-27 15:04 XYZ", ""}, {"2017-04-27 15:04 下午", ""},
	} {
		s, _ := writtenDate.moment(c.text, monthFirst, 0)
		if got := model.FormatDate(s); got != c.want {
			t.Errorf("%q is %q, want %q", c.text, got, c.want)
		}
	}
	if s, _ := writtenDate.moment("17/4/27", yearFirst, 0); model.FormatDate(s) != "2017-04-27" {
		t.Errorf("year first is %s", model.FormatDate(s))
	}
	if _, ok := writtenDate.moment("4/27/2017", yearFirst, 0); ok {
		t.Error("4/27/2017 is read year first")
	}
}

func TestDateForms(t *testing.T) {
	for _, c := range []struct {
		form       dateForm
		text, want string
	}{
		{compactDate, "20170427", "2017-04-27"}, {compactDate, "20170427150405", "2017-04-27 15:04:05"}, {compactDate, "201704271504", "2017-04-27 15:04:00"},
		{compactDate, "20170427T150405Z", "2017-04-27 15:04:05"}, {compactDate, "20170427 15:04", "2017-04-27 15:04:00"}, {compactDate, "2017042715", ""}, {compactDate, "20170427246000", ""},
		{compactDate, "20170431", ""}, {compactDate, "2017042", ""}, {compactDate, "20170427T", ""},
		{monthDate, "2017-04", "2017-04-01"}, {monthDate, "2017/4", "2017-04-01"}, {monthDate, "2017年4月", "2017-04-01"}, {monthDate, "04/2017", "2017-04-01"},
		{monthDate, "Apr 2017", "2017-04-01"}, {monthDate, "2017-Apr", "2017-04-01"}, {monthDate, "April-2017", "2017-04-01"},
		{monthDate, "2017-13", ""}, {monthDate, "2017.4", ""}, {monthDate, "2017-04-01", ""}, {monthDate, "Apr-17", "2017-04-01"}, {monthDate, "Apr 17", ""}, {monthDate, "März 2017", "2017-03-01"}, {monthDate, "2017", ""}, {monthDate, "4月", ""},
		{compactMonth, "201704", "2017-04-01"}, {compactMonth, "201713", ""}, {compactMonth, "2017041", ""},
		{serialDate, "42852", "2017-04-27"}, {serialDate, "42852.5", "2017-04-27 12:00:00"}, {serialDate, "19999", ""},
		{unixSeconds, "1493305445", "2017-04-27 15:04:05"}, {unixSeconds, "1493305445.9", "2017-04-27 15:04:05"}, {unixMillis, "1493305445123", "2017-04-27 15:04:05"}, {unixSeconds, "12", ""},
	} {
		s, ok := c.form.moment(c.text, monthFirst, decimalPoint)
		if got := model.FormatDate(s); got != c.want || ok != (c.want != "") {
			t.Errorf("%q is %q, want %q", c.text, got, c.want)
		}
	}
}

// TestValues reads small columns whole: what kind they are, the first value and
// what is said of them.
func TestValues(t *testing.T) {
	for _, c := range []struct {
		text, kinds, first, says string // says is empty where nothing is noticed
	}{
		{"when;x\n13/4/2017;a\n", "dt", "2017-04-13", ""},
		{"when\n98/12/31\n99/01/01\n", "d", "1998-12-31", "years of two digits"},
		{"month\n201704\n201705\n", "d", "2017-04-01", "the values are months and were read as the first day of each: 2, such as \"201704\", \"201705\"; the first is \"201704\" in row 2"},
		{"amount\n201704\n201705\n201706\n", "n", "201704", ""},
		{"x\n2017-04\n2017-05\n", "d", "2017-04-01", "first day of each: 2"},
		{"season\n2016-17\n2017-18\n", "t", "2016-17", ""},
		{"season\n2009-10\n2010-11\n", "t", "2009-10", ""},
		{"x\n4月27日\n5月1日\n", "t", "4月27日", ""},
		{"x\n20170427150405\n20170428150405\n20170429150405\n", "d", "2017-04-27 15:04:05", ""},
		{"created_at\n1493305445\n1493305446\n", "d", "2017-04-27 15:04:05", "the numbers were read as seconds since 1970, in UTC: 2"},
		{"event time\n1493305445123\n", "d", "2017-04-27 15:04:05", "milliseconds since 1970"},
		{"amount\n1493305445\n", "n", "1493305445", ""},
		{"order_date\n42852\n42853.5\nNA\n", "d", "2017-04-27", "days counted from 1900, as Excel keeps dates: 2"},
		{"下单日期\n42852\n", "d", "2017-04-27", "days counted from 1900"},
		{"order_date\n42852\n5\n", "n", "42852", ""},
		{"price\n42852\n42853\n", "n", "42852", ""},
		{"days since last order\n42852\n42853\n", "n", "42852", ""},
		{"sales per holiday\n42852\n42853\n", "n", "42852", ""},
		{"qty\n3件\n12件\n5件\n", "n", "3", "every number carries the unit \"件\", which was left out: 3, such as \"12件\", \"3件\", \"5件\"; the first is \"3件\" in row 2"},
		{"qty\n5 pcs\n\"1,200 pcs\"\n7 pcs\nNA\n", "n", "5", "the unit \"pcs\""},
		{"weight;x\n1,5 kg;a\n2,25 kg;b\n10 kg;c\n", "nt", "1.5", "the unit \"kg\""},
		{"qty\n3件\n12件\n5个\n", "t", "3件", ""},
		{"qty\n3件\n12件\n5\n", "t", "3件", ""},
		{"network\n3G\n4G\n5G\n", "t", "3G", ""},
		{"month\n1月\n2月\n3月\n", "t", "1月", ""},
		{"shelf\n001件\n002件\n003件\n", "t", "001件", ""},
		{"net\n4ms\n5ms\n", "t", "4ms", ""},
		{"sales\n1.2万\n3亿\n500\n", "n", "12000", ""},
		{"rate\n12%\n１３％\n", "n", "0.12", "percentages were read as shares, so that 12% is 0.12: 2, such as"},
		{"rate\n12%\n0.5\n", "n", "0.12", "some values are percentages and some are not"},
		{"amount\n12.50-\n(3)\n\"1,23,456.00\"\n", "n", "-12.5", ""},
		{"a,b\n1,?\n2,5\n.,6\n—,7\n#DIV/0!,8\n", "nn", "1", "cells with the error of a formula were read as missing: 1, such as \"#DIV/0!\"; the first is \"#DIV/0!\" in row 6"},
		{"grade\n未知\n高\n暂无\n缺失\n", "t", "未知", "cells that hold \"暂无\", \"缺失\" were read as missing: 2; the first is in row 4"},
		{"grade\nunknown\nnil\n(blank)\n\\N\n", "t", "unknown", "cells that hold"},
	} {
		d := openText(t, c.text, model.Reading{})
		if got := kinds(d.Tables[0]); got != c.kinds || d.Tables[0].Column(0).Text(0) != c.first {
			t.Errorf("%q: kinds %s, first %s", c.text, got, d.Tables[0].Column(0).Text(0))
		}
		if c.says == "" && len(d.Findings) > 0 || c.says != "" && !found(d, c.says) {
			t.Errorf("%q tells %v", c.text, d.Findings)
		}
	}
}

func TestAskedReading(t *testing.T) {
	for _, c := range []struct {
		text          string
		asked         model.Reading
		first, warned string
	}{
		{"a\n1/2/2011\n2/3/2011\n", model.Reading{Dates: model.DayMonthYear}, "2011-02-01", ""},
		{"a\n1/2/2011\n2/3/2011\n", model.Reading{Dates: model.MonthDayYear}, "2011-01-02", ""},
		{"a;b\n1.2.2011;5\n", model.Reading{Dates: model.MonthDayYear}, "2011-01-02", ""},
		{"a\n1/2/11\n2/3/11\n", model.Reading{Dates: model.YearMonthDay}, "2001-02-11", ""},
		{"a\n1/2/2011\n25/3/2011\n", model.Reading{Dates: model.MonthDayYear}, "2011-02-01",
			`dates cannot be read as month/day/year, as was asked, and were read as day/month/year: 1, such as "25/3/2011"; the first is "25/3/2011" in row 3`},
		{"a\n1/2/2011\n3/25/2011\n", model.Reading{Dates: model.YearMonthDay}, "2011-01-02", "dates cannot be read as year/month/day"},
		{"a\n1/2/2011\n3/4/2011\n", model.Reading{Dates: model.YearMonthDay}, "2011-01-02", "day and month cannot be told apart"},
		{"a\n2011-01-02\n", model.Reading{Dates: model.DayMonthYear}, "2011-01-02", ""},
		{"a;x\n1,500;q\n", model.Reading{Decimal: "."}, "1500", ""},
		{"a,x\n\"1,500\",q\n", model.Reading{Decimal: ","}, "1.5", ""},
		{"a;x\n1.500;q\n", model.Reading{Decimal: ","}, "1500", ""},
		{"a;x\n1,500;q\n1,5;q\n", model.Reading{Decimal: "."}, "1.5",
			`the numbers do not have the decimal mark "." that was asked for, but ",": 1, such as "1,5"; the first is "1,5" in row 3`},
		{"a\n12.5\n1.500\n", model.Reading{Decimal: ","}, "12.5", "decimal mark"},
		{"customer_id\n12923.0\n12924.0\n", model.Reading{Decimal: ","}, "12923", ""},
	} {
		d := openText(t, c.text, c.asked)
		if got := d.Tables[0].Column(0).Text(0); got != c.first {
			t.Errorf("%q with %+v begins with %s, want %s", c.text, c.asked, got, c.first)
		}
		warned := false
		for _, f := range d.Findings {
			warned = warned || f.Level == model.Warning
		}
		if warned != (c.warned != "") || c.warned != "" && !found(d, c.warned) {
			t.Errorf("%q with %+v tells %v", c.text, c.asked, d.Findings)
		}
	}
}

func TestKeysMeet(t *testing.T) {
	for _, c := range []struct{ text, want, says string }{
		{"customer_id\n12923.0\n012924\n", "12923.0 012924", ""},
		{"customer_id\n012923.0\n012924.0\n", "012923 012924", "ids are written as decimals and were read without .0: 2, such as"},
		{"customer_id\nC１２\nC12\nC\u200b12\nC\u00a012\n", "C12 C12 C12 C 12", "ids with wide or invisible characters were read as the plain ones: 3, such as"},
		{"customer_id\n１２\n12\n", "12 12", "wide or invisible characters were read as the plain ones: 1"},
		{"product name\n商品（大）\n商品(大)\n", "商品（大） 商品(大)", ""},
		{"customer_id\n1.23457E+11\n1.2E+11\nC1\n", "1.23457E+11 1.2E+11 C1", `ids were rounded to scientific notation before the file was written, so that different ones may look alike: 2, such as "1.23457E+11", "1.2E+11"; the first is "1.23457E+11" in row 2`},
		{"mobile_phone,x\n'13800000001,a\n'13800000002,b\n", "13800000001 13800000002", "ids with an apostrophe before their digits were read without it: 2"},
		{"nick,x\n'123,1\n'12x,2\n", "'123 '12x", ""},
		{"EAN\n4.00638E+12\n4006381333931\n", "4.00638E+12 4006381333931", "ids were rounded to scientific notation"},
		{"商品条码\n4.00638E+12\n4006381333931\n", "4.00638E+12 4006381333931", "ids were rounded to scientific notation"},
		{"item code\n1E5\n2E5\n", "1E5 2E5", ""},
		{"note\nC１２\nC12\n", "C１２ C12", ""},
	} {
		d := openText(t, c.text, model.Reading{})
		column := d.Tables[0].Column(0)
		var words []string
		for i := range column.Len() {
			words = append(words, column.Text(i))
		}
		if got := strings.Join(words, " "); got != c.want {
			t.Errorf("%q is %q, want %q", c.text, got, c.want)
		}
		if c.says == "" && len(d.Findings) > 0 || c.says != "" && !found(d, c.says) {
			t.Errorf("%q tells %v", c.text, d.Findings)
		}
	}
}

// TestCellsThatLookEmpty: what holds only characters that nobody sees is missing,
// in a column of any kind.
func TestCellsThatLookEmpty(t *testing.T) {
	d := openText(t, "region,paid,day\n\u200b,5,2024-01-01\nEast,\u00ad,2024-01-02\nE\u200bast,6,\u2060\u200d\n", model.Reading{})
	if got := cells(d.Tables[0]); got != "region|paid|day\n|5|2024-01-01\nEast||2024-01-02\nE\u200bast|6|" || kinds(d.Tables[0]) != "tnd" {
		t.Errorf("%s: %q", kinds(d.Tables[0]), got)
	}
	for _, says := range []string{`cells that hold "\u200b" were read as missing: 1; the first is in row 2`, `cells that hold "\u00ad" were read as missing: 1; the first is in row 3`,
		`cells that hold "\u2060\u200d" were read as missing: 1; the first is in row 4`} {
		if !found(d, says) {
			t.Errorf("not told: %s: %v", says, d.Findings)
		}
	}
}

// TestFirstRowOfValues reads files without a header, whose first row is like the
// others.
func TestFirstRowOfValues(t *testing.T) {
	for _, text := range []string{"2017-04,5\n2017-05,6\n2017-06,7\n", "3件,5\n4件,6\n5件,7\n6件,8\n", "20170427150405,x\n20170428150405,y\n20170429150405,z\n20170430150405,u\n"} {
		d := openText(t, text, model.Reading{})
		if got, want := d.Tables[0].Rows(), strings.Count(text, "\n"); got != want {
			t.Errorf("%q has %d rows, want %d", text, got, want)
		}
	}
	d := openText(t, "月份,数量\n2017-04,3件\n2017-05,4件\n2017-06,5件\n", model.Reading{})
	if got := kinds(d.Tables[0]); got != "dn" || d.Tables[0].Rows() != 3 {
		t.Errorf("kinds are %s of %d rows", got, d.Tables[0].Rows())
	}
}

// TestFindingsHaveRows checks that what is said of values says of which rows.
func TestFindingsHaveRows(t *testing.T) {
	text := "id,a,b,c,d,e\nx１,12%,1/2/11,3 pcs,NA,\"1,500\"\ny,5,2/3/11,4 pcs,,\"2,500\"\nz,inf,3/4/11,5 pcs,q,\n"
	d := openText(t, text, model.Reading{})
	if len(d.Findings) < 8 {
		t.Errorf("only %v", d.Findings)
	}
	for _, f := range d.Findings {
		if len(f.Rows) == 0 || !strings.Contains(english(f.Text), " in row ") {
			t.Errorf("%q has %d rows", english(f.Text), len(f.Rows))
		}
	}
}

// TestValuesInAnyOrder shuffles columns that are decided as a whole.
func TestValuesInAnyOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	day := time.Date(2017, 4, 27, 15, 4, 5, 0, time.UTC)
	for _, c := range []struct {
		header string
		layout func(i int) string
		odd    string
		kind   model.Kind
	}{
		{"qty", func(i int) string { return model.FormatNumber(float64(i)) + "件" }, "7 件", model.Number},
		{"qty", func(i int) string { return model.FormatNumber(float64(i)) + "件" }, "7个", model.Text},
		{"day", func(i int) string { return day.AddDate(0, i, 0).Format("2006-01") }, "soon", model.Date},
		{"day", func(i int) string { return day.AddDate(0, 0, i).Format("06/01/02") }, "soon", model.Date},
		{"order_date", func(i int) string { return model.FormatNumber(42852 + float64(i)/4) }, "soon", model.Date},
	} {
		var rows []string
		for i := range 120 {
			rows = append(rows, c.layout(i))
		}
		rows = append(rows, c.odd)
		for range 5 {
			r.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
			d := openText(t, c.header+"\n"+strings.Join(rows, "\n")+"\n", model.Reading{})
			if got := d.Tables[0].Column(0).Kind(); got != c.kind {
				t.Fatalf("%s with %q is of kind %v", c.layout(0), c.odd, got)
			}
		}
	}
}

// FuzzWord reads any word in every way: numbers are numbers, and dates are days
// that exist.
func FuzzWord(f *testing.F) {
	for _, s := range []string{"1,23,456.00", "$(1,200.50)", "12.50-", "1.2万元", "１２％", "2017年4月27日 下午3:04", "Thu Apr 27 15:04:05 CST 2017",
		"20170427T150405Z", "17/4/27", "2017-04", "1.23457E+11", "C\u200b１２", "2017/4/27 15时04分"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, mark := range []decimalMark{decimalPoint, decimalComma} {
			if x, ok := parseNumber(s, mark); ok && x.value != x.value {
				t.Errorf("%q is read as no number", s)
			}
		}
		for form := writtenDate; form <= unixMillis; form++ {
			for order := monthFirst; order <= yearFirst; order++ {
				if at, ok := form.moment(s, order, decimalPoint); ok == (at == model.NoDate) {
					t.Errorf("%q is %d (%v)", s, at, ok)
				}
			}
		}
		if once := tidyKey(s); tidyKey(once) != once {
			t.Errorf("%q is tidied to %q", s, once)
		}
	})
}
