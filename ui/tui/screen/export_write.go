package screen

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"golang.org/x/text/message"

	"custseg/io/export"
	"custseg/ui/pipeline"
	"custseg/ui/tui/cell"
)

// exportJob is one file being written, or how that ended.
type exportJob struct {
	name    string // of the file
	done    gauge
	running bool
	put     func(ctx context.Context, path string, o export.Options, report func(float64)) error // writes the result
	trouble error
	written []string // full paths of what was written
	left    string   // that of the rows left out, and how many were written
	rows    int
}

// targetExists says that a file is there and may not be overwritten.
type targetExists struct{ path string }

func (e targetExists) Error() string { return e.path + " exists" }

// write writes the file, and the recipe beside it, outside the update loop.
func (s *ExportView) write() {
	o, result := s.options, s.host.Session().Result
	path := atHome(o.path)
	o.excluded = s.excludedWanted()
	if o.excluded == excludedAlone {
		path = atHome(o.excludedPath)
	}
	job := &exportJob{name: filepath.Base(path), running: true}
	s.job = job
	document := result.Document(s.host.Printer())
	document.Recipe = o.saying(result.Recipe)
	document.Recipe.Also = s.host.Session().Recipe.Also // which may have been chosen since it was run
	job.put = s.writer(document)
	s.host.Start(Task{
		Name: "writing", Loses: writing(s.host.Printer(), path),
		Work: func(ctx context.Context, report func(float64)) (err error) {
			return job.write(ctx, path, document, o, func(done float64) {
				job.done.set(done)
				report(done)
			})
		},
		Done: func(err error) {
			job.running, job.trouble = false, err
			s.ended(job, result)
		},
	})
}

// ended tells the session of a file that was written, and leads to the remedy
// of one that was not.
func (s *ExportView) ended(job *exportJob, result *pipeline.Result) {
	session, pr := s.host.Session(), s.host.Printer()
	switch {
	case errors.As(job.trouble, new(targetExists)):
		s.form.SetCursor(exportForce)
	case job.trouble != nil && !errors.Is(job.trouble, context.Canceled):
		s.host.Warn(say(pr, "%s could not be written: see Export (6)", job.name)) // the analyst may be elsewhere by now
	}
	if len(job.written) == 0 {
		return
	}
	if session.Recipe.SameResult(result.Recipe) && job.written[0] != job.left { // not tuned on meanwhile
		session.Exported()
	}
	s.host.Say(say(pr, "Written: %s", job.written[0]))
}

// write writes the file and then, if asked for, the rows left out and the
// recipe; or the rows left out alone. It notes the full paths of what was
// written, even when an error ended it.
func (job *exportJob) write(ctx context.Context, path string, d export.Document, o exportOptions, report func(float64)) error {
	todo, err := exportTargets(path, o)
	if err != nil {
		return err
	}
	if err := todo.check(d, o); err != nil {
		return err
	}
	if todo.result != "" {
		err := job.put(ctx, todo.result, o.writing(), report)
		if err != nil {
			return err
		}
		job.written = append(job.written, todo.result)
	}
	if todo.excluded != "" {
		if job.rows, err = writeExcluded(ctx, todo.excluded, d, o); err != nil {
			return err
		}
		job.left = todo.excluded
		job.written = append(job.written, todo.excluded)
	}
	if todo.recipe != "" {
		r := d.Recipe
		if d.Snapshot != nil {
			r.Snapshot = d.Snapshot()
		}
		hide, err := export.NewMask(d, o.writing())
		if err != nil {
			return err
		}
		if err := export.WriteRecipe(todo.recipe, hide.Recipe(r), o.force); err != nil {
			return err
		}
		job.written = append(job.written, todo.recipe)
	}
	return nil
}

// exportFiles are the full paths of what is to be written, nothing for what is
// not.
type exportFiles struct{ result, excluded, recipe string }

// exportTargets finds out what is to be written where.
func exportTargets(path string, o exportOptions) (to exportFiles, err error) {
	if path, err = filepath.Abs(path); err != nil {
		return to, err
	}
	if o.excluded == excludedAlone {
		return exportFiles{excluded: path}, nil
	}
	to.result = path
	if o.recipe {
		to.recipe = recipePath(path)
	}
	if o.excluded == excludedToo {
		to.excluded, err = filepath.Abs(atHome(o.excludedPath))
	}
	return to, err
}

// check finds what would keep one of the files from being written, before the
// first is.
func (to exportFiles) check(d export.Document, o exportOptions) error {
	for _, path := range []string{to.result, to.excluded, to.recipe} {
		if path == "" {
			continue
		}
		if _, err := os.Lstat(path); err == nil && !o.force {
			return targetExists{path}
		}
	}
	if to.excluded == "" {
		return nil
	}
	if to.excluded == to.result {
		return sameTarget{to.result}
	}
	return export.CheckExcluded(to.excluded, d, o.writing())
}

// sameTarget says that two files would have the same path.
type sameTarget struct{ path string }

func (e sameTarget) Error() string {
	return e.path + " cannot hold the excluded rows too: give them a path of their own"
}

// writing says that a file is being written.
func writing(pr *message.Printer, path string) string {
	return say(pr, "%s is being written", cell.Clean(filepath.Base(path)))
}
