package sheet

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
)

// How firms and universities work together, and since when, goes into the relation;
// 进展 is not a status of the firm.
func TestCooperation(t *testing.T) {
	imported := importOf(t, "合作.csv", []byte("企业名称,合作高校,合作方式,签约时间,进展,姓名\n"+
		"山东甲乙机械有限公司,浙大,共建研发中心,2023.5,推进中,张三\n"+
		"山东甲丙机械有限公司,临沂大学,友好,,,\n"+
		"大华机械有限公司,,技术转让,2021,,\n"), "")
	var got []string
	for _, r := range imported.Records().Relations {
		got = append(got, fmt.Sprintf("%s %s %s %s %d", r.From, r.To, r.Label, r.Strength, r.Year))
	}
	if diff := cmp.Diff([]string{"org:a-firm org:zju 共建机构 共建机构 2023", "org:b-firm org:lyu 合作  0"}, got); diff != "" {
		t.Errorf("relations (-want +got):\n%s", diff)
	}
	for _, e := range imported.Records().Entities {
		if e.Status != "" {
			t.Errorf("%s has the status %s", e.ID, e.Status)
		}
	}
	for _, want := range []string{
		"org:a-firm ENTERPRISE 山东甲乙机械有限公司 进展 推进中; 合作方式 共建研发中心",
		"org:b-firm ENTERPRISE 山东甲丙机械有限公司 合作方式 友好",
		"合作方式 技术转让; 签约时间 2021",
	} {
		if all := strings.Join(said(imported), "\n"); !strings.Contains(all, want) {
			t.Errorf("%q is missing in\n%s", want, all)
		}
	}
	if left := remarksOf(imported, LeftOut); len(left) != 1 || !strings.Contains(left[0], "about persons") {
		t.Errorf("left out: %v", left)
	}
}

func TestTies(t *testing.T) {
	l, err := loadLexicon()
	if err != nil {
		t.Fatal(err)
	}
	for words, want := range map[string]string{
		"联合研发": "联合攻关", "共建研发中心、联合研发": "共建机构", "委托开发": "技术合作", "专利许可": "成果转化", "洽谈中": "商谈", "友好": "",
	} {
		if got, _ := l.tie(words); got != want {
			t.Errorf("%s means %q, want %q", words, got, want)
		}
	}
}

// A number in front of a name is none of it; a name that begins with one keeps it.
func TestNumbersOfItems(t *testing.T) {
	imported := importOf(t, "平台.csv", []byte("平台名称\n2. 木业实验室\n（3）石材实验室\n3D打印中心\n5G实验室\n④磁电实验室\n"), "")
	var got []string
	for _, e := range imported.Records().Entities {
		got = append(got, e.Name)
	}
	if diff := cmp.Diff([]string{"木业实验室", "石材实验室", "3D打印中心", "5G实验室", "磁电实验室"}, got); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
}

// A new field that one on record holds is told with that.
func TestLikeFieldsAreTold(t *testing.T) {
	im := &importer{dir: newDirectory(knownGraph(t))}
	want := wanted{
		kinds:  []ecosystem.Kind{ecosystem.TechnologyField},
		create: func(string) (ecosystem.Kind, bool) { return ecosystem.TechnologyField, true },
	}
	if n := im.unknown("木业装备", want, ""); !strings.Contains(n.reason, "相近 like 木业 field:wood") {
		t.Errorf("reason: %s", n.reason)
	}
	if n := im.unknown("石材", want, ""); strings.Contains(n.reason, "相近") {
		t.Errorf("reason: %s", n.reason)
	}
}
