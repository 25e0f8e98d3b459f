package load

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"custseg/model"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

func encoded(t testing.TB, text string, e encoding.Encoding) string {
	t.Helper()
	s, err := e.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestEncodings(t *testing.T) {
	const chinese = "客户ID,姓名,金额\nA1,曾惠,5\nA2,许安,6\n"
	const western = "id,name\n1,Zoë\n2,François\n3,Müller\n4,Créée\n"
	for _, c := range []struct {
		name, text string
		enc        encoding.Encoding
		asked      string
		guessed    bool
	}{
		{"gb18030 guessed", chinese, simplifiedchinese.GB18030, "", true},
		{"windows-1252 guessed", western, charmap.Windows1252, "", true},
		{"gbk", chinese, simplifiedchinese.GBK, "gbk", false},
		{"cp936", chinese, simplifiedchinese.GBK, "CP936", false},
		{"gb18030", chinese, simplifiedchinese.GB18030, "GB18030", false},
		{"big5", "客戶,金額\n曾惠,5\n", traditionalchinese.Big5, "big5", false},
		{"shift-jis", "顧客,金額\n東京,5\n", japanese.ShiftJIS, "shift-jis", false},
		{"euc-kr", "고객,금액\n서울,5\n", korean.EUCKR, "euc-kr", false},
		{"windows-1252", western, charmap.Windows1252, "windows-1252", false},
		{"macintosh", western, charmap.Macintosh, "macintosh", false},
		{"utf-16 with a mark", chinese, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "", false},
		{"utf-16 big endian with a mark", chinese, unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "", false},
		{"utf-16 without a mark", chinese, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "", false},
		{"utf-16 big endian without a mark", chinese, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "", false},
		{"western utf-16 without a mark", western, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "", false},
		{"utf-16le asked", chinese, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le", false},
		{"utf-16 asked with a mark", chinese, unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "utf-16", false},
		{"utf-8", chinese, unicode.UTF8, "utf-8", false},
		{"utf-8 with a mark", chinese, unicode.UTF8BOM, "", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := openText(t, encoded(t, c.text, c.enc), model.Reading{Encoding: c.asked})
			want := cells(openText(t, c.text, model.Reading{}).Tables[0])
			if got := cells(d.Tables[0]); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			if found(d, "a guess") != c.guessed {
				t.Errorf("findings: %v", d.Findings)
			}
		})
	}
}

func TestEncodingErrors(t *testing.T) {
	open := func(text, asked string) error {
		_, err := Open(context.Background(), []string{"-"}, Options{Reading: model.Reading{Encoding: asked}, Stdin: strings.NewReader(text)}, nil)
		return err
	}
	expectError(t, open("id\n1\n", "klingon"), "-", `the encoding "klingon" is not known; name it with --encoding, such as utf-8, gb18030`)
	expectError(t, open("id\n1\n", "replacement"), "-", "is not known")
	expectError(t, open("i\x00d\x00\n\x00", "gbk"), "-", "it is not gbk: it seems to be UTF-16; open it with --encoding utf-16le")
	expectError(t, open("id,\x00\x01\x02\xff\n1,2\n", "gbk"), "-", "not a text file")
	d := openText(t, "name\nZo\xeb\nAnn\n", model.Reading{Encoding: "utf-8"})
	if !found(d, "cannot be decoded: 1") {
		t.Errorf("a lost character is not told: %v", d.Findings)
	}
}

// TestEncodingFindings: what a guess says, and that the source says what was
// read.
func TestEncodingFindings(t *testing.T) {
	words := writings()
	hungarian := words["hungarian"].file(rand.New(rand.NewPCG(3, 1)), 3, false)
	for _, c := range []struct{ name, content, encoding, want string }{
		{"ascii", "id\n1\n", "utf-8", ""},
		{"chinese", encoded(t, "客户编号,金额\n1,2\n", simplifiedchinese.GBK), "gb18030", "was read as gb18030, a guess; if words look wrong"},
		{"a character of UTF-8 cut", "客户编号,姓名\n1,诸葛\xe4\xba\n2,王\n", "utf-8", "some of its bytes mean nothing in it"},
		{"mark and a cut character", markUTF8 + "id,name\n1,Zo\xc3\n", "utf-8", "cannot be decoded: 1"},
		{"no mark", encoded(t, "客户编号\n1\n2\n", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)), "utf-16be", "no mark of its encoding and was read as utf-16be"},
		{"close", encoded(t, hungarian, charmap.Windows1250), "windows-1252", "was read as windows-1252, a guess; it may as well be windows-1250"},
		{"old mac", encoded(t, "id,name\r1,Zoë\r", charmap.Macintosh), "macintosh", "macintosh"},
	} {
		d := openText(t, c.content, model.Reading{})
		if got := d.Sources[0].Encoding; got != c.encoding || c.want != "" && !found(d, c.want) || c.want == "" && found(d, "read as") {
			t.Errorf("%s: read as %s, findings %v", c.name, got, d.Findings)
		}
	}
	d := openText(t, encoded(t, "id\n1\n", unicode.UTF16(unicode.BigEndian, unicode.UseBOM)), model.Reading{Encoding: "utf-16"})
	if got := d.Sources[0].Encoding; got != "utf-16be" {
		t.Errorf("the mark says utf-16be, the source %s", got)
	}
}

// TestRealEncodings: files of other people are read without a word of help.
func TestRealEncodings(t *testing.T) {
	for _, c := range []struct {
		file, encoding, column, word string
		row, distinct                int
	}{
		{"rfm_superstore_orders_macroman_cr.csv", "macintosh", "customer", "Neil Französisch", 2, 793},
		{"zh_superstore_orders_gbk.csv", "gb18030", "城市", "杭州", 0, 0},
	} {
		t.Run(c.file, func(t *testing.T) {
			d := realFile(t, c.file, model.Reading{})
			column, ok := d.Tables[0].Column(d.Tables[0].Find(c.column)).(*model.Texts)
			if !ok || d.Sources[0].Encoding != c.encoding || column.Text(c.row) != c.word || c.distinct != 0 && column.Dict.Len() != c.distinct {
				t.Errorf("read as %s: %v", d.Sources[0].Encoding, d.Findings)
			}
			if found(d, "may as well be") {
				t.Errorf("the guess is called unsure: %v", d.Findings)
			}
		})
	}
}

// TestEvidenceFromTheWholeFile: words are taken from all over a file whose head
// is ASCII, in bounded memory.
func TestEvidenceFromTheWholeFile(t *testing.T) {
	var b strings.Builder
	b.WriteString("id,name\n" + strings.Repeat("1,Ann\n", headSize) + strings.Repeat("x", 10*longestWord))
	for i := range 60000 {
		fmt.Fprintf(&b, "é%d\n", i)
	}
	b.WriteString(strings.Repeat("ü", 10*longestWord) + "\n")
	e, err := memorySource("-", []byte(encoded(t, b.String(), charmap.Windows1252))).evidence(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if e.size > evidenceSize || e.size < evidenceSize/3 || len(e.seen) != len(e.words) {
		t.Errorf("%d words of %d bytes", len(e.words), e.size)
	}
	late := slices.ContainsFunc(e.words, func(w string) bool { return len(w) == 6 && w[1] == '5' })
	if first := e.words[0]; !strings.HasSuffix(first, "\xe90") || !late {
		t.Errorf("the words are %q ... %q", first, e.words[len(e.words)-1])
	}
}

// TestCharactersAcrossBlocks cuts characters of several bytes by the ends of
// blocks and must still see valid UTF-8.
func TestCharactersAcrossBlocks(t *testing.T) {
	for pad := range 4 {
		text := "name\n" + strings.Repeat("x", pad) + strings.Repeat("客户\n", blockSize/4)
		v, err := take(context.Background(), memorySource("-", []byte(text)), nil)
		if err != nil || !v.validUTF8 || v.size != int64(len(text)) {
			t.Errorf("pad %d: %v, valid %v, %d of %d bytes", pad, err, v.validUTF8, v.size, len(text))
		}
		v, err = take(context.Background(), memorySource("-", []byte(text+"\xe5")), nil)
		if err != nil || v.validUTF8 {
			t.Errorf("pad %d: a cut character at the end is taken for valid", pad)
		}
	}
}

// UTF-32 is read by its mark, or by its name where it has none.
func TestUTF32(t *testing.T) {
	long := "id,x\n" + strings.Repeat("客,2\n", 100_000)
	for name, e := range map[string]encoding.Encoding{"utf-32le": utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), "utf-32be": utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)} {
		for mark, asked := range map[string]string{"\ufeff": "", "": name} {
			path := writeFile(t, "a.csv", encoded(t, mark+long, e))
			o := Options{Reading: model.Reading{Encoding: asked}}
			d, err := Open(context.Background(), []string{path}, o, nil)
			if err != nil || d.Sources[0].Encoding != name || d.Tables[0].Rows() != 100_000 || !strings.HasPrefix(cells(d.Tables[0]), "id|x\n客|2\n") {
				t.Fatalf("%s: %v, %v", name, d, err)
			}
			d, err = Preview(context.Background(), []string{path}, o)
			if err != nil || len(d.Rejected) > 0 || !strings.HasPrefix(cells(d.Tables[0]), "id|x\n客|2\n") {
				t.Errorf("%s, the first rows: %v, %v", name, d, err)
			}
		}
	}
	d, err := Open(context.Background(), []string{"-"}, Options{Stdin: strings.NewReader(encoded(t, "\ufeffid\n客\n", utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)))}, nil)
	if err != nil || cells(d.Tables[0]) != "id\n客" {
		t.Errorf("a stream: %v, %v", d, err)
	}
}
