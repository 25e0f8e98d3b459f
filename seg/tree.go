package seg

import (
	"context"

	"custseg/model"
	"custseg/seg/tree"
)

// cart splits customers by the questions that best explain a target. Source:
// Breiman, Friedman, Olshen & Stone (1984), Classification and Regression Trees.
type cart struct{}

// Spec implements [Method].
func (cart) Spec() Spec {
	return Spec{
		ID: "tree", Name: model.P("Decision tree (CART)"), Family: Mining, Seeded: true,
		Summary: model.P("Explains a target, such as churn or spending, by questions with two answers each; the groups in which they end are the segments, each with a rule to read."),
		Rule: model.P("Each node is split in two by the column and cut, or set of words, that lowers the impurity of the target most: Gini's index of words, the variance of numbers. " +
			"Splitting ends at the depth, or where a side would have too few customers. Missing values go with the larger side. Accuracy, or R², is of customers who were held out, beside the baseline of telling all the same."),
		Needs:  []Need{targetNeed(model.P("what is explained: the parameter target, any column of words or numbers"))},
		Params: treeParams(),
		Source: "Breiman, Friedman, Olshen & Stone (1984), Classification and Regression Trees",
	}
}

// Run implements [Method].
func (cart) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	return runTree(ctx, in, report, (*tree.Data).CART, func(root *tree.Split) []model.Fit {
		return []model.Fit{{Name: "root_gain", Value: root.Gain}}
	})
}
