package seg

import (
	"context"
	"fmt"
	"slices"

	"custseg/model"
	"custseg/seg/basket"
)

// shopping is what was bought together, and what each customer bought at all.
type shopping struct {
	words   []string // of the items, sorted
	baskets basket.Baskets
	bought  basket.Baskets // one a customer
	price   []float64      // mean money of a line of each item; nil without money
	used    []string
	coarser model.Role // a level of items that will do as well, empty for none
}

// buyers are the customers who bought an item, ascending.
func (s *shopping) buyers(item int32) []int32 {
	var out []int32
	for i := range s.bought.Len() {
		if _, ok := slices.BinarySearch(s.bought.Of(i), item); ok {
			out = append(out, int32(i))
		}
	}
	return out
}

// shoppingLevels are the columns of orders that may be the items, the first that
// there is.
func (in Input) shoppingLevels() []model.Role {
	if level := in.Params.Word("level"); level != autoWord {
		return []model.Role{model.Role(level)}
	}
	return []model.Role{model.Product, model.Category}
}

// readShopping reads the items of orders at the first level that there is, or else
// those in columns of customers.
func (in Input) readShopping(ctx context.Context, levels []model.Role) (*shopping, error) {
	for k, level := range levels {
		if !hasOrderColumn(in.Customers, level) {
			continue
		}
		in.Params.settleWord("level", string(level))
		c, _ := in.Customers.Orders().Column(level)
		s, err := in.shoppingOfOrders(ctx, in.Customers.Orders(), c, in.Params.Word("baskets") == "order")
		if err != nil {
			return nil, err
		}
		if k+1 < len(levels) && hasOrderColumn(in.Customers, levels[k+1]) {
			s.coarser = levels[k+1]
		}
		return s, nil
	}
	switch s, err := in.shoppingOfColumns(ctx); {
	case err != nil:
		return nil, err
	case s != nil:
		return s, nil
	case len(levels) == 1:
		return nil, paramErrorf("level", "the orders have no %s: map a column to it with --map %s=COLUMN, or set level=auto", levels[0], levels[0])
	}
	return nil, fmt.Errorf("this data does not say what was bought: map the product of each order line with --map product=COLUMN, or each column of words that names an item with --map item=COLUMN")
}

// fewOrders is how many orders of one customer are forgotten one by one: room that
// was made for many more would take time for every customer after.
const fewOrders = 1000

// shoppersAtOnce is how many customers pass between two looks at whether to stop.
const shoppersAtOnce = 1 << 12

// shoppingOfOrders makes a basket of each order, by its id or else its day, or of
// each customer. Returned lines are not bought.
func (in Input) shoppingOfOrders(ctx context.Context, o *model.Orders, items model.Column, byOrder bool) (*shopping, error) {
	s := &shopping{}
	if column := in.besideOrders(); column != "" {
		s.used = append(s.used, column)
	}
	codes, words := wordCodes(items)
	s.words = words
	var orders []int32 // the order of each row, nil without ids
	if c, ok := o.Column(model.OrderID); ok {
		orders, _ = wordCodes(c)
	}
	count, money := make([]float64, len(words)), make([]float64, len(words))
	var lists [][]int32
	bought := make([][]int32, in.Customers.Len())
	place := map[int64]int{}
	for i := range bought {
		if i%shoppersAtOnce == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if len(place) > fewOrders {
			place = map[int64]int{}
		}
		clear(place)
		from, to := o.Lines(i)
		for l := from; l < to; l++ {
			row := o.Row[l]
			item := codes[row]
			if o.Back(l) || item < 0 {
				continue
			}
			bought[i] = append(bought[i], item)
			count[item]++
			if o.HasMoney() && finite(o.Money(l)) {
				money[item] += o.Money(l)
			}
			key := orderOf(orders, row, o.Time(l))
			at, known := place[key]
			if !known {
				at = len(lists)
				place[key] = at
				lists = append(lists, nil)
			}
			lists[at] = append(lists[at], item)
		}
	}
	var err error
	if s.bought, err = basket.New(ctx, bought, len(words)); err != nil {
		return nil, err
	}
	s.baskets = s.bought
	if byOrder {
		if s.baskets, err = basket.New(ctx, lists, len(words)); err != nil {
			return nil, err
		}
	}
	if o.HasMoney() {
		s.price = make([]float64, len(words))
		for item, n := range count {
			if n > 0 && finite(money[item]) {
				s.price[item] = max(0, money[item]/n)
			}
		}
	}
	return s, nil
}

// orderOf is equal for lines of one order of a customer: of one id, or of one day
// where there is none.
func orderOf(orders []int32, row int32, time int64) int64 {
	if orders != nil && orders[row] >= 0 {
		return int64(orders[row])
	}
	return -1 - (int64(model.DayOf(time)) + 1<<33)
}

// shoppingOfColumns makes a basket of each customer of the words in the columns
// with the role item. Of a column of yes and no the item is its header. It is nil
// where there is no word.
func (in Input) shoppingOfColumns(ctx context.Context) (*shopping, error) {
	s := &shopping{}
	seen := map[string]bool{}
	said := make([][]string, in.Customers.Len())
	for _, a := range in.Customers.Attributes() {
		if a.Role != "item" || a.Kind() != model.Text {
			continue
		}
		s.used = append(s.used, a.Name())
		truths, isTruth := model.Truths(a.Column)
		for i := range said {
			if i%shoppersAtOnce == 0 && ctx.Err() != nil {
				return nil, ctx.Err()
			}
			word := a.Text(i)
			if isTruth {
				word = ""
				if truths[i] == 1 {
					word = a.Name()
				}
			}
			if word != "" {
				said[i] = append(said[i], word)
				seen[word] = true
			}
		}
	}
	if len(seen) == 0 {
		return nil, nil
	}
	var all []string
	for word := range seen {
		all = append(all, word)
	}
	codes, words := wordCodes(model.TextsOf("", all))
	code := make(map[string]int32, len(all))
	for i, word := range all {
		code[word] = codes[i]
	}
	lists := make([][]int32, len(said))
	for i, row := range said {
		for _, word := range row {
			lists[i] = append(lists[i], code[word])
		}
	}
	var err error
	if s.bought, err = basket.New(ctx, lists, len(words)); err != nil {
		return nil, err
	}
	s.words, s.baskets = words, s.bought
	return s, nil
}
