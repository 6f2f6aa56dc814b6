package text

import "strings"

// context is a reading of a character (多音字) inside a word.
type context struct {
	word    string
	at      int // where the character stands in the word, in bytes
	reading string
}

// fits reports whether the character at name[i:] stands in the word.
func (c context) fits(name string, i int) bool {
	return i >= c.at && strings.HasPrefix(name[i-c.at:], c.word)
}

// polyphones corrects the readings of go-pinyin, which takes the most frequent
// one of a character whatever stands around it, for the words of this domain:
// technology, institutions and the place names of Shandong and the Yangtze River
// Delta. It is read only.
//
//nolint:gochecknoglobals // a constant table
var polyphones = contexts(
	// The first word that fits counts: longer ones and those that begin with the
	// character stand before those that end in it (协会|长三角 is no 会长). A
	// character alone is its reading everywhere else, so it comes last.
	"长 chang 长三角 长江 长沙 长春 长宁 长兴 长安 长期 长效",
	"长 zhang 增长 成长 生长 校长 院长 部长 市长 省长 县长 区长 局长 厅长 会长 行长 家长 首长 所长 社长 队长 董事长",
	"长 chang 长",
	"行 xing 行动 行政 平行业",
	"行 hang 银行 行业 央行 商行 行情 行长 分行 支行 总行 投行 洋行 农行 建行 工行 闵行 太行",
	"重 zhong 双重点 多重点 三重点 注重",
	"重 chong 重庆 重组 重复 重构 重新 重建 双重 多重 三重 重塑 重启 重叠 重整 重排 重阳",
	"都 du 都",
	"厦 xia 厦门",
	"藏 zang 西藏 青藏 川藏 藏族 藏医 藏药 藏语 宝藏",
	"蚌 beng 蚌埠",
	"六 lu 六安 六合区",
	"枞 zong 枞阳",
	"涡 guo 涡阳",
	"浒 xu 浒墅关",
	"乐 yue 音乐 乐器 乐团 民乐 声乐 乐队 乐清",
	"乐 lao 乐陵",
	"朐 qu 朐",
	"莘 xin 莘庄",
	"单 dan 名单 清单",
	"单 shan 单县",
	"阿 e 东阿 阿胶",
	"牟 mu 牟平 中牟",
	"番 pan 番禺",
	"畜 xu 畜牧 畜产",
	"给 ji 供给 给水 补给 给排水 自给",
	"参 can 参与 参数 参加 参考 参股 参观",
	"参 shen 人参 丹参 党参 海参 玄参 洋参 苦参",
	"会 hui 社会计 员会计 协会计 大会计",
	"会 kuai 会计",
	"率 shuai 率先 统率",
	"术 zhu 白术 苍术",
	"调 diao 调度 调查 调研 调用 调动 调配",
	"调 tiao 协调 调整 调节 调控 空调 调理 调解 调味 调制 调试 调频 调和 调光 调速 调压 调温 调湿",
	"校 jiao 校准 校正 校验 校对",
	"弹 tan 弹性 弹簧 弹力",
	"模 mo 规模",
	"模 mu 模具 模板",
	"壳 qiao 地壳 甲壳",
	"似 si 似",
	"泊 po 湖泊 水泊 布泊 山泊",
	"泊 bo 泊",
	"卜 bu 卜",
	"薄 bo 薄膜 薄弱",
	"削 xiao 切削",
	"轧 zha 轧",
	"炔 que 炔",
)

// contexts reads lines of a character, a reading, and the words in which the
// character has it.
func contexts(lines ...string) map[rune][]context {
	table := map[rune][]context{}
	for _, line := range lines {
		fields := strings.Fields(line)
		char, reading := []rune(fields[0])[0], fields[1]
		for _, word := range fields[2:] {
			for at, r := range word {
				if r == char {
					table[char] = append(table[char], context{word, at, reading})
				}
			}
		}
	}
	return table
}
