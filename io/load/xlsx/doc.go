// Package xlsx streams the cells of an Excel workbook (.xlsx, .xlsm) with what
// a reader of data needs to know of them: is a cell text, a number, a date, an
// error or a formula without a value, is its row or its column hidden, is it
// merged with others. It keeps one row and the shared strings in
// memory, never the sheet.
//
// The format is ECMA-376 (Office Open XML), part 1, section 18.
package xlsx
