package words

import "strings"

// stopWords carry sentences rather than subjects. They weigh less, and their
// letters not at all.
var stopWords = wordSet(`
	a an the this that these those there here it
	i my me we us he she they them his her their our one
	is are was were be been am do does did have has had being
	can could would should will want make think know get got go going
	to of in on at for with and or but if so than as from by about out up
	just really very also still now then like any some all no not more much too
	what how why which who where when thing things
`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(list) {
		set[word] = true
	}
	return set
}
