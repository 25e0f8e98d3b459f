// Package xls reads the cells of an Excel workbook in the format of before 2007
// (.xls), as package xlsx does those of the later one. The workbook is a stream
// of records (BIFF8, or BIFF5 of before 1997) in a compound file. The stream is
// held in memory, for a sheet has at most 65,536 rows.
//
// The format is [MS-XLS], Excel Binary File Format, published by Microsoft; that
// of BIFF5 is in "OpenOffice.org's Documentation of the Microsoft Excel File
// Format" by D. Rentz.
package xls
