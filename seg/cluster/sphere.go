package cluster

import "math"

// earthRadius is the mean radius of the Earth in kilometres (IUGG).
const earthRadius = 6371.0088

// OnSphere places latitudes and longitudes, in degrees, on the unit sphere: a
// row of three columns each. Straight distances between the rows order as those
// along the surface do, so that what works on rows works on places; [Chord] and
// [Arc] convert them. It panics when the lengths differ.
func OnSphere(latitude, longitude []float64) Matrix {
	x, y, z := make([]float64, len(latitude)), make([]float64, len(latitude)), make([]float64, len(latitude))
	for i, lat := range latitude {
		sinLat, cosLat := math.Sincos(lat * math.Pi / 180)
		sinLon, cosLon := math.Sincos(longitude[i] * math.Pi / 180)
		x[i], y[i], z[i] = cosLat*cosLon, cosLat*sinLon, sinLat
	}
	return FromColumns(x, y, z[:len(longitude)])
}

// Chord returns the straight distance on the unit sphere of places that are so
// many kilometres apart along the Earth: 2 sin(d/2R), by the haversine formula
// (Sinnott 1984). Beyond half the way around it is that of the antipode.
func Chord(km float64) float64 {
	return 2 * math.Sin(min(km/earthRadius, math.Pi)/2)
}

// Arc is the inverse of [Chord], in kilometres.
func Arc(chord float64) float64 {
	return 2 * earthRadius * math.Asin(min(chord/2, 1))
}
