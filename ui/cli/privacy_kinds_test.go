package cli

import (
	"archive/zip"
	"encoding/csv"
	"fmt"
	"html"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// disguised is a file in which persons stand under headers that say little, or say
// it in words of their own, and the values that no file under a mask may hold.
type disguised struct {
	name    string
	head    []string
	person  func(d *rand.Rand) personOf
	remarks []string // headers of free text
}

// personOf is what a file holds of one person, by header, and which words of it
// are secret beside the values as a whole.
type personOf struct {
	values map[string]string
	words  []string
}

func pickOf(d *rand.Rand, of string) string {
	list := strings.Fields(of)
	return list[d.IntN(len(list))]
}

const (
	givenEN  = "Dirk Carla Ingrid Wolfgang Beatriz Nigel Siobhan Yvonne Reginald Beverly Giuseppe Margarita"
	familyEN = "Esposito Kowalski Higgins Mueller Lindqvist Hargreaves Pemberton Fernandez Gutierrez Takahashi"
	familyZH = "王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 欧阳 诸葛"
	givenZH  = "伟 芳 娜 秀英 敏 静怡 丽娟 强 磊 军 洋 志勇 艳 杰 涛 梓涵 雨桐 浩然"
)

// disguises are the kinds of files that were found to tell who somebody is, and
// some of other countries.
func disguises() []disguised {
	english := func(d *rand.Rand) personOf {
		given, family := pickOf(d, givenEN), pickOf(d, familyEN)
		name := given + " " + family
		phone := fmt.Sprintf("(%d) 555-1%03d", 201+d.IntN(700), d.IntN(1000))
		mobile := fmt.Sprintf("139%08d", d.IntN(1e8))
		mail := fmt.Sprintf("%s.%d@example.org", strings.ToLower(family), d.IntN(1e6))
		street := fmt.Sprintf("%d Hollyhock Street, London SW%dA 3AA", 1+d.IntN(300), 1+d.IntN(9))
		return personOf{map[string]string{
			"buyer": name, "client": name, "attn": name, "contact": name, "maiden": pickOf(d, familyEN), "mrn": fmt.Sprintf("MRN%06d", d.IntN(1e6)),
			"twitter": fmt.Sprintf("@zq_%d", d.IntN(1e6)), "facebook": fmt.Sprintf("fb.com/zq%d", d.IntN(1e6)), "col_1": name, "col_2": mobile, "col_3": street,
			"col_4": fmt.Sprintf("+44 7700 %06d", d.IntN(1e6)), "col_5": mail,
			"remark":  pickOne(d, "please ring "+given+", mobile "+mobile+" after six", "ring "+phone+" after six", "gift wrap", "write to "+mail),
			"remark2": pickOne(d, "spoke to "+name+" today", "met Mr "+family, "leave at "+street, "prefers mornings"),
		}, []string{given, family, mobile, phone, mail}}
	}
	chinese := func(d *rand.Rand) personOf {
		family := pickOf(d, familyZH)
		name := family + pickOf(d, givenZH)
		mobile := fmt.Sprintf("138%08d", d.IntN(1e8))
		id := fmt.Sprintf("110105%d%02d%02d%03dX", 1950+d.IntN(50), 1+d.IntN(12), 1+d.IntN(28), d.IntN(1000))
		return personOf{map[string]string{
			"联系人": name, "法人代表": name, "收货人": name, "微博": fmt.Sprintf("@龘%d", d.IntN(1e6)), "col_n": name, "col_x": mobile,
			"col_d": fmt.Sprintf("北京市朝阳区龘路%d号%d室", 1+d.IntN(300), 100+d.IntN(900)), "col_i": id, "车": fmt.Sprintf("沪A%05d", d.IntN(1e5)),
			"备注": pickOne(d, "请联系手机"+mobile+"谢谢", "客户要求尽快发货，联系人"+name+"，手机"+mobile+"，谢谢", "尽快发货", "给"+name+"回电"+mobile, "证件"+id+"已核对"),
		}, []string{name, mobile, id}}
	}
	british := func(d *rand.Rand) personOf {
		given, family := pickOf(d, givenEN), pickOf(d, familyEN)+"-"+pickOf(d, familyEN)
		phone := fmt.Sprintf("020 7946 %04d", d.IntN(1e4))
		account := fmt.Sprintf("GB%02d NWBK %04d %04d %04d %02d", 2+d.IntN(90), d.IntN(1e4), d.IntN(1e4), d.IntN(1e4), d.IntN(100))
		return personOf{map[string]string{
			"f1": family + ", " + given, "f2": phone, "f3": account, "f4": fmt.Sprintf("QQ %02d %02d %02d C", d.IntN(100), d.IntN(100), d.IntN(100)),
			"f5":   fmt.Sprintf("Flat %d, %d Hollyhock Road", 1+d.IntN(40), 1+d.IntN(300)),
			"memo": pickOne(d, "CALL "+strings.ToUpper(given+" "+family)+" ON "+phone, "account "+account+" is closed", strings.ToLower("asked "+given+" to pay")),
		}, []string{strings.ToUpper(given), strings.ToUpper(family), family, phone, account}}
	}
	mainland := func(d *rand.Rand) personOf {
		name := pickOf(d, "欧阳 司马 诸葛 上官") + pickOf(d, givenZH)
		phone := fmt.Sprintf("+86 139 %04d %04d", d.IntN(1e4), d.IntN(1e4))
		old := fmt.Sprintf("330106%02d%02d%02d%03d", 30+d.IntN(60), 1+d.IntN(12), 1+d.IntN(28), d.IntN(1000))
		return personOf{map[string]string{
			"字段一": name, "字段二": phone, "字段三": old, "字段四": fmt.Sprintf("6222 02%02d %04d %04d %03d", d.IntN(100), d.IntN(1e4), d.IntN(1e4), d.IntN(1000)),
			"手机号": fmt.Sprintf("86139%08d", d.IntN(1e8)), "留言": pickOne(d, "收件人："+name, "电话 "+phone+" 周末打", "老身份证"+old, "没有要求"),
		}, []string{name, phone, old}}
	}
	capitals := func(d *rand.Rand) personOf {
		given, family := strings.ToUpper(pickOf(d, givenEN)), strings.ToUpper(pickOf(d, familyEN))
		name := given + " " + string('A'+rune(d.IntN(26))) + ". " + family
		ten := fmt.Sprintf("%d%d%06d", []int{212, 305, 415, 617, 713, 808, 907}[d.IntN(7)], 2+d.IntN(8), d.IntN(1e6))
		return personOf{map[string]string{
			"x": name, "y": ten, "z": fmt.Sprintf("%03d-%02d-%04d", 100+d.IntN(800), 10+d.IntN(90), d.IntN(1e4)),
			"comments": pickOne(d, name+" WANTS A CALL", "DO NOT CALL "+given, "TEXT "+ten, "NOTHING"),
		}, []string{given, family, ten}}
	}
	shared := func(d *rand.Rand) personOf {
		name := pickOf(d, "Oluwaseun Leilani Fatoumata Marisol Chidi") + " " + pickOf(d, "Achebe Kealoha Quispe Featherstonehaugh")
		han, kanji := pickOf(d, "王建国 李秀英 陈静 张伟 刘洋"), pickOf(d, "佐藤健一 田中美咲 伊藤大輔 鈴木花子")
		return personOf{map[string]string{"Field 1": name, "advisor": name, "served by": name, "Doctor": name, "responsable": name, "跟进人": han, "备用1": han, "Field 5": kanji,
			"memo": pickOne(d, "speaks to "+strings.ToLower(name)+" only", "deliver to 109 Rue des Zqérables", "gift wrap")},
			[]string{name, han, kanji, "Zqérables"}}
	}
	return []disguised{
		{"shared", []string{"Field 1", "advisor", "served by", "Doctor", "responsable", "跟进人", "备用1", "Field 5", "memo"}, shared, []string{"memo"}},
		{"English", []string{"buyer", "client", "attn", "contact", "maiden", "mrn", "twitter", "facebook", "col_1", "col_2", "col_3", "col_4", "col_5", "remark", "remark2"}, english, []string{"remark", "remark2"}},
		{"Chinese", []string{"联系人", "法人代表", "收货人", "微博", "col_n", "col_x", "col_d", "col_i", "车", "备注"}, chinese, []string{"备注"}},
		{"British", []string{"f1", "f2", "f3", "f4", "f5", "memo"}, british, []string{"memo"}},
		{"mainland", []string{"字段一", "字段二", "字段三", "手机号", "留言"}, mainland, []string{"留言"}},
		{"capitals", []string{"x", "y", "z", "comments"}, capitals, []string{"comments"}},
	}
}

func pickOne(d *rand.Rand, of ...string) string { return of[d.IntN(len(of))] }

// harmless are words that a remark may keep, and values too short to tell.
func harmless(s string) bool {
	return slices.Contains([]string{"gift wrap", "prefers mornings", "尽快发货", "没有要求", "NOTHING", ""}, s)
}

// writeDisguised writes a file of customers, with so many lines each, and returns
// its path and what is secret. Two lines cannot be used.
func writeDisguised(t *testing.T, kind disguised, lines int) (string, []string) {
	t.Helper()
	d := rand.New(rand.NewPCG(6, uint64(lines)))
	rows := [][]string{append([]string{"customer_id", "order_date", "amount", "region"}, kind.head...)}
	var secrets []string
	for i := range 30 {
		p := kind.person(d)
		secrets = append(secrets, p.words...)
		id := fmt.Sprintf("ZQX%04d", i)
		secrets = append(secrets, id)
		for k := range lines {
			if k > 0 { // what is typed anew at each order
				next := kind.person(d)
				for _, r := range kind.remarks {
					p.values[r] = next.values[r]
				}
				secrets = append(secrets, next.words...)
			}
			row := []string{id, fmt.Sprintf("2024-%02d-%02d", 1+d.IntN(9), 1+d.IntN(28)), fmt.Sprint(10 + d.IntN(90)), pickOf(d, "North South East West")}
			switch {
			case i == 7 && k == 0:
				row[0] = ""
			case i == 9 && k == 3: // one of few, so that the column stays one of dates
				row[1] = "someday"
			}
			for _, h := range kind.head {
				row = append(row, p.values[h])
				if !slices.Contains(kind.remarks, h) {
					secrets = append(secrets, p.values[h])
				}
			}
			rows = append(rows, row)
		}
	}
	path := filepath.Join(t.TempDir(), "in.csv")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := csv.NewWriter(f).WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	slices.Sort(secrets)
	return path, slices.DeleteFunc(slices.Compact(secrets), harmless)
}

// partsOf are the texts of a file: of a workbook every part of it, without the
// signs of XML.
func partsOf(t *testing.T, path string) map[string]string {
	t.Helper()
	if filepath.Ext(path) != ".xlsx" {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return map[string]string{filepath.Base(path): string(b)}
	}
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	out := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(path)+" "+f.Name] = html.UnescapeString(string(b))
	}
	return out
}

// secretIn finds a secret in a text, in any case for those in letters.
func secretIn(text string, secrets []string) string {
	low := strings.ToLower(text)
	for _, s := range secrets {
		if strings.Contains(low, strings.ToLower(s)) {
			return s
		}
	}
	return ""
}

// Whatever a column is called and however often its values repeat, no file under
// a mask holds what tells who somebody is: nor where the remarks are kept.
func TestNoFileHoldsADisguisedPerson(t *testing.T) {
	t.Parallel()
	for _, kind := range disguises() {
		for _, lines := range []int{1, 4} {
			in, secrets := writeDisguised(t, kind, lines)
			dir := t.TempDir()
			if open := filepath.Join(dir, "open.csv"); custseg(t, "run", "abc", in, "--quiet", "--out", open).code != exitDone || secretIn(partsOf(t, open)["open.csv"], secrets) == "" {
				t.Fatalf("%s: without a mask the file tells nothing, so that this proves nothing", kind.name)
			}
			for _, keep := range []bool{false, true} {
				args := []string{"run", "abc,rfm", in, "--mask", "--force", "--excluded", filepath.Join(dir, "left.csv"), "--save-recipe", filepath.Join(dir, "recipe.json")}
				files := []string{"left.csv", "recipe.json"}
				for _, ending := range []string{".xlsx", ".csv", ".json", ".md"} {
					args, files = append(args, "--out", filepath.Join(dir, "out"+ending)), append(files, "out"+ending)
				}
				for _, r := range kind.remarks {
					if keep {
						args = append(args, "--privacy", r+"=keep")
					}
				}
				o := custseg(t, args...)
				if o.code != exitDone {
					t.Fatalf("%s, %d lines: %+v", kind.name, lines, o)
				}
				if s := secretIn(o.out+o.err, secrets); s != "" {
					t.Errorf("%s, %d lines, remarks kept %v: the report holds %q", kind.name, lines, keep, s)
				}
				for _, name := range files {
					for part, text := range partsOf(t, filepath.Join(dir, name)) {
						if s := secretIn(text, secrets); s != "" {
							at := strings.Index(strings.ToLower(text), strings.ToLower(s))
							t.Errorf("%s, %d lines, remarks kept %v: %s holds %q: %s", kind.name, lines, keep, part, s, text[max(0, at-60):min(len(text), at+60)])
						}
					}
				}
			}
		}
	}
}
