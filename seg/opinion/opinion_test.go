package opinion

import "testing"

func TestScore(t *testing.T) {
	l := New(Praise(), Blame())
	for _, c := range []struct {
		text          string
		praise, blame int
	}{
		{"Fast delivery, GREAT!", 2, 0},
		{"Late again, disappointed", 0, 2},
		{"not good", 0, 1},
		{"It isn’t very good", 0, 1},
		{"no answer, terrible support", 0, 1}, // the negation ends with its clause
		{"never late", 1, 0},
		{"goodness", 0, 0}, // a whole word or none
		{"It was okay", 0, 0},
		{"送货准时，满意", 2, 0},
		{"不满意", 0, 1},
		{"不错", 1, 0},
		{"从未迟到", 1, 0},
		{"客服态度差，失望", 0, 2},
		{"app很好用 great", 2, 0},
		{"质量不好", 0, 1},
		{"很不好", 0, 1},
		{"服务差", 0, 1},
		{"质量好", 1, 0},
		{"太好了", 1, 0},
		{"特别好", 1, 0},
		{"太差了", 0, 1},
		{"不是很好", 0, 1},
		{"不是很满意", 0, 1},
		{"无法满意", 0, 1},
		{"没有不满意", 1, 0},
		{"你好，差不多两天到", 0, 0},
		{"nothing bad", 1, 0},
		{"I never had a bad experience", 1, 0},
		{"not only good", 1, 0},
		{"not cheap but good", 1, 0},
		{"the best", 1, 0},
		{"", 0, 0},
	} {
		if p, b := l.Score(c.text); p != c.praise || b != c.blame {
			t.Errorf("%q: %d of praise and %d of blame, want %d and %d", c.text, p, b, c.praise, c.blame)
		}
	}
}

func TestWordsOfOnesOwn(t *testing.T) {
	l := New([]string{"Crunchy"}, []string{"受潮"})
	if p, b := l.Score("crunchy and good, 但受潮了"); p != 1 || b != 1 {
		t.Errorf("%d of praise and %d of blame", p, b)
	}
}

func TestNoWordPraisesAndBlames(t *testing.T) {
	blame := map[string]bool{}
	for _, w := range Blame() {
		blame[w] = true
	}
	for _, w := range Praise() {
		if blame[w] {
			t.Errorf("%s is in both lists", w)
		}
	}
}
