package resolve_test

import (
	"fmt"
	"runtime"
	"slices"
	"strconv"
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/resolve"
)

// crowd makes a data set of n entities around the shipped ones: firms and
// institutes of all cities, with names of the usual make.
func crowd(b *testing.B, n int) ecosystem.Graph {
	b.Helper()
	g := shipped(b)
	if len(g.Entities) >= n {
		g.Entities = g.Entities[:n]
		return g
	}
	var cities []string
	for _, e := range g.Entities {
		if e.Kind == ecosystem.Region {
			cities = append(cities, e.Name)
		}
	}
	first, second := []rune("华金宏正恒天新兴永国泰安信德瑞康联众科创"), []rune("盛达源丰隆昌泽宇通力威龙海洋光辉翔腾飞跃")
	fields := []string{"机械", "医药", "新材料", "化工", "电子科技", "自动化设备", "农业科技", "环保工程", "生物技术", "木业"}
	for i := 0; len(g.Entities) < n; i++ {
		brand := string(first[i%20]) + string(second[i/20%20])
		name := cities[i/400%len(cities)] + brand + fields[i/400/len(cities)%10] + "有限公司"
		kind := ecosystem.Enterprise
		if i%10 == 0 {
			name, kind = cities[i/400%len(cities)]+brand+fields[i/400/len(cities)%10]+"研究所", ecosystem.ResearchInstitute
		}
		g.Entities = append(g.Entities, ecosystem.Entity{ID: fmt.Sprintf("org:x%d", i), Kind: kind, Name: name})
	}
	return g
}

func BenchmarkResolve(b *testing.B) {
	for _, n := range []int{1_000, 100_000} {
		g := crowd(b, n)
		r := resolve.New(g.Entities, g.Relations)
		for _, q := range []struct{ what, name string }{
			{"exact", "浙江大学"},
			{"short", "中科院宁波材料所"},
			{"letters", "浙工商大"},
			{"typo", "上海交能大学"},
			{"department", "浙江大学化工学院"},
			{"host", "依托浙江大学建设的硅材料国家重点实验室"},
			{"nothing", "广东恒盛新材料股份有限公司"},
		} {
			b.Run(fmt.Sprintf("%d/%s", n, q.what), func(b *testing.B) {
				for b.Loop() {
					r.Resolve(q.name, resolve.Options{})
				}
			})
		}
	}
}

func BenchmarkNew(b *testing.B) {
	for _, n := range []int{1_000, 100_000} {
		g := crowd(b, n)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				resolve.New(g.Entities, g.Relations)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/entity")
		})
	}
}

// BenchmarkBuilder makes a resolver of a graph in parts, as the API does, and
// tells what memory it keeps.
func BenchmarkBuilder(b *testing.B) {
	for _, n := range []int{100_000, 300_000} {
		g := crowd(b, n)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			kept := 0.0
			for b.Loop() {
				before := heap()
				var builder resolve.Builder
				for part := range slices.Chunk(g.Entities, 1000) {
					builder.Add(ecosystem.Graph{Entities: part})
				}
				builder.Add(ecosystem.Graph{Relations: g.Relations})
				r := builder.Resolver()
				builder = resolve.Builder{}
				kept = heap() - before
				runtime.KeepAlive(r)
			}
			b.ReportMetric(kept/1e6, "MB-kept")
		})
	}
}

// heap is the number of bytes in use after a collection.
func heap() float64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc)
}
