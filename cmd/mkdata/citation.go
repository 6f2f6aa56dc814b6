package main

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

const (
	citationSeparator = " ; "
	firstRoundMark    = "(首轮名单数据)"
	countsOnlyMark    = "(按省数量核对)"
	notRecheckedMark  = "official public list (not re-checked): "
)

// Forms of a citation. What fits none of them stops the program: a source that
// was dropped without a word could not be defended by anybody.
var (
	seedForm     = regexp.MustCompile(`^seed (\S+)$`)
	linkForm     = regexp.MustCompile(`^https?://[!-'*-~]+$`) // no blanks, no brackets, ASCII
	listForm     = regexp.MustCompile(`^\p{Han}[^:/]*名单\d{4}$`)
	fileForm     = regexp.MustCompile(`^github:([\w.-]+/[\w.-]+)@([0-9a-f]+) (\S+) \((.+)\)$`)
	fileLinkForm = regexp.MustCompile(`^https://github\.com/([\w.-]+/[\w.-]+) (\S+)@([0-9a-f]+)$`)
	storedForm   = regexp.MustCompile(`^github file (?:text )?id (\d+) \((.*)\)$`)
)

// citations reads the source cells of the fact tables.
type citations struct {
	library *library
	places  places
}

// cell reads the citations of one cell.
func (c citations) cell(cell string) ([]ecosystem.Source, error) {
	var sources []ecosystem.Source
	firstRound, list := false, "" // list: a name that belongs to the next citation
	for part := range strings.SplitSeq(cell, citationSeparator) {
		part, marked := strings.CutSuffix(strings.TrimSpace(part), firstRoundMark)
		part = strings.TrimSuffix(strings.TrimSpace(part), ";")
		firstRound = firstRound || marked
		switch {
		case part == "" && marked:
			continue
		case listForm.MatchString(part) && list == "":
			list = part
			continue
		}
		s, err := c.one(part, list)
		if err != nil {
			return nil, err
		}
		sources, list = append(sources, s), ""
	}
	if list != "" || len(sources) == 0 {
		return nil, fmt.Errorf("source %q names nothing that can be cited", cell)
	}
	if firstRound {
		sources = noted(atMost(sources, confidenceFirstRound), noteFirstRound)
	}
	return sources, nil
}

func (c citations) one(part, list string) (ecosystem.Source, error) {
	if title, ok := strings.CutPrefix(part, notRecheckedMark); ok {
		return c.notRechecked(title, list)
	}
	if m := seedForm.FindStringSubmatch(part); m != nil && list == "" {
		return c.plan(m[1])
	}
	if m := fileForm.FindStringSubmatch(part); m != nil && list == "" {
		id, err := c.library.repositoryFile(m[1], m[2], m[3], m[4])
		return stated(id, confidenceSecondary), err
	}
	if m := fileLinkForm.FindStringSubmatch(part); m != nil && list == "" {
		id, err := c.library.repositoryFile(m[1], m[3], m[2], "")
		return stated(id, confidenceSecondary), err
	}
	if m := storedForm.FindStringSubmatch(part); m != nil && list == "" {
		id, err := c.library.stored(m[1], m[2])
		return stated(id, confidenceStoredText), err
	}
	return c.page(part, list)
}

func (c citations) page(part, list string) (ecosystem.Source, error) {
	address, countsOnly := strings.CutSuffix(part, countsOnlyMark)
	if !linkForm.MatchString(address) {
		return ecosystem.Source{}, fmt.Errorf("source %q has a form that is not known", part)
	}
	link, err := url.Parse(address)
	if err != nil {
		return ecosystem.Source{}, fmt.Errorf("source %q: %w", part, err)
	}
	id, err := c.library.page(link, list)
	if countsOnly {
		return ecosystem.Source{Document: id, Known: ecosystem.Implied, Confidence: confidenceCountsOnly, Note: noteCountsOnly}, err
	}
	return stated(id, pageConfidence(link)), err
}

// notRechecked cites a list from general knowledge. The same list may stand
// before it by its full name, which then says who issued it.
func (c citations) notRechecked(title, list string) (ecosystem.Source, error) {
	issuer, ok := strings.CutSuffix(list, title)
	if list != "" && !ok {
		return ecosystem.Source{}, fmt.Errorf("%q and %q stand side by side but are not the same list", list, title)
	}
	id, err := c.library.list(title, issuer)
	return ecosystem.Source{
		Document: id, Known: ecosystem.Curated, Confidence: ecosystem.ConfidenceNotRechecked, Note: noteNotRechecked,
	}, err
}

// plan cites a place of the plan.
func (c citations) plan(place string) (ecosystem.Source, error) {
	s := stated(docPlan, confidencePlan)
	locator, err := c.places.locator(place)
	s.Locator = locator
	return s, err
}

func stated(document string, confidence float64) ecosystem.Source {
	return ecosystem.Source{Document: document, Known: ecosystem.Stated, Confidence: confidence}
}
