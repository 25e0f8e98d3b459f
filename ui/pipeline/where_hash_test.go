package pipeline

import (
	"strings"
	"testing"

	"custseg/io/export"
	"custseg/model"
)

// A filter that was written under a mask says so where nobody passes it.
func TestAMaskedFilterSaysThatItWasMasked(t *testing.T) {
	hash := export.Token([]byte("s"), "Rome")
	for where, masked := range map[string]bool{"town = " + hash: true, "town = Paris": false} {
		_, err := shopLine(t).Run(t.Context(), model.NewRecipe(nil, model.Reading{}).WithMethod("rfm").WithWhere(where), nil)
		if err == nil || strings.Contains(err.Error(), "was masked") != masked {
			t.Errorf("%s: %v", where, err)
		}
	}
}
