package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"golang.org/x/text/message"

	"custseg/io/load"
	"custseg/model"
	"custseg/ui/pipeline"
)

// talk is a session in plain lines for screen readers: questions with numbered
// answers, one fact a line, no cursor movement, no colour. It reads lines, so
// that a pipe can answer too.
type talk struct {
	app   *App
	ctx   context.Context
	lines <-chan string
	out   io.Writer
	pr    *message.Printer
	flags dataFlags

	files  []string
	line   *pipeline.Pipeline
	recipe model.Recipe
	people *model.Customers
	result *pipeline.Result // nil before a method ran
	before *pipeline.Result // of the same method, before the last change
	past   []model.Recipe   // before each change, for undo
}

// errEnd is returned when there is nobody to answer any more.
var errEnd = errors.New("end of the answers")

// accessible asks and tells in plain lines until the analyst leaves or the
// answers end.
func (a *App) accessible(ctx context.Context, files []string, f dataFlags) error {
	if _, err := f.apply(emptyRecipe()); err != nil {
		return err
	}
	t := &talk{app: a, ctx: ctx, lines: linesOf(ctx, a.In), out: a.Out, pr: a.printer, flags: f}
	t.say("custseg in plain lines. Answer each question with a number or a text and Enter; 0 goes back or leaves.")
	err := t.start(files)
	if errors.Is(err, errEnd) {
		return nil
	}
	return err
}

// linesOf reads lines in the background, so that a signal is heard while a
// question waits.
func linesOf(ctx context.Context, in io.Reader) <-chan string {
	out := make(chan string)
	go func() {
		defer close(out)
		scanLines(in, func(line string) bool {
			select {
			case out <- line:
				return true
			case <-ctx.Done():
				return false
			}
		})
	}()
	return out
}

// start opens files and then asks what next, until it is nothing.
func (t *talk) start(files []string) error {
	for {
		if err := t.open(files); err != nil {
			return err
		}
		again, err := t.menu()
		if err != nil || !again {
			return err
		}
		files = nil
	}
}

// say prints one line.
func (t *talk) say(format string, args ...any) {
	fmt.Fprintln(t.out, plain(t.pr.Sprintf(format, args...)))
}

// answer asks for a line, and returns errEnd when there is none. An interrupt
// ends the program as everywhere.
func (t *talk) answer(format string, args ...any) (string, error) {
	t.say(format, args...)
	select {
	case line, ok := <-t.lines:
		if !ok {
			return "", errEnd
		}
		return strings.TrimSpace(line), nil
	case <-t.ctx.Done():
		return "", t.ctx.Err()
	}
}

// choose lists numbered answers and asks for one until it is one of them; it
// returns -1 for 0.
func (t *talk) choose(question string, options []string) (int, error) {
	for i, o := range options {
		t.say("%d. %s", i+1, o)
	}
	for {
		text, err := t.answer("%s Number from 1 to %d, or 0:", question, len(options))
		if err != nil {
			return -1, err
		}
		n, err := strconv.Atoi(text)
		if err == nil && n >= 0 && n <= len(options) {
			return n - 1, nil
		}
		t.say("%q is not one of the numbers.", text)
	}
}

// sure asks a question of yes and no; anything but yes is no.
func (t *talk) sure(question string) (bool, error) {
	text, err := t.answer("%s Type yes or no:", question)
	text = strings.ToLower(text)
	return text == "y" || text == "yes", err
}

// open reads files, asking for one until one can be read.
func (t *talk) open(files []string) error {
	for {
		if len(files) == 0 {
			text, err := t.answer("File to open: a path, or Enter for the built-in sample:")
			if err != nil {
				return err
			}
			if text == "0" {
				return errEnd
			}
			if text == "" {
				text = sampleName
			}
			files = []string{text}
		}
		err := t.read(files)
		if err == nil || t.ctx.Err() != nil || errors.Is(err, errEnd) {
			return err
		}
		t.say("It could not be opened: %s", oneLine(err))
		files = nil
	}
}

// read opens files and tells what they hold.
func (t *talk) read(files []string) error {
	data, err := t.app.load(t.ctx, files, t.flags.reading, func(load.Progress) {})
	if err != nil {
		return err
	}
	recipe, err := t.flags.apply(model.NewRecipe(data.Sources, t.flags.reading))
	if err != nil {
		return err
	}
	line := pipeline.New(data)
	people, _, err := line.Customers(t.ctx, recipe, nil)
	if errors.Is(err, model.ErrNoCustomerID) && data.Rows() > 0 {
		if recipe, err = t.askCustomers(data, recipe); err == nil {
			people, _, err = line.Customers(t.ctx, recipe, nil)
		}
	}
	if err != nil {
		return err
	}
	t.files, t.line, t.recipe, t.people = files, line, recipe, people
	t.result, t.before, t.past = nil, nil, nil
	for _, table := range data.Tables {
		t.say("Table %s: %d rows, %d columns.", table.Name, table.Rows(), len(table.Columns()))
	}
	t.say("%d customers%s.", people.Len(), scopeOf(t.pr, people))
	for _, f := range data.Findings {
		if f.Level == model.Warning {
			t.say("Note: %s%s", columnOf(data, f), noticed(f, t.pr))
		}
	}
	return nil
}

// change puts a recipe in force: the customers are told anew, and the segments
// where a method has run. When it cannot be, the one before stays.
func (t *talk) change(r model.Recipe) error {
	if r.Method != "" {
		return t.run(r)
	}
	people, _, err := t.line.Customers(t.ctx, r, nil)
	if err == nil {
		err = pipeline.Nobody(people, r)
	}
	switch {
	case t.ctx.Err() != nil:
		return t.ctx.Err()
	case err != nil:
		t.say("That cannot be done: %s", oneLine(err))
		return nil
	}
	t.past = append(t.past, t.recipe)
	t.recipe, t.people = r, people
	t.say("%d customers%s.", people.Len(), scopeOf(t.pr, people))
	return nil
}

// undo goes back to the recipe before the last change.
func (t *talk) undo() error {
	if len(t.past) == 0 {
		t.say("There is nothing to undo.")
		return nil
	}
	r := t.past[len(t.past)-1]
	before := len(t.past) - 1
	if r.Method == "" {
		t.result, t.before = nil, nil
	}
	t.say("Undone.")
	err := t.change(r)
	t.past = t.past[:before]
	return err
}

// run carries out a recipe. When it cannot be, the one before stays.
func (t *talk) run(r model.Recipe) error {
	result, err := t.line.Run(t.ctx, r, nil)
	if err != nil {
		if t.ctx.Err() != nil {
			return t.ctx.Err()
		}
		t.say("That cannot be run: %s", oneLine(err))
		return nil
	}
	t.before = nil
	if t.result != nil && t.result.Recipe.Method == r.Method {
		t.before = t.result
	}
	if !r.Equal(t.recipe) {
		t.past = append(t.past, t.recipe)
	}
	t.recipe, t.result, t.people = r, result, result.Customers
	return t.tellSegments()
}
