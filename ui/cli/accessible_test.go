package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// talkTo runs the program in plain lines with the answers of a pipe.
func talkTo(t *testing.T, answers []string, args ...string) outcome {
	t.Helper()
	in := write(t, "answers", strings.Join(answers, "\n")+"\n")
	file, err := os.Open(in)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { file.Close() })
	return custsegFrom(t, file, append([]string{"--accessible"}, args...)...)
}

// The whole way in plain lines: open, choose, tune, a segment, a customer,
// export, with a slip at every question.
func TestPlainLinesLeadFromFileToWorkbook(t *testing.T) {
	t.Parallel()
	book := filepath.Join(t.TempDir(), "out.xlsx")
	o := talkTo(t, []string{
		"missing.csv", "", // the sample
		"3",            // not before a method
		"1", "99", "1", // RFM
		"2", "1", "99", "4", // bins
		"4", "1", "1", // the first customer of the first segment
		"5", "C00", "C0010",
		"6", book, "no", "no",
		"6", book, "no", "no", "no", "0", // it is there already
		"0",
	})
	if o.code != exitDone || o.err != "" {
		t.Fatalf("exit %d, %s\n%s", o.code, o.err, o.out)
	}
	for _, want := range []string{
		"It could not be opened: ", "3,030 customers", "Choose a method first.", `"99" is not one of the numbers.`,
		"Champions: 419 customers, 13.8%", "Not so: parameter bins: 99 is outside 2 to 10", "+163 since the last change",
		"Marketing: ", "What sets them apart: ", "C0002 is in Champions.", "Why here: ", `no customer has the id "C00"`, "C0010 is in",
		"Written: " + book, "is there already. Overwrite it?", "It could not be written: ",
	} {
		if !strings.Contains(o.out, want) {
			t.Errorf("%q is not said:\n%s", want, o.out)
		}
	}
	if _, err := os.Stat(book); err != nil {
		t.Error(err)
	}
	if strings.ContainsAny(o.out, "\x1b\r") {
		t.Error("the cursor is moved")
	}
}

// When the answers end, so does the program, at any question.
func TestPlainLinesEndWithTheAnswers(t *testing.T) {
	t.Parallel()
	all := []string{"", "1", "1", "2", "1", "4", "4", "1", "0", "5"}
	for n := range all {
		if o := talkTo(t, all[:n]); o.code != exitDone || o.err != "" {
			t.Errorf("after %d answers: exit %d, %s", n, o.code, o.err)
		}
	}
}

func TestPlainLinesTellAControlSequenceNothing(t *testing.T) {
	file := write(t, "orders.csv", manyOrders(20))
	o := talkTo(t, []string{"1", "1", "4", "1", "0", "0"}, file)
	if o.code != exitDone || strings.Contains(o.out, "\x1b") {
		t.Errorf("exit %d, %s\n%q", o.code, o.err, o.out)
	}
}

// What the screen has is there in plain lines too: roles, quality, comparisons, a
// bake-off, a filter and undo; the list is read out once and when asked for.
func TestPlainLinesReachTheRest(t *testing.T) {
	o := talkTo(t, []string{
		"",
		"8", "?", "nobody", "region", "amount", "none", // a role that does not fit, then none
		"14",     // undo
		"1", "1", // RFM
		"13", "frequency >=", "frequency >= 3", "14", "14",
		"1", "1", "10", "1", "11", "2025-06-30", "soon", "2025-12-31",
		"9", "0",
		"77", "?", "0",
	})
	if o.code != exitDone || o.err != "" {
		t.Fatalf("exit %d, %s\n%s", o.code, o.err, o.out)
	}
	for _, want := range []string{
		"There is no column \"nobody\"", "customers.", "Not so: ", "Undone.", "Agreement of RFM with", "adjusted Rand index",
		"customers are in the segment of the same name at both dates", "Champions, ", `"77" is not one of the numbers; ? lists them.`, "Treat which?",
	} {
		if !strings.Contains(o.out, want) {
			t.Errorf("%q is not said:\n%s", want, o.out)
		}
	}
	if n := strings.Count(o.out, "Data quality: what was found"); n != 2 {
		t.Errorf("the list is read out %d times", n)
	}
}

func TestPlainLinesAskWhoIsACustomer(t *testing.T) {
	file := write(t, "noid.csv", "milk,bread\n1.5,2\n2.5,3\n3.5,3\n")
	o := talkTo(t, []string{"1", "0"}, file)
	if o.code != exitDone || !strings.Contains(o.out, "Who is a customer?") || !strings.Contains(o.out, "3 customers") {
		t.Errorf("exit %d\n%s%s", o.code, o.out, o.err)
	}
	if o := talkTo(t, []string{"0"}, file); o.code != exitDone {
		t.Errorf("leaving the question: exit %d\n%s", o.code, o.err)
	}
}

// Privacy, formats and a file of two methods, in plain lines.
func TestPlainLinesWriteEveryFormat(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	answers := []string{"1", "1", // RFM
		"6", at("a.csv"), "what", "mask", "yes", "6", at("a.md"), "hash", "6", at("a.sql"), "keep", "postgres", "6", "+",
		"1", "2", "6", at("both.md"), "each"}
	o := talkTo(t, append(answers, "hash", "hash", "drop", "mask", "", "", "", "", "", "", "", "", "", "0", "0", "0"), "sample:shop")
	for name, want := range map[string]string{"a.csv": "\ufeffcustomer_id,segment", "a.md": "# Customer segments: RFM", "a.sql": "WITH", "both.md": "by RFM"} {
		text, err := os.ReadFile(at(name))
		if err != nil || !strings.Contains(string(text), want) {
			t.Errorf("%s: %v, %.200s", name, err, text)
		}
		if name != "a.sql" && strings.Contains(string(text), "C0001") {
			t.Errorf("%s holds an id", name)
		}
	}
	if !strings.Contains(o.out, `"what" is none of these words.`) || !strings.Contains(o.out, "The file will hold 2 methods.") {
		t.Errorf("%s", o.out)
	}
}
