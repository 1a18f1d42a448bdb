package recovery

import "fmt"

// Item is one of the five things a check-in asks.
type Item string

// The items.
const (
	ItemFatigue  Item = "fatigue"
	ItemSleep    Item = "sleep"
	ItemSoreness Item = "soreness"
	ItemStress   Item = "stress"
	ItemMood     Item = "mood"
)

// The scale of an item; Best is always good.
const (
	Worst = 1
	Best  = 5
)

// Items lists the items in the order they are asked and typed.
func Items() []Item {
	return []Item{ItemFatigue, ItemSleep, ItemSoreness, ItemStress, ItemMood}
}

// words are the question of an item and what its values mean, worst first.
// After McLean 2010.
var words = map[Item]struct {
	question string
	anchors  [Best]string
}{
	ItemFatigue:  {"How fresh do you feel?", [Best]string{"worn out", "more tired than usual", "normal", "fresh", "very fresh"}},
	ItemSleep:    {"How did you sleep?", [Best]string{"hardly at all", "restlessly", "slow to fall asleep", "well", "very well"}},
	ItemSoreness: {"How do your muscles feel?", [Best]string{"very sore", "more sore than usual", "normal", "good", "great"}},
	ItemStress:   {"How is your stress?", [Best]string{"very stressed", "stressed", "normal", "relaxed", "very relaxed"}},
	ItemMood:     {"How is your mood?", [Best]string{"very low or irritable", "snappier than usual", "less keen than usual", "good", "very good"}},
}

// Question is the item as it is asked; "" for an unknown item.
func Question(item Item) string { return words[item].question }

// Anchor is what a value of an item means in words; "" outside 1 to 5 or for an
// unknown item.
func Anchor(item Item, value int) string {
	if value < Worst || value > Best {
		return ""
	}
	return words[item].anchors[value-1]
}

// Value returns the answer to an item, 1 to 5, or 0 when it was not answered.
func (c CheckIn) Value(item Item) int {
	if p := c.field(item); p != nil {
		return *p
	}
	return 0
}

// With returns the check-in with an item answered; an error names an unknown
// item or a value outside 1 to 5.
func (c CheckIn) With(item Item, value int) (CheckIn, error) {
	p := c.field(item)
	if p == nil {
		return c, fmt.Errorf("a check-in has no item %q", item)
	}
	if value < Worst || value > Best {
		return c, fmt.Errorf("%s %d is not between %d and %d, where %d is best", item, value, Worst, Best, Best)
	}
	*p = value
	return c, nil
}

// Validate reports the first answer that is outside its range: items 1 to 5 or
// unanswered, sleep up to 24 hours.
func (c CheckIn) Validate() error {
	for _, item := range Items() {
		if v := c.Value(item); v != 0 {
			if _, err := c.With(item, v); err != nil {
				return err
			}
		}
	}
	if !(c.SleepHours >= 0 && c.SleepHours <= maxSleepHours) {
		return fmt.Errorf("%v hours of sleep are not between 0 and %d", c.SleepHours, maxSleepHours)
	}
	return nil
}

// Answered reports whether anything at all was told.
func (c CheckIn) Answered() bool {
	for _, item := range Items() {
		if c.Value(item) != 0 {
			return true
		}
	}
	return c.SleepHours > 0 || c.Pain != "" || c.NoPain || c.Note != ""
}

// Merge returns c with everything that later tells put over it: answers can be
// given in parts and corrected. The date stays c's; the instant is the later's.
func (c CheckIn) Merge(later CheckIn) CheckIn {
	for _, item := range Items() {
		if v := later.Value(item); v != 0 {
			*c.field(item) = v
		}
	}
	if later.SleepHours > 0 {
		c.SleepHours = later.SleepHours
	}
	if later.Pain != "" || later.NoPain {
		c.Pain, c.NoPain = later.Pain, later.NoPain
	}
	if later.Note != "" {
		c.Note = later.Note
	}
	if !later.At.IsZero() {
		c.At = later.At
	}
	return c
}

// field points at an item's answer in this copy; nil for an unknown item.
func (c *CheckIn) field(item Item) *int {
	switch item {
	case ItemFatigue:
		return &c.Fatigue
	case ItemSleep:
		return &c.Sleep
	case ItemSoreness:
		return &c.Soreness
	case ItemStress:
		return &c.Stress
	case ItemMood:
		return &c.Mood
	}
	return nil
}
