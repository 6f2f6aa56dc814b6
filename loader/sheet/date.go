package sheet

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/innograph/innograph/ecosystem"
)

// dateForms are the ways in which people write a year, a month or a day.
//
//nolint:gochecknoglobals // compiled once
var dateForms = []*regexp.Regexp{
	regexp.MustCompile(`^(\d{4})年度?$`),
	regexp.MustCompile(`^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})[日号]?|月)?)?(?:[ T]\d{1,2}:\d{2}.*)?$`),
	regexp.MustCompile(`^(\d{2})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})[日号]?|月)?$`),
	regexp.MustCompile(`^((?:19|20)\d{2})([01]\d)([0-3]\d)?$`),
}

// The numbers that Excel gives to the days from 1990 to 2064. A smaller one in a
// column of dates is a year.
const firstSerial, lastSerial = 32874, 60265

// parseDate reads a date as people or Excel write it; ok is false when it is none.
func parseDate(s string) (date string, ok bool) {
	s = unbroken(s)
	if n, err := strconv.ParseFloat(s, 64); err == nil && n >= firstSerial && n <= lastSerial {
		day, err := excelize.ExcelDateToTime(n, false)
		return day.Format(time.DateOnly), err == nil
	}
	for _, form := range dateForms {
		m := form.FindStringSubmatch(s)
		if m == nil {
			continue
		}
		parts := []string{century(m[1])}
		for _, part := range m[2:] {
			if part != "" {
				parts = append(parts, ("0" + part)[len(part)-1:])
			}
		}
		if date := strings.Join(parts, "-"); ecosystem.IsDate(date) {
			return date, true
		}
	}
	return "", false
}

func century(year string) string {
	switch {
	case len(year) == 4:
		return year
	case year >= "70":
		return "19" + year
	default:
		return "20" + year
	}
}

// dateInside finds a date in a running text: （截至2023年5月）.
var dateInside = regexp.MustCompile(`((?:19|20)\d{2})(?:[-./年](\d{1,2})(?:[-./月](\d{1,2})日?)?|年)`)

func findDate(s string) string {
	for _, m := range dateInside.FindAllString(clean(s), -1) {
		if date, ok := parseDate(m); ok {
			return date
		}
	}
	return ""
}
