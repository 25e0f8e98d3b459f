package seg

import (
	"context"

	"custseg/model"
	"custseg/seg/tree"
)

// chaid splits customers by the columns whose values differ significantly in a
// target. Source: Kass (1980).
type chaid struct{}

// Spec implements [Method].
func (chaid) Spec() Spec {
	params := append(treeParams(), Param{ID: "alpha", Label: model.P("significance"), Kind: Float, Default: model.Num(0.05), Min: 0.0001, Max: 0.5, Step: 0.01,
		Help: model.P("Values are merged unless they differ at this level, and a node is split at it, after Bonferroni's adjustment.")})
	return Spec{
		ID: "chaid", Name: model.P("CHAID tree"), Family: Mining, Seeded: true,
		Summary: model.P("Explains a target by splitting customers into as many groups as differ significantly, by one column after the other; the groups in which it ends are the segments."),
		Rule: model.P("At each node the values of every column are merged while a pair does not differ significantly in the target, by χ² of words and F of numbers; " +
			"number columns enter as deciles, whose order is kept, and missing values as a value of their own. The column with the smallest p, adjusted by Bonferroni for the ways of merging, splits the node if it is significant."),
		Needs:  []Need{targetNeed(model.P("what is explained: the parameter target, any column of words or numbers"))},
		Params: params,
		Source: "Kass (1980), An exploratory technique for investigating large quantities of categorical data",
	}
}

// Run implements [Method].
func (chaid) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	return runTree(ctx, in, report, (*tree.Data).CHAID, func(root *tree.Split) []model.Fit {
		if root.Test.DF2 > 0 {
			return []model.Fit{{Name: "root_f", Value: root.Test.Statistic}, {Name: "root_df", Value: root.Test.DF}, {Name: "root_df2", Value: root.Test.DF2}, {Name: "root_p", Value: root.Test.P()}}
		}
		return []model.Fit{{Name: "root_chi_square", Value: root.Test.Statistic}, {Name: "root_df", Value: root.Test.DF}, {Name: "root_p", Value: root.Test.P()}}
	})
}
