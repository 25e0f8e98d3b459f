package person

import (
	"slices"
	"strings"
	"sync"
)

// lexicon is words that names are made of.
type lexicon struct {
	given    map[string]bool // first names, in small letters without accents
	families map[string]bool // family names that are hardly anything else
	pinyin   map[string]bool // Chinese family names in Latin letters
	mixed    map[string]bool // those of all these that are ordinary words too
}

// nameWords makes the lexicon, once.
var nameWords = sync.OnceValue(func() lexicon {
	set := func(lists ...string) map[string]bool {
		out := map[string]bool{}
		for _, l := range lists {
			for w := range strings.FieldsSeq(l) {
				out[w] = true
			}
		}
		return out
	}
	mixed := set(ambiguous)
	wide := func(lists ...string) string { // these names alone are none that mean something else
		words := strings.Fields(strings.Join(lists, " "))
		return strings.Join(slices.DeleteFunc(words, func(w string) bool { return mixed[w] }), " ")
	}
	return lexicon{
		given:    set(givenEnglish, givenEuropean, givenAsian, wide(givenAfrican, givenAmerican, givenEastern, givenNorthern)),
		families: set(familyNames, wide(familyWide)),
		pinyin:   set(pinyinFamilies),
		mixed:    mixed,
	}
})

// The first names common in registers of births of the last hundred years. Those
// that are as often a place or a month are left out.
const (
	givenEnglish = `james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua
kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory
frank alexander raymond patrick jack dennis jerry tyler aaron jose adam henry nathan douglas zachary peter kyle walter ethan jeremy harold keith christian roger
noah gerald carl terry sean arthur lawrence jesse dylan bryan joe jordan billy bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene vincent
russell elijah louis bobby philip johnny mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa betty margaret sandra ashley kimberly
emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen
samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn
judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean abigail alice julia judy sophia grace denise amber
doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla alexis lori oliver harry charlie jake oscar leo alfie archie theo freddie
isla ava mia ella freya evie sophie chloe lucy phoebe imogen eleanor harriet rosie poppy daisy ellie zoe molly georgia nigel graham ian stuart colin trevor simon
neil craig derek clive geoffrey gareth rhys owen liam aidan connor declan sinead siobhan niamh fiona moira hamish angus alistair ewan callum duncan kirsty ben tom
sam dan mike dave steve chris matt nick tony jim bob bill joey andy greg jeff ken ron don ted fred max alex kate katie liz beth jenny sue meg becky pam tina gina
eve adam dirk carla clara bella nora edith ada ivy hazel violet stella luna aria mila layla hailey kylie brooke paige claire audrey bridget cora delia edna elsie
esther eva faye flora gail gladys gwen hilda ida irene iris jane jill josephine june kay lena lillian lily lois lydia mabel maggie mandy marion maureen maxine
mildred miriam monica myra naomi nina norma olga pauline peggy penny phyllis polly rita roberta rosa rosemary sally sheila sylvia tamara tanya tracy trudy ursula
valerie vera vicky wanda wendy yvonne alfred allan alvin barry bernard bert brad brent byron cecil cedric clarence clark claude clayton clifford clint clyde curtis
dale darren dean dwight earl edgar edmund edwin elmer ernest floyd francis garrett gilbert glen glenn gordon guy harvey herbert herman homer howard hubert hugh hugo
ira irving isaac ivan jared jay jerome joel julian kurt lance leon leonard leroy leslie lester lewis lloyd lonnie lucas luke luther manuel marcus marshall martin marvin
maurice max melvin miles milton mitchell morris nelson noel norman otto perry preston quentin ray reginald rex rodney roland ross ruben rufus sidney stanley ted
theodore tim todd travis troy vernon victor virgil wade wallace warren wesley wilbur`
	givenEuropean = `anke anja annika antje astrid beate bernd birgit brigitte britta christoph claudia claus cornelia detlef dieter dietmar doris eberhard elke ernst erika erwin
felix florian franz friedrich fritz gabriele georg gerd gerhard gisela gudrun gunter gunther hans hannelore harald hartmut heike heiko heinrich heinz helga helmut
hermann herta hilde holger horst ilse ines inge ingo ingrid jan jana jens joachim jochen johann johannes jonas jorg jurgen karin karl karl-heinz katharina katja katrin
klaus konrad lars lotte ludwig lukas lutz manfred manuela marko markus matthias mathias moritz nadine niklas norbert olaf petra rainer ralf reiner renate rolf rudi rudolf
sabine sebastian siegfried sigrid silke silvia sonja stefan stefanie susanne sven tanja thorsten torsten tobias udo ulrich ulrike ursel ute uwe volker waltraud werner
wilhelm wolfgang yannick jean-pierre jean pierre jacques michel philippe alain bernard christophe nathalie isabelle sylvie francoise monique martine celine aurelie
camille chloe lea manon julien nicolas antoine laurent olivier pascal thierry yves didier gerard guillaume benoit mathieu maxime romain sebastien stephane vincent
xavier amelie anais elodie emilie fabienne genevieve helene jeanne jocelyne josette laure lucie madeleine marguerite marion mathilde odile pascale sandrine solange
veronique virginie carlos miguel luis jorge francisco antonio manuel pedro alejandro javier fernando diego sergio rafael ramon ricardo eduardo pablo alberto andres
enrique raul ruben ignacio gonzalo guillermo esteban santiago mateo joaquin alvaro alfonso carmen dolores pilar josefa isabel cristina lucia elena paula ana beatriz
rocio mercedes ines lourdes silvia veronica ximena guadalupe juana margarita consuelo giuseppe giovanni mario luigi angelo vincenzo salvatore domenico marco andrea
luca matteo lorenzo alessandro francesco roberto stefano paolo claudio davide simone giorgio giulia chiara francesca alessia martina federica elisa sofia bianca
lucrezia paola rosaria antonella joao jose tiago rui nuno paulo bruno andre mariana ines catarina pieter jan kees willem joost maarten bram daan sanne femke lotte
anouk marieke lars erik anders per nils sven olof magnus fredrik henrik johan mattias mikael birgitta kerstin ingrid astrid linnea ebba saga maja elsa tove karin
kristina gunnar bjorn arne leif odd knut ola kari berit randi solveig soren jorgen mette hanne kirsten pekka matti mika jari juha timo antti sari paivi tuula aino
piotr jan andrzej krzysztof stanislaw tomasz pawel marcin michal jerzy katarzyna malgorzata agnieszka ewa krystyna barbara joanna magdalena zofia jakub petr pavel
jiri josef tomas martin lucie lenka katerina ivan dmitri dmitry sergei sergey vladimir nikolai alexei aleksei mikhail andrei yuri boris igor oleg olga svetlana natasha
natalia tatiana ekaterina anastasia irina ludmila galina vladislav bogdan stefan mihai andrei ioana elena istvan laszlo zoltan gabor ferenc ilona zsuzsa dimitris
giorgos nikos kostas yannis maria eleni sofia lukasz wojciech zuzana nadia zlatan goran dragan milan zoran ana ivana jovan silvio ulli vico tovine tove victoria`
	givenAsian = `mohammed muhammad mohamed ahmed ali hassan hussein omar ibrahim khalid abdul abdullah yusuf mustafa mahmoud karim tariq samir rashid fatima aisha zainab maryam
layla noor yasmin leila amina khadija salma hana rania mehmet ayse fatma emine hatice zeynep elif murat emre burak cem deniz hakan raj rahul amit sanjay vijay anil sunil
rajesh suresh ramesh mahesh arjun rohan arun ashok deepak vikram krishna ravi kumar priya pooja neha anjali sunita anita kavita lakshmi divya shreya deepa meera radha
sita asha rekha swati nisha aditi ananya ishaan aarav vivaan hiroshi takashi kenji akira satoshi yuki haruto sakura yoko keiko akiko naoko yumi minjun jihoon seojun
jiwoo hyun minji jisoo wei fang xiaoming xiaohong jing ming hong hui jun lei qiang xiuying guoqiang jianguo xiaoli yang tuan nguyen linh minh thanh somchai putri budi siti
nurul dewi agus kwame kofi ama chidi ngozi emeka adaeze thabo sipho zanele`

	// familyNames tell a column of family names, and a name of which the first is
	// not known.
	familyNames = `smith johnson williams jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson thomas taylor moore jackson martin
lee perez thompson harris sanchez clark ramirez lewis robinson walker allen wright scott torres nguyen flores adams nelson baker rivera campbell mitchell carter roberts
gomez phillips evans turner diaz parker cruz edwards collins reyes stewart morris morales murphy rogers gutierrez ortiz morgan cooper peterson bailey reed kelly howard
ramos kim cox richardson watson chavez bennett mendoza ruiz hughes alvarez castillo sanders patel myers foster jimenez powell jenkins perry russell sullivan bell coleman
butler henderson barnes gonzales fisher vasquez simmons romero jordan patterson alexander hamilton graham reynolds griffin wallace moreno west cole hayes bryant herrera
gibson ellis tran medina aguilar stevens murray ford castro marshall owens harrison fernandez mcdonald woods washington kennedy wells vargas henry chen freeman webb tucker
guzman burns crawford olson simpson porter hunter gordon mendez silva shaw snyder mason dixon munoz hunt hicks holmes palmer wagner robertson boyd fox rose mills stone
muller mueller schmidt schneider fischer weber meyer becker schulz hoffmann schafer koch bauer richter klein wolf schroder neumann schwarz zimmermann braun kruger hofmann
hartmann lange schmitt werner krause meier lehmann schmid schulze maier kohler herrmann konig walter mayer huber kaiser fuchs peters lang scholz moller weiss jung hahn
schubert vogel friedrich keller gunther frank berger winkler roth beck lorenz baumann franke albrecht schuster simon ludwig bohm winter kraus martin schumacher kramer
vogt stein jager otto sommer gross seidel heinrich brandt haas schreiber graf dietrich ziegler kuhn kuhne pohl engel horn busch bergmann thomas voigt sauer arnold wolff
pfeiffer dubois durand leroy moreau laurent lefebvre bertrand roux fournier girard bonnet dupont lambert fontaine rousseau mercier rossi russo ferrari esposito bianchi
romano colombo ricci marino greco bruno gallo conti costa giordano mancini rizzo lombardi moretti santos oliveira souza pereira lima carvalho almeida ferreira ribeiro
johansson andersson karlsson nilsson eriksson larsson olsson persson svensson gustafsson hansen olsen larsen andersen pedersen nielsen jensen christensen sorensen
korhonen virtanen nieminen kowalski nowak wisniewski wojcik kaminski lewandowski novak dvorak svoboda ivanov petrov smirnov kuznetsov popov sokolov singh kumar sharma gupta
khan das rao reddy shah mehta joshi verma mishra chowdhury hussain ahmed iqbal yilmaz kaya demir celik tanaka suzuki sato takahashi watanabe ito yamamoto nakamura kobayashi
park choi jung kang yoon jang lim han oh seo o'brien o'connor o'neill byrne ryan walsh doyle gallagher doherty macdonald mackenzie maclean fraser stark botsford jacobi frami
blanco mendes lindqvist lindgren bergstrom adams murphy dupont lebrun clarke whittaker thatcher higgins barlow ashworth pemberton hargreaves holloway sinclair wren`

	pinyinFamilies = `wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang feng yu dong xiao cheng cao yuan deng
fu shen zeng peng lu su jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren fan fang shi yao tan liao zou xiong jin kong bai cui kang mao qiu qin gu hou shao
meng long wan duan lei qian yin chang qiao lai gong wen pang lan yin tao hong zhai an ni niu ouyang sima zhuge shangguan chan wong cheung leung lau ng tsai hsu hsieh chou
lo cheng kwok`
)

// families begin most names of people in China, in simplified and traditional
// characters, and in Korea.
const families = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文" +
	"庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺" +
	"張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許呂蘇盧蔣賈葉閻鐘譚鄒陸邱顧龍萬錢湯賴龐蘭顏嚴溫魯韋畢" +
	"김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모장남탁국어은편"

// commonFamilies are those of them that nine of ten people in China have.
const commonFamilies = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文欧" +
	"張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許呂蘇盧蔣賈葉閻鐘譚鄒陸顧龍萬錢湯賴"

// givenCharacters are common in given names in China, and rare in the names of
// places and goods.
const givenCharacters = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞刚桂玉萍红玲芬燕彩春菊文辉力健斌波宇浩凯慧颖倩雪婷佳欣怡梅琳晨旭鹏飞龙志国建华荣珍淑琴云莲真环雯岚瑶琪璐璇晓小俊峰毅松柏林森鑫博睿思雨梓涵轩子豪泽嘉诚熙妍萱诗" +
	"悦可馨依晴蕾薇菲茜莉珊莎锦黛青若心昕诺雅晶莹冰爽琬瑾瑞祥福寿康顺德仁义礼智信忠孝廉良善美凤凰翠巧月星辰光亮洁惠杨丹阳辰帆航翔宏振洪学永世昌盛兴旺发财贵胜利全生根才富少先进宝贝立业峻岩涌泉清澜婉妮娥媛娇嫣艺" +
	"伊昊然景逸远乐天佑启承恩继祖培炎焱煜灿烨彬彤丰亚毓筠筱楠桐杏柔韵音歌舞书画棋俪俐雁鸿鹤鹃莺露霖霏霜虹梦璟珏珂玥琦琛琨瑜瑗皓皎睦昱晗晟暄杉枫桦" +
	"偉強軍勇豔傑濤麗靜紅鳳華國慶蓮雲嬌蘭慧穎潔龍飛鵬輝健鋒貴寶興榮業德誠賢義禮"

// compoundFamilies are Chinese family names of two characters.
func compoundFamilies() []string {
	return []string{"欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯", "端木", "独孤", "南宫", "歐陽", "司馬", "諸葛"}
}
