package load

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// writing is words of which files are made that a guess is tried on: the names
// of columns, of customers, of cities and of goods.
type writing struct {
	name                          string
	header, names, cities, things string
}

func writings() map[string]writing {
	out := map[string]writing{}
	for _, l := range []writing{
		{"simplified", "客户编号,客户名称,所在城市,商品名称,成交金额", "赵雪梅 欧阳修远 司马懿 诸葛亮 黎明 周杰 范冰 夏雨荷 蒋勋 慕容复 孙尚香 郝建 柯景腾 康熙 汤唯 章子怡 何炅 谭咏 沈腾 贾玲",
			"呼和浩特 乌鲁木齐 银川 连云港 秦皇岛 张家口 景德镇 攀枝花 佛山 湛江 鄂尔多斯 绍兴", "保温杯 蓝牙耳机 不粘锅 羽绒被 洗衣液 电饭煲 儿童安全座椅 坚果礼盒 运动手环 乳胶枕头 剃须刀"},
		{"traditional", "客戶編號,姓名,居住縣市,購買項目,消費金額", "蔡英杰 林志玲 周渝民 楊丞琳 侯孝賢 張惠妹 鄧麗君 許瑋甯 羅大佑 賴雅妍 謝金燕 簡嫚書 盧廣仲 彭于晏 歐陽娜娜",
			"臺北市 新竹縣 高雄市 屏東縣 花蓮縣 淡水 嘉義市 九龍城 銅鑼灣 鹿港鎮 羅東", "鳳梨酥 烏龍茶 除濕機 藍牙喇叭 機車安全帽 電動牙刷 蠶絲被 嬰兒推車 保溫瓶 筆記型電腦"},
		{"japanese", "顧客番号,お名前,ご住所,商品名,購入金額", "山田太郎 鈴木花子 渡辺謙 長谷川博己 小野寺さくら 藤原竜也 桐谷ケンジ 大塚愛 宇多田ヒカル 菊池桃子 三浦春馬 土屋アンナ 堀北真希",
			"さいたま市 つくば市 北海道旭川市 東京都練馬区 横須賀市 神戸市灘区 鎌倉市 那覇市 函館市 つがる市", "ボールペン 消しゴム 電気ケトル ワイヤレスイヤホン お茶セット 折りたたみ傘 枕カバー 台所用洗剤 コーヒー豆"},
		{"kanji", "顧客番号,氏名,住所,商品,金額", "山田太郎 鈴木花子 渡辺謙 長谷川博己 藤原竜也 大塚愛 菊池桃子 三浦春馬 堀北真希 織田裕二 福山雅治 木村拓哉 松本潤",
			"北海道旭川市 東京都練馬区 横須賀市 神戸市灘区 鎌倉市 那覇市 函館市 仙台市", "鉛筆 電気毛布 日本酒 洗剤 座布団 自転車 掃除機 味噌汁 醤油"},
		{"korean", "고객번호,성함,거주지,구매상품,결제금액", "홍길동 김연아 박지성 손흥민 이순신 유재석 강호동 신사임당 정약용 황희찬 배수지 송혜교 전지현 류현진 안중근 문채원",
			"서울특별시 부산광역시 해운대구 춘천시 여수시 강릉시 제주시 의정부시 안동시 통영시", "무선 이어폰 전기밥솥 김치냉장고 손목시계 유모차 등산화 텀블러 공기청정기 침대 매트리스 커피머신"},
		{"german", "Kundennummer,Name,Straße,Artikel,Größe", "Jürgen Müller,Käthe Schröder,Björn Weiß,Günther Jäger,Sören Groß,Bärbel Höfer,Heiko Böhm,Zoë Köster,Ute Krämer,Jörg Pfütze",
			"München,Köln,Düsseldorf,Nürnberg,Gießen,Lübeck,Göttingen,Saarbrücken,Tübingen,Würzburg", "Küchenstühle,Bürobedarf,Mülleimer,Gemüse,Fußmatte,Wörterbuch,Kopfhörer"},
		{"french", "N° client,Prénom,Ville,Catégorie,Dépense", "François Lefèvre,Hélène Béranger,Zoé Chrétien,Jérôme Étienne,Noël Gérard,Aurélie Crépin,Anaïs Guérin,Thérèse Léger,Benoît Forêt",
			"Besançon,Nîmes,Orléans,Béziers,Saint-Étienne,Châteauroux,Évreux,Angoulême,Alès", "Crème brûlée,Vêtements,Électroménager,Pâtisserie,Décoration,Téléphone,Théière"},
		{"spanish", "Código,Nombre,Dirección,Categoría,Método de pago", "José Martínez,María Núñez,Ángel Peña,Íñigo Gómez,Lucía Fernández,Óscar Ibáñez,Raúl Muñoz,Sofía Gutiérrez",
			"Málaga,León,Cádiz,A Coruña,Ávila,Bogotá,Córdoba,Logroño,Mérida,Medellín,San Andrés", "Camión de juguete,Lámpara,Teléfono,Bañador,Jabón líquido,Cafetería,Sillón"},
		{"portuguese", "Código,Situação,Região,Descrição,Preço", "João Gonçalves,Conceição Araújo,Inês Simões,Antônio Falcão,Lúcia Magalhães,Estêvão Guimarães,Sebastião Brandão",
			"São Paulo,Brasília,Goiânia,Belém,Maringá,Évora,Florianópolis,Maceió,Ribeirão Preto", "Fogão,Calção,Sabão em pó,Lençol,Máquina de café,Relógio,Pão de queijo"},
		{"swedish", "Kundnr,Förnamn,Gatuadress,Artikel,Belopp i år", "Åsa Lindström,Göran Öberg,Märta Sjöberg,Håkan Bäckström,Sören Ström,Karl-Åke Nygård,Åke Björk",
			"Göteborg,Malmö,Västerås,Örebro,Jönköping,Umeå,Växjö,Luleå", "Kött,Fågelbur,Möbler,Hörlurar,Kåsa,Tvättmedel"},
		{"danish", "Kundenr,Navn,Adresse,Vare,Beløb", "Søren Jørgensen,Bodil Kjær,Åge Nørgaard,Mærsk Lærke,Jørn Østergaard,Grønbæk Bo,Pål Ødegård",
			"København,Århus,Ålborg,Helsingør,Tromsø,Næstved,Hillerød,Ålesund", "Smørrebrød,Køkken,Værktøj,Blå sko,Ørenringe,Håndklæde"},
		{"polish", "Nr klienta,Imię,Miejscowość,Produkt,Płatność", "Paweł Wójcik,Małgorzata Dąbrowska,Żaneta Świątek,Michał Zieliński,Łukasz Gołębiewski,Grażyna Śliwińska,Stanisław Bąk",
			"Łódź,Kraków,Wrocław,Gdańsk,Częstochowa,Białystok,Rzeszów,Poznań", "Książka,Żelazko,Pościel,Krzesło,Odzież,Słuchawki"},
		{"czech", "Číslo zákazníka,Jméno,Město,Zboží,Částka", "Jiří Dvořák,Lukáš Černý,Tomáš Procházka,Šárka Veselá,Kateřina Růžičková,Ondřej Kučera,Zdeněk Němec,Růžena Havlíčková",
			"Plzeň,Ústí nad Labem,České Budějovice,Hradec Králové,Žďár,Košice,Třebíč,Přerov", "Lyže,Žehlička,Sklenička,Těstoviny,Přikrývka,Knížka"},
		{"hungarian", "Ügyfélszám,Név,Város,Termék,Összeg", "Szabó László,Kovács Györgyi,Tőkés Mária,Nagy Sándor,Őry Jenő,Vörös Tünde,Széchy Dezső,Fűzfa Ákos",
			"Győr,Kecskemét,Székesfehérvár,Hódmezővásárhely,Pécs,Békéscsaba,Érd", "Cipő,Hűtő,Könyv,Fülhallgató,Tűzhely,Szőnyeg"},
		{"turkish", "Müşteri no,Adı,Şehir,Ürün,Ödeme şekli", "Ayşe Yılmaz,Gökhan Öztürk,Çağla Şahin,Işıl Güneş,Uğur Koç,Oğuz Kılıç,Özgür Çelik,Barış Akın",
			"İstanbul,İzmir,Eskişehir,Muğla,Diyarbakır,Şanlıurfa,Çanakkale,Kırşehir", "Ütü,Çay bardağı,Kitaplık,Ayakkabı,Buzdolabı,Battaniye ğ"},
		{"greek", "Κωδικός πελάτη,Όνομα,Πόλη,Προϊόν,Ποσό", "Γιώργος Παπαδόπουλος,Ελένη Οικονόμου,Νίκος Αγγελόπουλος,Μαρία Δημητρίου,Κώστας Βασιλείου",
			"Αθήνα,Θεσσαλονίκη,Πάτρα,Ηράκλειο,Λάρισα,Βόλος,Ιωάννινα", "Καφετιέρα,Βιβλίο,Παπούτσια,Τραπέζι,Ψυγείο,Ξυλομπογιές"},
		{"russian", "Код клиента,Имя,Город,Товар,Сумма", "Иванов Сергей,Петрова Ольга,Щукин Юрий,Жукова Ирина,Кузнецов Дмитрий,Цветкова Анна,Фёдоров Илья",
			"Москва,Санкт-Петербург,Нижний Новгород,Екатеринбург,Челябинск,Уфа,Хабаровск", "Чайник,Холодильник,Пылесос,Одеяло,Книга,Обувь,Телефон"},
	} {
		out[l.name] = l
	}
	return out
}

// file makes a CSV file with at least n characters that are not ASCII, the
// header among them or not.
func (l writing) file(r *rand.Rand, n int, header bool) string {
	pick := func(words string) string {
		sep := ","
		if !strings.Contains(words, sep) {
			sep = " "
		}
		parts := strings.Split(words, sep)
		return parts[r.IntN(len(parts))]
	}
	var b strings.Builder
	line := "id,name,city,item,amount"
	if header {
		line = l.header
	}
	high := 0
	write := func(s string) {
		for _, c := range s {
			if c >= 0x80 {
				if high == n {
					c = '?'
				} else {
					high++
				}
			}
			b.WriteRune(c)
		}
	}
	write(line + "\n")
	for i := 1; high < n; i++ {
		write(fmt.Sprintf("%d,%s,%s,%s,%d.%02d\n", i, pick(l.names), pick(l.cities), pick(l.things), r.IntN(1000), r.IntN(100)))
	}
	return b.String()
}

// TestGuessAccuracy measures how often the character set of a file is found,
// over files of 10, 50 and 500 characters that are not ASCII.
func TestGuessAccuracy(t *testing.T) {
	if testing.Short() {
		t.Skip("two thousand files take their time")
	}
	words := writings()
	const files = 40 // of each length
	for _, c := range []struct {
		name      string
		enc       encoding.Encoding
		languages string
		floor     [3]int // percent
	}{
		{"gb18030", simplifiedchinese.GB18030, "simplified", [3]int{100, 100, 100}},
		{"big5", traditionalchinese.Big5, "traditional", [3]int{100, 100, 100}},
		{"shift_jis", japanese.ShiftJIS, "japanese kanji", [3]int{100, 100, 100}},
		{"euc-jp", japanese.EUCJP, "japanese kanji", [3]int{100, 100, 100}},
		{"euc-kr", korean.EUCKR, "korean", [3]int{100, 100, 100}},
		{"windows-1252", charmap.Windows1252, "german french spanish portuguese swedish danish", [3]int{100, 100, 100}},
		{"macintosh", charmap.Macintosh, "german french spanish portuguese swedish danish", [3]int{100, 100, 100}},
		{"windows-1250", charmap.Windows1250, "polish czech hungarian", [3]int{95, 100, 100}},
		{"windows-1254", charmap.Windows1254, "turkish", [3]int{100, 100, 100}},
		{"windows-1251", charmap.Windows1251, "russian", [3]int{100, 100, 100}},
		{"koi8-r", charmap.KOI8R, "russian", [3]int{100, 100, 100}},
		{"cp866", charmap.CodePage866, "russian", [3]int{100, 100, 100}},
		{"windows-1253", charmap.Windows1253, "greek", [3]int{45, 100, 100}},
		{"cp850", charmap.CodePage850, "german french spanish", [3]int{95, 100, 100}},
	} {
		for _, l := range strings.Fields(c.languages) {
			for i, n := range []int{10, 50, 500} {
				right, unsure := 0, 0
				var wrong string
				for seed := range uint64(files) {
					text := words[l].file(rand.New(rand.NewPCG(seed, 1)), n, seed%2 == 0)
					content := encoded(t, text, c.enc)
					s := memorySource("-", []byte(content))
					v, err := take(context.Background(), s, nil)
					if err != nil {
						t.Fatal(err)
					}
					g, err := s.guessCharset(context.Background(), v)
					if err != nil {
						t.Fatal(err)
					}
					if g.name == c.name || strings.HasPrefix(g.name, "windows-125") && decoded(content, g.enc) == text {
						right++
					} else {
						wrong = fmt.Sprintf("%s (or %s) %.200q", g.name, g.rival, decoded(content, g.enc))
					}
					if g.rival != "" {
						unsure++
					}
				}
				t.Logf("%s in %s, %d characters: %d of %d right, %d unsure %s", l, c.name, n, right, files, unsure, wrong)
				if 100*right < c.floor[i]*files {
					t.Errorf("%s in %s, %d characters: %d of %d right, such as %s", l, c.name, n, right, files, wrong)
				}
			}
		}
	}
}

func decoded(s string, e encoding.Encoding) string {
	out, _ := e.NewDecoder().String(s)
	return out
}

// English text holds no letters beyond ASCII, but the quotation marks, dashes
// and signs of currencies that programs put in.
func TestGuessOfSignsAlone(t *testing.T) {
	for _, text := range []string{"id,note\n1,don’t call\n", "id,note\n1,“gift” for “Ann”\n2,“early”\n3,it’s “late”\n", "id,range\n1,a – b\n2,c – d\n",
		"id,amount\n1,€ 5\n2,€ 7\n", "id,amount\n1,5 €\n2,7 €\n", "id,amount\n1,£5.20\n"} {
		content := encoded(t, text, charmap.Windows1252)
		g := guessBytes(t, content)
		if got := decoded(content, g.enc); got != text {
			t.Errorf("%q was read as %s: %q", text, g.name, got)
		}
	}
	if g := guessBytes(t, encoded(t, "id,note\r1,“gift” for “Ann”\r", charmap.Macintosh)); g.name != "macintosh" {
		t.Errorf("a file of an old Mac was read as %s", g.name)
	}
}

func guessBytes(t *testing.T, content string) guess {
	t.Helper()
	s := memorySource("-", []byte(content))
	v, err := take(context.Background(), s, nil)
	if err != nil {
		t.Fatal(err)
	}
	g, err := s.guessCharset(context.Background(), v)
	if err != nil {
		t.Fatal(err)
	}
	return g
}
