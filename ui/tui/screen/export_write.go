package screen

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"custseg/io/export"
	"custseg/ui/pipeline"
)

// exportJob is one file being written, or how that ended.
type exportJob struct {
	name    string // of the file
	done    gauge
	running bool
	trouble error
	written []string // full paths of what was written
}

// targetExists says that a file is there and may not be overwritten.
type targetExists struct{ path string }

func (e targetExists) Error() string { return e.path + " exists" }

// write writes the file, and the recipe beside it, outside the update loop.
func (s *ExportView) write() {
	o, result := s.options, s.host.Session().Result
	path := atHome(o.path)
	job := &exportJob{name: filepath.Base(path), running: true}
	s.job = job
	document := result.Document(s.host.Printer())
	s.host.Start(Task{
		Name: "writing",
		Work: func(ctx context.Context, report func(float64)) (err error) {
			job.written, err = writeExport(ctx, path, document, o, func(done float64) {
				job.done.set(done)
				report(done)
			})
			return err
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
	if session.Recipe.Equal(result.Recipe) { // not tuned on meanwhile
		session.Exported()
	}
	s.host.Say(say(pr, "Written: %s", job.written[0]))
}

// writeExport writes the file and then, if asked for, the recipe. It returns
// the full paths of what was written, even when an error ended it.
func writeExport(ctx context.Context, path string, d export.Document, o exportOptions, report func(float64)) (written []string, err error) {
	path, err = filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	targets := []string{path}
	if o.recipe {
		targets = append(targets, recipePath(path))
	}
	for _, t := range targets {
		if _, err := os.Lstat(t); err == nil && !o.force {
			return nil, targetExists{t}
		}
	}
	err = export.Write(ctx, path, d, export.Options{Force: o.force, Mask: o.mask, SegmentSheets: o.sheets}, report)
	if err != nil {
		return nil, err
	}
	if o.recipe {
		if err := export.WriteRecipe(targets[1], d.Recipe, o.force); err != nil {
			return targets[:1], err
		}
	}
	return targets, nil
}
