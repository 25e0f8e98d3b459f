package main

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
)

// file is one table as it is written: the header, then the rows. Its name on
// disk ends in .gz besides.
type file struct {
	name string
	rows [][]string
}

// bytes writes the table as UTF-8 CSV with commas and line feeds.
func (f file) bytes() ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if err := w.WriteAll(f.rows); err != nil {
		return nil, fmt.Errorf("%s: %w", f.name, err)
	}
	return b.Bytes(), nil
}

// packed is bytes under gzip, with neither a time nor a name in its header. The
// same version of Go packs the same bytes alike; another may not.
func (f file) packed() ([]byte, error) {
	plain, err := f.bytes()
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(plain); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// files lays the shop out as its five tables.
func (s *shop) files() []file {
	return []file{s.ordersFile(), s.customersFile(), s.surveyFile(), s.webFile(), s.cardFile()}
}

func header(names string) []string { return strings.Split(names, ",") }

func (s *shop) ordersFile() file {
	f := file{"orders.csv", [][]string{header(
		"order_id,customer_id,order_date,channel,category,product,quantity,unit_price,discount,amount,profit,status")}}
	for _, o := range s.orders {
		who := ""
		if o.who != nil {
			who = o.who.id
		}
		at := o.day.String() + " " + padded(o.minute/60, 2) + ":" + padded(o.minute%60, 2)
		for _, l := range o.lines {
			f.rows = append(f.rows, []string{o.id, who, at, channelNames()[o.channel],
				categoryNames()[l.product.category], l.product.name, strconv.Itoa(l.quantity),
				decimal(l.price, 1), decimal(l.discount, 1), decimal(l.amount(), 2), decimal(tenths(l.profit()), 1), o.status()})
		}
	}
	return f
}

// tenths rounds cents to tenths, halves away from zero.
func tenths(cents int) int {
	if cents < 0 {
		return -tenths(-cents)
	}
	return (cents + 5) / 10
}

// decimal writes a whole number of 10^-places without trailing zeros.
func decimal(n, places int) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	digits := padded(n, places+1)
	cut := len(digits) - places
	return sign + strings.TrimSuffix(digits[:cut]+"."+strings.TrimRight(digits[cut:], "0"), ".")
}

func (s *shop) customersFile() file {
	f := file{"customers.csv", [][]string{header("customer_id,name,birth_date,gender,income,spending_score,education,occupation,marital_status,children," +
		"region,country,province,city,latitude,longitude,postcode,sign_up_date,email,phone," +
		"market_segment,market_size,market_growth,market_margin,market_share")}}
	for _, p := range s.people {
		if p.deleted {
			continue
		}
		m := marketSegments()[p.segment]
		f.rows = append(f.rows, []string{p.id, p.name, p.birth.String(), p.gender, known(p.income), strconv.Itoa(p.score),
			p.education, p.occupation, p.marital, strconv.Itoa(p.children),
			p.place.region, p.place.country, p.place.province, p.place.city, rounded(p.lat, 2), rounded(p.lon, 2), p.postcode,
			p.signUp.String(), p.email, p.phone, m.name, m.size, m.growth, m.margin, m.share})
	}
	return f
}

// known writes a number, nothing when it is 0 and so unknown.
func known(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func yesNo(yes bool) string {
	if yes {
		return "yes"
	}
	return "no"
}

// rounded writes a number with at most so many decimals.
func rounded(v float64, places int) string {
	s := strconv.FormatFloat(v, 'f', places, 64)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

func (s *shop) surveyFile() file {
	names := []string{"customer_id", "survey_date", "recommend", "satisfaction", "effort", "complaints", "attitude", "preference", "review"}
	for _, t := range touchpointNames() {
		names = append(names, "touchpoint_"+t)
	}
	items := itemNames()
	names = append(names, items[:]...)
	names = append(names, header("factor_price,factor_brand,factor_quality,factor_service,"+
		"need_speed,need_choice,need_advice,need_price,need_experience,"+
		"benefit,price_perceived,adoption_date,readiness,brand_rank,brands_used,own_spend,category_spend,custom_request")...)
	f := file{"survey.csv", [][]string{names}}
	for _, a := range s.survey {
		row := []string{a.who.id, a.date.String()}
		number := func(list ...int) {
			for _, n := range list {
				row = append(row, strconv.Itoa(n))
			}
		}
		number(a.recommend, a.satisfaction, a.effort, a.complaints, a.attitude, a.preference)
		row = append(row, a.review)
		number(a.touchpoints[:]...)
		number(a.items[:]...)
		number(a.factors[:]...)
		number(a.needs[:]...)
		number(a.benefit, a.price)
		row = append(row, a.adopted.String(), rounded(a.readiness, 1))
		number(a.rank, a.brands, a.own)
		f.rows = append(f.rows, append(row, known(a.category), rounded(a.bespoke, 2)))
	}
	return f
}

func (s *shop) webFile() file {
	f := file{"web.csv", [][]string{header("customer_id,device,views,clicks,carts,purchases,sessions,minutes,active_days," +
		"features_used,features_available,email_opens,followers,likes,shares,comments,posts,referrals,interest,fit,last_visit,response")}}
	for _, v := range s.visits {
		row := []string{v.who.id, deviceNames()[v.device]}
		for _, n := range []int{v.views, v.clicks, v.carts, v.purchases, v.sessions, v.minutes, v.active, v.used, v.available,
			v.opens, v.followers, v.likes, v.shares, v.comments, v.posts, v.referrals, v.interest, v.fit} {
			row = append(row, strconv.Itoa(n))
		}
		f.rows = append(f.rows, append(row, v.last.String(), yesNo(v.response)))
	}
	return f
}

func (s *shop) cardFile() file {
	f := file{"card.csv", [][]string{header("customer_id,balance,transactions,feedback,credit_score,utilisation,overdue,debt_ratio,history_years")}}
	for _, c := range s.cards {
		f.rows = append(f.rows, []string{c.who.id, strconv.Itoa(c.balance), strconv.Itoa(c.transactions), strconv.Itoa(c.feedback),
			known(c.score), rounded(c.utilisation, 2), strconv.Itoa(c.overdue), rounded(c.debtRatio, 2), rounded(c.history, 1)})
	}
	return f
}
