package model

import "testing"

func TestFileRowSkipsWhatIsNoDataRow(t *testing.T) {
	table, err := NewTable("t", "t.csv", 2, NewNumbers("x", make([]float64, 6)))
	if err != nil {
		t.Fatal(err)
	}
	if got := table.FileRow(5); got != 7 {
		t.Errorf("without gaps row 5 is at %d", got)
	}
	table.Runs = []Run{{0, 2}, {2, 6}, {5, 20}} // rows 4, 5 and 9 to 19 are blank or rejected
	for row, want := range []int{2, 3, 6, 7, 8, 20} {
		if got := table.FileRow(int32(row)); got != want {
			t.Errorf("row %d is at %d, want %d", row, got, want)
		}
	}
}

func TestTableFindsColumns(t *testing.T) {
	table, _ := NewTable("t", "t.csv", 2, NewNumbers("Sales", nil), NewNumbers("2", nil), NewNumbers("sales ", nil), NewNumbers("Amount  paid ", nil))
	for name, want := range map[string]int{"Sales": 0, "SALES": 0, "sales ": 2, "2": 1, "3": 2, "5": -1, "": -1, "amount paid": 3, "amountpaid": -1} {
		if got := table.Find(name); got != want {
			t.Errorf("%q is column %d, want %d", name, got, want)
		}
	}
	if _, err := NewTable("t", "t.csv", 2, NewNumbers("a", nil), NewNumbers("a", nil)); err == nil {
		t.Error("two columns of one name were taken")
	}
}
