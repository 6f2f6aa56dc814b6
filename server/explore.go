package server

import (
	"net/http"

	"github.com/innograph/innograph/server/explorer"
	"github.com/innograph/innograph/server/static"
)

// explored adds the explorer to mux. A person who opens an address that leads nowhere
// else gets its page, which knows its own addresses; programs get what they got before.
func (s *Server) explored(mux *http.ServeMux) (http.Handler, error) {
	const plain = "text/plain; charset=utf-8"
	if s.config.Explorer == nil {
		mux.Handle("GET /{$}", static.Handler(plain, []byte(home+notBuilt)))
		return mux, nil
	}
	app, err := explorer.New(s.config.Explorer)
	if err != nil {
		return nil, err
	}
	for address, file := range app.Files {
		mux.Handle("GET "+address, file)
	}
	told := static.Handler(plain, []byte(home))
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Add("Vary", "Accept")
		if explorer.Wanted(r) {
			app.Page.ServeHTTP(w, r)
		} else {
			told.ServeHTTP(w, r)
		}
	})
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, known := mux.Handler(r); known == "" && explorer.Wanted(r) {
			r.Pattern = "GET /" // for figures and log
			app.Page.ServeHTTP(w, r)
			return
		}
		mux.ServeHTTP(w, r)
	}), nil
}

// notBuilt tells how to get the explorer.
const notBuilt = `
The explorer, the pages for people at this address, is not in this program. With Node.js
20.19 or newer, make run in the source folder builds it and serves it here.
此程序未包含图形界面。安装 Node.js（20.19 或更新），在源码目录执行 make run，界面即在此地址。
`
