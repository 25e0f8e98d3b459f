package load

import (
	"context"
	"errors"

	"custseg/model"
)

// loadSteady reads one source and sees to it that it is read as it was when it was
// found. Of a file that has grown since, what was there is read, in whole lines,
// and a finding says so; one that was cut or rewritten is an error.
func (l *loader) loadSteady(ctx context.Context, s source) error {
	before := l.place()
	err := l.load(ctx, s)
	switch {
	case s.steady == nil || ctx.Err() != nil || !s.steady.touched():
		return err
	case s.steady.shrunk(), s.steady.end == 0, err != nil && (isDamage(err) || !s.steady.grown()):
		return openError(s.path, errChanged)
	case err != nil || l.ended:
		return err
	}
	if err := l.checkSame(ctx, s); err != nil || !s.steady.grown() {
		return err
	}
	if err := l.keepWholeLines(ctx, s, before); err != nil {
		return err
	}
	l.data.Findings = append(l.data.Findings, model.Finding{Level: model.Warning, Table: -1, Column: -1,
		Text: model.P("%s grew while it was read: only what was there at the beginning is in the results, rows: %d, bytes: %d; run again for the rest",
			oneLine(s.path), l.rows-before.rows, s.steady.end)})
	return nil
}

// keepWholeLines reads a text once more without its last line, where that was only
// half there.
func (l *loader) keepWholeLines(ctx context.Context, s source, before place) error {
	from := l.data.Sources[len(l.data.Sources)-1]
	if from.Encoding == "" || s.packed || len(l.read) == before.read {
		return nil // a workbook, under gzip, or named twice
	}
	end, err := s.steady.wholeLines(from.Encoding)
	if err != nil {
		return openError(s.path, err)
	}
	if end == s.steady.end {
		return nil
	}
	s.steady.end, s.size = end, end
	l.backTo(before)
	if err := l.load(ctx, s); err != nil {
		return err
	}
	return l.checkSame(ctx, s)
}

// checkSame fails when the bytes of the source read last are no longer those that
// were read.
func (l *loader) checkSame(ctx context.Context, s source) error {
	again, err := take(ctx, s, nil)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil || s.steady.shrunk() || again.fingerprint != l.data.Sources[len(l.data.Sources)-1].Fingerprint {
		return openError(s.path, errChanged)
	}
	return nil
}

// place is how far a loader has come.
type place struct {
	quota         quota
	rows          int
	read, sources int
}

func (l *loader) place() place { return place{l.mark(), l.rows, len(l.read), len(l.data.Sources)} }

// backTo forgets what was read behind a place.
func (l *loader) backTo(p place) {
	l.back(p.quota)
	l.rows, l.read, l.data.Sources = p.rows, l.read[:p.read], l.data.Sources[:p.sources]
}

// isDamage reports whether an error says that bytes are damaged or missing, as
// those of a file are that is being written.
func isDamage(err error) bool {
	var e *Error
	return !errors.As(err, &e) || e.Err != nil
}
