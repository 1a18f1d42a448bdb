package coach

import "errors"

// Plan lays a week out by the rules: "3 lifts 3 runs key run tue".
func (c *Coach) Plan(a Athlete, request string) (string, error) {
	return "", errors.New("planning is being built")
}
