package cli

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"custseg/io/export"
	"custseg/io/load"
	"custseg/ui/pipeline"
)

// sparkScript parses queries by the grammar of Spark SQL in the package
// dt-sql-parser, which is looked for where NODE_PATH says. The package is made for
// bundlers, which add the endings that its imports lack.
const sparkScript = `
import { register, createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
register('data:text/javascript,' + encodeURIComponent(` + "`" + `
export async function resolve(name, context, next) {
  for (const end of ['', '.js', '/index.js']) {
    try { return await next(name + end, context); } catch (e) { if (end === '/index.js') throw e; }
  }
}` + "`" + `));
const { SparkSQL } = await import(pathToFileURL(createRequire(import.meta.url).resolve('dt-sql-parser')));
for (const file of process.argv.slice(2)) {
  for (const e of new SparkSQL().validate(readFileSync(file, 'utf8'))) {
    console.error(file + ':' + e.startLine + ':' + e.startColumn + ': ' + e.message);
    process.exitCode = 1;
  }
}
`

// parseSpark fails on queries that are not of Spark's grammar.
func parseSpark(t *testing.T, queries ...string) error {
	t.Helper()
	script := filepath.Join(t.TempDir(), "spark.mjs")
	writeFile(t, script, sparkScript)
	out, err := exec.Command("node", append([]string{script}, queries...)...).CombinedOutput()
	if err != nil {
		t.Logf("%s", out)
	}
	return err
}

// needSpark skips where the grammar is not installed.
func needSpark(t *testing.T) {
	t.Helper()
	if err := exec.Command("node", "-e", "require.resolve('dt-sql-parser')").Run(); err == nil {
		return
	}
	missingEngine(t, export.Spark, "npm install dt-sql-parser, and NODE_PATH=.../node_modules")
	t.Skip("the grammar of Spark SQL is not installed")
}

// There is no engine of Spark to ask: what is written for it is at least of its
// grammar. Nothing that is no query passes.
func TestSparkSQLIsOfItsGrammar(t *testing.T) {
	needSpark(t)
	dir := t.TempDir()
	broken := filepath.Join(dir, "broken.sql")
	writeFile(t, broken, "SELECT customer_id FRM orders GROUP customer_id;")
	if parseSpark(t, broken) == nil {
		t.Error("a broken query is of the grammar")
	}
	if o := custseg(t, "sample", filepath.Join(dir, "shop")); o.code != exitDone {
		t.Fatal(o.err)
	}
	shop, _ := filepath.Glob(filepath.Join(dir, "shop", "*.csv"))
	queries := writtenForSpark(t, dir, "shop", shop, firstOfEach(shopCases()))
	for _, u := range untidies() {
		path := filepath.Join(dir, u.name+" orders.csv")
		u.write(t, path)
		queries = append(queries, writtenForSpark(t, dir, u.name, []string{path}, []sqlCase{{"rfm", []string{"rfm"}}})...)
	}
	if err := parseSpark(t, queries...); err != nil {
		t.Error(err)
	}
	checkSparkFunctions(t, queries)
}

// sparkFunctions are the functions that queries for Spark may call, all of them
// built into Spark SQL 3.2 and later by its list of functions, with the arguments
// that are used here: DATEDIFF(end, start) and DATE_ADD(start, days) of dates,
// EXTRACT(DAY FROM date), TRIM(BOTH letters FROM text), TRY_CAST, POSITION(part IN
// text), REGEXP_REPLACE(text, pattern, by), which replaces all that is found,
// TRANSLATE, TYPEOF, which gives 'string' of text, DECIMAL and windows with
// ROW_NUMBER and LAG.
const sparkFunctions = "ABS AVG CAST COALESCE COUNT DATEDIFF DATE_ADD DECIMAL EXP EXTRACT GREATEST LAG LEAST LEFT LENGTH LN LOWER MAX MIN MONTH NULLIF POSITION POWER " +
	"REGEXP_REPLACE REPLACE RIGHT ROUND ROW_NUMBER SIGN SUM TRANSLATE TRIM TRY_CAST TYPEOF YEAR"

// notCalled are words before a parenthesis that are no functions.
const notCalled = "AND AS BY CASE DISTINCT ELSE FROM IN NOT ON OR OVER THEN VALUES WHEN WHERE WITH BETWEEN SELECT JOIN UNION END LIKE RLIKE"

// checkSparkFunctions names functions that are not among those that are known to be
// Spark's, outside of literals, quoted names and comments.
func checkSparkFunctions(t *testing.T, queries []string) {
	t.Helper()
	told := regexp.MustCompile("(?s)'(\\\\.|[^'\\\\])*'|`[^`]*`|--[^\n]*")
	call := regexp.MustCompile(`\b([A-Z_][A-Z0-9_]*) ?\(`)
	known := strings.Fields(sparkFunctions + " " + notCalled)
	for _, path := range queries {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range call.FindAllStringSubmatch(told.ReplaceAllString(string(text), "''"), -1) {
			if !slices.Contains(known, found[1]) {
				t.Errorf("%s calls %s, which is not on the list of Spark's functions", filepath.Base(path), found[1])
			}
		}
	}
}

// firstOfEach leaves one case of each method: the grammar of a query is that of its
// method, and parsing takes long.
func firstOfEach(cases []sqlCase) []sqlCase {
	seen := map[string]bool{}
	return slices.DeleteFunc(cases, func(c sqlCase) bool {
		again := seen[c.args[0]]
		seen[c.args[0]] = true
		return again
	})
}

// writtenForSpark writes the rules of cases on files for Spark.
func writtenForSpark(t *testing.T, dir, name string, files []string, cases []sqlCase) []string {
	t.Helper()
	data, err := load.Open(context.Background(), files, load.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	line := pipeline.New(data)
	var out []string
	for _, c := range cases {
		result, err := line.Run(context.Background(), c.recipe(t, data), nil)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		path := filepath.Join(dir, name+" "+strings.NewReplacer("/", "_").Replace(c.name)+".sql")
		if err := export.Write(context.Background(), path, result.Document(nil), export.Options{Dialect: export.Spark}, nil); err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if written, err := os.ReadFile(path); err != nil || len(written) == 0 {
			t.Fatalf("%s: %v", c.name, err)
		}
		out = append(out, path)
	}
	return out
}
