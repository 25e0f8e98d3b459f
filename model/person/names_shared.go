package person

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// SharedNames reports whether words are names of people that many rows share, as
// those of advisers are: of so few words nearly all must be full names by their
// parts, or first names that mean nothing else.
func SharedNames(list []string) bool {
	full, whole, alone := 0, 0, 0
	for _, w := range list {
		parts := nameParts(w)
		switch {
		case isJapaneseName(parts) || len(parts) == 1 && isCommonHan(parts[0]):
			full++
		case len(parts) == 1 && isFirstAlone(w, parts[0]):
			alone++
		case isFullName(parts):
			full++
			if isGiven(plainName(parts[0])) && isFamilyWord(plainName(parts[len(parts)-1])) {
				whole++
			}
		}
	}
	const nearlyAll, fewFull = .8, 2
	n := float64(len(list))
	switch {
	case len(list) < fewFull:
		return false
	case len(list) < fewNames:
		return whole == len(list)
	}
	return float64(full) >= nearlyAll*n || alone > fewNames && alone+full == len(list)
}

// StaffNames reports whether at least half of the words begin with a name or are
// written as full names are, as is enough under a header such as "advisor".
func StaffNames(list []string) bool {
	n := 0
	for _, w := range list {
		parts := nameParts(w)
		if _, written := Name(w); written || len(parts) > 0 && (isGiven(plainName(parts[0])) || isFamilyWord(plainName(parts[0]))) || isJapaneseName(parts) {
			n++
		}
	}
	return n > 0 && 2*n >= len(list)
}

// isFullName reports whether two to four words are a name: the first a given name
// or the last a family name that is no ordinary word, or Chinese in Latin letters.
func isFullName(parts []string) bool {
	if len(parts) < 2 || len(parts) > 4 || !Known(strings.Join(parts, " ")) {
		return false
	}
	plain := make([]string, len(parts))
	for i, p := range parts {
		if plain[i] = plainName(p); slices.Contains(companyWords(), plain[i]) {
			return false
		}
	}
	first, last := plain[0], plain[len(plain)-1]
	tells := func(w string) bool { return !nameWords().mixed[w] }
	switch {
	case isGiven(first) && (tells(first) || isFamilyWord(last)), isFamilyWord(last) && tells(last):
		return true
	case isGiven(last) && tells(last) && (isFamilyWord(first) || len(parts) == 2): // Last, First
		return true
	}
	return len(parts) <= 3 && isPinyinName(parts)
}

// isFirstAlone reports whether a text is one first name that means nothing else.
func isFirstAlone(text, part string) bool {
	plain := plainName(part)
	return len(part) == len(strings.TrimSpace(text)) && isGiven(plain) && !nameWords().mixed[plain]
}

// isCommonHan reports whether a word is a Chinese name that begins with one of the
// common family names.
func isCommonHan(w string) bool {
	first, _ := utf8.DecodeRuneInString(w)
	return knownHan(w) && strings.ContainsRune(commonFamilies, first)
}

// companyWords tell a company that is called after somebody.
func companyWords() []string {
	return strings.Fields("inc ltd llc llp plc corp corporation company co gmbh ag kg sa srl bv oy ab as group holding holdings sons bros brothers partners associates store stores shop street road park bank hotel")
}

// isJapaneseName reports whether the words of a text are a Japanese family name
// and one to three characters of a given one, together or apart.
func isJapaneseName(parts []string) bool {
	if len(parts) == 0 || len(parts) > 2 {
		return false
	}
	whole := strings.Join(parts, "")
	if first, _ := utf8.DecodeRuneInString(whole); !isWide(first) {
		return false
	}
	for family := range strings.FieldsSeq(japaneseFamilies) {
		given, ok := strings.CutPrefix(whole, family)
		if n := utf8.RuneCountInString(given); ok && n >= 1 && n <= 3 && !strings.ContainsAny(given, placeCharacters) {
			return true
		}
	}
	return false
}

// placeCharacters stand in names of places and companies, and in no given names.
const placeCharacters = "市县縣区區路街店部课課府省州町社公司路站駅号楼园園港"

// japaneseFamilies are the commonest family names of Japan in their characters.
const japaneseFamilies = `佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡部 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 齋藤 斉藤 清水 山崎 阿部 池田 橋本 石川 山下 中島 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本
福田 太田 西村 藤井 岡本 金子 藤原 三浦 中野 中川 原田 松田 竹内 小野 田村 中田 和田 石田 上田 森田 柴田 酒井 工藤 横山 宮崎 宮本 内田 高木 谷口 安藤 丸山 今井 大野 河野 藤本 小島 村田 武田 上野 杉山 増田 平野 菅原 小山 大塚 千葉 久保 松井 岩崎
野口 木下 松尾 菊地 菊池 野村 佐野 新井 渡辺 古川 桜井 市川 小松 島田 水野 山内 西田 高田 吉川 服部 飯田 川口 川崎 北村 安田 矢野 本田 吉村 浜田 熊谷 荒木 大西 川村 伊東 樋口 永井 平田 秋山 五十嵐 黒田 須藤 桑原 川上 大橋 西川 樋口 渋谷 松岡 土屋 星野 大島 馬場`
