package export

import (
	"strconv"

	"github.com/xuri/excelize/v2"
)

// block is a rectangle of cells of a sheet, rows and columns counted from 1.
type block struct {
	sheet                    string
	top, left, bottom, right int
}

// row is the i-th row of the block, counted from 0.
func (k block) row(i int) block {
	k.top += i
	k.bottom = k.top
	return k
}

// column is the j-th column of the block, counted from 0.
func (k block) column(j int) block {
	k.left += j
	k.right = k.left
	return k
}

// cell is the cell in a row and a column of the block.
func (k block) cell(i, j int) block { return k.row(i).column(j) }

// first is the block less all but its first rows and columns.
func (k block) first(rows, columns int) block {
	k.bottom, k.right = k.top+rows-1, k.left+columns-1
	return k
}

// String refers to the block from any sheet.
func (k block) String() string {
	out := quoteSheet(k.sheet) + "!" + absolute(k.left, k.top)
	if k.left != k.right || k.top != k.bottom {
		out += ":" + absolute(k.right, k.bottom)
	}
	return out
}

// absolute refers to a cell, empty for one that a sheet does not have.
func absolute(column, row int) string {
	letters, err := excelize.ColumnNumberToName(column)
	if err != nil {
		return ""
	}
	return "$" + letters + "$" + strconv.Itoa(row)
}
