package load

import "custseg/model"

// foreignNames are the names of what orders and people are known by in Spanish,
// German, French, Portuguese, Italian, Dutch, Japanese, Korean and traditional
// Chinese. [compact] drops accents.
func foreignNames() []synonym {
	return []synonym{
		{model.CustomerID, "id klienta|nr klienta|numer klienta|kod klienta|číslo zákazníka|zákazník id|id zákazníka|kód zákazníka|ügyfélszám|ügyfél id|müşteri no|müşteri id|müşteri kodu|müşteri numarası|код клиента|id клиента|номер клиента|ид клиента|kundenr|kundnr|kundnummer|kundenummer|asiakasnumero|asiakas id|id cliente|cliente id|número de cliente|numero cliente|código cliente|código de cliente|código do cliente|nº cliente|" +
			"kundennummer|kunden nr|kunden id|kunde id|debitor|debitorennummer|identifiant client|id client|numéro client|numéro de client|n client|code client|" +
			"codice cliente|klantnummer|klant id|klantnr|顧客ID|顧客番号|顧客コード|顧客No|会員番号|会員コード|お客様番号|ユーザーID|得意先コード|고객번호|고객ID|고객아이디|고객코드|회원번호|회원ID|회원아이디|" +
			"客戶編號|客戶ID|客戶代碼|客戶代號|顧客編號|會員編號|會員ID|會員卡號|會員號|用戶ID|用戶編號|買家帳號|買家ID",
			"cliente|kunde|klant|klient|zákazník|ügyfél|müşteri|клиент|покупатель|kund|asiakas|顧客|고객|회원|客戶|會員|用戶|買家"},
		{model.CustomerName, "nazwa klienta|imię i nazwisko|jméno zákazníka|ügyfélnév|müşteri adı|имя клиента|фио|kundnamn|kundenavn|asiakkaan nimi|nombre cliente|nombre del cliente|nome cliente|nome do cliente|kundenname|nom client|nom du client|nome completo|nombre completo|klantnaam|" +
			"顧客名|お客様名|氏名|顧客氏名|고객명|회원명|성명|客戶名稱|客戶姓名|會員姓名|顧客姓名", "nombre|nome|nom|cliente|kunde|名前|이름"},
		{model.OrderID, "numer zamówienia|nr zamówienia|nr faktury|numer faktury|číslo objednávky|číslo faktury|rendelésszám|számlaszám|sipariş no|sipariş numarası|fatura no|номер заказа|код заказа|номер счета|ordrenummer|ordrenr|tilausnumero|id pedido|pedido id|número de pedido|numero pedido|nº pedido|número do pedido|código pedido|número de factura|factura|nº factura|bestellnummer|bestell nr|auftragsnummer|rechnungsnummer|rechnungsnr|belegnummer|" +
			"numéro de commande|numéro commande|n commande|id commande|numéro de facture|nota fiscal|numero ordine|id ordine|ordernummer|bestelnummer|factuurnummer|" +
			"注文番号|注文ID|注文No|受注番号|伝票番号|주문번호|주문ID|거래번호|訂單編號|訂單號|訂單號碼|訂單ID|交易編號|發票號碼", "pedido|commande|ordine"},
		{model.OrderDate, "data zamówienia|data sprzedaży|data zakupu|data faktury|datum objednávky|datum nákupu|datum prodeje|rendelés dátuma|vásárlás dátuma|sipariş tarihi|satış tarihi|fatura tarihi|дата заказа|дата покупки|дата продажи|дата оплаты|ordredato|købsdato|köpdatum|tilauspäivä|fecha pedido|fecha de pedido|fecha del pedido|fecha compra|fecha de compra|fecha factura|fecha de factura|fecha venta|fecha de venta|bestelldatum|auftragsdatum|rechnungsdatum|kaufdatum|verkaufsdatum|" +
			"date de commande|date commande|date d'achat|date achat|date de facture|date facture|date de vente|data do pedido|data pedido|data da compra|data compra|data da venda|data venda|data ordine|data acquisto|orderdatum|besteldatum|factuurdatum|" +
			"注文日|注文日時|注文日付|購入日|購入日時|受注日|売上日|取引日|주문일|주문일자|주문일시|주문날짜|구매일|구매일자|거래일자|결제일|결제일시|판매일자|訂單日期|訂單時間|下單日期|下單時間|購買日期|購買時間|付款時間|銷售日期",
			"fecha|datum|data|dátum|tarih|дата|dato|päivämäärä|日付|日時|날짜|일자"},
		{model.Amount, "kwota|wartość|wartość sprzedaży|obrót|kwota brutto|kwota netto|částka|tržba|obrat|cena celkem|összeg|bevétel|tutar|toplam tutar|satış tutarı|ciro|сумма|выручка|сумма заказа|стоимость заказа|оборот|nettobetrag|bruttobetrag|beløb|omsætning|belopp|omsättning|summa|liikevaihto|importe|importe total|monto|monto total|valor total|total venta|ventas|ingresos|betrag|gesamtbetrag|rechnungsbetrag|umsatz|gesamtpreis|bestellwert|montant|montant total|montant ttc|montant ht|chiffre d'affaires|prix total|" +
			"total ttc|receita|valor da compra|valor do pedido|valor pago|valor venda|importo|importo totale|fatturato|ricavo|bedrag|totaalbedrag|omzet|金額|売上|売上高|売上金額|合計金額|購入金額|注文金額|支払金額|" +
			"금액|매출|매출액|총금액|결제금액|구매금액|주문금액|판매금액|거래금액|銷售額|銷售金額|訂單金額|總金額|總價|實付金額|付款金額|消費金額|交易金額|營業額", "valor|合計|합계|總計"},
		{model.Quantity, "ilość|sztuki|množství|počet kusů|mennyiség|darab|adet|miktar|количество|кол во|antal|antall|määrä|cantidad|unidades|menge|anzahl|stückzahl|quantité|quantidade|qtd|qtde|quantità|aantal|hoeveelheid|数量個|個数|注文数|購入数|購入数量|販売数量|수량|구매수량|주문수량|판매수량|數量|購買數量|銷售數量|件數", ""},
		{model.UnitPrice, "cena jednostkowa|jednotková cena|egységár|birim fiyat|цена за единицу|enhedspris|stykpris|styckpris|yksikköhinta|precio unitario|precio unidad|einzelpreis|stückpreis|prix unitaire|preço unitário|valor unitário|prezzo unitario|stukprijs|eenheidsprijs|単価|商品単価|단가|판매단가|單價|商品單價",
			"precio|preis|prix|cena|ár|fiyat|цена|pris|hinta|preço|prezzo|prijs|価格|가격|價格|售價"},
		{"profit", "beneficio|ganancia|utilidad|gewinn|bénéfice|lucro|profitto|utile|winst|利益|粗利|이익|순이익|利潤|毛利潤", ""},
		{"discount", "descuento|rabatt|remise|réduction|desconto|sconto|korting|割引|値引|値引額|할인|할인율|할인금액|折扣額|優惠金額", ""},
		{"product", "producto|nombre producto|artículo|produkt|produktname|artikel|artikelbezeichnung|produit|nom produit|article nom|produto|nome produto|prodotto|製品名|品目|상품|상품명|제품|제품명|產品名稱|產品|商品名稱", ""},
		{"category", "categoría|kategorie|warengruppe|produktkategorie|catégorie|カテゴリ|カテゴリー|商品カテゴリ|카테고리|상품분류|類別|產品類別|商品類別|商品分類", ""},
		{"channel", "canal|canal de venta|vertriebskanal|kanal|canal de vente|チャネル|販売チャネル|채널|판매채널|通路|銷售通路|銷售管道", ""},
		{"status", "estado pedido|estado del pedido|bestellstatus|auftragsstatus|statut|statut commande|statut de la commande|status do pedido|ステータス|注文ステータス|주문상태|상태|訂單狀態|狀態", ""},
		{"returned", "devuelto|devolución|retoure|zurückgegeben|retourné|retour|devolvido|返品|반품|반품여부|是否退貨|退貨", ""},
		{"age", "edad|alter|idade|età|leeftijd|年齢|나이|연령|年齡", ""},
		{"gender", "género|sexo|geschlecht|genre client|sexe|sesso|geslacht|性別|성별", ""},
		{"income", "ingreso anual|jahreseinkommen|einkommen|revenu annuel|renda|renda anual|年収|収入|소득|연소득", ""},
		{model.BirthDate, "fecha de nacimiento|fecha nacimiento|geburtsdatum|geburtstag|date de naissance|data de nascimento|data di nascita|geboortedatum|生年月日|誕生日|생년월일|생일", ""},
		{model.Email, "correo|correo electrónico|e mail adresse|adresse email|courriel|メール|メールアドレス|이메일|이메일주소|電子郵件|電子信箱|信箱", ""},
		{model.Phone, "teléfono|móvil|celular|telefon|telefonnummer|handy|handynummer|portable|telefone|cellulare|電話番号|電話|携帯電話|전화번호|전화|휴대폰|휴대폰번호|휴대전화|電話號碼|手機|手機號碼", ""},
		{model.Address, "dirección|adresse|anschrift|straße|strasse|rue|endereço|indirizzo|住所|주소|地址欄", ""},
		{"signup_date", "fecha de registro|fecha alta|registrierungsdatum|date d'inscription|data de cadastro|登録日|入会日|가입일|가입일자|등록일|註冊日期|入會日期", ""},
		{"region", "gebiet|região|regione|regio|地域名|エリア|지역|지역명|區域|地區", ""},
		{"province", "provincia|bundesland|département|estado|uf|都道府県|시도|省份名稱|縣市", ""},
		{"city", "ciudad|stadt|ort|ville|cidade|città|plaats|市区町村|都市|도시|시군구|시|城市名稱", ""},
		{"country", "país|land|pays|paese|国|国名|국가|나라|國家", ""},
		{"postcode", "código postal|postleitzahl|code postal|cep|cap|郵便番号|우편번호|郵遞區號|郵政編碼", ""},
		{"segment", "segmento|kundensegment|segment client|セグメント|顧客区分|고객등급|고객유형|客戶類型", ""},
	}
}
