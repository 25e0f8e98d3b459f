package export

import (
	"slices"
	"strings"
	"testing"

	"custseg/model"
)

func TestFilesNamedByPersonsHaveStandIns(t *testing.T) {
	d := testDocument(t)
	if got := PersonalFiles(d.Dataset); got != nil {
		t.Errorf("%q are named by persons", got)
	}
	data := *d.Dataset
	data.Sources = nil
	for _, file := range []string{"/home/alice/orders_of_Jane_Doe.csv", "maria-garcia-2024.xlsx", "王小明订单.csv", "王小明.csv", "orders_april_2024.csv", "online_retail_30k_lines.csv",
		"customers.csv", "rfm_data_orders.csv", "marketing_campaign.csv", "new_york_sales.csv", "zh_superstore_orders_gbk.csv", "credit_card_customers.csv", "black_friday.csv", "summer_sale_june.csv", "orders"} {
		data.Sources = append(data.Sources, model.Source{Path: file})
	}
	want := []string{"file 1.csv", "file 2.xlsx", "file 4.csv"}
	if got := PersonalFiles(&data); !slices.Equal(got, want) {
		t.Errorf("%q are named by persons, want %q", got, want)
	}
	d.Dataset = &data
	m, err := newMasker(d, Options{Privacy: model.Privacy{Default: model.MaskColumn}})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(m.lines(), func(p model.Phrase) bool { return len(p.Args) > 0 && p.Args[0] == strings.Join(want, ", ") }) {
		t.Errorf("the lines are %v", m.lines())
	}
}
