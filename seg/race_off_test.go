//go:build !race

package seg

const raceDetector = false
