package main

// kind is the way a customer behaves: what an analyst is meant to find. No
// file names it.
type kind int

const (
	regular       kind = iota // households with gamma purchase rates and beta dropout
	appNative                 // young, on the app, small frequent orders
	subscriber                // one order a month, of the same goods
	lapsed                    // formerly frequent and rich, silent for five to nine months
	bargainHunter             // marketplace offers, rarely twice
	giftBuyer                 // one order before Christmas
	wholesale                 // cafés and offices with huge baskets
	prospect                  // registered, never ordered
	kinds
)

// band is where a customer stands by income and spending score.
type band int

const (
	modest   band = iota // low income, low score
	eager                // low income, high score
	middle               // both in the middle
	careful              // high income, low score
	affluent             // high income, high score
	bands
)

// style is a way of thinking about shopping, behind the attitude items.
type style int

const (
	qualitySeeker style = iota
	priceHunter
	convenience
	green
	styles
)

// habit holds what sets one kind of customer apart when ordering.
type habit struct {
	customers        int
	youngest, oldest int // age at the end of the data

	// Orders a year are gamma with this mean and shape; after each order the
	// customer leaves for good with a chance that is Beta(leaveA, leaveB).
	ordersAYear, shape float64
	leaveA, leaveB     float64

	channels     []float64 // weights, as in channelNames
	priceTaste   float64   // exponent on price in the choice of products
	extraLine    float64   // chance of one more line in the basket
	quantity     float64   // mean quantity above 1
	returns      float64   // share of orders sent back
	discountRate float64   // share of orders with a discount
	deepDiscount float64   // of these, the share at 30 % to 50 % off

	bands  [bands]float64
	styles [styles]float64
}

func habits() [kinds]habit {
	return [kinds]habit{
		regular: {
			customers: 1320, youngest: 20, oldest: 82,
			ordersAYear: 7.9, shape: 0.95, leaveA: 0.75, leaveB: 4.8,
			channels: []float64{50, 14, 27, 4, 5}, priceTaste: 0.5, extraLine: 0.07, quantity: 0.3, returns: 0.035,
			discountRate: 0.16, deepDiscount: 0.1,
			bands: [bands]float64{16, 10, 52, 16, 6}, styles: [styles]float64{28, 24, 24, 24},
		},
		appNative: {
			customers: 365, youngest: 18, oldest: 29,
			ordersAYear: 13.5, shape: 2.2, leaveA: 0.6, leaveB: 9,
			channels: []float64{5, 92, 2, 0, 1}, priceTaste: -1.1, extraLine: 0.04, quantity: 0.05, returns: 0.08,
			discountRate: 0.25, deepDiscount: 0.05,
			bands: [bands]float64{6, 86, 6, 1, 1}, styles: [styles]float64{6, 16, 40, 38},
		},
		subscriber: {
			customers: 200, youngest: 27, oldest: 55,
			ordersAYear: 12, shape: 0, leaveA: 1, leaveB: 30,
			channels: []float64{70, 27, 3, 0, 0}, priceTaste: -0.2, extraLine: 0.06, quantity: 1, returns: 0.01,
			discountRate: 0.05,
			bands:        [bands]float64{4, 6, 78, 6, 6}, styles: [styles]float64{16, 4, 66, 14},
		},
		lapsed: {
			customers: 220, youngest: 40, oldest: 66,
			ordersAYear: 7.5, shape: 7,
			channels: []float64{42, 10, 42, 6, 0}, priceTaste: 0.8, extraLine: 0.1, quantity: 0.18, returns: 0.035,
			discountRate: 0.05,
			bands:        [bands]float64{0, 1, 4, 3, 92}, styles: [styles]float64{78, 3, 12, 7},
		},
		bargainHunter: {
			customers: 364, youngest: 21, oldest: 58,
			ordersAYear: 3.5, shape: 1, leaveA: 3, leaveB: 1.1,
			channels: []float64{5, 3, 1, 0, 91}, priceTaste: 0.2, extraLine: 0.04, quantity: 0.2, returns: 0.1,
			discountRate: 0.95, deepDiscount: 0.9,
			bands: [bands]float64{82, 5, 10, 2, 1}, styles: [styles]float64{3, 86, 7, 4},
		},
		giftBuyer: {
			customers: 350, youngest: 28, oldest: 74,
			channels: []float64{57, 5, 36, 2, 0}, priceTaste: 0.5, extraLine: 0.2, quantity: 0.25, returns: 0.03,
			discountRate: 0.12, deepDiscount: 0.05,
			bands: [bands]float64{8, 2, 20, 68, 2}, styles: [styles]float64{34, 14, 34, 18},
		},
		wholesale: {
			customers: 36, youngest: 29, oldest: 63,
			ordersAYear: 9.5, shape: 5, leaveA: 0.5, leaveB: 24,
			channels: []float64{38, 0, 6, 56, 0}, priceTaste: 0, extraLine: 0.55, quantity: 8, returns: 0.015,
			discountRate: 0.5, deepDiscount: 0.04,
			bands: [bands]float64{0, 0, 10, 12, 78}, styles: [styles]float64{40, 30, 26, 4},
		},
		prospect: {
			customers: 175, youngest: 19, oldest: 64,
			bands: [bands]float64{40, 20, 18, 20, 2}, styles: [styles]float64{20, 35, 25, 20},
		},
	}
}
