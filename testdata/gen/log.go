package main

import (
	"bufio"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"time"
)

// writeLog writes so many orders to one CSV file, a row each in the order of time,
// as a web shop exports them: two years of about a quarter as many customers, some
// of whom order far more often than others. It serves to measure speed.
func writeLog(path string, orders int) (err error) {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() {
		if closed := f.Close(); err == nil {
			err = closed
		}
	}()
	channels := []string{"web", "web", "mobile app", "store", "phone"}
	categories := []string{"Grocery", "Fashion", "Beauty", "Electronics", `"Home, Garden"`, "Toys"}
	regions := []string{"North", "South", "East", "West", "Central"}
	const years = 2 * 365 * 24 * time.Hour
	start := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
	dice := rand.New(rand.NewPCG(20260101, 1))
	w := bufio.NewWriter(f)
	fmt.Fprintln(w, "order_id,customer_id,order_date,amount,quantity,channel,category,region")
	for i := range orders {
		customer := int(float64(orders) / 3 * math.Pow(dice.Float64(), 2))
		at := start.Add(time.Duration(float64(i) / float64(orders) * float64(years)))
		amount := math.Exp(3.6 + .8*dice.NormFloat64())
		if dice.IntN(50) == 0 {
			amount = -amount // a return
		}
		fmt.Fprintf(w, "O%d,C%d,%s,%.2f,%d,%s,%s,%s\n", i+1, 100_000+customer, at.Format(time.DateTime), amount, 1+dice.IntN(5),
			channels[dice.IntN(len(channels))], categories[dice.IntN(len(categories))], regions[customer%len(regions)])
	}
	return w.Flush()
}
