package training

import "slices"

// aroundRepeats are the places of what is told of a warm-up or a cool-down by
// itself: its minutes, in front of the word or else behind it, and how they were.
func aroundRepeats(items []item) []int {
	var out []int
	for i, it := range items {
		if it.kind != iMark || it.mark != markWarm && it.mark != markWarmAll && it.mark != markCool {
			continue
		}
		for _, step := range []int{-1, 1} {
			k := i + step
			for k >= 0 && k < len(items) && (items[k].kind == iFluff || items[k].kind == iStyle) {
				k += step
			}
			if k < 0 || k >= len(items) || !items[k].lone(uMinute, uHour) || slices.Contains(out, k) {
				continue
			}
			for ; k != i; k -= step {
				out = append(out, k)
			}
			break
		}
	}
	return out
}
