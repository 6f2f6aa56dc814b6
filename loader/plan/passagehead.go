package plan

import (
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// atSite notes the zone or place that heads a passage, alone in its first clause:
// 甲高新区。重点发展…; 甲高新区：建设….
func (t *telling) atSite(part string) {
	name, heads := t.heads(part)
	if !heads {
		return
	}
	for _, k := range []ecosystem.Kind{ecosystem.IndustryCluster, ecosystem.Region} {
		if e, ok := t.names.find(name, []ecosystem.Kind{k}); ok && (k == ecosystem.Region || zone.MatchString(e.Name)) {
			t.site = e
			return
		}
	}
}

// heads reports whether a clause heads its sentence, or the passage, and the name that
// it consists of.
func (t *telling) heads(part string) (name string, ok bool) {
	rest := strings.TrimPrefix(t.text, part)
	alone := rest == "" || strings.HasPrefix(rest, "：") || strings.HasPrefix(rest, ":")
	return strings.TrimLeft(part, "—-· "), t.clauses == 1 && alone && !t.past()
}

// ofCluster records the cluster that heads a passage, if it is more than a class:
// 1.智能农机产业集群。依托…; the rest is said of it.
func (t *telling) ofCluster(part string) {
	name, heads := t.heads(part)
	if !heads || !slices.Contains(t.left, name) || !strings.HasSuffix(name, "产业集群") {
		return
	}
	at := t.at("cluster-heading", sureHeading)
	e, ok := t.resolve(at, t.names.local(name), bodyKinds(ecosystem.IndustryCluster), ecosystem.IndustryCluster)
	if !ok {
		return
	}
	t.entity(e, at, facts{printed: name})
	t.learn(t.parser, e.Kind, e.Name)
	t.subject = e
}

// headed is the body that heads a passage, alone in its first sentence: 甲实验室。
// 由乙大学建设.
func (t *telling) headed(text string) *entity {
	name := strings.TrimLeft(text, "—-· ")
	if t.past() || t.site != nil {
		return nil
	}
	e, ok := t.names.find(name, []ecosystem.Kind{ecosystem.Platform, ecosystem.ResearchInstitute, ecosystem.IndustryCluster})
	if !ok {
		return nil
	}
	return e
}
