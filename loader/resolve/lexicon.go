package resolve

import (
	"embed"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store/text"
)

// class says what a word of a name is.
type class uint8

const (
	run     class = iota // not in the lexicon: a brand, a topic
	place                // 浙江, 临沂市
	area                 // 中国, 华东
	host                 // 中国科学院 in front of an institute
	ordinal              // 第14, 702
	topic                // 工业, 材料
	link                 // 与, 和, 及
	aux                  // 附属, 医学院 between a university and its hospital
	head                 // 大学, 研究所: says what the body is
	legal                // 有限公司, 集团
)

// frame is the kind of name that a head makes; it decides what may be shortened.
type frame uint8

const (
	plain frame = iota // fields, projects: nothing may
	university
	institute
	hospital
	agency
	association
	platform
	cluster
	firm
	region
)

// word is one entry of the lexicon.
type word struct {
	text   string
	class  class
	frame  frame    // of a head
	short  []string // what stands for it
	suffix string   // of a place: 省, 市
	droops bool     // a host that people leave out
}

// level reports whether a word says by whom a platform is recognized.
func (w *word) level() bool {
	return w.text == "国家" || w.text == "国家级" || w.text == "省级" || w.text == "市级"
}

// lexicon is what is known about words, apart from any data set. It is read only.
type lexicon struct {
	words       map[string]*word
	heads       map[string]frame // heads of two characters and more, of agencies in short forms too
	shortHeads  map[string]frame // their short forms of two characters and more
	longest     int              // runes of the longest word
	simplified  map[rune]rune
	lookalikes  map[[2]rune]bool
	common      map[string]bool // trade words
	departments map[string]bool // whole names of departments
	ends        []string        // ends of names of departments
	colleges    map[string]bool // what makes a 学院 doubtful as a department
	elsewhere   []ecosystem.Entity
	province    map[string]string // GB/T 2260 code of the province in which a place lies
	spelled     map[string]bool   // places in letters: hebei
}

// rareMark stands in the lexicon before short forms in less use than others.
const rareMark = "~"

//go:embed lexicon/*.txt
var lexiconFiles embed.FS

var lexicons = sync.OnceValue(func() *lexicon { //nolint:gochecknoglobals // made once from constant files, read only
	x := &lexicon{
		words: map[string]*word{}, heads: map[string]frame{}, shortHeads: map[string]frame{}, simplified: map[rune]rune{}, lookalikes: map[[2]rune]bool{},
		common: map[string]bool{}, departments: map[string]bool{}, colleges: map[string]bool{}, province: map[string]string{},
	}
	each("simplified", func(pairs []string) {
		for _, pair := range pairs {
			traditional, size := utf8.DecodeRuneInString(pair)
			x.simplified[traditional], _ = utf8.DecodeRuneInString(pair[size:])
		}
	})
	each("words", func(f []string) { x.add(&word{text: f[0], class: topic, short: shorts(f[1:])}) })
	each("types", x.addType)
	each("hosts", x.addHost)
	each("areas", func(f []string) { x.add(&word{text: f[0], class: area, short: shorts(f[1:])}) })
	each("places", x.addProvince)
	each("common", x.addCommon)
	each("confusable", x.addLookalikes)
	each("departments", x.addDepartment)
	each("elsewhere", func(f []string) {
		x.elsewhere = append(x.elsewhere, ecosystem.Entity{Kind: ecosystem.Kind(f[0]), Name: f[1], Aliases: shorts(f[2:])})
	})
	x.spelled = map[string]bool{"shaanxi": true} // written so beside shanxi
	for place := range x.province {
		x.spelled[strings.ReplaceAll(text.Slug(place), "-", "")] = true
	}
	for _, link1 := range []string{"与", "和", "及"} {
		x.add(&word{text: link1, class: link})
	}
	return x
})

// each calls f with the blank-separated fields of each line of a lexicon file.
func each(name string, f func(fields []string)) {
	content, err := lexiconFiles.ReadFile("lexicon/" + name + ".txt")
	if err != nil {
		panic("resolve: an embedded file is missing: " + err.Error())
	}
	for line := range strings.Lines(string(content)) {
		if fields := strings.Fields(line); len(fields) > 0 && !strings.HasPrefix(line, "#") {
			f(fields)
		}
	}
}

func shorts(fields []string) []string {
	if len(fields) == 1 && fields[0] == "-" {
		return nil
	}
	return fields
}

// addCommon enters trade words, so that 阳光电源 is not read as 阳, 光电, 源.
func (x *lexicon) addCommon(words []string) {
	for _, w := range words {
		x.common[w] = true
		x.add(&word{text: w, class: run})
	}
}

// add enters a word; the first entry of a text stays.
func (x *lexicon) add(w *word) {
	if x.words[w.text] == nil {
		x.words[w.text] = w
		x.longest = max(x.longest, utf8.RuneCountInString(w.text))
	}
}

func (x *lexicon) addType(f []string) {
	frames := map[string]frame{
		"university": university, "institute": institute, "hospital": hospital, "agency": agency,
		"association": association, "platform": platform, "cluster": cluster,
	}
	w := &word{text: f[1], class: head, frame: frames[f[0]], short: shorts(f[2:])}
	switch f[0] {
	case "aux":
		w.class = aux
	case "legal":
		w.class, w.frame = legal, firm
	default:
		x.addHead(w)
	}
	x.add(w)
}

func (x *lexicon) addHead(w *word) {
	if utf8.RuneCountInString(w.text) > 1 {
		x.heads[w.text] = w.frame
	}
	for _, form := range w.short {
		if utf8.RuneCountInString(form) > 1 {
			if _, taken := x.shortHeads[form]; !taken {
				x.shortHeads[form] = w.frame
			}
		}
	}
}

// addHost enters a host under its full name and under the short forms that are
// long enough to be recognized in a name; each stands for all the others.
func (x *lexicon) addHost(f []string) {
	droops := f[0] == "drop"
	if droops {
		f = f[1:]
	}
	forms := append([]string{f[0]}, shorts(f[1:])...)
	for _, form := range forms {
		if form == f[0] || utf8.RuneCountInString(form) > 2 {
			x.add(&word{text: form, class: host, short: forms, droops: droops})
		}
	}
}

func (x *lexicon) addProvince(f []string) {
	code, suffix, letters, name := f[0], f[1], f[2], f[3]
	province := &word{text: name, class: place, suffix: suffix}
	for _, letter := range letters {
		if letter != '-' {
			province.short = append(province.short, string(letter))
		}
	}
	x.add(province)
	x.province[name] = code
	for _, city := range f[4:] {
		x.add(&word{text: city, class: place, suffix: "市"})
		x.province[city] = code
	}
}

// manyHospitals reports whether hospitals of this name stand in many cities:
// 中山医院, 新华医院.
func (x *lexicon) manyHospitals(s string) bool {
	name, ok := strings.CutSuffix(s, "医院")
	w := x.words[name]
	return ok && (x.common[name] || w != nil && w.class == place)
}

func (x *lexicon) isHead(s string) bool {
	if w := x.words[s]; w != nil && w.class == head {
		return true
	}
	_, short := x.shortHeads[s]
	return short
}

// frameOf is the frame that the longest head at its end gives a text.
func (x *lexicon) frameOf(runes []rune) (f frame, ok bool) {
	for i := max(0, len(runes)-x.longest); i < len(runes)-1; i++ {
		end := string(runes[i:])
		if f, ok := x.heads[end]; ok {
			return f, true
		}
		if f, ok := x.shortHeads[end]; ok && (f == agency || f == institute) {
			return f, true
		}
	}
	return plain, false
}

func (x *lexicon) addLookalikes(group []string) {
	for _, a := range group {
		for _, b := range group {
			ra, _ := utf8.DecodeRuneInString(a)
			rb, _ := utf8.DecodeRuneInString(b)
			x.lookalikes[[2]rune{ra, rb}] = true
		}
	}
}

func (x *lexicon) addDepartment(f []string) {
	switch f[0] {
	case "end":
		x.ends = append(x.ends, f[1])
	case "whole":
		x.departments[f[1]] = true
	default:
		x.colleges[f[1]] = true
	}
}
