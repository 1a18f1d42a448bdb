// Package bleve measures bleve's full-text search over the coach's entries,
// as a peer of package knowledge. It is a module of its own, so that the bot
// does not depend on bleve:
//
//	cd coach/knowledge/bleve && go test -bench .
package bleve
