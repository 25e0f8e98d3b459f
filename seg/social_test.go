package seg

import (
	"fmt"
	"testing"
)

func TestSocialByHand(t *testing.T) {
	// Ten customers by followers; the first has the highest rate and shares too.
	var followers, likes, shares, posts []float64
	for k := range 10 {
		followers, likes = append(followers, float64(1000-100*k)), append(likes, float64(100-10*k))
		shares, posts = append(shares, 0), append(posts, 0)
	}
	followers[9], likes[9] = 0, 0
	shares[0], shares[1], posts[4] = 50, 20, 1
	c := people(t, numbers("followers", followers...), numbers("likes", likes...), numbers("shares", shares...), numbers("posts", posts...))
	s := run(t, "social", c, "tiers=10,20,70")
	want := []string{"KOL", "KOC", "KOC", "Lurker", "Active", "Lurker", "Lurker", "Lurker", "Lurker", "Lurker"}
	if got := placed(s); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("placed %v", got)
	}
	rate := score(t, s, "engagement_rate")
	wantNumbers(t, "rate", rate[:2], .15, 110./900)
	wantNumbers(t, "rate without followers", rate[9:], nan)
	// The first is above all others in each: .5 × .95 of ten, .3 × (1 - 1/18) of nine, .2 × .95 of ten.
	wantNumbers(t, "influence", score(t, s, "influence")[:1], .5*.95+.3*(17./18)+.2*.95)
	wantNumbers(t, "rate a post", score(t, run(t, "social", c, "rate=post"), "engagement_rate")[3:5], nan, .1)
	unknown := people(t, numbers("followers", 10, 10, 10), numbers("likes", 5, 5, 5), numbers("posts", nan, 0, 1))
	wantNumbers(t, "rate of posts unknown and none", score(t, run(t, "social", unknown, "rate=post"), "engagement_rate"), nan, nan, .5)
	wantText(t, failure(t, "social", people(t, numbers("posts", 1))), "--map followers=COLUMN")
}
