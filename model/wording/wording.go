// Package wording makes the printer that turns phrases into English. A phrase's
// key is its English text already, so only what depends on a count is in the
// catalogue: a sentence about one customer is worded as such. Another language
// is another catalogue, of all keys.
package wording

import (
	"fmt"
	"sync"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"
)

// English returns a printer of English.
func English() *message.Printer {
	return message.NewPrinter(language.English, message.Catalog(catalogue()))
}

// catalogue is made once: it is a table of constants.
var catalogue = sync.OnceValue(func() catalog.Catalog {
	b := catalog.NewBuilder(catalog.Fallback(language.English))
	for _, s := range sentences() {
		if err := b.Set(language.English, s.key(), s.message(nil)); err != nil {
			panic(fmt.Sprintf("wording: %s: %v", s.key(), err))
		}
	}
	return b
})

// message words the sentence for each count that it depends on, the arguments of
// which one says how many they are being those chosen already.
func (s sentence) message(one map[int]bool) catalog.Message {
	for _, arg := range s.counts() {
		if _, chosen := one[arg]; chosen {
			continue
		}
		return plural.Selectf(arg, "%d", plural.One, s.message(with(one, arg, true)), plural.Other, s.message(with(one, arg, false)))
	}
	return catalog.String(s.text(one))
}

func with(one map[int]bool, arg int, is bool) map[int]bool {
	out := map[int]bool{arg: is}
	for a, v := range one {
		out[a] = v
	}
	return out
}
