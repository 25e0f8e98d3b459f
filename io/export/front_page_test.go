package export

import "testing"

func TestFrontMoneyTakesFewCharacters(t *testing.T) {
	for total, want := range map[float64]string{0: moneyFormat, 9999: moneyFormat, 99_999: wholeFormat, 681_245: "#,##0.0,", -5e6: "#,##0,", 2e8: "#,##0.0,,", 5e10: "#,##0,,", 1e12: "#,##0,,,"} {
		if got, unit := frontMoney(total); got != want || unit.Empty() != (max(total, -total) < 1e5) {
			t.Errorf("%g is written %s, %v; want %s", total, got, unit, want)
		}
	}
}
