// Gen writes the sample data of custseg, sample:shop: five tables of a shop
// that does not exist. It is run from the root of the repository,
//
//	go run ./testdata/gen
//	go test ./testdata/gen
//
// and leaves in testdata/shop, as gzipped CSV, the tables that were committed,
// byte for byte: the seed is fixed and no clock is read. The test checks that,
// on what the files hold unpacked, for another version of Go may pack it in
// other bytes; and it checks the structure below. (The pattern ./... passes
// over folders called testdata, so both are named.)
//
// The shop sells from 2023-01-01 to 2025-12-31. Seven kinds of buyers are
// mixed in it, an eighth has yet to buy (kinds.go); no column names them:
//
//   - regulars: gamma purchase rates and beta dropout, as BG/NBD assumes;
//   - 220 lapsed customers of high value: frequent and rich until 5 to 9 months
//     before the end, silent since;
//   - bargain hunters on the marketplace: discounts above 30 %, few come back,
//     low recommendation, at a loss or nearly;
//   - young app natives: small, frequent orders, many returns;
//   - 36 wholesale buyers with huge baskets on weekdays, so that the top
//     20 % of customers make two thirds to three quarters of revenue;
//   - gift buyers: one order before Christmas;
//   - subscribers: the same goods every month, give or take two days;
//   - 175 prospects who registered and never ordered.
//
// Income and spending score form five clouds, the attitude items four styles
// (people.go, self.go, survey.go). Regions differ in the categories they like,
// demand has seasons and grows (places.go, calendar.go), a few products are
// bought in pairs (products.go), and opinions, online behaviour and credit go
// with the kind of customer (survey.go, web.go, card.go).
//
// Some of it is untidy on purpose: guests without a customer id, customers
// whose row is deleted, returns under order ids of their own, free samples,
// gaps, a birth in 1890, namesakes, names in several scripts, postcodes with a
// leading zero.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	dir := flag.String("out", filepath.Join("testdata", "shop"), "the `folder` to write to")
	log := flag.String("log", "", "write instead a log of orders to this `file`, to measure speed with")
	orders := flag.Int("orders", 1_000_000, "how many orders the log has")
	flag.Parse()
	work := func() error { return write(*dir) }
	if *log != "" {
		work = func() error { return writeLog(*log, *orders) }
	}
	if err := work(); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

// write makes the shop and writes its files to a folder that exists.
func write(dir string) error {
	for _, f := range newShop().files() {
		b, err := f.packed()
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, f.name+".gz"), b, 0o644); err != nil {
			return err
		}
	}
	return nil
}
