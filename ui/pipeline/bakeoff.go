package pipeline

import (
	"cmp"
	"context"
	"math"
	"slices"
	"sync"

	"custseg/model"
	"custseg/model/parallel"
	"custseg/seg"
)

// BakeOffOptions says which methods a bake-off compares, and by which date.
type BakeOffOptions struct {
	// Split is the last day that the methods know. NoDay keeps the last quarter of
	// the days with orders to judge by.
	Split   model.Day
	Methods []string // ids, of which all must be known; none for the whole catalogue
}

// BakeOffProgress is how far a bake-off is.
type BakeOffProgress struct {
	Done     float64      // of the whole work, 0 to 1; methods count by what they cost
	Of       int          // how many contenders there are
	Method   string       // the id of a contender at work, empty before the first
	Name     model.Phrase // its name
	At       float64      // how far it is, 0 to 1
	Slow     bool         // it takes much longer than most
	Skip     func()       // gives it up, so that it fails with that reason; nil when it is done
	Finished *Contender   // what came of it when it is done, without its rank; else nil
}

// BakeOff is how well methods, knowing customers up to one day, tell what the
// same customers did after it.
type BakeOff struct {
	Split    model.Day // the last day that the methods know
	End      model.Day // the last day they are judged by
	Proposed bool      // the split was not given

	Customers int      // who are judged: those who had bought by Split
	Again     int      // of them, those who bought after it
	Money     bool     // what followed is counted in money, else in orders
	Later     float64  // what followed of all who are judged
	Undated   []string // the columns that may know what followed

	// Contenders are ranked best first, with the two baselines among them; then
	// come those that are judged apart, those that failed and those that cannot
	// run.
	Contenders []*Contender
	Verdict    model.Phrase // which method ranks first and whether it beats the plain sort; none when no method is ranked
	Beats      bool         // it does
	Notes      []model.Phrase
}

// Standing says what came of a contender.
type Standing uint8

// The standings, in the order of the table.
const (
	Ranked Standing = iota
	Apart           // it reads what has no date, so that its figures may flatter it
	Failed          // it could not be carried out
	Unable          // the data lacks what it needs
)

// String names the standing.
func (s Standing) String() string { return [...]string{"ranked", "apart", "failed", "unable"}[s] }

// The ids of the baselines.
const (
	BaselineAll    = "baseline-all"    // everyone in one segment
	BaselineSorted = "baseline-sorted" // tenths by money, or by orders where there is none
)

// Contender is one method, or a baseline, and how it did.
type Contender struct {
	ID       string
	Name     model.Phrase
	Baseline bool
	Standing Standing
	Why      model.Phrase // why it is not ranked
	Rank     int          // from 1 among the methods that have a score, else 0
	NotTold  bool         // its score is below that of the first by no more than chance may make of all its parts
	Withheld []string     // columns that it would have read, had they a date

	Score      float64 // 0 to 100, see [ScoreFormula]; NaN unless it is ranked and can be judged by what followed
	ScoreError float64 // its standard error over customers drawn anew; NaN until all are judged
	Figures            // NaN where there are none
	Reasons    []model.Phrase
}

// Best returns the method that ranks first, nil when none is ranked.
func (b *BakeOff) Best() *Contender {
	for _, c := range b.Contenders {
		if c.Rank == 1 {
			return c
		}
	}
	return nil
}

// Contender returns the contender of an id, nil for none.
func (b *BakeOff) Contender(id string) *Contender {
	for _, c := range b.Contenders {
		if c.ID == id {
			return c
		}
	}
	return nil
}

// BakeOff fits methods on what was known at a day and judges them by what
// followed. It takes the data, the roles, the treatments, the window and the
// seed from the recipe; the recipe's as-of date ends what followed, and its own
// method runs with its parameters, every other with its defaults. A method that
// fails is a contender with its reason. tell, unless nil, is called by one
// goroutine at a time.
//
// An error says why nothing can be judged on this data at this split, or is that
// of the context.
func (p *Pipeline) BakeOff(ctx context.Context, r model.Recipe, o BakeOffOptions, tell func(BakeOffProgress)) (*BakeOff, error) {
	entrants, err := entrants(r, o.Methods)
	if err != nil {
		return nil, err
	}
	if tell == nil {
		tell = func(BakeOffProgress) {}
	}
	t, err := p.newTrial(ctx, r, o.Split)
	if err != nil {
		return nil, err
	}
	entrants = append(t.baselines(), entrants...)
	found, seen, board := make([]*Contender, len(entrants)), make([]evidence, len(entrants)), newBoard(t.costs(entrants), tell)
	tell(BakeOffProgress{Of: len(entrants)})
	err = parallel.Each(ctx, len(entrants), func() struct{} { return struct{}{} }, func(i int, _ struct{}) {
		one, skip := context.WithCancel(ctx)
		defer skip()
		c, e := t.judge(one, entrants[i], func(done float64) { board.at(i, entrants[i], done, skip) })
		switch {
		case ctx.Err() != nil:
			return
		case one.Err() != nil:
			c, e = skipped(entrants[i]), evidence{}
		}
		found[i], seen[i] = c, e
		board.finished(i, c)
	}, nil)
	if err != nil {
		return nil, err
	}
	b, err := t.settle(ctx, found, seen)
	if err != nil {
		return nil, err
	}
	alerts, err := p.alerts(ctx, r)
	if err != nil {
		return nil, err
	}
	for _, f := range alerts {
		name := p.data.Tables[f.Table].Column(f.Column).Name()
		b.Notes = append(b.Notes, model.P("%s: %s; %s", name, f.Text, f.Consequence))
	}
	return b, nil
}

// CheckBakeOff refuses methods that are not known and parameters that do not
// fit, before data is read.
func CheckBakeOff(r model.Recipe, o BakeOffOptions) error {
	_, err := entrants(r, o.Methods)
	return err
}

// RankContenders returns contenders in the order of the table: those that are
// ranked by their score, the best first, then by standing. Methods that have
// a score are copies with their rank among these.
func RankContenders(found []*Contender) []*Contender {
	out := slices.Clone(found)
	slices.SortStableFunc(out, func(a, b *Contender) int {
		byScore := 0
		if a.Standing == Ranked && b.Standing == Ranked {
			byScore = cmp.Compare(b.Score, a.Score)
		}
		return cmp.Or(cmp.Compare(a.Standing, b.Standing), byScore)
	})
	rank := 0
	for i, c := range out {
		if c.Standing == Ranked && !c.Baseline && !math.IsNaN(c.Score) {
			rank++
			ranked := *c // the other was told of already
			ranked.Rank = rank
			out[i] = &ranked
		}
	}
	return out
}

// settle ranks the contenders, each with what its score rests on, and says what
// a reader should know of the whole.
func (t *trial) settle(ctx context.Context, found []*Contender, seen []evidence) (*BakeOff, error) {
	b := &BakeOff{Split: t.split, End: t.end, Proposed: t.proposed, Customers: t.known.Len(), Again: t.again(),
		Money: t.money, Later: t.total(), Undated: t.undated, Contenders: RankContenders(found)}
	of := map[string]evidence{}
	for i, c := range found {
		of[c.ID] = seen[i]
	}
	scores, err := t.bootstrap(ctx, b.Contenders, of)
	if err != nil {
		return nil, err
	}
	markErrors(b.Contenders, scores)
	b.Verdict, b.Beats = b.verdict(scores)
	b.Notes = slices.Concat(t.warnings, t.notes(b))
	return b, nil
}

// entrant is a method or a baseline before it is judged.
type entrant struct {
	id       string
	name     model.Phrase
	baseline bool
	spec     seg.Spec // of a method
	fit      func(ctx context.Context, c *model.Customers, report func(float64)) (*model.Segmentation, error)
}

// entrants are the methods of these ids, or all, in the catalogue's order.
func entrants(r model.Recipe, ids []string) ([]entrant, error) {
	for _, id := range ids {
		if _, err := seg.Lookup(id); err != nil {
			return nil, err
		}
	}
	var out []entrant
	for _, m := range seg.Catalogue() {
		spec := m.Spec()
		if len(ids) > 0 && !slices.Contains(ids, spec.ID) {
			continue
		}
		var set model.Settings
		if spec.ID == r.Method {
			set = r.Params
		}
		if _, err := seg.NewParams(spec, set); err != nil {
			return nil, err
		}
		out = append(out, entrant{id: spec.ID, name: spec.Name, spec: spec,
			fit: func(ctx context.Context, c *model.Customers, report func(float64)) (*model.Segmentation, error) {
				return seg.Run(ctx, m, c, set, r.Seed, report)
			}})
	}
	return out, nil
}

// board gathers the progress of contenders that are judged side by side.
type board struct {
	mu    sync.Mutex
	done  []float64
	costs []float64
	tell  func(BakeOffProgress)
}

func newBoard(costs []float64, tell func(BakeOffProgress)) *board {
	return &board{done: make([]float64, len(costs)), costs: costs, tell: tell}
}

func (b *board) at(i int, e entrant, done float64, skip func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.done[i] = max(b.done[i], min(done, 1))
	b.tell(BakeOffProgress{Done: b.whole(), Of: len(b.done), Method: e.id, Name: e.name, At: b.done[i], Slow: cost(e.id) >= slow, Skip: skip})
}

func (b *board) finished(i int, c *Contender) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.done[i] = 1
	b.tell(BakeOffProgress{Done: b.whole(), Of: len(b.done), Method: c.ID, Name: c.Name, At: 1, Finished: c})
}

func (b *board) whole() float64 {
	done, all := 0., 0.
	for i, d := range b.done {
		done, all = done+d*b.costs[i], all+b.costs[i]
	}
	if all == 0 {
		return 1
	}
	return done / all
}
