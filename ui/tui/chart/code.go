package chart

import (
	"math"
	"strconv"
	"strings"

	"custseg/model"
)

// Code is the unit of numbers that name a year or a place: they have no mark
// between thousands and are never abbreviated.
const Code model.Unit = "code"

// Coded returns the unit in which the numbers of a column are written: [Code]
// where its name says that they are years, postcodes or coordinates, else its
// own.
func Coded(name string, u model.Unit) model.Unit {
	if u != model.Plain {
		return u
	}
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return strings.ContainsRune(" _-./", r) })
	for _, w := range words {
		switch w {
		case "last", "per", "this", "previous": // amounts of a year
			return u
		}
	}
	for _, w := range words {
		switch w {
		case "year", "yr", "birthyear", "postcode", "zip", "zipcode", "plz", "latitude", "longitude", "lat", "lon", "lng", "jahr":
			return Code
		}
	}
	for _, w := range []string{"年份", "出生年", "邮编", "邮政编码", "经度", "纬度"} {
		if strings.Contains(name, w) {
			return Code
		}
	}
	return u
}

// code writes a number of the unit [Code].
func code(v float64) string {
	return strconv.FormatFloat(math.Round(v*1e4)/1e4+0, 'f', -1, 64)
}
