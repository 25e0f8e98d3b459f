package model

import (
	"math"
	"slices"
	"testing"
)

func TestTruth(t *testing.T) {
	for word, want := range map[string]bool{"Yes": true, "NO": false, " y ": true, "TRUE": true, "0": false, "off": false, "Oui": true, "sí": true, "Sì": true,
		"nein": false, "нет": false, "Да": true, "是": true, "否": false, "无": false, "错": false, "いいえ": false, "예": true, "não": false, "TAK": true, "√": true, "×": false} {
		if yes, known := Truth(word); !known || yes != want {
			t.Errorf("%q is %v (%v)", word, yes, known)
		}
	}
	for _, word := range []string{"", "maybe", "退回", "2", "未知", "yes!", "male"} {
		if _, known := Truth(word); known {
			t.Errorf("%q is known", word)
		}
	}
}

func TestTruths(t *testing.T) {
	for _, c := range []struct {
		words []string
		want  []int8 // nil when it is no such column
	}{
		{[]string{"yes", "no", "", "YES", "No"}, []int8{1, 0, -1, 1, 0}},
		{[]string{"no", "si"}, []int8{0, 1}},
		{[]string{"N", "S"}, []int8{0, 1}},
		{[]string{"Y", "n"}, []int8{1, 0}},
		{[]string{"有", "无", ""}, []int8{1, 0, -1}},
		{[]string{"√", "", "√"}, []int8{1, -1, 1}},
		{[]string{"no"}, []int8{0}},
		{[]string{"NO", "", "NO"}, nil}, {[]string{"NO", "YES"}, []int8{0, 1}}, {[]string{"NO", "no"}, []int8{0, 0}}, {[]string{"SI"}, nil},
		{slices.Repeat([]string{"NO"}, enoughAnswers), make([]int8, enoughAnswers)},
		{[]string{"ja", "nee"}, []int8{1, 0}},
		{[]string{"1", "0"}, []int8{1, 0}},
		{[]string{"Y"}, nil}, {[]string{"1"}, nil}, {[]string{"", ""}, nil}, {[]string{"yes", "nein"}, nil}, {[]string{"yes", "no", "true"}, nil},
		{[]string{"yes", "no", "未知"}, nil}, {[]string{"M", "F"}, nil}, {[]string{"是", "无"}, nil}, {[]string{"yes", "off"}, nil},
	} {
		column := TextsOf("x", c.words)
		if got, ok := Truths(column); !slices.Equal(got, c.want) || ok != (c.want != nil) {
			t.Errorf("%q is %v (%v)", c.words, got, ok)
		}
		if got := Summarize(column).YesNo; got != (c.want != nil) {
			t.Errorf("the summary of %q says %v", c.words, got)
		}
	}
	for _, c := range []struct {
		values []float64
		want   []int8
	}{
		{[]float64{1, 0, math.NaN()}, []int8{1, 0, -1}},
		{[]float64{1, 1}, nil}, {[]float64{0}, nil}, {[]float64{0, 1, 2}, nil}, {[]float64{math.Inf(1), 1}, nil}, {nil, nil},
	} {
		column := NewNumbers("x", c.values)
		if got, ok := Truths(column); ok != (c.want != nil) || ok && !slices.Equal(got, c.want) {
			t.Errorf("%v is %v (%v)", c.values, got, ok)
		}
		if got := Summarize(column).YesNo; got != (c.want != nil) {
			t.Errorf("the summary of %v says %v", c.values, got)
		}
	}
	if _, ok := Truths(NewDates("x", []int64{0, 1})); ok {
		t.Error("dates say yes")
	}
	// a word of the dictionary that no row holds is none of the column's
	if _, ok := Truths(NewTexts("x", []int32{0, 1}, []string{"yes", "no", "maybe"})); !ok {
		t.Error("an unused word counts")
	}
}
