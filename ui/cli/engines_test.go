package cli

import (
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"custseg/io/export"
)

// warehouse is a database that holds tables and answers queries.
type warehouse interface {
	// load makes a table of a CSV file with a header.
	load(t *testing.T, table, path string, types []string)
	// query returns the rows of a query, the header first; NULL is empty.
	query(t *testing.T, path string) [][]string
}

// duck is DuckDB, driven by node. The package @duckdb/node-api is looked for
// where NODE_PATH says.
type duck struct{ dir string }

const duckScript = `
const { DuckDBInstance } = require('@duckdb/node-api');
const fs = require('fs');
(async () => {
  const [file, script, out] = process.argv.slice(2);
  const db = await (await DuckDBInstance.create(file)).connect();
  const sql = fs.readFileSync(script, 'utf8').trim().replace(/;$/, '');
  await db.run(out ? 'COPY (' + sql + "\n) TO '" + out + "' (HEADER, DELIMITER ',')" : sql);
})().catch((e) => { console.error(String(e)); process.exit(1); });
`

// newDuck returns DuckDB, nil where it is not installed.
func newDuck(t *testing.T) warehouse {
	t.Helper()
	if exec.Command("node", "-e", "require('@duckdb/node-api')").Run() != nil {
		missingEngine(t, export.DuckDB, "npm install @duckdb/node-api, and NODE_PATH=.../node_modules")
		return nil
	}
	d := &duck{dir: t.TempDir()}
	writeFile(t, filepath.Join(d.dir, "duck.cjs"), duckScript)
	return d
}

// run runs a script, and writes its rows to a file that may be empty.
func (d *duck) run(t *testing.T, script, out string) {
	t.Helper()
	run(t, exec.Command("node", filepath.Join(d.dir, "duck.cjs"), filepath.Join(d.dir, "warehouse.db"), script, out))
}

func (d *duck) load(t *testing.T, table, path string, types []string) {
	t.Helper()
	names := header(t, path)
	columns := make([]string, len(names))
	for i, name := range names {
		columns[i] = quoteText(name) + ": " + quoteText(types[i])
	}
	script := filepath.Join(d.dir, "load.sql")
	writeFile(t, script, fmt.Sprintf(`CREATE TABLE "%s" AS SELECT * FROM read_csv(%s, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '', columns = {%s})`,
		strings.ReplaceAll(table, `"`, `""`), quoteText(path), strings.Join(columns, ", ")))
	d.run(t, script, "")
}

func (d *duck) query(t *testing.T, path string) [][]string {
	t.Helper()
	out := filepath.Join(d.dir, "out.csv")
	d.run(t, path, out)
	return records(t, out)
}

// postgres is a server of its own, which runs as the user postgres where the tests
// run as root.
type postgres struct{ bin, dir string }

// newPostgres starts a server; it returns nil where PostgreSQL is not installed.
func newPostgres(t *testing.T) warehouse {
	t.Helper()
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb") // where Debian has it, not on the PATH
	if path, err := exec.LookPath("initdb"); err == nil && len(found) == 0 {
		found = append(found, path)
	}
	if len(found) == 0 {
		missingEngine(t, export.Postgres, "apt-get install postgresql")
		return nil
	}
	dir, err := os.MkdirTemp("", "pg") // the path of a socket must be short
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	p := &postgres{bin: filepath.Dir(found[len(found)-1]), dir: dir}
	t.Cleanup(func() { os.RemoveAll(dir) })
	data := filepath.Join(dir, "data")
	run(t, p.command("initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"))
	run(t, p.command("pg_ctl", "-D", data, "-w", "-l", filepath.Join(dir, "log"), "-o", "-k "+dir+" -c listen_addresses= -c fsync=off -c statement_timeout=60s", "start"))
	t.Cleanup(func() { p.command("pg_ctl", "-D", data, "-m", "immediate", "stop").Run() })
	return p
}

// command runs a program of PostgreSQL.
func (p *postgres) command(name string, args ...string) *exec.Cmd {
	path := filepath.Join(p.bin, name)
	if who, err := user.Current(); err == nil && who.Uid == "0" {
		cmd := exec.Command("setpriv", append([]string{"--reuid=postgres", "--regid=postgres", "--clear-groups", path}, args...)...)
		cmd.Dir = p.dir
		return cmd
	}
	return exec.Command(path, args...)
}

func (p *postgres) psql(args ...string) *exec.Cmd {
	return exec.Command("psql", append([]string{"-X", "-q", "-h", p.dir, "-U", "postgres", "-d", "postgres", "-v", "ON_ERROR_STOP=1", "--csv"}, args...)...)
}

func (p *postgres) load(t *testing.T, table, path string, types []string) {
	t.Helper()
	names := header(t, path)
	columns := make([]string, len(names))
	for i, name := range names {
		columns[i] = `"` + strings.ReplaceAll(name, `"`, `""`) + `" ` + strings.Replace(types[i], "DOUBLE", "double precision", 1)
	}
	quoted := `"` + strings.ReplaceAll(table, `"`, `""`) + `"`
	run(t, p.psql("-c", fmt.Sprintf("CREATE TABLE %s (%s)", quoted, strings.Join(columns, ", ")), "-c", fmt.Sprintf(`\copy %s FROM %s WITH (FORMAT csv, HEADER true)`, quoted, quoteText(path))))
}

func (p *postgres) query(t *testing.T, path string) [][]string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "out.csv")
	run(t, p.psql("-f", path, "-o", out))
	return records(t, out)
}

// missingEngine fails where CUSTSEG_SQL names the engine as one that must be there.
func missingEngine(t *testing.T, engine export.Dialect, remedy string) {
	t.Helper()
	if strings.Contains(os.Getenv("CUSTSEG_SQL"), string(engine)) {
		t.Fatalf("%s is not installed: %s", engine, remedy)
	}
	t.Logf("%s is not installed: %s", engine, remedy)
}

func run(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", strings.Join(cmd.Args, " "), err, out)
	}
}

func writeFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func quoteText(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

func records(t *testing.T, path string) [][]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func header(t *testing.T, path string) []string { return records(t, path)[0] }

// segmentsOf reads the segment of each customer from rows with a header.
func segmentsOf(t *testing.T, rows [][]string) map[string]string {
	t.Helper()
	id, segment := slices.Index(rows[0], "customer_id"), slices.Index(rows[0], "segment")
	if id < 0 || segment < 0 {
		t.Fatalf("no customer_id or segment among %v", rows[0])
	}
	out := map[string]string{}
	for _, row := range rows[1:] {
		if _, twice := out[row[id]]; twice {
			t.Fatalf("customer %s is there twice", row[id])
		}
		out[row[id]] = row[segment]
	}
	return out
}
