package seg

import (
	"fmt"
	"strings"
	"testing"
)

// The three maps as the plan of the methods gives them, segments parted by dots.
const (
	plannedCells = `Champions 555 554 545 544 455 454 445 · Loyal 543 444 435 355 354 345 344 335 ·
Potential Loyalists 553 552 551 542 541 533 532 531 453 452 451 442 441 433 432 431 423 353 352 351 342 341 333 323 · New 512 511
422 421 412 411 311 · Promising 525 524 523 522 521 515 514 513 425 424 415 414 413 315 314 313 · Need Attention 535 534 443 434 343
334 325 324 · About to Sleep 331 321 312 221 213 · Cannot Lose Them 215 214 155 154 144 115 114 113 · At Risk 255 254 253 252 245
244 243 242 235 234 225 224 153 152 145 143 142 135 134 133 125 124 · Hibernating 332 322 251 241 233 232 231 223 222 212 211 132 123
122 · Lost 151 141 131 121 112 111`
	plannedGrid = `Champions R5 F4-5 · Loyal R3-4 F4-5 · Potential Loyalists R4-5 F2-3 · New R5 F1 · Promising R4 F1 · Need Attention
R3 F3 · About to Sleep R3 F1-2 · At Risk R1-2 F3-4 · Cannot Lose Them R1-2 F5 · Hibernating R1-2 F1-2`
	plannedRanges = `Champions 5/5/5 · Potential Loyalist 3-5/3-5/2-5 · Loyal 2-4/2-4/2-4 · Promising
3-4/1-3/3-5 · New 4-5/1-3/1-5 · Can't Lose Them 1-2/3-4/4-5 · At Risk 1-2/2-5/4-5 · Need Attention 1-3/3-5/3-5 · About To Sleep
2-3/1-3/1-4 · Lost 1/1-5/1-5`
)

// planned visits the segments of a plan: the words of its name and of its rule,
// which begins with the first word that holds a digit.
func planned(plan string, visit func(name string, rule []string)) {
	for _, part := range strings.Split(plan, "·") {
		words := strings.Fields(part)
		at := 0
		for !strings.ContainsAny(words[at], "12345") {
			at++
		}
		visit(strings.Join(words[:at], " "), words[at:])
	}
}

// within reports whether a score is in a range such as 3 or 2-4.
func within(score int, text string) bool {
	lo, hi, ranged := strings.Cut(text, "-")
	if !ranged {
		hi = lo
	}
	return fmt.Sprint(score) >= lo && fmt.Sprint(score) <= hi
}

func TestRFMCellsNameEveryCode(t *testing.T) {
	want := map[string]string{}
	planned(plannedCells, func(name string, codes []string) {
		for _, code := range codes {
			if want[code] != "" {
				t.Fatalf("%s is planned twice", code)
			}
			want[code] = name
		}
	})
	if len(want) != 125 {
		t.Fatalf("%d codes are planned", len(want))
	}
	wantCodes(t, "cells", func(r, f, m int) string { return want[fmt.Sprint(r*100+f*10+m)] })
}

func TestRFMGridNamesEveryPair(t *testing.T) {
	wantCodes(t, "grid", func(r, f, m int) (found string) {
		planned(plannedGrid, func(name string, rule []string) {
			if within(r, rule[0][1:]) && within(f, rule[1][1:]) {
				if found != "" {
					t.Errorf("R%d F%d is %s and %s", r, f, found, name)
				}
				found = name
			}
		})
		return found
	})
}

func TestRFMRangesTakeTheFirstMatch(t *testing.T) {
	wantCodes(t, "ranges", func(r, f, m int) string {
		found := "Others"
		planned(plannedRanges, func(name string, rule []string) {
			part := strings.Split(rule[0], "/")
			if found == "Others" && within(r, part[0]) && within(f, part[1]) && within(m, part[2]) {
				found = name
			}
		})
		return found
	})
}

// wantCodes checks the segment of each of the 125 codes.
func wantCodes(t *testing.T, name string, want func(r, f, m int) string) {
	t.Helper()
	got := placed(run(t, "rfm", scored(t, allCodes()...), append(scoredCuts, "map="+name)...))
	for i, c := range allCodes() {
		if w := want(c[0], c[1], c[2]); got[i] != w {
			t.Errorf("%s: %v is %q, want %q", name, c, got[i], w)
		}
	}
}

func TestRFMRangesEdited(t *testing.T) {
	c := scored(t, [3]int{5, 5, 5}, [3]int{1, 1, 1}, [3]int{3, 3, 3}, [3]int{1, 5, 1})
	with := func(ranges string) []string { return append(scoredCuts, "map=ranges", "ranges="+ranges) }

	s := run(t, "rfm", c, with("100% ours 4-5/4-5/4-5; My Best 3/3/3; 100% ours 1/1/1")...)
	wantPlaced(t, s, "100% ours", "100% ours", "My Best", "Others")
	wantText(t, english(s.Segments[0].Rule), "R 4-5, F 4-5, M 4-5, or R 1, F 1, M 1")

	s = run(t, "rfm", c, with("Others 5/5/5; Rest 1/1/1")...)
	wantPlaced(t, s, "Others", "Rest", "Others", "Others")
	if len(s.Segments) != 2 {
		t.Errorf("%d segments: who no rule takes belongs to the Others there are", len(s.Segments))
	}
	wantPlaced(t, run(t, "rfm", c, with("All 1-5/1-5/1-5; Never 5/5/5")...), "All", "All", "All", "All")

	ranges, _ := method(t, "rfm").Spec().Param("ranges")
	for _, bad := range []string{"", "Best", "5/5/5", "Best 5/5", "Best 0/5/5", "Best 5/6/5", "Best 5/4-3/5", "Best 5/5/x", "Unclassified 1/1/1"} {
		if _, err := ranges.Parse(bad); err == nil {
			t.Errorf("ranges=%s is accepted", bad)
		} else {
			wantText(t, err.Error(), "parameter ranges")
		}
	}
}
