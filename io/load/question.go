package load

import (
	"strings"
	"unicode"

	"custseg/model"
)

// ofQuestion returns the role that a question of a survey asks for: "How likely
// are you to recommend us", "Q3. What is your age?" or 2、您的性别是.
func (k keyNames) ofQuestion(header string) []nameRule {
	text := compact(unnumbered(header))
	for _, q := range questions() {
		if q.asks(text) {
			return []nameRule{{q.role, decorated, 0}}
		}
	}
	asked := text
	for _, head := range []string{"whatisyour", "whatsyour", "pleaseenteryour", "pleaseselectyour", "pleaseindicateyour", "your",
		"请问您的", "请选择您的", "请输入您的", "请填写您的", "您的", "你的", "您目前的", "您"} {
		if rest, ok := strings.CutPrefix(text, head); ok {
			asked = rest
			break
		}
	}
	for _, tail := range []string{"是什么", "是多少", "为", "是"} {
		asked = strings.TrimSuffix(asked, tail)
	}
	if asked == compact(header) {
		return nil
	}
	return k.plain(asked)
}

// question is what a question contains: all of some words, in any order.
type question struct {
	role  model.Role
	words []string
}

func (q question) asks(text string) bool {
	for _, w := range q.words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

func questions() []question {
	return []question{
		{"recommend", []string{"likely", "recommend"}},
		{"recommend", []string{"likelihood", "recommend"}},
		{"recommend", []string{"possibility", "recommend"}},
		{"recommend", []string{"可能", "推荐"}},
		{"recommend", []string{"愿意", "推荐"}},
		{"recommend", []string{"推薦", "可能"}},
		{"satisfaction", []string{"howsatisfied"}},
		{"satisfaction", []string{"overall", "satisfied"}},
		{"satisfaction", []string{"总体", "满意"}},
		{"satisfaction", []string{"整体", "满意"}},
		{"effort", []string{"howeasy"}},
		{"effort", []string{"howmucheffort"}},
		{"effort", []string{"容易", "解决"}},
	}
}

// unnumbered drops the number of a question: "Q3. ", 3、 or "3) ".
func unnumbered(header string) string {
	header = strings.TrimSpace(header)
	rest := strings.TrimLeft(header, "qQ第")
	digits := strings.TrimLeftFunc(rest, unicode.IsDigit)
	if digits == rest {
		return header
	}
	text := strings.TrimLeftFunc(digits, func(r rune) bool { return !unicode.IsLetter(r) || r == '题' })
	if text == "" || len(text) == len(digits) {
		return header
	}
	return text
}
