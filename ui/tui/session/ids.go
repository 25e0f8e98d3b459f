package session

// HidesIDs reports whether the ids of customers are not to be shown: they tell
// who somebody is, and what names persons is hidden.
func (s *Session) HidesIDs() bool {
	if s.Personal || s.Customers == nil {
		return false
	}
	if s.naming != s.Customers {
		s.naming, s.named = s.Customers, s.Data().PersonalIDs(s.Roles)
	}
	return s.named
}
