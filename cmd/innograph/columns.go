package main

import (
	"strings"
	"unicode"
)

// widestColumn is the width beyond which a cell moves only its own row.
const widestColumn = 44

// columns prints rows under one another, so that a Chinese character takes the
// room of two Latin letters, as it does on a terminal.
func columns(rows [][]string) string {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			if width := displayWidth(cell); width <= widestColumn {
				widths[i] = max(widths[i], width)
			}
		}
	}
	var b strings.Builder
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			line.WriteString(cell)
			line.WriteString(strings.Repeat(" ", max(0, widths[i]-displayWidth(cell))+2))
		}
		b.WriteString(strings.TrimRight(line.String(), " "))
		b.WriteByte('\n')
	}
	return b.String()
}

// displayWidth is the number of columns that a text takes.
func displayWidth(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Mn, r) || unicode.IsControl(r):
		case unicode.Is(unicode.Han, r), r >= '\u3000' && r <= '\u30ff', r >= '\uff01' && r <= '\uff60', r >= '\uac00' && r <= '\ud7a3':
			n += 2
		default:
			n++
		}
	}
	return n
}
