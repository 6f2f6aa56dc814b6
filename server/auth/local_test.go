package auth

import "testing"

func TestLocalNames(t *testing.T) {
	for host, want := range map[string]bool{
		"localhost": true, "localhost:8080": true, "LOCALHOST.:8080": true, "app.localhost:8080": true, "127.0.0.1:8080": true, "127.8.9.1": true,
		"[::1]:8080": true, "[::1]": true, "::1": true, "[::ffff:127.0.0.1]:8080": true, "": true, "innograph.example.cn": false, "innograph.example.cn:8080": false,
		"192.0.2.1:8080": false, "localhost.example.cn": false, "mylocalhost": false, "127.0.0.1.example.cn:8080": false, "0.0.0.0:8080": false, "[::]:8080": false,
	} {
		if got := isLocalName(host); got != want {
			t.Errorf("%q is local: %t", host, got)
		}
	}
}

func TestRolesIncludeLowerOnes(t *testing.T) {
	for _, c := range []struct {
		has, needs Role
		want       bool
	}{
		{Operator, Operator, true},
		{Operator, Reader, true},
		{Reader, Reader, true},
		{Reader, Operator, false},
		{"", Reader, false},
		{"", "", false},
		{"admin", Reader, false},
		{"admin", "admin", false},
	} {
		if got := c.has.Includes(c.needs); got != c.want {
			t.Errorf("%q includes %q: %t", c.has, c.needs, got)
		}
	}
	if _, ok := ParseRole("Operator"); ok {
		t.Error("roles are written in lower case")
	}
}
