package seg

import (
	"context"
	"fmt"
	"maps"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"custseg/model"
)

// valuesOf are values to try of a parameter on some customers: each choice, the
// ends and the middle of a range, a step from the default, auto, columns there are, cuts that part them.
// The default is the first.
func valuesOf(p Param, c *model.Customers) []model.Value {
	out := []model.Value{p.Default}
	switch p.Kind {
	case Int, Float, PercentShare:
		high := p.Max
		if high <= p.Min {
			high = p.Min + 20*max(p.Step, 1)
		}
		middle := (p.Min + high) / 2
		if p.Kind == Int {
			middle = math.Floor(middle)
		}
		out = append(out, model.Num(p.Min), model.Num(middle), model.Num(high))
		if p.Default.Kind() == model.NumberVal {
			out = append(out, model.Num(p.Default.Number()+p.Step))
		}
		if p.Auto {
			out = append(out, model.Word(autoWord))
		}
	case Choice:
		for _, o := range p.Options {
			out = append(out, model.Word(o.ID))
		}
	case Day:
		if c.AsOf != model.NoDay {
			out = append(out, model.Word(c.First.String()), model.Word(((c.First + c.Last) / 2).String()), model.Word(c.Last.String()))
		}
	case OneColumn:
		for _, name := range some(c.Numeric(), 4) {
			out = append(out, model.Word(name))
		}
	case ColumnList:
		names := some(c.Numeric(), 6)
		for _, n := range []int{1, 2, len(names)} {
			out = append(out, model.Words(names[max(0, len(names)-n):]...))
		}
	case CutList:
		one, all := map[string][]float64{}, map[string][]float64{}
		for i, name := range p.Names {
			all[name] = []float64{1, 2, 5}
			if f, ok := c.Feature(model.Measure(name)); ok && finite(median(f.Values())) {
				all[name] = []float64{median(f.Values())}
			}
			if i == 0 {
				one[name] = all[name]
			}
		}
		out = append(out, model.CutsOf(nil), model.CutsOf(one), model.CutsOf(all))
	case Weights:
		first, last, ramp := make([]float64, len(p.Names)), make([]float64, len(p.Names)), make([]float64, len(p.Names))
		first[0], last[len(last)-1] = 1, .3
		for i := range ramp {
			ramp[i] = float64(i) + .1
		}
		out = append(out, model.Nums(first...), model.Nums(last...), model.Nums(ramp...))
	case LineList:
		lines := p.Default.Words()
		slices.Reverse(lines)
		out = append(out, model.Words(lines...), model.Words(lines[:max(1, len(lines)-1)]...))
	}
	return slices.DeleteFunc(out, func(v model.Value) bool { return p.Check(v) != nil })
}

// some are up to n of the words, spread over them, the last always one.
func some(words []string, n int) []string {
	if len(words) <= n {
		return words
	}
	out := make([]string, n)
	for i := range out {
		out[i] = words[(i+1)*len(words)/n-1]
	}
	return out
}

// enabling are settings under each of which a parameter has an effect.
func enabling(s Spec, p Param) []model.Settings {
	if len(p.When) == 0 {
		return []model.Settings{{}}
	}
	var out []model.Settings
	for _, c := range p.When {
		other, _ := s.Param(c.Param)
		for _, set := range enabling(s, other) {
			out = append(out, set.With(c.Param, model.Word(c.In[0])))
		}
	}
	return out
}

// settingsToTry are the defaults, and each value of each parameter where it has
// an effect.
func settingsToTry(s Spec, c *model.Customers) []model.Settings {
	out := []model.Settings{nil}
	if testing.Short() {
		return out
	}
	for _, p := range s.Params {
		for _, set := range enabling(s, p) {
			for _, v := range valuesOf(p, c)[1:] {
				out = append(out, over(frugal(s), set.With(p.ID, v)))
			}
		}
	}
	return out
}

// frugal makes methods that try many starts try few, for settings that are not
// about them.
func frugal(s Spec) model.Settings {
	out := model.Settings{}
	for _, id := range []string{"starts", "restarts", "folds"} {
		if p, ok := s.Param(id); ok && p.Check(model.Num(2)) == nil {
			out[id] = model.Num(2)
		}
	}
	if p, ok := s.Param("k"); ok && p.Auto {
		out["k"] = model.Num(3)
	}
	return out
}

// choices are settings of the choices of a method: the defaults, and each one.
func choices(s Spec) []model.Settings {
	out := []model.Settings{{}}
	for _, p := range s.Params {
		for _, o := range fewOptions(p) {
			out = append(out, over(frugal(s), model.Settings{p.ID: model.Word(o.ID)}))
		}
	}
	return out
}

// fewOptions are the options of a choice, of very many some from the first on.
func fewOptions(p Param) []Option {
	const most = 12
	if len(p.Options) <= most {
		return p.Options
	}
	var out []Option
	for i := range most {
		out = append(out, p.Options[i*len(p.Options)/most])
	}
	return out
}

// over returns settings with others set over them.
func over(under, set model.Settings) model.Settings {
	out := maps.Clone(set)
	for name, v := range under {
		if _, ok := set[name]; !ok {
			out[name] = v
		}
	}
	return out
}

// describeSettings writes settings as on the command line.
func describeSettings(s Spec, set model.Settings) string {
	var out []string
	for _, p := range s.Params {
		if v, ok := set[p.ID]; ok {
			out = append(out, p.ID+"="+p.Format(v))
		}
	}
	return strings.Join(append([]string{s.ID}, out...), " ")
}

// try runs a method with seed 1.
func try(m Method, c *model.Customers, set model.Settings) (*model.Segmentation, error) {
	return Run(context.Background(), m, c, set, 1, nil)
}

// fingerprint writes all there is in a segmentation: two that differ in one bit
// of a score have different ones.
func fingerprint(s *model.Segmentation) string {
	var b strings.Builder
	plain := *s
	plain.Scores, plain.Charts, plain.Placing = nil, nil, nil
	fmt.Fprintf(&b, "%+v\n", plain)
	if p := s.Placing; p != nil {
		fmt.Fprintln(&b, p.Inputs, p.Ranks, p.Settled)
	}
	for _, c := range s.Scores {
		writeColumn(&b, c)
	}
	for _, c := range s.Charts {
		fmt.Fprintf(&b, "%+v\n", reflect.ValueOf(c).Elem())
	}
	return b.String()
}

// writeColumn writes all values of a column as they are, in a line.
func writeColumn(b *strings.Builder, c model.Column) {
	fmt.Fprint(b, c.Name(), " ", c.Kind(), " ")
	switch c := c.(type) {
	case *model.Numbers:
		fmt.Fprintln(b, c.Values())
	case *model.Dates:
		fmt.Fprintln(b, c.Seconds())
	default:
		for i := range c.Len() {
			fmt.Fprintf(b, "%t %q ", c.Missing(i), c.Text(i))
		}
		fmt.Fprintln(b)
	}
}

// outcome writes what a parameter can change: who is where, scores, cuts and
// measures, and not the words.
func outcome(s *model.Segmentation) string {
	var b strings.Builder
	for _, g := range s.Segments {
		fmt.Fprintln(&b, english(g.Name))
	}
	for _, c := range s.Cuts {
		fmt.Fprintln(&b, c.Measure, c.Values)
	}
	fmt.Fprintln(&b, s.Of, s.Fit)
	for _, c := range s.Scores {
		writeColumn(&b, c)
	}
	return b.String()
}

// firstDifference tells where two fingerprints part.
func firstDifference(a, b string) string {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	near := func(s string) string { return s[min(len(s), max(0, i-60)):min(len(s), i+60)] }
	return fmt.Sprintf("…%s…\nbecame …%s…", near(a), near(b))
}
