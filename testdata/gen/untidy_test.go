package main

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"custseg/model"
)

func TestMoneyOfEveryLineAddsUp(t *testing.T) {
	f := newShop().ordersFile()
	at := func(name string) int { return slices.Index(f.rows[0], name) }
	number := func(r []string, name string) float64 {
		v, err := strconv.ParseFloat(r[at(name)], 64)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	for _, r := range f.rows[1:] {
		want := number(r, "quantity") * number(r, "unit_price") * (1 - number(r, "discount"))
		if got := number(r, "amount"); math.Abs(got-want) > 1e-9 {
			t.Fatalf("order %s: amount %g, want %g", r[0], got, want)
		}
		back := strings.HasPrefix(r[0], "R")
		if back != (number(r, "quantity") < 0) {
			t.Fatalf("order %s: quantity %g", r[0], number(r, "quantity"))
		}
	}
}

// TestStatusLeavesMoneyAlone holds that all money below zero is Refunded and
// none other is, so that netting and a filter on status agree.
func TestStatusLeavesMoneyAlone(t *testing.T) {
	shipped := 0.0
	for _, o := range newShop().orders {
		status := o.status()
		for _, l := range o.lines {
			if (status == "Refunded") != (l.quantity < 0) {
				t.Fatalf("order %s is %s: quantity %d", o.id, status, l.quantity)
			}
		}
		if status == "Shipped" {
			shipped++
			if o.day <= lastDay()-daysUnderway || o.channel == store {
				t.Fatalf("order %s of %s is under way", o.id, o.day)
			}
		}
	}
	within(t, "orders under way", shipped, 40, 140)
}

func TestOrdersAreUntidy(t *testing.T) {
	s := newShop()
	sold, guests, free, returns, strange := 0.0, 0.0, 0, 0.0, map[*person]bool{}
	owner := map[string]*person{}
	for _, o := range s.orders {
		if before, ok := owner[o.id]; ok {
			t.Fatalf("order id %s belongs to %v and %v", o.id, before, o.who)
		}
		owner[o.id] = o.who
		switch {
		case o.back:
			returns++
			continue
		case o.who == nil:
			guests++
		case o.who.deleted:
			strange[o.who] = true
		}
		sold++
		if o.lines[0].amount() == 0 {
			free++
		}
		if o.day < firstDay() || o.day > lastDay() {
			t.Fatalf("order %s is of %s", o.id, o.day)
		}
	}
	within(t, "orders of guests", guests/sold, 0.005, 0.015)
	within(t, "orders sent back", returns/sold, 0.03, 0.06)
	within(t, "free samples", float64(free), 25, 25)
	within(t, "customers without a row", float64(len(strange)), 30, 30)
	if last := s.orders[len(s.orders)-1]; last.day != lastDay() {
		t.Errorf("the last order is of %s", last.day)
	}
}

func TestCustomersAreUntidy(t *testing.T) {
	s := newShop()
	names, never, noBirth, noIncome, old := map[string]int{}, 0, 0, 0, 0
	scripts := map[string]int{}
	for _, p := range s.people {
		if p.deleted {
			continue
		}
		names[p.name]++
		if len(p.orders) == 0 {
			never++
		}
		switch {
		case p.birth == model.NoDay:
			noBirth++
		case p.birth < day(1920, 1, 1):
			old++
		}
		if p.income == 0 {
			noIncome++
		}
		for script, letters := range map[string][2]rune{
			"Chinese": {'一', '鿿'}, "Korean": {'가', '힣'}, "Arabic": {'ء', 'ي'}, "Devanagari": {'ऀ', 'ॿ'},
			"accented": {'À', 'ž'}, "half-width voiced mark": {'ﾞ', 'ﾟ'},
		} {
			if strings.ContainsFunc(p.name, func(r rune) bool { return r >= letters[0] && r <= letters[1] }) {
				scripts[script]++
			}
		}
	}
	within(t, "customers who never ordered", float64(never), 175, 175)
	within(t, "births missing", float64(noBirth), 15, 60)
	within(t, "impossible births", float64(old), 1, 1)
	within(t, "incomes missing", float64(noIncome), 100, 220)
	for _, script := range []string{"Chinese", "Korean", "Arabic", "Devanagari", "accented", "half-width voiced mark"} {
		within(t, "names with "+script, float64(scripts[script]), 8, 1200)
	}
	shared := 0
	for _, n := range names {
		if n > 1 {
			shared++
		}
	}
	within(t, "names shared by several", float64(shared), 1, 400)
}

func TestSurveyWebAndCardMakeSense(t *testing.T) {
	s := newShop()
	promoters, detractors, adopted := 0.0, 0.0, 0.0
	for _, a := range s.survey {
		switch {
		case a.recommend >= 9:
			promoters++
		case a.recommend <= 6:
			detractors++
		}
		if a.adopted != model.NoDay {
			adopted++
			if a.adopted > a.date || a.adopted < firstDay() {
				t.Fatalf("%s took up the app on %s", a.who.id, a.adopted)
			}
		}
		if a.rank > a.brands || a.category > 0 && a.category < a.own {
			t.Fatalf("%s: rank %d of %d, spends %d of %d", a.who.id, a.rank, a.brands, a.own, a.category)
		}
		if sum := a.factors[0] + a.factors[1] + a.factors[2] + a.factors[3]; sum != 100 || slices.Min(a.factors[:]) < 0 {
			t.Fatalf("%s: factors %v", a.who.id, a.factors)
		}
	}
	n := float64(len(s.survey))
	within(t, "NPS", (promoters-detractors)/n, 0.15, 0.35)
	within(t, "the share with the app", adopted/n, 0.35, 0.55)
	hot := 0.0
	for _, v := range s.visits {
		if v.views < v.clicks || v.clicks < v.carts || v.carts < v.purchases || v.sessions < v.active || v.active > 30 ||
			v.used > v.available || v.last > lastDay() || v.last < v.who.signUp {
			t.Fatalf("%s: %+v", v.who.id, v)
		}
		if v.interest >= 100 {
			hot++
		}
	}
	within(t, "hot leads", hot/float64(len(s.visits)), 0.03, 0.15)
	risky := 0.0
	for _, c := range s.cards {
		if c.overdue > 0 && c.utilisation > 0.8 {
			risky++
		}
	}
	within(t, "cards in difficulty", risky/float64(len(s.cards)), 0.05, 0.15)
}

// TestEveryRoleHasAColumn holds the tables to the roles that methods ask for.
// Roles that are computed, or that another column stands for, are not there.
func TestEveryRoleHasAColumn(t *testing.T) {
	absent := []model.Role{model.Ignore, "age", "address", "cost", "returned", "event_date", "event_type", "custom_orders",
		"recency", "frequency", "monetary", "average_order", "tenure", "first_order", "last_order"}
	named := map[model.Role]string{
		"customer_name": "name", "marital": "marital_status", "signup_date": "sign_up_date", "opens": "email_opens", "target": "response",
		"touchpoint": "touchpoint_delivery", "item": "item_best_quality", "need": "need_speed", "factor": "factor_price",
		"segment": "market_segment", "size": "market_size", "growth": "market_growth", "margin": "market_margin", "share": "market_share",
	}
	var columns []string
	for _, f := range newShop().files() {
		columns = append(columns, f.rows[0]...)
	}
	for _, r := range model.Roles() {
		name, ok := named[r.ID]
		if !ok {
			name = string(r.ID)
		}
		if found := slices.Contains(columns, name); found == slices.Contains(absent, r.ID) {
			t.Errorf("role %s: column %s found %t", r.ID, name, found)
		}
	}
}
