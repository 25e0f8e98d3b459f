package main

// place is a city the shop delivers to. The cities are real; customers stand
// somewhere around their centre.
type place struct {
	region, country, province, city string
	lat, lon                        float64
	postcode                        string // its beginning; two digits follow
	culture                         culture
	weight                          float64
}

// The regions, in the order of regionTaste.
const (
	americas   = "Americas"
	europe     = "Europe"
	china      = "China"
	farEast    = "Far East"
	southAsia  = "South Asia"
	middleEast = "Middle East"
)

func places() []place {
	return []place{
		{americas, "US", "New York", "New York", 40.71, -74.01, "100", angloAmerican, 7},
		{americas, "US", "Massachusetts", "Boston", 42.36, -71.06, "021", angloAmerican, 4},
		{americas, "US", "Illinois", "Chicago", 41.88, -87.63, "606", angloAmerican, 4},
		{americas, "US", "Washington", "Seattle", 47.61, -122.33, "981", angloAmerican, 3},
		{americas, "CA", "Ontario", "Toronto", 43.65, -79.38, "M5V ", angloAmerican, 3},
		{americas, "BR", "São Paulo", "São Paulo", -23.55, -46.63, "013", iberian, 3},
		{europe, "GB", "England", "London", 51.51, -0.13, "E", angloBritish, 7},
		{europe, "GB", "England", "Manchester", 53.48, -2.24, "M", angloBritish, 3},
		{europe, "FR", "Île-de-France", "Paris", 48.86, 2.35, "750", french, 5},
		{europe, "FR", "Rhône", "Lyon", 45.76, 4.84, "690", french, 2},
		{europe, "DE", "Berlin", "Berlin", 52.52, 13.4, "101", german, 5},
		{europe, "DE", "Bayern", "München", 48.14, 11.58, "803", german, 3},
		{europe, "ES", "Madrid", "Madrid", 40.42, -3.7, "280", iberian, 3},
		{europe, "PL", "Mazowsze", "Łódź", 51.76, 19.46, "90-0", polish, 2},
		{europe, "SE", "Skåne", "Malmö", 55.6, 13, "211 ", nordic, 2},
		{china, "CN", "Shanghai", "Shanghai", 31.23, 121.47, "2000", chinese, 7},
		{china, "CN", "Zhejiang", "Hangzhou", 30.27, 120.16, "3100", chinese, 4},
		{china, "CN", "Jiangsu", "Suzhou", 31.3, 120.58, "2150", chinese, 3},
		{china, "CN", "Beijing", "Beijing", 39.9, 116.41, "1000", chinese, 5},
		{china, "CN", "Guangdong", "Guangzhou", 23.13, 113.26, "5100", chinese, 4},
		{china, "CN", "Guangdong", "Shenzhen", 22.54, 114.06, "5180", chinese, 4},
		{china, "CN", "Sichuan", "Chengdu", 30.57, 104.07, "6100", chinese, 3},
		{farEast, "JP", "Tokyo", "Tokyo", 35.68, 139.69, "100-00", japanese, 6},
		{farEast, "JP", "Kanagawa", "Yokohama", 35.44, 139.64, "220-00", japanese, 3},
		{farEast, "JP", "Osaka", "Osaka", 34.69, 135.5, "530-00", japanese, 4},
		{farEast, "KR", "Seoul", "Seoul", 37.57, 126.98, "041", korean, 5},
		{southAsia, "IN", "Maharashtra", "Mumbai", 19.08, 72.88, "4000", indian, 4},
		{southAsia, "IN", "Maharashtra", "Pune", 18.52, 73.86, "4110", indian, 2},
		{southAsia, "IN", "Karnataka", "Bengaluru", 12.97, 77.59, "5600", indian, 3},
		{middleEast, "AE", "Dubai", "Dubai", 25.2, 55.27, "", arabic, 3},
		{middleEast, "EG", "Cairo", "Cairo", 30.04, 31.24, "115", arabic, 2},
		{middleEast, "JO", "Amman", "Amman", 31.95, 35.93, "111", arabic, 0.6}, // under 1 % of customers: pools
	}
}

// regionTaste multiplies the wish for each category, as in categoryNames.
func regionTaste(region string) [categories]float64 {
	switch region {
	case americas:
		return [categories]float64{1.2, 0.5, 0.9, 1, 1.1, 0.9, 2.2, 1}
	case europe:
		return [categories]float64{1.9, 0.8, 1, 1.3, 1.6, 0.9, 0.8, 1}
	case china:
		return [categories]float64{0.5, 2.6, 1.1, 0.9, 0.4, 1.3, 0.9, 1}
	case farEast:
		return [categories]float64{0.8, 1.5, 1, 0.7, 0.5, 2.6, 0.8, 1.2}
	case southAsia:
		return [categories]float64{0.5, 1.6, 2.3, 0.9, 0.6, 0.9, 1, 0.8}
	}
	return [categories]float64{1.1, 1.2, 1, 2.4, 0.5, 1.2, 0.7, 1}
}
