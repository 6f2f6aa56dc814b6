package plan

import (
	"cmp"
	"context"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/lexicon"
	"github.com/innograph/innograph/loader/plan/list"
	"github.com/innograph/innograph/loader/plan/outline"
)

// section is what the headings above a passage say of it.
type section struct {
	past      bool          // it looks back
	goals     bool          // it sets targets
	field     *entity       // the field that it is about
	fieldHead *outline.Node // the heading that names the field
	programme *entity       // the programme that it describes
	carried   bool          // it says how the plan is carried out
}

var (
	pastHeading = regexp.MustCompile(`回顾|成效|成就|成绩|现状|(?:发展|工作|创新|现实|产业|良好|坚实)基础|基础(?:$|与|和)|取得的`)
	safeguards  = regexp.MustCompile(`保障措施|组织保障|组织领导|组织实施|实施保障|保障机制`)
	goalHeading = regexp.MustCompile(`目标`)
)

// prose reads the running text, chapter by chapter; it comes after the boxes, so
// that what these name is known.
func (x *extraction) prose(ctx context.Context) error {
	x.learnSeen()
	x.learnPrinted()
	if err := x.readDetails(ctx); err != nil {
		return err
	}
	err := x.chapter(ctx, x.outline.Root, section{})
	for _, box := range x.textBoxes {
		if err == nil {
			err = x.chapter(ctx, box.Root, x.sectionOf(box))
		}
	}
	for _, n := range x.dutyLines {
		t := &telling{extraction: x, section: &section{}, place: place{line: n.Line, locator: n.Locator, known: ecosystem.Stated}, text: n.Text}
		t.responsible()
	}
	for _, b := range x.bodies {
		x.parent(b.entity, b.place) // now that all names are known
		x.placeInName(b.entity, b.place)
	}
	return err
}

// sectionOf is what the title of a box of running text says of it; below one on
// the techniques to be worked on, the headings are fields.
func (x *extraction) sectionOf(box *outline.Box) section {
	s := section{goals: goalHeading.MatchString(box.Title), past: pastHeading.MatchString(box.Title)}
	if ofFields.MatchString(box.Title) {
		s.fieldHead = box.Root
	}
	return s
}

func (x *extraction) chapter(ctx context.Context, n *outline.Node, s section) error {
	if err := ctx.Err(); err != nil {
		return ecosystem.Wrap(err, ecosystem.CodeTimeout, "reading the plan was interrupted")
	}
	fields := x.fieldHeadings(n, s.fieldHead == n)
	for _, c := range n.Children {
		below := s
		if c.Mark.Style != outline.NoMark || c.Heading {
			title, _ := outline.Head(c.Text)
			below.goals = s.goals || goalHeading.MatchString(title)
			below.past = !below.goals && (s.past || pastHeading.MatchString(title))
			below.programme = nil
			below.carried = s.carried || safeguards.MatchString(title)
		}
		if fields[c] {
			below.field, below.fieldHead = x.headingField(c, s.field), c
		}
		if c.Line != x.titleLine() && c.Line != x.signed && !addresses(c) {
			x.passage(c, &below)
		}
		if err := x.chapter(ctx, c, below); err != nil {
			return err
		}
	}
	return nil
}

// salutation is the line with those to whom a notice goes, or of a web page with
// the way to it.
var salutation = regexp.MustCompile(`^[^。；：:]{0,40}各[^。；：:]{0,60}(?:政府|部门|单位|管委会|办事处|机构|院校)[^。；：:]{0,30}[：:]$|^[^。]{0,40}(?:>|＞|»)[^。]*(?:>|＞|»)`)

func addresses(n *outline.Node) bool {
	return n.Mark.Style == outline.NoMark && salutation.MatchString(strings.TrimSpace(n.Text))
}

func (x *extraction) titleLine() int {
	if x.outline.Title == nil {
		return 0
	}
	return x.outline.Title.Line
}

// maxRunIn bounds a heading that runs into its text, in characters.
const maxRunIn = 48

// maxSentence bounds a sentence, in bytes: a text without stops is none.
const maxSentence = 6 << 10

// passage reads the text of one numbered line or paragraph. What its heading
// names is what the rest is about.
func (x *extraction) passage(n *outline.Node, s *section) {
	at := place{line: n.Line, locator: n.Locator, known: ecosystem.Stated}
	var heading, site, last *entity
	for i, text := range list.Split(n.Text, "。！？；;") {
		if len(text) > maxSentence {
			x.diagnose(n.Line, n.Locator, text, "this is too long for a sentence")
			continue
		}
		t := &telling{extraction: x, section: s, place: at, text: text, site: site}
		if i == 1 || n.Mark.Style != outline.NoMark {
			t.heading = heading
		}
		t.sameAsBefore(last)
		t.read()
		last = t.lastNamed(last)
		if i == 0 {
			site = t.site
			heading = t.headed(text)
		}
		if i == 0 && utf8.RuneCountInString(text) <= maxRunIn && !strings.Contains(text, "，") {
			heading = cmp.Or(t.promoted, heading)
		}
		if i == 0 && n.Mark.Style != outline.NoMark {
			t.headingProgramme()
			if len(t.programmes) == 1 {
				s.programme = t.programmes[0]
			}
		}
	}
}

// telling is one sentence of running text.
type telling struct {
	*extraction
	section *section
	place   place
	text    string
	clause  string
	// lastClause is the clause before, as far as it was not taken out.
	lastClause string
	subject    *entity // whom the sentence is about
	heading    *entity // what the sentence before, a heading, wants built
	site       *entity // the zone or place that heads the passage: 甲高新区。建设…
	topic      *entity // the part of the section's field that the sentence is about
	promoted   *entity // what this sentence wants built
	deeds
	programmes []*entity // that it names
	item       *entity   // of a box, whose text this is; nil elsewhere
	clauses    int       // read so far
	unread     int       // of them, without a record
	left       []string  // what ends like a name and was not taken for one
}

func (t *telling) read() {
	t.withLabels()
	t.bodiesInBrackets()
	t.builtByLabel(cmp.Or(t.item, t.heading))
	t.responsible()
	t.text = countedClass.ReplaceAllString(t.text, "${1}等${2}")
	t.text = countedFirms.ReplaceAllString(t.text, "${1}等${2}")
	t.text = strings.ReplaceAll(t.text, "”“", "”、“")
	for _, part := range list.Split(t.text, "，,：:") {
		t.clauses++
		before := t.records
		t.where, t.relying = nil, false
		if t.spent || (planActs.MatchString(part) && t.item == nil) {
			t.forget()
			t.spent = false
		}
		t.lastClause = t.clause
		t.clause = t.shortForms(strings.TrimLeft(part, "—-· "))
		t.citedPolicies()
		t.programmesIn()
		t.disciplinesIn()
		projects := t.projectsIn()
		lists := t.parser.Lists(t.clause)
		for i := range lists {
			found := t.mentions(lists[i])
			t.tell(lists, i, found)
		}
		for _, p := range projects {
			t.done(p, "承担", ecosystem.Planned)
			t.carried = p.entity
		}
		if t.pushedIn == t.clauses && !t.spent && (builtOther.MatchString(t.clause) || completed.MatchString(t.clause)) {
			t.spent = true
		}
		t.atSite(part)
		t.ofCluster(part)
		t.fieldsIn()
		t.worked()
		if t.records == before {
			t.unread++
		}
	}
	t.ofItem()
	t.settle()
	t.reportLeftOut()
	t.measures()
}

// past reports whether the sentence speaks of what has been done.
func (t *telling) past() bool {
	if t.section.past {
		return true
	}
	return pastWord.MatchString(t.text) && !futureWord.MatchString(t.text) && !strings.Contains(t.text, t.periodName())
}

var (
	pastWord   = regexp.MustCompile(`相继|先后|目前|截至|已经|已[建获成]|累计|成功|(?:创建|建立|建成|设立|成立|组建|引进|完成|形成)了`)
	futureWord = regexp.MustCompile(`力争|争取|确保|不少于|不低于|到20[23]\d年|到“?十[四五六]五”?末`)
	// countedFirms is how many firms a list has named by short names: 甲药业4家企业.
	countedFirms = regexp.MustCompile(`(、[^，。、；：等\d]{2,12})((?:[2-9]|\d\d|[二三四五六七八九十两])家(?:骨干|龙头|重点)?(?:企业|公司))`)
	// countedClass is how many bodies a list has named: 甲公司、乙公司2家企业.
	countedClass = regexp.MustCompile(`(公司|集团|大学|学院|研究院|研究所|医院|园|园区|基地|城|谷|港|走廊|平台|中心)((?:[2-9]|\d\d|[二三四五六七八九十两])(?:大|[家所个](?:企业|公司|单位|高校|院校|医院|机构|院所)))`)
)

// periodName is the plan's own period as its text calls it.
func (x *extraction) periodName() string {
	if x.period.Name == "" {
		return "规划期"
	}
	return x.period.Name
}

// at is the place with a rule and how sure it is.
func (t *telling) at(rule string, confidence float64) place {
	p := t.place
	p.rule, p.confidence = rule, confidence
	return p
}

// implied is the place of what is only read off the text.
func (t *telling) implied(rule string) place {
	p := t.at(rule, sureNearby)
	p.known = ecosystem.Implied
	return p
}

// beginsLikeVerb reports whether a heading says what is done and names nothing.
func (x *extraction) beginsLikeVerb(heading string) bool {
	_, does, ok := x.lex.BoundaryAt(heading)
	return (ok && does != lexicon.Tail) || x.lex.BeginsClause(heading)
}
