package phrase

import (
	"regexp"
)

// coined reports whether a text holds a word that somebody made for it, early
// enough to be its name.
func (p *Parser) coined(text string) bool {
	if !NameLike(text) || p.lex.Quality(text) {
		return false
	}
	if actsFirst.MatchString(text) || levelArea.MatchString(text) {
		return false
	}
	start, end := p.lex.CoinedPart(text)
	rest := string([]rune(text)[end:])
	class := adminEnd.ReplaceAllString(rest, "$1")
	return end > start && !branchOfPlace.MatchString(text) && !levelClass.MatchString(rest) && rest != "省实验室" && (!p.lex.Rank(class) || !granted.MatchString(class))
}

// actsFirst begins what is done, not what is named: 研制甲平台.
var actsFirst = regexp.MustCompile(`^(?:研制|制定|研究制定|开发(?:[^区中]|$)|推广|攻关|采用|使用|运用|具备|属于)`)

// levelArea is what an area is to become: 打造国家级化工园区.
var levelArea = regexp.MustCompile(`^(?:国家|省|市)级.*(?:园区?|基地|高新区|集群|示范区)$`)

// granted are ranks that bodies are granted; with no more than a place before it,
// such a word names a class.
var granted = regexp.MustCompile(`^.{2,}(?:实验室|中心|工作站|孵化器)$`)

// levelClass is what several of a level are: 市级平台, 省级以上重点实验室.
var levelClass = regexp.MustCompile(`^(?:国家|省|市|县|区)级(?:以上|及以上)?(?:科技|创新|重点|各类|新型)*(?:平台|中心|实验室|机构|载体)$`)
