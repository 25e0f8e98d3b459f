package cli

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"custseg/io/export"
	"custseg/io/load"
	"custseg/ui/pipeline"
)

// spoilTable keeps the rows of some customers and spoils cells of them: blanks,
// numbers below zero, values of other rows, rows that come twice and days that are
// none.
func spoilTable(rng *rand.Rand, rows [][]string, keep func(id string) bool, repeated bool) [][]string {
	out, id := rows[:1], slices.Index(rows[0], "customer_id")
	for _, row := range rows[1:] {
		if keep(row[id]) {
			out = append(out, row)
		}
	}
	clean := out[1:]
	for _, row := range slices.Clone(clean) {
		for j, cell := range row {
			_, notNumber := strconv.ParseFloat(cell, 64)
			switch chance := rng.Float64(); {
			case cell == "" || j == id:
			case chance < .02:
				row[j] = ""
			case chance < .025 && notNumber == nil && !strings.HasPrefix(cell, "-"):
				row[j] = "-" + cell
			case chance < .06:
				row[j] = clean[rng.IntN(len(clean))][j]
			case chance < .062 && len(cell) >= 10 && strings.Count(cell, "-") == 2:
				row[j] = "2024-02-30"
			}
		}
		if repeated && rng.Float64() < .01 {
			out = append(out, slices.Clone(row))
		}
	}
	return out
}

// spoilShop writes the files of the sample with spoilt rows of an eighth of the
// customers, and returns them.
func spoilShop(t *testing.T, seed uint64) []string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "shop")
	if o := custseg(t, "sample", dir); o.code != exitDone {
		t.Fatal(o.err)
	}
	files, _ := filepath.Glob(filepath.Join(dir, "*.csv"))
	rng := rand.New(rand.NewPCG(seed, 0))
	keep := func(id string) bool {
		n, _ := strconv.Atoi(strings.TrimLeft(id, "C"))
		return uint64(n)%8 == seed
	}
	for _, path := range files {
		rows := spoilTable(rng, records(t, path), keep, strings.HasSuffix(path, "orders.csv"))
		f, err := os.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := csv.NewWriter(f).WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// Whatever the data is like: a rule that is written places each customer where the
// method did, and what cannot be is refused.
func TestSQLScoresSpoiltData(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("every method is run on several bases")
	}
	const bases = 2 // of which each has its share of the cases
	for seed := range uint64(bases) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			engines := map[export.Dialect]warehouse{export.DuckDB: newDuck(t), export.Postgres: newPostgres(t)}
			maps.DeleteFunc(engines, func(_ export.Dialect, w warehouse) bool { return w == nil })
			if len(engines) == 0 {
				t.Skip("no engine is installed")
			}
			files := spoilShop(t, seed)
			data, err := load.Open(context.Background(), files, load.Options{}, nil)
			if err != nil {
				t.Fatal(err)
			}
			for i, path := range files {
				for _, engine := range engines {
					engine.load(t, data.Tables[i].Name, path, slices.Repeat([]string{asText("")}, len(header(t, path))))
				}
			}
			line, compared := pipeline.New(data), 0
			for i, c := range shopCases() {
				if uint64(i)%bases != seed {
					continue
				}
				t.Run(c.name, func(t *testing.T) {
					result, err := line.Run(context.Background(), c.recipe(t, data), nil)
					if err != nil {
						t.Skip(err) // the data is not fit for it
					}
					for dialect, engine := range engines {
						path := filepath.Join(t.TempDir(), string(dialect)+".sql")
						err := export.Write(context.Background(), path, result.Document(nil), export.Options{Dialect: dialect}, nil)
						if errors.Is(err, export.ErrNoSQL) {
							t.Skip(err)
						}
						if err != nil {
							t.Fatal(err)
						}
						compareSegments(t, placed(result), segmentsOf(t, engine.query(t, path)))
						compared++
					}
				})
			}
			if least := 25 * len(engines); compared < least {
				t.Errorf("%d queries were compared, want at least %d", compared, least)
			}
		})
	}
}
