package model

// wordScales are the scales of answers in words that are known, each from its
// lowest point to its highest. The phrasings of a point stand side by side, in
// the form of foldPhrasing. A scale that has all words of a shorter one comes
// after it, so that it counts only where its own points occur.
func wordScales() [][]string {
	return [][]string{
		// Agreement.
		{"strongly disagree|completely disagree|totally disagree|fully disagree", "disagree|somewhat disagree|rather disagree|tend to disagree",
			"neutral|neither agree nor disagree|neither|undecided|unsure|not sure", "agree|somewhat agree|rather agree|tend to agree", "strongly agree|completely agree|totally agree|fully agree"},
		{"strongly disagree|completely disagree|totally disagree", "disagree", "somewhat disagree|slightly disagree|rather disagree",
			"neutral|neither agree nor disagree|neither|undecided", "somewhat agree|slightly agree|rather agree", "agree", "strongly agree|completely agree|totally agree"},
		{"非常不同意|完全不同意|很不同意|强烈不同意", "不同意|比较不同意|不太同意", "一般|中立|不确定|说不清|无所谓", "同意|比较同意", "非常同意|完全同意|很同意|强烈同意"},
		{"stimme gar nicht zu|stimme überhaupt nicht zu|trifft gar nicht zu|trifft überhaupt nicht zu", "stimme nicht zu|stimme eher nicht zu|trifft nicht zu|trifft eher nicht zu",
			"teils teils|weder noch|neutral|unentschieden", "stimme zu|stimme eher zu|trifft zu|trifft eher zu", "stimme voll zu|stimme völlig zu|stimme voll und ganz zu|trifft voll zu|trifft voll und ganz zu|trifft völlig zu"},
		// Satisfaction.
		{"very dissatisfied|very unsatisfied|extremely dissatisfied|completely dissatisfied", "dissatisfied|unsatisfied|somewhat dissatisfied",
			"neutral|neither satisfied nor dissatisfied|neither|ok|okay", "satisfied|somewhat satisfied", "very satisfied|extremely satisfied|completely satisfied"},
		{"very dissatisfied|extremely dissatisfied", "dissatisfied", "somewhat dissatisfied|slightly dissatisfied", "neutral|neither satisfied nor dissatisfied|neither",
			"somewhat satisfied|slightly satisfied", "satisfied", "very satisfied|extremely satisfied"},
		{"非常不满意|很不满意|极不满意|十分不满意", "不满意|比较不满意|不太满意", "一般|中立|无所谓|还行|尚可", "满意|比较满意|较满意", "非常满意|很满意|十分满意"},
		{"sehr unzufrieden", "unzufrieden|eher unzufrieden", "teils teils|weder noch|neutral", "zufrieden|eher zufrieden", "sehr zufrieden"},
		// Frequency.
		{"never", "rarely|seldom", "sometimes|occasionally", "often|frequently|usually", "always"},
		{"从不|从来不", "很少|偶尔", "有时|有时候", "经常|常常", "总是|一直"},
		{"nie|niemals", "selten", "manchmal|gelegentlich", "oft|häufig", "immer"},
		// Quality.
		{"poor", "fair", "good", "very good", "excellent"},
		{"very poor|very bad|terrible|awful", "poor|bad", "fair|average|ok|okay|so so|neutral|acceptable", "good", "very good|excellent|great"},
		{"很差|非常差|极差", "差|较差|比较差", "一般|中等|还行", "好|较好|比较好|良好", "很好|非常好|极好|优秀"},
		{"sehr schlecht", "schlecht", "mittelmäßig|mittel|durchschnittlich|teils teils|neutral", "gut", "sehr gut"},
		// Ease.
		{"very difficult|very hard", "difficult|hard|somewhat difficult", "neutral|neither|neither easy nor difficult|ok|okay|average", "easy|somewhat easy", "very easy"},
		{"非常困难|很困难|很难|非常难", "困难|比较困难|难|比较难", "一般|中等", "容易|比较容易|简单", "非常容易|很容易|非常简单|很简单"},
		{"sehr schwierig|sehr schwer", "schwierig|schwer|eher schwierig|eher schwer", "teils teils|weder noch|neutral", "einfach|leicht|eher einfach|eher leicht", "sehr einfach|sehr leicht"},
		// Importance.
		{"not important|not at all important|unimportant|not important at all", "slightly important|of little importance|less important", "moderately important|somewhat important|neutral",
			"important|quite important", "very important|extremely important"},
		{"not at all important|not important", "slightly important", "moderately important|somewhat important", "very important", "extremely important"},
		{"非常不重要|很不重要|完全不重要", "不重要|不太重要|比较不重要", "一般|中立", "重要|比较重要", "非常重要|很重要"},
		{"völlig unwichtig|sehr unwichtig|gar nicht wichtig", "unwichtig|eher unwichtig", "teils teils|neutral", "wichtig|eher wichtig", "sehr wichtig"},
		// Likelihood and level.
		{"very unlikely", "unlikely", "neutral|undecided|neither", "likely", "very likely"},
		{"very low", "low", "medium|moderate|average|neutral", "high", "very high"},
		{"很低|非常低", "低|较低|比较低", "中|一般|中等", "高|较高|比较高", "很高|非常高"},
	}
}
