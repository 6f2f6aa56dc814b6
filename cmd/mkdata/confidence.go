package main

import (
	"net/url"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// How sure a statement is depends on where it was taken from. data/README.md
// shows this table to users; a test holds the two together.
const (
	confidenceOfficial   = 0.9 // a page of an authority, university or academy, or a registry
	confidenceSecondary  = 0.8 // any other page, a copy of an official list
	confidencePlan       = 0.8 // a table row that cites the plan, a draft for comments
	confidenceStoredText = 0.7 // a stored text of which only the number is known
	confidenceFirstRound = 0.7 // a second-round statement with the data of the first round
	confidenceReading    = 0.6 // a compiler's reading of name and mission
	// A page of which only the number per province was compared says no more than
	// the list from memory that it was compared with.
	confidenceCountsOnly = ecosystem.ConfidenceNotRechecked
)

// Notes that make what is less certain visible beside each statement.
const (
	noteNotRechecked = "not re-checked 未复核"
	noteFirstRound   = "data of the first-round list 首轮名单数据"
	noteCountsOnly   = "only the number per province was compared 仅按省核对数量"
	noteOldLabName   = "name before the 2022-2024 regrouping 重组前名称"
	noteCoordinates  = "coordinates of the seat 驻地坐标"
)

// pageConfidence tells official pages by their domain.
func pageConfidence(link *url.URL) float64 {
	host := "." + link.Hostname()
	official := func(domain string) bool { return strings.HasSuffix(host, domain) }
	if slices.ContainsFunc([]string{".gov.cn", ".edu.cn", ".ac.cn", ".cas.cn", ".ror.org"}, official) {
		return confidenceOfficial
	}
	return confidenceSecondary
}

// atMost lowers the confidence of sources, in a list of its own.
func atMost(sources []ecosystem.Source, confidence float64) []ecosystem.Source {
	return changed(sources, func(s *ecosystem.Source) { s.Confidence = min(s.Confidence, confidence) })
}

// read marks sources as what was read into them rather than what they say.
func read(sources []ecosystem.Source, known ecosystem.Known, confidence float64) []ecosystem.Source {
	return changed(atMost(sources, confidence), func(s *ecosystem.Source) { s.Known = known })
}

// noted adds a note to sources.
func noted(sources []ecosystem.Source, note string) []ecosystem.Source {
	return changed(sources, func(s *ecosystem.Source) {
		if s.Note != "" {
			s.Note += "; "
		}
		s.Note += note
	})
}

func changed(sources []ecosystem.Source, change func(*ecosystem.Source)) []ecosystem.Source {
	out := slices.Clone(sources)
	for i := range out {
		change(&out[i])
	}
	return out
}
