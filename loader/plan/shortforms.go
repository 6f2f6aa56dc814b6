package plan

import (
	"regexp"

	"github.com/innograph/innograph/loader/plan/list"
	"github.com/innograph/innograph/loader/plan/outline"
	"github.com/innograph/innograph/loader/plan/phrase"
)

// shortForm is the definition of a short name: 东江稀土有限公司（以下简称“东江稀土”）.
var shortForm = regexp.MustCompile(`[（(](?:(?:以下|下)(?:统|简)?称|简称)[为：:]?[“"]?([^“”"（）()]{2,20})[”"]?[）)]`)

// definitions learns all short names that the text defines, before anything else
// is read: tables may use what running text defines.
func (x *extraction) definitions(n *outline.Node) {
	for _, c := range n.Children {
		for _, clause := range list.Split(c.Text, "。！？；;，,：:") {
			at := shortForm.FindStringSubmatchIndex(clause)
			if at == nil {
				continue
			}
			if name, ok := x.lastName(clause[:at[0]]); ok {
				x.names.short[key(clause[at[2]:at[3]])] = list.Clean(name.Text)
				x.parser.Names.Add(clause[at[2]:at[3]])
			}
		}
		x.definitions(c)
	}
}

// lastName is the name that a text ends with.
func (x *extraction) lastName(text string) (phrase.Name, bool) {
	lists := x.parser.Lists(text)
	if len(lists) == 0 {
		return phrase.Name{}, false
	}
	l := lists[len(lists)-1]
	names := l.Names()
	if len(names) == 0 || l.After != "" {
		return phrase.Name{}, false
	}
	return names[len(names)-1], true
}

// shortForms learns what a name is called from here on, and takes the definition
// out of the clause.
func (t *telling) shortForms(clause string) string {
	for {
		at := shortForm.FindStringSubmatchIndex(clause)
		if at == nil {
			return clause
		}
		short := clause[at[2]:at[3]]
		name, ok := t.lastName(clause[:at[0]])
		clause = clause[:at[0]] + clause[at[1]:]
		if ok {
			t.abbreviate(name, short)
		}
	}
}

func (t *telling) abbreviate(name phrase.Name, short string) {
	m, ok := t.mention(name, "")
	if !ok {
		return
	}
	t.names.alias(short, m.entity)
	t.parser.Names.Add(short)
	t.entity(m.entity, t.at("short-form", sureSentence), facts{printed: name.Text, aliases: []string{short}})
}
