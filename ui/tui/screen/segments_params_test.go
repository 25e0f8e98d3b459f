package screen

import (
	"context"
	"errors"
	"hash/fnv"
	"os"
	"strings"
	"testing"

	"custseg/io/load"
	"custseg/model"
	"custseg/seg"
	"custseg/ui/tui/form"
)

// fewOfTheShop is the sample data of one customer in twenty: every method can
// run on it, and soon.
func fewOfTheShop(t testing.TB) *model.Dataset {
	t.Helper()
	d, err := load.Open(context.Background(), []string{"sample:shop"}, load.Options{Samples: os.DirFS("../../../testdata")}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, table := range d.Tables {
		var rows []int32
		var columns []model.Column
		for _, c := range table.Columns() {
			if c.Name() != "customer_id" {
				continue
			}
			for r := range c.Len() {
				h := fnv.New32a()
				h.Write([]byte(c.Text(r)))
				if h.Sum32()%20 == 0 {
					rows = append(rows, int32(r))
				}
			}
		}
		for _, c := range table.Columns() {
			columns = append(columns, c.Pick(rows))
		}
		if d.Tables[i], err = model.NewTable(table.Name, table.File, table.FirstRow, columns...); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

// enabled puts settings in force under which a parameter has an effect.
func enabled(r model.Recipe, s seg.Spec, p seg.Param) model.Recipe {
	if len(p.When) == 0 {
		return r
	}
	other, _ := s.Param(p.When[0].Param)
	return enabled(r, s, other).WithParam(other.ID, model.Word(p.When[0].In[0]))
}

// Every parameter of every method is changed on the screen by stepping, by
// choosing and by typing: it ends in a result or in words that say what is wrong,
// and never in a field that cannot be left.
func TestEveryParameterCanBeTuned(t *testing.T) {
	if testing.Short() {
		t.Skip("every parameter of every method takes its time")
	}
	host := newFakeHost()
	host.open(t, fewOfTheShop(t))
	plain := host.session.Recipe
	for _, m := range seg.Catalogue() {
		spec := m.Spec()
		t.Run(spec.ID, func(t *testing.T) {
			host.session.Recipe, host.session.Failed = plain.WithMethod(spec.ID), nil
			host.settle()
			if host.session.Failed != nil {
				t.Fatal(host.session.Failed)
			}
			for _, p := range spec.Params {
				tune(t, host, enabled(plain.WithMethod(spec.ID), spec, p), p)
			}
		})
	}
}

// tune changes one parameter in every way there is.
func tune(t *testing.T, host *fakeHost, r model.Recipe, p seg.Param) {
	t.Helper()
	host.session.Failed, host.session.Recipe = nil, r
	s := NewSegments(host)
	s.SetSize(120, 32)
	s.focus = paramsPane
	s.Refresh()
	if !s.params.SetCursor(p.ID) {
		t.Fatalf("%s is not on the screen", p.ID)
	}
	changes := 0
	for _, keys := range waysToTune(s.field(p, p.Default), p) {
		host.warned = nil
		for _, key := range keys {
			if text, is := strings.CutPrefix(key, "type "); is {
				typed(t, s, text)
			} else {
				press(t, s, key)
			}
		}
		if s.params.Editing() {
			if text := seen(s); !strings.Contains(text, "! ") {
				t.Errorf("%s: after %v the field is open and nothing says why:\n%s", p.ID, keys, text)
			}
			press(t, s, "esc")
		}
		if s.params.State() == form.Listing {
			press(t, s, "esc")
		}
		if s.params.State() != form.Moving || s.params.Cursor() != p.ID {
			t.Fatalf("%s: after %v and Esc the field is still open, or another has the pointer", p.ID, keys)
		}
		if !host.session.Recipe.Equal(r) {
			changes++
			settled(t, host, s, p)
		}
		press(t, s, "backspace")
		if _, set := host.session.Recipe.Params[p.ID]; set && len(r.Params[p.ID].Words()) == 0 && r.Params[p.ID].Word() == "" {
			t.Errorf("%s: Backspace does not go back to the default", p.ID)
		}
		host.session.Recipe = r
		s.Refresh()
	}
	if changes == 0 {
		t.Errorf("%s cannot be changed at all:\n%s", p.ID, seen(s))
	}
}

// waysToTune are the keys that change a field, each from where it is.
func waysToTune(f form.Field, p seg.Param) [][]string {
	switch f.Kind {
	case form.Stepper:
		return [][]string{{"right"}, {"left"}, {"enter", "ctrl+u", "type " + typedFor(p), "enter"}}
	case form.Choice:
		last := f.Choices[len(f.Choices)-1].ID
		return [][]string{{"right"}, {"left"}, {"enter", "down", "enter"}, {"/", "type " + last, "enter"}}
	case form.Columns:
		first := f.Choices[0].ID
		return [][]string{{"/", "type " + first, "space", "enter"}, {"enter", "space", "down", "space", "enter"}}
	case form.Weights:
		return [][]string{{"right", "right"}, {"enter", "end", "enter", "type 2", "enter"}}
	case form.Cuts:
		return [][]string{{"enter", "right"}, {"enter", "end", "a", "enter"}, {"enter", "x"}}
	case form.Lines:
		return [][]string{{"enter", "x"}, {"enter", "end", "a", "type " + p.Default.Words()[0], "enter"}}
	}
	return [][]string{{"enter", "type " + typedFor(p), "enter"}}
}

// settled runs what the form made of the recipe: there is a result, or an error
// that says what is wrong.
func settled(t *testing.T, host *fakeHost, s *SegmentsView, p seg.Param) {
	t.Helper()
	before := host.session.Result
	host.session.Failed = nil
	host.settle()
	s.Refresh()
	if err := host.session.Failed; err != nil {
		var wrong *seg.ParamError
		if errors.As(err, &wrong) && wrong.Param == p.ID && p.Takes != seg.NoColumns && p.Kind == seg.OneColumn {
			t.Errorf("%s offers what the method does not take: %v", p.ID, err)
		}
		if len(err.Error()) < 20 || !strings.Contains(seen(s), "! ") {
			t.Errorf("%s: the screen does not say %v", p.ID, err)
		}
		return
	}
	if host.session.Result == before {
		t.Errorf("%s: neither a result nor an error", p.ID)
	}
}

// typedFor is a value other than the default, as it is typed.
func typedFor(p seg.Param) string {
	switch p.Kind {
	case seg.Int, seg.Float, seg.PercentShare:
		v := p.Min + p.Step
		if p.Default.Kind() == model.NumberVal && p.Default.Number() == v {
			v += p.Step
		}
		return p.Format(model.Num(v))
	case seg.Day:
		return "2025-06-30"
	}
	return ""
}

// The seed is beside the parameters of the methods in which it has a part, of
// whichever family.
func TestTheSeedIsShownWhereItCounts(t *testing.T) {
	host := newFakeHost()
	host.open(t, messyData(t))
	s := NewSegments(host)
	for _, m := range seg.Catalogue() {
		spec := m.Spec()
		host.session.Recipe = host.session.Recipe.WithMethod(spec.ID)
		s.Refresh()
		if got := s.params.SetCursor(seedField); got != spec.Seeded {
			t.Errorf("%s shows the seed: %v", spec.ID, got)
		}
	}
}

func TestChartsSayWhatTheArrowsDo(t *testing.T) {
	s, _ := matrixOf(t)
	s.charts.zoomed = false
	if text := seen(s); !strings.Contains(text, "left and right enter the dots, up and down choose a cut") {
		t.Errorf("on a scatter with cuts:\n%s", text)
	}
	press(t, s, "v")
	if text := seen(s); !strings.Contains(text, "chart 2 of 3") || strings.Contains(text, "enter the dots") {
		t.Errorf("on bars:\n%s", text)
	}
}

func TestSegmentsTellTheWayOutOfATreatmentThatDoesNotFit(t *testing.T) {
	host := newFakeHost()
	host.open(t, messyData(t))
	host.session.Propose(host.session.Recipe.WithMethod("rfm").WithTreatment(model.Treatment{Check: "outliers", Column: "gone", Action: model.Cap}), "a recipe")
	host.settle()
	s := NewSegments(host)
	s.SetSize(120, 32)
	s.Refresh()
	if text := strings.Join(strings.Fields(seen(s)), " "); !strings.Contains(text, "press 1; the findings list the treatment") {
		t.Errorf("the segments say %s", text)
	}
}
