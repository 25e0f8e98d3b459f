package seg

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"custseg/model"
	"custseg/model/formula"
	"custseg/model/wording"
)

const (
	// columnOfSegments takes the market segments from a column.
	columnOfSegments = "column"
	// usualSegments is the method whose segments stand in for a column.
	usualSegments = "rfm"
)

// marketOf is the parameter of what the market segments are. Market itself is
// none of the choices, and no other method runs methods, so that there is no end
// of them.
func marketOf() Param {
	p := Param{ID: "of", Label: model.P("segments of"), Kind: Choice, Default: model.Word(autoWord),
		Options: []Option{{autoWord, model.P("The column of market segments where there is one, else RFM")}, {columnOfSegments, model.P("The column of market segments")}},
		Help:    model.P("Where the market segments come from: a column, or a method that is run with its own settings.")}
	for _, m := range Catalogue() {
		if _, itself := m.(market); !itself {
			spec := m.Spec()
			p.Options = append(p.Options, Option{spec.ID, spec.Name})
		}
	}
	return p
}

// marketGroups reads which market segment each customer is in, and whether a
// method made them.
func (in Input) marketGroups(ctx context.Context, s *model.Segmentation, report func(float64)) (b *marketBase, made bool, err error) {
	of := in.Params.Word("of")
	f, has := in.Customers.Feature(segmentRole)
	switch {
	case of == autoWord && !has:
		if len(in.present(model.Monetary)) == 0 {
			return nil, false, fmt.Errorf("this data has no market segments: map a column of words with --map segment=COLUMN, or add the orders of which a method makes segments")
		}
		of = usualSegments
	case of == columnOfSegments && !has:
		return nil, false, paramErrorf("of", "this data has no column of market segments: map one with --map segment=COLUMN, or name a method whose segments are to be placed, as in of=%s", usualSegments)
	case of == autoWord || of == columnOfSegments:
		s.Used = append(s.Used, f.Column.Name())
		b = &marketBase{in: marketIn(f)}
		b.of, b.words = wordCodes(f.Column)
		b.count()
		return b, false, nil
	}
	b, err = in.marketMade(ctx, s, of, report)
	return b, true, err
}

// marketIn is the market segment of a column in a formula, nil where that is none
// of words.
func marketIn(f model.Feature) func() formula.Expr {
	t, ok := f.Column.(*model.Texts)
	if !ok {
		return nil
	}
	return sync.OnceValue(func() formula.Expr {
		codes, words := wordCodes(t)
		of := measured{MeasureInfo: f.MeasureInfo, column: t.Name()}
		count := slices.Repeat([]float64{missing}, t.Dict.Len())
		for i, k := range t.Codes() {
			if k >= 0 && codes[i] >= 0 && int(codes[i]) < len(words) {
				count[k] = float64(codes[i])
			}
		}
		return formula.Name("market segment", wordsExpr(of.input(), t.Dict.List(), count))
	})
}

// marketMade runs a method with its own settings on the same customers. Those it
// cannot place keep its reasons.
func (in Input) marketMade(ctx context.Context, s *model.Segmentation, of string, report func(float64)) (*marketBase, error) {
	m, err := Lookup(of)
	if err != nil {
		return nil, paramErrorf("of", "%v", err)
	}
	made, err := Run(ctx, m, in.Customers, nil, in.Seed, report)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil {
		return nil, paramErrorf("of", "%s cannot be run on this data: %v", of, err)
	}
	s.Used = append(s.Used, made.Used...)
	s.Notes = append(s.Notes, model.P("The market segments are those of %s with its own settings: where these ask how lately customers bought, segments grow or shrink by that alone", m.Spec().Name))
	b := &marketBase{of: make([]int32, len(made.Of)), why: made.Why, reasons: made.Reasons}
	place, pr := make([]int32, len(made.Segments)), wording.English()
	for g, n := range made.Counts() {
		if place[g] = -1; n > 0 && !made.Segments[g].Unclassified {
			place[g] = int32(len(b.words))
			b.words = append(b.words, made.Segments[g].Name.In(pr))
		}
	}
	for i, g := range made.Of {
		b.of[i] = place[g]
	}
	b.count()
	if p := made.Placing; p != nil && p.Formula != nil {
		b.in = sync.OnceValue(func() formula.Expr {
			out, of := formula.Choice{Else: formula.Missing()}, p.Formula()
			for g, at := range place {
				if at >= 0 {
					out.Cases = append(out.Cases, formula.Case{If: formula.Compare(of, formula.Equals, formula.Number(g)), Then: formula.Number(at)})
				}
			}
			return formula.Name("market segment", out)
		})
	}
	return b, nil
}
