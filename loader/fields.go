package loader

import (
	"strconv"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// field is one column of a row with its text.
type field struct{ name, text string }

func documentFields(d *ecosystem.Document) []field {
	return []field{{"title", d.Title}, {"issuer", d.Issuer}, {"date", d.Date}, {"url", d.URL}}
}

func entityFields(e *ecosystem.Entity) []field {
	fields := []field{
		{"kind", string(e.Kind)},
		{"name", e.Name},
		{"name_en", e.NameEn},
		{"aliases", strings.Join(e.Aliases, ecosystem.ListSeparator)},
		{"former_names", strings.Join(e.FormerNames, ecosystem.ListSeparator)},
		{"status", string(e.Status)},
		{"status_date", e.StatusDate},
		{"external_ids", externalIDText(e.ExternalIDs)},
	}
	for _, p := range ecosystem.Properties() {
		fields = append(fields, field{p.Name, e.Properties[p.Name]})
	}
	return fields
}

// claimsText is all contradicting values in one line.
func claimsText(claims []ecosystem.Claim) string {
	var all []string
	for _, c := range claims {
		all = append(all, c.Field+" "+c.Value+" ("+strings.Join(sourceTexts(c.Sources), "; ")+")")
	}
	return strings.Join(all, lineSeparator)
}

// relationFields are the fields besides those that make the relation the one it
// is; see relationIdentity.
func relationFields(r *ecosystem.Relation) []field {
	return []field{{"weight", number(r.Weight)}, {"status", string(r.Status)}}
}

func relationIdentity(r *ecosystem.Relation) []field {
	year := ""
	if r.Year != 0 {
		year = strconv.Itoa(r.Year)
	}
	return []field{
		{"type", string(r.Type)},
		{"from", r.From},
		{"to", r.To},
		{"label", r.Label},
		{"strength", r.Strength},
		{"year", year},
		{"value", r.Value},
		{"unit", r.Unit},
	}
}

func sourceFields(sources []ecosystem.Source) []field {
	if len(sources) == 0 {
		return nil
	}
	s := sources[0]
	return []field{
		{"document", s.Document},
		{"locator", s.Locator},
		{"known", string(s.Known)},
		{"confidence", number(s.Confidence)},
		{"date", s.Date},
		{"printed_name", s.PrintedName},
		{"note", s.Note},
	}
}

// lineSeparator stands between sources and between claims, in whose notes a
// semicolon may stand.
const lineSeparator = "\n"

// sourcesText is all sources, one to a line.
func sourcesText(sources []ecosystem.Source) string {
	return strings.Join(sourceTexts(sources), lineSeparator)
}

func sourceTexts(sources []ecosystem.Source) []string {
	var all []string
	for i := range sources {
		var parts []string
		for _, f := range sourceFields(sources[i : i+1]) {
			if f.text != "" {
				parts = append(parts, f.text)
			}
		}
		all = append(all, strings.Join(parts, " "))
	}
	return all
}

func externalIDText(ids []ecosystem.ExternalID) string {
	var parts []string
	for _, id := range ids {
		parts = append(parts, id.Scheme+"="+id.Value)
	}
	return strings.Join(parts, ecosystem.ListSeparator)
}

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// valueOf is the text of a field, "" where there is none.
func valueOf(name string, lists ...[]field) string {
	for _, list := range lists {
		for _, f := range list {
			if f.name == name && f.text != "" {
				return f.text
			}
		}
	}
	return ""
}
