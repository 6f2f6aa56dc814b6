package sheet

import (
	"fmt"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/resolve"
)

func placeKinds() []ecosystem.Kind {
	return []ecosystem.Kind{ecosystem.Region, ecosystem.IndustryCluster}
}

// placeOf tells which region or park a text means: its name, a path down to it
// (山东省临沂市兰山区), or an address in it.
func (im *importer) placeOf(cell string) named {
	if m := idInside.FindStringSubmatch(cell); m != nil {
		return im.byID(m[1], wanted{kinds: placeKinds()})
	}
	a := im.dir.ask(cell, placeKinds(), "")
	if a.Chosen != nil && !a.Chosen.Part {
		return downTo(im.chosen(a.Chosen, cell), cell)
	}
	if a.Reason == resolve.Ambiguous {
		return rejectedName("有歧义，可能是 may mean %s；请写上级地区或编号 write the wider region before it, or the id", candidates(a.Candidates))
	}
	return im.descend(cell)
}

// downTo: a region with the wider ones before it (临沂市兰山区) is no correction.
func downTo(n named, cell string) named {
	n.name = cell
	if strings.HasSuffix(cell, n.Name) {
		n.outcome, n.reason, n.score = Accepted, "", 1
	}
	return n
}

// maxSteps bounds how many regions an address is led by.
const maxSteps = 6

// descend goes down the regions with which a text begins.
func (im *importer) descend(cell string) named {
	var at *entry
	rest := strings.TrimSpace(cell)
	for range maxSteps {
		piece, e := im.leading(rest, at)
		if e == nil {
			break
		}
		if at != nil && !im.dir.within(e.ID, at.ID) {
			return rejectedName("%s 不在 does not lie in %s", e.label(), at.label())
		}
		at = e
		if rest = strings.TrimLeft(strings.TrimPrefix(rest, piece), " -—·/,，"); rest == "" {
			break
		}
	}
	if at == nil {
		if n, ok := im.spelled(cell); ok {
			return n
		}
		a := im.dir.ask(cell, placeKinds(), "")
		return rejectedName("找不到此地区 no such region is on record%s；请在前面写上所在的市 write the city before it, such as 枣庄市滕州市，或把它加入您的 entities 表 or add it to your table of entities", orCandidates(a.Candidates))
	}
	n := named{entry: at, name: cell, outcome: Corrected, score: 0.95, reason: fmt.Sprintf("%s → %s", cell, at.label())}
	if rest == "" {
		return downTo(n, cell)
	}
	n.score, n.reason = 0.9, n.reason+fmt.Sprintf("（其余未细分 the rest is no region: %s）", rest)
	return n
}

// leading finds the longest beginning of a text that names a region and ends
// like one (…省, …市, …区, …县), or is followed by such a one.
func (im *importer) leading(rest string, in *entry) (string, *entry) {
	runes := []rune(rest)
	hint := ""
	if in != nil {
		hint = in.ID
	}
	for n := min(len(runes), 14); n > 1; n-- {
		piece := string(runes[:n])
		if n < len(runes) && !strings.ContainsRune("省市区县旗州盟", runes[n-1]) {
			if _, next := im.suffixed(string(runes[n:]), ""); next == nil {
				continue
			}
		}
		if e := im.region(piece, hint); e != nil {
			return piece, e
		}
	}
	return "", nil
}

// suffixed is leading for pieces that end like a region only.
func (im *importer) suffixed(rest, hint string) (string, *entry) {
	runes := []rune(rest)
	for n := min(len(runes), 14); n > 1; n-- {
		if strings.ContainsRune("省市区县旗州盟", runes[n-1]) {
			if e := im.region(string(runes[:n]), hint); e != nil {
				return string(runes[:n]), e
			}
		}
	}
	return "", nil
}

func (im *importer) region(piece, hint string) *entry {
	a := im.dir.ask(piece, placeKinds(), hint)
	if a.Chosen == nil || a.Chosen.Part || a.Chosen.How == resolve.ByTypo {
		return nil
	}
	return im.dir.byID[a.Chosen.Entity.ID]
}
