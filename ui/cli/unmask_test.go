package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A filter that names persons is written as hashes, and a recipe finds them again
// under the same salt alone.
func TestAFilterOfPersonsIsWrittenAsHashes(t *testing.T) {
	file, dir := mailing(t), t.TempDir()
	recipe, out := filepath.Join(dir, "r.json"), filepath.Join(dir, "o")
	where := `email in ("ann03@example.org", "ann07@example.org") or email contains ann05 or customer_id = k09x`
	o := custseg(t, "run", "abc", file, "--where", where, "--mask", "--salt", "s", "--save-recipe", recipe, "--out", out+".xlsx", "--out", out+".json", "--out", out+".md", "--out", out+".csv")
	if o.code != exitDone || !strings.Contains(o.out, "the filter names persons") || !strings.Contains(o.out, "same --salt") {
		t.Fatalf("%+v", o)
	}
	for _, path := range []string{recipe, out + ".xlsx", out + ".json", out + ".md", out + ".csv"} {
		for part, text := range partsOf(t, path) {
			if s := secretIn(text, []string{"ann0", "k09x", "k03x"}); s != "" {
				t.Errorf("%s holds %q", part, s)
			}
		}
	}
	if s := secretIn(o.out+o.err, []string{"ann0", "k09x"}); s != "" {
		t.Errorf("the report holds %q", s)
	}
	// A part of a value has no value's hash.
	if o := custseg(t, "run", "--recipe", recipe, "--salt", "s"); o.code != exitFailed || !strings.Contains(o.err, "was masked") || !strings.Contains(o.err, "--where") {
		t.Errorf("%+v", o)
	}
	whole := `email in ("ann03@example.org", "ann07@example.org") or customer_id = k09x`
	if o := custseg(t, "run", "abc", file, "--where", whole, "--mask", "--salt", "s", "--save-recipe", recipe, "--force", "--quiet"); o.code != exitDone {
		t.Fatalf("%+v", o)
	}
	if o := custseg(t, "run", "--recipe", recipe, "--salt", "s", "--json"); o.code != exitDone || !strings.Contains(o.out, `"customers": 3`) {
		t.Errorf("with the salt: %+v", o)
	}
	for _, args := range [][]string{{}, {"--salt", "other"}} {
		if o := custseg(t, append([]string{"run", "--recipe", recipe}, args...)...); o.code != exitFailed || !strings.Contains(o.err, "was masked when the recipe was written") || !strings.Contains(o.err, "--salt") {
			t.Errorf("%v: %+v", args, o)
		}
	}
	if o := custseg(t, "run", "--recipe", recipe, "--where", "frequency >= 2", "--json"); o.code != exitDone {
		t.Errorf("with another filter: %+v", o)
	}
	if o := custseg(t, "run", "abc", file, "--where", whole, "--mask", "--out", out+".sql"); o.code == exitDone || !strings.Contains(o.err, "cannot be written as SQL") {
		t.Errorf("as SQL: %+v", o)
	}
	// What the user keeps is written as it is.
	if o := custseg(t, "run", "abc", file, "--where", whole, "--save-recipe", recipe, "--force", "--quiet"); o.code != exitDone {
		t.Fatalf("%+v", o)
	}
	if text, _ := os.ReadFile(recipe); !strings.Contains(string(text), "ann03@example.org") {
		t.Errorf("%s", text)
	}
}

// A slip in the name of a column is refused before anything is done, with the name
// that was meant.
func TestASlipInPrivacyIsRefusedAtOnce(t *testing.T) {
	file, dir := mailing(t), t.TempDir()
	recipe := filepath.Join(dir, "r.json")
	for name, args := range map[string][]string{
		"run":     {"run", "abc", file, "--save-recipe", recipe, "--quiet"},
		"compare": {"compare", "abc", "rfm", file, "--quiet"},
		"migrate": {"migrate", "abc", file, "--from", "2024-02-20", "--to", "2024-04-30", "--quiet"},
		"why":     {"why", "abc", file, "--customer", "k03x"},
	} {
		o := custseg(t, append(args, "--privacy", "emial=drop")...)
		if o.code != exitFailed || !strings.Contains(o.err, `did you mean "email"?`) || o.out != "" {
			t.Errorf("%s: %+v", name, o)
		}
	}
	if _, err := os.Stat(recipe); err == nil {
		t.Error("the recipe was written all the same")
	}
}
