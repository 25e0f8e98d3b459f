package seg

import (
	"context"
	"strings"

	"custseg/model"
	"custseg/seg/opinion"
)

// feedback parts customers by satisfaction, complaints and what they wrote.
// Source: practice of voice-of-the-customer programmes.
type feedback struct{}

const (
	fiveStars   = "1-5"
	schoolMarks = "1-6"
	sevenPoints = "1-7"
	tenPoints   = "1-10"
	fillByText  = "fill"
	textOff     = "off"
)

// Spec implements [Method].
func (feedback) Spec() Spec {
	texts := []Condition{{"text", []string{fillByText}}}
	return Spec{
		ID: "feedback", Name: model.P("Customer feedback"), Family: Attitude,
		Summary: model.P("Parts customers by what they say of us: a satisfaction rating, complaints, and reviews, read by a small list of English and Chinese words where there is no rating."),
		Rule: model.P("Unhappy: complaints reach their limit, or satisfaction is up to the lower cut. Happy: satisfaction reaches the upper cut, without such complaints. Else Neutral. " +
			"Without a rating the review stands in: more words of praise than of blame is happy, more of blame unhappy. A rating from 1 to 6, 1 to 7 or 1 to 10 is brought to 1 to 5 in a straight line."),
		Needs: []Need{{Measure: "satisfaction", Or: []model.Measure{"complaints", "review"}, Why: model.P("a rating from 1 to 5, 1 to 7 or 1 to 10; or complaints, or reviews")},
			{Measure: "complaints", Optional: true, Why: model.P("number of complaints")}, {Measure: "review", Optional: true, Why: model.P("text of a review")}},
		Params: []Param{
			cutParam("happy", model.P("happy from"), model.P("Least satisfaction, of 5, that is happy."), 4, 1, 5, .5, model.Plain),
			cutParam("unhappy", model.P("unhappy up to"), model.P("Greatest satisfaction, of 5, that is unhappy."), 2, 1, 5, .5, model.Plain),
			cutParam("complaints", model.P("complaints from"), model.P("Complaints that make a customer unhappy."), 1, 1, 1000, 1, model.Plain),
			{ID: "scale", Label: model.P("scale"), Kind: Choice, Default: model.Word(autoWord),
				Options: []Option{{autoWord, model.P("The shortest that holds all answers")}, {fiveStars, model.P("1 to 5")}, {schoolMarks, model.P("1 to 6, as of school marks")}, {sevenPoints, model.P("1 to 7")}, {tenPoints, model.P("1 to 10")}}, Help: model.P("The scale of satisfaction. Answers off a scale that is set, such as 9 for no answer, are left out and counted; school marks from 1 to 6 also want best=lowest where 1 is the best.")},
			bestParam(),
			{ID: "text", Label: model.P("reviews"), Kind: Choice, Default: model.Word(fillByText),
				Options: []Option{{fillByText, model.P("Stand in where there is no rating")}, {textOff, model.P("Are not read")}}, Help: model.P("What reviews are for. They are read by counting words, a rough reading.")},
			{ID: "praise", Label: model.P("words of praise"), Kind: LineList, Default: model.Words(opinion.Praise()...), When: texts, Help: model.P("Words that praise; a negation before one turns it around. By default: %s.", strings.Join(opinion.Praise(), ", "))},
			{ID: "blame", Label: model.P("words of blame"), Kind: LineList, Default: model.Words(opinion.Blame()...), When: texts, Help: model.P("Words that blame; a negation before one turns it around. By default: %s.", strings.Join(opinion.Blame(), ", "))},
		},
		Unwritten: model.P("reviews are read by counting words: set text=off, and ratings and complaints decide"),
		Source:    "Practice of voice-of-the-customer programmes; polarity by word list as in Hu & Liu (2004), Mining and Summarizing Customer Reviews, with a much smaller list",
	}
}

// Run implements [Method].
func (feedback) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	report(0)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s := &model.Segmentation{}
	rating, rated, err := in.satisfaction(s)
	if err != nil {
		return nil, err
	}
	if low, high := in.Params.Float("unhappy"), in.Params.Float("happy"); low >= high {
		return nil, paramErrorf("unhappy", "%s must be below happy, %s", in.Params.Text("unhappy"), in.Params.Text("happy"))
	}
	var known []measured
	var unhappy, happy []test
	var limits []limit
	if complaints := withoutCodes(s, in.present("complaints")...); len(complaints) > 0 {
		l := in.limitAt(complaints[0], "complaints")
		known, unhappy, limits = append(known, complaints[0]), append(unhappy, l.reached()), append(limits, l)
	}
	if rated {
		noteReversed(s, rating, in.present("recommend"), "best="+in.otherEnd())
		low, high := in.limitAt(rating, "unhappy"), in.limitAt(rating, "happy")
		known, unhappy, happy, limits = append(known, rating), append(unhappy, low.within()), append(happy, high.reached()), append(limits, low, high)
	}
	if tone, ok := in.tone(s); ok {
		known = append(known, tone)
		unhappy = append(unhappy, instead(rating, rated, newTest(model.P("the review has more words of blame than of praise"), func(w whatIf) bool { return w.value(tone) < 0 }, []measured{tone})))
		happy = append(happy, instead(rating, rated, newTest(model.P("the review has more words of praise than of blame"), func(w whatIf) bool { return w.value(tone) > 0 }, []measured{tone})))
	}
	if len(known) == 0 {
		return nil, paramErrorf("text", "this data has no rating, complaint or review that can be read: map a column with --map satisfaction=COLUMN, --map complaints=COLUMN or --map review=COLUMN%s", orFill(in))
	}
	place := []rule{{feedbackSegment("Unhappy"), anyOf(unhappy...)}}
	if len(happy) > 0 {
		place = append(place, rule{feedbackSegment("Happy"), anyOf(happy...)})
	} else {
		s.Notes = append(s.Notes, model.P("There is neither a rating nor a review, so that nobody is Happy: map a column to one with --map"))
	}
	placeRules(s, append(place, rule{feedbackSegment("Neutral"), otherwise()}), needAny(known...))
	s.Placing.Ranks = []int{2, 0, 1}
	if len(happy) == 0 {
		s.Placing.Ranks = []int{1, 0}
	}
	addLimits(s, limits...)
	use(s, known...)
	s.Charts = histograms(s, known...)
	for _, m := range known {
		_, mean, _ := moments(m.values)
		s.Fit = append(s.Fit, model.Fit{Name: string(m.ID) + "_mean", Value: mean})
	}
	return s, nil
}

// orFill is the advice to read reviews, where they are not.
func orFill(in Input) string {
	if in.Params.Word("text") == textOff {
		return ", or set text=fill"
	}
	return ""
}

func feedbackSegment(name string) model.Segment {
	switch name {
	case "Unhappy":
		return model.Segment{Name: model.P("Unhappy"), Advice: model.Advice{Marketing: model.P("No selling until it is mended"), Product: model.P("Mend the commonest complaint first"), Service: model.P("Call within two days, the largest first"), Risk: model.P("Likely to leave, and to tell others")}}
	case "Happy":
		return model.Segment{Name: model.P("Happy"), Advice: model.Advice{Marketing: model.P("Ask for a review or a referral while it is fresh"), Product: model.P("Keep what they praise"), Service: model.P("Thank them")}}
	}
	return model.Segment{Name: model.P("Neutral"), Advice: model.Advice{Marketing: model.P("A small surprise with the next order"), Product: model.P("Ask what is missing"), Service: model.P("One question after each contact"), Risk: model.P("Quiet does not mean content")}}
}
