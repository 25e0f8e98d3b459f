package model

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// columnName is a header as a list of words in lower case without accents:
// "BillingE-Mail 2" is billing, e and mail.
type columnName []string

// newColumnName splits a header at signs, digits and humps. Digits are dropped,
// as they number the columns of one kind.
func newColumnName(header string) columnName {
	var n columnName
	var word []rune
	flush := func() {
		if len(word) > 0 {
			n = append(n, string(word))
		}
		word = nil
	}
	lower := false
	for _, r := range norm.NFKD.String(header) {
		switch {
		case unicode.Is(unicode.Mn, r) && r < 0x3000: // accents, but not the voicing of kana
			continue
		case unicode.Is(unicode.Mn, r):
			word = append(word, r)
		case r == 'ß':
			word = append(word, 's', 's')
		case !unicode.IsLetter(r) && r != 'ー':
			flush()
		default:
			if unicode.IsUpper(r) && lower {
				flush()
			}
			word = append(word, unicode.ToLower(r))
		}
		lower = unicode.IsLower(r)
	}
	flush()
	for i, w := range n {
		n[i] = norm.NFC.String(w)
	}
	return n
}

// nameList gathers names without their spaces, separated by | in the sources.
func nameList(lists ...string) []string {
	var out []string
	for _, l := range lists {
		for name := range strings.SplitSeq(l, "|") {
			out = append(out, strings.ReplaceAll(name, " ", ""))
		}
	}
	return out
}

// is reports whether the whole name is one of a list.
func (n columnName) is(list []string) bool { return slices.Contains(list, strings.Join(n, "")) }

// means reports whether the name ends in one of a list, so that "billing email"
// means an e-mail and "email opens" does not. What only numbers a column, or
// says that it is a number, does not count as its end. Scripts without spaces
// are compared by their last characters.
func (n columnName) means(list []string) bool {
	for end := len(n); end > 0; end-- {
		for start := range end {
			if slices.Contains(list, strings.Join(n[start:end], "")) {
				return true
			}
		}
		last := n[end-1]
		for _, name := range list {
			if name[0] >= 0x80 && strings.HasSuffix(last, name) && len([]rune(name)) > 1 {
				return true
			}
		}
		if !slices.Contains(fillers(), last) {
			return false
		}
	}
	return false
}

// fillers are words behind the one that says what a column holds.
var fillers = sync.OnceValue(func() []string {
	return nameList("line|number|no|nr|num|nummer|numero|value|text|raw|primary|secondary|home|work|private|privat|code|号|番号|号码")
})

// askingWords ask whether something is there, or count it, before the rest of a name.
var askingWords = sync.OnceValue(func() []string {
	return nameList("has|is|num|count|opt|allow|wants|accepts|prefers|avg|total|valid|verified|same")
})

// businessWords are places and things of business.
var businessWords = sync.OnceValue(func() []string {
	return nameList("store|shop|branch|warehouse|product|item|file|brand|campaign|vendor|supplier|merchant|filiale|laden|produkt|magasin|produit|tienda|producto")
})

// businessHeads begin such names where no space parts words.
var businessHeads = sync.OnceValue(func() []string {
	return nameList("是否|店铺|门店|商店|商品|产品|仓库|网点|供应商|店舗|有无")
})

// impersonal reports whether the name speaks of things and places of business,
// or asks whether there is something.
func (n columnName) impersonal() bool {
	if len(n) == 0 {
		return false
	}
	if slices.Contains(askingWords(), n[0]) && len(n) > 1 {
		return true
	}
	if slices.ContainsFunc(n[:len(n)-1], func(w string) bool { return slices.Contains(businessWords(), w) }) {
		return true
	}
	return slices.ContainsFunc(businessHeads(), func(w string) bool { return strings.HasPrefix(n[0], w) })
}

// wordsForName mean a name.
var wordsForName = sync.OnceValue(func() []string {
	return nameList("name|namen|nom|nombre|nome|naam")
})

// ownerWords say whose name it is, or which part of it.
var ownerWords = sync.OnceValue(func() []string {
	return nameList("customer|cust|client|member|user|buyer|shopper|person|contact|first|last|given|family|full|middle|maiden|sur|fore|nick|"+
		"display|screen|legal|billing|bill|to|shipping|ship|delivery|recipient|receiver|sender|holder|cardholder|owner|guest|patient|student|employee|"+
		"passenger|subscriber|donor|tenant|parent|spouse|partner|father|mother|child|account|profile|login|payer|payee|consignee|caller|rep|manager|agent",
		"kunde|kunden|kontakt|besteller|inhaber|empfanger|benutzer|nutzer|mitglied", "du|complet|famille|utilisateur|destinataire|titulaire",
		"completo|cliente|usuario|del|de|contacto|titular", "proprio|doe", "last|first")
})

// nameKinds say behind a name in which script it is, or of which part.
var nameKinds = sync.OnceValue(func() []string {
	return nameList("complete|latin|en|cn|local|kana|prefix|suffix")
})

// namesOwner reports whether the name is "name", or that of somebody: a
// customer's name but no product's.
func (n columnName) namesOwner() bool {
	if len(n) == 0 {
		return false
	}
	if n.is(wordsForName()) {
		return true
	}
	n = slices.Clone(n)
	for len(n) > 2 && slices.Contains(nameKinds(), n[len(n)-1]) {
		n = n[:len(n)-1]
	}
	at := slices.IndexFunc(n, func(w string) bool { return slices.Contains(wordsForName(), w) })
	switch {
	case at < 0:
		return false
	case at == len(n)-1:
		return slices.Contains(ownerWords(), n[at-1])
	case at == 0: // name of customer, nom de famille, nombre completo
		last := n[len(n)-1]
		return slices.Contains(ownerWords(), last) && !slices.Contains([]string{"to", "du", "del", "de"}, last)
	}
	return false
}

// birthNames name days of birth.
var birthNames = sync.OnceValue(func() []string {
	return nameList("birth date|date of birth|birthday|birth day|born|born on|dob|birth dt",
		"geburtsdatum|geburtstag|geb datum|gebdat|date de naissance|date naissance|fecha de nacimiento|fecha nacimiento|data di nascita|data de nascimento|geboortedatum",
		"生日|出生日期|出生年月|出生年月日|生年月日|誕生日|생년월일")
})

// idNames name what says who somebody is to an office, a bank or a network, in
// digits or letters of any length. Numbers of customers are not among them.
var idNames = sync.OnceValue(func() []string {
	return nameList(
		"ssn|social security|social security number|nin|nino|national id|national identity|national insurance|identity card|id card|id number|citizen id|personal id|"+
			"nhs number|nhs no|nhs|mrn|medical record|medical record number|patient number|patient no|health card|health number|health insurance number|social insurance|social insurance number|medicare|medicaid|aadhaar|aadhar|emirates id|student number|student id|employee number|employee id|"+
			"passport|passport id|driver license|driver licence|drivers license|drivers licence|driving license|driving licence|"+
			"house number|house no|house nr|street no|street number|hausnummer|hausnr|haus nr|numero de rue|huisnummer|门牌号|門牌號|番地|license plate|licence plate|number plate|tax id|tax number|taxpayer id|vat id|vat number|iban|bank account|bank details|imei|imsi|device id|cookie id|mac address|ip|ip address|ip addr|client ip|user ip",
		"personalausweis|ausweisnummer|ausweisnr|reisepass|reisepassnummer|passnummer|fuhrerschein|fuhrerscheinnummer|"+
			"sozialversicherungsnummer|svnr|steuernummer|steuer id|steuer identifikationsnummer|steueridentifikationsnummer|ust id|kontonummer|konto nr|kontonr|bankverbindung|ip adresse|kennzeichen",
		"numero de securite sociale|securite sociale|nir|passeport|permis de conduire|carte d identite|compte bancaire|adresse ip",
		"dni|nie|nif|curp|cpf|codice fiscale|cuenta bancaria|pasaporte|licencia de conducir|direccion ip|bsn",
		"身份证|身份证号|身份证号码|身份證|身份證號|身份證字號|身分證|身分證字號|证件号|证件号码|护照|护照号|护照号码|護照|護照號碼|"+
			"病历号|门诊号|住院号|医保号|医保卡号|学号|工号|驾照|驾驶证|驾驶证号|驾照号|社保号|社保卡号|税号|纳税人识别号|车牌|车牌号|银行卡|银行卡号|銀行卡|银行账号|银行账户|账号|帐号|卡号|ip地址",
		"マイナンバー|個人番号|パスポート|パスポート番号|旅券番号|免許証番号|運転免許証|口座番号|銀行口座|カード番号|ipアドレス|주민등록번호|여권번호|계좌번호")
})

// numberNames name what is reached or paid by a number of five digits or more.
var numberNames = sync.OnceValue(func() []string {
	return nameList(
		"phone|telephone|tel|mobile|cell|cellphone|cell phone|landline|fax|whatsapp|wechat|whats app|viber|telegram|msisdn|card|card number|credit card|debit card|payment card|account",
		"telefon|telefonnummer|telefonnr|handy|handynummer|handynr|mobil|mobilnummer|mobiltelefon|rufnummer|festnetz|telefax|kreditkarte|kreditkartennummer|kartennummer",
		"portable|numero de telephone|carte bancaire|numero de carte", "telefono|movil|celular|numero de telefono|tarjeta|numero de tarjeta|telefone|cellulare|telefoonnummer",
		"电话|电话号码|手机|手机号|手机号码|座机|固话|固定电话|传真|電話|電話番号|電話號碼|手機|手機號碼|携帯|携帯電話|携帯番号|ファックス|信用卡|信用卡号|qq|qq号|qq号码|휴대폰|휴대전화|전화|전화번호")
})

// textNames name texts that say who somebody is or where they live.
var textNames = sync.OnceValue(func() []string {
	return nameList(
		"first name|firstname|fname|last name|lastname|lname|surname|forename|given name|family name|middle name|maiden name|full name|fullname|nickname|contact person|"+
			"e mail|mail address|mailbox|address|addr|street|street name|apartment|apt|"+
			"username|user name|login|login name|user login|screen name|social handle|twitter handle|skype|wechat|whatsapp|attn|attention|care of|maiden|birth name|referrer|referred by|ordered by|requested by|signed by|guardian|"+
			"account manager|sales manager|regional manager|relationship manager|sales rep|sales representative|salesperson|sales person|next of kin|emergency contact|cardholder|account holder|recipient|consignee|initials",
		"email|emails|mail",
		"vorname|vornamen|nachname|familienname|zuname|geburtsname|rufname|kundenname|ansprechpartner|kontaktperson|kontaktname|kontoinhaber|mailadresse|emailadresse|"+
			"adresse|anschrift|lieferadresse|rechnungsadresse|lieferanschrift|rechnungsanschrift|postanschrift|kundenadresse|wohnadresse|strasse|benutzername|benutzer|nutzername|anmeldename",
		"prenom|nom de famille|nom complet|nom client|nom du client|nom utilisateur|courriel|mel|adresse mail|rue|pseudo|identifiant|personne de contact|interlocuteur",
		"apellido|apellidos|primer apellido|segundo apellido|primer nombre|nombre completo|correo|correo electronico|direccion|calle|domicilio|usuario|nombre de usuario|persona de contacto",
		"cognome|sobrenome|indirizzo|endereco|achternaam|voornaam|straat|adres",
		"姓名|名字|姓氏|曾用名|法人|法人代表|法定代表人|经办人|负责人|申请人|购买人|下单人|签收人|付款人|投保人|被保险人|受益人|推荐人|介绍人|监护人|家长|配偶|经理|业务员|销售员|導購|导购|英文名|中文名|联系人|聯絡人|聯繫人|收货人|收件人|寄件人|昵称|暱稱|用户名|用户名称|用戶名|登录名|户名|客户名称|客户名|顾客名称|顾客名|会员名|会员名称|买家会员名|买家名称|持卡人|"+
			"邮箱|电子邮箱|邮箱地址|邮件|电子邮件|郵箱|電子郵件|地址|住址|街道|微信|微信号|微信號",
		"氏名|名前|お名前|苗字|名字|フリガナ|ふりがな|顧客名|お客様名|会員名|担当者|担当者名|ユーザー名|ユーザ名|ログイン名|ニックネーム|メール|メールアドレス|住所|이름|성명|이메일|주소|사용자명")
})

// uniqueNames name persons only where customers hardly share a value, or where
// the values are names: else they may be kinds, such as a contact by phone.
var uniqueNames = sync.OnceValue(func() []string {
	return append(nameList("customer|client|member|user|buyer|contact|owner|applicant|guest|payer|kunde|cliente|客户|顾客|会员|用户|买家|姓|名|セイ|メイ|顧客|お客様"), companyNames()...)
})

// staffHeaders name who serves customers, where the values are names: a technician
// may as well be of a level, and a service by phone.
var staffHeaders = sync.OnceValue(func() []string {
	return nameList("advisor|adviser|consultant|served by|handled by|sold by|created by|assigned to|assigned|assignee|closed by|opened by|entered by|approved by|seen by|treated by|managed by|rep|representative|"+
		"technician|engineer|doctor|physician|nurse|dentist|therapist|stylist|trainer|coach|teacher|tutor|instructor|driver|courier|cashier|clerk|waiter|server|host|agent|broker|banker|planner|csr|csm|am|"+
		"account exec|account executive|salesman|seller|staff|employee|operator|supervisor|lead|case worker|caseworker|attendant|specialist|recruiter",
		"berater|betreuer|kundenbetreuer|verkaufer|verkauferin|arzt|techniker|sachbearbeiter|bearbeiter|mitarbeiter|fahrer|vermittler|zustandig",
		"responsable|conseiller|conseillere|vendeur|vendeuse|medecin|docteur|technicien|commercial|gestionnaire|charge de clientele|livreur",
		"asesor|asesora|vendedor|vendedora|medico|tecnico|encargado|ejecutivo|gestor|comercial|consulente|venditore|medewerker|verkoper|atendente|consultor|responsavel",
		"跟进人|跟单员|客服|顾问|销售|销售顾问|理财顾问|置业顾问|医生|主治医师|店员|导购员|接待人|服务人员|责任人|技师|老师|教练|填表人|审核人|录入人|操作员|司机|配送员|快递员|营业员|收银员|客户经理",
		"担当|営業|営業担当|医師|スタッフ|店員|講師|담당자|상담원|의사")
})

// companyNames are those of them that name a company, which is called as people
// are and which many may share.
var companyNames = sync.OnceValue(func() []string {
	return nameList("company|company name|organisation|organization|employer|firma|firmenname|entreprise|empresa|公司|公司名称|单位|工作单位|会社名")
})

// handleNames name accounts in social networks, by the network.
var handleNames = sync.OnceValue(func() []string {
	return nameList("twitter|instagram|linkedin|facebook|telegram|tiktok|snapchat|weibo|discord|line id|handle|twitter id|facebook id|xing",
		"微博|微博号|微博昵称|抖音|抖音号|小红书|小红书号|快手|快手号|脸书|推特|领英|钉钉|钉钉号|支付宝|支付宝账号|淘宝号|旺旺|旺旺号|旺旺昵称")
})

// customerHeaders are those of ids of customers.
var customerHeaders = sync.OnceValue(func() []string {
	return nameList("customer id|cust id|client id|member id|user id|shopper id|account id|customer no|customer number|customer code|customer key|client no|client number|"+
		"member no|member number|membership number|membership no|membership id|acct id|acct no|acct number|loyalty card|loyalty number|kundennummer|kunden nr|kundennr|kunden id|mitgliedsnummer|numero client|id client|numero de cliente|id cliente",
		"客户编号|客户id|客户号|客户代码|会员编号|会员id|会员号|会员卡号|用户编号|用户id|用户号|顾客编号|顾客id|买家id|客戶編號|會員編號|顧客番号|顧客id|会員番号")
})

// NamesCustomers reports whether a header is that of ids of customers, such as
// "customer_id" or 会员编号.
func NamesCustomers(header string) bool {
	return newColumnName(header).is(customerHeaders())
}

// remarkNames name columns in which people write what they like.
var remarkNames = sync.OnceValue(func() []string {
	return nameList("remark|remarks|note|notes|comment|comments|memo|message|messages|feedback|annotation|free text|freetext|instructions|delivery instructions|special instructions|call log|"+
		"conversation|transcript|summary of call|customer comment|customer note",
		"bemerkung|bemerkungen|anmerkung|anmerkungen|notiz|notizen|kommentar|kommentare|remarque|remarques|commentaire|commentaires|observaciones|comentario|comentarios|notas|nota|opmerking|opmerkingen",
		"备注|備註|备忘|留言|附言|说明|买家留言|卖家备注|客户备注|订单备注|沟通记录|通话记录|跟进记录|拜访记录|特殊要求|要求|意见|批注|描述|メモ|備考|コメント|비고|메모")
})

// thingNames name places, goods and works, which may be called as people are.
var thingNames = sync.OnceValue(func() []string {
	return nameList("city|town|village|state|province|country|region|district|county|area|territory|market|product|item|sku|category|subcategory|brand|model|title|book|film|movie|song|album|"+
		"artist|author|director|plan|package|tariff|channel|campaign|store|shop|branch|department|team|colour|color|flavour|flavor|variety|description",
		"城市|市|省|省份|地区|区域|县|国家|品牌|型号|产品|商品|品名|类别|品类|分类|子类别|渠道|门店|店铺|部门|团队|颜色|口味|书名|片名|作者|导演|套餐|活动")
})

// speaksOfThings reports whether the name is one of them.
func (n columnName) speaksOfThings() bool {
	return n.means(thingNames())
}

var postcodeNames = sync.OnceValue(func() []string {
	return nameList("postcode|post code|postal code|postalcode|zip|zip code|zipcode|plz|postleitzahl|code postal|codigo postal|cep|邮编|邮政编码|郵遞區號|郵便番号|우편번호")
})

var coordinateNames = sync.OnceValue(func() []string {
	return nameList("latitude|lat|longitude|lon|lng|long|geo lat|geo lon|geo lng|gps|coordinates|纬度|经度|緯度|経度|breitengrad|langengrad|breite|lange|latitud|longitud")
})
