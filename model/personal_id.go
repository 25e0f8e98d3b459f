package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// PersonalID reports whether the ids of a column tell who somebody is: its
// header says that it holds names or addresses, or its values are e-mail
// addresses, phone numbers, ids of citizens, bank accounts, or hold the names
// of people, such as "Ann Lee" or "王小明-14485". The answer does not depend on
// the order of rows.
func PersonalID(c Column) bool {
	texts, ok := c.(*Texts)
	if !ok {
		return holdsPersons("", c)
	}
	if n := newColumnName(c.Name()); n.means(textNames()) && !n.impersonal() && !answers(c) {
		return true
	}
	return holdsPersons("", c) || holdNames(sampleWords(texts.Dict))
}

// PersonalIDs reports whether the ids of customers tell who they are in any
// table, under the roles given.
func (d *Dataset) PersonalIDs(roles RoleMap) bool {
	for t, table := range d.Tables {
		if at := roles.Column(t, CustomerID); at >= 0 && PersonalID(table.Column(at)) {
			return true
		}
	}
	return false
}

// holdNames reports whether most words are or hold the names of people, and the
// names differ: a word before numbers, as in "Customer 17", names nobody.
func holdNames(words []string) bool {
	n := 0
	names := map[string]bool{}
	for _, w := range words {
		if name, ok := personName(w); ok {
			n++
			names[name] = true
		}
	}
	return n > 0 && 5*n >= 4*len(words) && 3*len(names) >= n
}

// personName returns the part of a word that may be somebody's name: two to
// four capitalised words, or two to four Chinese or Korean characters that begin
// with a common surname. Digits and signs may stand beside it.
func personName(word string) (string, bool) {
	parts := strings.FieldsFunc(word, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && r != '\'' && r != '’' && r != '.'
	})
	switch {
	case len(parts) == 1 && hasSurname(parts[0]):
		return parts[0], true
	case len(parts) < 2 || len(parts) > 4:
		return "", false
	}
	for _, p := range parts {
		if !capitalised(p) {
			return "", false
		}
	}
	return strings.Join(parts, " "), true
}

// capitalised reports whether a word is written as names are: a capital and then
// mostly small letters, or an initial.
func capitalised(w string) bool {
	first, size := utf8.DecodeRuneInString(w)
	rest := strings.TrimSuffix(w[size:], ".")
	return unicode.IsUpper(first) && (rest == "" || strings.IndexFunc(rest, unicode.IsLower) >= 0)
}

// hasSurname reports whether a word has the length of a Chinese or Korean name
// and begins with a common surname.
func hasSurname(w string) bool {
	n := utf8.RuneCountInString(w)
	first, _ := utf8.DecodeRuneInString(w)
	return n >= 2 && n <= 4 && strings.ContainsRune(surnames, first)
}

// surnames begin most names of people in China, in simplified and traditional
// characters, and in Korea.
const surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文" +
	"庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺" +
	"張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許呂蘇盧蔣賈葉閻鐘譚鄒陸邱顧龍萬錢湯賴龐蘭顏嚴溫魯韋畢" +
	"김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모장남탁국어은편"
