package cli

import (
	"errors"
	"io/fs"
	"os"

	"custseg/io/export"
	"custseg/model"
)

// export asks for a path and writes the result there.
func (t *talk) export() error {
	for {
		path, err := t.answer("Path to write, ending in .xlsx, .csv or .json, or 0:")
		if err != nil || path == "0" || path == "" {
			return err
		}
		o := export.Options{SegmentSheets: true}
		masks, err := t.sure(t.pr.Sprintf("Mask names, phones, e-mails, addresses and ids?"))
		if err != nil {
			return err
		}
		o.Privacy = model.MaskPersons(masks)
		if _, missing := os.Stat(path); !errors.Is(missing, fs.ErrNotExist) {
			if o.Force, err = t.sure(t.pr.Sprintf("%s is there already. Overwrite it?", path)); err != nil {
				return err
			}
		}
		err = export.Write(t.ctx, path, t.result.Document(t.pr), o, nil)
		switch {
		case err == nil:
			t.say("Written: %s", path)
			return nil
		case t.ctx.Err() != nil:
			return t.ctx.Err()
		}
		t.say("It could not be written: %s", oneLine(err))
	}
}
