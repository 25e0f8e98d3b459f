package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"custseg/model"
)

// mailing is customers and what they spent, each with an address of their own.
func mailing(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("customer_id,email,order_id,order_date,amount\n")
	for i := range 12 {
		for day := 1; day <= 1+i%4; day++ {
			fmt.Fprintf(&b, "k%02dx,ann%02d@example.org,o%d-%d,2024-0%d-%02d,%d\n", i, i, i, day, day, 1+i, 10*i+day)
		}
	}
	return write(t, "orders.csv", b.String())
}

// A method that splits by a personal column names its segments by it: a masked
// report does not.
func TestMaskedReportsNameNobody(t *testing.T) {
	t.Parallel()
	file := mailing(t)
	custom := []string{file, "--map", "region=email", "--set", "level=region", "--set", "min-share=0"}
	dates := []string{"--from", "2024-02-20", "--to", "2024-04-30"}
	for name, args := range map[string][]string{
		"run":     append([]string{"run", "geographic"}, custom...),
		"compare": append([]string{"compare", "geographic", "abc"}, custom...),
		"migrate": append(append([]string{"migrate", "geographic"}, custom...), dates...),
		"why":     append([]string{"why", "geographic", "--customer", "k03x"}, custom...),
	} {
		open := custseg(t, args...)
		if open.code != exitDone || !strings.Contains(open.out, "@example.org") {
			t.Errorf("%s: without a mask the report names nobody, so that this tells nothing: %+v", name, open)
		}
		for _, more := range [][]string{{"--mask"}, {"--mask", "--json"}} {
			if o := custseg(t, append(args, more...)...); o.code != exitDone || strings.Contains(o.out, "@example.org") || strings.Contains(o.out, "k03x") {
				t.Errorf("%s %v: %d %s\n%s", name, more, o.code, o.err, o.out)
			}
		}
	}
}

// A measure that is a column of the file comes back once.
func TestAMeasureOfAColumnIsWrittenOnce(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out.csv")
	o := custseg(t, "run", "abc", write(t, "people.csv", "customer_id,Monetary,town\na,1,X\nb,2,Y\nc,3,Z\n"), "--out", out)
	text, err := os.ReadFile(out)
	if err != nil {
		t.Fatalf("%v %+v", err, o)
	}
	if head, _, _ := strings.Cut(string(text), "\n"); strings.Count(strings.ToLower(head), "monetary") != 1 || !strings.Contains(head, "town") {
		t.Errorf("columns %s", head)
	}
	if o := custseg(t, "run", "abc", out, "--out", filepath.Join(t.TempDir(), ".xlsx")); o.code == exitDone || !strings.Contains(o.err, "name before it") {
		t.Errorf("a file that is only an ending: %+v", o)
	}
}

// hashes runs a method masked and returns the file.
func hashes(t *testing.T, file string, args ...string) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "out.csv")
	if o := custseg(t, append([]string{"run", "abc", file, "--mask", "--quiet", "--out", out}, args...)...); o.code != exitDone {
		t.Fatalf("%+v", o)
	}
	text, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestASaltKeepsIdsJoinable(t *testing.T) {
	t.Parallel()
	file := mailing(t)
	if first, second := hashes(t, file), hashes(t, file); first == second {
		t.Error("without a salt two runs have the same hashes")
	}
	one := hashes(t, file, "--salt", "pepper & co")
	if one != hashes(t, file, "--salt", "pepper & co") || one == hashes(t, file, "--salt", "other") || strings.Contains(one, "pepper") {
		t.Errorf("hashes do not follow from the salt:\n%s", one)
	}
	if o := custseg(t, "run", "abc", file, "--salt", "pepper"); o.code != exitUsage || !strings.Contains(o.err, "--mask") {
		t.Errorf("a salt without a mask: %+v", o)
	}
	app := App{Getenv: func(name string) string { return map[string]string{saltVariable: "pepper"}[name] }}
	if got := string(app.maskOptions(maskFlags{}, model.MaskPersons(true)).Salt); got != "pepper" {
		t.Errorf("the salt of the environment is %q", got)
	}
	if got := string(app.maskOptions(maskFlags{salt: "mine"}, model.MaskPersons(true)).Salt); got != "mine" {
		t.Errorf("the flag does not come before the environment: %q", got)
	}
}

// A choice per column is carried out, goes into the recipe and comes back from it.
func TestPrivacyPerColumnIsRepeated(t *testing.T) {
	file, dir := mailing(t), t.TempDir()
	first, again := filepath.Join(dir, "a.csv"), filepath.Join(dir, "b.csv")
	recipe := filepath.Join(dir, "r.json")
	o := custseg(t, "run", "abc", file, "--privacy", "email=hash", "--privacy", "customer_id=drop", "--salt", "s", "--out", first, "--save-recipe", recipe)
	if o.code != exitDone || !strings.Contains(o.out, "hashed: email\ndropped: customer ids\n") {
		t.Fatalf("%+v", o)
	}
	if o := custseg(t, "run", "--recipe", recipe, file, "--salt", "s", "--out", again); o.code != exitDone {
		t.Fatalf("%+v", o)
	}
	a, _ := os.ReadFile(first)
	b, _ := os.ReadFile(again)
	if string(a) != string(b) || strings.Contains(string(a), "@example.org") || strings.Contains(string(a), "k03x") || !strings.Contains(string(a), "id-") {
		t.Errorf("%s\nthen\n%s", a, b)
	}
	for args, want := range map[string]int{"--privacy=email": exitUsage, "--privacy=email=gone": exitUsage, "--privacy=mail=drop": exitFailed, "--privacy=drop": exitDone} {
		if o := custseg(t, "run", "abc", file, args); o.code != want || want != exitDone && o.err == "" {
			t.Errorf("%s: %+v", args, o)
		}
	}
}

// A file named by a person, and the table that is called like it, have stand-ins in
// all that is written and printed under a mask; the recipe is repeated by naming
// the file.
func TestMaskedFilesHaveStandIns(t *testing.T) {
	dir := t.TempDir()
	text, err := os.ReadFile(mailing(t))
	if err != nil {
		t.Fatal(err)
	}
	file, out, recipe := filepath.Join(dir, "Katharina Eisenhower orders.csv"), filepath.Join(dir, "o"), filepath.Join(dir, "r.json")
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
	args := []string{"run", "abc,rfm", file, "--mask", "--map", "amount=Katharina Eisenhower orders:amount", "--privacy", "Katharina Eisenhower orders:email=drop"}
	o := custseg(t, append(args, "--out", out+".xlsx", "--out", out+".json", "--out", out+".md", "--out", out+".csv", "--save-recipe", recipe, "--excluded", out+"x.csv")...)
	if o.code != exitDone || !strings.Contains(o.out, "file 1.csv stands for it") {
		t.Fatalf("%+v", o)
	}
	for _, path := range []string{recipe, out + ".xlsx", out + ".json", out + ".md", out + ".csv", out + "x.csv"} {
		for part, text := range partsOf(t, path) {
			if s := secretIn(text, []string{"Katharina", "Eisenhower"}); s != "" {
				t.Errorf("%s holds %q", part, s)
			}
		}
	}
	if s := secretIn(o.out+custseg(t, append(args, "--json")...).out, []string{"Katharina"}); s != "" {
		t.Errorf("what is printed holds %q", s)
	}
	saved, err := os.ReadFile(recipe)
	if err != nil || !strings.Contains(string(saved), `"path": "file 1.csv"`) || !strings.Contains(string(saved), "fingerprint") {
		t.Errorf("the recipe: %v %s", err, saved)
	}
	if o := custseg(t, "run", "--recipe", recipe); o.code != exitFailed || !strings.Contains(o.err, "name the file") {
		t.Errorf("without the file: %+v", o)
	}
	if o := custseg(t, "run", "--recipe", recipe, file); o.code != exitDone || !strings.Contains(o.out, "The data and the segments are as they were") || strings.Contains(o.out, "Katharina") {
		t.Errorf("with the file: %+v", o)
	}
}
