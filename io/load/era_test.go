package load

import (
	"testing"

	"custseg/model"
)

func TestOtherYears(t *testing.T) {
	for _, c := range []struct {
		form       dateForm
		text, want string
	}{
		{eraDate, "令和6年3月1日", "2024-03-01"}, {eraDate, "令和元年５月１日", "2019-05-01"}, {eraDate, "平成31年4月30日 10:30", "2019-04-30 10:30:00"}, {eraDate, "昭和64年1月7日", "1989-01-07"},
		{eraDate, "R6.3.1", "2024-03-01"}, {eraDate, "H30/12/24", "2018-12-24"}, {eraDate, "S63-01-07", "1988-01-07"},
		{eraDate, "R6.13.1", ""}, {eraDate, "R0.1.1", ""}, {eraDate, "令和6.3.1", ""}, {eraDate, "6年3月1日", ""}, {eraDate, "R2024.3.1", ""},
		{republicDate, "113/03/01", "2024-03-01"}, {republicDate, "113-3-1 09:05", "2024-03-01 09:05:00"}, {republicDate, "113年3月1日", "2024-03-01"},
		{republicDate, "99/03/01", ""}, {republicDate, "131/03/01", ""}, {republicDate, "113/02/30", ""},
		{weekDate, "2024-W01-3", "2024-01-03"}, {weekDate, "2021-W53-7", ""}, {weekDate, "2020-W53-7", "2021-01-03"}, {weekDate, "2025-W01-1", "2024-12-30"}, {weekDate, "2024-W00-1", ""}, {weekDate, "2024-W01-8", ""},
		{writtenDate, "2024/03/01 10:11:12 AM GMT+1", "2024-03-01 10:11:12"}, {writtenDate, "2024/03/02 3:12:12 PM GMT+10", "2024-03-02 15:12:12"}, {writtenDate, "2024-1-3 9:5", "2024-01-03 09:05:00"},
		{writtenDate, "03/01/2024 10h30", "2024-03-01 10:30:00"}, {writtenDate, "2024-1-3 9:5:7", "2024-01-03 09:05:07"}, {writtenDate, "Jan-03-24", "2024-01-03"}, {writtenDate, "Jan 5, 24", ""}, {writtenDate, "2024-1-3 9:", ""},
	} {
		order := monthFirst
		if c.text == "03/01/2024 10h30" {
			order = dayFirst
			c.want = "2024-01-03 10:30:00"
		}
		s, ok := c.form.moment(c.text, order, decimalPoint)
		if got := model.FormatDate(s); got != c.want || ok != (c.want != "") {
			t.Errorf("%q is %q, want %q", c.text, got, c.want)
		}
	}
}

func TestColumnsOfOtherYears(t *testing.T) {
	for _, c := range []struct{ text, kinds, first, says string }{
		{"購入日,x\n令和6年3月1日,a\n令和6年3月2日,b\n", "dt", "2024-03-01", "by the eras of Japan"},
		{"date,x\nR6.3.1,a\nR6.3.2,b\n", "dt", "2024-03-01", "by the eras of Japan"},
		{"購入日,x\nR6.3.1,a\nH31.3.2,b\n", "dt", "2024-03-01", "by the eras of Japan"},
		{"section,x\nR6.3.1,1\nR6.3.2,2\n", "tn", "R6.3.1", ""},
		{"訂單日期,x\n113/03/01,a\n113/03/02,b\n", "dt", "2024-03-01", "counted from 1911, as in Taiwan"},
		{"date,x\n113/03/01,a\n13/03/02,b\n", "tt", "113/03/01", "named as a date"},
		{"part,x\n113/03/01,1\n113/03/02,2\n", "tn", "113/03/01", ""},
		{"when,x\n2024-W01-3,a\n2024-W02-3,b\n", "dt", "2024-01-03", ""},
		{"date,x\n2024-02-30,a\n2024-01-14,b\n2023-02-29,c\n", "tt", "2024-02-30", `the column is named as a date, but 2 of its values cannot be read as dates, such as "2023-02-29", "2024-02-30"; the first is "2024-02-30" in row 2`},
		{"sentiment,x\n5 of 7,1\n6 of 7,2\n", "tn", "5 of 7", ""},
		{"updated,x\nyes,1\nno,2\n", "tn", "yes", ""},
		{"time,x\n10:30,1\n11:45,2\n", "tn", "10:30", ""},
		{"order date,x\nsoon,1\nlater,2\n", "tn", "soon", ""},
		{"date,x\n0000-00-00 00:00:00,a\n2024-01-14 00:00:00,b\n9999-12-31 00:00:00,c\n", "tt", "0000-00-00 00:00:00", `most values are dates, but the column was read as text because of "0000-00-00 00:00:00"`},
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
