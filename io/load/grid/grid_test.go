package grid

import "testing"

func TestMoments(t *testing.T) {
	for _, c := range []struct {
		serial float64
		format Format
		y1904  bool
		want   string
		kind   Kind
	}{
		{1, Day, false, "1900-01-01", Date},
		{59, Day, false, "1900-02-28", Date},
		{60, Day, false, "", Number},
		{60.5, Day, false, "", Number},
		{61, Day, false, "1900-03-01", Date},
		{42852, Day, false, "2017-04-27", Date},
		{2958465, Day, false, "9999-12-31", Date},
		{42852.5, Day, false, "2017-04-27 12:00:00", Date},
		{42852.999999999, Day, false, "2017-04-28", Date},
		{0, Day, true, "1904-01-01", Date},
		{60, Day, true, "1904-03-01", Date},
		{41390, Day, true, "2017-04-27", Date},
		{0, Day, false, "", Time},
		{.5, Day, false, "", Time},
		{.5, Clock, false, "", Time},
		{1.5, Clock, false, "", Time},
		{-1, Day, true, "", Number},
		{1e9, Day, false, "", Number},
		{42852, Plain, false, "", Number},
		{42, Padded(5), false, "00042", Text},
		{0, Padded(2), false, "00", Text},
		{123456, Padded(5), false, "123456", Text},
		{4.5, Padded(5), false, "", Number},
		{-4, Padded(5), false, "", Number},
	} {
		got, kind := Moment(nil, c.serial, c.format, c.y1904)
		if string(got) != c.want || kind != c.kind {
			t.Errorf("%v (1904 %v) is %q of kind %d, want %q of kind %d", c.serial, c.y1904, got, kind, c.want, c.kind)
		}
	}
}

func TestParseFormat(t *testing.T) {
	for format, codes := range map[Format][]string{
		Day: {"yyyy-mm-dd", "d/m/yy", "m/d/yyyy h:mm", `yyyy"年"m"月"d"日"`, "yyyy年m月d日", `m"月"d"日"`, "yyyy年m月", "[$-409]mmm-yy;@", "mmmm", "[Red]dd.mm.yyyy",
			`yyyy\-mm\-dd`, "[$-804]aaaa;@", "[$-411]ge.m.d", "YYYY/MM/DD HH:MM AM/PM", `[DBNum1][$-804]yyyy"年"m"月"`, `yyyy\-mm\-dd\ hh:mm:ss`},
		Clock:     {"h:mm", "mm:ss.0", "[h]:mm:ss", "[mm]:ss", "[hh]", `h"时"mm"分"`, `上午/下午h"时"mm"分"`, "h:mm AM/PM", "h A/P"},
		Padded(5): {"00000", "00000;@", "00000;-00000"},
		Padded(2): {"00"},
		Plain: {"General", "0", "0000000000000000", "00.0", "000-00", "0.00", "#,##0.00_);[Red](#,##0.00)", "0.00E+00", `0" days"`, `"d"0`, `0\d`, "@", "[$€-2] #,##0", "GENERAL", "0%", `0;"yyyy"`, "",
			"Standard", `G/通用格式`, `General" days"`, "[Magenta]0", "_(* #,##0_);_(* (#,##0)", `"`, "[", `\`, "0;yyyy"},
	} {
		for _, code := range codes {
			if got := ParseFormat(code); got != format {
				t.Errorf("%q is %d, want %d", code, got, format)
			}
		}
	}
}

func TestBuiltinFormat(t *testing.T) {
	for id, want := range map[int]Format{0: Plain, 13: Plain, 14: Day, 17: Day, 18: Clock, 21: Clock, 22: Day, 23: Plain, 27: Day, 31: Day, 32: Clock, 33: Clock, 34: Day,
		36: Day, 37: Plain, 45: Clock, 46: Clock, 47: Clock, 49: Plain, 50: Day, 58: Day, 59: Plain} {
		if got := BuiltinFormat(id); got != want {
			t.Errorf("format %d is %d, want %d", id, got, want)
		}
	}
}

func TestInSpans(t *testing.T) {
	spans := []Span{{2, 2}, {5, 16384}}
	for column, want := range map[int]bool{1: false, 2: true, 3: false, 5: true, 100: true} {
		if InSpans(spans, column) != want {
			t.Errorf("column %d is in %v: %v", column, spans, !want)
		}
	}
}
