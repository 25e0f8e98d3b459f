package cli

import (
	"github.com/spf13/cobra"

	"custseg/model"
)

// registerReading adds the flags that say how files are read.
func registerReading(cmd *cobra.Command, r *model.Reading) {
	flags := cmd.Flags()
	flags.StringVar(&r.Sheet, "sheet", "", "the `sheet` of a workbook to read")
	flags.StringVar(&r.Encoding, "encoding", "", "the `encoding` of text files, such as gb18030")
	flags.StringVar(&r.Delimiter, "delimiter", "", "the `delimiter` of text files, such as ';' or tab")
	flags.BoolVar(&r.NoHeader, "no-header", false, "the first row is data; columns are named 1, 2, 3 ...")
	countVar(cmd, &r.Header, "header", "a row of the file, counted from 1", "the `row`, counted from 1, that names the columns (default: found)")
	countVar(cmd, &r.Rows, "rows", "a number of rows, 1 or more", "read only the first `n` rows (default: all)")
	flags.StringVar((*string)(&r.Dates), "dates", "", "the `order` of dates such as 3/4/2024: dmy, mdy or ymd (default: found)")
	flags.StringVar(&r.Decimal, "decimal", "", "the decimal `mark` of numbers such as 1,500: . or , (default: found)")
}

// checkReading refuses what the flags of reading cannot be.
func checkReading(r model.Reading) error {
	switch r.Dates {
	case "", model.DayMonthYear, model.MonthDayYear, model.YearMonthDay:
	default:
		return usagef("--dates %s: one of dmy, mdy and ymd", r.Dates)
	}
	switch {
	case r.Decimal != "" && r.Decimal != "." && r.Decimal != ",":
		return usagef("--decimal %s: one of . and ,", r.Decimal)
	case r.Header > 0 && r.NoHeader:
		return usagef("--header %d and --no-header: either a row names the columns or none does", r.Header)
	}
	return nil
}

// overReading returns a recipe's reading with what flags were given put over it.
func overReading(cmd *cobra.Command, given, r model.Reading) model.Reading {
	changed := cmd.Flags().Changed
	if changed("sheet") {
		r.Sheet = given.Sheet
	}
	if changed("encoding") {
		r.Encoding = given.Encoding
	}
	if changed("delimiter") {
		r.Delimiter = given.Delimiter
	}
	if changed("no-header") || changed("header") {
		r.NoHeader, r.Header = given.NoHeader, given.Header
	}
	if changed("rows") {
		r.Rows = given.Rows
	}
	if changed("dates") {
		r.Dates = given.Dates
	}
	if changed("decimal") {
		r.Decimal = given.Decimal
	}
	return r
}
