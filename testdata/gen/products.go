package main

// The categories, in the order of categoryNames.
const (
	coffee = iota
	tea
	kitchen
	home
	garden
	beauty
	sports
	custom // made to order
	categories
)

func categoryNames() [categories]string {
	return [categories]string{"Coffee", "Tea", "Kitchen", "Home", "Garden", "Beauty", "Sports", "Custom"}
}

// categoryWish is how much the average customer wants each category.
func categoryWish() [categories]float64 { return [categories]float64{20, 17, 14, 12, 9, 13, 11, 5} }

// product is one of the shop's goods. Money is in tenths, so that every
// discount of a multiple of 10 % leaves whole cents.
type product struct {
	name       string
	category   int
	price      int // tenths, in 2023
	cost       int // percent of the price
	popularity float64
	staple     bool   // used up and bought again
	with       string // the product often bought with it, if any
}

// withRate is the chance that a product is bought along with the one it goes
// with: the pairs that basket analysis should find.
const withRate = 0.38

func products() []product {
	return []product{
		{"Filter beans", coffee, 125, 55, 5, true, "Paper filters"},
		{"Paper filters", coffee, 45, 40, 2, true, ""},
		{"Espresso beans", coffee, 149, 55, 4, true, ""},
		{"Decaf", coffee, 135, 57, 1.5, true, ""},
		{"Cold brew", coffee, 68, 50, 2, true, ""},
		{"Coffee pods", coffee, 65, 52, 2.5, true, ""},
		{"Moka pot", coffee, 340, 58, 0.8, false, ""},
		{"Espresso machine", coffee, 2890, 71, 0.35, false, ""},
		{"Green tea", tea, 95, 45, 4.5, true, "Honey"},
		{"Honey", tea, 75, 50, 1.6, true, ""},
		{"Oolong", tea, 140, 47, 2.5, true, ""},
		{"Black tea", tea, 80, 45, 3, true, ""},
		{"Herbal tea", tea, 75, 45, 2.5, true, ""},
		{"Matcha", tea, 220, 50, 1.4, true, ""},
		{"Teapot", tea, 320, 52, 0.9, false, ""},
		{"Tea box", tea, 260, 50, 1.2, false, ""},
		{"Mug", kitchen, 110, 45, 3.5, false, ""},
		{"Chef knife", kitchen, 690, 58, 0.9, false, "Cutting board"},
		{"Cutting board", kitchen, 280, 52, 1, false, ""},
		{"Saucepan", kitchen, 490, 57, 1, false, ""},
		{"Wok", kitchen, 450, 56, 1, false, ""},
		{"Apron", kitchen, 190, 42, 1.2, false, ""},
		{"Rice cooker", kitchen, 890, 65, 0.7, false, ""},
		{"Spice set", kitchen, 240, 45, 2, true, ""},
		{"Candle", home, 150, 38, 3.5, true, ""},
		{"Cushion", home, 250, 48, 1.5, false, ""},
		{"Throw", home, 480, 50, 1, false, ""},
		{"Lamp", home, 750, 57, 0.8, false, ""},
		{"Vase", home, 360, 46, 1, false, ""},
		{"Bath towel", home, 180, 49, 2, false, ""},
		{"Bed linen", home, 950, 54, 0.8, false, ""},
		{"Clock", home, 420, 50, 0.6, false, ""},
		{"Seeds", garden, 39, 40, 4, true, "Planter"},
		{"Planter", garden, 220, 47, 1.6, false, ""},
		{"Pruner", garden, 290, 53, 0.9, false, ""},
		{"Gloves", garden, 90, 44, 1.4, false, ""},
		{"Hose", garden, 390, 58, 0.6, false, ""},
		{"Bird feeder", garden, 210, 46, 1, false, ""},
		{"Lantern", garden, 270, 48, 0.9, false, ""},
		{"Shampoo", beauty, 110, 43, 4, true, "Conditioner"},
		{"Conditioner", beauty, 120, 43, 1.6, true, ""},
		{"Hand cream", beauty, 85, 40, 3, true, ""},
		{"Face mask", beauty, 50, 35, 3, true, ""},
		{"Serum", beauty, 340, 41, 1.4, true, ""},
		{"Soap", beauty, 45, 38, 3, true, ""},
		{"Perfume", beauty, 680, 46, 0.8, false, ""},
		{"Sunscreen", beauty, 160, 44, 1.4, true, ""},
		{"Yoga mat", sports, 320, 49, 2.4, false, "Bottle"},
		{"Bottle", sports, 140, 44, 1.8, false, ""},
		{"Dumbbells", sports, 450, 63, 0.8, false, ""},
		{"Running belt", sports, 190, 45, 1.2, false, ""},
		{"Socks", sports, 90, 40, 3, false, ""},
		{"Backpack", sports, 720, 54, 0.9, false, ""},
		{"Skipping rope", sports, 100, 42, 1.6, false, ""},
		{"Photo mug", custom, 190, 52, 2, false, ""},
		{"Photo book", custom, 390, 55, 1.6, false, ""},
		{"Engraved pen", custom, 290, 50, 1.2, false, ""},
		{"Name bracelet", custom, 350, 48, 1.2, false, ""},
		{"Poster", custom, 240, 45, 1.2, false, ""},
		{"Printed bag", custom, 160, 48, 1.5, false, ""},
	}
}

// priceIn returns the list price of a year in tenths: prices rise, and are
// whole from ten on.
func (p product) priceIn(year int) int {
	raised := float64(p.price)
	for y := firstYear; y < year; y++ {
		raised = float64(raised * 1.035)
	}
	if raised < 100 {
		return int(raised + 0.5)
	}
	return int(raised/10+0.5) * 10
}
