package screen

import (
	"context"
	"testing"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/model/wording"
	"custseg/ui/pipeline"
	"custseg/ui/tui/keys"
	"custseg/ui/tui/session"
	"custseg/ui/tui/store"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

// fakeHost is a host that notes what it is asked for. Tasks run at once, or
// when hold is set only at release.
type fakeHost struct {
	session session.Session
	pr      *message.Printer

	hold    bool
	held    []Task
	tasks   []string
	loses   []string // of those tasks that would lose something
	went    []Step
	pushed  []Screen
	backs   int
	said    []string
	warned  []string
	copied  []string
	opened  [][]string
	reread  []reread
	resumed []store.Session
	tours   int
	presets *Presets
	looked  []look // previews asked for, the first not answered first
}

// reread is a reading asked for; look is a preview asked for.
type reread struct {
	how  model.Reading
	name string
}

type look struct {
	files []string
	how   model.Reading
	done  func(*model.Dataset, error)
}

func newFakeHost() *fakeHost {
	return &fakeHost{pr: wording.English(), presets: NewPresets(store.New(store.Folders{}))}
}

// open starts a session on a dataset and makes its customers, as the root model
// does.
func (h *fakeHost) open(t testing.TB, d *model.Dataset, files ...string) {
	t.Helper()
	h.session.Open(pipeline.New(d), files, model.NewRecipe(d.Sources, model.Reading{}))
	h.settle()
}

// settle brings customers and result up to date with the recipe, as the root
// model does after a key.
func (h *fakeHost) settle() {
	s := &h.session
	s.Customers, s.Roles, s.Trouble = s.Line.Customers(context.Background(), s.Recipe, nil)
	if s.Recipe.Method == "" || s.Trouble != nil {
		return
	}
	if r, err := s.Line.Run(context.Background(), s.Recipe, nil); err != nil {
		s.Failed = err
	} else {
		s.Landed(r)
	}
}

// release runs the tasks held back.
func (h *fakeHost) release() {
	held := h.held
	h.held = nil
	for _, task := range held {
		task.Done(task.Work(context.Background(), func(float64) {}))
	}
}

func (h *fakeHost) Session() *session.Session { return &h.session }
func (h *fakeHost) Printer() *message.Printer { return h.pr }
func (h *fakeHost) Go(s Step)                 { h.went = append(h.went, s) }
func (h *fakeHost) Push(s Screen)             { h.pushed = append(h.pushed, s) }
func (h *fakeHost) Back()                     { h.backs++ }
func (h *fakeHost) Say(text string)           { h.said = append(h.said, text) }
func (h *fakeHost) Warn(text string)          { h.warned = append(h.warned, text) }
func (h *fakeHost) Copy(text, what string)    { h.copied = append(h.copied, text) }
func (h *fakeHost) Open(files []string)       { h.opened = append(h.opened, files) }

func (h *fakeHost) Reread(how model.Reading, name string) {
	h.reread = append(h.reread, reread{how, name})
}

func (h *fakeHost) Preview(files []string, how model.Reading, done func(*model.Dataset, error)) {
	h.looked = append(h.looked, look{files, how, done})
}

func (h *fakeHost) Resume(s store.Session) { h.resumed = append(h.resumed, s) }

func (h *fakeHost) Tour() { h.tours++ }

func (h *fakeHost) Presets() *Presets { return h.presets }

func (h *fakeHost) Start(task Task) {
	h.tasks = append(h.tasks, task.Name)
	h.held = append(h.held, task)
	if task.Loses != "" {
		h.loses = append(h.loses, task.Loses)
	}
	if !h.hold {
		h.release()
	}
}

// press sends keys to a screen as the root model does: movement and typing
// first, then the bindings of the place. Each key is a name as package term
// writes it.
func press(t testing.TB, s Screen, names ...string) {
	t.Helper()
	for _, name := range names {
		pressKey(t, s, term.KeyOf(name))
	}
}

// typed sends the text as key presses.
func typed(t testing.TB, s Screen, text string) {
	t.Helper()
	for _, r := range text {
		pressKey(t, s, term.Key{Name: string(r), Text: string(r)})
	}
}

// themes are the looks that golden views are kept in.
func themes() map[string]*theme.Theme {
	return map[string]*theme.Theme{
		"color": theme.New(nil, theme.Options{Color: true, Colors256: true}),
		"mono":  theme.New(nil, theme.Options{}),
		"ascii": theme.New(nil, theme.Options{ASCII: true}),
	}
}

// pressKey sends one key, and fails the test when a binding of the place has
// no action.
func pressKey(t testing.TB, s Screen, k term.Key) {
	t.Helper()
	if s.Key(k) || k.Paste() {
		return
	}
	b, ok := keys.Find(s.Place(), k.Name)
	if !ok {
		return
	}
	a, ok := s.Actions()[b.ID]
	if !ok {
		t.Fatalf("%s has no action for %s", s.Place(), b.ID)
	}
	if a.Why == nil || a.Why() == "" {
		a.Do()
	}
}
