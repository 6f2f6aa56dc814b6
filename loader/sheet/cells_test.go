package sheet

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"  浙江大学\u00a0":         "浙江大学",
		"２０２３年５月":              "2023年5月",
		"ＡＢＣ－１２":               "ABC-12",
		"a\u3000\u3000b":       "a b",
		"甲\u200b乙\ufeff":       "甲乙",
		"甲\r\n乙 \n\n 丙":        "甲\n乙\n丙",
		"（一）、；：":               "（一）、；：",
		"\xff甲":                "甲",
		"\n":                   "",
		"临沂市\u2028兰山区":         "临沂市\n兰山区",
		"Jiangnan\tUniversity": "Jiangnan University",
	} {
		if got := clean(in); got != want {
			t.Errorf("clean(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestUnbroken(t *testing.T) {
	for in, want := range map[string]string{
		"沂蒙物流\n创新中心":           "沂蒙物流创新中心",
		"临沂 大学":                "临沂大学",
		"Zhejiang\nUniversity": "Zhejiang University",
		"第1 期":                 "第1期",
	} {
		if got := unbroken(in); got != want {
			t.Errorf("unbroken(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSplit(t *testing.T) {
	for in, want := range map[string][]string{
		"":     nil,
		"浙江大学": {"浙江大学"},
		"浙大、临大，山东大学；齐鲁工业大学;北大": {"浙大", "临大", "山东大学", "齐鲁工业大学", "北大"},
		"甲大学\n乙大学":           {"甲大学", "乙大学"},
		"哈工大（威海、深圳）、浙大":      {"哈工大（威海、深圳）", "浙大"},
		"甲（乙、丙":              {"甲（乙", "丙"},
		"甲（乙、丙（丁、戊））；己":      {"甲（乙、丙（丁、戊））", "己"},
		"人工智能/大数据":           {"人工智能", "大数据"},
		"5G/6G":              {"5G/6G"},
		"https://a.cn/b":     {"https://a.cn/b"},
		"Acme Co., Ltd., 浙大": {"Acme Co., Ltd.", "浙大"},
		"1.甲大学\n2.乙大学":       {"甲大学", "乙大学"},
		"①甲②":                {"甲②"},
		"（1）甲；（2）乙":          {"甲", "乙"},
		"3.5吨级挖掘机":           {"3.5吨级挖掘机"},
		"甲大学、乙大学等":           {"甲大学", "乙大学"},
		"甲大学、乙大学等5家单位":       {"甲大学", "乙大学"},
		"甲、甲、":               {"甲"},
		"、；":                 nil,
		"山东省科学\n院、浙大":        {"山东省科学", "院", "浙大"},
		"A | B":              {"A", "B"},
	} {
		if diff := cmp.Diff(want, split(in)); diff != "" {
			t.Errorf("split(%q) (-want +got):\n%s", in, diff)
		}
	}
}

func TestParseDate(t *testing.T) {
	for in, want := range map[string]string{
		"2023": "2023", "2023年": "2023", "2023年度": "2023", "2023年5月": "2023-05", "2023.5": "2023-05", "2023.05": "2023-05",
		"23-05": "2023-05", "98.12": "1998-12", "2023/5/1": "2023-05-01", "2023年5月1日": "2023-05-01", "2023-05-01 00:00:00": "2023-05-01",
		"202305": "2023-05", "20230501": "2023-05-01", "45047": "2023-05-01", "45047.5": "2023-05-01",
		"": "", "五月": "", "2023-13": "", "2019、2021": "", "2023-02-30": "", "230": "", "99999": "", "2023年5": "2023-05",
	} {
		got, ok := parseDate(in)
		if got != want || ok != (want != "") {
			t.Errorf("parseDate(%q) = %q, %v, want %q", in, got, ok, want)
		}
	}
}

func TestDateFormats(t *testing.T) {
	for code, want := range map[string]dateFormat{
		"yyyy/m/d": dayFormat, `yyyy"年"m"月"`: monthFormat, `[$-804]yyyy"年"m"月"d"日";@`: dayFormat, "yyyy": yearFormat,
		"0.00": "", "#,##0": "", "h:mm": "", `"year" 0`: "", "[Red]0": "",
	} {
		if got := formatOf(0, &code); got != want {
			t.Errorf("formatOf(%q) = %q, want %q", code, got, want)
		}
	}
	for number, want := range map[int]dateFormat{14: dayFormat, 17: monthFormat, 57: monthFormat, 31: dayFormat, 0: "", 20: "", 10: ""} {
		if got := formatOf(number, nil); got != want {
			t.Errorf("formatOf(%d) = %q, want %q", number, got, want)
		}
	}
}

func TestHeaderWords(t *testing.T) {
	l, err := loadLexicon()
	if err != nil {
		t.Fatal(err)
	}
	for header, want := range map[string]role{
		"单位名称": roleOrganization, "单位名称（全称）": roleOrganization, "*平台名称": roleName, "平 台 名 称": roleName, "依托\n单位": roleHost,
		"依托单位名称": roleHost, "项目承担单位": roleHost, "主要合作单位": rolePartners, "企业所在地": rolePlace, "Host Institution": roleHost, "HOST": roleHost,
		"所属技术领域": roleFields, "统一社会信用代码": roleCreditCode, "No.": roleIgnore, "#": roleIgnore, "序号": roleIgnore, "项目负责人": rolePrivate,
		"依托": roleHost, "牵头": roleHost, "承担": roleHost, "共建": roleBuilders, "共建方": roleBuilders, "合作": rolePartners,
		"主管部门": roleRemark, "推荐单位": roleRemark, "总投资（万元）": roleUnplaced, "合作情况": roleUnplaced,
		"联系人": rolePrivate, "联系人及电话": rolePrivate, "电话": rolePrivate,
		"依托单位\nHost unit": roleHost, "平台名称/Platform": roleName, "所在地 Location": rolePlace,
		"备 注": roleNote, "级别：": roleProperty, "认定时间": roleYear,
	} {
		m, ok := l.header(header)
		if !ok || m.role != want {
			t.Errorf("header(%q) = %q, %v, want %q", header, m.role, ok, want)
		}
	}
	for _, header := range []string{"", "*", "年度评估", "依托单位所在地", "浙江大学", "评估 Host"} {
		if m, ok := l.header(header); ok {
			t.Errorf("header(%q) is understood as %q", header, m.role)
		}
	}
}
