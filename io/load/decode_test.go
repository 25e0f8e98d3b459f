package load

import (
	"context"
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
		{"utf-16 without a mark", chinese, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le", false},
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
	expectError(t, open("i\x00d\x00\n\x00", "gbk"), "-", "UTF-16")
	d := openText(t, "name\nZo\xeb\nAnn\n", model.Reading{Encoding: "utf-8"})
	if !found(d, "cannot be decoded: 1") {
		t.Errorf("a lost character is not told: %v", d.Findings)
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
