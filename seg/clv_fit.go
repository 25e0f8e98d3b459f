package seg

import (
	"context"
	"errors"
	"strconv"

	"custseg/model"
	"custseg/seg/btyd"
)

// clvFit is the models of buying and of spending fitted to customers, or why
// they could not be.
type clvFit struct {
	buyers *buyers
	unit   float64 // in days, of what is reported; the models are fitted in days, whatever it is
	end    model.Day
	held   bool // purchases after end are held out

	// What is seen up to the end, and of whom.
	seen   []buyer
	why    []int32
	sample *btyd.Sample

	model  *btyd.Fit
	spend  clvSpend
	failed model.Phrase
}

// fitBuyers fits to all purchases, or to those up to the end of a calibration.
// An error is of the parameters or the context.
func fitBuyers(ctx context.Context, b *buyers, p Params, report func(float64)) (*clvFit, error) {
	fit := &clvFit{buyers: b, unit: unitDays(p.Word("unit")), end: b.end, seen: b.all, why: b.why}
	if err := fit.calibrate(p); err != nil {
		return nil, err
	}
	kind := map[string]btyd.Kind{"bgnbd": btyd.BGNBD, "mbgnbd": btyd.MBGNBD, "paretonbd": btyd.ParetoNBDKind}[p.Word("model")]
	var err error
	if fit.sample, err = sampleOf(fit.seen, fit.why); err == nil {
		fit.model, err = btyd.FitModel(ctx, kind, fit.sample, btyd.Options{}, func(done float64) { report(0.8 * done) })
	}
	if fit.failed, err = unfit(err, "%d customers bought again, and at least %d are needed"); err != nil {
		return nil, err
	}
	if fit.failed.Empty() && !fit.model.Converged {
		fit.failed = notConverged(fit.model.Estimate)
	}
	if !fit.failed.Empty() {
		return fit, nil
	}
	err = fit.fitSpending(ctx, func(done float64) { report(0.8 + 0.2*done) })
	return fit, err
}

func unitDays(unit string) float64 {
	return map[string]float64{"day": 1, "week": 7, "month": daysAMonth}[unit]
}

// calibrate leaves out what came after the end of the calibration, if one is
// set.
func (fit *clvFit) calibrate(p Params) error {
	if p.Word("calibration-end") == "" || fit.buyers.orders == nil { // without orders it is noted
		return nil
	}
	end, err := model.ParseDay(p.Word("calibration-end"))
	if err != nil {
		return paramErrorf("calibration-end", "%v", err)
	}
	first, last := fit.buyers.c.First, fit.buyers.c.Last
	if end < first || end >= last {
		return paramErrorf("calibration-end", "%s is not within the orders: it must be from %s, the day of the first, to before %s, that of the last", end, first, last)
	}
	fit.end, fit.held = end, true
	fit.seen, fit.why = fit.buyers.until(end)
	return nil
}

// notConverged says that a search for parameters ended on a slope.
func notConverged(e btyd.Estimate) model.Phrase {
	return model.P("the search for its parameters did not converge, at a slope of %s per customer", model.Raw(strconv.FormatFloat(e.GradientNorm, 'g', 1, 64)))
}

// unfit puts in words why a model cannot be fitted, too few being a phrase of how
// many there are and how many are needed; an error that is not of the data stays
// one.
func unfit(err error, tooFew string) (model.Phrase, error) {
	var few *btyd.TooFewError
	switch {
	case errors.As(err, &few):
		return model.P(tooFew, few.Have, few.Need), nil
	case errors.Is(err, btyd.ErrNoTime):
		return model.P("nobody was watched for any time after the first purchase"), nil
	case errors.Is(err, btyd.ErrNoSpread):
		return model.P("what customers spend per repeat purchase does not differ"), nil
	}
	return model.Phrase{}, err
}

// fallBack values customers by the simple formula of ltv, the horizon being the
// longest lifespan.
func (fit *clvFit) fallBack(s *model.Segmentation, in Input) (*model.Segmentation, error) {
	h, err := readHistory(in)
	if err != nil {
		return nil, err
	}
	p := in.Params
	years := lifespan(h.retention, float64(p.Int("horizon"))/12)
	m := h.worth(clvInfo(), simpleValue(p.Float("margin"), years), h.money, h.tenure)
	s.Notes = append(s.Notes, model.P("%s could not be fitted: %s. Value is instead that of the method ltv: money a year so far × %s years × margin, "+
		"with no prediction per customer, discount or calibration; other data or another model may do", modelName(p.Word("model")), fit.failed, figure(years)),
		model.P("Years are the lesser of the horizon, %s, and 1/(1 - r) at retention r", figure(float64(p.Int("horizon"))/12)), h.noteRetention())
	s.Notes = append(s.Notes, h.doubtRetention()...)
	s.Fit = append([]model.Fit{{Name: "converged", Value: 0}, {Name: "retention", Value: h.retention}, {Name: "lifespan", Value: years}}, totalFit("clv", m.values)...)
	s.Scores = append(s.Scores, m.score())
	placeTiers(s, topTiers(m.values, p.Numbers("tiers")), clvSegments(), m, h.absence())
	s.Charts = valueCharts(s, clvInfo(), m.values)
	return s, nil
}

func modelName(id string) model.Phrase {
	return model.Raw(map[string]string{"bgnbd": "BG/NBD", "mbgnbd": "MBG/NBD", "paretonbd": "Pareto/NBD"}[id])
}
