package seg

import "slices"

// upcoming are methods that are tested as those of the catalogue are, before
// they join it.
func upcoming() []Method {
	return []Method{
		channel{}, lifecycle{}, habits{}, behaviour{}, social{}, technology{}, demographic{}, market{},
		gmm{}, kprototypes{}, lca{},
		cart{}, chaid{}, response{}, churn{}, crossSelling{},
		value{}, pyramid{}, valueMatrix{}, profitDuration{}, frequency{}, loyalty{}, loyaltyMatrix{}, potential{}, risk{}, transactionHistory{}, engagement{}, usage{},
		psychographic{},
		geographic{},
		som{},
		dbscan{},
		hierarchical{},
		nps{}, feedback{}, experience{}, needs{}, custom{}, factors{}, proposition{}, adoption{}, lead{}, competitor{},
	}
}

// everyMethod is the catalogue and what is to join it.
func everyMethod() []Method { return slices.Concat(Catalogue(), upcoming()) }
