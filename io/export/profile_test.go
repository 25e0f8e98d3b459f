package export

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"custseg/model"
)

// profiledDocument is the test document with a profile of three lines: a number,
// a date and a share.
func profiledDocument(t testing.TB) Document {
	t.Helper()
	d := testDocument(t)
	nan := math.NaN()
	line := func(name string, stat ProfileStat, all ProfileFigures, first ProfileFigures) ProfileLine {
		l := ProfileLine{Name: name, Label: model.Raw(name), Stat: stat, All: all}
		nobody := ProfileFigures{Mean: nan, Median: nan, Lift: nan, MedianLift: nan, Effect: nan, Chance: nan}
		l.Here = []ProfileFigures{first, nobody, nobody, first, nobody}
		return l
	}
	born := float64(day(t, "1980-05-05") / 86400)
	p := Profile{Telling: [][]int{{2, 0, 1}, nil, nil, {1}, nil}, Lines: []ProfileLine{
		line("monetary", StatMean, ProfileFigures{N: 5, Mean: 1000, Median: 400}, ProfileFigures{N: 2, Mean: 2500, Median: 500, Lift: 2.5, MedianLift: 1.25, Effect: 0.5, Chance: 0.01}),
		line("=born", StatDate, ProfileFigures{N: 4, Mean: born, Median: born - 1}, ProfileFigures{N: 2, Mean: born + 1, Median: born, Lift: nan, MedianLift: nan, Effect: -0.3, Chance: 0.4, MayBeChance: true}),
		line("city", StatShare, ProfileFigures{N: 5, Mean: 0.25, Median: nan}, ProfileFigures{N: 2, Mean: 0.75, Median: nan, Lift: 3, MedianLift: nan, Effect: 0.7, Chance: nan}),
	}}
	p.Lines[0].Unit, p.Lines[2].Unit, p.Lines[2].Used, p.Lines[2].Word = model.Money, model.Percent, true, "上海"
	p.Lines[2].Label = model.P("%s %s", "city", "上海")
	d.Profile = func(context.Context) (Profile, error) { return p, nil }
	return d
}

func TestProfileSheet(t *testing.T) {
	f := openBook(t, bookOf(t, profiledDocument(t), Options{}, excelize.TotalRows))
	if got := strings.Join(f.GetSheetList(), "|"); !strings.HasSuffix(got, "|Unclassified|Profile|Rules|Quality|Recipe") {
		t.Errorf("sheets %s", got)
	}
	var all []string
	at := map[string]int{} // the row of each first cell, the last of equal ones
	for i, row := range sheetRows(t, f, "Profile") {
		text := strings.Trim(strings.Join(row, "|"), "|")
		all = append(all, text)
		at[strings.SplitN(text, "|", 2)[0]] = i + 1
	}
	text := strings.Join(all, "\n")
	for _, want := range []string{
		"Means and shares", "monetary|mean||1000|2500|", "=born|date||29346|29347", "city 上海|share of customers|yes|0.25|0.75", // figures by segment
		"monetary|mean|||0.5|", "city 上海|share of customers|yes||0.7|", // effects
		"Champions|Figure|Input|Customers|Mean, share|of all|Lift|Median|of all|Lift|Effect|By chance",
		"city 上海|share of customers|yes|2|0.75|0.25|3||||0.7\nmonetary|mean||2|2500|1000|2.5|500|400|1.25|0.5|0.01\n=born|date||2|29347|29346||29346|29345||-0.3|0.4",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	shown := map[string]string{"E7": "1,000.00", "F7": "2,500.00", "E8": "1980-05-05", "E9": "25.0%"}
	for cell, want := range shown {
		if got, err := f.GetCellValue("Profile", cell); err != nil || got != want {
			t.Errorf("%s shows %q, want %q", cell, got, want)
		}
	}
	formats, err := f.GetConditionalFormats("Profile")
	if err != nil {
		t.Fatal(err)
	}
	// The colours of the figures follow the effects below them.
	row := strconv.Itoa(at["Effects"] + 3)
	if rules := formats["F7:J9"]; len(rules) != 6 || !strings.Contains(rules[0].Criteria, "F"+row+">=0.42") {
		t.Errorf("rules %+v, effects from row %s", formats, row)
	}
}

func TestProfileInJSON(t *testing.T) {
	_, got := jsonOf(t, profiledDocument(t), Options{})
	segments := got["segments"].([]any)
	lines := segments[0].(map[string]any)["profile"].([]any)
	if len(lines) != 3 {
		t.Fatalf("%v", lines)
	}
	city, born := lines[0].(map[string]any), lines[2].(map[string]any)
	if city["name"] != "city" || city["word"] != "上海" || city["here"] != 0.75 || city["lift"] != 3.0 || city["median"] != nil || city["chance"] != nil || city["used"] != true {
		t.Errorf("%v", city)
	}
	if born["here"] != "1980-05-06" || born["all_median"] != "1980-05-04" || born["lift"] != nil || born["n"] != 2.0 {
		t.Errorf("%v", born)
	}
	if _, ok := segments[1].(map[string]any)["profile"]; ok {
		t.Error("a segment that nothing tells of has a profile")
	}
}

func TestMaskedProfileHasNoHiddenColumn(t *testing.T) {
	d := profiledDocument(t)
	p, _ := d.Profile(t.Context())
	p.Lines[1].Name, p.Lines[1].Label = "born", model.Raw("born")
	p.Lines[2].Word, p.Lines[2].Label = "王小明", model.P("%s %s", "city", "王小明")
	d.Profile = func(context.Context) (Profile, error) { return p, nil }
	v, err := newView(d, Options{Privacy: model.MaskPersons(true)})
	if err != nil {
		t.Fatal(err)
	}
	shown, err := v.profile(t.Context())
	if err != nil || len(shown.Lines) != 2 || len(shown.Telling[0]) != 2 || shown.Lines[shown.Telling[0][0]].Name != "city" || len(shown.Telling[3]) != 0 {
		t.Errorf("%v, %+v", err, shown)
	}
	text, _ := jsonOf(t, d, Options{Privacy: model.MaskPersons(true)})
	if strings.Contains(text, "王小明") || strings.Contains(text, `"name": "born"`) {
		t.Error("a name is in clear")
	}
}

func TestProfileThatFailsFailsTheFile(t *testing.T) {
	d := profiledDocument(t)
	broken := errors.New("broken")
	d.Profile = func(context.Context) (Profile, error) { return Profile{}, broken }
	if err := JSON(&bytes.Buffer{}, d, Options{}); !errors.Is(err, broken) {
		t.Errorf("JSON: %v", err)
	}
	v, err := newView(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := writeWorkbook(t.Context(), &bytes.Buffer{}, v, Options{}, func(float64) {}); !errors.Is(err, broken) {
		t.Errorf("workbook: %v", err)
	}
}

func TestProfilesOfManyCustomersAreLeftOutOfJSON(t *testing.T) {
	ids := make([]string, mostProfiled+1)
	for i := range ids {
		ids[i] = strconv.Itoa(i)
	}
	table, err := model.NewTable("t", "t.csv", 2, model.TextsOf("id", ids))
	if err != nil {
		t.Fatal(err)
	}
	data := &model.Dataset{Tables: []*model.Table{table}, Guesses: []model.Guess{{Role: model.CustomerID}}}
	d := Document{Dataset: data, Customers: testCustomers(t, data),
		Segmentation: &model.Segmentation{Of: make([]int32, len(ids)), Segments: []model.Segment{{Name: model.P("all")}}},
		Profile:      func(context.Context) (Profile, error) { return Profile{}, errors.New("worked out all the same") }}
	var b bytes.Buffer
	if err := JSON(&b, d, Options{}); err != nil {
		t.Fatal(err)
	}
	var object documentJSON
	if err := json.Unmarshal(b.Bytes(), &object); err != nil || len(object.Notes) != 1 || !strings.Contains(object.Notes[0], "100,000") {
		t.Errorf("%v, notes %q", err, object.Notes)
	}
}
