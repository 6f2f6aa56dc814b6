package sheet

import (
	"math"
	"regexp"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store/text"
)

// defaultConfidence is how sure a row is of a sheet that somebody typed.
const defaultConfidence = 0.9

// statement is what a row says, in the terms of the table format.
type statement struct {
	documents []ecosystem.Document
	entities  []ecosystem.Entity
	relations []ecosystem.Relation
}

// rowReader reads the cells of one row whose own entity is known.
type rowReader struct {
	*sheetReader
	*row
	im       *importer
	document string // id of the sheet's
	entity   ecosystem.Entity
	notes    []string
	cited    []ecosystem.Source
	others   []mention
	tie      tie
	part     bool // the row is about a part of its entity
}

// mention is an entity that the row names besides its own.
type mention struct {
	named
	relation ecosystem.RelationType // of the row's entity to it
	label    string
}

// readRest reads everything besides what the row is about.
func (im *importer) readRest(b *sheetReader, r *row, document string) {
	if r.own.entry == nil {
		return
	}
	x := &rowReader{im: im, sheetReader: b, row: r, document: document, part: r.own.part}
	x.entity = ecosystem.Entity{ID: r.own.ID, Kind: r.own.Kind, Name: r.own.Name}
	x.names()
	x.status()
	x.years()
	x.creditCode()
	x.properties()
	x.relations()
	x.citations()
	for _, c := range b.cells(r.index, roleRemark) {
		x.remark(c, c.text)
	}
	for _, c := range b.cells(r.index, roleNote) {
		x.notes = append(x.notes, oneLine(c.text))
	}
	r.says = x.statement()
}

func (x *rowReader) at(r role) []located { return x.cells(x.index, r) }

// remark keeps what the entity cannot carry.
func (x *rowReader) remark(c located, value string) {
	x.notes = append(x.notes, c.header+" "+oneLine(value))
}

func (x *rowReader) names() {
	for _, c := range x.at(roleNameEn) {
		x.entity.NameEn = oneLine(c.text)
	}
	x.entity.Aliases = x.list(roleAliases)
	x.entity.FormerNames = x.list(roleFormerNames)
}

func (x *rowReader) list(r role) []string {
	var out []string
	for _, c := range x.at(r) {
		for _, name := range split(c.text) {
			if text.Normalize(name) != text.Normalize(x.own.Name) {
				out = append(out, name)
			}
		}
	}
	return out
}

// shortStatus is the longest text, in bytes, that is taken for a status word; a
// longer one tells how things stand and is kept as a note.
const shortStatus = 15

func (x *rowReader) status() {
	for _, c := range x.at(roleStatus) {
		word := unbroken(c.text)
		s, ok := x.lexicon.status(word)
		switch {
		case !x.builds(): // 进展 in a list of firms is not that of the firm
			x.remark(c, word)
			x.add(finding{column: c.index, header: c.header, outcome: Corrected, value: word, reason: "单位没有建设状态，记入备注 " + kindWord(x.own.Kind) + " is not planned or built: kept as a note"})
		case ok:
			x.entity.Status = s
		case len(word) <= shortStatus:
			x.reject(c, "不是建设状态 no status; "+meant(word, statusWords()))
		default:
			x.remark(c, word)
			x.add(finding{column: c.index, header: c.header, outcome: Corrected, value: word, reason: "不是状态词，记入备注 no word for a status: kept as a note"})
		}
	}
	for _, c := range x.at(roleStatusDate) {
		date, ok := x.date(c)
		if ok && x.entity.Status == "" {
			x.remark(c, date)
		} else if ok {
			x.entity.StatusDate = date
		}
	}
}

// builds reports whether the entity of the row is something that is planned and
// built; institutes are.
func (x *rowReader) builds() bool {
	return !x.own.Kind.IsOrganization() || x.own.Kind == ecosystem.ResearchInstitute
}

func statusWords() []string {
	var out []string
	for _, s := range ecosystem.Statuses() {
		out = append(out, s.Chinese, s.Name)
	}
	return out
}

// odd are dates that can be read in one way only by guessing the century or by
// knowing how Excel counts.
var odd = regexp.MustCompile(`^(?:\d{2}\D.*|\d{5}(?:\.\d+)?)$`)

func (x *rowReader) date(c located) (string, bool) {
	written := unbroken(c.text)
	date, ok := parseDate(written)
	switch {
	case !ok:
		x.reject(c, "不是日期 no date; 写作 write 2023, 2023-05 or 2023年5月")
	case odd.MatchString(written):
		x.add(finding{column: c.index, header: c.header, outcome: Corrected, value: written, reason: written + " → " + date})
	}
	return date, ok
}

// years: the first year is the entity's, where its kind has one; the rest is kept
// as it stands.
func (x *rowReader) years() {
	for _, c := range x.at(roleYear) {
		date, ok := x.date(c)
		if !ok {
			continue
		}
		name := ecosystem.PropYear.Name
		if x.entity.Kind.Has(name) && x.entity.Properties[name] == "" && !x.part {
			x.set(name, date[:4])
			if len(date) == 4 {
				continue
			}
		}
		x.remark(c, date)
	}
}

func (x *rowReader) set(property, value string) {
	if x.entity.Properties == nil {
		x.entity.Properties = map[string]string{}
	}
	x.entity.Properties[property] = value
}

// creditCodeScheme is the scheme of a 统一社会信用代码 among external ids.
const creditCodeScheme = "uscc"

var creditCode = regexp.MustCompile(`^[0-9A-Z]{18}$`)

func (x *rowReader) creditCode() {
	for _, c := range x.at(roleCreditCode) {
		code := strings.ToUpper(strings.ReplaceAll(strings.ReplaceAll(unbroken(c.text), " ", ""), "-", ""))
		switch {
		case !creditCode.MatchString(code):
			x.reject(c, "统一社会信用代码应为18位数字或大写字母 a credit code has 18 digits or capital letters")
		case x.entity.Kind.IsOrganization() && !x.part:
			x.entity.ExternalIDs = append(x.entity.ExternalIDs, ecosystem.ExternalID{Scheme: creditCodeScheme, Value: code})
		default:
			x.remark(c, code)
		}
	}
}

// properties are the columns that the vocabulary has for kinds; what the kind of
// the row does not have is kept as a note.
func (x *rowReader) properties() {
	for _, c := range x.at(roleProperty) {
		p, _ := ecosystem.PropertyNamed(c.property)
		value := oneLine(c.text)
		if !x.entity.Kind.Has(p.Name) || x.part {
			x.remark(c, value)
			continue
		}
		switch {
		case p.Type == ecosystem.Number || p.Type == ecosystem.Integer:
			value = strings.NewReplacer(",", "", "，", "", " ", "", "%", "").Replace(value)
		case p.Type == ecosystem.List:
			value = strings.Join(split(c.text), ecosystem.ListSeparator)
		case p == ecosystem.PropWebsite && !isLink(value):
			written := value
			value = "http://" + value
			x.add(finding{column: c.index, header: c.header, outcome: Corrected, value: written, reason: written + " → " + value})
		}
		canonical, err := p.Canonical(value)
		if err != nil {
			x.reject(c, "不是数 "+strings.TrimPrefix(err.Error(), p.Name+" "))
			continue
		}
		if canonical != "" {
			x.set(p.Name, canonical)
		}
	}
}

func isLink(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
}

func (x *rowReader) sureness(score float64) float64 {
	confidence := defaultConfidence
	if x.mapping != nil && x.mapping.confidence > 0 {
		confidence = x.mapping.confidence
	}
	return math.Max(0.01, math.Round(confidence*score*100)/100)
}
