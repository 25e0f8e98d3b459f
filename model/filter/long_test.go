package filter_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"

	"custseg/model"
	"custseg/model/filter"
)

// many is so many terms, as a program writes them, that work which grows with
// their square would not end.
const many = 40_000

func longList(link string, term func(i int) string) string {
	terms := make([]string, many)
	for i := range terms {
		terms[i] = term(i)
	}
	return strings.Join(terms, link)
}

// Long filters are read, written, checked and asked in time that grows with their
// length, whatever they consist of.
func TestLongFilters(t *testing.T) {
	id := func(i int) string { return fmt.Sprintf("Customer = C%d", i) }
	for _, c := range []struct {
		name, text string
		want       []int
	}{
		{"all of many", longList(" and ", func(int) string { return "Orders > 3" }), []int{2, 3, 4}},
		{"any of many", longList(" or ", id), []int{0, 1, 2, 3, 4, 5}},
		{"none of many", longList(" and ", func(i int) string { return fmt.Sprintf("Customer != C%d", i+2) }), []int{0}},
		{"in a list", "Customer in (" + longList(", ", func(i int) string { return fmt.Sprint("C", i+12) }) + ")", []int{4, 5}},
		{"numbers", longList(" or ", func(i int) string { return fmt.Sprintf("Orders = %d", i+4) }), []int{2, 3}},
		{"dates", longList(" or ", func(i int) string { return fmt.Sprintf(`"Last order" = 2025-%02d`, i%3+1) }), []int{1, 2, 3}},
		{"both links", longList(" and ", func(i int) string { return fmt.Sprintf("(Orders > 3 or Customer = C%d)", i%2+1) }), []int{2, 3, 4}},
		{"brackets in a word", "Customer = C1" + strings.Repeat("(", many) + strings.Repeat(")", many), nil},
		{"a text alone", longList(" ", func(int) string { return "word" }), nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := keep(t, c.text); fmt.Sprint(got) != fmt.Sprint(c.want) {
				t.Errorf("keeps %v, want %v", got, c.want)
			}
			e, err := filter.Parse(c.text)
			if err != nil {
				t.Fatal(err)
			}
			written := e.String()
			if again, err := filter.Parse(written); err != nil || again.String() != written {
				t.Errorf("is written otherwise than it is read: %v", err)
			}
		})
	}
}

// What is wrong at the end of a long filter is told where it is.
func TestLongFiltersGoneWrong(t *testing.T) {
	head := longList(" or ", func(i int) string { return fmt.Sprintf("Orders = %d", i) })
	for _, c := range []struct {
		tail, want string
		at         int
	}{
		{" or ", "a column's name is expected here", 4},
		{" or Order = 3", `did you mean Orders?`, 4},
		{" or Orders = many", "many is none", 13},
		{" or (Orders = 3", "the bracket ( is not closed", 4},
	} {
		e, err := filter.Parse(head + c.tail)
		if err == nil {
			err = filter.Check(e, shop())
		}
		var wrong *filter.Error
		if !errors.As(err, &wrong) || wrong.At != len(head)+c.at || !strings.Contains(wrong.Error(), c.want) {
			t.Errorf("...%s: %v", c.tail, err)
		} else if len(wrong.Error()) > 300 {
			t.Errorf("...%s: told in %d characters", c.tail, len(wrong.Error()))
		}
	}
}

// Many tests of one column read it once.
func TestLongFiltersReadAColumnOnce(t *testing.T) {
	read := 0
	column := filter.Column{Name: "id", Kind: model.Text, Values: func() model.Column {
		read++
		return model.TextsOf("id", []string{"a", "b", "c"})
	}}
	for _, text := range []string{"id = a or id = b or id in (x, y)", "id != a and id not in (x, b)"} {
		e, err := filter.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		read = 0
		_, err = filter.Compile(context.Background(), e, []filter.Column{column})
		if err != nil || read != 1 {
			t.Errorf("%s: %d times, %v", text, read, err)
		}
		if e.String() != text {
			t.Errorf("%s is written %s", text, e)
		}
	}
}

// stopping is a context that is cancelled when it was asked some times.
type stopping struct {
	context.Context
	left atomic.Int64
}

func (s *stopping) Err() error {
	if s.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

func TestCompileStops(t *testing.T) {
	words := make([]string, 200_000)
	for i := range words {
		words[i] = fmt.Sprint("w", i)
	}
	column := filter.Of(model.TextsOf("id", words))
	e, err := filter.Parse("id contains 1 and id contains 2")
	if err != nil {
		t.Fatal(err)
	}
	ctx := &stopping{Context: context.Background()}
	ctx.left.Store(3)
	if _, err := filter.Compile(ctx, e, []filter.Column{column}); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped while it looks at words: %v", err)
	}
}
