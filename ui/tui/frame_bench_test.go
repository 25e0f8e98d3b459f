package tui

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/term"
)

// BenchmarkFirstFrame is the model from nothing to the first frame, before any
// file is read. What a process needs besides is measured in package cli.
func BenchmarkFirstFrame(b *testing.B) {
	config := Config{Samples: os.DirFS("../../testdata"), Prepare: func(r model.Recipe) (model.Recipe, error) { return r, nil },
		Printer: message.NewPrinter(language.English), Term: term.Options{Options: looks["colour"]}, Out: io.Discard}
	b.ReportAllocs()
	for b.Loop() {
		m := New(context.Background(), config)
		m.Init()
		m.Update(tea.WindowSizeMsg{Width: 120, Height: 36})
		if m.View() == "" {
			b.Fatal("there is no frame")
		}
	}
}

// BenchmarkKeyToFrame is a key in the table of each step, and the frame that
// follows, on orders of four rows a customer. Neither time nor allocations grow
// with the rows.
func BenchmarkKeyToFrame(b *testing.B) {
	for _, n := range []int{10_000, 1_000_000} {
		b.Run(fmt.Sprintf("rows=%d", n), func(b *testing.B) { keyToFrame(b, play(b, 200, 50, "colour", rowsOf(b, n))) })
	}
}

func keyToFrame(b *testing.B, p *player) {
	for _, at := range []struct {
		place string
		way   []string
	}{
		{"rows", []string{"1"}}, {"roles", []string{"2"}}, {"method", []string{"3"}}, {"segments", []string{"3", "enter"}},
		{"segment", []string{"4", "esc", "enter"}}, {"compare", []string{"5", "m"}}, {"migrate", []string{"5", "d"}}, {"export", []string{"6"}},
	} {
		b.Run("place="+at.place, func(b *testing.B) {
			p.press(at.way...)
			if p.m.current().Place() != at.place {
				p.press("tab")
			}
			if now := p.m.current().Place(); now != at.place {
				b.Fatalf("at %s, not at %s:\n%s", now, at.place, p.screen())
			}
			b.ReportAllocs()
			b.ResetTimer()
			keys := [2]tea.KeyMsg{keyMsg("down"), keyMsg("up")}
			for i := 0; b.Loop(); i++ {
				p.handle(keys[i%2])
				p.m.View()
			}
		})
	}
}

// rowsOf writes a file of so many orders of a quarter as many customers.
func rowsOf(b *testing.B, n int) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "orders.csv")
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	w := bufio.NewWriter(f)
	fmt.Fprintln(w, "customer_id,order_id,order_date,amount,region")
	for i := range n {
		fmt.Fprintf(w, "C%07d,O%07d,%d-%02d-%02d,%d.%02d,R%d\n", i*7919%(n/4), i, 2022+i%3, i%12+1, i%28+1, i*31%997, i%100, i%7)
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}
