// Command custseg segments customers from CSV and Excel files in the terminal.
package main

import (
	"embed"
	"io/fs"
	"os"

	"custseg/ui/cli"
)

//go:embed testdata/shop
var testdata embed.FS

func main() {
	samples, err := fs.Sub(testdata, "testdata")
	if err != nil {
		panic(err) // the name is a constant
	}
	app := cli.App{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv, Samples: samples}
	os.Exit(app.Main(os.Args[1:]))
}
