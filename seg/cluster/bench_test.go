package cluster

import (
	"context"
	"testing"
)

func BenchmarkKMeans(b *testing.B) {
	for _, c := range []struct {
		name   string
		spread float64
	}{{"apart", 1}, {"overlapping", 3}, {"none", 100}} {
		x := blobs(250_000, 5, 5, c.spread, 1)
		b.Run("customers=250k/columns=5/clusters="+c.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := KMeans(context.Background(), x, DefaultSettings(), nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// The table over k that is always shown: 2 to 10 clusters of as many rows as
// silhouettes are exact for.
func BenchmarkSelectK(b *testing.B) {
	x := blobs(5000, 5, 5, 2, 1)
	b.Run("5000x5", func(b *testing.B) {
		for b.Loop() {
			if _, _, err := SelectK(context.Background(), x, []int{2, 3, 4, 5, 6, 7, 8, 9, 10}, DefaultSettings(), 5000, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkSilhouette(b *testing.B) {
	x := blobs(250_000, 5, 5, 2, 1)
	res, err := KMeans(context.Background(), x, DefaultSettings(), nil)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("5000x5", func(b *testing.B) {
		for b.Loop() {
			if _, _, _, err := Silhouette(context.Background(), x, res.Labels, 5000, 1); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkPCA(b *testing.B) {
	x := blobs(250_000, 5, 5, 2, 1)
	b.Run("250kx5", func(b *testing.B) {
		for b.Loop() {
			if _, err := PCA2(x); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// As many customers as a hierarchy is made of at most.
func BenchmarkAgglomerate(b *testing.B) {
	x := blobs(5000, 5, 5, 2, 1)
	b.Run("5000x5", func(b *testing.B) {
		for b.Loop() {
			if _, err := Agglomerate(context.Background(), x, Ward, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// With eps read from the curve of distances, and so wide that it holds most.
func BenchmarkDBSCAN(b *testing.B) {
	x, ctx := blobs(50_000, 5, 5, 1, 1), context.Background()
	const minPts = 10
	b.Run("knee", func(b *testing.B) {
		for b.Loop() {
			curve, err := KDistances(ctx, x, minPts, 5000, 1, nil)
			if err != nil {
				b.Fatal(err)
			}
			if _, err := DBSCAN(ctx, x, curve[Knee(curve)], minPts, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("wide", func(b *testing.B) {
		for b.Loop() {
			if _, err := DBSCAN(ctx, x, 10, minPts, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkSelfOrganize(b *testing.B) {
	x := blobs(10_000, 5, 5, 2, 1)
	b.Run("10kx5", func(b *testing.B) {
		for b.Loop() {
			if _, err := SelfOrganize(context.Background(), x, MapSettings{500, 30}, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
}
