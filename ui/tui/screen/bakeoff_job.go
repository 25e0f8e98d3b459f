package screen

import (
	"context"
	"sync"

	"custseg/model"
	"custseg/ui/pipeline"
)

// bakeOffJob is one bake-off under way, or how it ended.
type bakeOffJob struct {
	recipe  model.Recipe
	split   model.Day
	done    gauge
	running bool
	trouble error
	found   *pipeline.BakeOff // nil until all are judged

	mu       sync.Mutex   // over what the work tells as it goes
	of       int          // how many contenders there are, 0 until the split is prepared
	method   model.Phrase // at work
	at       float64      // how far it is, 0 to 1
	slow     bool         // it takes much longer than most
	skip     func()       // gives it up; nil when it is done
	finished []*pipeline.Contender
}

// start lets the methods compete, outside the update loop.
func (s *compareBakeOff) start() {
	job := &bakeOffJob{recipe: s.host.Session().Recipe, split: s.split, running: true}
	s.job = job
	s.fill()
	line := s.host.Session().Line
	s.host.Start(Task{
		Name: "judging methods", Lasting: true, Loses: say(s.host.Printer(), "The bake-off is under way"),
		Work: func(ctx context.Context, report func(float64)) (err error) {
			found, err := line.BakeOff(ctx, job.recipe, pipeline.BakeOffOptions{Split: job.split}, func(p pipeline.BakeOffProgress) {
				job.tell(p)
				report(p.Done)
			})
			if err == nil {
				job.mu.Lock()
				defer job.mu.Unlock()
				job.found, job.finished = found, found.Contenders
			}
			return err
		},
		Done: func(err error) {
			job.running, job.trouble = false, err
			if err == nil {
				s.ended = append([]*bakeOffJob{job}, s.ended...)
				s.ended = s.ended[:min(len(s.ended), mostEnded)]
			}
			if job == s.job {
				s.follow()
			}
		},
	})
}

// mostEnded is how many bake-offs stay for undo to come back to at once.
const mostEnded = 4

// holds reports whether the bake-off is of a split and of a recipe's customers.
func (j *bakeOffJob) holds(split model.Day, r model.Recipe) bool {
	return j.split == split && j.recipe.SameScope(r)
}

// tell takes over how far the work is.
func (j *bakeOffJob) tell(p pipeline.BakeOffProgress) {
	j.done.set(p.Done)
	j.mu.Lock()
	defer j.mu.Unlock()
	j.of = p.Of
	if !p.Name.Empty() {
		j.method, j.at, j.slow, j.skip = p.Name, p.At, p.Slow, p.Skip
	}
	if p.Finished != nil {
		j.finished = append(j.finished, p.Finished)
	}
}

// sofar returns what has been judged, in the order of the table.
func (j *bakeOffJob) sofar() []*pipeline.Contender {
	j.mu.Lock()
	defer j.mu.Unlock()
	return pipeline.RankContenders(j.finished)
}

// words say how far the work is: before the split is prepared there is nobody
// to judge, and at the end the scores are held against chance.
func (j *bakeOffJob) words() model.Phrase {
	j.mu.Lock()
	defer j.mu.Unlock()
	unable := 0
	for _, c := range j.finished {
		if c.Standing == pipeline.Unable {
			unable++
		}
	}
	method := j.method
	if j.slow && j.at < 1 {
		method = model.P("%s %.0f%%, slow: s skips it", j.method, 100*j.at)
	}
	switch n := len(j.finished); {
	case j.of == 0:
		return model.P("preparing the split: who the customers were, and what they did later")
	case n == j.of:
		return model.P("%d judged, %d unable; holding the ranks against chance", n-unable, unable)
	case unable == 0:
		return model.P("%d judged of %d: %s", n, j.of, method)
	default:
		return model.P("%d judged, %d unable, of %d: %s", n-unable, unable, j.of, method)
	}
}

// atWork is the method that is being judged, and gives it up; neither when there
// is none.
func (j *bakeOffJob) atWork() (method model.Phrase, skip func()) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if !j.running || j.skip == nil {
		return model.Phrase{}, nil
	}
	return j.method, j.skip
}

// judged counts what has been judged.
func (j *bakeOffJob) judged() int {
	j.mu.Lock()
	defer j.mu.Unlock()
	return len(j.finished)
}
