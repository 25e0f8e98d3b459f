package load

import (
	"strings"
	"unicode"

	"custseg/model"
)

// RoleNames are names of columns by which a role is known.
type RoleNames struct {
	Role  model.Role
	Names []string // the role's own name first, then usual ones, English before Chinese
}

// Names shown of a role, besides its own.
const (
	latinNames = 3
	hanNames   = 2
)

// Synonyms lists the most usual names of the roles that most files have, in the
// order in which roles are shown. Loading knows many more.
func Synonyms() []RoleNames {
	out := make([]RoleNames, len(commonRoles()))
	for i, role := range commonRoles() {
		out[i] = RoleNames{Role: role, Names: []string{string(role)}}
		var latin, han []string
		for _, s := range synonyms() {
			if s.role != role {
				continue
			}
			for name := range strings.SplitSeq(s.usual, "|") {
				if strings.IndexFunc(name, func(r rune) bool { return unicode.Is(unicode.Han, r) }) >= 0 {
					han = append(han, name)
				} else {
					latin = append(latin, name)
				}
			}
		}
		out[i].Names = append(out[i].Names, latin[:min(latinNames, len(latin))]...)
		out[i].Names = append(out[i].Names, han[:min(hanNames, len(han))]...)
	}
	return out
}

// commonRoles are the roles that most files have.
func commonRoles() []model.Role {
	return []model.Role{
		model.CustomerID, model.CustomerName, model.OrderID, model.OrderDate, model.Amount, model.Quantity, model.UnitPrice,
		"cost", "profit", "discount", "product", "category", "channel", "status", "returned", "recency", "frequency", "monetary",
		model.BirthDate, "age", "gender", "income", "signup_date", "region", "province", "city", "country", "recommend", "satisfaction", "target",
	}
}
