package wording

import (
	"slices"
	"sync"
)

// sentences are all that depend on a count.
var sentences = sync.OnceValue(func() []sentence {
	var out []sentence
	for _, written := range slices.Concat(ofModel(), ofMethods(), ofFiles(), ofScreens()) {
		out = append(out, parse(written))
	}
	return out
})
