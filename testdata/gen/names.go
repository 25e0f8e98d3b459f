package main

import "strings"

// culture says how people of a place are called.
type culture int

const (
	angloAmerican culture = iota
	angloBritish
	iberian
	french
	german
	polish
	nordic
	chinese
	japanese
	korean
	indian
	arabic
)

// callings holds given names of women and men, and family names.
type callings struct {
	women, men, families []string
	familyFirst          bool
	between              string
}

func words(s string) []string { return strings.Fields(s) }

// name draws a name of the culture. Some are written in another script, as they
// are in real customer lists.
func (c culture) name(d dice, woman bool) string {
	n := c.callings(d)
	given := pick(d, n.men)
	if woman {
		given = pick(d, n.women)
	}
	family := pick(d, n.families)
	if n.familyFirst {
		return family + n.between + given
	}
	return given + n.between + family
}

func (c culture) callings(d dice) callings {
	western := callings{between: " "}
	switch c {
	case angloAmerican:
		switch d.weighted([]float64{70, 14, 9, 7}) {
		case 1:
			return iberian.callings(d)
		case 2:
			return latinChinese()
		case 3:
			return latinIndian()
		}
		western.women = words("Emma Olivia Ava Grace Chloe Hannah Megan Renée Zoë Nora Ruth Carol Ellen Amy Beth Diana Faith Gina Holly Iris Jill Kate Laura Molly Paige Rose Stella Tara Wendy")
		western.men = words("Liam Noah James Ethan Mason Henry Owen Jack Luke Andre Dean Carl Adam Brian Caleb David Eric Frank Glen Ivan Joel Kyle Logan Mark Nick Peter Ryan Scott Troy")
		western.families = words("Smith Johnson Brown Davis Wilson Moore Clark Lewis Walker Hall Young King Wright Hill Reed O'Neil Núñez Adams Baker Carter Diaz Ellis Foster Gray Harris James Kelly Long Mills Nelson Owens Perry Ross Stone Turner")
	case angloBritish:
		if d.chance(0.1) {
			return latinIndian()
		}
		western.women = words("Amelia Isla Lily Freya Poppy Alice Ella Siân Maisie Jane Joan Tessa Daisy Edith Fiona Heidi Ivy Kirsty Lucy Mabel Nell Pippa Robyn Violet")
		western.men = words("George Oscar Harry Leo Arthur Alfie Hugh Rhys Seán Ian Neil Colin Angus Clive Dylan Ewan Felix Giles Jude Keith Miles Nigel Ralph Toby")
		western.families = words("Taylor Evans Thomas Roberts Cooper Ward Hughes Shaw Webb Fox Marsh Brontë Lloyd O'Brien Price Barnes Booth Cole Dunn Frost Grant Hobbs Kent Lamb Marr Nash Pope Rowe Swift Todd")
	case iberian:
		western.women = words("Lucía Sofía María Inês Beatriz Ana Júlia Elena Carmen Noelia Rocío Belén Clara Débora Irene Letícia Nuria Paula Raquel Silvia")
		western.men = words("Hugo Mateo José Ángel João Tiago Luís Andrés Pablo Raúl Bruno César Diego Fábio Iván Javier Marcos Nélson Óscar Rubén")
		western.families = words("García López Pérez Muñoz Ibáñez Silva Gonçalves Araújo Sanz Ramos Núñez Peña Blanco Castro Duarte Ferrer Gil Herrera Lima Moya Ortiz Prado Rivera Souza Torres Vidal")
	case french:
		western.women = words("Chloé Léa Manon Inès Hélène Aurélie Zoé Anaïs Margot Odile Agnès Céline Élise Fanny Gaëlle Jeanne Lucie Maëlle Noémie Sophie")
		western.men = words("Jules Théo Rémi Loïc Gaël Noël Hugo Benoît Paul Luc Adrien Cédric Denis Éric Fabien Gilles Hervé Jérôme Maxime Yves")
		western.families = words("Dubois Lefèvre Moreau Girard François Béranger Petit Rousseau Noël Muller Blanc Bonnet Chevalier Durand Fabre Garnier Lemaître Mercier Perrin Renaud Séguin Vidal")
	case german:
		western.women = words("Lena Mia Jördis Anke Käthe Greta Ursula Heike Zoë Frieda Birgit Doris Elke Grit Ilse Jana Karin Marlene Petra Silke")
		western.men = words("Jürgen Jörg Björn Finn Lukas Götz Karl Uwe Emil Anton Bernd Dieter Ernst Felix Gerd Holger Jan Kai Ralf Tim")
		western.families = words("Müller Schäfer Köhler Weiß Krüger Vogel Lang Böhm Groß Wolf Jäger Kurz Bauer Dietz Engel Frank Günther Huber Kühn Lorenz Möller Pohl Richter Schütz Thoma Zöller")
	case polish:
		western.women = words("Zofia Agnieszka Małgorzata Łucja Ewa Hanna Alicja Danuta Iga Jolanta")
		western.men = words("Jakub Paweł Łukasz Michał Tomasz Staś Adam Bartosz Filip Piotr")
		western.families = words("Nowak Wójcik Woźniak Zając Król Wróbel Dąbek Gajda Kubiak Lis Mróz Sikora")
	case nordic:
		western.women = words("Åsa Maja Elsa Sigrid Märta Freja Britt Ebba Kerstin Linnéa")
		western.men = words("Björn Åke Nils Sören Lars Göran Anders Henrik Olof Per")
		western.families = words("Öberg Åkesson Lindström Nyström Sjöberg Holm Ek Berg Dahl Falk Hedlund Lund")
	case chinese:
		return callings{
			women: words("芳 娜 敏 静 丽 婷 雪梅 秀英 欣怡 梓涵 晓燕 若兮 雅琴 诗雨 玉兰 佳慧 思远 可馨 冬梅 丹丹 巧玲 文静 惠 艳 莉 燕 颖 琳"), men: words("伟 强 磊 军 洋 勇 浩然 子轩 建国 宇航 志明 鹏飞 国栋 家豪 天佑 俊杰 文博 晓东 海涛 明哲 一鸣 立新 超 斌 峰 凯 辉 亮"),
			families: words("王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 欧阳 马 朱 胡 郭 何 林 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹 袁 邓 许 傅 司马"), familyFirst: true,
		}
	case japanese:
		return japaneseCallings(d)
	case korean:
		return callings{
			women: words("서연 지우 하은 수빈 민서 은지 유나 미경 예린 다은 채원 소희 혜진 보람 나영 지혜"), men: words("민준 서준 도윤 지훈 현우 성호 동현 준영 태윤 재현 승민 우진 상철 영수 건우 시후"),
			families: words("김 이 박 최 정 강 조 윤 남궁 장 임 한 오 서 신 권 황"), familyFirst: true,
		}
	case indian:
		if d.chance(0.12) {
			return callings{
				women: words("प्रिया अनन्या दीपिका कृष्णा"), men: words("आरव रोहन विक्रम अर्जुन"),
				families: words("शर्मा सिंह गुप्ता मिश्रा"), between: " ",
			}
		}
		return latinIndian()
	case arabic:
		if d.chance(0.35) {
			return callings{
				women: words("فاطمة مريم ليلى نور هدى"), men: words("محمد أحمد علي يوسف خالد"),
				families: words("حسن منصور الخطيب سالم عباس"), between: " ",
			}
		}
		western.women = words("Layla Noor Maryam Huda Salma Rania Amina Dina Farah Hana Lina Yasmin")
		western.men = words("Omar Yusuf Khalid Ali Tariq Sami Bilal Faisal Hamza Karim Nabil Ziad")
		western.families = words("Hassan Mansour Haddad Salem Nasser Abbas Khoury Aziz Farouk Jaber Rashid Zayed")
	}
	return western
}

func latinChinese() callings {
	return callings{
		women: words("Mei Li Xiu Yan Jing Hui Fang Lan"), men: words("Wei Jun Bo Ming Tao Hao Lei Qiang"),
		families: words("Chen Wang Li Zhao Lin Wu Huang Zhou"), between: " ",
	}
}

func latinIndian() callings {
	return callings{
		women: words("Priya Ananya Deepa Kavya Meera Nisha Asha Divya Gita Indira Lata Pooja Rekha Sita Uma"), men: words("Arjun Rohan Vikram Sanjay Dev Kiran Ravi Ajay Gopal Harish Manoj Nikhil Raj Suresh Vijay"),
		families: words("Sharma Patel Singh Gupta Iyer Nair Rao Das Bose Desai Joshi Kapoor Mehta Menon Reddy Shah Verma"), between: " ",
	}
}

// japaneseCallings writes most names in kanji, some in katakana and a few in
// the half-width katakana of old tills, where a voiced mark is a letter of its own.
func japaneseCallings(d dice) callings {
	switch d.weighted([]float64{88, 5, 7}) {
	case 1:
		return callings{
			women: words("ハナコ ユミ メグミ"), men: words("タロウ ケンジ ダイスケ"),
			families: words("サトウ ワタナベ コバヤシ"), familyFirst: true, between: " ",
		}
	case 2:
		return callings{
			women: words("ﾒｸﾞﾐ ｼｽﾞｶ ﾐﾄﾞﾘ"), men: words("ｼﾞﾛｳ ｹﾝｼﾞ ﾀﾞｲｽｹ"),
			families: words("ﾀﾅｶ ﾜﾀﾅﾍﾞ ｺﾊﾞﾔｼ ｷﾑﾗ"), familyFirst: true, between: " ",
		}
	}
	return callings{
		women: words("花子 美咲 結衣 陽菜 恵 由美子 さくら 直美 愛 明日香 千尋 久美子 真由美 彩 友香 理恵"), men: words("太郎 翔太 大輔 健 蓮 拓海 一郎 誠 悠斗 直樹 和也 隆 浩 修 達也 亮"),
		families: words("佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 長谷川 加藤 吉田 山田 佐々木 松本 井上 木村 林 清水 森 橋本 石川"), familyFirst: true, between: " ",
	}
}
