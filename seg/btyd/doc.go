// Package btyd holds the transaction models called "buy till you die": each
// customer buys at random at a rate of their own until they leave unseen, and
// rates and chances of leaving vary over customers by a distribution whose
// parameters are fitted. It holds BG/NBD and its modified form
// ([BetaGeometric]), [ParetoNBD], and for the money spent [GammaGamma].
//
// Data is one [Customer] each: x repeat purchase occasions, the time t_x of the
// last of them and the time T for which the customer was watched, both since
// the first purchase and in one unit of the caller's choice. Equal customers
// are grouped by [NewSample], and every likelihood is a sum over groups.
//
// Nothing here subtracts large numbers that nearly cancel or takes a gamma
// function of a large number, and no result is NaN: the Gaussian hypergeometric
// function of the published formulas is replaced by the sum or the integral of
// positive terms that it stands for.
package btyd
