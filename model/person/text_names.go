package person

import (
	"slices"
	"strings"
	"unicode"
)

// titles stand before a name.
func titles() []string {
	return []string{"mr", "mrs", "ms", "miss", "dr", "prof", "sir", "madam", "mme", "monsieur", "madame", "mlle", "herr", "frau", "señor", "señora", "sr", "sra", "signor", "signora"}
}

// cues stand before somebody who is to be called, or who was.
func cues() []string {
	return []string{"contact", "call", "called", "ring", "rang", "phone", "phoned", "ask", "asked", "tell", "told", "text", "met", "attn", "attention", "name", "named", "spoke", "speak", "speaks",
		"talked", "talk", "email", "emailed", "mail", "write", "wrote", "thank", "dear", "recipient", "son", "daughter", "wife", "husband", "mother", "father", "brother", "sister", "neighbour", "neighbor"}
}

// links may stand between a cue and the name.
func links() []string { return []string{"for", "to", "with", "is", "of", "by", "the", "her", "his"} }

// noNames are capitalised words that stand beside names and are none.
func noNames() []string {
	return append(append(cues(), links()...), strings.Fields(`monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january february march april
may june july august september october november december christmas easter i we he she they it you a an the and or no not if on in at from after before when please customer client
hi hello thanks gift order delivery deliver ship sent send leave left will would should back again home office reception sales support service manager vip new old ok ad
mr mrs ms miss dr prof sir madam attn via see was has had is are be this that all any urgent only always never next last`)...)
}

// addressed finds the names that a title or a cue stands before, in English and in
// Chinese. In capitals "MR ROBOT" may be goods: unless loud is set, they are names
// only where their words are.
func (t *scan) addressed(loud bool) []span {
	var out []span
	for i, w := range t.words {
		titled := slices.Contains(titles(), strings.TrimSuffix(w.low, "."))
		if !titled && !slices.Contains(cues(), w.low) {
			continue
		}
		at := i + 1
		for !titled && at < len(t.words) && at <= i+2 && slices.Contains(links(), t.words[at].low) {
			at++
		}
		end := at
		for end < len(t.words) && end < at+3 && t.near(end) && t.mayFollow(t.words[end], titled && loud) {
			end++
		}
		if end > at {
			out = append(out, span{t.words[at].from, t.words[end-1].to})
		}
	}
	return append(out, t.addressedWide()...)
}

// near reports whether a word stands close behind the one before it.
func (t *scan) near(i int) bool {
	return i > 0 && t.words[i].from-t.words[i-1].to <= 3 && !strings.ContainsAny(string(t.plain[t.words[i-1].to:t.words[i].from]), ";!?()/0123456789")
}

// mayFollow reports whether a word may be the name that a title or a cue
// announces; loud, one in capitals too that is no part of names.
func (t *scan) mayFollow(w word, loud bool) bool {
	switch {
	case slices.Contains(noNames(), w.low) || w.shout && !t.isPart(w) && !loud:
		return false
	case w.capital:
		return true
	}
	return t.isPart(w)
}

// isPart reports whether a word is part of names.
func (t *scan) isPart(w word) bool {
	return isGiven(w.plain) || isFamilyWord(w.plain) && w.capital || t.known != nil && t.known(w.plain)
}

// named finds capitalised words next to each other of which one is part of a name,
// and known names in small letters.
func (t *scan) named() []span {
	var out []span
	for i := 0; i < len(t.words); {
		end := i
		for end < len(t.words) && t.words[end].capital && !slices.Contains(noNames(), t.words[end].low) && (end == i || t.near(end)) {
			end++
		}
		if end == i {
			if small := t.knownInSmall(i); small > i {
				out = append(out, span{t.words[i].from, t.words[small-1].to})
				i = small
				continue
			}
			i++
			continue
		}
		if t.holdsName(t.words[i:end]) {
			out = append(out, span{t.words[i].from, t.words[end-1].to})
		}
		i = end
	}
	return out
}

// holdsName reports whether capitalised words are somebody's name.
func (t *scan) holdsName(list []word) bool {
	var parts []string
	for _, w := range list {
		if isGiven(w.plain) || t.known != nil && t.known(w.plain) {
			return true
		}
		parts = append(parts, w.plain)
	}
	return len(parts) == 2 && (isFamilyWord(parts[1]) || isPinyinName(parts)) || len(parts) == 3 && isPinyinName(parts)
}

// knownInSmall returns the end of a name in small letters that begins at a word:
// two parts of names beside each other, of which one is known or none means
// anything else.
func (t *scan) knownInSmall(i int) int {
	if i+1 >= len(t.words) || !t.near(i+1) {
		return i
	}
	a, b := t.words[i], t.words[i+1]
	mixed := nameWords().mixed
	if isGiven(a.plain) && !mixed[a.plain] && isFamilyWord(b.plain) && !mixed[b.plain] {
		return i + 2
	}
	if t.known == nil {
		return i
	}
	if t.known(a.plain) && t.known(b.plain) || isGiven(a.plain) && t.known(b.plain) || t.known(a.plain) && isFamilyWord(b.plain) {
		return i + 2
	}
	return i
}

// wideCues stand before a name in Chinese; the strong ones before nothing else.
func wideCues() []string {
	return []string{"联系人", "收货人", "收件人", "经办人", "负责人", "法人", "姓名", "聯絡人", "收貨人", "收件人", "联系", "请找", "找", "转告", "通知", "告知", "本人", "客户", "顾客", "用户", "女儿", "儿子", "妻子", "丈夫", "妈妈", "爸爸",
		"我叫", "叫", "给", "由", "與", "与", "和", "跟", "請", "请"}
}

// wideTitles stand behind a name in Chinese.
func wideTitles() []string {
	return []string{"先生", "女士", "小姐", "太太", "老师", "老師", "经理", "總", "总", "师傅", "阿姨", "医生", "主任", "店长", "老板", "同学"}
}

// addressedWide finds the names that a title follows or a cue announces, in
// Chinese.
func (t *scan) addressedWide() []span {
	var out []span
	for i := range t.plain {
		if !unicode.Is(unicode.Han, t.plain[i]) {
			continue
		}
		for _, title := range wideTitles() {
			if !t.says(i, title) {
				continue
			}
			for _, n := range []int{3, 2, 1} {
				if from := i - n; from >= 0 && strings.ContainsRune(commonFamilies, t.plain[from]) && (n == 1 || knownHan(string(t.plain[from:i]))) {
					out = append(out, span{from, i})
					break
				}
			}
		}
		for k, cue := range wideCues() {
			if t.says(i, cue) {
				if s := t.nameAt(i+len([]rune(cue)), k < 10); s.to > s.from {
					out = append(out, s)
				}
			}
		}
	}
	return out
}

// says reports whether a text stands at a place.
func (t *scan) says(i int, what string) bool {
	for k, r := range []rune(what) {
		if i+k >= len(t.plain) || t.plain[i+k] != r {
			return false
		}
	}
	return true
}

// nameAt is the Chinese name at a place, perhaps after a colon; empty for none.
// After a strong cue any characters behind a family name are one.
func (t *scan) nameAt(i int, strong bool) span {
	for i < len(t.plain) && strings.ContainsRune(" :：是为叫", t.plain[i]) {
		i++
	}
	end := i
	for end < len(t.plain) && end < i+4 && unicode.Is(unicode.Han, t.plain[end]) {
		end++
	}
	for n := min(end-i, 4); n >= 2; n-- {
		if name := string(t.plain[i : i+n]); knownHan(name) && strings.ContainsRune(givenCharacters, t.plain[i+n-1]) {
			return span{i, i + n}
		}
	}
	if strong && end-i >= 2 && hasFamily(string(t.plain[i:end])) {
		return span{i, min(end, i+3)}
	}
	return span{i, i}
}

// chinese finds names in Chinese that nothing announces: a common family name and
// two characters of given names.
func (t *scan) chinese() []span {
	var out []span
	for i := 0; i+3 <= len(t.plain); i++ {
		if strings.ContainsRune(commonFamilies, t.plain[i]) && strings.ContainsRune(givenCharacters, t.plain[i+1]) && strings.ContainsRune(givenCharacters, t.plain[i+2]) {
			out = append(out, span{i, i + 3})
		}
	}
	return out
}
