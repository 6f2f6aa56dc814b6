package phrase

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/innograph/innograph/ecosystem"
)

// Items that share a tail are this long at most, in characters.
const maxShared = 6

var (
	levelWord = regexp.MustCompile(`国家级|省级|市级`)
	zoneTail  = regexp.MustCompile(`(?:经济技术|高新技术产业|经济|高新|工业)开发区$`)
	// ownWord ends what is no part of a name.
	ownWord = regexp.MustCompile(`(?:企业|高校|院所|机构|人才|项目|成果|资源|平台|技术|[省市县区])$`)
)

// sharedTail gives the items before the last the tail that the list prints only
// once: 富山、三灶、平沙产业园.
func (r *listReader) sharedTail(l *List) {
	last := len(l.Items) - 1
	if last < 1 || l.Etc || l.Items[last].Name == nil && !r.ends(l.Items[last].Text) {
		return
	}
	tail, kind := r.tail(l.Items[last].Text)
	if tail == "" {
		return
	}
	first := last
	for first > 0 && r.leavesOut(l.Items[first-1]) {
		first--
	}
	for i := first; i < last; i++ {
		text := l.Items[i].Text
		l.Items[i].Name = &Name{Text: text + tail, Printed: text, Evidence: Listed, Kind: kind, Whole: true}
	}
	if first < last && l.Items[last].Name == nil {
		l.Items[last].Name = &Name{Text: l.Items[last].Text, Evidence: Listed, Kind: kind, Whole: true}
	}
}

func (r *listReader) ends(text string) bool {
	_, ok := r.lex.KindOf(text)
	return ok && NameLike(text)
}

// tail is what the last item may share with those before it: the word for what
// it is, with a level before it. Only places for industry and institutes are listed so.
func (r *listReader) tail(text string) (string, ecosystem.Kind) {
	kind, ok := r.lex.KindOf(text)
	suffix := r.lex.SuffixOf(text)
	if zone := zoneTail.FindString(text); ok && zone != "" {
		return zone, kind
	}
	if !ok || (!strings.HasSuffix(suffix, "园") && suffix != "研究院") {
		return "", ""
	}
	if at := levelWord.FindStringIndex(text); at != nil && at[0] > 0 {
		return text[at[0]:], kind
	}
	return suffix, kind
}

// leavesOut reports whether an item is short and names nothing by itself.
func (r *listReader) leavesOut(item Item) bool {
	length := utf8.RuneCountInString(item.Text)
	if _, class := r.lex.KindOfSuffix(item.Text); class {
		return false // 大学科技园
	}
	return item.Name == nil && length > 1 && length <= maxShared && !r.lex.Generic(item.Text) &&
		!ownWord.MatchString(item.Text) && !r.ends(item.Text)
}

var (
	ordinalEnd   = regexp.MustCompile(`^(.*)(第[一二三四五六七八九十\d]{1,2})$`)
	ordinalBegin = regexp.MustCompile(`^(第[一二三四五六七八九十\d]{1,2})(.+)$`)
)

// ordinals writes out the names of bodies that only their numbers tell apart:
// 市第一、第二人民医院.
func (r *listReader) ordinals(l *List) {
	for last := 1; last < len(l.Items); last++ {
		end := ordinalBegin.FindStringSubmatch(l.Items[last].Text)
		if end == nil {
			continue
		}
		kind, ok := r.lex.KindOfSuffix(end[2])
		if first, head := ordinalHead(l.Items[:last]); ok && kind.IsOrganization() && head != "" {
			for i := first; i <= last; i++ {
				l.Items[i].numbered(head, end[2], kind)
			}
		}
	}
}

// ordinalHead is what the numbers at the end of a list share, and which item has it.
func ordinalHead(items []Item) (first int, head string) {
	for i := len(items) - 1; i >= 0; i-- {
		found := ordinalEnd.FindStringSubmatch(items[i].Text)
		if found == nil {
			return 0, ""
		}
		if found[1] != "" {
			return i, found[1]
		}
	}
	return 0, ""
}

// numbered writes an item out with the head and tail that the list prints once.
func (i *Item) numbered(head, tail string, kind ecosystem.Kind) {
	printed := i.Text
	number := strings.TrimSuffix(strings.TrimPrefix(printed, head), tail)
	i.Text = head + number + tail
	i.Name = &Name{Text: i.Text, Printed: printed, Evidence: Listed, Kind: kind, Whole: true}
}
