package model

import (
	"math"
	"testing"
)

func TestReadWords(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		wording Wording
		words   []string
		want    []float64 // nil when it is not read
	}{
		{ScaleWords, []string{"Strongly Disagree", "agree", "", "strongly agree"}, []float64{1, 4, nan, 5}},
		{ScaleWords, []string{"disagree", "somewhat disagree", "slightly agree", "agree"}, []float64{2, 3, 5, 6}},
		{ScaleWords, []string{"stimme gar nicht zu", "stimme voll zu"}, []float64{1, 5}},
		{ScaleWords, []string{"poor", "fair", "excellent"}, []float64{1, 2, 5}},
		{ScaleWords, []string{"never", "always"}, []float64{1, 5}},
		{ScaleWords, []string{"bad", "fair", "good", "odd"}, []float64{2, 3, 4, nan}},
		{ScaleWords, []string{"good", "good"}, nil}, {ScaleWords, []string{"red", "blue"}, nil}, {ScaleWords, []string{"yes", "no"}, nil},
		{YesNoWords, []string{"yes", "no", "yes", "no", "unsure"}, []float64{1, 0, 1, 0, nan}},
		{YesNoWords, []string{"yes", "no", "unsure"}, nil}, {NoWords, []string{"yes", "no"}, nil},
		{AnyWords, []string{"是", "否"}, []float64{1, 0}},
	} {
		got, ok := ReadWords(TextsOf("x", c.words), c.wording)
		if ok != (c.want != nil) {
			t.Errorf("%q: read %v", c.words, ok)
			continue
		}
		for i, want := range c.want {
			if v := got.Values[i]; v != want && !(math.IsNaN(v) && math.IsNaN(want)) {
				t.Errorf("%q counts %v, want %v", c.words[i], v, want)
			}
		}
	}
}
