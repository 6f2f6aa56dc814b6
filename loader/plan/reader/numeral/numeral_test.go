package numeral

import "testing"

func TestString(t *testing.T) {
	tests := []struct {
		format Format
		n      int
		want   string
	}{
		{None, 3, ""},
		{Decimal, 12, "12"},
		{DecimalZero, 9, "09"},
		{DecimalZero, 10, "10"},
		{FullWidth, 12, "１２"},
		{Circled, 20, "⑳"},
		{Circled, 21, "21"},
		{Bracketed, 2, "⑵"},
		{Chinese, 1, "一"},
		{Chinese, 10, "十"},
		{Chinese, 11, "十一"},
		{Chinese, 20, "二十"},
		{Chinese, 101, "一百零一"},
		{Chinese, 110, "一百一十"},
		{Chinese, 1005, "一千零五"},
		{Chinese, 10000, "10000"},
		{ChineseDigit, 20, "二〇"},
		{ChineseLegal, 12, "壹拾贰"},
		{Stem, 3, "丙"},
		{Stem, 11, "11"},
		{LowerLetter, 27, "aa"},
		{UpperLetter, 3, "C"},
		{LowerRoman, 14, "xiv"},
		{UpperRoman, 1999, "MCMXCIX"},
		{Chinese, 0, "0"},
		{Chinese, -3, "-3"},
	}
	for _, tt := range tests {
		if got := tt.format.String(tt.n); got != tt.want {
			t.Errorf("format %d writes %d as %q, want %q", tt.format, tt.n, got, tt.want)
		}
	}
}
