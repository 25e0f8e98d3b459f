package latent_test

import (
	"context"
	"encoding/csv"
	"errors"
	"math"
	"math/rand/v2"
	"os"
	"reflect"
	"runtime"
	"strconv"
	"testing"

	"custseg/seg/latent"
)

func settings() latent.Settings {
	return latent.Settings{Starts: 20, MaxIter: 5000, Tol: 1e-12, Seed: 1}
}

func fit(t testing.TB, items []latent.Item, s latent.Settings, ks ...int) []latent.Model {
	t.Helper()
	out, err := latent.Fit(context.Background(), items, ks, s, nil)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// items makes items of two levels or more of the codes of each, from 0.
func items(codes ...[]int32) []latent.Item {
	out := make([]latent.Item, len(codes))
	for j, c := range codes {
		out[j] = latent.Item{Codes: c, Levels: 2}
		for _, v := range c {
			out[j].Levels = max(out[j].Levels, int(v)+1)
		}
	}
	return out
}

// carcinoma is the data of Agresti (2002): seven pathologists on 118 slides.
func carcinoma(t testing.TB) []latent.Item {
	t.Helper()
	file, err := os.Open("../../../shared/data/lca_carcinoma.csv")
	if err != nil {
		t.Skip("reference data is not here: ", err)
	}
	defer file.Close()
	records, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	codes := make([][]int32, len(records[0]))
	for _, record := range records[1:] {
		for j, cell := range record {
			v, err := strconv.Atoi(cell)
			if err != nil {
				t.Fatal(err)
			}
			codes[j] = append(codes[j], int32(v-1))
		}
	}
	return items(codes...)
}

func near(a, b, tolerance float64) bool { return math.Abs(a-b) <= tolerance }

// The manual of R's poLCA, version 1.4, and Linzer & Lewis (2011), section 5.1.
func TestCarcinoma(t *testing.T) {
	models := fit(t, carcinoma(t), settings(), 2, 3, 4)
	for i, want := range []float64{-317.2568, -293.7050, -289.2858} {
		m := models[i]
		if !near(m.LogLikelihood, want, 1e-4) || !m.Converged {
			t.Errorf("%d classes: log-likelihood %.4f, want %.4f; converged %v", m.K, m.LogLikelihood, want, m.Converged)
		}
	}
	m := models[1]
	for _, c := range []struct {
		what                 string
		got, want, tolerance float64
	}{
		{"parameters", float64(m.Parameters), 23, 0}, {"degrees of freedom", float64(m.DF), 95, 0},
		{"AIC", m.AIC, 633.41, .005}, {"BIC", m.BIC, 697.1357, 1e-3},
		{"G squared", m.GSquared, 15.26171, 1e-4}, {"chi-squared", m.ChiSquared, 20.50336, 1e-3},
		{"share of class 1", m.Shares[0], .4447, 1e-4}, {"share of class 2", m.Shares[1], .3736, 1e-4}, {"share of class 3", m.Shares[2], .1817, 1e-4},
	} {
		if !near(c.got, c.want, c.tolerance) {
			t.Errorf("%s %v, want %v", c.what, c.got, c.want)
		}
	}
}

// One class is the share of each answer.
func TestOneClassByHand(t *testing.T) {
	m := fit(t, items([]int32{0, 0, 0, 1}, []int32{0, 2, 1, 1}), settings(), 1)[0]
	want := 3*math.Log(.75) + math.Log(.25) + 2*math.Log(.25) + 2*math.Log(.5)
	if !near(m.LogLikelihood, want, 1e-12) || m.Parameters != 3 || m.DF != 4-3 {
		t.Errorf("log-likelihood %v, want %v; %d parameters, %d left", m.LogLikelihood, want, m.Parameters, m.DF)
	}
	if got := m.Answers[0]; !near(got[0][1], .25, 1e-12) || !near(got[1][1], .5, 1e-12) {
		t.Errorf("answers %v", got)
	}
	if !math.IsNaN(m.EntropyR2) {
		t.Errorf("one class is told apart by %v", m.EntropyR2)
	}
}

// Three rows answer all items with 0 and two with 1: two classes, surely.
func TestTwoClassesByHand(t *testing.T) {
	answers := []int32{0, 0, 1, 0, 1}
	m := fit(t, items(answers, answers, answers), settings(), 2)[0]
	if want := 3*math.Log(.6) + 2*math.Log(.4); !near(m.LogLikelihood, want, 1e-9) || !near(m.EntropyR2, 1, 1e-9) {
		t.Errorf("log-likelihood %v, want %v; entropy R² %v", m.LogLikelihood, want, m.EntropyR2)
	}
	if !reflect.DeepEqual(m.Labels, answers) || !reflect.DeepEqual(m.Sizes, []int{3, 2}) {
		t.Errorf("labels %v, sizes %v", m.Labels, m.Sizes)
	}
}

// A missing answer leaves what the others say.
func TestMissingAnswers(t *testing.T) {
	a := []int32{0, 0, 0, 1, 1, -1, 0, -1}
	b := []int32{0, 0, 0, 1, 1, 1, -1, -1}
	m := fit(t, items(a, b, b), settings(), 2)[0]
	if want := []int32{0, 0, 0, 1, 1, 1, 0}; !reflect.DeepEqual(m.Labels[:7], want) {
		t.Errorf("labels %v", m.Labels)
	}
	if last := m.Membership.Row(7); !near(last[0], m.Shares[0], 1e-9) {
		t.Errorf("a row without answers belongs by %v, the shares are %v", last, m.Shares)
	}
	if !math.IsNaN(m.GSquared) {
		t.Errorf("G squared %v", m.GSquared)
	}
}

func generated(rows int) []latent.Item {
	r := rand.New(rand.NewPCG(8, 0))
	codes := make([][]int32, 6)
	for range rows {
		class := r.IntN(3)
		for j := range codes {
			v := int32(r.IntN(4))
			if r.Float64() < .6 {
				v = int32((class + j) % 4)
			}
			codes[j] = append(codes[j], v)
		}
	}
	return items(codes...)
}

func TestOrderAndProcessorsDoNotMatter(t *testing.T) {
	const rows = 200
	given, s := generated(rows), settings()
	s.MaxIter, s.Tol = 200, 1e-9
	want := fit(t, given, s, 3)[0]
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	perm := rand.New(rand.NewPCG(2, 0)).Perm(rows)
	shuffled := make([]latent.Item, len(given))
	for j, item := range given {
		shuffled[j] = latent.Item{Codes: make([]int32, rows), Levels: item.Levels}
		for to, from := range perm {
			shuffled[j].Codes[to] = item.Codes[from]
		}
	}
	got := fit(t, shuffled, s, 3)[0]
	if got.LogLikelihood != want.LogLikelihood || !reflect.DeepEqual(got.Answers, want.Answers) {
		t.Errorf("log-likelihood %v became %v", want.LogLikelihood, got.LogLikelihood)
	}
	for to, from := range perm {
		if got.Labels[to] != want.Labels[from] || !reflect.DeepEqual(got.Membership.Row(to), want.Membership.Row(from)) {
			t.Fatalf("row %d moved", from)
		}
	}
}

func TestDegenerateItems(t *testing.T) {
	for _, c := range []struct {
		name  string
		items []latent.Item
		k     int // of 3
	}{
		{"one row", items([]int32{1}), 1},
		{"all equal", items([]int32{1, 1, 1}, []int32{0, 0, 0}), 1},
		{"two patterns", items([]int32{1, 0, 1}), 2},
		{"one level", []latent.Item{{Codes: []int32{0, 0, 0}, Levels: 1}}, 1},
		{"all missing", items([]int32{-1, -1, -1}), 1},
		{"an item no one answers", items([]int32{-1, -1, -1, -1}, []int32{0, 1, 2, 3}), 3},
	} {
		m := fit(t, c.items, settings(), 3)[0]
		if m.K != c.k || !near(m.LogLikelihood, m.LogLikelihood, 0) {
			t.Errorf("%s: %d classes, want %d; log-likelihood %v", c.name, m.K, c.k, m.LogLikelihood)
		}
		for _, p := range m.Membership.Data {
			if !(p >= 0 && p <= 1) {
				t.Errorf("%s: membership %v", c.name, m.Membership.Data)
			}
		}
	}
}

// Rows that were not fitted are assigned by the answers that the model knows.
func TestAssignOfUnseenAnswers(t *testing.T) {
	known := items([]int32{0, 0, 0, 1, 1}, []int32{0, 0, 0, 1, 1})
	known[1].Levels = 3
	m := fit(t, known, settings(), 2)[0]
	labels, membership := m.Assign([]latent.Item{{Codes: []int32{1, 0}, Levels: 2}, {Codes: []int32{2, 2}, Levels: 3}})
	if !reflect.DeepEqual(labels, []int32{1, 0}) || !near(membership.Row(0)[1], 1, 1e-9) {
		t.Errorf("labels %v, membership %v", labels, membership.Data)
	}
}

func TestErrors(t *testing.T) {
	ctx, good := context.Background(), items([]int32{0, 1, 1, 0}, []int32{0, 1, 0, 1})
	for _, bad := range [][]latent.Item{nil, {{}}, {{Codes: []int32{0, 2}, Levels: 2}}, {{Codes: []int32{0}, Levels: 0}},
		{{Codes: []int32{0}, Levels: 1}, {Codes: []int32{0, 0}, Levels: 1}}} {
		if _, err := latent.Fit(ctx, bad, []int{1}, settings(), nil); err == nil {
			t.Errorf("items %v are taken", bad)
		}
	}
	if _, err := latent.Fit(ctx, good, []int{0}, settings(), nil); err == nil {
		t.Error("no classes are taken")
	}
	for _, s := range []latent.Settings{{MaxIter: 1}, {Starts: 1}, {Starts: 1, MaxIter: 1, Tol: math.NaN()}} {
		if _, err := latent.Fit(ctx, good, []int{1}, s, nil); err == nil {
			t.Errorf("settings %+v are taken", s)
		}
	}
	cancelled, cancel := context.WithCancel(ctx)
	if _, err := latent.Fit(cancelled, good, []int{2, 3}, settings(), func(float64) { cancel() }); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func BenchmarkFit(b *testing.B) {
	given, s := generated(2500), settings()
	s.MaxIter, s.Tol = 500, 1e-9
	for b.Loop() {
		fit(b, given, s, 1, 2, 3, 4, 5, 6, 7, 8)
	}
}
