package partners

import (
	"math"
	"strings"
	"sync"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store/text"
)

// A field is wide: 工程机械 holds excavators, cylinders and axles. A body or platform
// that says in its name what is asked for (陶瓷, 水泥, 激光) is nearer to it than
// another of the same field.

// unnamed is how much a body or platform of a field counts whose name shares nothing
// with the demand; the more it shares, the nearer to 1.
const unnamed = 0.65

// nameScale is how many shared characters take it 63 % of that way; the first of each
// run does not count.
const nameScale = 2.0

// likeness compares names with what is asked. It is safe for concurrent use.
type likeness struct {
	generic *strings.Replacer
	phrases [][]rune
	pairs   map[[2]rune]phrases // neighbours, and the phrases that have them

	mu    sync.Mutex
	known map[string]alike // by entity id
}

// phrases is a set of phrases by number. Those from 63 on are one.
type phrases uint64

func phraseAt(i int) phrases { return 1 << min(i, 63) }

// alike is how much an entity counts by its name, in [unnamed, 1], and the longest words
// that it shares with what is asked.
type alike struct {
	factor float64
	word   string
}

// newLikeness takes what a demand is called.
func newLikeness(a asked, idle *idleWords) *likeness {
	l := &likeness{generic: idle.generic, pairs: map[[2]rune]phrases{}, known: map[string]alike{}}
	names := []string{a.text}
	if a.entity != nil {
		names = append(names, a.entity.Name)
	}
	for _, n := range a.needs {
		names = append(append(names, n.Field.Name), n.Field.Aliases...)
	}
	for _, name := range names {
		phrase, at := l.plain(name), phraseAt(len(l.phrases))
		l.phrases = append(l.phrases, phrase)
		for i := 1; i < len(phrase); i++ {
			l.pairs[[2]rune{phrase[i-1], phrase[i]}] |= at
		}
	}
	return l
}

// of compares the names of an entity.
func (l *likeness) of(e *ecosystem.Entity) alike {
	l.mu.Lock()
	defer l.mu.Unlock()
	if known, ok := l.known[e.ID]; ok {
		return known
	}
	shared, found := 0, alike{}
	for _, name := range append([]string{e.Name}, e.Aliases...) {
		plain := l.plain(name)
		may := l.mayShare(plain)
		for i, phrase := range l.phrases {
			if may&phraseAt(i) == 0 {
				continue
			}
			if word, n := common(phrase, plain); n > shared {
				shared, found.word = n, word
			}
		}
	}
	found.factor = unnamed + (1-unnamed)*(1-math.Exp(-float64(shared)/nameScale))
	l.known[e.ID] = found
	return found
}

// mayShare tells which phrases have two neighbours of a name.
func (l *likeness) mayShare(name []rune) phrases {
	var may phrases
	for i := 1; i < len(name); i++ {
		if name[i-1] != gap && name[i] != gap {
			may |= l.pairs[[2]rune{name[i-1], name[i]}]
		}
	}
	return may
}

// plain is a text with gaps for what says nothing of a subject.
func (l *likeness) plain(s string) []rune { return []rune(l.generic.Replace(text.Normalize(s))) }

// common gives the longest run of two characters or more that both have, and by how
// many characters all such runs are longer than one, runs that are part of another
// counted once.
func common(a, b []rune) (string, int) {
	longest, sum := "", 0
	for i := 0; i < len(a); {
		best := 0
		for j := range b {
			n := 0
			for i+n < len(a) && j+n < len(b) && a[i+n] == b[j+n] && a[i+n] != gap {
				n++
			}
			best = max(best, n)
		}
		if best < 2 {
			i++
			continue
		}
		if run := string(a[i : i+best]); len(run) > len(longest) {
			longest = run
		}
		sum += best - 1
		i += best
	}
	return longest, sum
}

const gap = ' '

// Words that stand in names of projects and bodies of every field. Longer ones come
// first: they are taken out in this order.
const (
	everywhere = `自然资源部 生态环境部 水利部 交通运输部 农业农村部 农业部 公安部 应急管理部 国家能源局 国家林业和草原局 国家林业局 ` + // whom a body belongs to
		`关键技术 技术研发 研究开发 研发应用 产业化 国家重点实验室 重点实验室 全国 国家 中国 国际 集团公司 有限责任公司 股份有限公司 有限公司 ` +
		`集团 公司 股份 科学院 研究院 研究所 研究 大学 学院 学校 实验室 中心 基地 平台 园区 产业园 示范区 示范 项目 工程 技术 科技 科学 开发 研发 应用 ` +
		`推广 制备 生产 制造 加工 产品 新型 高性能 高效 先进 功能 智能 绿色 创新 产业链 产业 系统 装备 设备 装置 材料 高端 关键 综合 集成 建设 管理 服务 ` +
		`现代 检测 检验 认证 数字 全自动 自动 设计 工业 工艺 企业 协同 联合 合作 机械 信息 电子 化学 结构 一体化 生产线 特种 利用 ` +
		`上海 江苏 浙江 安徽 山东 临沂 南京 杭州 合肥 苏州 无锡 常州 宁波 华东 东部 长三角 及 与 和 的 其 之`
	ofBodies = `人民政府 政府 管理委员会 管委会 委员会 经济技术开发区 经济开发区 高新技术产业开发区 开发区 高新 经济 有限 责任 ` +
		`城市 招商 投资 控股 国控 发展 公共 资源交易 交易 市场 国有 校区 分校 分院 分所 人民 职业 转化 `
)

// idleWords takes them out of names. A replacer is built when it is first used, which
// takes as long as a walk.
type idleWords struct {
	generic *strings.Replacer
	ofBody  *strings.Replacer // takes out also what stands in names of governments and firms
}

func newIdleWords() *idleWords { return &idleWords{gaps(everywhere), gaps(ofBodies + everywhere)} }

func gaps(words string) *strings.Replacer {
	var pairs []string
	for w := range strings.FieldsSeq(words) {
		pairs = append(pairs, w, string(gap))
	}
	return strings.NewReplacer(pairs...)
}

// suits gives how much a body of a field counts by what it is, beside who asks, and
// whether its name makes no difference: two hospitals are counterparts; an enterprise of
// the asker's own field rather competes with it.
func suits(asks, partner *ecosystem.Entity) (factor float64, whatever bool) {
	switch {
	case asks == nil || asks.Kind != partner.Kind:
		return 1, false
	case asks.Kind == ecosystem.Hospital:
		return 1, true
	case asks.Kind == ecosystem.Enterprise:
		return competitor, false
	default:
		return 1, false
	}
}

// competitor is how much an enterprise counts for another one of its field.
const competitor = 0.7
