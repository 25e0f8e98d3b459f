package cli

import (
	"github.com/spf13/cobra"

	"custseg/io/export"
)

// maskFlags say what names persons in what is written and printed.
type maskFlags struct {
	mask bool
	salt string
}

// saltVariable names the salt in the environment, where other users of the
// machine do not see it among the programs that run.
const saltVariable = "CUSTSEG_SALT"

func (f *maskFlags) register(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.BoolVar(&f.mask, "mask", false, "replace names, phones, e-mails and addresses and hash ids in all that is written and printed; without a salt hashes differ at each run")
	flags.StringVar(&f.salt, "salt", "", "the secret `text` that --mask hashes ids with: with the same one an id has the same hash in every file (default: "+saltVariable+", else random and not kept)")
}

// check refuses a salt that nothing is masked with.
func (f maskFlags) check(masks bool) error {
	if f.salt != "" && !masks {
		return usagef("--salt is what --mask hashes ids with: give --mask too")
	}
	return nil
}

// maskOptions are the options of export that the flags ask for.
func (a *App) maskOptions(f maskFlags, masks bool) export.Options {
	o := export.Options{Mask: masks}
	if masks {
		o.Salt = []byte(f.salt)
		if len(o.Salt) == 0 {
			o.Salt = []byte(a.Getenv(saltVariable))
		}
	}
	return o
}
