package seg

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"custseg/model"
	"custseg/seg/tree"
)

// treeParams are the parameters of every method that grows a tree.
func treeParams() []Param {
	return []Param{
		targetParam(TargetColumns, model.P("The column to explain: words, yes and no, or numbers; by default the one with the role target.")),
		predictorsParam(),
		{ID: "depth", Label: model.P("depth"), Kind: Int, Default: model.Num(4), Min: 1, Max: 8, Step: 1,
			Help: model.P("Most questions from the top to a segment.")},
		{ID: "leaf", Label: model.P("smallest segment"), Kind: PercentShare, Default: model.Num(0.05), Min: 0.001, Max: 0.5, Step: 0.01, Unit: model.Percent,
			Help: model.P("Least share of the customers in a segment.")},
		{ID: "least", Label: model.P("least customers"), Kind: Int, Default: model.Num(20), Min: 1, Max: 1000, Step: 5,
			Help: model.P("Least number of customers in a segment.")},
		foldsParam(),
	}
}

func foldsParam() Param {
	return Param{ID: "folds", Label: model.P("folds"), Kind: Int, Default: model.Num(5), Min: 2, Max: 20, Step: 1,
		Help: model.P("Parts into which customers are dealt to measure quality: each is predicted from the others.")}
}

// grower is one of the ways to grow a tree.
type grower func(d *tree.Data, ctx context.Context, rows []int32, s tree.Settings) (*tree.Tree, error)

// grownTree is a tree over customers, with what its nodes are said by.
type grownTree struct {
	in         Input
	target     *target
	predictors []predictor
	rows       []int32 // customers learned from
	tree       *tree.Tree
	leaves     []*tree.Node // in the order of the segments
	quality    tree.Quality
	validated  []int32 // customers whose prediction is measured
	fold       []int32 // of each of them
}

// runTree grows a tree on the customers whose target is known, places everyone by
// it, and measures it on customers held out. root gives the measures of the first
// split.
func runTree(ctx context.Context, in Input, report func(float64), grow grower, root func(*tree.Split) []model.Fit) (*model.Segmentation, error) {
	y, err := in.readTarget()
	if err != nil {
		return nil, err
	}
	g := &grownTree{in: in, target: y}
	s := &model.Segmentation{Used: []string{y.column}, Outcome: y.outcome()}
	if g.predictors, s.Notes, err = in.predictors(y); err != nil {
		return nil, err
	}
	if len(g.predictors) == 0 {
		return nil, noColumn(fmt.Sprintf("there is no column to explain %s by", y.column), s.Notes)
	}
	g.rows = y.known(g.predictors)
	report(0.1)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	columns := make([]tree.Predictor, len(g.predictors))
	for j, p := range g.predictors {
		columns[j] = p.engine()
	}
	data, p := tree.New(columns, y.engine()), in.Params
	settings := func(n int) tree.Settings {
		return tree.Settings{Depth: p.Int("depth"), MinLeaf: max(p.Int("least"), int(math.Ceil(p.Float("leaf")*float64(n)-1e-9))), Alpha: alpha(p)}
	}
	if g.tree, err = grow(data, ctx, g.rows, settings(len(g.rows))); err != nil {
		return nil, err
	}
	g.order()
	report(0.4)
	learn := func(ctx context.Context, rows []int32) (*tree.Tree, error) {
		return grow(data, ctx, rows, settings(len(rows)))
	}
	if err := g.validate(ctx, data, learn, func(done float64) { report(0.4 + 0.5*done) }); err != nil {
		return nil, err
	}
	g.describe(s, root)
	return s, nil
}

// alpha is the parameter of that name, of a method that has it.
func alpha(p Params) float64 {
	if _, ok := p.spec.Param("alpha"); ok {
		return p.Float("alpha")
	}
	return 0
}

// order sorts the leaves, most of what is of interest first; of several classes
// by the commonest, then by its share.
func (g *grownTree) order() {
	g.leaves = slices.Clone(g.tree.Leaves)
	slices.SortStableFunc(g.leaves, func(a, b *tree.Node) int {
		if g.target.values == nil && g.target.yes < 0 {
			if d := cmp.Compare(a.Majority(), b.Majority()); d != 0 {
				return d
			}
		}
		return cmp.Compare(g.value(b), g.value(a))
	})
}

// value is what [target.valueName] says of a node.
func (g *grownTree) value(n *tree.Node) float64 {
	switch {
	case g.target.values != nil:
		return n.Mean() * g.target.unit
	case g.target.yes >= 0:
		return n.Share(g.target.yes)
	}
	return n.Share(n.Majority())
}
