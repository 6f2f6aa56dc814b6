package main

import (
	"bufio"
	"context"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"time"
)

const upgrade = "GET /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n" +
	"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"

// sockets sends documents, their ends and pings over a WebSocket as fast as the server
// takes them, and reads what comes, or nothing.
func sockets(reads bool) func(context.Context, *attacker) {
	return func(ctx context.Context, a *attacker) {
		conn, ok := a.dial(ctx)
		if !ok {
			return
		}
		defer func() { _ = conn.Close() }()
		defer context.AfterFunc(ctx, func() { _ = conn.Close() })()
		_ = conn.SetDeadline(time.Now().Add(time.Minute))
		if !a.upgraded(conn) {
			pause(ctx, 100*time.Millisecond)
			return
		}
		if reads {
			go func() { _, _ = io.Copy(io.Discard, conn) }()
		}
		err := sendFrame(conn, `{"type":"connection_init"}`)
		for i := 0; err == nil; i++ {
			payload, _ := json.Marshal(map[string]string{"query": subscriptionDocument()}) // strings
			err = sendFrame(conn, fmt.Sprintf(`{"type":"subscribe","id":"%d","payload":%s}`, i, payload))
			if err == nil && sendFrame(conn, fmt.Sprintf(`{"type":"complete","id":"%d"}`, i)) == nil {
				err = sendFrame(conn, `{"type":"ping","payload":{"x":"`+strings.Repeat("x", 60<<10)+`"}}`)
			}
		}
		a.cut.Add(1)
	}
}

// upgraded asks for a WebSocket; there are fewer than attackers.
func (a *attacker) upgraded(conn net.Conn) bool {
	if _, err := io.WriteString(conn, upgrade); err != nil {
		a.cut.Add(1)
		return false
	}
	resp, err := http.ReadResponse(bufio.NewReaderSize(conn, 16), nil)
	if err != nil {
		a.cut.Add(1)
		return false
	}
	defer func() { _ = resp.Body.Close() }()
	switch {
	case resp.StatusCode != http.StatusSwitchingProtocols:
		a.refused.Add(1)
		return false
	default:
		a.answered.Add(1)
		return true
	}
}

// subscriptionDocument asks of each event as much as aliases allow, and is another one
// each time.
func subscriptionDocument() string {
	var b strings.Builder
	b.WriteString("subscription { generationChanged { ")
	for i := range 90 {
		fmt.Fprintf(&b, "a%d: changesSince(generation: %d) { entities { created updated removed } } ", i, anyOf(1e9))
	}
	return b.String() + "} }"
}

// sendFrame sends one text message; a mask of zeros leaves it as it is.
func sendFrame(w io.Writer, text string) error {
	frame := []byte{0x81, 0x80 | 126, 0, 0, 0, 0, 0, 0}
	binary.BigEndian.PutUint16(frame[2:], uint16(len(text))) // none is longer than 64 KB
	_, err := w.Write(append(frame, text...))
	return err
}
