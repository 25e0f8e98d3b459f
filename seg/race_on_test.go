//go:build race

package seg

// raceDetector reports whether the tests run under the race detector, which
// makes them slow: one setting of each method is enough for it.
const raceDetector = true
