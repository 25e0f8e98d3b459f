package cli

import (
	"errors"
	"strconv"

	"github.com/spf13/cobra"
)

// countVar adds a flag of a whole number from 1, and 0 when it is not given;
// allowed says in words what it may be.
func countVar(cmd *cobra.Command, n *int, name, allowed, usage string) {
	cmd.Flags().Var(&countFlag{n, allowed}, name, usage)
}

// countFlag reads a whole number from 1.
type countFlag struct {
	n       *int
	allowed string
}

// Set implements the value of a flag.
func (f *countFlag) Set(text string) error {
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		return errors.New(f.allowed)
	}
	*f.n = n
	return nil
}

// String implements the value of a flag.
func (f *countFlag) String() string {
	if f.n == nil {
		return ""
	}
	return strconv.Itoa(*f.n)
}

// Type implements the value of a flag.
func (f *countFlag) Type() string { return "int" }

// seedVar adds the flag of the seed, 1 when it is not given.
func seedVar(cmd *cobra.Command, seed *uint64) {
	*seed = 1
	cmd.Flags().Var((*seedFlag)(seed), "seed", "the `seed` of every random choice")
}

// seedFlag reads a whole number from 0.
type seedFlag uint64

// Set implements the value of a flag.
func (f *seedFlag) Set(text string) error {
	n, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		return errors.New("a whole number from 0 to 18446744073709551615")
	}
	*f = seedFlag(n)
	return nil
}

// String implements the value of a flag.
func (f *seedFlag) String() string { return strconv.FormatUint(uint64(*f), 10) }

// Type implements the value of a flag.
func (f *seedFlag) Type() string { return "uint" }
