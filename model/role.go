package model

import "sync"

// Role says what a column means. Its text is the left side of --map and of a
// recipe's role map.
type Role string

// Roles that the model itself reads. The full list is [Roles].
const (
	Ignore       Role = "ignore" // a column the analyst took out of play
	CustomerID   Role = "customer_id"
	CustomerName Role = "customer_name"
	OrderID      Role = "order_id"
	OrderDate    Role = "order_date"
	Amount       Role = "amount"
	Quantity     Role = "quantity"
	UnitPrice    Role = "unit_price"
	Product      Role = "product"
	Category     Role = "category"
	Status       Role = "status"
	Returned     Role = "returned"
	EventDate    Role = "event_date"
	EventType    Role = "event_type"
	Email        Role = "email"
	Phone        Role = "phone"
	Address      Role = "address"
	BirthDate    Role = "birth_date"
	SignupDate   Role = "signup_date"
)

// RoleGroup gathers roles for a reader.
type RoleGroup string

// RoleInfo describes one role.
type RoleInfo struct {
	ID       Role
	Label    Phrase
	Group    RoleGroup
	Kind     Kind
	Several  bool    // more than one column may have it
	Personal bool    // names a person: hidden until asked for, masked on request
	InWords  Wording // the words in which its numbers may be written
}

type roleGroupSpec struct {
	group RoleGroup
	roles []RoleInfo
}

// The groups follow the order in which an analyst meets them.
func roleGroups() []roleGroupSpec {
	num := func(id Role, label string) RoleInfo { return RoleInfo{ID: id, Label: P(label), Kind: Number} }
	text := func(id Role, label string) RoleInfo { return RoleInfo{ID: id, Label: P(label), Kind: Text} }
	date := func(id Role, label string) RoleInfo { return RoleInfo{ID: id, Label: P(label), Kind: Date} }
	several := func(r RoleInfo) RoleInfo { r.Several = true; return r }
	personal := func(r RoleInfo) RoleInfo { r.Personal = true; return r }
	worded := func(w Wording, r RoleInfo) RoleInfo { r.InWords = w; return r }
	return []roleGroupSpec{
		{"Orders", []RoleInfo{
			text(CustomerID, "customer id"), personal(text(CustomerName, "customer name")),
			text(OrderID, "order id"), date(OrderDate, "order date"), num(Amount, "amount"),
			num(Quantity, "quantity"), num(UnitPrice, "unit price"), num("cost", "cost"),
			num("profit", "profit"), num("discount", "discount"), text("product", "product"),
			text("category", "category"), text("channel", "channel"), text("status", "status"),
			text("returned", "returned"),
		}},
		{"Measures", []RoleInfo{
			num("recency", "recency"), num("frequency", "frequency"), num("monetary", "monetary"),
			num("average_order", "average order"), num("tenure", "tenure"),
			date("first_order", "first order"), date("last_order", "last order"),
		}},
		{"Person", []RoleInfo{
			personal(date(BirthDate, "birth date")), num("age", "age"), text("gender", "gender"),
			num("income", "income"), text("education", "education"), text("occupation", "occupation"),
			text("marital", "marital status"), num("children", "children"), date(SignupDate, "sign-up date"),
			personal(text(Email, "e-mail")), personal(text(Phone, "phone")), personal(text(Address, "address")),
		}},
		{"Place", []RoleInfo{
			text("region", "region"), text("province", "province"), text("city", "city"),
			text("country", "country"), text("postcode", "postcode"),
			num("latitude", "latitude"), num("longitude", "longitude"),
		}},
		{"Activity", []RoleInfo{
			date("event_date", "event date"), text("event_type", "event type"), num("views", "views"),
			num("clicks", "clicks"), num("carts", "carts"), num("purchases", "purchases"),
			num("sessions", "sessions"), num("minutes", "minutes"), num("features_used", "features used"),
			num("features_available", "features available"), num("active_days", "active days"),
			num("opens", "opens"), text("device", "device"), num("followers", "followers"),
			num("likes", "likes"), num("shares", "shares"), num("comments", "comments"),
			num("posts", "posts"), num("referrals", "referrals"),
		}},
		{"Survey", []RoleInfo{
			num("recommend", "recommendation"), worded(ScaleWords, num("satisfaction", "satisfaction")), worded(ScaleWords, num("effort", "effort")),
			worded(YesNoWords, num("complaints", "complaints")), text("review", "review"), several(worded(ScaleWords, num("attitude", "attitude"))),
			worded(ScaleWords, num("preference", "preference")), several(worded(ScaleWords, num("touchpoint", "touchpoint"))),
			several(text("item", "item")), several(worded(AnyWords, num("need", "need"))), several(worded(AnyWords, num("factor", "factor"))),
			worded(ScaleWords, num("benefit", "perceived benefit")), worded(ScaleWords, num("price_perceived", "perceived price")),
			date("adoption_date", "adoption date"), worded(ScaleWords, num("readiness", "readiness")),
		}},
		{"Credit", []RoleInfo{
			num("balance", "balance"), num("transactions", "transactions"), num("feedback", "feedback"),
			num("credit_score", "credit score"), num("utilisation", "utilisation"), worded(YesNoWords, num("overdue", "overdue")),
			num("debt_ratio", "debt to income"), num("history_years", "history, years"),
		}},
		{"Market", []RoleInfo{
			num("own_spend", "own spend"), num("category_spend", "category spend"), num("brand_rank", "brand rank"),
			num("brands_used", "brands used"), num("interest", "interest"), num("fit", "fit"),
			text("segment", "segment"), num("size", "size"), num("growth", "growth"), num("margin", "margin"),
			num("share", "share"), text("target", "target"),
			num("custom_orders", "custom orders"), worded(AnyWords, num("custom_request", "wish for custom goods")),
		}},
	}
}

// Roles lists every role, grouped, in the order shown to an analyst.
func Roles() []RoleInfo {
	var out []RoleInfo
	for _, g := range roleGroups() {
		for _, r := range g.roles {
			r.Group = g.group
			out = append(out, r)
		}
	}
	return append(out, RoleInfo{ID: Ignore, Label: P("not used"), Group: "Other", Kind: Text, Several: true})
}

// roleTable is the roles by id, made once: loading and every screen look them
// up by the thousand.
var roleTable = sync.OnceValue(func() map[Role]RoleInfo {
	out := map[Role]RoleInfo{}
	for _, r := range Roles() {
		out[r.ID] = r
	}
	return out
})

// LookupRole returns the description of a role.
func LookupRole(id Role) (RoleInfo, bool) {
	r, ok := roleTable()[id]
	return r, ok
}
