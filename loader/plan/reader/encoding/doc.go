// Package encoding decodes plain text: UTF-8, UTF-16 and GB18030, which holds
// GBK and GB2312. What bears no mark is recognised only when it is valid and
// reads as plausible Chinese; the rest is refused, because a wrong guess gives
// wrong names.
package encoding
