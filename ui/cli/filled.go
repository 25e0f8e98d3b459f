package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// filledVar adds a flag of text that is not empty when it is given: what a shell
// makes of a variable that is not set must not pass for the default. Instead says
// what to do where that is meant.
func filledVar(cmd *cobra.Command, text *string, name, instead, usage string) {
	cmd.Flags().Var(&filledFlag{text, instead}, name, usage)
}

// filledFlag takes text that is not empty.
type filledFlag struct {
	text    *string
	instead string
}

// Set implements the value of a flag.
func (f *filledFlag) Set(text string) error {
	if strings.TrimSpace(text) == "" {
		return fmt.Errorf("it is empty, as a shell's variable that is not set; %s", f.instead)
	}
	*f.text = text
	return nil
}

// String implements the value of a flag.
func (f *filledFlag) String() string {
	if f.text == nil {
		return ""
	}
	return *f.text
}

// Type implements the value of a flag.
func (f *filledFlag) Type() string { return "string" }
