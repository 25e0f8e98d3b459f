package xlsx

import "bytes"

// placeOf returns the column of a reference such as AB12, counted from 1; 0 when it
// is no place of a sheet.
func placeOf(ref []byte) int {
	column, i := 0, 0
	for ; i < len(ref); i++ {
		letter := ref[i] &^ ('a' - 'A')
		if letter < 'A' || letter > 'Z' {
			break
		}
		if column = column*26 + int(letter-'A') + 1; column > maxColumns {
			return 0
		}
	}
	row := 0
	for _, c := range ref[i:] {
		if row = row*10 + int(c) - '0'; c < '0' || c > '9' || row > maxRows {
			return 0
		}
	}
	if row == 0 {
		return 0
	}
	return column
}

// columnOf returns the column of a reference such as AB12, counted from 1; 0
// when there is none.
func columnOf(ref []byte) int {
	n := 0
	for _, c := range ref {
		if c < 'A' || c > 'Z' || n > maxColumns {
			break
		}
		n = n*26 + int(c-'A') + 1
	}
	return n
}

// rowOf returns the row of a reference such as AB12; 0 when there is none.
func rowOf(ref []byte) int { return atoi(bytes.TrimLeft(ref, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")) }
