package discord

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"github.com/bwmarrin/discordgo"

	"tandem/bot"
	"tandem/coach/training"
)

// Discord's limits of a message.
const (
	maxContent  = 2000
	roomAgain   = 50   // of it, in messages after the first: for saying that one is sent again
	maxEmbed    = 4096 // one description
	maxEmbeds   = 6000 // all of a message together
	maxRows     = 5
	maxInRow    = 5
	maxLabel    = 80
	maxCustomID = 100
	maxAlt      = 1024
	maxUpload   = 10 << 20
)

// Flags of a message.
const (
	flagNoPreviews = 1 << 2  // no previews of links
	flagEphemeral  = 1 << 6  // for the person alone
	flagSilent     = 1 << 12 // no sound: the second part of one message
)

// message is what Discord takes, in all its places.
type message struct {
	Content     string                            `json:"content"`
	Embeds      []*discordgo.MessageEmbed         `json:"embeds"`
	Components  []discordgo.MessageComponent      `json:"components"`
	Mentions    *discordgo.MessageAllowedMentions `json:"allowed_mentions"`
	Attachments []attachment                      `json:"attachments"`
	Flags       int                               `json:"flags,omitempty"`
	Reference   *reference                        `json:"message_reference,omitempty"`
	Nonce       string                            `json:"nonce,omitempty"`
	Enforce     bool                              `json:"enforce_nonce,omitempty"`

	files []*discordgo.File
}

// attachment names a file that travels along, and says what it shows.
type attachment struct {
	ID          string `json:"id"`
	Filename    string `json:"filename"`
	Description string `json:"description,omitempty"`
}

// reference is the message that is answered.
type reference struct {
	Message string `json:"message_id"`
	Fail    bool   `json:"fail_if_not_exists"`
}

// nobody is who a message may mention.
func nobody() *discordgo.MessageAllowedMentions {
	return &discordgo.MessageAllowedMentions{Parse: []discordgo.AllowedMentionType{}}
}

func newMessage(content string) *message {
	return &message{Content: content, Embeds: []*discordgo.MessageEmbed{}, Components: []discordgo.MessageComponent{},
		Attachments: []attachment{}, Mentions: nobody(), Flags: flagNoPreviews}
}

// notice is a short message of the adapter's own.
func notice(text string) *message { return newMessage(escape(text)) }

// render draws a reply as one or more messages: the whole text first, in the
// message and, where it is long, in embeds under it; then a picture, a file and
// the buttons. What does not fit goes on in the next message.
func render(r bot.Reply, owner string) []*message {
	text := strings.TrimSpace(r.Text)
	if text == "" && r.Picture != nil {
		text = r.Picture.Alt
	}
	var out []*message
	pen := pen{titles(r.Sections), r.Named()}
	room := []int{maxContent, maxEmbed, maxEmbeds - maxEmbed}
	for n := 0; text != "" || n == 0; n++ {
		var part string
		part, text = pen.cut(text, room[n%len(room)])
		if n%len(room) == 0 {
			if part == "" {
				part = "…" // Discord takes no empty message
			}
			out = append(out, newMessage(part))
			room[0] = maxContent - roomAgain
			continue
		}
		if last := out[len(out)-1]; part != "" {
			last.Embeds = append(last.Embeds, &discordgo.MessageEmbed{Type: discordgo.EmbedTypeRich, Description: part})
		}
	}
	last := out[len(out)-1]
	last.attach(r)
	out = append(out, last.addRows(components(r, owner))...)
	for i, m := range out {
		if len(m.Embeds) > 0 {
			m.Flags &^= flagNoPreviews // it would hide them too
		}
		if i > 0 {
			m.Flags |= flagSilent
		}
	}
	return out
}

// titles are the words that stand bold at the beginning of a line.
func titles(sections []bot.Section) map[string]bool {
	t := map[string]bool{}
	for _, s := range sections {
		if s.Title != "" {
			t[s.Title] = true
		}
	}
	return t
}

// pen draws lines of text.
type pen struct {
	bold  map[string]bool    // titles
	times []training.Instant // that the text names
}

// cut takes lines until the room is used, drawn, and returns the rest as it was.
// A line that is longer than the room is cut between words.
func (p pen) cut(text string, room int) (part, rest string) {
	var lines []string
	used := -1 // the first line has no break before it
	for rest = text; rest != ""; {
		line, after, _ := strings.Cut(rest, "\n")
		drawn := p.line(line)
		n := used + 1 + length(drawn)
		if n > room && len(lines) == 0 {
			head := fitting(line, room)
			return escape(head), strings.TrimLeft(rest[len(head):], " \n")
		}
		if n > room {
			return strings.Join(lines, "\n"), strings.TrimLeft(rest, "\n")
		}
		lines, used, rest = append(lines, drawn), n, after
	}
	return strings.Join(lines, "\n"), ""
}

func (p pen) line(line string) string {
	title, rest, ok := strings.Cut(line, ":")
	if !ok || !p.bold[title] {
		return p.timed(line, p.times)
	}
	return "**" + escape(title) + "**" + p.timed(" "+rest, p.times)[1:]
}

// timed is a line with its instants on the reader's own clock, the rest escaped.
func (p pen) timed(line string, times []training.Instant) string {
	for i, t := range times {
		before, after, found := strings.Cut(line, t.Words)
		if !found || t.Words == "" {
			continue
		}
		style := "t"
		if t.NamesDay() {
			style = "F"
		}
		return p.timed(before, times[i+1:]) + fmt.Sprintf("<t:%d:%s>", t.At.Unix(), style) + p.timed(after, times[i:])
	}
	return escape(line)
}

// fitting is the longest beginning whose escaped form has room, cut at a space
// where there is one.
func fitting(line string, room int) string {
	low, high := 1, len(line)
	for low < high {
		mid := (low + high + 1) / 2
		if length(escape(whole(line, mid))) <= room {
			low = mid
		} else {
			high = mid - 1
		}
	}
	head := whole(line, low)
	if i := strings.LastIndexByte(head, ' '); i > len(head)/2 {
		head = head[:i]
	}
	if head == "" {
		head = line[:1]
	}
	return head
}

// whole is the first n bytes, less a letter that they cut.
func whole(s string, n int) string {
	for n > 0 && n < len(s) && s[n]&0xC0 == 0x80 {
		n--
	}
	return s[:n]
}

// attach adds a picture, which shows, and a file.
func (m *message) attach(r bot.Reply) {
	if r.Picture != nil && len(r.Picture.PNG) <= maxUpload {
		m.file("tandem.png", "image/png", r.Picture.PNG, r.Picture.Alt)
		m.Embeds = append(m.Embeds, &discordgo.MessageEmbed{Type: discordgo.EmbedTypeRich, Image: &discordgo.MessageEmbedImage{URL: "attachment://tandem.png"}})
	}
	switch {
	case r.File == nil:
	case len(r.File.Data) > maxUpload:
		m.Content = clip(m.Content, maxContent-120) + "\n(The file is larger than the 10 MB that Discord takes. Ask whoever runs me for `tandem export`.)"
	default:
		m.file(r.File.Name, "", r.File.Data, r.File.Name)
	}
}

func (m *message) file(name, kind string, data []byte, alt string) {
	m.Attachments = append(m.Attachments, attachment{ID: strconv.Itoa(len(m.files)), Filename: name, Description: clip(visible(alt), maxAlt)})
	m.files = append(m.files, &discordgo.File{Name: name, ContentType: kind, Reader: bytes.NewReader(data)})
}
