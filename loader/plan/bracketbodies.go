package plan

import (
	"regexp"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/lexicon"
	"github.com/innograph/innograph/loader/plan/list"
	"github.com/innograph/innograph/loader/plan/phrase"
)

// labelInBrackets is who builds what stands before it: 甲中心（建设单位：乙、丙）.
var labelInBrackets = regexp.MustCompile(`([^，。；、：（）()]{4,60})[（(](依托|建设|承担|承建|申报|主持|共建|参建|合作|联合|牵头|实施|运营)(?:建设)?单位[：:]([^；;。（）()]{2,120})[）)]`)

// bodiesInBrackets records who builds what a sentence names, as brackets behind
// the name say, and takes the brackets out of the text. The brackets show that
// it is a name.
func (t *telling) bodiesInBrackets() {
	for _, found := range labelInBrackets.FindAllStringSubmatch(t.text, -1) {
		name := t.nameAtEnd(found[1])
		kind, ok := t.lex.KindOf(name)
		if !ok || kind == ecosystem.Agency || !phrase.NameLike(name) {
			continue
		}
		m, ok := t.mention(phrase.Name{Text: name, Evidence: phrase.Listed, Kind: kind, Whole: true}, "")
		if !ok {
			continue
		}
		t.parser.Names.Add(name)
		label := found[2]
		for _, printed := range list.Split(strings.TrimSuffix(found[3], "等"), "、，,") {
			if body, ok := t.listedBody(printed); ok {
				t.owed(relationOfLabel(label), m.entity, body.entity, label+"单位", ecosystem.Planned)
			}
		}
		t.text = strings.Replace(t.text, found[0], found[1], 1)
	}
}

// nameAtEnd is the name that a text ends with, after the verb that it begins
// with: a verb further on may belong to the name.
func (t *telling) nameAtEnd(text string) string {
	for text != "" {
		word, does, ok := t.lex.BoundaryAt(text)
		if !ok || does == lexicon.Tail {
			break
		}
		text = strings.TrimPrefix(text, word)
	}
	if at := buildsIn.FindAllStringIndex(text, -1); len(at) > 0 {
		return text[at[len(at)-1][1]:]
	}
	return text
}

// buildsIn are verbs that belong to no name.
var buildsIn = regexp.MustCompile(`建设(?:好)?|打造|推进|推动|支持|创建|组建|共建|设立|布局`)

// relationOfLabel is what a label such as 承建单位 tells.
func relationOfLabel(label string) ecosystem.RelationType {
	switch label {
	case "承建", "共建", "参建", "联合":
		return ecosystem.BuiltBy
	case "合作":
		return ecosystem.CooperatesWith
	}
	return ecosystem.HostedBy
}

// listedBody is a body that a label names.
func (t *telling) listedBody(printed string) (mention, bool) {
	full := printed
	if long, ok := t.names.short[key(printed)]; ok {
		full = long
	}
	kind, ok := t.lex.KindOf(full)
	if !ok || !kind.IsOrganization() {
		kind = kindOfParty(full)
	}
	return t.mention(phrase.Name{Text: printed, Evidence: phrase.Listed, Kind: kind, Whole: true}, "")
}
