package sheet

import (
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// readOwn finds out what a row is about: first where it is and of what kind, for
// both tell namesakes apart.
func (im *importer) readOwn(b *sheetReader, r *row) {
	im.noteFaults(b, r)
	r.places = im.readPlaces(b, r)
	for _, c := range b.cells(r.index, roleKind) {
		kind, ok := im.lexicon.kind(unbroken(c.text))
		if !ok {
			r.reject(c, "不是类型 no kind of entity; "+meant(unbroken(c.text), im.kindWords()))
		}
		r.kind = kind
	}
	if ids := b.cells(r.index, roleID); len(ids) > 0 {
		im.ownByID(b, r, ids[0])
		return
	}
	names := b.cells(r.index, roleName)
	if len(names) == 0 && b.cellAt(r.index, im.nameIndex(b)).fault != "" {
		return // noted
	}
	if len(names) == 0 {
		reason := "名称为空 the name is missing"
		if b.cellAt(r.index, im.nameIndex(b)).formula {
			reason += "；" + noValue
		}
		r.add(finding{column: im.nameIndex(b), outcome: Rejected, reason: reason})
		return
	}
	name := unbroken(names[0].text)
	r.own = im.nameOf(name, im.wantedOwn(b, r))
	r.tell(names[0], name, r.own)
}

func (im *importer) nameIndex(b *sheetReader) int {
	if c := b.nameColumn(); c != nil {
		return c.index
	}
	return wholeRow
}

func (im *importer) kindWords() []string {
	var out []string
	for _, k := range ecosystem.Kinds() {
		out = append(out, k.Chinese, string(k.Kind))
	}
	return out
}

// noteFaults rejects cells whose formula has no value, in columns that matter.
func (im *importer) noteFaults(b *sheetReader, r *row) {
	for _, c := range b.columns {
		if !c.role.taken() {
			continue
		}
		if v := b.cellAt(r.index, c.index); v.fault != "" {
			r.add(finding{column: c.index, header: c.header, outcome: Rejected, value: v.text, reason: v.fault})
		}
	}
}

// ownByID: an id says at once what the row is about; one that nothing has names
// something new.
func (im *importer) ownByID(b *sheetReader, r *row, c located) {
	id := c.text
	if e := im.dir.byID[id]; e != nil {
		r.own = named{entry: e, name: e.Name, outcome: Accepted, score: 1}
		return
	}
	names := b.cells(r.index, roleName)
	want := im.wantedOwn(b, r)
	kind := ecosystem.Kind("")
	if len(names) > 0 {
		kind, _ = want.create(unbroken(names[0].text))
	}
	if kind == "" {
		r.reject(c, "没有此编号，又看不出名称和类型 nothing has this id, and name and kind of something new cannot be told"+im.dir.nearID(id))
		return
	}
	if err := ecosystem.CheckID(id, kind); err != nil {
		r.reject(c, err.Error())
		return
	}
	e := &entry{ID: id, Kind: kind, Name: unbroken(names[0].text), Fresh: true}
	im.dir.enter(e)
	r.own = named{entry: e, name: e.Name, outcome: Accepted, score: 1}
}

// wantedOwn says what the name of a row may mean.
func (im *importer) wantedOwn(b *sheetReader, r *row) wanted {
	want := wanted{region: regionOf(r.places)}
	said, kind := r.kind != "", r.kind
	if !said {
		kind = b.kind
	}
	name := b.nameColumn()
	body := name != nil && (name.body || name.kind.IsOrganization())
	switch {
	case kind != "":
		want.kinds = alike(kind)
	case body:
		want.kinds = ecosystem.OrganizationKinds()
	}
	want.create = func(name string) (ecosystem.Kind, bool) {
		if k, ok := im.lexicon.plan.KindOf(name); !said && ok && kind == ecosystem.Platform && k == ecosystem.ResearchInstitute {
			return k, true // a body of its own that does research, also when a list calls it a platform
		}
		if said || (kind != "" && !kind.IsOrganization()) {
			return kind, true
		}
		if k, ok := im.lexicon.bodyKind(name); ok && (body || kind.IsOrganization()) {
			return k, true
		}
		if kind != "" {
			return kind, true
		}
		if k, ok := im.lexicon.plan.KindOf(name); ok && (!body || k.IsOrganization()) {
			return k, true
		}
		return "", false
	}
	return want
}

// alike lists the kinds under which a body of kind k may be on record: an
// institute that a list calls a platform, a science park that it calls a cluster.
func alike(k ecosystem.Kind) []ecosystem.Kind {
	kinds := kindsOfFamily(k)
	if k == ecosystem.Platform {
		return append(kinds, ecosystem.ResearchInstitute, ecosystem.IndustryCluster)
	}
	if k == ecosystem.IndustryCluster || k == ecosystem.ResearchInstitute {
		return append(kinds, ecosystem.Platform)
	}
	return kinds
}

func regionOf(places []named) string {
	for _, p := range places {
		if p.entry != nil && p.Kind == ecosystem.Region {
			return p.ID
		}
	}
	return ""
}

// readPlaces reads the places of a row. Several columns are one path: province,
// city, county.
func (im *importer) readPlaces(b *sheetReader, r *row) []named {
	cells := b.cells(r.index, rolePlace)
	whole := ""
	for _, c := range cells {
		text := unbroken(c.text)
		switch {
		case strings.HasPrefix(text, whole):
			whole = text
		case strings.Contains(whole, text):
		case inLetters(text):
			whole = text + ", " + whole // Suzhou, Jiangsu
		default:
			whole += text
		}
	}
	if whole == "" {
		return nil
	}
	at := cells[len(cells)-1]
	one := im.placeOf(whole)
	parts := split(cells[0].text)
	if len(cells) > 1 || len(parts) < 2 || one.score > 0.9 {
		return im.place(r, at, whole, one)
	}
	var several []named
	for _, part := range parts {
		several = append(several, im.placeOf(part))
	}
	if one.entry != nil && slices.ContainsFunc(several, func(n named) bool { return n.entry == nil }) {
		return im.place(r, at, whole, one) // an address with a comma in it
	}
	var out []named
	for i, part := range parts {
		out = append(out, im.place(r, at, part, several[i])...)
	}
	return out
}

func (im *importer) place(r *row, at located, text string, n named) []named {
	r.tell(at, text, n)
	if n.entry == nil {
		return nil
	}
	return []named{n}
}

// reject notes that a cell has to be mended.
func (r *row) reject(c located, reason string) {
	r.add(finding{column: c.index, header: c.header, outcome: Rejected, value: c.text, reason: reason})
}

// tell notes what a name turned out to mean, where there is something to say.
func (r *row) tell(c located, value string, n named) {
	if n.outcome != Accepted || n.reason != "" {
		r.add(finding{column: c.index, header: c.header, outcome: n.outcome, value: value, reason: n.reason})
	}
}
