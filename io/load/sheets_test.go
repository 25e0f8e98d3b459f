package load

import (
	"context"
	"os"
	"strings"
	"testing"

	"custseg/model"

	"github.com/xuri/excelize/v2"
)

func TestAnotherSheetHoldsTheOrders(t *testing.T) {
	orders := []any{"order_id", "customer_id", "order_date", "amount"}
	for _, c := range []struct {
		name          string
		first, second []any
		row           int // of the second sheet's header
		want          string
	}{
		{"notes first", []any{"note", "by"}, orders, 1, `what the sheet "Sales 2024" has: order_date, amount`},
		{"header further down", []any{"note", "by"}, orders, 4, `what the sheet "Sales 2024" has: order_date, amount`},
		{"no date", []any{"customer_id", "amount"}, orders, 1, `what the sheet "Sales 2024" has: order_date;`},
		{"Chinese", []any{"说明", "by"}, []any{"订单编号", "客户编号", "下单日期", "销售额"}, 1, `has: 下单日期, 销售额`},
		{"vague names borne out", []any{"note", "by"}, []any{"customer_id", "order_id", "date", "total"}, 1, `has: date`},
		{"vague names alone", []any{"note", "by"}, []any{"date", "remark"}, 1, ""},
		{"both hold orders", []any{"customer_id", "order_date", "amount"}, orders, 1, ""},
		{"none does", []any{"note", "by"}, []any{"city", "region"}, 1, ""},
		{"empty", []any{"note", "by"}, []any{""}, 1, ""},
		{"below the rows looked at", []any{"note", "by"}, []any{"order_date", "amount"}, 30, ""},
	} {
		path := saveBook(t, func(f *excelize.File) error {
			if _, err := f.NewSheet("Returns"); err != nil {
				return err
			}
			if _, err := f.NewSheet("Sales 2024"); err != nil {
				return err
			}
			values := map[any]any{"order_date": "2024-01-05", "amount": 5, "customer_id": "C1"}
			cells := make([]any, len(c.first))
			for i, name := range c.first {
				if cells[i] = values[name]; cells[i] == nil {
					cells[i] = "x"
				}
			}
			setRow(f, "Sheet1", 1, c.first...)
			setRow(f, "Sheet1", 2, cells...)
			for row := 1; row < c.row; row++ {
				setRow(f, "Sales 2024", row, "")
			}
			return setRow(f, "Sales 2024", c.row, c.second...)
		})
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		piped, err := Open(context.Background(), []string{"-"}, Options{Stdin: strings.NewReader(string(content))}, nil)
		if err != nil {
			t.Fatal(err)
		}
		for remedy, d := range map[string]*model.Dataset{
			"open " + path + `#Sales 2024 or give --sheet "Sales 2024"`: openBook(t, path, model.Reading{}),
			`to read that one give --sheet "Sales 2024"`:                piped,
		} {
			var about []model.Finding
			for _, f := range d.Findings {
				if strings.Contains(english(f.Text), "the first sheet was read") {
					about = append(about, f)
				}
			}
			if len(about) != 1 {
				t.Errorf("%s: %d findings about sheets", c.name, len(about))
				continue
			}
			text := english(about[0].Text)
			if c.want == "" && (about[0].Level != model.Info || !strings.Contains(text, "also holds Returns, Sales 2024")) {
				t.Errorf("%s: %+v", c.name, about[0])
			}
			if c.want != "" && (about[0].Level != model.Warning || !strings.Contains(text, c.want) || !strings.Contains(text, remedy)) {
				t.Errorf("%s: %+v, want %q and %q", c.name, about[0], c.want, remedy)
			}
		}
		asked := openBook(t, path, model.Reading{Sheet: "Sheet1"})
		if found(asked, "the first sheet was read") {
			t.Errorf("%s: the sheet was asked for, yet: %v", c.name, asked.Findings)
		}
	}
}
