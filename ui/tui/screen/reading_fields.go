package screen

import (
	"slices"
	"strings"

	"custseg/model"
	"custseg/ui/tui/form"
)

// fields are the form's, with what custseg found out where nothing is set.
func (s *ReadingView) fields() []form.Field {
	pr, values := s.host.Printer(), readingValues(s.draft)
	text, books := s.holds()
	onlyText, onlyBooks := "", ""
	if !text {
		onlyText = say(pr, "Only text files have one; these are workbooks.")
	}
	if !books {
		onlyBooks = say(pr, "Only workbooks have sheets; these are text files.")
	}
	choice := func(id, label, found, help, disabled string, options ...form.Option) form.Field {
		if found == "" {
			found = say(pr, asFound)
		} else {
			found = say(pr, "as found: %s", found)
		}
		options = append([]form.Option{{ID: "", Label: found}}, options...)
		if v := values[id]; !slices.ContainsFunc(options, func(o form.Option) bool { return o.ID == v }) {
			options = append(options, form.Option{ID: v, Label: v})
		}
		return form.Field{ID: id, Label: say(pr, label), Kind: form.Choice, Value: values[id], Choices: options, Changed: values[id] != "",
			Help: say(pr, help), Disabled: disabled}
	}
	header := form.Field{ID: readHeader, Label: say(pr, "header row"), Kind: form.Stepper, Value: values[readHeader], Min: 1, Word: asFound,
		Changed: s.draft.Header > 0, Help: say(pr, "The row that names the columns; those above it are left out.") + s.foundHeader()}
	if s.draft.NoHeader {
		header.Disabled = say(pr, "The first row is data: switch no header off first.")
	}
	sheets := choice(readSheet, "sheet", "", "One sheet of a workbook, or all that are visible.", onlyBooks, s.sheetOptions()...)
	sheets.Choices[0].Label = say(pr, "all")
	return []form.Field{
		choice(readEncoding, "encoding", s.foundEncoding(), "How bytes became characters. When words look wrong, try another and look at the first rows.", onlyText, encodings()...),
		choice(readDelimiter, "delimiter", s.foundDelimiter(), "The sign between two values of a row.", onlyText, delimiters()...),
		{ID: readNoHeader, Label: say(pr, "no header"), Kind: form.Toggle, Value: values[readNoHeader], Changed: s.draft.NoHeader,
			Help: say(pr, "The first row is data too; columns are then called 1, 2, 3.")},
		header,
		choice(readDates, "dates", "", "The order of day and month in dates such as 03/04/2024, where they can be read in two ways.", "",
			form.Option{ID: string(model.DayMonthYear), Label: "day month year"},
			form.Option{ID: string(model.MonthDayYear), Label: "month day year"},
			form.Option{ID: string(model.YearMonthDay), Label: "year month day"}),
		choice(readDecimal, "decimal mark", "", "The sign before the decimals in numbers such as 1.234, where they can be read in two ways.", "",
			form.Option{ID: ".", Label: "point  1.5"}, form.Option{ID: ",", Label: "comma  1,5"}),
		sheets,
		{ID: readRows, Label: say(pr, "rows"), Kind: form.Stepper, Value: values[readRows], Min: 1, Step: 1000, Word: allRows, Changed: s.draft.Rows > 0,
			Help: say(pr, "How many rows are read, of all files together; the rest is left unread and the data is called partial.")},
		{ID: readApply, Label: say(pr, "read again"), Kind: form.Text, Value: say(pr, "[ press Enter ]"), Disabled: s.whyNot(),
			Help: say(pr, "Reads the files again so. Roles, method and parameters stay where they fit; u goes back.")},
	}
}

// holds reports which kinds of files are open.
func (s *ReadingView) holds() (text, books bool) {
	for _, o := range s.host.Session().Data().Sources {
		text = text || o.Encoding != ""
		books = books || o.Encoding == ""
	}
	return text, books
}

// foundEncoding names the encodings that the text files were read in, nothing
// when the analyst said it.
func (s *ReadingView) foundEncoding() string {
	if s.host.Session().Recipe.Reading.Encoding != "" {
		return ""
	}
	return s.ofSources(func(o model.Source) string { return o.Encoding })
}

// foundDelimiter names the delimiters of the text files, nothing when the
// analyst said it.
func (s *ReadingView) foundDelimiter() string {
	if s.host.Session().Recipe.Reading.Delimiter != "" {
		return ""
	}
	return s.ofSources(func(o model.Source) string { return o.Delimiter })
}

// ofSources lists what the sources say, each word once.
func (s *ReadingView) ofSources(says func(model.Source) string) string {
	var out []string
	for _, o := range s.host.Session().Data().Sources {
		if word := says(o); word != "" && !slices.Contains(out, word) {
			out = append(out, word)
		}
	}
	return strings.Join(out, ", ")
}

// foundHeader says which row was found to name the columns, nothing where
// several tables differ.
func (s *ReadingView) foundHeader() string {
	row := s.headerRow()
	if row < 1 {
		return ""
	}
	return " " + say(s.host.Printer(), "Now it is row %d.", row)
}

// headerRow is the row that names the columns of every table, 0 where tables
// differ or none is known.
func (s *ReadingView) headerRow() int {
	row := 0
	for _, t := range s.host.Session().Data().Tables {
		if row > 0 && t.FirstRow-1 != row {
			return 0
		}
		row = t.FirstRow - 1
	}
	return max(0, row)
}

func (s *ReadingView) sheetOptions() []form.Option {
	var out []form.Option
	for _, name := range s.sheets {
		out = append(out, form.Option{ID: name, Label: name})
	}
	return out
}

// encodings are those that files of customers come in most.
func encodings() []form.Option {
	return []form.Option{
		{ID: "utf-8", Label: "utf-8"},
		{ID: "windows-1252", Label: "windows-1252", Note: "Western Europe, Windows"},
		{ID: "iso-8859-15", Label: "iso-8859-15", Note: "Western Europe with €"},
		{ID: "macintosh", Label: "macintosh", Note: "Western Europe, old Mac"},
		{ID: "windows-1250", Label: "windows-1250", Note: "Central Europe"},
		{ID: "windows-1251", Label: "windows-1251", Note: "Cyrillic"},
		{ID: "windows-1253", Label: "windows-1253", Note: "Greek"},
		{ID: "windows-1254", Label: "windows-1254", Note: "Turkish"},
		{ID: "gb18030", Label: "gb18030", Note: "Chinese, simplified"},
		{ID: "big5", Label: "big5", Note: "Chinese, traditional"},
		{ID: "shift_jis", Label: "shift_jis", Note: "Japanese"},
		{ID: "euc-jp", Label: "euc-jp", Note: "Japanese"},
		{ID: "euc-kr", Label: "euc-kr", Note: "Korean"},
		{ID: "utf-16le", Label: "utf-16le", Note: "Windows, Unicode text"},
	}
}

// delimiters are the usual signs between values.
func delimiters() []form.Option {
	return []form.Option{
		{ID: ",", Label: "comma"}, {ID: ";", Label: "semicolon"}, {ID: "tab", Label: "tab"}, {ID: "|", Label: "upright |"}, {ID: "space", Label: "spaces"},
	}
}

// readingField returns the field of the form that mends what a finding tells of:
// by the flag that it names, or by its words.
func readingField(text string) (field string, ok bool) {
	for _, f := range []struct{ words, field string }{
		{"--encoding", readEncoding}, {"--delimiter", readDelimiter}, {"--no-header", readNoHeader}, {"--header-row", readHeader},
		{"--dates", readDates}, {"--decimal", readDecimal}, {"--sheet", readSheet},
		{"day and month cannot be told apart", readDates}, {"dates cannot be read as", readDates},
		{"decimal mark", readDecimal}, {"can be read in two ways", readDecimal},
		{"first row looks like data", readNoHeader}, {"reading was stopped after", readRows},
	} {
		if strings.Contains(text, f.words) {
			return f.field, true
		}
	}
	return "", false
}
