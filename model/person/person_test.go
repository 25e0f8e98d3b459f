package person

import (
	"strings"
	"testing"
)

func TestForms(t *testing.T) {
	for _, c := range []struct {
		name string
		is   func(string) bool
		yes  string
		no   string
	}{
		{"mobile", IsMobile, "13921464927|8613921464927|447700900123|12125551013|4915112345678|33612345678|919876543210|85261234567", "12005|11912345678|6901234567892|4915112345679x|1700000000000|20240110123"},
		{"citizen id", IsCitizenID, "11010519491231002X|440524198001010013|110105491231002|330106900228001", "110105194913310021|11010549123200|999999999999999|123456789012345678"},
		{"card", IsCard, "4111111111111111|6011 0009 9013 9424|5500-0000-0000-0004", "4111111111111112|13921464927|1234567812345670"},
		{"account", IsIBAN, "DE89 3704 0044 0532 0130 00|GB29NWBK60161331926800|SE4550000000058398257466", "DE00370400440532013000|XX89370400440532013000|DE8937040044053201300"},
		{"national number", IsNationalNumber, "123-45-6789|QQ 12 34 56 C|AB123456D", "2024-01-10|AB1234567|12-345-6789"},
		{"plate", IsPlate, "沪A12345|京A·D12345|粤B-88X88", "上海12345|沪上12345|A12345"},
		{"handle", IsHandle, "@anna_k|fb.com/u0|https://www.linkedin.com/in/ann|weibo.com/u/17", "@|@ 3|fb.com|anna|3 @ 2.50"},
		{"position", IsPosition, "51.58494;0.00268|51.58494, -0.00268|(51.584, 0.01)|POINT (0.0027 51.5849)|geo:48.2010,16.3695|121.47370 31.23040|51.584°N 0.011°W", "19.99/24.99|51.58494|51.5;0.2|51;0|12.50, 300.25|95.25, 99.75|1.10, 2.20, 3.30|ab, cd"},
		{"address", IsAddress, "48 High Street, London SW1A 3AA|Flat 3, 12 Mill Lane|Hauptstr. 7, 10115 Berlin|Lindenweg 12|12 rue de la Paix|Calle Mayor 5|P.O. Box 77|北京市朝阳区建国路8号|世纪大道100号3栋502室|中山路一百二十号|Storgatan 14|1600 Pennsylvania Ave NW",
			"London|Street wear|High Street|10 mm bolt|建国路|上海市|6 WAY ADAPTER|产品 12 号|Box 7|2nd place"},
	} {
		for text := range strings.SplitSeq(c.yes, "|") {
			if !c.is(text) {
				t.Errorf("%q is a %s", text, c.name)
			}
		}
		for text := range strings.SplitSeq(c.no, "|") {
			if c.is(text) {
				t.Errorf("%q is no %s", text, c.name)
			}
		}
	}
}

func TestLists(t *testing.T) {
	for _, list := range []string{
		"Anna Smith|Bob Jones|Carla Brown|Dirk Rossi", "Smith, Anna|Jones, Bob|Brown, Carla|Rossi, Dirk", "ANNA SMITH|BOB JONES|CARLA BROWN|DIRK ROSSI",
		"anna smith|bob jones|carla brown|dirk rossi", "Anna-Lena Meyer-Schulz|Jean-Luc Picard|Mary Ann O'Brien|José García López", "Anna|Bob|Carla|Dirk",
		"Zhang Wei|Li Xiaolong|Wang Fang|Chen Jianguo", "王敏伟|黄静伟|李强丽|欧阳娜娜|张伟", "Dr. Anna Weber|Prof. Karl Lange|Mrs. Ida Holm|Mr Tom Fox", "Łukasz Nowak|Zoë Ek|Søren Kjær|Åsa Lind",
	} {
		if !Names(strings.Split(list, "|")) {
			t.Errorf("%s are names", list)
		}
	}
	for _, list := range []string{
		"Pink Lady|Royal Gala|Granny Smith|Golden Delicious|Red Star", "Office Supplies|Home Goods|Garden Tools|Pet Food", "上海|北京|石家庄|杭州|沈阳|常州|徐州|温州", "April|May|June|July|August",
		"New York|San Jose|Los Angeles|Santa Rosa|Saint Paul", "Red|Brown|Green|White|Black", "办公用品|家具|技术|用品|标签|器具", "Platinum Plan|Gold Plan|Silver Plan|Basic Plan", "Customer 1|Customer 2|Customer 3|Customer 4",
		"Electronic check|Mailed check|Bank transfer|Credit card", "Anna|Bob", "小米|华为|苹果|联想|海尔",
	} {
		if Names(strings.Split(list, "|")) {
			t.Errorf("%s are no names", list)
		}
	}
}

// What many rows share is judged by nearly all of few words.
func TestSharedNames(t *testing.T) {
	for list, want := range map[string]bool{
		"Bridget Featherstonehaugh|Leilani Kealoha|Chidi Quispe|Oluwaseun Achebe": true, "JOHN SMITH|MARY JOHNSON|LINDA TAYLOR|DAVID JACKSON": true,
		"john smith|mary johnson|linda taylor|david jackson": true, "Achebe, Dmitri|Quispe, Marisol|Diallo, Fatoumata|Kealoha, Chidi": true,
		"Huang Lei|Wu Fang|Li Xiaolong|Zhang Wei": true, "陈静|李秀英|张伟|王建国|刘洋": true, "田中美咲|佐藤健一|伊藤大輔|高橋誠": true, "山本 花子|吉田 直樹|田中 健一|加藤 拓也": true,
		"James|Patricia|Mary|Robert|John|Jennifer": true, "Bridget Diallo|Marisol Quispe": true,
		"Rose|Lily|Iris|Daisy|Violet|Poppy": false, "Georgia|Virginia|Victoria|Florence|Sydney|Austin": false, "James|Mary": false, "Smith Ltd|Johnson Group|Miller Inc|Davis Holdings": false,
		"Rose Gold|Jet Black|Pearl White|Ruby Red": false, "Basic Plan|Gold Plan|Silver Plan|Platinum Plan": false, "黄金|白银|铂金|钻石": false, "Gold Plan|Silver Plan": false,
		"North East|South West|Park Lane|High Street": false, "San Jose|Los Angeles|New York|Santa Rosa": false, "山口市|石川県|千葉県|福田区": false,
	} {
		if SharedNames(strings.Split(list, "|")) != want {
			t.Errorf("%s: %v", list, !want)
		}
	}
}

func TestStaffNames(t *testing.T) {
	for list, want := range map[string]bool{"Ann|Bob|Zxq": true, "Qwerzu Zxqi|Mnopa Trew": true, "level 1|level 2": false, "phone|shop|web": false} {
		if StaffNames(strings.Split(list, "|")) != want {
			t.Errorf("%s: %v", list, !want)
		}
	}
}

func TestHideFindsPersonsInSentences(t *testing.T) {
	known := func(plain string) bool { return plain == "zqanna" || plain == "quisling" }
	for in, want := range map[string]string{
		"ring (212) 555-1013 after six":                    "ring * after six",
		"请联系手机13921464927谢谢":                               "请联系手机*谢谢",
		"客户要求尽快发货，联系人李强丽，手机13847158356，谢谢":                 "客户要求尽快发货，联系人*，手机*，谢谢",
		"please ring Dirk, mobile 139 2146 4927 after six": "please ring *, mobile * after six",
		"Call Anna Lopez on +44 7700 900100.":              "Call * on *.",
		"a.b+c@mail.example.org wrote":                     "* wrote",
		"王明的邮箱是wang@example.cn。":                           "王明的邮箱是*。",
		"paid 1250.50 on 2024-01-10, order 20240110":       "paid 1250.50 on 2024-01-10, order 20240110",
		"id 110105491231002, card 4111 1111 1111 1111":     "id *, card *",
		"账户 DE89 3704 0044 0532 0130 00 already paid":      "账户 * already paid",
		"NI QQ 12 34 56 C":                                 "NI *",
		"passport E12345678":                               "passport *",
		"给王小明回电":                                           "给*回电",
		"李女士说明天来":                                          "*女士说明天来",
		"spoke to zqanna quisling today":                   "spoke to * today",
		"ZQANNA again":                                     "* again",
		"Mrs. Lee-Potter moved":                            "Mrs. * moved",
		"手机１３９２１４６４９２７":                                    "手机*",
		"prefers mornings, gift wrap please":               "prefers mornings, gift wrap please",
		"客户要求尽快发货":                                         "客户要求尽快发货",
		"联系方式不变":                                           "联系方式不变",
		"Will call back on Monday":                         "Will call back on Monday",
		"2 boxes of 12, 1.000.000 points":                  "2 boxes of 12, 1.000.000 points",
		"车牌沪A12345停在门口":                                    "车牌*停在门口",
		"born 1990-03-10 13921464927":                      "born 1990-03-10 *",
		"find me at @anna_k":                               "find me at *",
		"deliver to 109 Rue des Érables":                   "deliver to *",
		"flat is at 48 High Street now":                    "flat is at * now",
		"left at Hauptstraße 7 today":                      "left at * today",
		"送到建国路8号3室":                                        "*",
		"2 boxes on the way, street wear":                  "2 boxes on the way, street wear",
		"speaks to fatoumata quispe only":                  "speaks to * only",
		"will price the summer sale":                       "will price the summer sale",
	} {
		if got := Hide(in, known, func(string) string { return "*" }); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

func TestSpeaks(t *testing.T) {
	for text, want := range map[string]bool{
		"ring (212) 555-1013": true, "call Anna": true, "Dear Mr Fox": true, "联系人李强丽": true, "write to a@b.se": true,
		"prefers mornings": false, "CHARLOTTE BAG SUKI DESIGN": false, "MR ROBOT SOFT TOY": false, "SET OF 12 FAIRY LIGHTS": false, "送货准时，满意": false, "Love the app": false,
		"Fiskars 剪刀, 蓝色": false, "Call on Monday please": false,
	} {
		if Speaks(text) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}

func FuzzHide(f *testing.F) {
	for _, s := range []string{"", "(+", "@", "联系人", "Mr.", "a@", "1-(", "沪A", "\xff13921464927"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if got := Hide(text, nil, func(s string) string { return s }); len([]rune(got)) != len([]rune(text)) {
			t.Errorf("%q becomes %q though nothing was changed", text, got)
		}
	})
}
