package discord

import (
	"strings"
)

// words is what somebody wrote, without the mention of the coach and with the
// names of whatever else they pointed at.
func (s said) words(self string) string {
	names := map[string]string{}
	for _, u := range s.Mentions {
		names[u.ID] = "@" + u.name()
	}
	var b strings.Builder
	for rest := s.Content; ; {
		before, after, ok := strings.Cut(rest, "<")
		b.WriteString(before)
		if !ok {
			break
		}
		inner, more, ok := strings.Cut(after, ">")
		if word, known := pointedAt(inner, self, names); ok && known {
			b.WriteString(word)
			rest = more
			continue
		}
		b.WriteByte('<')
		rest = after
	}
	return strings.TrimSpace(b.String())
}

// pointedAt is what stands between < and > in words; false = it is only text.
func pointedAt(inner, self string, names map[string]string) (word string, ok bool) {
	switch {
	case strings.HasPrefix(inner, "@&"):
		return "@role", isID(inner[2:])
	case strings.HasPrefix(inner, "@"):
		id := strings.TrimPrefix(inner[1:], "!")
		if id == self {
			return "", true
		}
		if name, known := names[id]; known {
			return name, true
		}
		return "@somebody", isID(id)
	case strings.HasPrefix(inner, "#"):
		return "#channel", isID(inner[1:])
	case strings.HasPrefix(inner, ":"), strings.HasPrefix(inner, "a:"):
		if parts := strings.Split(strings.TrimPrefix(inner, "a"), ":"); len(parts) == 3 && isID(parts[2]) {
			return ":" + parts[1] + ":", true
		}
	case strings.HasPrefix(inner, "/"):
		if name, id, ok := strings.Cut(inner, ":"); ok && isID(id) {
			return name, true
		}
	}
	return "", false
}

func isID(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// mentions reports whether the coach is mentioned.
func (s said) mentions(self string) bool {
	for _, u := range s.Mentions {
		if u.ID == self {
			return true
		}
	}
	return strings.Contains(s.Content, "<@"+self+">") || strings.Contains(s.Content, "<@!"+self+">")
}
