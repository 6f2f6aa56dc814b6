package text

import "testing"

func TestNormalize(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"浙江大学", "浙江大学"},
		{"  浙江 大学\t", "浙江大学"},
		{"哈工大（威海）", "哈工大(威海)"},
		{"哈工大 [威海]", "哈工大(威海)"},
		{"哈工大【威海】", "哈工大(威海)"},
		{"ＺＪＵ", "zju"},
		{"Zhejiang\u3000  University", "zhejiang university"},
		{"3D 打印", "3d打印"},
		{"C++ (x", "c++(x"},
		{"长三角—G60", "长三角-g60"},
		{"让·雅克・卢梭", "让·雅克·卢梭"},
		{"浙\u200b大\ufeff", "浙大"},
		{"a\xffb", "ab"},
		{"", ""},
		{" \n", ""},
	} {
		got := Normalize(c.in)
		if got != c.want {
			t.Errorf("Normalize(%q) = %q, want %q", c.in, got, c.want)
		}
		if again := Normalize(got); again != got {
			t.Errorf("Normalize(%q) is not stable: %q becomes %q", c.in, got, again)
		}
	}
}
